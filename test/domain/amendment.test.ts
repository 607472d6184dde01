import type { Change } from '@shared/domain/amendments/changes.ts';
import { nextAmendment, openAmendments, suggestedOrder } from '@shared/domain/amendments/standing.ts';
import { versionsOf } from '@shared/domain/board.ts';
import { type DraftText, plainText } from '@shared/domain/draftText.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Majority } from '@shared/domain/majority.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, type HouseOptions, house, houseCodes, inBracket, paragraphs, proposed } from '../support/build.ts';

const text = [
  'States issue identity documents without fees.',
  'They do so within thirty days of a request.',
  'They report on it once a year.',
];

let h: House;
let item: string;

function begin(options: HouseOptions = { profile: 'committee' }, draft: string | DraftText = text.join('\n')): void {
  h = house(options);
  h.openRooms({ rooms: 2 });
  item = h.reported(1, 'Identity documents', draft);
  h.step('deciding');
  h.stage(item, 'ready');
}

beforeEach(() => begin());

const itemOf = () => must(h.state.plenary.board.items[item], 'item');
const words = () => plainText(itemOf().current.draft).split('\n');
const amendmentOf = (id: string) => must(h.state.plenary.amendment.byId[id], 'amendment');
const revise = (block: number, said: string): Change => ({ as: 'revise', block, text: said });
const tryPropose = (who: string, ...changes: Change[]) =>
  h.try(who, 'amendment.propose', { itemId: item, version: itemOf().current.version, changes, rationale: 'Clearer.' });

function propose(who: string, ...changes: Change[]): string {
  const told = tryPropose(who, ...changes);
  if ('refused' in told) throw new Error(`${told.refused} ${JSON.stringify(told.details)}`);
  return String(must(told[0], 'proposal').data.amendmentId);
}

const arrange = (...amendmentIds: string[]) => h.act('mod', 'amendment.arrange', { itemId: item, amendmentIds });

const open = (amendmentId: string | null, majority: Majority = 'simple') =>
  h.try('mod', 'vote.open', {
    ...{ itemId: item, majority, present: houseCodes.length },
    ...(amendmentId ? { subject: { kind: 'amendment', amendmentId } } : {}),
  });

/** A whole vote on an amendment, or on the item where none is named. */
function put(amendmentId: string | null, ballots: Partial<Record<Choice, string[]>>, majority: Majority = 'simple') {
  const told = open(amendmentId, majority);
  if ('refused' in told) throw new Error(told.refused);
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const [choice, codes] of Object.entries(ballots))
    for (const code of codes) h.act(`${code}-1`, 'vote.cast', { voteId, choice: choice as Choice });
  h.lock(voteId);
  return { voteId, told: h.act('mod', 'vote.declare', { voteId }).map(({ type }) => type) };
}
const yes = { yes: ['KEN', 'BRA'], no: ['JPN'] };
const no = { yes: ['KEN'], no: ['JPN', 'BRA'] };

