/** Commands as people might ask for them at random: mostly about things that exist, now and then about nothing at all. */
import { type Bracket, Outcome, Stance } from '@shared/domain/brackets/shape.ts';
import { Coverage } from '@shared/domain/instrumentMap.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { Attribution, HelpKind, PositionKind, Role, steps } from '@shared/domain/kernel/words.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { ListName } from '@shared/domain/wordList.ts';
import { id, may, nothing, one, panelId, some, tabled, type Wild, words } from './wild.ts';
import { wildAmendments } from './wildAmendments.ts';
import { wildBoard } from './wildBoard.ts';
import { wildComments } from './wildComments.ts';
import { wildConsensus } from './wildConsensus.ts';
import { wildSecret } from './wildSecret.ts';
import { wildSilence } from './wildSilence.ts';
import { wildVotes } from './wildVotes.ts';

const roomId = (w: Wild) => id(w, Object.keys(w.state.plenary.room.byId));
const roomIds = (w: Wild) => {
  const known = Object.keys(w.state.plenary.room.byId);
  return known.length === 0 ? [nothing] : some(w, known);
};
const roundId = (w: Wild) => id(w, w.state.plenary.seating.order);
const proposalId = (w: Wild) => id(w, Object.keys(w.state.bureau.seating));
const person = (w: Wild) => id(w, Object.keys(w.state.plenary.delegation.participants));
const delegationId = (w: Wild) => id(w, Object.keys(w.state.plenary.delegation.byId));
const termId = ({ chance }: Wild) => one(chance, ['migrant', 'return', 'refugee']);
const disagreementId = (w: Wild) =>
  id(
    w,
    w.state.plenary.term.disagreements.map((each) => each.id),
  );
const wording = ({ chance }: Wild) => ({
  language: 'en' as const,
  list: one(chance, ListName.options),
  words: one(chance, ['publish*', 'secretariat', 'may', 'by <year>', 'harness']),
});
/** A wording that was taken out, where there is one; otherwise any. */
const wordingOut = (w: Wild) => {
  const changes = Object.entries(w.state.plenary.wordList.byLanguage.en ?? {});
  const out = changes.flatMap(([list, { removed }]) => removed.map((each) => [ListName.parse(list), each] as const));
  if (out.length === 0) return wording(w);
  const [list, said] = one(w.chance, out);
  return { ...wording(w), list, words: said };
};
const newName = ({ chance }: Wild) => `n${chance.below(1_000_000)}`;

/** A draft with the room that it is in; now and then with another room. */
function draft(w: Wild): { roomId: string; itemId: string } {
  const known = Object.entries(w.state.room).flatMap(([room, within]) =>
    within.actionItem.order.map((item) => ({ roomId: room, itemId: item })),
  );
  if (known.length === 0) return { roomId: roomId(w), itemId: nothing };
  const found = one(w.chance, known);
  return w.chance.below(20) === 0 ? { ...found, roomId: roomId(w) } : found;
}

const facts = (w: Wild) => ({
  title: words(w),
  symbol: '',
  place: 'Geneva',
  from: '2017-06-19',
  to: may(w, 9) ? '2017-06-18' : '2017-06-20',
  languages: ['en' as const],
});
const panelFacts = (w: Wild) => ({ title: words(w), questions: [words(w)], panelists: [], section: '' });

/** A member of a room that is chosen with it, or anybody. */
function member(w: Wild, room: string): string {
  const members = w.state.plenary.room.byId[room]?.members ?? [];
  return may(w, 8) ? person(w) : id(w, members);
}

function newDelegation(w: Wild) {
  const isState = may(w);
  return {
    id: may(w, 6) ? delegationId(w) : newName(w),
    kind: isState ? ('member-state' as const) : ('academia' as const),
    code: isState ? 'AUS' : null,
    name: isState ? null : words(w),
    regionalGroup: isState && !may(w, 9) ? ('weog' as const) : null,
    hasCredentials: may(w),
  };
}

