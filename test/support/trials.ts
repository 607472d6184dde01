/**
 * Whole consultations at random, through the real rulebook: from a beginning, many people ask for many things, most of
 * them plausible. What was accepted is folded as a browser folds it; a plan of steps makes the same trial again.
 */
import { duties } from '@shared/domain/duties.ts';
import type { Actor } from '@shared/domain/kernel/actor.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import { isRefusal, type Refusal, type Told } from '@shared/domain/kernel/slice.ts';
import { type Capacity, permitRefusal, permits, placeOf } from '@shared/domain/permits.ts';
import { callingOrder } from '@shared/domain/rollCall.ts';
import { actorOf, type Command, type CommandName, decide, evolve, readPayload } from '@shared/domain/rulebook.ts';
import type { ConsultationState } from '@shared/domain/state.ts';
import fc from 'fast-check';
import { freeze, produce } from 'immer';
import { digests } from '../../server/host/digests.ts';
import { beginMotions, reconsider } from './begunMotions.ts';
import { type House, house } from './build.ts';
import type { PlainBox } from './plainBox.ts';
import { signedSpan, signedText } from './signedText.ts';
import { nothing } from './wild.ts';
import { motionCommands } from './wildAmendments.ts';
import { wildCommands } from './wildCommands.ts';

/** An event as it was told, with its instant. */
export type Happened = Told & { at: number };

/** One thing that was asked for, and what came of it. */
export interface Ask {
  actor: Actor;
  command: Command;
  before: ConsultationState;
  after: ConsultationState;
  /** What happened, or why nothing did. */
  answer: readonly Happened[] | Refusal;
  /** Asks the rules the very same once more. */
  again(): readonly Told[] | Refusal;
}

/** A trial that is over. */
export interface Trial {
  asks: Ask[];
  /** Everything since the consultation was opened, the beginning included. */
  events: Happened[];
  end: ConsultationState;
  /** What lies in the boxes of secret ballots. */
  box: PlainBox;
}

/** How often something is asked for; 4 where nothing is said. */
const weights: Partial<Record<CommandName, number>> = {
  'consultation.open': 1,
  'consultation.close': 1,
  'consultation.reopen': 9,
  'panel.add': 1,
  'panel.remove': 2,
  'panel.goTo': 12,
  'delegation.accredit': 2,
  'delegation.admit': 2,
  'delegation.reseat': 2,
  'delegation.dismiss': 2,
  'seating.propose': 6,
  'seating.open': 12,
  'actionItem.start': 12,
  'actionItem.fill': 12,
  'actionItem.report': 20,
  'actionItem.takeBack': 8,
  'bracket.open': 12,
  'bracket.suggest': 6,
  'bracket.takePosition': 10,
  'bracket.withdrawPosition': 16,
  'bracket.settle': 8,
  'bracket.merge': 20,
  'paragraph.agree': 12,
  'paragraph.confirm': 8,
  'paragraph.retract': 12,
  'board.dispose': 6,
  'board.stage': 20,
  'comment.post': 16,
  'comment.markAnswered': 12,
  'position.signal': 8,
  'vote.open': 16,
  'vote.cast': 40,
  'vote.lock': 6,
  'vote.withdraw': 16,
  'room.cancelRecall': 16,
  'explanation.end': 24,
  'explanation.giveFloor': 12,
  'explanation.ask': 8,
  'explanation.openList': 10,
  'explanation.closeList': 8,
  'sponsor.leave': 12,
  'vote.declare': 16,
  'secretBallot.cast': 12,
  'secretBallot.recount': 30,
  'silence.prepare': 16,
  'silence.markLanguage': 2,
  'silence.open': 24,
  'silence.circulate': 6,
  'silence.retract': 30,
  'silence.revise': 3,
  'silence.takeNote': 12,
  'rollCall.answer': 20,
  'rollCall.enter': 8,
  'rollCall.callNext': 12,
  'rollCall.draw': 8,
  'vote.announceLock': 4,
  'vote.callOffLock': 10,
  'showOfHands.askRecorded': 10,
  'showOfHands.enterCount': 40,
  'showOfHands.holdRecorded': 16,
  'intendedVote.state': 6,
  'intendedVote.retract': 8,
  'intendedVote.enter': 2,
  'intendedVote.strike': 4,
  'noObjection.call': 16,
  'noObjection.object': 30,
  'noObjection.retract': 30,
  'noObjection.callOff': 6,
  // Their ends are in the beginning of a trial.
  ...Object.fromEntries(motionCommands.map((name) => [name, 1])),
};
const names = (Object.keys(wildCommands) as CommandName[]).flatMap((name) =>
  Array.from({ length: weights[name] ?? 4 }, () => name),
);

interface Beginning {
  state: ConsultationState;
  events: Happened[];
  box: PlainBox;
}
const begun = new Map<number, Beginning>();

