import { standingIntentions } from '@shared/domain/intendedVote.ts';
import type { DelegationId, VoteId } from '@shared/domain/kernel/ids.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { recordMarks } from '@shared/i18n/recordMarks.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ChoiceWords } from './ChoiceWords.tsx';
import entryStyles from './Intentions.module.css';
import styles from './RollCallLists.module.css';
import { inRollCallOrder } from './rollCall.ts';

/** The footnotes of a record: delegations that stated after the vote how they had intended to vote. */
export function Intentions({ vote }: { vote: Vote }) {
  const t = useT();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const stated = useReplica(({ plenary }) => standingIntentions(plenary, vote.id));
  const ids = inRollCallOrder(Object.keys(stated), byId);
  if (ids.length === 0) return null;
  const headId = `${vote.id}-intended`;
  return (
    <section aria-labelledby={headId} className={styles.list}>
      <h4 id={headId} className={styles.head}>
        <span aria-hidden="true">{recordMarks.intended}</span> {t('ballot.intended.head')}
      </h4>
      <ul className={styles.names}>
        {ids.map((id) => (
          <Statement key={id} voteId={vote.id} delegationId={id} />
        ))}
      </ul>
      <p className={styles.nobody}>{t('ballot.intended.noTally')}</p>
    </section>
  );
}

function Statement({ voteId, delegationId }: { voteId: VoteId; delegationId: DelegationId }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const stated = useReplica(({ plenary }) => plenary.intendedVote[voteId]?.[delegationId]);
  const mayStrike = usePermitRefusal('intendedVote.strike', { voteId }) === null;
  const { send, isPending, refusal } = useCommand('intendedVote.strike');
  if (!stated) return null;
  return (
    <li className={entryStyles.statement}>
      <span className={entryStyles.words}>
        <DelegationName id={delegationId} withRegion />{' '}
        <strong>
          <ChoiceWords choice={stated.choice} />
        </strong>
        {stated.by === 'bureau' && <> ({t('ballot.intended.entered')})</>}
      </span>
      {mayStrike && (
        <IconButton
          icon="close"
          kind="quiet"
          size="small"
          label={t('ballot.intended.strike', { name: nameOf(delegationId) })}
          disabled={isPending}
          onClick={() => void send({ voteId, delegationId })}
        />
      )}
      <RefusalNote refusal={refusal} />
    </li>
  );
}
