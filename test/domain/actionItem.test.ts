import { instruments } from '@shared/data/instruments.ts';
import { sdgGoals, sdgIndicators, sdgTargets } from '@shared/data/sdg.ts';
import { type ActionItem, draftPlace, maxDrafts } from '@shared/domain/actionItem.ts';
import { readyListsOf } from '@shared/domain/concreteness/lists.ts';
import { draftConcreteness } from '@shared/domain/concreteness/ofDraft.ts';
import { type Fields, type Measure, statedIn } from '@shared/domain/itemFields.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { referenceCodes } from '@shared/domain/referenceCodes.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house, inBracket, paragraphs, proposed, rich } from '../support/build.ts';

const measure: Measure = {
  indicator: '10.7.2',
  ...{ text: '', unit: 'countries', baseline: '12', target: '40', source: 'IOM', isDisaggregated: true },
};
const concrete: Fields = {
  lead: [{ kind: 'delegation', id: 'KEN' }],
  horizon: 'short',
  measures: [measure],
  targets: ['10.7'],
  instruments: ['gcm'],
};
/** Nothing but the words is asked for. */
const anchored: Fields = { noAlignment: 'A matter of protocol.', gap: 'No register of consuls.' };

let h: House;
let roomId: string;
/** Two members of the first room: who reports, and who only drafts. */
let rapporteur: string;
let member: string;

const item = (itemId: string): ActionItem => must(h.state.room[roomId]?.actionItem.byId[itemId], itemId);
const snapshot = (itemId: string) => must(h.state.plenary.board.items[itemId], itemId).current;
const report = (itemId: string, waiver?: string) =>
  h.try(rapporteur, 'actionItem.report', { roomId, itemId, ...(waiver === undefined ? {} : { waiver }) });

beforeEach(() => {
  h = house({ panels: ['First', 'Second'] });
  [roomId] = h.openRooms({ rooms: 2 }) as [string, string];
  const room = must(h.state.plenary.room.byId[roomId], 'room');
  const [first, second, third] = room.members.filter((id) => id !== room.facilitator) as [string, string, string];
  h.act('mod', 'room.handOver', { roomId, duty: 'rapporteur', participantId: first });
  rapporteur = first;
  member = second === rapporteur ? third : second;
});

