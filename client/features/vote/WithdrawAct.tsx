import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './RunningDesk.module.css';

/** Takes a vote back before anybody has voted in it, and says when that is no longer possible; or one whose count has failed. */
export function WithdrawAct(props: {
  vote: Vote;
  isBegun?: boolean;
  hasFailed?: boolean;
  /** A count that was made in the hall has been entered. */
  isInHall?: boolean;
}) {
  const { vote, hasFailed = false, isInHall = false } = props;
  const isBegun = props.isBegun ?? (isInHall || (!hasFailed && vote.received.length > 0));
  const t = useT();
  const { send, isPending, refusal } = useCommand('vote.withdraw');
  return (
    <>
      {!isBegun && (
        <Button size="large" icon="undo" pending={isPending} onClick={() => void send({ voteId: vote.id })}>
          {t('vote.withdraw')}
        </Button>
      )}
      {!hasFailed && (
        <p className={styles.hint}>
          {t(isInHall ? 'ballot.hands.mayNotWithdraw' : isBegun ? 'vote.mayNotWithdraw' : 'vote.mayWithdraw')}
        </p>
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}
