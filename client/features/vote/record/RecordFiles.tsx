import type { Vote } from '@shared/domain/vote.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { download, fileNameOf } from '../../../parts/csv.ts';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { useReplica } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useRecordFile } from '../useRecordFile.ts';
import { useVotedOn } from '../useVotedOn.ts';
import { keepsNames, recordOfVote } from './recordOfVote.ts';

/** The record of a vote to take along: for spreadsheets, for programs, on paper. */
export function RecordFiles({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const saveTable = useRecordFile(vote);
  const nameOf = useDelegationNames();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const { title } = useVotedOn(vote);
  const saveJson = () => {
    const day = new Date(vote.declaredAt).toISOString().slice(0, 10);
    const text = `${JSON.stringify(recordOfVote(vote, { byId, title, nameOf }), null, 2)}\n`;
    download(`${day}-${fileNameOf(title)}.json`, text, 'application/json');
  };
  return (
    <>
      {keepsNames(vote) && (
        <Button size="small" icon="download" onClick={saveTable}>
          {t('vote.download')}
        </Button>
      )}
      <Button size="small" icon="download" onClick={saveJson}>
        {t('trust.record.json')}
      </Button>
    </>
  );
}
