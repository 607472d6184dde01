/**
 * Consultations for tests, made through the real rulebook: whatever a person could not do, a test cannot do either.
 *
 *   const h = house();
 *   h.openRooms({ rooms: 2 });
 *   const item = h.draft(1, 'Open legal pathways', 'States agree …', { horizon: 'short' });
 *   h.report(item);
 *   h.step('commenting');
 *   h.comment(item, 'KEN-1', 'support', 'We agree.');
 */

import { bracket } from '@shared/domain/bracket.ts';
import type { BracketFacts, DraftText, Run } from '@shared/domain/draftText.ts';
import type { Fields } from '@shared/domain/itemFields.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal, type Refusal, type Scope, type Told } from '@shared/domain/kernel/slice.ts';
import {
  type Attribution,
  type Choice,
  type CommentKind,
  type PositionKind,
  type RegionalGroup,
  type Stage,
  type Step,
  steps,
} from '@shared/domain/kernel/words.ts';
import { isNobodys } from '@shared/domain/nobodys.ts';
import { lettersOf } from '@shared/domain/passage.ts';
import { actorOf, type Command, type CommandData, type CommandName, decide, evolve } from '@shared/domain/rulebook.ts';
import type { ProfileId } from '@shared/domain/ruleProfile.ts';
import { type ConsultationState, emptyState } from '@shared/domain/state.ts';
import { digests } from '../../server/host/digests.ts';
import { plainBox } from './plainBox.ts';
import { signedSpan, signedText } from './signedText.ts';

/** An event as the journal would keep it. */
interface KeptEvent {
  seq: number;
  scope: Scope;
  pos: number;
  type: string;
  data: Record<string, unknown>;
  at: number;
  by: string | null;
  commandId: string;
}

export interface HouseOptions {
  title?: string;
  symbol?: string;
  profile?: ProfileId;
  /** Titles of the panels. */
  panels?: readonly string[];
  /** What generated ids begin with: two houses with different ones are the same but for chance. */
  ids?: string;
  /** The instant of the first act. */
  from?: number;
  /** How many people each state sends. */
  seats?: number;
}

/** Three states of each regional group, all with credentials. */
const houseStates: Readonly<Record<RegionalGroup, readonly string[]>> = {
  africa: ['GHA', 'KEN', 'SEN'],
  'asia-pacific': ['BGD', 'JPN', 'NPL'],
  'eastern-europe': ['HUN', 'POL', 'SRB'],
  grulac: ['BRA', 'CHL', 'MEX'],
  weog: ['CAN', 'CHE', 'FRA'],
};

/** The codes of the house's member states. */
export const houseCodes: readonly string[] = Object.values(houseStates).flat();

const noon = Date.UTC(2017, 5, 19, 10, 0, 0);

/** A consultation in the making, and what can be done in it. */
export class House {
  readonly state: ConsultationState = emptyState();
  readonly events: KeptEvent[] = [];
  readonly box = plainBox();
  readonly drafts = new Map<string, DraftText>();
  /** Drafts whose words stand with the signs of their brackets, by paragraph. */
  readonly signed = new Map<string, readonly string[]>();
  now: number;
  /** Since when the program has run without a break. */
  servingSince = 0;
  readonly #prefix: string;
  #ids = 0;
  #acts = 0;

  constructor({ ids = 'id', from = noon }: HouseOptions) {
    this.#prefix = ids;
    this.now = from;
  }

  /** The same consultation, to go on by itself; its journal begins anew. */
  fork(): House {
    const copy = new House({ ids: `${this.#prefix}f`, from: this.now });
    Object.assign(copy.state, structuredClone(this.state));
    return copy;
  }

  /** Does something as somebody (`sec`, `mod`, `pan-1`, `KEN-1`, `system`); throws when the rules refuse. */
  act<C extends CommandName>(who: string, type: C, payload: CommandData<C>): KeptEvent[] {
    const told = this.try(who, type, payload);
    if ('refused' in told) throw new Error(`${type} as ${who}: ${told.refused} ${JSON.stringify(told.details ?? {})}`);
    return told;
  }