/** How far a consultation has come when its trial begins. */
export function beginning(stage: number): Beginning {
  const known = begun.get(stage);
  if (known) return known;
  const h = house({ panels: ['First', 'Second'], profile: profileOf(stage), ids: 'x' });
  if (stage > 0) h.openRooms({ rooms: 3, attribution: stage === 2 ? 'delegation' : 'none' });
  if (stage === 1 || stage === 2) agreeSomething(h);
  if (stage > 7) beginMotions(h);
  else if (stage > 1) decideSomething(h, stage > 2);
  if (stage >= 5 && stage <= 7) beginVoting(h, stage);
  const events = h.events.map(({ scope, type, data, at }) => ({ scope, type, data, at }));
  const begins = { ...freeze({ state: h.state, events }, true), box: h.box };
  begun.set(stage, begins);
  return begins;
}

/** Brackets and a paragraph that all delegations but one have confirmed, in the first room. */
function agreeSomething(h: House): void {
  const roomId = h.roomId(1);
  const room = must(h.state.plenary.room.byId[roomId], 'room');
  const [itemId, chair] = [h.draft(1, 'Agreed', ''), must(room.facilitator, 'facilitator')];
  h.signed.set(itemId, wordsOf(itemId));
  h.act(chair, 'paragraph.agree', { roomId, itemId, paragraphId: 'p1' });
  for (const who of room.members.slice(1)) h.act(who, 'paragraph.confirm', { roomId, itemId, paragraphId: 'p1' });
  const [first, second] = room.members as [string, string];
  const open = h.act(first, 'bracket.open', { roomId, itemId, kind: 'doubt', from: 'w6', to: 'w8' });
  const bracketId = String(must(open[0], 'bracket').data.bracketId);
  h.act(second, 'bracket.suggest', { roomId, itemId, bracketId, words: 'Yes.' });
}

/** What a draft of a trial says before anything is bracketed. */
export const wordsOf = (itemId: string) => [`What ${itemId} says of`, 'what is to be done now.'];

function decideSomething(h: House, isVoted: boolean): void {
  const [participantId] = must(h.state.plenary.room.byId[h.roomId(1)], 'room').members as [string];
  const items = [1, 2, 3].map((room) => {
    const itemId = h.draft(room, `Item of room ${room}`, 'States shall act.');
    if (room === 1)
      h.act('system', 'authorship.note', { roomId: h.roomId(1), itemId, participantId, paragraphs: ['p0'] });
    h.report(itemId);
    return itemId;
  });
  if (!isVoted) return;
  h.step('deciding');
  for (const item of items) h.stage(item, 'ready');
  h.openVote(must(items[0], 'item'), { yes: ['KEN', 'FRA'], no: ['JPN'] });
  const { consultation } = h.state.plenary;
  if (consultation.phase === 'open' && consultation.profile !== 'informal') breakSomething(h, must(items[1], 'item'));
}

/** A silence procedure that somebody has broken. */
function breakSomething(h: House, itemId: string): void {
  const silenceId = String(must(h.act('mod', 'silence.prepare', { itemId })[0], 'round').data.silenceId);
  const [deadlineAt, languagesWaived] = [h.now + 10 * 86_400_000, 'Later.'];
  h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived });
  h.act('KEN-1', 'silence.break', { silenceId, round: 1, isConfirmed: true, reason: null, alternative: null });
}

/** A roll call that is almost over; or a tie whose second vote is almost too late. */
function beginVoting(h: House, stage: number): void {
  const voteId = must(h.state.plenary.vote.order[0], 'vote');
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
  // What was voted on is not put again, so that the next vote is on another item.
  const decided = must(h.state.plenary.vote.byId[voteId], 'vote').itemId;
  const left = Object.values(h.state.plenary.board.items).filter(
    ({ stage: at, id }) => at === 'ready' && id !== decided,
  );
  const item = must(left.at(-1), 'item').id;
  if (stage === 6) {
    h.vote(item, { yes: ['KEN', 'FRA'], no: ['JPN', 'CHE'] });
    h.now += 48 * 3_600_000 - startOf;
    h.act('mod', 'board.spotlight', { panelId: h.panel(), itemId: item });
    return;
  }
  if (stage === 7) {
    beginSecretVote(h, item);
    return;
  }
  reconsider(h, decided);
  const asked = { itemId: item, majority: 'simple', present: 15, method: 'roll-call' } as const;
  const rollCall = String(must(h.act('mod', 'vote.open', asked)[0], 'vote').data.voteId);
  h.act('mod', 'rollCall.draw', { voteId: rollCall, nonce: '0123456789abcdef'.repeat(2) });
  const order = callingOrder(must(h.state.plenary.rollCall[rollCall], 'roll call'));
  for (const delegationId of order.slice(0, -2))
    h.act('mod', 'rollCall.markAbsent', { voteId: rollCall, delegationId });
}

/** A secret vote in which two have cast. */
function beginSecretVote(h: House, itemId: string): void {
  h.act('mod', 'vote.open', { itemId, majority: 'simple', present: 15, method: 'secret' });
  const voteId = must(h.state.plenary.vote.order.at(-1), 'vote');
  for (const [at, who] of ['KEN-1', 'FRA-1'].entries())
    h.act(who, 'secretBallot.cast', { voteId, choice: 'yea', receipt: String(at).repeat(32) });
}

