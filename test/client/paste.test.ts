import { readFileSync } from 'node:fs';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { longestNote, mostBlocks, textOf } from '@shared/draft/draftShape.ts';
import { isValidDraft } from '@shared/draft/draftValidity.ts';
import { draftSchema } from '@shared/draft/schema.ts';
import { limits } from '@shared/protocol/wire.ts';
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { AllSelection, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../../client/editor/flatText.ts';
import { lookAt } from '../../client/editor/lookAt.ts';
import { blocksOfHtml } from '../../client/editor/paste/fromHtml.ts';
import { blocksOfText } from '../../client/editor/paste/fromText.ts';
import type { PastedBlock } from '../../client/editor/paste/pasted.ts';
import { tidied } from '../../client/editor/paste/tidy.ts';
import { blocksOf, pasted } from '../../client/editor/paste.ts';
import { headlessEditor } from '../support/headlessEditor.ts';

const fixture = (name: string) => readFileSync(new URL(`fixtures/paste/${name}`, import.meta.url), 'utf8');

/** Blocks as one would write them down: `*`bold`*`, `_`italic`_`, `{`note`}`, the sign of a list by its level. */
const shown = (blocks: readonly PastedBlock[]) => blocks.map(shownBlock);
function shownBlock({ kind, level, runs }: PastedBlock): string {
  const sign = kind && `${'  '.repeat(level)}${kind === 'bullet' ? '-' : '#'} `;
  const words = runs.map((run) => {
    if ('note' in run) return `{${run.note}}`;
    const slanted = run.italic ? `_${run.text}_` : run.text;
    return run.bold ? `*${slanted}*` : slanted;
  });
  return `${sign ?? ''}${words.join('')}`;
}
const html = (markup: string) => shown(blocksOfHtml(markup));
const text = (words: string) => shown(blocksOfText(words));

/** An editor without a page. */
function editor(words = '') {
  const { doc, view } = headlessEditor();
  const refusals: number[] = [];
  const ports = { size: () => 0, refused: (bytes: number) => void refusals.push(bytes) };
  const paste = (clipboard: { text?: string; markup?: string }) => {
    const tr = pasted(view.state, { text: '', markup: '', ...clipboard }, ports);
    if (tr) view.dispatch(tr);
  };
  const select = (from: number, to = from) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  if (words) view.dispatch(view.state.tr.insertText(words, 1));
  return { doc, view, paste, select, refusals };
}

describe('what is pasted from a word processor', () => {
  test('Word: lists without their signs, notes at their calls, changes accepted, comments and noise gone', () => {
    expect(html(fixture('word.html'))).toEqual([
      'Operative part',
      '*Requests* the co-facilitators to present, by June 2018, a text that is _concrete_{See General Assembly resolution 71/280.} and short:',
      '- open legal pathways;',
      '  - for seasonal workers;',
      '# issue documents [to all];',
      '  # free of charge.',
      'Second call.{Ibid., paragraph 3.}',
    ]);
  });

  test('Word online: every level is a list of its own', () => {
    expect(html(fixture('wordOnline.html'))).toEqual([
      '*Requests* States_ to act_',
      '- first',
      '  - second',
      '# third',
    ]);
  });

  test('LibreOffice: notes, lists within lists, and what goes on within an entry is a paragraph', () => {
    expect(html(fixture('libreOffice.html'))).toEqual([
      '*Invites* the room to report{Resolution 71/1, annex II.} by _noon_.',
      '# first entry',
      '  # below it',
      '# second entry',
      'goes on here',
    ]);
  });

  test('Google Docs: the wrapper is not bold, and levels are those that entries state', () => {
    expect(html(fixture('googleDocs.html'))).toEqual([
      'Recommendations',
      '*States* shall _jointly_ act.',
      '- first',
      '  - second',
      '# third',
    ]);
  });

  test('a note whose text was not copied leaves its number, a text whose call was not copied stays a paragraph', () => {
    expect(html('<p>Word<a href="#_ftn1" name="_ftnref1" style="mso-footnote-id:ftn1">[1]</a></p>')).toEqual([
      'Word[1]',
    ]);
    const alone = '<div id="sdfootnote3"><p><a name="sdfootnote3sym" href="#sdfootnote3anc">3</a> Ibid.</p></div>';
    expect(html(alone)).toEqual(['3 Ibid.']);
    const long = 'x '.repeat(longestNote);
    const [call, ...rest] = html(`<p>W<a href="#fn1">1</a></p><ol><li id="fn1">${long}</li></ol>`);
    expect([call, rest.length]).toEqual(['W1', 1]);
  });
});

describe('what is pasted from a web page', () => {
  test('keeps paragraphs, lists, emphasis and notes, and drops the rest', () => {
    expect(html(fixture('webPage.html'))).toEqual([
      'Global compact',
      'The *compact* was adopted in Marrakesh.{A/RES/73/195.} It says[7] much. After a line.',
      'After two.',
      'Quoted words.',
      '- one',
      '  # under one',
      '  # again',
      '- two',
      'and more',
      'State | Year',
      'Kenya | *2016*',
      'Left one.',
      'Left two.',
      'Right.',
      'Fish & chips — café “x” … 3 < 4 and a b',
    ]);
  });

  test('a link to a heading is no note', () => {
    expect(html('<p>See <a href="#note">a</a>.</p><h2 id="notes">Notes</h2>')).toEqual(['See a.', 'Notes']);
  });
});

describe('what is pasted from a PDF', () => {
  test('lines are paragraphs again, parted words whole, page frames gone, notes at their calls, lists told', () => {
    expect(text(fixture('report.pdf.txt'))).toEqual([
      '12. The Secretary-General has called for a reality-based dialogue among Member States on the long-term consequences of ' +
        'large movements.{See General Assembly resolution 71/280, in particular the annex.} He recalls that migration is a ' +
        'positive phenomenon, and that the Agenda{Resolution 70/1.} is clear about this. The well-known figures show it.',
      'Member States are invited:',
      '# To open legal pathways that answer to the demand of labour markets;',
      '# To issue documents, which shall:',
      '  # Be free of charge;',
      '  # Be recognized elsewhere;',
      '# To report on what they do.',
      'The report would cover all countries – including those of transit – and would be discussed by the General Assembly, ' +
        'which may decide on a follow-up in the years that follow. In many long-established cases this is known.',
      '- Bulleted one',
      '- Bulleted two',
    ]);
  });

  test('numbers that cling to no word are no notes', () => {
    expect(text('We count on the G20 and on CO2.\n\n1 First things\n2 Second things')).toEqual([
      'We count on the G20 and on CO2.',
      '1 First things',
      '2 Second things',
    ]);
  });

  test('where markup only places lines on a page, the plain text is read', () => {
    const words = 'The rooms shall report to the plenary what they have\nagreed.';
    const markup = words
      .split('\n')
      .map((line) => `<span role="presentation" style="left: 10%">${line}</span><br role="presentation">`)
      .join('');
    expect(shown(blocksOf({ text: words, markup }))).toEqual([
      'The rooms shall report to the plenary what they have agreed.',
    ]);
  });

  test('Arabic and Chinese lines are joined as they are written', () => {
    const arabic =
      'تدعو الجمعية العامة الدول الأعضاء إلى فتح مسارات قانونية تستجيب\nلطلب أسواق العمل.\nأ) أولا؛\nب) ثانيا.';
    expect(text(arabic)).toEqual([
      'تدعو الجمعية العامة الدول الأعضاء إلى فتح مسارات قانونية تستجيب لطلب أسواق العمل.',
      '# أولا؛',
      '# ثانيا.',
    ]);
    expect(text('大会请各会员国开辟合法途径以满足劳动力市场的需求并定期\n报告情况。')).toEqual([
      '大会请各会员国开辟合法途径以满足劳动力市场的需求并定期报告情况。',
    ]);
  });
});

describe('what is pasted as plain text', () => {
  test('each line of unbroken text is a paragraph', () => {
    expect(text('One.\nTwo\r\n\r\nThree')).toEqual(['One.', 'Two', 'Three']);
    expect(text(`${'long '.repeat(60)}\nshort`)).toHaveLength(2);
  });

  test('lists are told by their signs where they begin at the beginning', () => {
    expect(text('Plan\n1. one\n2. two\n- dash\n- dash')).toEqual(['Plan', '# one', '# two', '  - dash', '  - dash']);
    expect(text('h) eighth\n12. twelfth\nA. Smith\ni.e. this')).toEqual([
      'h) eighth',
      '12. twelfth',
      'A. Smith',
      'i.e. this',
    ]);
    expect(text('(a) x;\n(b) y:\n(i) z;\n(ii) u;\n(c) v.')).toEqual(['# x;', '# y:', '  # z;', '  # u;', '# v.']);
  });

  test('square brackets are letters like others', () => {
    const each = editor();
    each.paste({ text: '[not agreed]' });
    expect(each.view.state.doc.textContent).toBe('[not agreed]');
    expect(readDraft(each.doc).blocks[0]?.runs).toEqual([{ text: '[not agreed]' }]);
  });
});

describe('pasted letters', () => {
  test('what nobody sees goes', () => {
    expect(tidied('mi\u00adgra\u200btion\ufeff\u0007 and\u2028more\u0000\ud800')).toBe('migration and more');
    expect(tidied('of\ufb01ce e\u0301tat')).toBe('office état');
    expect(tidied('a\u00a0b  c\u2003d')).toBe('a b c d');
    expect(tidied('États\u00a0: 10\u202f000 «\u00a0oui\u00a0»')).toBe('États\u00a0: 10\u202f000 «\u00a0oui\u00a0»');
  });

  test('marks of direction and joiners stay where they matter', () => {
    expect(tidied('plain\u200e \u202aLatin\u202c')).toBe('plain Latin');
    expect(tidied('الفقرة 3\u200f (أ)')).toBe('الفقرة 3\u200f (أ)');
    expect(tidied('نص \u2066A/RES/71/1\u2069 نص')).toBe('نص \u2066A/RES/71/1\u2069 نص');
    expect(tidied('نص \u2066open')).toBe('نص open');
    expect(tidied('نص \u202efdp')).toBe('نص fdp');
    expect(tidied('می\u200cخواهم \u200cx')).toBe('می\u200cخواهم x');
    expect(tidied('\ufefb\ufee2')).toBe('لام');
  });
});

const paragraphs = ({ view }: ReturnType<typeof editor>) =>
  view.state.doc.content.content.map(({ attrs, textContent }) => `${attrs.kind ? '#' : ''}${textContent}`);

describe('pasting into a draft', () => {
  test('words join the paragraph, entries become a list', () => {
    const each = editor('before after');
    each.select(8);
    each.paste({ text: 'one\ntwo' });
    expect(paragraphs(each)).toEqual(['before one', 'twoafter']);
    const list = editor();
    list.paste({ markup: '<ul><li>one</li><li>two</li></ul>' });
    expect(readDraft(list.doc).blocks).toMatchObject([
      { id: 'p0', kind: 'bullet', level: 0 },
      { kind: 'bullet', level: 0 },
    ]);
    const within = editor('before after');
    within.select(8);
    within.paste({ markup: '<ol><li>one</li><li>two</li></ol>' });
    expect(paragraphs(within)).toEqual(['before ', '#one', '#twoafter']);
  });

  test('everything selected is replaced by what is pasted', () => {
    const each = editor('before after');
    const selectAll = () => each.view.dispatch(each.view.state.tr.setSelection(new AllSelection(each.view.state.doc)));
    selectAll();
    expect(lookAt(each.view.state).paragraph).toMatchObject({ id: 'p0' });
    each.paste({ text: 'one\ntwo' });
    expect(paragraphs(each)).toEqual(['one', 'two']);
    selectAll();
    each.paste({ markup: '<ul><li>one</li><li>two</li></ul>' });
    expect(paragraphs(each)).toEqual(['#one', '#two']);
    expect(isValidDraft(each.doc)).toBe(true);
    expect(documentOf(textOf(each.doc)).toJSON()).toEqual(each.view.state.doc.toJSON());
  });

  test('a few words of a line keep the spaces at their ends and are no list', () => {
    const each = editor('ab');
    each.select(2);
    each.paste({ text: ' - one ' });
    expect(paragraphs(each)).toEqual(['a - one b']);
    const rich = editor('ab');
    rich.select(2);
    rich.paste({ text: 'one ', markup: '<span style="font-weight:bold">one </span>' });
    expect(readDraft(rich.doc).blocks[0]?.runs).toEqual([{ text: 'a' }, { text: 'one', bold: true }, { text: ' b' }]);
  });

  test('what was copied here comes as it is, of brackets only the words', () => {
    const own =
      '<p dir="auto" data-pm-slice="1 1 []">of <span data-sign="b">[</span>the <strong>text</strong><span data-sign="b">]</span>' +
      '<span data-note="See 1." title="See 1."></span></p><p dir="auto"></p><p dir="auto" data-kind="numbered" data-level="1"> in</p>';
    expect(html(own)).toEqual(['of the *text*{See 1.}', '', '  #  in']);
    expect(html('<p>was <span data-bracket="x">in brackets</span></p>')).toEqual(['was in brackets']);
  });

  test('too many blocks or too much text are refused whole', () => {
    const each = editor('kept');
    each.paste({ text: 'x\n'.repeat(mostBlocks) });
    each.paste({ text: 'x'.repeat(limits.draft + 1) });
    each.paste({ markup: `<p>${'x'.repeat(limits.draft + 1)}</p>` });
    each.paste({ markup: 'x'.repeat(4 * limits.draft + 1) });
    expect(each.refusals).toHaveLength(4);
    expect(each.view.state.doc.textContent).toBe('kept');
  });

  test('nothing that is pasted makes a document that is no draft', () => {
    const tags = [
      'p',
      'ul',
      'ol',
      'li',
      'b',
      'i',
      'table',
      'tr',
      'td',
      'div',
      'br',
      'a',
      'sup',
      'del',
      'h2',
      'span',
      'o:p',
    ];
    const attributes = [
      '',
      ' href="#fn1"',
      ' id="fn1"',
      " style='mso-list:l0 level3 lfo1'",
      ' style="font-weight:700"',
    ];
    const piece = fc.oneof(
      fc
        .constantFrom(...tags)
        .chain((tag) => fc.constantFrom(...attributes.map((each) => `<${tag}${each}>`), `</${tag}>`)),
      fc.constantFrom(
        '<![if !supportLists]>',
        '<!--[endif]-->',
        '<!-- x -->',
        '<',
        '&amp;',
        '&#x202e;',
        '[1]',
        ' 1 ',
        '\n',
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
      fc.constantFrom('word', 'العربية', '(a) ', '• ', '2/3\n', '\f', 'data-pm-slice'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean(), fc.nat(40), fc.nat(40)), { maxLength: 30 }), (pieces) => {
        const each = editor('States shall issue documents');
        const all = pieces.map(([words]) => words).join('');
        for (const [, isText, a, b] of pieces.slice(0, 3)) {
          const size = each.view.state.doc.content.size;
          const at = (n: number) => {
            const { from } = TextSelection.near(each.view.state.doc.resolve(n % size));
            // No caret stands between the halves of a character.
            return /[\udc00-\udfff]/.test(each.view.state.doc.textBetween(from, Math.min(from + 1, size)))
              ? from + 1
              : from;
          };
          each.select(Math.min(at(a), at(b)), Math.max(at(a), at(b)));
          each.paste(isText ? { text: all } : { markup: all });
        }
        each.view.state.doc.check();
        expect(isValidDraft(each.doc)).toBe(true);
        expect(() => draftSchema.nodeFromJSON(each.view.state.doc.toJSON()).check()).not.toThrow();
        each.view.state.doc.descendants(noJunk);
      }),
      { numRuns: 150 },
    );
  });
});

