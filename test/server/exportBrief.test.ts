import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DraftText } from '@shared/domain/draftText.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { itemsOf, outlineOf } from '@shared/domain/record.ts';
import { type Language, languages } from '@shared/i18n/translate.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { briefDocx } from '../../server/export/exports.ts';
import type { House } from '../support/build.ts';
import { house, inBracket, rich } from '../support/build.ts';
import { busyHouse } from '../support/busyHouse.ts';
import { assertWellFormed, readWordFile } from '../support/wordFile.ts';

const people = [
  { participantId: 'pan-1', name: 'Ms. Amina Panelist', email: 'amina@example.org', language: null },
  { participantId: 'KEN-1', name: 'Mr. Delegate of Kenya', email: null, language: null },
];
const print = (h: House, language: Language = 'en') =>
  briefDocx({ state: h.state, people, language, lastEventAt: h.now });
const count = (text: string, words: string) => text.split(words).length - 1;

const { h, items } = busyHouse();
let bytes: Uint8Array;
let word: ReturnType<typeof readWordFile>;
beforeAll(async () => {
  bytes = await print(h);
  word = readWordFile(bytes);
});

describe('the issue brief as a Word file', () => {
  test('holds the title and the text of every reported item exactly once', () => {
    const reported = itemsOf(outlineOf(h.state).panels);
    expect(reported).toHaveLength(Object.keys(items).length);
    for (const { title, number } of reported) {
      expect(count(word.text, title), title).toBe(1);
      expect(word.headings).toContainEqual({ style: 'Heading3', text: `${number}\t${title}` });
    }
    expect(count(word.text, 'A fee is levied.')).toBe(1);
  });

  test('says what became of each', () => {
    for (const words of [
      'Decided: carried (indicative, not a decision)',
      'Decided: not carried (indicative, not a decision)',
      'Ready for decision',
      'Under comment',
      'Parked: To be taken up in the next consultation',
      'Not taken up: Outside the mandate',
      'Taken back by its room',
    ])
      expect(word.text).toContain(words);
  });

  test('[LIN-10] what is merged or split says into what, and its room is credited', async () => {
    const other = house();
    other.openRooms({ rooms: 2 });
    const text = { blocks: ['One.', 'Two.'].flatMap((each) => rich(each).blocks) };
    const [a, b, whole] = [other.reported(1, 'A'), other.reported(2, 'B'), other.reported(1, 'Whole', text)];
    other.act('mod', 'lineage.merge', { into: b, itemIds: [a] });
    const parts = ['P', 'Q'].map((title, at) => ({ title, blockIndexes: [at] }));
    other.act('mod', 'lineage.split', { itemId: whole, parts });
    const written = readWordFile(await print(other)).text;
    for (const words of ['Merged into 1.1', 'Includes 1.5 (round 1, room 1)', 'Split into 1.2, 1.3', 'Part of 1.4'])
      expect(written).toContain(words);
    expect(written).toContain('1 item was merged into another');
    expect(written).toContain('1 item was split into several');
  });

  test('[LIN-11] what is merged is aligned in what it became, not counted once more', async () => {
    const other = house();
    other.openRooms({ rooms: 2 });
    const [a, b] = [1, 2].map((room) => other.reported(room, `Of ${room}`, 'Act.', { targets: ['10.7'] })) as [
      string,
      string,
    ];
    const rowOf = async () => {
      const { text } = readWordFile(await print(other));
      return [...text.slice(text.lastIndexOf('10.7')).matchAll(/\b1\.[12]\b/g)].map(([number]) => number);
    };
    const before = await rowOf();
    other.act('mod', 'lineage.merge', { into: b, itemIds: [a] });
    expect([before, await rowOf()]).toEqual([['1.1', '1.2'], ['1.1']]);
  });

  test('has real headings with outline levels', () => {
    const styles = word.xml('word/styles.xml');
    for (const [level, style] of ['Heading1', 'Heading2', 'Heading3'].entries())
      expect(styles).toMatch(new RegExp(`w:styleId="${style}".*?<w:outlineLvl w:val="${level}"/>`, 's'));
    expect(word.headings[0]).toEqual({ style: 'Title', text: 'Thematic consultation' });
    expect(word.headings.map(({ style }) => style)).toContain('Heading2');
  });

  test('numbers its paragraphs as text, from 1 on, without a gap', () => {
    const numbers = [...word.text.matchAll(/^(\d+)\.\t/gm)].map(([, number]) => Number(number));
    expect(numbers.length).toBeGreaterThan(20);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(word.xml('word/document.xml')).not.toContain('<w:numPr>');
  });

  test('numbers sub-paragraphs (a), (b), (i), (ii)', () => {
    expect(word.text).toMatch(
      /\(a\)\tThe desk speaks.*\n\(b\)\tIt works.*\n\(i\)\thealth,\n\(ii\)\tschools\.\n•\tA list/,
    );
  });

  test('has real footnotes, of drafts, of the brief and of a working term', () => {
    expect(count(word.xml('word/document.xml'), '<w:footnoteReference ')).toBe(3);
    expect(word.notes).toContain('New York Declaration, A/RES/71/1, paragraph 49.');
    expect(word.notes).toContain('General Assembly resolution 70/1, target 10.7.');
  });

  test('prints brackets as characters, with who proposed them unless the round forbids it', () => {
    expect(word.text).toContain('Every municipality [shall (Canada)] open one desk for migrants.');
    expect(word.text).toMatch(/A returnee is \[a person who\n\d+\.\tcomes home\.\]/);
    expect(word.text).not.toContain('comes home. (Mexico)');
  });

  test('puts the items that answer a paragraph of the brief under it', () => {
    expect(word.text).toContain('Paragraphs 6 to 7 are paragraphs 1 to 2 of the brief as circulated.');
    expect(word.text).toMatch(/States have committed.*\nAction item in answer: 1\.1\./);
  });

  test('names delegations and panelists, and no other person', () => {
    expect(word.text).toContain('Kenya (support): Kenya has had such desks');
    expect(word.text).toContain('Ms. Amina Panelist, panelist (information):');
    expect(word.text).not.toContain('Mr. Delegate of Kenya');
    expect(word.text).not.toContain('KEN-1');
    expect(word.text).not.toContain('amina@example.org');
    const core = word.xml('docProps/core.xml');
    expect(core).toContain('<dc:creator></dc:creator>');
    expect(core).toContain('<dcterms:modified xsi:type="dcterms:W3CDTF">2017-06-19T');
  });

  test('shows no key in place of a sentence', () => {
    expect(word.text).not.toMatch(/\brecord\.[a-z]/);
  });

  test('prints the reason in place of a hidden comment', () => {
    expect(word.text).toContain('Hidden by the bureau: Not on the item');
    expect(word.text).not.toContain('Words that the bureau took away');
  });

  test('says which words of an item a comment is on', async () => {
    const other = house();
    other.openRooms();
    const item = other.reported(1, 'Open legal pathways', 'Open legal pathways for all.');
    other.step('commenting');
    other.commentOn(item, 'KEN-1', 'legal pathways', 'Which ones?');
    const { text } = readWordFile(await print(other));
    expect(text).toContain('Kenya (proposal): on “legal pathways” – Which ones?');
    expect(itemsOf(outlineOf(other.state).panels)[0]?.comments[0]?.quote).toBe('legal pathways');
  });

  test('gives the vote in words and numbers, and the lists in English alphabetical order', () => {
    expect(word.text).toContain('7 in favour, 2 against, 1 abstention; 5 members did not vote.');
    expect(word.text).toContain(
      'Simple majority: more than half of the 9 present and voting = 5 required. The indication is in favour.',
    );
    expect(word.text).toContain(
      'Two thirds of the 4 present and voting = 3 required. The indication is not in favour.',
    );
    expect(word.text).toContain(['Canada', 'Chile', 'Ghana', 'Japan', 'Kenya', 'Nepal', 'Poland'].join(', '));
    expect(word.text).toContain('Informal rules, version 2');
    expect(word.text).toContain('Not voting (5): Bangladesh, Mexico, Senegal, Serbia, Switzerland');
  });

  test('is headed as indicative when the profile is informal, and only then', async () => {
    expect(word.text).toContain('Indicative, not a decision');
    const formal = house({ profile: 'committee' });
    expect(readWordFile(await print(formal)).text).not.toContain('Indicative');
  });

  test('shows no figure of fewer than five people', () => {
    expect(word.text).toMatch(/Delegates\n30\nObservers\n–\nPanelists\n–\nModerators\n–\nSecretariat\n–/);
  });

  test('tells of a running vote nothing but its turnout', async () => {
    const { h: other, items: found } = busyHouse();
    other.openVote(found.ready, { yes: ['KEN'], no: ['CAN'] });
    const text = readWordFile(await print(other)).text;
    expect(text).toContain('the vote is running; 2 ballots have been received.');
  });

  test('is there for an empty consultation too', async () => {
    const text = readWordFile(await print(house())).text;
    expect(text).toContain('No action item was reported to the plenary.');
  });
});

