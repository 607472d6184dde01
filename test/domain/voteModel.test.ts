/**
 * Votes against a plain model of them: one array of members, one map of choices, no events, no scopes. Random people ask
 * for random things at random instants; the rules must take and refuse what the model does, and end with its numbers.
 */
import { duties } from '@shared/domain/duties.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import type { CommandName } from '@shared/domain/rulebook.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type House, house, houseCodes } from '../support/build.ts';

type Choice = 'yes' | 'no' | 'abstain';
type Method = 'recorded' | 'show-of-hands' | 'roll-call';

/** A vote as somebody with paper and a pencil would keep it. */
class Paper {
  state: 'taking' | 'locked' | 'done' | 'void' = 'taking';
  locksAt = Number.POSITIVE_INFINITY;
  readonly ballots = new Map<string, Choice>();
  hall: Record<Choice, number> | null = null;
  recordedAsked = false;
  turns: string[] = [];
  called = 0;
  readonly spoken = new Map<string, Choice | null>();
  readonly method: Method;

  constructor(method: Method) {
    this.method = method;
  }

  takes(now: number): boolean {
    return this.state === 'taking' && now < this.locksAt && !this.recordedAsked;
  }
  cast(code: string, choice: Choice, now: number): boolean {
    if (this.method === 'roll-call' || !this.takes(now) || this.hall) return false;
    this.ballots.set(code, choice);
    return true;
  }
  announce(now: number): boolean {
    if (this.method === 'roll-call' || this.state !== 'taking' || this.recordedAsked) return false;
    if (this.locksAt === Number.POSITIVE_INFINITY) this.locksAt = now + 10_000;
    return true;
  }
  callOff(now: number): boolean {
    if (this.state !== 'taking' || (this.locksAt !== Number.POSITIVE_INFINITY && now >= this.locksAt)) return false;
    this.locksAt = Number.POSITIVE_INFINITY;
    return true;
  }
  lock(now: number): boolean {
    if (this.state === 'locked') return true;
    if (this.state !== 'taking' || this.method === 'roll-call' || this.recordedAsked) return false;
    const isComplete = this.method === 'recorded' && this.ballots.size === houseCodes.length;
    if (!isComplete && now < this.locksAt) return false;
    this.state = 'locked';
    return true;
  }
  declare(): boolean {
    if (this.state === 'done') return true;
    const isOver = this.method === 'roll-call' && this.state === 'taking' && this.spoken.size === houseCodes.length;
    if (this.state !== 'locked' && !isOver) return false;
    this.state = 'done';
    return true;
  }
  withdraw(): boolean {
    const isBegun = this.ballots.size > 0 || this.hall !== null || this.turns.length > 0 || this.recordedAsked;
    if (this.state !== 'taking' || isBegun) return false;
    this.state = 'void';
    return true;
  }
  count(hall: Record<Choice, number>, now: number): boolean {
    if (this.method !== 'show-of-hands' || !this.takes(now) || this.ballots.size > 0) return false;
    if (hall.yes + hall.no + hall.abstain > houseCodes.length) return false;
    this.hall = hall;
    return true;
  }
  ask(now: number): boolean {
    if (this.method !== 'show-of-hands' || !this.takes(now)) return false;
    this.recordedAsked = true;
    this.locksAt = Number.POSITIVE_INFINITY;
    return true;
  }
  draw(turns: () => string[]): boolean {
    if (this.method !== 'roll-call' || this.state !== 'taking' || this.turns.length > 0) return false;
    this.turns = turns();
    this.called = 1;
    return true;
  }
  speak(code: string, choice: Choice | null): boolean {
    if (this.state !== 'taking' || this.turns[this.called - 1] !== code || this.spoken.has(code)) return false;
    this.spoken.set(code, choice);
    if (choice === null && this.called < this.turns.length) this.called += 1;
    return true;
  }
  callAgain(code: string): boolean {
    if (this.state !== 'taking' || this.turns.length === 0) return false;
    const isOn = this.turns[this.called - 1] === code && !this.spoken.has(code);
    if (isOn) return true;
    const [last, choice] = [...this.spoken].at(-1) ?? [];
    if (last !== code || choice !== null) return false;
    this.spoken.delete(code);
    this.called = this.turns.indexOf(code) + 1;
    return true;
  }
  next(after: string): boolean {
    if (this.state !== 'taking' || this.turns.length === 0) return false;
    if (this.turns[this.called - 1] !== after) return true;
    if (!this.spoken.has(after) || this.called === this.turns.length) return false;
    this.called += 1;
    return true;
  }
  totals(): Record<Choice, number> {
    if (this.hall) return this.hall;
    const said = [...this.ballots.values(), ...this.spoken.values()];
    const of = (choice: Choice) => said.filter((each) => each === choice).length;
    return { yes: of('yes'), no: of('no'), abstain: of('abstain') };
  }
  names(): Record<string, Choice> {
    if (this.method === 'show-of-hands') return {};
    const said = [...this.ballots, ...this.spoken].filter((each): each is [string, Choice] => each[1] !== null);
    return Object.fromEntries(said);
  }
}

const choices: Choice[] = ['yes', 'no', 'abstain'];
const pick = <T>(chance: Chance, list: readonly T[]): T => must(list[chance.below(list.length)], 'one');

function ready(): { h: House; itemId: string } {
  const h = house({ profile: 'committee' });
  h.openRooms({ rooms: 2 });
  const itemId = h.reported(1, 'One');
  h.step('deciding');
  h.stage(itemId, 'ready');
  return { h, itemId };
}

interface Said {
  name: CommandName;
  taken: boolean;
  model: boolean;
}