describe('proposing', () => {
  test('[AMD-1] a member state proposes changes of the text that stands, with a reason', () => {
    const id = propose('KEN-1', revise(1, 'They do so within ten days of a request.'));
    expect(amendmentOf(id)).toMatchObject({
      number: 1,
      version: 1,
      proposer: 'KEN',
      phase: 'proposed',
      coSponsors: [],
    });
    expect(words()).toEqual(text);
    for (const who of ['VAT-1', 'IOM-1', 'pan-1', 'mod', 'sec', 'screen'])
      expect(tryPropose(who, { as: 'delete', block: 0 }), who).toHaveProperty('refused', 'rights.not-permitted');
    expect(
      h.try('KEN-1', 'amendment.propose', {
        itemId: item,
        version: 2,
        changes: [{ as: 'delete', block: 0 }],
        rationale: 'No.',
      }),
    ).toEqual({ refused: 'motion.other-version', details: { version: 1 } });
  });

  test('[AMD-1] a paragraph that is not there, or changed twice, is unclear', () => {
    expect(tryPropose('KEN-1', { as: 'delete', block: 3 })).toEqual({
      ...{ refused: 'motion.paragraphs-unclear', details: { paragraphs: [4] } },
    });
    expect(tryPropose('KEN-1', { as: 'delete', block: 0 }, revise(0, 'States act.'))).toMatchObject({
      refused: 'motion.paragraphs-unclear',
    });
  });

  test('[AMD-2] it changes part of the text: a rewrite of everything is a new proposal', () => {
    const all = text.map((_, at) => revise(at, 'Something else entirely is to be agreed here.'));
    expect(tryPropose('KEN-1', ...all)).toEqual({ refused: 'amendment.new-proposal' });
    expect(tryPropose('KEN-1', ...text.map((_, block): Change => ({ as: 'delete', block })))).toEqual({
      refused: 'amendment.new-proposal',
    });
    // One paragraph left alone, or half of the words, is enough.
    propose('KEN-1', ...all.slice(1));
    propose('KEN-1', ...text.map((said, at) => revise(at, `${said} Really.`)));
    propose('KEN-1', { as: 'add', after: -1, text: 'A beginning.' });
  });

  test('[AMD-2] it changes something, and no bracket in two', () => {
    expect(tryPropose('KEN-1', revise(0, ` ${text[0]} `))).toEqual({ refused: 'amendment.changes-nothing' });
    const runs = inBracket('b1', 'free of charge');
    const [opens, inner, closes] = runs;
    begin(
      { profile: 'committee' },
      {
        blocks: [
          { kind: 'paragraph', level: 0, runs: [{ text: 'States act ' }, must(opens, 'sign'), must(inner, 'words')] },
          { kind: 'paragraph', level: 0, runs: [{ text: 'and soon' }, must(closes, 'sign'), { text: '.' }] },
          { kind: 'paragraph', level: 0, runs: [{ text: 'They report on it.' }] },
        ],
        brackets: { b1: proposed('KEN') },
      },
    );
    expect(tryPropose('KEN-1', { as: 'delete', block: 0 })).toEqual({ refused: 'amendment.cuts-bracket' });
    const id = propose('KEN-1', revise(0, 'States shall act free of charge'));
    put(id, yes);
    expect(itemOf().current.draft.blocks[0]?.runs).toEqual([
      ...[{ text: 'States shall act ' }, { text: '', opens: 'b1' }, { text: 'free of charge' }],
    ]);
    expect(itemOf().current.brackets).toBe(1);
  });

  test('[AMD-3] while the panel speaks of the item, and not while it is open for decision or decided', () => {
    const id = propose('KEN-1', revise(0, 'States issue identity documents.'));
    h.step('reporting');
    propose('BRA-1', revise(1, 'They do so within a month of a request.'));
    h.step('deciding');
    const told = open(null);
    expect(told).toEqual({ refused: 'amendment.undecided', details: { n: 2 } });
    arrange(...openAmendments(h.state.plenary.amendment, item).map((each) => each.id));
    const voteId = String(must((open(id) as { data: Record<string, unknown> }[])[0], 'vote').data.voteId);
    const under = { refused: 'amendment.under-decision' };
    expect(tryPropose('CHE-1', revise(2, 'They report.'))).toEqual(under);
    expect(h.try('BRA-1', 'amendment.withdraw', { amendmentId: id })).toEqual(under);
    h.act('mod', 'vote.withdraw', { voteId });
    for (const each of openAmendments(h.state.plenary.amendment, item)) put(each.id, no);
    put(null, yes);
    expect(tryPropose('CHE-1', revise(2, 'They report.'))).toEqual({ refused: 'motion.item-decided' });
    h.step('breakout');
    expect(tryPropose('CHE-1', revise(2, 'They report.'))).toMatchObject({ refused: 'panel.wrong-step' });
  });
});