function noJunk(node: Node): void {
  if (node.isText) expect(node.text).not.toMatch(/[\p{Cc}\p{Cs}\u202e\ufffc]/u);
}

describe('hostile markup', () => {
  test('nothing in it runs, and its attributes are not words', () => {
    const markup = `<p onclick="x()">a<script>b</script><img src=x onerror="c"><a href="javascript:d">e</a><iframe srcdoc="<p>f">g</iframe></p>`;
    expect(html(markup)).toEqual(['ae']);
    expect(html('<p>a<script>never closed')).toEqual(['a']);
    expect(html('<p title="never closed>a</p>')).toEqual(['a']);
    expect(html('<p title="never closed')).toEqual([]);
  });

  test('however much it is, and however nested, it is read forward once', () => {
    // Were anything read again for every piece, this would not end.
    const much = (piece: string) => piece.repeat(Math.ceil(limits.draft / 8 / piece.length));
    const pieces = [
      ...[
        '<div>',
        '<b><i>',
        '<ul><li>',
        '<table><tr><td>x',
        '</p>',
        '<a href="#fn1">1</a>',
        '<a b="',
        '<!--',
        '<![if !supportLists]>',
      ],
      ...[
        '<',
        '&',
        '<p style="mso-list:l0 level1">',
        '<li id=fn1><a href=#fn1>1</a>x',
        '<p><span>',
        '<br>',
        '<tr><td>a<td>b',
      ],
    ];
    for (const piece of pieces) blocksOfHtml(much(piece));
    const lines = [
      '1 A\n',
      'word1 \n',
      'a-\n',
      '\n',
      '12\n',
      '(a) x\n',
      '• ',
      'x!)))',
      'A/RES/1\n1/2\n',
      'thing1\n1 Thing\n',
      'ab\u00ad\n',
    ];
    for (const line of lines) blocksOfText(much(line));
  });
});
