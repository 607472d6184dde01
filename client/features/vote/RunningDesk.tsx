import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './RunningDesk.module.css';
import { screensOf } from './screensOf.ts';
import { VoteTitle } from './VoteTitle.tsx';

/** A running vote as the bureau has it: what it is on, by which rule, and the desk of its way of voting. */
export function RunningDesk({ vote }: { vote: Vote }) {
  const t = useT();
  const { isIndicative, majority, members } = vote.terms;
  const { Desk } = screensOf[vote.method];
  return (
    <div className={styles.desk}>
      <VoteTitle vote={vote} />
      <p className={styles.rule}>
        {isIndicative && <Badge tone="caution">{t('parts.result.indicative')}</Badge>}{' '}
        {t(`vote.rule.${majority}`, { members })}
      </p>
      <Desk vote={vote} />
    </div>
  );
}
