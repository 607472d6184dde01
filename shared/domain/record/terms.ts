import type { LaidBlock, Piece } from '../draftLayout.ts';
import { must } from '../kernel/must.ts';
import type { ConsultationState } from '../state.ts';
import { type BaseTerm, glossaryOf, speltOf, type Term } from '../terms/glossary.ts';
import { scannerOf } from '../terms/scanner.ts';
import type { DisagreementOutline, ItemOutline, TermPlace, TermsOutline } from './shape.ts';

/** TERM-10: where the items use terms that are not agreed language, what these are taken to mean, and what rooms have parked. */
export function termsOutline(
  plenary: ConsultationState['plenary'],
  items: readonly ItemOutline[],
  base: readonly BaseTerm[],
): TermsOutline {
  const terms = glossaryOf(plenary.term, base);
  const byId = new Map(terms.map((term) => [term.id, term]));
  // Agreed terms are looked for too: within "smuggling of migrants" nothing is said of migrants.
  const scan = scannerOf(speltOf(terms));
  const places: TermsOutline['places'] = {};
  const used = new Set<string>();
  for (const { id, blocks } of items) {
    const found = placesIn(blocks, scan).filter(({ termId }) => byId.get(termId)?.status !== 'agreed');
    if (found.length > 0) places[id] = found;
    for (const { termId } of found) used.add(termId);
  }
  return {
    noted: terms.filter(({ id }) => used.has(id)).map(noted),
    places,
    disagreements: plenary.term.disagreements.map((each) => ({
      words: each.words,
      notes: each.notes.map(({ roomId, note }) => ({ ...roomOf(plenary, roomId), note })),
      outcome: each.outcome,
    })),
  };
}

function noted({ id, names, definition, source, status, neutral }: Term): TermsOutline['noted'][number] {
  return { id, names, definition, source, neutral, isContested: status === 'contested' };
}

/** The end of the first occurrence of each term in an item. */
function placesIn(blocks: ItemOutline['blocks'], scan: ReturnType<typeof scannerOf>): TermPlace[] {
  const seen = new Set<string>();
  return blocks.flatMap((laid, block) =>
    scan(lineOf(laid))
      .filter(({ id }) => !seen.has(id) && seen.add(id))
      .map(({ id, to }) => ({ termId: id, block, at: to })),
  );
}

/** A piece as a scanner reads it, and counts it: a sign parts words as it does while one writes. */
export function readAs(piece: Piece): string {
  return piece.as === 'words' ? piece.text : '\ufffc';
}

function lineOf({ pieces }: LaidBlock): string {
  return pieces.map(readAs).join('');
}

function roomOf({ room, seating, panel }: ConsultationState['plenary'], roomId: string) {
  const { number, roundId, panelId } = must(room.byId[roomId], 'room of a note');
  return {
    panel: panel.order.indexOf(panelId) + 1,
    round: seating.byId[roundId]?.number ?? 1,
    room: number,
  } satisfies Omit<DisagreementOutline['notes'][number], 'note'>;
}