describe('sponsors', () => {
  test('[AMD-4] member states join and leave, the proposer withdraws, and another takes it up', () => {
    const id = propose('KEN-1', revise(0, 'States issue identity documents.'));
    const later = propose('SEN-1', revise(2, 'They report.'));
    h.act('BRA-2', 'amendment.join', { amendmentId: id });
    h.act('CHE-1', 'amendment.join', { amendmentId: id });
    expect(h.try('CHE-2', 'amendment.join', { amendmentId: id })).toEqual([]);
    h.act('CHE-2', 'amendment.leave', { amendmentId: id });
    expect(amendmentOf(id).coSponsors).toEqual(['BRA']);
    expect(h.try('KEN-1', 'amendment.leave', { amendmentId: id })).toEqual({ refused: 'amendment.proposer-withdraws' });
    expect(h.try('BRA-1', 'amendment.withdraw', { amendmentId: id })).toEqual({
      refused: 'amendment.not-the-proposer',
    });
    h.act('KEN-2', 'amendment.withdraw', { amendmentId: id });
    expect(h.try('CHE-1', 'amendment.join', { amendmentId: id })).toEqual({ refused: 'amendment.decided' });
    h.act('JPN-1', 'amendment.takeUp', { amendmentId: id });
    expect(amendmentOf(id)).toMatchObject({ proposer: 'JPN', coSponsors: [], phase: 'proposed', number: 1 });
    expect(openAmendments(h.state.plenary.amendment, item).map((each) => each.id)).toEqual([later, id]);
  });

  test('[AMD-4] until a vote on it has begun', () => {
    const id = propose('KEN-1', revise(0, 'States issue identity documents.'));
    h.act('BRA-1', 'amendment.join', { amendmentId: id });
    // Nobody is present: the vote decides nothing, and still it has begun.
    h.act('mod', 'vote.open', {
      ...{ itemId: item, majority: 'simple', present: 3, subject: { kind: 'amendment', amendmentId: id } },
    });
    const voteId = must(h.state.plenary.vote.order.at(-1), 'vote');
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
    expect(amendmentOf(id).phase).toBe('proposed');
    const begun = { refused: 'motion.voting-has-begun' };
    expect(h.try('CHE-1', 'amendment.join', { amendmentId: id })).toEqual(begun);
    expect(h.try('BRA-1', 'amendment.leave', { amendmentId: id })).toEqual(begun);
    expect(h.try('KEN-1', 'amendment.withdraw', { amendmentId: id })).toEqual(begun);
    expect(h.try('mod', 'amendment.accept', { amendmentId: id })).toEqual(begun);
  });
});

describe('accepting', () => {
  test('[AMD-5] [AMD-9] by the room that reported it: part of the text without a vote', () => {
    const id = propose('KEN-1', revise(1, 'They do so within ten days of a request.'), {
      as: 'add',
      after: 1,
      text: 'And fast.',
    });
    const other = propose('BRA-1', { as: 'delete', block: 2 });
    const stranger = must(
      Object.values(h.state.plenary.room.byId).find(({ id: room }) => room !== itemOf().roomId)?.members[0],
      'somebody of the other room',
    );
    expect(h.try(stranger, 'amendment.accept', { amendmentId: id })).toEqual({ refused: 'rights.not-permitted' });
    h.act(h.rapporteur(itemOf().roomId), 'amendment.accept', { amendmentId: id });
    expect(amendmentOf(id)).toMatchObject({ phase: 'accepted', voteId: null });
    expect(words()).toEqual([text[0], 'They do so within ten days of a request.', 'And fast.', text[2]]);
    expect(h.try('mod', 'amendment.accept', { amendmentId: other })).toEqual({ refused: 'amendment.room-accepts' });
    h.act(h.rapporteur(itemOf().roomId), 'amendment.accept', { amendmentId: other });
    expect(words()).toEqual([text[0], 'They do so within ten days of a request.', 'And fast.']);
    expect(versionsOf(itemOf()).map(({ version, amendedBy }) => [version, amendedBy?.amendments])).toEqual([
      ...[
        [1, undefined],
        [2, [id]],
        [3, [other]],
      ],
    ]);
    expect(itemOf()).toMatchObject({ stage: 'ready', isStaged: true });
    expect(h.state.plenary.board.columns[h.panel()]?.ready).toEqual([item]);
    expect(h.state.plenary.vote.order).toEqual([]);
  });
});

test('[AMD-5] the bureau accepts one where decisions merely indicate', () => {
  begin({ profile: 'informal' });
  const id = propose('KEN-1', { as: 'delete', block: 2 });
  h.act('mod', 'amendment.accept', { amendmentId: id });
  expect(amendmentOf(id).phase).toBe('accepted');
});

test('[AMD-8] what an accepted amendment implies the rejection of is not put', () => {
  const id = propose('KEN-1', { as: 'delete', block: 2 });
  const other = propose('BRA-1', revise(1, 'They do so within ten days of a request.'));
  h.act('mod', 'amendment.relate', { amendmentId: id, rejects: other, isImplied: true });
  h.act(h.rapporteur(itemOf().roomId), 'amendment.accept', { amendmentId: id });
  expect(amendmentOf(other)).toMatchObject({ phase: 'not-put', because: id });
});

