import type { Silence } from '@shared/domain/silence/shape.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { Section } from '../../../ui/Section.tsx';
import styles from '../Silence.module.css';
import { AdoptedDesk } from './AdoptedDesk.tsx';
import { BrokenDesk } from './BrokenDesk.tsx';
import { NoticeTexts } from './NoticeTexts.tsx';
import { OpenDesk } from './OpenDesk.tsx';
import { RevisionDesk } from './RevisionDesk.tsx';
import { RunningDesk } from './RunningDesk.tsx';
import { WithdrawAct } from './WithdrawAct.tsx';

/** What the bureau does next, one primary act in each phase, and the texts that it sends. */
export function SilenceDesk({ silence }: { silence: Silence }) {
  const t = useT();
  return (
    <Section title={t('silence.desk')} acts={<WithdrawAct silence={silence} />}>
      <div className={styles.list}>
        <PhaseDesk silence={silence} />
        <NoticeTexts silence={silence} />
      </div>
    </Section>
  );
}

function PhaseDesk({ silence }: { silence: Silence }) {
  switch (silence.phase) {
    case 'prepared':
      return <OpenDesk silence={silence} />;
    case 'under-silence':
      return <RunningDesk silence={silence} />;
    case 'broken':
      return <BrokenDesk silence={silence} />;
    case 'revision':
    case 'withdrawn':
      return <RevisionDesk silence={silence} />;
    case 'adopted':
      return <AdoptedDesk silence={silence} />;
  }
}