  /** Does something as somebody, or says why not. */
  try<C extends CommandName>(who: string, type: C, payload: CommandData<C>): KeptEvent[] | Refusal {
    this.now += 1_000;
    this.#acts += 1;
    const actor = who === 'system' ? ({ kind: 'system' } as const) : this.#actor(who);
    if (isRefusal(actor)) return actor;
    const told = decide(
      this.state,
      { type, payload: payload as Command['payload'] },
      {
        actor,
        now: this.now,
        commandId: `act-${this.#acts}`,
        newId: () => `${this.#prefix}-${++this.#ids}`,
        draftText: (itemId) => this.text(itemId),
        spanAt: (itemId, from, to) => signedSpan(this.state, itemId, this.signed.get(itemId) ?? [], from, to),
        servingSince: this.servingSince,
        ...digests,
      },
    );
    return isRefusal(told) ? told : this.#keep(told, who);
  }

  /** Takes what was told into the state and the journal. */
  #keep(told: readonly Told[], who: string): KeptEvent[] {
    this.box.take(told);
    const isUnsigned = who === 'system' || isNobodys(this.state, told);
    return told.flatMap(({ scope, ...event }) => {
      if (scope === 'box') return [];
      evolve(this.state, { ...event, scope }, this.now);
      const kept: KeptEvent = {
        seq: this.events.length + 1,
        ...event,
        scope,
        pos: this.events.filter((each) => each.scope === scope).length + 1,
        at: this.now,
        by: isUnsigned ? null : who,
        commandId: `act-${this.#acts}`,
      };
      this.events.push(kept);
      return [kept];
    });
  }

  /** A draft's text as a rule reads it. */
  text(itemId: string): DraftText | null {
    const words = this.signed.get(itemId);
    return words ? signedText(this.state, itemId, words) : (this.drafts.get(itemId) ?? null);
  }

  #actor(who: string) {
    // Before anybody is seated, the house's secretariat acts.
    const isEmpty = Object.keys(this.state.plenary.delegation.participants).length === 0;
    return isEmpty
      ? ({ kind: 'participant', participantId: who, delegationId: null, role: 'secretariat' } as const)
      : actorOf(this.state, who);
  }

  /** A panel's id, by its number. */
  panel(number = 1): string {
    return must(this.state.plenary.panel.order[number - 1], `panel ${number}`);
  }

  /** Takes a panel to a step, through those between. */
  step(step: Step, panel = 1): void {
    const panelId = this.panel(panel);
    const now = () => steps.indexOf(must(this.state.plenary.panel.byId[panelId], 'panel').step);
    if (steps.indexOf(step) < now()) this.act('mod', 'panel.goTo', { panelId, step });
    while (now() < steps.indexOf(step)) {
      if (steps[now()] === 'breakout') this.freeze(panel);
      this.act('mod', 'panel.goTo', { panelId, step: must(steps[now() + 1], 'step') });
    }
  }

  /** Forms and opens a round of a panel's rooms; returns their ids, by number. */
  openRooms({
    panel = 1,
    rooms = 2,
    attribution = 'delegation' as Attribution,
    seed = 'seed',
    question = 'What is to be done?',
  } = {}): string[] {
    if (this.state.plenary.panel.byId[this.panel(panel)]?.step === 'opening') this.step('breakout', panel);
    const pins: { id: string; room: number }[] = [];
    const proposed = this.act('mod', 'seating.propose', {
      ...{ panelId: this.panel(panel), question, attribution, rooms, seed, people: 'invited', pins },
    });
    const roundId = String(must(proposed[0], 'proposal').data.roundId);
    this.act('mod', 'seating.open', { roundId, seconds: 3_600, override: true });
    return [...must(this.state.plenary.seating.byId[roundId], 'round').roomIds];
  }

  /** Ends a panel's rooms; their texts are read-only from now on. */
  freeze(panel = 1): void {
    const open = Object.values(this.state.plenary.room.byId).filter(
      ({ panelId, phase }) => panelId === this.panel(panel) && phase !== 'frozen',
    );
    if (open.length === 0) return;
    const roomIds = open.map(({ id }) => id);
    this.act('mod', 'room.recall', { roomIds, seconds: 0 });
    this.act('system', 'room.freeze', { roomIds });
  }

  /** A room by its id, or by its number in the newest round. */
  roomId(room: number | string): string {
    if (typeof room === 'string') return room;
    const { order, byId } = this.state.plenary.seating;
    return must(byId[must(order.at(-1), 'a round')]?.roomIds[room - 1], `room ${room}`);
  }

  /** The rapporteur of a room, appointed if there is none. */
  rapporteur(room: number | string): string {
    const roomId = this.roomId(room);
    const found = must(this.state.plenary.room.byId[roomId], 'room');
    if (found.rapporteur === null)
      this.act('mod', 'room.handOver', { roomId, duty: 'rapporteur', participantId: must(found.members[0], 'member') });
    return must(must(this.state.plenary.room.byId[roomId], 'room').rapporteur, 'rapporteur');
  }

  /** Starts a draft in a room, by its rapporteur; returns its id. */
  draft(room: number | string, title: string, text: string | DraftText, fields: Partial<Fields> = {}): string {
    const roomId = this.roomId(room);
    const who = this.rapporteur(roomId);
    const itemId = String(must(this.act(who, 'actionItem.start', { roomId, title })[0], 'draft').data.itemId);
    if (Object.keys(fields).length > 0) this.act(who, 'actionItem.fill', { roomId, itemId, fields });
    this.drafts.set(itemId, typeof text === 'string' ? paragraphs(text) : text);
    if (typeof text !== 'string')
      this.#keep(
        Object.entries(text.brackets ?? {}).map(
          ([
            bracketId,
            {
              kind,
              group,
              proposedBy: [by],
            },
          ]) =>
            bracket.tell.room(roomId).BracketOpened({
              ...{ bracketId, itemId, kind, group, place: { from: 'w0', to: 'w1' }, words: null },
              proposedBy: by && 'delegation' in by ? by.delegation : null,
            }),
        ),
        'system',
      );
    return itemId;
  }

  roomOf(itemId: string): string {
    const found = Object.entries(this.state.room).find(([, within]) => within.actionItem.byId[itemId]);
    return must(found?.[0], 'room of the item');
  }

  report(itemId: string, waiver = 'To be completed in plenary.'): void {
    const roomId = this.roomOf(itemId);
    this.act(this.rapporteur(roomId), 'actionItem.report', { roomId, itemId, waiver });
  }

  takeBack(itemId: string): void {
    const roomId = this.roomOf(itemId);
    this.act(this.rapporteur(roomId), 'actionItem.takeBack', { roomId, itemId });
  }

  /** Drafts and reports in one go. */
  reported(
    room: number | string,
    title: string,
    text: string | DraftText = `${title}.`,
    fields: Partial<Fields> = {},
  ): string {
    const itemId = this.draft(room, title, text, fields);
    this.report(itemId);
    return itemId;
  }

  stage(itemId: string, stage: Stage): void {
    this.act('mod', 'board.stage', { itemId, stage, before: null });
  }

  dispose(itemId: string, as: 'parked' | 'not-taken-up', reason: string): void {
    this.act('mod', 'board.dispose', { itemId, disposition: { as, reason } });
  }

  /** Posts a comment; returns its id. */
  comment(itemId: string, who: string, kind: CommentKind, text: string, replyTo: string | null = null): string {
    return String(must(this.act(who, 'comment.post', { itemId, kind, text, replyTo })[0], 'comment').data.commentId);
  }

  /** A comment on the first words like these in the item's text. */
  commentOn(itemId: string, who: string, quote: string, text: string): string {
    const { blocks } = must(this.state.plenary.board.items[itemId], 'item').current.draft;
    const block = blocks.findIndex((each) => lettersOf(each).includes(quote));
    const from = lettersOf(must(blocks[block], quote)).indexOf(quote);
    const passage = { block, from, to: from + quote.length, quote };
    const told = this.act(who, 'comment.post', { itemId, kind: 'proposal', text, replyTo: null, passage });
    return String(must(told[0], 'comment').data.commentId);
  }

  /** Signals of delegations, by their codes. */
  signal(itemId: string, positions: Partial<Record<PositionKind, readonly string[]>>): void {
    for (const [position, codes] of Object.entries(positions))
      for (const code of codes)
        this.act(`${code}-1`, 'position.signal', { itemId, position: position as PositionKind });
  }

  /** Opens a vote on an item that is ready, and casts ballots by the codes of delegations; returns its id. */
  openVote(
    itemId: string,
    ballots: Partial<Record<Choice, readonly string[]>> = {},
    majority: 'simple' | 'two-thirds' = 'simple',
  ): string {
    const isFormal =
      this.state.plenary.consultation.phase === 'open' && this.state.plenary.consultation.profile !== 'informal';
    const present = isFormal ? houseCodes.length : null;
    const voteId = String(must(this.act('mod', 'vote.open', { itemId, majority, present })[0], 'vote').data.voteId);
    for (const [choice, codes] of Object.entries(ballots))
      for (const code of codes) this.act(`${code}-1`, 'vote.cast', { voteId, choice: choice as Choice });
    return voteId;
  }

  /** Locks a vote: at once where the rules allow it, otherwise announced, after which the program locks it. */
  lock(voteId: string): void {
    if (!('refused' in this.try('mod', 'vote.lock', { voteId }))) return;
    this.act('mod', 'vote.announceLock', { voteId });
    const vote = must(this.state.plenary.vote.byId[voteId], 'vote');
    this.now = must(vote.phase === 'open' ? vote.locksAt : undefined, 'the lock');
    this.act('system', 'vote.lock', { voteId });
  }

  /** A whole vote, from opening to declaration; returns its id. */
  vote(
    itemId: string,
    ballots: Partial<Record<Choice, readonly string[]>>,
    majority: 'simple' | 'two-thirds' = 'simple',
  ): string {
    const voteId = this.openVote(itemId, ballots, majority);
    this.lock(voteId);
    this.act('mod', 'vote.declare', { voteId });
    return voteId;
  }
}