function seat(w: Wild) {
  const role = one(w.chance, Role.options);
  const isSeated = role === 'delegate' || role === 'observer' || may(w, 9);
  return { delegationId: isSeated ? delegationId(w) : null, role };
}

/** The fields that an item lacks to be concrete, or some of them. */
function fields(w: Wild) {
  const measure = {
    indicator: '10.7.2',
    text: '',
    unit: '',
    baseline: '',
    target: '',
    source: '',
    isDisaggregated: false,
  };
  return {
    ...(may(w) ? {} : { lead: [{ kind: 'delegation' as const, id: 'KEN' }] }),
    ...(may(w, 3) ? {} : { horizon: 'short' as const }),
    ...(may(w, 3) ? {} : { measures: [measure] }),
    ...(may(w, 3) ? {} : { targets: ['10.7'], noDisaggregation: 'It counts States.', gap: 'No register.' }),
    ...(may(w, 5) ? { gapTheme: mapPlace(w).themeId, instruments: [mapPlace(w).instrumentId] } : {}),
    ...(may(w, 5)
      ? {
          paragraph: id(
            w,
            w.state.plenary.brief.paragraphs.map((each) => each.id),
          ),
        }
      : {}),
  };
}

/** A proposal's rooms with a person of one of them. */
function seated(w: Wild) {
  const round = proposalId(w);
  const proposal = w.state.bureau.seating[round];
  const room = w.chance.below((proposal?.rooms.length ?? 1) + (may(w, 9) ? 1 : 0));
  const members = proposal?.rooms[room] ?? [];
  return {
    roundId: round,
    room,
    participantId: may(w, 9) ? person(w) : id(w, members),
    everyone: proposal?.people ?? [],
  };
}

/** A bracket with the room and the draft that it is in, mostly an open one; now and then one that nothing has. */
function bracket(w: Wild, isWanted = ({ phase }: Bracket) => phase === 'open') {
  const known = Object.entries(w.state.room).flatMap(([room, within]) =>
    Object.values(within.bracket.byId)
      .filter((each) => may(w, 20) || isWanted(each))
      .map((each) => ({ roomId: room, itemId: each.itemId, bracketId: each.id })),
  );
  return known.length === 0 || w.chance.below(25) === 0 ? { ...draft(w), bracketId: nothing } : one(w.chance, known);
}

const target = (w: Wild, isWanted?: (each: Bracket) => boolean) => {
  const { itemId: _, ...found } = bracket(w, isWanted);
  return found;
};

/** A selection of a few words. */
function selection(w: Wild) {
  const from = w.chance.below(9);
  return { from: `w${from}`, to: `w${from + w.chance.below(4)}` };
}

/** Two alternatives of a group, often with the same words. */
function pair(w: Wild) {
  const groups = Object.entries(w.state.room).flatMap(([room, within]) =>
    Object.values(within.bracket.byId)
      .filter(({ group, phase }) => group !== null && phase === 'open')
      .map((each) => ({ roomId: room, keep: each.id, words: each.words, group: each.group })),
  );
  if (groups.length === 0) return { roomId: roomId(w), keep: nothing, drop: nothing };
  const { words: said, group, ...kept } = one(w.chance, groups);
  const others = groups.filter((each) => each.group === group && (each.words === said || may(w, 4)));
  return { ...kept, drop: one(w.chance, others.length > 0 ? others : groups).keep };
}

const paragraphOf = (w: Wild) => ({ ...draft(w), paragraphId: one(w.chance, ['p1', 'p2', 'p2', 'p3']) });
function agreedParagraph(w: Wild) {
  const known = Object.entries(w.state.room).flatMap(([room, { paragraph }]) =>
    Object.entries(paragraph).flatMap(([itemId, { agreed }]) =>
      Object.keys(agreed).map((paragraphId) => ({ roomId: room, itemId, paragraphId })),
    ),
  );
  return known.length === 0 || may(w, 9) ? paragraphOf(w) : one(w.chance, known);
}