const profileOf = (stage: number) => (stage === 6 ? 'plenary' : stage > 3 && stage < 8 ? 'committee' : 'informal');

export const beginnings = 9;
const startOf = 7_200_000;

/** How far the consultation has come at the beginning, and for each step the number that decides who asks for what. */
export interface Plan {
  stage: number;
  steps: readonly number[];
}

/** Plans of up to so many steps, mostly long ones; fast-check shrinks them to the steps that matter. */
export function plans(most: number): fc.Arbitrary<Plan> {
  const step = fc.integer({ min: 0, max: 2 ** 31 - 1 });
  return fc.record({
    stage: fc.nat(beginnings - 1),
    steps: fc.array(step, { maxLength: most, size: 'max' }),
  });
}

/** Plays a plan. */
export function play({ stage, steps }: Plan): Trial {
  const begins = beginning(stage);
  const trial: Trial = { asks: [], events: [...begins.events], end: begins.state, box: begins.box.copy() };
  let now = must(begins.events.at(-1), 'opening').at + startOf;
  let ids = 0;
  for (const drawn of steps) {
    const chance = seeded(String(drawn));
    now += 200 + chance.below(2_000);
    const newId = () => `new-${++ids}`;
    // The host does what is owed before it hears anybody.
    for (const command of duties(trial.end, now)) {
      // Now and then a slip is lost or damaged.
      const lost = chance.below(2);
      ask(trial, { kind: 'system' }, trial.box.complete(command, lost), now, newId);
    }
    const { actor, command } = wildAsk(trial.end, chance);
    if (!isRefusal(actor)) ask(trial, actor, command, now, newId);
  }
  return trial;
}

/** People mostly ask for what their role and the step allow, and now and then for what they do not. */
export function wildAsk(state: ConsultationState, chance: Chance): { actor: Actor | Refusal; command: Command } {
  for (let tries = 0; ; tries += 1) {
    const type = must(names[chance.below(names.length)], 'name');
    const command = { type, payload: wildCommands[type]({ state, chance }) as Command['payload'] };
    const actor = wildActor(state, command, chance);
    const isAllowed = !isRefusal(actor) && permitRefusal(state, actor, type, command.payload) === null;
    const isAboutSomething = !Object.values(command.payload).includes(nothing);
    if ((isAllowed && isAboutSomething) || tries === 5 || chance.below(8) === 0) return { actor, command };
  }
}

/** Mostly somebody who may ask for it, otherwise anybody who is seated. */
function wildActor(state: ConsultationState, command: Command, chance: Chance): Actor | Refusal {
  const { participants } = state.plenary.delegation;
  const wanted = permits[command.type].who;
  const entitled = chance.below(6) === 0 ? [] : wanted.flatMap((who) => holders(state, command, who));
  const ids = entitled.length > 0 ? entitled : Object.keys(participants);
  return actorOf(state, must(ids[chance.below(ids.length)], 'person'));
}

function holders(state: ConsultationState, { payload }: Command, who: Capacity): string[] {
  const room = state.plenary.room.byId[placeOf(state, payload).roomId ?? ''];
  if (who === 'member') return room?.members ?? [];
  if (who === 'facilitator' || who === 'rapporteur') return room?.[who] ? [room[who]] : [];
  return Object.values(state.plenary.delegation.participants)
    .filter(({ role }) => role === who)
    .map(({ id }) => id);
}

function ask(trial: Trial, actor: Actor, command: Command, now: number, newId: () => string): void {
  const before = trial.end;
  const read = readPayload(command.type, command.payload);
  if (!read.ok) throw new Error(`${command.type}: a wild command must be well-formed: ${JSON.stringify(read.misfits)}`);
  const ids: string[] = [];
  const isWritten = (itemId: string) => !itemId.endsWith('3');
  const draftText = (itemId: string) => (isWritten(itemId) ? signedText(before, itemId, wordsOf(itemId)) : null);
  const spanAt = (itemId: string, from: string, to: string) =>
    isWritten(itemId) ? signedSpan(before, itemId, wordsOf(itemId), from, to) : null;
  const put = (nextId: () => string) =>
    decide(
      before,
      { type: command.type, payload: read.payload },
      { actor, now, newId: nextId, draftText, spanAt, ...digests },
    );
  const told = put(() => {
    ids.push(newId());
    return must(ids.at(-1), 'id');
  });
  const again = () => {
    const drawn = [...ids];
    return put(() => must(drawn.shift(), 'an id that was drawn before'));
  };
  const answer = isRefusal(told) ? told : told.map((event) => freeze({ ...event, at: now }, true));
  if (!isRefusal(answer)) {
    for (const event of answer)
      trial.end = freeze(
        produce(trial.end, (draft) => evolve(draft, event, now)),
        true,
      );
    trial.box.take(answer);
    trial.events.push(...answer);
  }
  trial.asks.push({ actor, command, before, after: trial.end, answer, again });
}
