import type { Vote } from '@shared/domain/vote.ts';
import { below } from '../../../http.ts';
import { useLang, useT } from '../../../i18n/I18n.tsx';
import { csvOf, download, fileNameOf } from '../../../parts/csv.ts';
import { DownloadButton } from '../../../parts/DownloadButton.tsx';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { useIsBureau, useReplica, useSeat } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useVotedOn } from '../useVotedOn.ts';
import { PrintAct } from './PrintAct.tsx';
import { useRecordNotes } from './recordNotes.ts';
import { recordOfVote } from './recordOfVote.ts';
import { recordTable } from './recordTable.ts';

/** The record of a vote to take along: for spreadsheets, for programs, on paper; for the bureau as a sheet to be signed. */
export function RecordFiles({ vote }: { vote: Extract<Vote, { phase: 'declared' }> }) {
  const t = useT();
  const { lang } = useLang();
  const { consultationId } = useSeat();
  const isBureau = useIsBureau();
  const nameOf = useDelegationNames();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const call = useReplica(({ plenary }) => plenary.rollCall[vote.id]);
  const isCountedInHall = useReplica(({ plenary }) => plenary.showOfHands[vote.id]?.isCountedInHall === true);
  const notes = useRecordNotes(vote.id);
  const { title } = useVotedOn(vote);
  const words = { byId, title, notes, nameOf };
  const name = `${new Date(vote.declaredAt).toISOString().slice(0, 10)}-${fileNameOf(title)}`;
  const saveTable = () => download(`${name}.csv`, csvOf(recordTable(vote, { ...words, t })));
  const saveJson = () => {
    const text = `${JSON.stringify(recordOfVote(vote, { ...words, call, isCountedInHall }), null, 2)}\n`;
    download(`${name}.json`, text, 'application/json');
  };
  return (
    <>
      <Button size="small" icon="download" onClick={saveTable}>
        {t('vote.download')}
      </Button>
      <Button size="small" icon="download" onClick={saveJson}>
        {t('trust.record.json')}
      </Button>
      {isBureau && (
        <DownloadButton
          size="small"
          path={`${below(consultationId, 'export', 'vote', vote.id, 'record.docx')}?lang=${lang}`}
        >
          {t('trust.record.word')}
        </DownloadButton>
      )}
      <PrintAct vote={vote} />
    </>
  );
}