/** One random act, of the rules and on paper: what each of them says to it. */
function act(h: House, voteId: string, paper: Paper, chance: Chance, isThin: boolean): Said {
  const at = h.now + 1_000;
  const ask = <C extends CommandName>(who: string, name: C, payload: object, model: () => boolean) => {
    const answer = h.try(who, name, { voteId, ...payload } as never);
    return { name, taken: !('refused' in answer), model: model() };
  };
  const code =
    chance.below(3) === 0 ? pick(chance, houseCodes) : (paper.turns[paper.called - 1] ?? pick(chance, houseCodes));
  const who = `${code}-${1 + chance.below(2)}`;
  const choice = pick(chance, choices);
  const hall = { yes: chance.below(10), no: chance.below(5), abstain: chance.below(5) };
  const acts: (() => Said)[] = [
    () => ask(`${pick(chance, houseCodes)}-1`, 'vote.announceLock', {}, () => false),
    () => ask('mod', 'vote.announceLock', {}, () => paper.announce(at)),
    () => ask('mod', 'vote.callOffLock', {}, () => paper.callOff(at)),
    () => ask('mod', 'vote.lock', {}, () => paper.lock(at)),
    () => ask('mod', 'vote.declare', {}, () => paper.declare()),
    () => ask('mod', 'vote.withdraw', {}, () => paper.withdraw()),
    () => ask('sec', 'showOfHands.enterCount', hall, () => paper.count(hall, at)),
    () => ask(who, 'showOfHands.askRecorded', {}, () => paper.ask(at)),
    () =>
      ask('mod', 'rollCall.draw', { nonce: String(chance.below(10)).repeat(32) }, () =>
        paper.draw(() => turnsOf(h, voteId)),
      ),
    () => ask('sec', 'rollCall.enter', { delegationId: code, choice }, () => paper.speak(code, choice)),
    () => ask('mod', 'rollCall.markAbsent', { delegationId: code }, () => paper.speak(code, null)),
    () => {
      const delegationId = chance.below(2) === 0 ? code : ([...paper.spoken.keys()].at(-1) ?? code);
      return ask('mod', 'rollCall.takeBackAbsence', { delegationId }, () => paper.callAgain(delegationId));
    },
  ];
  const often: (() => Said)[] = [
    () => ask(who, 'vote.cast', { choice }, () => paper.cast(code, choice, at)),
    () => ask(who, 'rollCall.answer', { choice }, () => paper.speak(code, choice)),
    () => ask('mod', 'rollCall.callNext', { after: code }, () => paper.next(code)),
  ];
  // In a thin house the one called is often not there, and the chair is in a hurry.
  const absent = () => ask('mod', 'rollCall.markAbsent', { delegationId: code }, () => paper.speak(code, null));
  if (isThin) often.push(absent, absent, () => ask('mod', 'vote.declare', {}, () => paper.declare()));
  return pick(chance, chance.below(4) === 0 ? acts : often)();
}

/** The order of the calls as it was told: that the lot is fair is shown elsewhere, that it is kept to is shown here. */
function turnsOf(h: House, voteId: string): string[] {
  const { order, lot } = must(h.state.plenary.rollCall[voteId], 'roll call');
  const start = must(lot, 'lot').start;
  return [...order, ...order].slice(start, start + order.length);
}

test('[VOTE-7] votes of all kinds take, refuse and count what a plain model of them does', () => {
  const seeds = fc.tuple(fc.integer(), fc.constantFrom<Method>('recorded', 'show-of-hands', 'roll-call'));
  const { h: template, itemId } = ready();
  let declared = 0;
  let inquorate = 0;
  fc.assert(
    fc.property(seeds, fc.integer({ min: 20, max: 160 }), ([seed, method], steps) => {
      const h = template.fork();
      const chance = seeded(String(seed));
      const asked = { itemId, majority: 'simple', present: 15, method } as const;
      const voteId = String(must(h.act('mod', 'vote.open', asked)[0], 'vote').data.voteId);
      const paper = new Paper(method);
      const isThin = chance.below(2) === 0;
      for (let step = 0; step < steps; step += 1) {
        if (chance.below(12) === 0) h.now += 4_000;
        // What is owed comes before what is asked for, as in the host.
        for (const { type, payload } of duties(h.state, h.now + 1_000)) {
          h.act('system', type, payload as never);
          paper.lock(h.now);
          h.now -= 1_000;
        }
        const { name, taken, model } = act(h, voteId, paper, chance, isThin);
        if (taken !== model) expect.fail(`step ${step}: ${name} was ${taken ? 'taken' : 'refused'}, not on paper`);
      }
      const vote = must(h.state.plenary.vote.byId[voteId], 'vote');
      expect(vote.phase).toBe({ taking: 'open', locked: 'locked', done: 'declared', void: 'withdrawn' }[paper.state]);
      if (vote.phase !== 'declared') return;
      declared += 1;
      expect(vote.rollCall).toEqual(paper.names());
      const { yes, no, abstain } = vote.outcome;
      expect({ yes, no, abstain }).toEqual(paper.totals());
      const isCarried = paper.totals().yes > paper.totals().no;
      const heard = yes + no + abstain;
      const isQuorate = method !== 'roll-call' || heard * 2 > houseCodes.length;
      if (!isQuorate) inquorate += 1;
      expect(vote.outcome.result).toBe(!isQuorate ? 'no-quorum' : isCarried ? 'carried' : 'not-carried');
    }),
    { numRuns: 150, seed: 4 },
  );
  expect(declared).toBeGreaterThan(30);
  expect(inquorate).toBeGreaterThan(0);
});