describe('the order', () => {
  test('[AMD-6] is suggested furthest first, and never applied by itself', () => {
    const adds = propose('KEN-1', revise(0, `${text[0]} Everywhere, and for everybody.`));
    const restricts = propose('BRA-1', revise(0, 'States issue documents.'));
    const replaces = propose('CHE-1', revise(1, 'They do so within ten days of a request.'));
    const further = propose('JPN-1', revise(1, 'They do so as soon as they can.'));
    const deletes = propose('SEN-1', { as: 'delete', block: 2 });
    const suggested = suggestedOrder(h.state.plenary, item).map(({ id }) => id);
    expect(suggested).toEqual([deletes, further, replaces, restricts, adds]);
    expect(openAmendments(h.state.plenary.amendment, item).map(({ id }) => id)).toEqual([
      ...[adds, restricts, replaces, further, deletes],
    ]);
  });

  test('[AMD-7] is the chair’s, and only the next may be put', () => {
    const first = propose('KEN-1', revise(0, 'States issue identity documents.'));
    expect(nextAmendment(h.state.plenary.amendment, item)?.id).toBe(first);
    const second = propose('BRA-1', revise(1, 'They do so within ten days of a request.'));
    expect(open(first)).toEqual({ refused: 'amendment.not-arranged' });
    expect(h.try('mod', 'amendment.arrange', { itemId: item, amendmentIds: [second] })).toEqual({
      refused: 'amendment.order-incomplete',
    });
    expect(h.try('KEN-1', 'amendment.arrange', { itemId: item, amendmentIds: [first, second] })).toEqual({
      refused: 'rights.not-permitted',
    });
    arrange(second, first);
    expect(open(first)).toEqual({ refused: 'amendment.not-next', details: { next: 2 } });
    const third = propose('CHE-1', { as: 'delete', block: 2 });
    put(second, yes);
    expect(open(third)).toEqual({ refused: 'amendment.not-next', details: { next: 1 } });
    put(first, no);
    put(third, no);
    expect(open(third)).toEqual({ refused: 'amendment.decided' });
  });

  test('[AMD-8] what an adoption implies the rejection of is not put, because of it', () => {
    const [a, b, c] = [
      propose('KEN-1', revise(1, 'They do so within ten days of a request.')),
      propose('BRA-1', revise(1, 'They do so within sixty days of a request.')),
      propose('CHE-1', { as: 'delete', block: 2 }),
    ];
    arrange(a, b, c);
    h.act('mod', 'amendment.relate', { amendmentId: a, rejects: b, isImplied: true });
    h.act('mod', 'amendment.relate', { amendmentId: a, rejects: c, isImplied: true });
    h.act('mod', 'amendment.relate', { amendmentId: a, rejects: c, isImplied: false });
    expect(h.try('mod', 'amendment.relate', { amendmentId: a, rejects: a, isImplied: true })).toEqual({
      refused: 'amendment.rejects-itself',
    });
    const { told } = put(a, yes);
    expect(told).toEqual([
      ...['vote.TallyDeclared', 'amendment.AmendmentAdopted', 'amendment.AmendmentNotPut', 'board.ItemAmended'],
    ]);
    expect(amendmentOf(b)).toMatchObject({ phase: 'not-put', because: a });
    expect(open(b)).toEqual({ refused: 'amendment.decided' });
    expect(h.try('mod', 'amendment.relate', { amendmentId: c, rejects: b, isImplied: true })).toEqual({
      refused: 'amendment.decided',
    });
    expect(h.try('mod', 'amendment.ruleNotPut', { amendmentId: c, because: b })).toEqual({
      refused: 'amendment.not-a-cause',
    });
    h.act('mod', 'amendment.ruleNotPut', { amendmentId: c, because: a });
    expect(amendmentOf(c)).toMatchObject({ phase: 'not-put', because: a });
    expect(open(null)).not.toHaveProperty('refused');
  });

  test('[AMD-8] a rejection implies nothing', () => {
    const a = propose('KEN-1', revise(1, 'They do so within ten days of a request.'));
    const b = propose('BRA-1', revise(1, 'They do so within sixty days of a request.'));
    arrange(a, b);
    h.act('mod', 'amendment.relate', { amendmentId: a, rejects: b, isImplied: true });
    put(a, no);
    expect(amendmentOf(b).phase).toBe('proposed');
  });
});

