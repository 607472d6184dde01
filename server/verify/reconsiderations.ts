/** Motions to reconsider: that two thirds were asked for, that something had been decided, and that what was carried was done. */
import { board, type Snapshot } from '@shared/domain/board.ts';
import { division } from '@shared/domain/division.ts';
import { withSigns } from '@shared/domain/earlierDraft.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { noObjection } from '@shared/domain/noObjection.ts';
import { silence } from '@shared/domain/silence.ts';
import { vote } from '@shared/domain/vote.ts';
import { canonicalJson } from '../storage/hashChain.ts';
import type { Problem } from './checkers.ts';
import { factsOf, type Journal, type Told, versionsBefore } from './journal.ts';
import { declaredIn, type Pieces } from './votePieces.ts';

export const reconsideredKind = 'plenary/board.ItemReconsidered';

interface Text {
  itemId: ItemId;
  version: number;
}

/** What a carried motion was followed by; null where it was followed by nothing that can be read, or the vote is on something else. */
export function reconsideredBy({ journal, opened }: Pieces) {
  if (opened.data.subject?.kind !== 'reconsideration') return null;
  const { ItemReconsidered } = board.events.plenary;
  const all = factsOf(journal.entries, reconsideredKind, ItemReconsidered);
  return all.find(({ data }) => data.snapshot.reconsideredBy === opened.data.voteId) ?? null;
}

/** REC-1, REC-2, REC-5, as far as the journal tells. */
export function reconsiderationProblems(pieces: Pieces): Problem[] {
  const { journal, opened, declared } = pieces;
  const { subject, majority, itemId, itemVersion: version } = opened.data;
  if (subject?.kind !== 'reconsideration') return [];
  const found: Problem[] = [];
  const say = (seq: number, says: string) => found.push({ seq, says });
  if (majority !== 'two-thirds') say(opened.seq, 'is a motion to reconsider, and not by two thirds of those voting');
  if (opened.data.isIndicative || !isDecided(journal, { itemId, version }, opened.seq))
    say(opened.seq, 'is a motion to reconsider what had not been decided');
  const [tally] = declared;
  const after = reconsideredBy(pieces);
  const isCarried = tally?.data.outcome.result === 'carried';
  if (isCarried && !after) say(tally.seq, 'carries a motion to reconsider, and the text was not put again');
  if (!after) return found;
  if (!isCarried || after.seq < tally.seq) say(after.seq, 'puts a text again that nobody had decided to reconsider');
  const isNext = after.data.itemId === itemId && after.data.snapshot.version === version + 1;
  if (!isNext || !isSameText(journal, { itemId, version }, after))
    say(after.seq, 'puts another text again than the one that was decided');
  return found;
}

/** Whether the journal tells before an entry that something binding was decided about a text. */
function isDecided(journal: Journal, text: Text, seq: number): boolean {
  const before = journal.entries.filter((each) => each.seq < seq);
  return [isVotedOn, isDivided, isAdopted, isSilent].some((tells) => tells(before, text));
}

function isVotedOn(entries: readonly Told[], { itemId, version }: Text): boolean {
  const { VoteOpened, TieLapsed } = vote.events.plenary;
  const lapsed = new Set(factsOf(entries, 'plenary/vote.TieLapsed', TieLapsed).map(({ data }) => data.voteId));
  const settled = new Set(
    declaredIn(entries)
      .filter(({ data: { voteId, outcome } }) => /carried$/.test(outcome.result) || lapsed.has(voteId))
      .map(({ data }) => data.voteId),
  );
  return factsOf(entries, 'plenary/vote.VoteOpened', VoteOpened).some(
    ({ data }) =>
      data.itemId === itemId &&
      data.itemVersion === version &&
      (data.subject?.kind ?? 'item') === 'item' &&
      !data.isIndicative &&
      settled.has(data.voteId),
  );
}

function isDivided(entries: readonly Told[], { itemId, version }: Text): boolean {
  const { DivisionMoved, DivisionAdopted, DivisionRejected, ProposalFell } = division.events.plenary;
  const ends = [
    ...factsOf(entries, 'plenary/division.DivisionAdopted', DivisionAdopted),
    ...factsOf(entries, 'plenary/division.DivisionRejected', DivisionRejected),
    ...factsOf(entries, 'plenary/division.ProposalFell', ProposalFell),
  ];
  const ended = new Set(ends.map(({ data }) => data.divisionId));
  return factsOf(entries, 'plenary/division.DivisionMoved', DivisionMoved).some(
    ({ data }) =>
      data.itemId === itemId &&
      // Where a part was left out, what was decided is the version after.
      (data.itemVersion === version || data.itemVersion === version - 1) &&
      ended.has(data.divisionId),
  );
}

function isAdopted(entries: readonly Told[], { itemId, version }: Text): boolean {
  const { AdoptionCalled, AdoptedWithoutVote } = noObjection.events.plenary;
  const adopted = factsOf(entries, 'plenary/noObjection.AdoptedWithoutVote', AdoptedWithoutVote);
  const ids = new Set(adopted.map(({ data }) => data.callId));
  return factsOf(entries, 'plenary/noObjection.AdoptionCalled', AdoptionCalled).some(
    ({ data }) => data.itemId === itemId && data.itemVersion === version && !data.isIndicative && ids.has(data.callId),
  );
}

function isSilent(entries: readonly Told[], { itemId, version }: Text): boolean {
  const { RoundPrepared, SilenceAdopted } = silence.events.plenary;
  const adopted = factsOf(entries, 'plenary/silence.SilenceAdopted', SilenceAdopted);
  const ids = new Set(adopted.map(({ data }) => data.silenceId));
  return factsOf(entries, 'plenary/silence.RoundPrepared', RoundPrepared).some(
    ({ data }) => data.itemId === itemId && data.itemVersion === version && ids.has(data.silenceId),
  );
}

/** Whether a text reads as the version before did; of one that the journal does not tell nothing can be said. */
function isSameText(
  { entries }: Journal,
  { itemId, version }: Text,
  { seq, data }: { seq: number; data: { snapshot: Pick<Snapshot, 'title' | 'draft'> } },
): boolean {
  const told = versionsBefore(entries, itemId, seq).find((each) => each.version === version);
  if (!told) return true;
  const read = ({ title, draft }: typeof data.snapshot) => canonicalJson({ title, draft: withSigns(draft) });
  return read(told) === read(data.snapshot);
}
