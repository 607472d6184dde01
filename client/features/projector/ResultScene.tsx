import { type Choice, regionalGroups } from '@shared/domain/kernel/words.ts';
import { fewBallots } from '@shared/domain/secretCount.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { VoteResult } from '../../parts/VoteResult.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { RegionBars } from '../../ui/RegionBars.tsx';
import styles from './ResultScene.module.css';
import { SubjectHead } from './SubjectHead.tsx';

const choices = [
  { choice: 'yes', icon: 'check', fill: 'solid' },
  { choice: 'no', icon: 'close', fill: 'hollow' },
  { choice: 'abstain', icon: 'minus', fill: 'pattern' },
] as const;

/** What a secret ballot has instead of bars: that it was one, and a warning where few have voted. */
function SecretWords({ vote }: { vote: Vote }) {
  const t = useT();
  const n = vote.received.length;
  return (
    <p className={styles.title}>
      {t('secret.wall')}
      {n > 0 && n < fewBallots && <span className={styles.few}>{t('secret.few', { n })}</span>}
    </p>
  );
}

/** A declared result: three numbers, the formula in words, a bar per regional group. */
export function ResultScene({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const format = useFormat();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const rows = regionalGroups.map((region) => {
    const ids = vote.electorate.filter((id) => byId[id]?.regionalGroup === region);
    const count = (choice: Choice) => ids.filter((id) => vote.rollCall[id] === choice).length;
    return {
      region,
      label: t(`parts.region.${region}.short`),
      name: t(`parts.region.${region}`),
      values: choices.map(({ choice }) => count(choice)),
      of: ids.length,
    };
  });
  return (
    <div className={styles.result}>
      <div className={styles.whole}>
        <SubjectHead vote={vote} />
      </div>
      <dl className={styles.numbers}>
        {choices.map(({ choice, icon }) => (
          <div key={choice} className={styles.number}>
            <dt>
              <Icon name={icon} /> {t(`projector.choice.${choice}`)}
            </dt>
            <dd>{format.number(vote.outcome[choice])}</dd>
          </div>
        ))}
      </dl>
      <VoteResult vote={vote} size="wall" />
      {vote.method === 'secret' ? (
        <SecretWords vote={vote} />
      ) : (
        <div className={styles.bars}>
          <RegionBars
            caption={t('projector.byRegion')}
            series={choices.map(({ choice, fill }) => ({ key: choice, label: t(`projector.choice.${choice}`), fill }))}
            rows={rows}
          />
        </div>
      )}
    </div>
  );
}