/** A consultation that is open: panels, fifteen member states of the five groups, two observers, bureau, panelists. */
export function house(options: HouseOptions = {}): House {
  const {
    title = 'Thematic consultation',
    symbol = 'TEST/1',
    profile = 'informal',
    panels = ['First panel'],
  } = options;
  const h = new House(options);
  h.act('sec', 'consultation.open', {
    ...{ title, symbol, profile, place: 'Geneva', from: '2017-06-19', to: '2017-06-20', languages: ['en', 'ar', 'zh'] },
  });
  h.act('sec', 'delegation.accredit', {
    delegations: [
      ...Object.entries(houseStates).flatMap(([group, codes]) =>
        codes.map((code) => ({
          ...{ id: code, kind: 'member-state' as const, code, name: null, hasCredentials: true },
          regionalGroup: group as RegionalGroup,
        })),
      ),
      { id: 'VAT', kind: 'observer-state', code: 'VAT', name: null, regionalGroup: null, hasCredentials: false },
      {
        id: 'IOM',
        kind: 'un-entity',
        code: null,
        name: 'International Organization for Migration',
        regionalGroup: null,
        hasCredentials: false,
      },
    ],
  });
  h.act('sec', 'delegation.admit', { seats: seats(options.seats ?? 2) });
  for (const each of panels)
    h.act('sec', 'panel.add', {
      title: each,
      questions: ['Which actions can start now?'],
      panelists: ['pan-1'],
      section: '',
    });
  return h;
}

