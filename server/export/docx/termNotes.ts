import type { Piece, WordsPiece } from '@shared/domain/draftLayout.ts';
import { letters } from '@shared/domain/listMarkers.ts';
import type { ItemOutline, RecordOutline, TermsOutline } from '@shared/domain/record/shape.ts';
import { readAs } from '@shared/domain/record/terms.ts';
import { nameIn } from '@shared/domain/terms/glossary.ts';
import type { Wording } from '../wording.ts';
import type { Span, Writing } from './writing.ts';

/** The footnote on each term that an item uses and that is not agreed language, by block and place. */
export class TermNotes {
  readonly #terms: TermsOutline;
  readonly #wording: Wording;

  constructor({ terms }: RecordOutline, wording: Wording) {
    this.#terms = terms;
    this.#wording = wording;
  }

  /** A block's pieces, cut where a term ends that is noted there, and what to write at each cut. */
  cut(item: ItemOutline, block: number): (Piece | Span)[] {
    const places = (this.#terms.places[item.id] ?? []).filter((place) => place.block === block);
    let from = 0;
    return (item.blocks[block]?.pieces ?? []).flatMap((piece) => {
      const start = from;
      from += readAs(piece).length;
      if (piece.as !== 'words') return [piece];
      const here = places.filter(({ at }) => at > start && at <= from);
      return cutWords(
        piece,
        here.map(({ at, termId }) => ({ at: at - start, span: this.#note(termId) })),
      );
    });
  }

  #note(termId: string): Span {
    const { t, language } = this.#wording;
    const found = this.#terms.noted.find(({ id }) => id === termId);
    if (!found) return '';
    const { definition, neutral, source, isContested } = found;
    const term = nameIn(found, language).preferred;
    const from = [source.document, source.paragraph].filter(Boolean).join(', ');
    const sentences = [
      t(isContested ? 'record.term.contested' : 'record.term.working', { term, definition }),
      ...(neutral ? [t('record.term.neutral', { words: neutral })] : []),
      ...(from ? [t('record.term.source', { source: from })] : []),
    ];
    return { note: sentences.join(' '), about: termId };
  }
}

/** Words in parts, with what stands between them; a footnote of their own stays at their end. */
function cutWords(words: WordsPiece, cuts: readonly { at: number; span: Span }[]): (Piece | Span)[] {
  let done = 0;
  const parts = cuts.flatMap(({ at, span }): (Piece | Span)[] => {
    const text = words.text.slice(done, at);
    done = at;
    return [{ ...words, text, note: null }, span];
  });
  return [...parts, { ...words, text: words.text.slice(done) }];
}

/** What rooms have parked about terms, with what became of it. */
export function writeDisagreements(writing: Writing, { terms }: RecordOutline): void {
  const { t, join } = writing.wording;
  for (const { words, notes, outcome } of terms.disagreements) {
    const rooms = [...new Set(notes.map(({ panel, round, room }) => t('record.term.room', { panel, round, room })))];
    const became =
      outcome === null
        ? t('record.term.outcome.none')
        : t(`record.term.outcome.${outcome.as}`, { words: 'words' in outcome ? outcome.words : '' });
    writing.numbered([t('record.term.parked', { words, rooms: join(rooms) }), ' ', { text: became, bold: true }]);
    const said = notes.map(({ note }) => note.trim()).filter(Boolean);
    for (const [at, note] of said.entries()) writing.sub(0, `(${letters(at)})`, [note]);
  }
}
