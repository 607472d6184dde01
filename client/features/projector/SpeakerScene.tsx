import type { ExplanationList } from '@shared/domain/explanation/shape.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { useSubjectTitle } from '../../parts/SubjectTitle.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import styles from './VoteScene.module.css';

/** Who explains its vote or position, with the clock, and who is heard next. */
export function SpeakerScene({ list }: { list: ExplanationList }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useDelegationNames();
  const offset = useServerOffset();
  const speaking = useReplica(({ plenary }) => plenary.explanation.speaking);
  const title = useSubjectTitle(list);
  const next = list.entries.filter(({ phase }) => phase === 'waiting').slice(0, 3);
  if (!speaking) return null;
  return (
    <div className={styles.vote}>
      <p className={styles.state}>
        <strong>{t(`explanations.of.${list.explained.kind}`)}</strong>
        <bdi>{title}</bdi>
      </p>
      <h1 className={styles.speaker}>
        <DelegationName id={speaking.delegationId} withRegion />
      </h1>
      <Clock
        label={t('explanations.clock')}
        deadline={speaking.endsAt}
        serverOffsetMs={offset}
        size="wall"
        cautionMs={60_000}
        dangerMs={15_000}
        announces={false}
      />
      {next.length > 0 && (
        <p>
          {t('explanations.next')}{' '}
          {format.list(
            next.map(({ delegationId }) => nameOf(delegationId)),
            'unit',
          )}
        </p>
      )}
    </div>
  );
}