describe('while the room is open', () => {
  test('[ITEM-1] any member starts a draft, nobody else does', () => {
    const outsider = must(h.state.plenary.room.byId[h.roomId(2)]?.members[0], 'member of room 2');
    for (const who of [outsider, 'mod', 'sec', 'pan-1', 'screen'])
      expect(h.try(who, 'actionItem.start', { roomId, title: 'A' })).toEqual({ refused: 'rights.not-permitted' });
    h.act(member, 'actionItem.start', { roomId, title: 'Shared standards' });
    expect(Object.values(must(h.state.room[roomId], 'room').actionItem.byId)).toEqual([
      {
        ...{ id: expect.any(String), title: 'Shared standards', startedBy: member },
        fields: {},
        version: 0,
        phase: 'drafting',
      },
    ]);
  });

  test('[ITEM-1] a room holds fifty drafts, withdrawn ones included', () => {
    for (let n = 1; n <= maxDrafts; n++) h.act(member, 'actionItem.start', { roomId, title: `Draft ${n}` });
    const first = must(h.state.room[roomId]?.actionItem.order[0], 'first draft');
    h.act(rapporteur, 'actionItem.withdraw', { roomId, itemId: first });
    expect(h.try(member, 'actionItem.start', { roomId, title: 'One more' })).toEqual({
      refused: 'actionItem.too-many',
    });
  });

  test('[ITEM-2] members write title and fields; the bureau reads', () => {
    const itemId = h.draft(1, 'A', 'Words.');
    h.act(member, 'actionItem.entitle', { roomId, itemId, title: 'B' });
    h.act(member, 'actionItem.fill', { roomId, itemId, fields: { means: 'Two experts' } });
    expect(item(itemId)).toMatchObject({ title: 'B', fields: { means: 'Two experts' } });
    expect(h.act(member, 'actionItem.entitle', { roomId, itemId, title: 'B' })).toEqual([]);
    for (const who of ['mod', 'sec'])
      expect(h.try(who, 'actionItem.fill', { roomId, itemId, fields: { means: '' } })).toEqual({
        refused: 'rights.not-permitted',
      });
    expect(h.try(member, 'actionItem.entitle', { roomId, itemId: 'nothing', title: 'C' })).toEqual({
      refused: 'actionItem.unknown',
    });
  });

  test('[ITEM-2] writing goes on during a recall and ends with the freeze', () => {
    const itemId = h.draft(1, 'A', 'Words.');
    h.act('mod', 'room.recall', { roomIds: [roomId], seconds: 60 });
    h.act(member, 'actionItem.entitle', { roomId, itemId, title: 'Last words' });
    expect(draftPlace(h.state, itemId)).toEqual({ roomId, isWritable: true });
    h.now += 60_000;
    h.act('system', 'room.freeze', { roomIds: [roomId] });
    const frozen = { refused: 'room.frozen' };
    expect(h.try(member, 'actionItem.entitle', { roomId, itemId, title: 'Too late' })).toEqual(frozen);
    expect(h.try(member, 'actionItem.fill', { roomId, itemId, fields: { gap: 'x' } })).toEqual(frozen);
    expect(h.try(member, 'actionItem.start', { roomId, title: 'Too late' })).toEqual(frozen);
    expect(h.try(rapporteur, 'actionItem.withdraw', { roomId, itemId })).toEqual(frozen);
    expect(draftPlace(h.state, itemId)).toEqual({ roomId, isWritable: false });
    expect(draftPlace(h.state, 'nothing')).toBeNull();
  });

  test('[ITEM-2] what is reported or withdrawn is not written in', () => {
    const [reported, withdrawn] = [h.reported(1, 'A'), h.draft(1, 'B', 'Words.')];
    h.act(rapporteur, 'actionItem.withdraw', { roomId, itemId: withdrawn });
    for (const [itemId, refused] of [
      [reported, 'actionItem.already-reported'],
      [withdrawn, 'actionItem.withdrawn'],
    ] as const) {
      expect(h.try(member, 'actionItem.entitle', { roomId, itemId, title: 'C' })).toEqual({ refused });
      expect(h.try(member, 'actionItem.fill', { roomId, itemId, fields: { means: 'x' } })).toEqual({ refused });
      expect(draftPlace(h.state, itemId)?.isWritable).toBe(false);
    }
  });

  test('[ITEM-9] facilitator and rapporteur put the drafts in order, every one of them once', () => {
    const [a, b, c] = [h.draft(1, 'A', 'a'), h.draft(1, 'B', 'b'), h.draft(1, 'C', 'c')];
    const order = (who: string, itemIds: string[]) => h.try(who, 'actionItem.order', { roomId, itemIds });
    expect(order(member, [c, a, b])).toEqual({ refused: 'rights.not-permitted' });
    order(rapporteur, [c, a, b]);
    expect(h.state.room[roomId]?.actionItem.order).toEqual([c, a, b]);
    h.act('mod', 'room.handOver', { roomId, duty: 'facilitator', participantId: member });
    order(member, [b, c, a]);
    expect(h.state.room[roomId]?.actionItem.order).toEqual([b, c, a]);
    for (const incomplete of [[a, b], [a, b, b], [a, b, c, c], []])
      expect(order(rapporteur, incomplete)).toEqual({ refused: 'actionItem.order-incomplete' });
    expect(order(rapporteur, [a, b, 'nothing'])).toEqual({ refused: 'actionItem.unknown' });
  });

  test('[ITEM-12] filling replaces the fields it names and leaves the others', () => {
    h.act('sec', 'brief.layDown', {
      title: 'Brief',
      paragraphs: [{ id: 'p1', number: '1', text: 'Text.', panelId: null, footnotes: [] }],
    });
    const itemId = h.draft(1, 'A', 'Words.', { lead: [{ kind: 'words', text: 'Cities' }], horizon: 'long' });
    const fill = (fields: Partial<Fields>) => h.try(member, 'actionItem.fill', { roomId, itemId, fields });
    fill({ lead: [{ kind: 'delegation', id: 'CHL' }], paragraph: 'p1' });
    fill({ horizon: null });
    expect(item(itemId).fields).toEqual({
      lead: [{ kind: 'delegation', id: 'CHL' }],
      ...{ horizon: null, paragraph: 'p1' },
    });
    expect(fill({ paragraph: 'p9' })).toEqual({ refused: 'brief.paragraph-unknown' });
    expect(item(itemId).fields.paragraph).toBe('p1');
    fill({ paragraph: null });
    expect(item(itemId).fields.paragraph).toBeNull();
  });

  test('[ITEM-15] codes are those of the lists, or of the map’s own instruments; what stood there may stay', () => {
    const itemId = h.draft(1, 'A', 'Words.');
    const fill = (fields: Partial<Fields>) => h.try(member, 'actionItem.fill', { roomId, itemId, fields });
    const refused = (...codes: string[]) => ({ refused: 'actionItem.not-listed', details: { codes } });
    expect(fill({ targets: ['10', '10.7', '10.c', '10.77', '18', '10.z'] })).toEqual(refused('10.77', '18', '10.z'));
    expect(fill({ measures: [{ ...measure, indicator: '10.7.5' }] })).toEqual(refused('10.7.5'));
    expect(fill({ measures: [{ ...measure, indicator: '10.7' }] })).toEqual(refused('10.7'));
    for (const id of ['iom', 'constructor', '__proto__'])
      expect(fill({ instruments: ['gcm', id] })).toEqual(refused(id));
    expect(item(itemId).fields).toEqual({});
    h.act('sec', 'instrumentMap.addInstrument', { name: 'Quito Process', symbol: null, year: null });
    const own = must(h.state.plenary.instrumentMap.instruments[0], 'own').id;
    expect(
      fill({ instruments: [own], targets: ['10.7'], measures: [{ ...measure, indicator: null }] }),
    ).not.toHaveProperty('refused');
    // Written before codes were looked at.
    item(itemId).fields.targets = ['10.77'];
    expect(fill({ targets: ['10.77', '10.7'] })).not.toHaveProperty('refused');
  });

  test('[ITEM-15] the codes of the rule are those of the tables', () => {
    const codes = referenceCodes();
    expect([...codes.targets].sort()).toEqual(
      [...sdgGoals.map(({ number }) => String(number)), ...sdgTargets.map(({ code }) => code)].sort(),
    );
    expect([...codes.indicators].sort()).toEqual(sdgIndicators.map(({ code }) => code).sort());
    expect([...codes.instruments].sort()).toEqual(instruments.map(({ id }) => id).sort());
  });

  test('[ITEM-17] a gap is declared under a theme of the map', () => {
    const itemId = h.draft(1, 'A', 'Words.');
    const fill = (fields: Partial<Fields>) => h.try(member, 'actionItem.fill', { roomId, itemId, fields });
    h.act('sec', 'instrumentMap.addTheme', { name: 'Climate' });
    const theme = must(h.state.plenary.instrumentMap.themes[0], 'theme').id;
    expect(fill({ gapTheme: 'nowhere' })).toEqual({ refused: 'instrumentMap.theme-unknown' });
    for (const gapTheme of [theme, h.panel(2), null]) {
      fill({ gapTheme });
      expect(item(itemId).fields.gapTheme).toBe(gapTheme);
    }
  });
});