describe('the text', () => {
  test('[AMD-9] an adopted amendment makes the next version, a rejected one none', () => {
    const id = propose('KEN-1', { as: 'delete', block: 1 }, revise(2, 'They report on it twice a year.'));
    const { voteId } = put(id, yes);
    expect(amendmentOf(id)).toMatchObject({ phase: 'adopted', voteId });
    expect(words()).toEqual([text[0], 'They report on it twice a year.']);
    const lost = propose('BRA-1', { as: 'delete', block: 0 });
    put(lost, no);
    expect(amendmentOf(lost).phase).toBe('rejected');
    expect(itemOf().current.version).toBe(2);
  });

  test('[AMD-9] what nobody voted on for want of a quorum is still open', () => {
    const id = propose('KEN-1', { as: 'delete', block: 1 });
    h.act('mod', 'vote.open', {
      ...{ itemId: item, majority: 'simple', present: 3, subject: { kind: 'amendment', amendmentId: id } },
    });
    const voteId = must(h.state.plenary.vote.order.at(-1), 'vote');
    h.lock(voteId);
    expect(h.act('mod', 'vote.declare', { voteId }).map(({ type }) => type)).toEqual(['vote.TallyDeclared']);
    expect(amendmentOf(id).phase).toBe('proposed');
    put(id, yes);
    expect(amendmentOf(id).phase).toBe('adopted');
  });

  test('[AMD-10] several amendments to one paragraph stand together as long as they touch other words', () => {
    const a = propose('KEN-1', revise(1, 'They do so within ten days of a request.'));
    const b = propose('BRA-1', revise(1, 'They shall do so within thirty days of a request.'), {
      ...{ as: 'add', after: 1, text: 'Nobody is turned away.' },
    });
    const c = propose('CHE-1', { as: 'add', after: 1, text: 'Without exception.' });
    const d = propose('JPN-1', { as: 'delete', block: 0 });
    arrange(d, a, b, c);
    for (const id of [d, a, b, c]) put(id, yes);
    expect(words()).toEqual([
      'They shall do so within ten days of a request.',
      ...['Without exception.', 'Nobody is turned away.', text[2]],
    ]);
  });

  test('[AMD-10] who touches the same words restates the amendment against the new text, or it is not put', () => {
    const a = propose('KEN-1', revise(1, 'They do so within ten days of a request.'));
    const b = propose('BRA-1', revise(1, 'They do so within sixty days of a request.'));
    const c = propose('CHE-1', { as: 'delete', block: 1 });
    arrange(a, b, c);
    put(a, yes);
    expect(open(b)).toEqual({ refused: 'amendment.text-has-changed', details: { amendment: 2 } });
    expect(h.try(h.rapporteur(itemOf().roomId), 'amendment.accept', { amendmentId: b })).toMatchObject({
      refused: 'amendment.text-has-changed',
    });
    const stated = { amendmentId: b, version: 2, changes: [revise(1, 'They do so within sixty days of a request.')] };
    expect(h.try('KEN-1', 'amendment.restate', stated)).toEqual({ refused: 'amendment.not-the-proposer' });
    expect(h.try('BRA-1', 'amendment.restate', { ...stated, version: 1 })).toMatchObject({
      refused: 'motion.other-version',
    });
    h.act('BRA-1', 'amendment.restate', stated);
    put(b, yes);
    expect(words()[1]).toBe('They do so within sixty days of a request.');
    expect(open(c)).toEqual({ refused: 'amendment.text-has-changed', details: { amendment: 3 } });
    h.act('mod', 'amendment.ruleNotPut', { amendmentId: c, because: b });
    expect(open(null)).not.toHaveProperty('refused');
  });

  test('[AMD-10] what another amendment has already done is nothing to be put', () => {
    const a = propose('KEN-1', revise(1, 'They do so within ten days of a request.'));
    const b = propose('BRA-1', revise(1, 'They do so within ten days of a request.'));
    arrange(a, b);
    put(a, yes);
    expect(open(b)).toEqual({ refused: 'amendment.text-has-changed', details: { amendment: 2 } });
  });
});