const ownInstrument = (w: Wild) =>
  id(
    w,
    w.state.plenary.instrumentMap.instruments.map((each) => each.id),
  );
const ownTheme = (w: Wild) =>
  id(
    w,
    w.state.plenary.instrumentMap.themes.map((each) => each.id),
  );
const mapPlace = (w: Wild) => ({
  instrumentId: may(w) ? 'migof' : ownInstrument(w),
  themeId: may(w) ? panelId(w) : ownTheme(w),
});

const writing = (w: Wild) => ({
  ...draft(w),
  participantId: one(w.chance, [...Object.keys(w.state.plenary.delegation.participants), nothing]),
  paragraphs: [one(w.chance, ['p1', 'p2', 'constructor'])],
});

type Makers = { [C in CommandName]: (w: Wild) => CommandData<C> };

/** Every command that the rulebook knows; a new one does not compile before it is here. */
export const wildCommands: Makers = {
  'consultation.open': (w) => ({ ...facts(w), profile: 'informal' }),
  'consultation.describe': facts,
  'consultation.chooseProfile': (w) => ({ profile: one(w.chance, ['informal', 'committee', 'plenary', 'consensus']) }),
  'consultation.close': () => ({}),
  'consultation.reopen': () => ({}),
  'panel.add': (w) => ({ ...panelFacts(w), ...(may(w, 5) ? { panelId: panelId(w) } : {}) }),
  'panel.describe': (w) => ({ panelId: panelId(w), ...panelFacts(w) }),
  'panel.remove': (w) => ({ panelId: panelId(w) }),
  'panel.order': (w) => ({ panelIds: w.chance.shuffle(w.state.plenary.panel.order).slice(may(w, 9) ? 1 : 0) }),
  'panel.goTo': (w) => {
    const id = panelId(w);
    const at = steps.indexOf(w.state.plenary.panel.byId[id]?.step ?? 'opening');
    const to = may(w, 4) ? w.chance.below(steps.length) : Math.min(at + 1, steps.length - 1);
    return { panelId: id, step: must(steps[to], 'step') };
  },
  'panel.goLive': (w) => ({ panelId: panelId(w) }),
  'brief.layDown': (w) => ({
    title: words(w),
    paragraphs: [
      {
        id: may(w) ? 'par-1' : newName(w),
        number: '1',
        text: words(w),
        panelId: may(w) ? null : panelId(w),
        footnotes: [],
      },
    ],
  }),
  'brief.strike': (w) => ({
    paragraphId: id(
      w,
      w.state.plenary.brief.paragraphs.map((each) => each.id),
    ),
  }),
  'instrumentMap.setCell': (w) => ({
    ...mapPlace(w),
    value: one(w.chance, Coverage.options),
    note: '',
    source: words(w),
  }),
  'instrumentMap.clearCell': mapPlace,
  'instrumentMap.addInstrument': (w) => ({ name: newName(w), symbol: null, year: may(w) ? null : 2016 }),
  'instrumentMap.removeInstrument': (w) => ({ instrumentId: ownInstrument(w) }),
  'instrumentMap.addTheme': (w) => ({ name: newName(w) }),
  'instrumentMap.removeTheme': (w) => ({ themeId: ownTheme(w) }),
  'delegation.accredit': (w) => ({ delegations: [newDelegation(w)] }),
  'delegation.assignGroup': (w) => ({ delegationId: delegationId(w), regionalGroup: may(w, 5) ? null : 'grulac' }),
  'delegation.setCredentials': (w) => ({ delegationId: delegationId(w), hasCredentials: !may(w, 3) }),
  'delegation.admit': (w) => ({ seats: [{ participantId: may(w, 9) ? person(w) : newName(w), ...seat(w) }] }),
  'delegation.reseat': (w) => ({ participantId: person(w), ...seat(w) }),
  'delegation.dismiss': (w) => ({ participantId: person(w) }),
  'delegation.readmit': (w) => ({
    participantId: id(
      w,
      Object.values(w.state.plenary.delegation.participants)
        .filter((each) => !each.isActive)
        .map((each) => each.id),
    ),
  }),
  'seating.propose': (w) => ({
    panelId: panelId(w),
    question: words(w),
    attribution: one(w.chance, Attribution.options),
    rooms: 1 + w.chance.below(4),
    seed: newName(w),
    people: may(w) ? 'invited' : w.chance.shuffle(Object.keys(w.state.plenary.delegation.participants)).slice(0, 9),
    pins: [],
  }),
  'seating.move': (w) => {
    const { everyone: _, ...move } = seated(w);
    return { ...move, room: w.chance.below(4) };
  },
  'seating.unpin': (w) => {
    const round = proposalId(w);
    return {
      roundId: round,
      participantId: id(
        w,
        (w.state.bureau.seating[round]?.pins ?? []).map((pin) => pin.id),
      ),
    };
  },
  'seating.repair': (w) => ({ roundId: proposalId(w) }),
  'seating.assignDuty': (w) => {
    const { everyone: _, participantId, ...place } = seated(w);
    const duty = may(w) ? 'rapporteur' : 'facilitator';
    return { ...place, duty, participantId: may(w, 4) ? null : participantId };
  },
  'seating.discard': (w) => ({ roundId: proposalId(w) }),
  'seating.open': (w) => ({ roundId: proposalId(w), seconds: 600, override: !may(w, 4) }),
  'seating.placeLatecomer': (w) => {
    const round = roundId(w);
    const rooms = w.state.plenary.seating.byId[round]?.roomIds ?? [];
    const seatedThere = new Set(rooms.flatMap((room) => w.state.plenary.room.byId[room]?.members ?? []));
    const late = Object.values(w.state.plenary.delegation.participants).filter(
      ({ id, delegationId }) => delegationId !== null && !seatedThere.has(id),
    );
    return {
      roundId: round,
      participantId: may(w, 6)
        ? person(w)
        : id(
            w,
            late.map((each) => each.id),
          ),
      roomId: may(w) ? null : roomId(w),
    };
  },
  'seating.transfer': (w) => ({ roundId: roundId(w), participantId: person(w), roomId: roomId(w) }),
  'room.handOver': (w) => {
    const room = roomId(w);
    return {
      roomId: room,
      duty: may(w) ? 'rapporteur' : 'facilitator',
      participantId: may(w, 6) ? null : member(w, room),
    };
  },
  'room.raiseHand': (w) => ({ roomId: roomId(w) }),
  'room.lowerHand': (w) => {
    const room = roomId(w);
    return { roomId: room, participantId: may(w, 4) ? member(w, room) : id(w, w.state.room[room]?.room.hands ?? []) };
  },
  'room.callForHelp': (w) => ({ roomId: roomId(w), kind: one(w.chance, HelpKind.options) }),
  'room.answerHelp': (w) => ({ roomId: id(w, Object.keys(w.state.bureau.room.help)) }),
  'room.extend': (w) => ({ roomIds: roomIds(w), seconds: 60 * (w.chance.below(20) - 9) }),
  'room.pause': (w) => ({ roomIds: roomIds(w) }),
  'room.resume': (w) => ({ roomIds: roomIds(w) }),
  'room.announce': (w) => ({ roomIds: may(w) ? null : roomIds(w), text: words(w) }),
  'room.recall': (w) => ({ roomIds: roomIds(w), seconds: w.chance.below(5) }),
  'room.cancelRecall': (w) => ({
    roomIds: [
      id(
        w,
        Object.values(w.state.plenary.room.byId)
          .filter(({ phase }) => phase === 'recalling')
          .map((each) => each.id),
      ),
    ],
  }),
  'room.reopen': (w) => ({ roomIds: roomIds(w), seconds: 600 }),
  'room.freeze': (w) => ({ roomIds: roomIds(w) }),
  'authorship.note': writing,
  'actionItem.start': (w) => ({ roomId: roomId(w), title: words(w) }),
  'actionItem.entitle': (w) => ({ ...draft(w), title: words(w) }),
  'actionItem.fill': (w) => ({ ...draft(w), fields: fields(w) }),
  'actionItem.order': (w) => {
    const room = roomId(w);
    return { roomId: room, itemIds: w.chance.shuffle(w.state.room[room]?.actionItem.order ?? []) };
  },
  'actionItem.withdraw': draft,
  'actionItem.restore': draft,
  'actionItem.report': (w) => ({ ...draft(w), ...(may(w, 4) ? {} : { waiver: words(w) }) }),
  'actionItem.takeBack': draft,
  'bracket.open': (w) => ({
    ...{ ...draft(w), ...selection(w) },
    kind: one(w.chance, ['doubt', 'addition', 'deletion'] as const),
  }),
  'bracket.suggest': (w) => ({ ...bracket(w), words: words(w) }),
  'bracket.suggestAt': (w) => ({ ...draft(w), ...selection(w), words: words(w) }),
  'bracket.bridge': (w) => ({ ...bracket(w), words: words(w) }),
  'bracket.takePosition': (w) => ({ ...target(w), stance: one(w.chance, Stance.options) }),
  'bracket.withdrawPosition': target,
  'bracket.settle': (w) => ({ ...target(w), outcome: one(w.chance, Outcome.options) }),
  'bracket.call': (w) => ({ ...target(w), outcome: one(w.chance, Outcome.options) }),
  'bracket.object': (w) => target(w, (each) => each.call !== null),
  'bracket.lapse': (w) => target(w, (each) => each.call !== null),
  'bracket.merge': pair,
  'paragraph.agree': paragraphOf,
  'paragraph.confirm': agreedParagraph,
  'paragraph.retract': agreedParagraph,
  'paragraph.askReopening': (w) => ({ ...agreedParagraph(w), reason: words(w) }),
  'paragraph.reopen': (w) => ({ ...agreedParagraph(w), reason: words(w) }),
  'term.define': (w) => ({
    termId: termId(w),
    facts: {
      names: [{ language: 'en', preferred: one(w.chance, ['migrant', 'return', 'Retour']), variants: [] }],
      ...{ definition: words(w), source: { document: '', paragraph: '' }, neutral: '', note: '' },
      status: one(w.chance, ['agreed', 'working', 'contested']),
    },
  }),
  'term.strike': (w) => ({ termId: termId(w) }),
  'term.restore': (w) => ({ termId: termId(w) }),
  'term.park': (w) => ({
    ...draft(w),
    termId: may(w) ? null : termId(w),
    ...{ words: one(w.chance, ['migrant', 'Migrant', 'return']), note: words(w) },
  }),
  'wordList.add': wording,
  'wordList.remove': wording,
  'wordList.restore': wordingOut,
  'wordList.reset': (w) => ({ language: 'en', list: wording(w).list }),
  'term.setTime': (w) => ({ disagreementId: disagreementId(w), dueAt: may(w) ? null : 2_000_000_000_000 }),
  'term.takeUp': (w) => ({ disagreementId: disagreementId(w) }),
  'term.reopen': (w) => ({ disagreementId: disagreementId(w) }),
  'term.settle': (w) => ({
    disagreementId: disagreementId(w),
    outcome: may(w) ? { as: 'left-open' } : { as: 'working-term', words: words(w) },
  }),
  ...wildBoard,
  ...wildComments,
  ...wildSecret,
  ...wildSilence,
  ...wildConsensus,
  ...wildAmendments,
  'position.signal': (w) => ({ itemId: tabled(w), position: one(w.chance, PositionKind.options) }),
  ...wildVotes,
};
