import type { TermFacts } from '@shared/domain/term.ts';
import { type Language, languages } from '@shared/i18n/translate.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { briefDocx, recordOf } from '../../server/export/exports.ts';
import { type House, house, rich } from '../support/build.ts';
import { readWordFile } from '../support/wordFile.ts';

let h: House;
let items: string[];
const print = (language: Language = 'en') => briefDocx({ state: h.state, people: [], language, lastEventAt: h.now });
const read = async (language: Language = 'en') => readWordFile(await print(language));
const count = (text: string, words: string) => text.split(words).length - 1;
const places = (at: number) =>
  recordOf(h.state).terms.places[items[at] ?? '']?.map(({ termId, ...place }) => [termId, place]);
const define = (termId: string, preferred: string, more: Partial<TermFacts> = {}) =>
  h.act('sec', 'term.define', {
    termId,
    facts: {
      names: [{ language: 'en', preferred, variants: [] }],
      definition: `What ${preferred} means.`,
      source: { document: 'A/RES/73/195', paragraph: 'para. 4' },
      ...{ status: 'working', neutral: '', note: '' },
      ...more,
    },
  });
const park = (room: number, words: string, note: string) =>
  h.act(h.rapporteur(room), 'term.park', { roomId: h.roomId(room), itemId: null, termId: null, words, note });

beforeEach(() => {
  h = house();
  h.openRooms({ rooms: 2 });
  const bold = rich('A stateless ', { text: 'person', bold: true }, ' is a child and a child.');
  items = [
    h.reported(1, 'First', 'Border management serves all. Border management serves refugees and remittances.'),
    h.reported(2, 'Second', bold),
    h.reported(2, 'Third', 'Border management again.'),
  ];
});

describe('terms in the record', () => {
  test('[TERM-10] what is not agreed language is noted where it first stands in an item', () => {
    expect(places(0)).toEqual([
      ['border-management', { block: 0, at: 17 }],
      ['remittances', { block: 0, at: 79 }],
    ]);
    expect(places(1)).toEqual([['statelessness', { block: 0, at: 18 }]]);
    define('refugee', 'refugee', { status: 'contested' });
    h.act('sec', 'term.strike', { termId: 'remittances' });
    expect(places(0)?.map(([id]) => id)).toEqual(['border-management', 'refugee']);
  });

  test('[TERM-10] the document has a footnote there, once in full, later by reference', async () => {
    const { notes, text, xml } = await read();
    expect(
      count(notes, 'For the purposes of this consultation, without prejudice to the positions of delegations'),
    ).toBe(3);
    expect(notes).toContain('“border management” means: The administration of measures');
    expect(notes).toContain('For the purposes of this consultation, without prejudice; see footnote 1.');
    expect(notes).not.toContain('“refugee”');
    expect(notes).not.toContain('“child”');
    expect(text).toContain('Border management serves all. Border management serves refugees and remittances.');
    expect(text).toContain('A stateless person is a child');
    expect(xml('word/document.xml')).toMatch(
      /Border management<\/w:t><\/w:r><w:r>.{0,90}<w:footnoteReference w:id="1"/,
    );
  });

  test('[TERM-10] a bracket in the midst of a term does not hide it', async () => {
    const signed = rich(
      'All ',
      { text: '', opens: 'b' },
      'border',
      { text: '', closes: 'b' },
      ' management is shared.',
    );
    items.push(h.reported(2, 'Fourth', signed));
    expect(places(3)).toEqual([['border-management', { block: 0, at: 23 }]]);
    expect((await read()).text).toContain('All [border] management is shared.');
  });

  test('[TERM-10] a contested term says so, with its neutral term and source', async () => {
    define('refugee', 'refugee', { status: 'contested', neutral: 'person in need of protection' });
    const { notes } = await read();
    expect(notes).toContain('The meaning of “refugee” is contested. For the purposes of this consultation');
    expect(notes).toContain('Neutral working term: person in need of protection. Source: A/RES/73/195, para. 4.');
  });

  test('[TERM-10] every disagreement is in it once, with its rooms and outcome', async () => {
    expect((await read()).text).not.toContain('Disagreements about terms');
    park(1, 'climate migrant', 'No such status.');
    park(2, 'Climate Migrant', '');
    park(2, 'host State', '=1+1');
    const { id = '' } = h.state.plenary.term.disagreements[0] ?? {};
    h.act('mod', 'term.settle', { disagreementId: id, outcome: { as: 'working-term', words: 'person displaced' } });
    const { text } = await read();
    expect(text).toContain('Disagreements about terms');
    expect(text).toMatch(
      /“climate migrant”, parked in panel 1, round 1, room 1, panel 1, round 1, room 2\. Working term: person displaced\.\n\(a\)\tNo such status\./,
    );
    expect(text).toMatch(/“host State”, parked in panel 1, round 1, room 2\. Not settled\.\n\(a\)\t=1\+1/);
    expect(count(text, 'climate migrant')).toBe(1);
  });

  test('[TERM-10] in the language of the document, the same bytes for the same state', async () => {
    park(1, 'climate migrant', 'No such status.');
    const without: Record<Language, string> = {
      ...{ en: 'without prejudice', fr: 'sans préjudice', es: 'sin perjuicio', ru: 'без ущерба' },
      ...{ ar: 'دون المساس', zh: '在不妨碍' },
    };
    for (const language of languages) {
      const { notes, text } = await read(language);
      expect(notes, language).toContain(without[language]);
      expect(text + notes, language).not.toMatch(/\brecord\.[a-z]/);
    }
    expect(await print('ar')).toEqual(await print('ar'));
  });
});
