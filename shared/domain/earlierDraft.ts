/** Texts reported before brackets were signs: a run then said in which bracket it stood, and who had put it there. */
import type { Block, BracketFacts, DraftText, Run } from './draftText.ts';
import type { DelegationId } from './kernel/ids.ts';

type EarlierRun = Run & { bracket?: { id: string; by: DelegationId | null } };

/** The same text with a pair of signs around each stretch of one bracket; a text of today is answered as it is. */
export function withSigns(draft: DraftText): DraftText {
  const runs = draft.blocks.flatMap((block) => block.runs as EarlierRun[]);
  if (!runs.some(({ bracket }) => bracket)) return draft;
  const ids = runs.map(({ bracket }) => bracket?.id);
  const brackets: Record<string, BracketFacts> = {};
  let at = -1;
  const signed = (run: EarlierRun): Run[] => {
    at++;
    const { bracket, ...words } = run;
    if (!bracket) return [words];
    brackets[bracket.id] ??= {
      ...{ kind: 'doubt', group: null, supportedBy: [], opposedBy: [], reservedBy: [] },
      proposedBy: bracket.by === null ? [] : [{ delegation: bracket.by }],
    };
    return [
      ...(ids[at - 1] === bracket.id ? [] : [{ text: '', opens: bracket.id }]),
      words,
      ...(ids[at + 1] === bracket.id ? [] : [{ text: '', closes: bracket.id }]),
    ];
  };
  const blocks = draft.blocks.map((block): Block => ({ ...block, runs: (block.runs as EarlierRun[]).flatMap(signed) }));
  return { ...draft, blocks, brackets };
}