describe('the same state', () => {
  test('gives the same bytes', async () => {
    expect(Buffer.compare(await print(h), bytes)).toBe(0);
    const again = busyHouse().h;
    expect(Buffer.compare(await print(again), bytes)).toBe(0);
  });

  test('gives the same bytes at another time and in another time zone', async () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Auckland';
      await new Promise((resolve) => setTimeout(resolve, 2_100)); // the clock of a zip file counts in steps of two seconds
      expect(Buffer.compare(await print(h), bytes)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  test('gives other bytes when a word is another', async () => {
    const { h: other, items: found } = busyHouse();
    other.dispose(found.ready, 'parked', 'For now');
    expect(Buffer.compare(await print(other), bytes)).not.toBe(0);
  });
});

describe('languages', () => {
  test('names of states are those of the language', async () => {
    expect(readWordFile(await print(h, 'fr')).text).toContain('Suisse');
    expect(readWordFile(await print(h, 'zh')).text).toContain('加拿大');
  });

  test('Arabic has paragraphs, runs and tables from right to left', async () => {
    const xml = readWordFile(await print(h, 'ar')).xml('word/document.xml');
    expect(xml).toContain('<w:bidiVisual/>');
    expect(count(xml, '<w:bidi/>')).toBeGreaterThan(20);
    expect(xml).toMatch(/<w:rtl\/>.{0,120}<w:t xml:space="preserve">كينيا<\/w:t>/);
    expect(xml).toContain('w:bidi="ar-SA"');
    const english = word.xml('word/document.xml');
    expect(english).not.toContain('<w:bidiVisual/>');
    expect(english).toContain('w:val="en-GB"');
  });
});

describe('brackets', () => {
  /** The brief of the busy house with another text in one of its items. */
  const printed = async (draft: DraftText, language: Language) => {
    const state = structuredClone(h.state);
    must(state.plenary.board.items[items.lost], 'item').current.draft = draft;
    return readWordFile(await briefDocx({ state, people, language, lastEventAt: h.now }));
  };
  const facts = { kind: 'addition' as const, group: null, proposedBy: [], opposedBy: [] };
  const of = (...codes: string[]) => codes.map((delegation) => ({ delegation }));

  test('[REN-1] nest as in the text, with their labels, who stands how, and the numbers of paragraphs', async () => {
    const { blocks } = rich(
      'States ',
      { text: '', opens: 'a' },
      'shall ',
      { text: '', opens: 'b' },
      'soon',
      { text: '', closes: 'b' },
      { text: '', closes: 'a' },
      ' act.',
    );
    const found = await printed(
      {
        blocks: blocks.map((block) => ({ ...block, number: '3 bis', status: 'agreed' })),
        brackets: {
          a: { ...facts, supportedBy: of('CAN', 'MEX'), reservedBy: of('JPN') },
          b: { ...facts, kind: 'deletion', supportedBy: of('KEN'), opposedBy: of('CHL'), reservedBy: [] },
        },
      },
      'en',
    );
    expect(found.text).toContain(
      'para. 3 bis States [shall [delete: soon (Kenya; retain: Chile)] (Canada, Mexico; reserve: Japan)] act. (agreed)',
    );
  });

  test('[REN-4] Latin names in an Arabic sentence are runs from left to right, the sentence stays from right to left', async () => {
    const draft = {
      ...rich({ text: '', opens: 'a' }, 'تعتمد', { text: '', closes: 'a' }, ' الدول خططا'),
      brackets: { a: { ...facts, supportedBy: of('CAN', 'MEX'), reservedBy: [] } },
    };
    const xml = (await printed(draft, 'en')).xml('word/document.xml');
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*تعتمد.*?<\/w:p>/s.exec(xml)?.[0] ?? '';
    expect(paragraph).toContain('<w:bidi/>');
    const runs = [...paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => [
      /<w:t[^>]*>([^<]*)/.exec(run)?.[1] ?? '',
      run.includes('<w:rtl/>'),
    ]);
    expect(runs).toContainEqual(['تعتمد', true]);
    expect(runs).toContainEqual(['(Canada, Mexico)', false]);
    expect(runs).toContainEqual([' الدول خططا', true]);
  });
});

const hostile = [
  '<script>alert(1)</script> & "quotes" \'too\' ]]>',
  'control\u0000\u0008\u001b characters\u0085and\u2028lines\u2029end',
  '\u202eoverridden \u2066isolated',
  'half \ud83d a character, \ufffe and \uffff',
  'family 👩‍👩‍👧‍👦 flag 🇰🇪 zalgo z̸̛͎a̵l̷g̶o̵',
  'w'.repeat(10_000),
  '=HYPERLINK("http://example.org")',
];

describe('hostile text', () => {
  test('survives in every field and harms nothing', async () => {
    const evil = house({ title: hostile.slice(0, 4).join(' '), symbol: '<S/1>&', panels: [hostile[0] ?? ''] });
    evil.act('sec', 'brief.layDown', {
      title: hostile[1] ?? '',
      paragraphs: hostile.map((text, at) => ({
        id: `p${at}`,
        number: `${at}`,
        text,
        panelId: null,
        footnotes: [text.slice(0, 4_000)],
      })),
    });
    evil.openRooms({ question: hostile[2] ?? '', seed: '<seed>&' });
    const item = evil.reported(
      1,
      '<b>Title</b> \u202e 👩‍👩‍👧‍👦',
      rich(...hostile.flatMap((text, at) => inBracket(`b${at}`, { text, note: text.slice(0, 4_000) }))),
      {
        ...{ gap: hostile[0] ?? '', means: hostile[3] ?? '', lead: [{ kind: 'words', text: hostile[2] ?? '' }] },
      },
    );
    evil.step('commenting');
    for (const text of hostile) evil.comment(item, 'KEN-1', 'support', text.slice(0, 4_000));
    for (const language of ['en', 'ar', 'zh'] as const) {
      const found = readWordFile(await print(evil, language));
      expect(found.text).toContain('<script>alert(1)</script> & "quotes" \'too\' ]]>');
      expect(found.text).toContain('control characters');
      expect(found.text).toContain('👩‍👩‍👧‍👦');
      expect(found.text).toContain('w'.repeat(10_000));
      expect(found.xml('word/document.xml')).not.toContain('<script');
      // What somebody's override began ends with it: every line closes what it opens.
      for (const line of found.text.split('\n')) {
        expect(count(line, '\u202e')).toBeLessThanOrEqual(count(line, '\u202c'));
        expect(count(line, '\u2066')).toBeLessThanOrEqual(count(line, '\u2069'));
      }
    }
  });

  test('the reader of these tests sees broken XML', () => {
    for (const broken of ['<a><b></a></b>', '<a>&</a>', '<a>\u0001</a>', '<a b=c></a>', '<a>', '<a><</a>'])
      expect(() => assertWellFormed(broken)).toThrow();
  });
});

const office = find('soffice') && find('pdftotext');

describe('another program', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-brief-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.skipIf(!office)(
    'LibreOffice reads it in all languages, with every title (skipped without soffice and pdftotext)',
    async () => {
      const files = await Promise.all(
        languages.map(async (language) => {
          const file = join(folder, `${language}.docx`);
          writeFileSync(file, await print(h, language));
          return file;
        }),
      );
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
        stdio: 'ignore',
      });
      for (const language of languages) {
        const pdf = join(folder, `${language}.pdf`);
        expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
        const text = execFileSync('pdftotext', ['-layout', pdf, '-']).toString().replace(/\s+/g, ' ');
        for (const { title } of itemsOf(outlineOf(h.state).panels))
          expect(text, `${language}: ${title}`).toContain(title);
      }
    },
    180_000,
  );
});

function find(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
