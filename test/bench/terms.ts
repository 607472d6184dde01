/** What marking terms adds to a keystroke: the changed paragraph is scanned, beside reading its words, in the same run. */
import { baseTerms } from '@shared/data/glossary.ts';
import { speltOf } from '@shared/domain/terms/glossary.ts';
import { scannerOf } from '@shared/domain/terms/scanner.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { EditorState } from 'prosemirror-state';
import { median, printTable } from './figures.ts';

const sentence =
  'States should open regular pathways for migrant workers, their families and children, and share data on return. ';

export async function terms(isQuick: boolean): Promise<void> {
  const own = Array.from({ length: 500 }, (_, n) => ({ id: `own-${n}`, spellings: [`own term ${n}`, `variant ${n}`] }));
  const scanners = {
    'scan, 40 terms': scannerOf(speltOf(baseTerms)),
    'scan, 540 terms': scannerOf([...speltOf(baseTerms), ...own]),
  };
  const found = new Map<string, number[]>();
  const turns = isQuick ? 5 : 25;
  const strokes = 2_000;
  for (let turn = 0; turn <= turns; turn += 1) {
    const note = (name: string, us: number) => turn > 0 && found.set(name, [...(found.get(name) ?? []), us]);
    note(
      'textBetween',
      typed(strokes, () => {}),
    );
    for (const [name, scan] of Object.entries(scanners)) note(name, typed(strokes, scan));
    note('transaction', typed(strokes, null));
  }
  const of = (name: string) => median(found.get(name) ?? []);
  // A stroke's transaction is in every figure; what is left is the reading, and the scan after it.
  const rest = (name: string) => of(name) - of('transaction');
  printTable(
    ['textBetween', ...Object.keys(scanners)].map((name) => ({
      work: name,
      'µs a stroke': rest(name),
      '× textBetween': rest(name) / rest('textBetween'),
      '× transaction': of(name) / of('transaction'),
    })),
  );
}

/** Microseconds a letter, typed in the middle of the paragraph; `scan` is given its words, null leaves them unread. */
function typed(strokes: number, scan: ((words: string) => unknown) | null): number {
  const text = draftSchema.text(sentence.repeat(7));
  let state = EditorState.create({ doc: draftSchema.node('doc', null, [draftSchema.node('paragraph', null, [text])]) });
  const from = performance.now();
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const { tr } = state;
    state = state.apply(stroke % 2 === 0 ? tr.insertText('a', 400) : tr.delete(400, 401));
    const paragraph = state.doc.child(0);
    if (scan) scan(paragraph.textBetween(0, paragraph.content.size, undefined, '\ufffc'));
  }
  return ((performance.now() - from) * 1_000) / strokes;
}
