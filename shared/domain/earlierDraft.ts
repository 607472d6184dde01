/** Drafts as they were reported before brackets had signs: each run said which bracket it stood in, and whose that was. */
import type { Block, BracketFacts, DraftText, Run } from './draftText.ts';

type OldRun = Run & { bracket?: { id: string; by: string | null } };

/** A draft of an old report or a new one, as drafts are now: a stretch of runs of one bracket, over paragraphs too, is a bracket. */
export function withSigns(draft: DraftText): DraftText {
  if (!draft.blocks.some(({ runs }) => runs.some((run) => 'bracket' in run))) return draft;
  const facts = new Map<string, BracketFacts>();
  let open: { id: string; old: string; end: Run[]; at: number } | null = null;
  const close = () => {
    // Behind its last words, however many empty paragraphs came since.
    open?.end.splice(open.at, 0, { text: '', closes: open.id });
    open = null;
  };
  const signed = (block: Block): Block => {
    const runs: Run[] = [];
    for (const { bracket, ...run } of block.runs as OldRun[]) {
      if (run.text === '' && run.note === undefined && !bracket) continue;
      if (open?.old !== bracket?.id) close();
      if (bracket && !open) {
        const id = freeId(bracket.id, facts);
        facts.set(id, factsOf(bracket.by));
        runs.push({ text: '', opens: id });
        open = { id, old: bracket.id, end: runs, at: 0 };
      }
      if (run.text !== '' || run.note !== undefined) runs.push(run);
      if (open) Object.assign(open, { end: runs, at: runs.length });
    }
    return { ...block, runs };
  };
  const blocks = draft.blocks.map(signed);
  close();
  return { blocks, brackets: { ...draft.brackets, ...Object.fromEntries(facts) } };
}

/** A bracket that was taken up again after plain words is another bracket now. */
function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id.slice(0, 58)}.${n}`;
  return free;
}

function factsOf(by: string | null): BracketFacts {
  const proposedBy = by === null ? [] : [{ delegation: by }];
  return { kind: 'doubt', group: null, proposedBy, supportedBy: [], opposedBy: [], reservedBy: [] };
}