function seats(perState: number) {
  const bureau = [
    { participantId: 'sec', delegationId: null, role: 'secretariat' as const },
    { participantId: 'mod', delegationId: null, role: 'moderator' as const },
    { participantId: 'pan-1', delegationId: null, role: 'panelist' as const },
    { participantId: 'pan-2', delegationId: null, role: 'panelist' as const },
    { participantId: 'screen', delegationId: null, role: 'display' as const },
  ];
  const delegates = houseCodes.flatMap((code) =>
    Array.from({ length: perState }, (_, at) => ({
      ...{ participantId: `${code}-${at + 1}`, delegationId: code, role: 'delegate' as const },
    })),
  );
  const observers = ['VAT', 'IOM'].map((id) => ({
    participantId: `${id}-1`,
    delegationId: id,
    role: 'observer' as const,
  }));
  return [...bureau, ...delegates, ...observers];
}

/** Words in a bracket, as runs. */
export function inBracket(id: string, ...words: (string | Run)[]): Run[] {
  return [
    { text: '', opens: id },
    ...words.map((each) => (typeof each === 'string' ? { text: each } : each)),
    { text: '', closes: id },
  ];
}

/** The facts of a bracket that a delegation has proposed. */
export function proposed(by: string | null, kind: BracketFacts['kind'] = 'doubt'): BracketFacts {
  const proposedBy = by === null ? [] : [{ delegation: by }];
  return { kind, group: null, proposedBy, supportedBy: [], opposedBy: [], reservedBy: [] };
}

/** A draft of plain paragraphs, one a line. */
export function paragraphs(text: string): DraftText {
  return {
    blocks: text
      .split('\n')
      .map((line) => ({ kind: 'paragraph', level: 0, runs: line === '' ? [] : [{ text: line }] })),
  };
}

/** A draft of one paragraph made of runs; a plain string is a plain run. */
export function rich(...runs: (string | Run)[]): DraftText {
  return {
    blocks: [{ kind: 'paragraph', level: 0, runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)) }],
  };
}
