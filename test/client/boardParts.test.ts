import { fileURLToPath } from 'node:url';
import type { DraftText } from '@shared/domain/draftText.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { createFormat } from '@shared/i18n/format.ts';
import { describe, expect, test } from 'vitest';
import { layOut, nest } from '../../client/parts/draftLayout.ts';
import { positionRows } from '../../client/parts/positionRows.ts';
import { refusalWords } from '../../client/parts/refusalWords.ts';
import { delegationName } from '../../client/parts/useDelegationNames.ts';
import { house, inBracket, rich } from '../support/build.ts';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');
const { list } = createFormat('en');

describe('a draft ready to be set', () => {
  const shown = (draft: DraftText) =>
    layOut(draft).blocks.map(({ pieces }) =>
      pieces.map(({ piece, within }) => [piece.as === 'words' ? piece.text : piece.as, within.map(({ id }) => id)]),
    );

  test('what stands in a bracket knows it, nested ones all of theirs', () => {
    const inner = inBracket('b', 'soon');
    expect(shown(rich('States ', ...inBracket('a', { text: 'shall ', bold: true }, ...inner), ' act'))).toEqual([
      [
        ['States ', []],
        ['opens', []],
        ['shall ', ['a']],
        ['opens', ['a']],
        ['soon', ['a', 'b']],
        ['closes', ['a']],
        ['closes', []],
        [' act', []],
      ],
    ]);
  });

  test('a bracket over two paragraphs stands around both, and half a bracket around none', () => {
    const first = rich('One ', { text: '', opens: 'a' }, 'two').blocks;
    const second = rich('three', { text: '', closes: 'a' }, { text: '', opens: 'half' }, ' four').blocks;
    expect(shown({ blocks: [...first, ...second] })).toEqual([
      [
        ['One ', []],
        ['opens', []],
        ['two', ['a']],
      ],
      [
        ['three', ['a']],
        ['closes', []],
        [' four', []],
      ],
    ]);
  });

  test('footnotes are numbered in the order of their calls', () => {
    const { blocks, notes } = layOut({
      blocks: [...rich({ text: 'a', note: 'First.' }, 'b').blocks, ...rich({ text: 'c', note: 'Second.' }).blocks],
    });
    expect(notes).toEqual(['First.', 'Second.']);
    expect(
      blocks.flatMap(({ pieces }) => pieces.map((laid) => ('noteNumber' in laid ? laid.noteNumber : null))),
    ).toEqual([1, null, 2]);
  });

  test('entries nest by level; a paragraph ends a list', () => {
    const block = (kind: 'paragraph' | 'bullet' | 'numbered', level: number, text: string) => ({
      kind,
      level,
      runs: [{ text }],
    });
    const { blocks } = layOut({
      blocks: [
        block('numbered', 0, '1'),
        block('bullet', 1, '1a'),
        block('bullet', 1, '1b'),
        block('numbered', 0, '2'),
        block('paragraph', 0, 'p'),
        block('bullet', 2, 'deep'),
      ],
    });
    const shape = (nodes: ReturnType<typeof nest>): unknown[] =>
      nodes.map((node) =>
        node.kind === 'paragraph'
          ? 'p'
          : [
              node.kind,
              ...node.entries.map(({ block: own, below }) => [
                own.pieces[0]?.piece.as === 'words' && own.pieces[0].piece.text,
                ...shape(below),
              ]),
            ],
      );
    expect(shape(nest(blocks))).toEqual([
      ['numbered', ['1', ['bullet', ['1a'], ['1b']]], ['2']],
      'p',
      ['bullet', ['deep']],
    ]);
  });
});

describe('what parts say', () => {
  test('a refusal becomes its sentence, with steps and gaps as words', () => {
    const details = { step: 'opening', allowed: ['reporting', 'commenting'] };
    const sentence = refusalWords({ refused: 'panel.wrong-step', details }, t, list);
    expect(sentence).not.toContain('refusal.');
    expect(refusalWords({ ok: false, code: 'panel.wrong-step', details }, t, list)).toBe(sentence);
    expect(
      refusalWords({ refused: 'no.such-code' }, (id, values) => (id.startsWith('refusal.') ? id : t(id, values)), list),
    ).toBe('This was refused (no.such-code).');
  });

  test('a state is named from the tables, others by their own name', () => {
    const nameOf = (code: string) => (code === 'KEN' ? 'Kenya' : code);
    expect(delegationName({ code: 'KEN', name: null }, nameOf)).toBe('Kenya');
    expect(delegationName({ code: null, name: 'IOM' }, nameOf)).toBe('IOM');
    expect(delegationName(undefined, nameOf)).toBeUndefined();
  });

  test('positions stand beside the member states of their region', () => {
    const h = house();
    h.openRooms();
    const itemId = h.reported(1, 'A');
    h.step('commenting');
    h.signal(itemId, { support: ['KEN', 'GHA'], concern: ['FRA'] });
    const { rows, total } = positionRows(h.state.plenary.position[itemId], h.state.plenary.delegation);
    expect(total).toBe(3);
    expect(rows[0]).toEqual({ region: 'africa', support: 2, live: 0, concern: 0, of: 3 });
    expect(rows.map(({ of }) => of)).toEqual([3, 3, 3, 3, 3]);
  });
});