describe('reporting', () => {
  test('[ITEM-3] once is enough until it is taken back', () => {
    const itemId = h.reported(1, 'A');
    expect(report(itemId, 'Again.')).toEqual({ refused: 'actionItem.already-reported' });
    h.takeBack(itemId);
    expect(report(itemId, 'Again.')).not.toHaveProperty('refused');
    expect(report('nothing', 'x')).toEqual({ refused: 'actionItem.unknown' });
  });

  test('[ITEM-4] a draft without words is not reported', () => {
    const itemId = h.draft(1, 'A', ' \n ', concrete);
    expect(report(itemId)).toEqual({ refused: 'actionItem.empty' });
    h.drafts.delete(itemId);
    expect(report(itemId)).toEqual({ refused: 'actionItem.empty' });
    h.drafts.set(itemId, paragraphs('Words.'));
    expect(report(itemId)).not.toHaveProperty('refused');
  });

  test('[ITEM-5] gaps need a stated waiver, which travels with the item', () => {
    const itemId = h.draft(1, 'A', 'Words.', { ...anchored, horizon: 'short' });
    for (const waiver of [undefined, '', '  '])
      expect(report(itemId, waiver)).toEqual({ refused: 'actionItem.gaps', details: { gaps: ['who', 'measure'] } });
    report(itemId, 'The lead is decided next month.');
    expect(snapshot(itemId).waiver).toBe('The lead is decided next month.');
  });

  test('[ITEM-5] where nothing is lacking no waiver is kept', () => {
    const itemId = h.draft(1, 'A', 'Words.', concrete);
    report(itemId, 'Not needed.');
    expect(snapshot(itemId).waiver).toBeNull();
  });

  test('[ITEM-5] words say it as well as fields', () => {
    const whole = 'The States publish their fees by 2020, at least one in each language.';
    report(h.draft(1, 'A', whole, anchored));
    const fields = { ...anchored, lead: concrete.lead ?? [] };
    const itemId = h.draft(1, 'B', 'Cooperation should be strengthened by 2020.', fields);
    expect(report(itemId)).toEqual({ refused: 'actionItem.gaps', details: { gaps: ['what', 'measure'] } });
    expect(h.state.plenary.board.items).not.toHaveProperty(itemId);
    const [reported] = Object.values(h.state.plenary.board.items);
    expect(reported?.current.waiver).toBeNull();
  });

  test('[ITEM-16] what an item is anchored in is asked for as who and when are', () => {
    const bare: Fields = {
      ...concrete,
      targets: [],
      instruments: [],
      measures: [{ ...measure, isDisaggregated: false }],
    };
    const itemId = h.draft(1, 'A', 'Words.', bare);
    const gaps = ['alignment', 'disaggregation', 'instruments'];
    expect(report(itemId)).toEqual({ refused: 'actionItem.gaps', details: { gaps } });
    report(itemId, 'The annex will say it.');
    expect(snapshot(itemId).waiver).toBe('The annex will say it.');
  });

  test('[ITEM-16] an objective aligns, a gap stands for an instrument, a reason for whatever does not apply', () => {
    const bare: Fields = { lead: concrete.lead ?? [], horizon: 'short' };
    const reasons: Fields = {
      ...{ noMeasure: 'A declaration of principle.', noAlignment: 'No target speaks of protocol.' },
      noInstrument: 'Consular practice is not codified.',
    };
    for (const [fields, lacking] of [
      [reasons, []],
      [{ ...reasons, noAlignment: ' ', objectives: [4] }, []],
      [{ ...reasons, noInstrument: '', gap: 'No register of consuls.' }, []],
      [{ ...reasons, noMeasure: '  ', gap: ' ' }, ['measure']],
      [{ ...reasons, noInstrument: '', gap: ' ' }, ['instruments']],
      [{ ...reasons, noMeasure: '', measures: [{ ...measure, isDisaggregated: false }] }, ['disaggregation']],
      [{ ...reasons, measures: [{ ...measure, isDisaggregated: false }], noDisaggregation: 'It counts States.' }, []],
    ] as [Fields, string[]][]) {
      const itemId = h.draft(1, 'A', 'Words.', { ...bare, ...fields });
      const told = report(itemId);
      if (lacking.length === 0) expect(told, JSON.stringify(fields)).not.toHaveProperty('refused');
      else expect(told).toEqual({ refused: 'actionItem.gaps', details: { gaps: lacking } });
    }
  });

  test('[ITEM-16] a reason why no measure applies makes no vague promise concrete', () => {
    const draft = must(h.text(h.draft(1, 'A', 'States should strengthen cooperation.')), 'text');
    const missing = (fields: Fields) =>
      draftConcreteness(fields, draft, readyListsOf({})).vague.map((each) => each.missing);
    expect(missing({ measures: [measure] })).toEqual([['what']]);
    expect(missing({ noMeasure: 'A principle.' })).toEqual([['what', 'when']]);
  });

  test('[WORD-2] the gate of a report goes by the lists as the secretariat has them', () => {
    const itemId = h.draft(1, 'A', 'The ombudsman publishes the fees by 2020, at least one in each language.', {
      ...concrete,
      lead: [],
    });
    expect(report(itemId)).toEqual({ refused: 'actionItem.gaps', details: { gaps: ['who'] } });
    h.act('sec', 'wordList.add', { language: 'en', list: 'actors', words: 'Ombudsman' });
    report(itemId);
    expect(snapshot(itemId).waiver).toBeNull();
  });

  test('[ITEM-6] what was never reported is withdrawn and restored, the rest stays accounted for', () => {
    const [a, b] = [h.draft(1, 'A', 'Words.'), h.reported(1, 'B')];
    h.takeBack(b);
    expect(h.try(rapporteur, 'actionItem.withdraw', { roomId, itemId: b })).toEqual({
      refused: 'actionItem.was-reported',
    });
    expect(h.try(member, 'actionItem.withdraw', { roomId, itemId: a })).toEqual({ refused: 'rights.not-permitted' });
    h.act(rapporteur, 'actionItem.withdraw', { roomId, itemId: a });
    expect(item(a).phase).toBe('withdrawn');
    expect(report(a, 'x')).toEqual({ refused: 'actionItem.withdrawn' });
    h.act(rapporteur, 'actionItem.restore', { roomId, itemId: a });
    expect(item(a).phase).toBe('drafting');
    expect(h.try(rapporteur, 'actionItem.restore', { roomId, itemId: a })).toEqual({
      refused: 'actionItem.not-withdrawn',
    });
  });

  test('[ITEM-7] a report is the room’s until the bureau has staged it', () => {
    const itemId = h.reported(1, 'A');
    h.takeBack(itemId);
    expect(item(itemId).phase).toBe('drafting');
    expect(h.try(rapporteur, 'actionItem.takeBack', { roomId, itemId })).toEqual({
      refused: 'actionItem.not-reported',
    });
    h.report(itemId);
    h.stage(itemId, 'reported');
    expect(h.try(rapporteur, 'actionItem.takeBack', { roomId, itemId })).toEqual({
      refused: 'actionItem.already-staged',
    });
    expect(item(itemId).phase).toBe('reported');
  });

  test('[ITEM-7] nor does the room take back what the bureau has set aside', () => {
    const itemId = h.reported(1, 'A');
    h.dispose(itemId, 'parked', 'Later.');
    expect(h.try(rapporteur, 'actionItem.takeBack', { roomId, itemId })).toEqual({
      refused: 'actionItem.already-staged',
    });
  });

  test.each([
    ['named', [{ delegation: 'KEN' }]],
    ['delegation', [{ delegation: 'KEN' }]],
    ['region', [{ region: 'africa', count: 1 }]],
    ['none', []],
  ] as const)('[ITEM-8] under “%s” the bracket on the board is of %j', (attribution, proposedBy) => {
    const other = house();
    const [room] = other.openRooms({ rooms: 1, attribution }) as [string];
    const text = { ...rich('States ', ...inBracket('b1', 'shall'), ' act.'), brackets: { b1: proposed('KEN') } };
    const { draft } = other.state.plenary.board.items[other.reported(room, 'A', text)]?.current ?? {};
    expect(draft?.blocks[0]?.runs.slice(1, 4)).toEqual(inBracket('b1', 'shall'));
    expect(draft?.brackets?.b1?.proposedBy).toEqual(proposedBy);
  });

  test('[ITEM-10] it is the rapporteur’s act, in breakout and reporting, also after the freeze', () => {
    const [a, b] = [h.draft(1, 'A', 'Words.', concrete), h.draft(1, 'B', 'Words.', concrete)];
    for (const who of [member, 'mod'])
      expect(h.try(who, 'actionItem.report', { roomId, itemId: a })).toEqual({ refused: 'rights.not-permitted' });
    h.step('reporting');
    expect(h.state.plenary.room.byId[roomId]?.phase).toBe('frozen');
    expect(report(a)).not.toHaveProperty('refused');
    h.takeBack(a);
    h.step('commenting');
    expect(report(b)).toEqual({
      refused: 'panel.wrong-step',
      details: { step: 'commenting', allowed: ['breakout', 'reporting'] },
    });
  });

  test('[ITEM-11] the room learns that it is read-only, everyone what it says', () => {
    const text = rich('Publish ', ...inBracket('b1', 'this'), '.');
    const itemId = h.draft(1, 'A', text, concrete);
    const told = h.act(rapporteur, 'actionItem.report', { roomId, itemId });
    expect(told.map(({ scope, type }) => [scope, type])).toEqual([
      [`room:${roomId}`, 'actionItem.ItemReported'],
      [`room:${roomId}`, 'authorship.WritersReported'],
      ['plenary', 'board.ItemTabled'],
    ]);
    expect(told[0]?.data).toEqual({ itemId, version: 1 });
    expect(snapshot(itemId)).toMatchObject({ version: 1, title: 'A', fields: concrete, draft: text, brackets: 1 });
    h.takeBack(itemId);
    h.act(member, 'actionItem.entitle', { roomId, itemId, title: 'Better' });
    h.report(itemId);
    expect(snapshot(itemId)).toMatchObject({ version: 2, title: 'Better' });
  });
});

test.each<[string, Fields, string[]]>([
  ['nothing', {}, []],
  ['empty lists', { lead: [], horizon: null, measures: [] }, []],
  ['partners alone', { partners: [{ kind: 'delegation', id: 'KEN' }] }, []],
  ['a date alone', { ...concrete, horizon: null, by: '2027-01-01' }, ['who', 'measure']],
  ['numbers alone', { ...concrete, measures: [{ ...measure, indicator: null, text: ' ' }] }, ['who', 'when']],
  ['a measure in words', { measures: [{ ...measure, indicator: null, text: 'Laws passed' }] }, ['measure']],
  ['a lead in words', { lead: [{ kind: 'words', text: 'Cities' }] }, ['who']],
  ['everything', concrete, ['who', 'when', 'measure']],
])('[ITEM-13] with %s the fields say %j', (_name, fields, stated) => {
  expect([...statedIn(fields)]).toEqual(stated);
});