describe('putting the item', () => {
  test('[AMD-11] when all its amendments are decided', () => {
    const [a, b, c] = [0, 1, 2].map((block) => propose('KEN-1', { as: 'delete', block })) as [string, string, string];
    arrange(c, b, a);
    expect(open(null)).toEqual({ refused: 'amendment.undecided', details: { n: 3 } });
    put(c, yes);
    h.act('KEN-1', 'amendment.withdraw', { amendmentId: b });
    put(a, no);
    const { voteId } = put(null, yes);
    expect(h.state.plenary.vote.byId[voteId]).toMatchObject({ itemVersion: 2, subject: { kind: 'item' } });
  });

  test('[AMD-11] two thirds also for amendments to what needs two thirds', () => {
    const a = propose('KEN-1', { as: 'delete', block: 1 });
    const b = propose('BRA-1', { as: 'delete', block: 2 });
    arrange(a, b);
    put(a, { yes: ['KEN', 'BRA', 'CHE'], no: ['JPN', 'SEN'] }, 'two-thirds');
    expect(amendmentOf(a).phase).toBe('rejected');
    const other = { refused: 'amendment.other-majority', details: { majority: 'two-thirds' } };
    expect(open(b)).toEqual(other);
    put(b, no, 'two-thirds');
    expect(open(null)).toEqual(other);
    expect(open(null, 'two-thirds')).not.toHaveProperty('refused');
  });

  test('[AMD-12] an indicative vote leaves the text; the bureau takes it over', () => {
    begin({});
    const a = propose('KEN-1', revise(1, 'They do so within ten days of a request.'));
    const b = propose('BRA-1', revise(1, 'They do so within sixty days of a request.'));
    arrange(a, b);
    h.act('mod', 'amendment.relate', { amendmentId: a, rejects: b, isImplied: true });
    put(a, yes);
    expect(amendmentOf(a).phase).toBe('indicated');
    expect(amendmentOf(b).phase).toBe('proposed');
    expect(itemOf().current.version).toBe(1);
    expect(h.try('KEN-1', 'amendment.takeOver', { amendmentId: a })).toEqual({ refused: 'rights.not-permitted' });
    h.act('mod', 'amendment.takeOver', { amendmentId: a });
    expect(amendmentOf(a).phase).toBe('adopted');
    expect(amendmentOf(b)).toMatchObject({ phase: 'not-put', because: a });
    expect(itemOf().current).toMatchObject({ version: 2, amendedBy: { amendments: [a] } });
    expect(words()[1]).toBe('They do so within ten days of a request.');
  });
});

test('[LIN-8] a part of a split item that has an amendment is no longer only a part', () => {
  h.act('mod', 'lineage.split', {
    itemId: item,
    parts: [
      { title: 'One', blockIndexes: [0] },
      { title: 'Two', blockIndexes: [1, 2] },
    ],
  });
  const part = must(itemOf().gone?.into[1], 'part');
  const changes: Change[] = [{ as: 'delete', block: 1 }];
  h.act('KEN-1', 'amendment.propose', { itemId: part, version: 1, changes, rationale: 'No.' });
  expect(h.try('mod', 'lineage.unsplit', { itemId: item })).toMatchObject({ refused: 'lineage.part-acted-on' });
});

test('[AMD-9] footnotes, looks and lists survive an amendment', () => {
  const draft: DraftText = {
    blocks: [
      {
        id: 'p1',
        kind: 'paragraph',
        level: 0,
        runs: [
          { text: 'States ' },
          { text: 'shall', bold: true },
          { text: ' act' },
          { text: '', note: 'See A.' },
          { text: '.' },
        ],
      },
      { id: 'p2', kind: 'bullet', level: 1, status: 'agreed', runs: [{ text: 'now' }] },
      ...paragraphs('They report.').blocks,
    ],
  };
  begin({ profile: 'committee' }, draft);
  const id = propose('KEN-1', revise(0, 'States shall always act.'), revise(1, 'now and here'), {
    as: 'add',
    after: 1,
    text: 'soon',
  });
  put(id, yes);
  expect(itemOf().current.draft.blocks).toEqual([
    {
      id: 'p1',
      number: '1',
      kind: 'paragraph',
      level: 0,
      runs: [
        { text: 'States ' },
        { text: 'shall', bold: true },
        { text: ' always act' },
        { text: '', note: 'See A.' },
        { text: '.' },
      ],
    },
    { id: 'p2', kind: 'bullet', level: 1, runs: [{ text: 'now and here' }] },
    { id: `${id}.1`, kind: 'bullet', level: 1, runs: [{ text: 'soon' }] },
    ...paragraphs('They report.').blocks,
  ]);
});
