import { contradicts, openBracketsOf, positionsOf } from '@shared/domain/brackets/standing.ts';
import { isRefusal, type Scope } from '@shared/domain/kernel/slice.ts';
import { type Choice, stages } from '@shared/domain/kernel/words.ts';
import { answersOf } from '@shared/domain/rollCall.ts';
import { evolve, schemasOfEvents } from '@shared/domain/rulebook.ts';
import { scopesOf } from '@shared/domain/scope.ts';
import { type ConsultationState, emptyState } from '@shared/domain/state.ts';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { house } from '../support/build.ts';
import { type Happened, type Plan, plans, play, type Trial } from '../support/trials.ts';

// A failure is shrunk towards its shortest plan, which takes longer than the trials; after a while what is found will do.
const patienceMs = 20_000;
vi.setConfig({ testTimeout: 3 * patienceMs });

/** Holds a claim against random trials; a failure prints the seed and the shortest plan that shows it. */
function always(claim: (trial: Trial) => void, numRuns = 60): void {
  fc.assert(
    fc.property(plans(400), (plan) => claim(play(plan))),
    { numRuns, interruptAfterTimeLimit: patienceMs },
  );
}

/** What was accepted, with its events and the state that came of it. */
const accepted = ({ asks }: Trial) =>
  asks.flatMap(({ answer, ...ask }) => (isRefusal(answer) ? [] : [{ ...ask, events: answer }]));

const sorted = (ids: readonly string[]) => [...ids].sort();

/** Every string in some data, keys included. */
function strings(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => [key, ...strings(value)]);
}

/** The opaque ids that an event mentions: those of rounds, rooms, items, comments, panels and votes. */
const mentioned = ({ data }: Happened) => new Set(strings(data).filter((each) => /^(x|new)-\d+$/.test(each)));

/** What is told of a draft before it is tabled: a number, under an id that is nothing to whoever does not know it (BRA-13). */
const countsAlone = 'bracket.BracketsCounted';

/** The events that make known to everyone what only some knew: a draft is tabled, a prepared round is opened. */
const publications = ['board.ItemTabled', 'seating.RoundOpened'];

describe('what travels', () => {
  test('no event mentions an id that one of its readers may not know', () => {
    always((trial) => {
      const bornIn = new Map<string, Scope>();
      const note = (event: Happened) => {
        for (const id of mentioned(event))
          if (event.scope !== 'box' && (!bornIn.has(id) || publications.includes(event.type)))
            bornIn.set(id, event.scope);
      };
      const fresh = new Set(accepted(trial).flatMap(({ events }) => events));
      for (const event of trial.events) if (!fresh.has(event)) note(event);
      for (const { events, after } of accepted(trial)) {
        for (const event of events) {
          const { scope } = event;
          if (event.type === countsAlone || scope === 'box') continue;
          note(event);
          const hidden = [...mentioned(event)].filter((id) => isHidden(after, bornIn.get(id), scope));
          if (hidden.length > 0) expect.fail(`${scope} ${event.type} mentions ${hidden}`);
        }
      }
    });
  });

  test('nothing sealed reaches a scope that anybody reads before the declaration', () => {
    always((trial) => {
      for (const { events, before } of accepted(trial)) {
        for (const event of events.filter(({ scope }) => scope !== 'sealed' && scope !== 'box')) {
          const { phase, method } = before.plenary.vote.byId[String(event.data.voteId)] ?? {};
          const isRollCall = method === 'roll-call';
          if (event.type === 'vote.TallyDeclared' && (phase === 'locked' || isRollCall)) continue;
          if (saidAloud.includes(event.type)) continue;
          const told = strings(event.data).filter((each) => secrets.includes(each));
          if (told.length > 0) expect.fail(`${event.scope} ${event.type} tells ${told}`);
        }
      }
      for (const vote of Object.values(trial.end.plenary.vote.byId))
        expect('rollCall' in vote || 'outcome' in vote).toBe(vote.phase === 'declared');
      for (const id of Object.keys(trial.end.plenary.delegation.participants))
        expect(scopesOf(trial.end, id)).not.toContain('sealed');
    });
  });
});

describe('what a room under the Chatham House Rule has in brackets', () => {
  test('[BRA-12] [BRA-13] names no delegation to anybody outside', () => {
    always((trial) => {
      const { delegation, room } = trial.end.plenary;
      for (const { events } of accepted(trial)) {
        for (const { scope, type, data } of events) {
          if (scope !== 'plenary' || !(type === 'board.ItemTabled' || type.startsWith('bracket.'))) continue;
          const attribution = room.byId[String(data.roomId)]?.attribution ?? 'none';
          if (attribution === 'named' || attribution === 'delegation') continue;
          // Who leads is a field of the item, not what somebody said.
          const { draft } = (data.snapshot ?? { draft: data }) as { draft: unknown };
          const named = strings(draft).filter((each) => delegation.byId[each]);
          if (named.length > 0) expect.fail(`${type} names ${named}`);
        }
      }
    });
  });
});

/** What a delegation says for all to hear, and what the bureau counted in the hall. */
const saidAloud = ['rollCall.DelegationAnswered', 'intendedVote.IntentionStated', 'showOfHands.CountEntered'];
const secrets = ['choice', 'rollCall', 'yes', 'no', 'abstain'];

/** Whether somebody who reads `scope` does not read where an id was born. */
function isHidden(state: ConsultationState, born: Scope | undefined, scope: Scope): boolean {
  if (born === undefined || born === scope || born === 'plenary') return false;
  const readers = Object.keys(state.plenary.delegation.participants).map((id) => scopesOf(state, id));
  return readers.some((scopes) => scopes.includes(scope) && !scopes.includes(born));
}

describe('what is kept', () => {
  test('the state as it lived is the state as it is replayed', () => {
    always(({ events, end }) => {
      const replayed = emptyState();
      // As it comes back from the journal: plain data, folded by mutation.
      for (const event of JSON.parse(JSON.stringify(events)) as Happened[]) evolve(replayed, event, event.at);
      expect(replayed).toEqual(end);
    });
  });

  test('a refusal changes nothing, and the same question gets the same answer', () => {
    always(({ asks }) => {
      for (const { answer, before, after, again, command } of asks) {
        // States are frozen through and through: a rule that wrote into one would have thrown.
        const once = isRefusal(answer) ? answer : answer.map(({ at: _, ...event }) => event);
        if (JSON.stringify(again()) !== JSON.stringify(once)) expect.fail(`${command.type} answers differently`);
        if (!isRefusal(answer)) continue;
        if (after !== before) expect.fail(`${command.type} was refused and changed the state`);
        if (!/^[a-zA-Z]+\.[a-z-]+$/.test(answer.refused)) expect.fail(`${command.type}: ${answer.refused}`);
      }
    });
  });
});

describe('what must always be true', () => {
  test('slips and rolls agree: the ballots kept are those received, and the tally is what was cast last', () => {
    always((trial) => {
      const cast = new Map<string, Record<string, Choice>>();
      for (const { actor, command, after, events } of accepted(trial)) {
        if (command.type === 'vote.cast' && actor.kind === 'participant') {
          const { voteId, choice } = command.payload as { voteId: string; choice: Choice };
          cast.set(voteId, { ...cast.get(voteId), [String(actor.delegationId)]: choice });
        }
        if (!events.some(({ type }) => type.startsWith('vote.'))) continue;
        for (const vote of Object.values(after.plenary.vote.byId)) {
          if (vote.method === 'secret') continue;
          const slips = after.sealed.vote[vote.id] ?? {};
          expect(sorted(Object.keys(slips))).toEqual(sorted(vote.received));
          expect(vote.received.filter((id) => !after.delegation[id]?.vote[vote.id])).toEqual([]);
          expect(vote.electorate).toEqual(expect.arrayContaining(vote.received));
          expect(slips).toMatchObject(cast.get(vote.id) ?? {});
          if (vote.phase !== 'declared') continue;
          const names = vote.method === 'roll-call' ? answered(after, vote.id) : slips;
          expect(vote.rollCall).toEqual(vote.method === 'show-of-hands' ? {} : names);
          expect(after.bureau.showOfHands[vote.id] ?? recount(names)).toEqual(countOf(vote.outcome));
        }
      }
    });
  });

  test('[BRA-11] no position disappears but by its own delegation, no objection, or a merger', () => {
    always((trial) => {
      for (const { actor, before, after, command, events } of accepted(trial)) {
        if (!events.some(({ type }) => type.startsWith('bracket.'))) continue;
        const mine = actor.kind === 'participant' ? actor.delegationId : null;
        for (const held of openPositions(before)) {
          const now = after.room[held.roomId]?.bracket.byId[held.bracketId];
          const isKept = now?.positions[held.delegationId]?.stance === held.stance;
          if (!isKept && held.delegationId !== mine) expect.fail(`${command.type} took ${JSON.stringify(held)}`);
          if (!isKept || now.phase === 'open' || now.how === 'no-objection') continue;
          const outcome = now.outcome === 'kept' ? 'keep' : 'remove';
          const other = after.room[held.roomId]?.bracket.byId[String(command.payload.keep)];
          const isUnited = now.how === 'merged' && other?.positions[held.delegationId]?.stance === held.stance;
          if (!isUnited && contradicts(now.kind, held.stance, outcome))
            expect.fail(`${command.type} settled over ${JSON.stringify(held)}`);
        }
      }
    });
  });

  test('[BRA-2] [BRA-13] what is counted is what is open, and what is called is open', () => {
    always(({ end }) => {
      for (const within of Object.values(end.room)) {
        const { byId, order, called } = within.bracket;
        expect(sorted(order)).toEqual(sorted(Object.keys(byId)));
        expect(sorted(called)).toEqual(sorted(order.filter((id) => byId[id]?.call)));
        expect(called.filter((id) => byId[id]?.phase !== 'open')).toEqual([]);
        for (const itemId of within.actionItem.order)
          expect(openBracketsOf(within, itemId).length).toBe(end.plenary.bracket[itemId]?.at(-1)?.open ?? 0);
      }
    });
  });

  test('[ONE-1] [ONE-2] an item is never decided while an amendment or a division of it is open, nor twice', () => {
    always((trial) => {
      const decided = new Map<string, string>();
      for (const [at, { type, data }] of trial.events.entries()) {
        const wrong = decisionsBy(type, data, trial.end).flatMap(({ itemId, version }) => {
          const key = `${itemId} v${version}`;
          const before = decided.get(key);
          decided.set(key, type);
          return before ? [`event ${at}: ${key} was decided by ${before} and again by ${type}`] : [];
        });
        if (wrong.length > 0) expect.fail(wrong.join('; '));
      }
      for (const { before, command, events } of accepted(trial)) {
        for (const { type, data } of events) {
          const isOpening = ['vote.VoteOpened', 'noObjection.AdoptionCalled', 'silence.SilenceOpened'].includes(type);
          const { kind = 'item' } = (data.subject ?? {}) as { kind?: string };
          const isEnd = decisionsBy(type, data, trial.end).length > 0 && !type.startsWith('division.');
          if (!(isOpening && kind === 'item') && !isEnd) continue;
          const found = openOn(before, itemIdOf(before, data));
          if (found.length > 0) expect.fail(`${command.type}: ${type} over ${found}`);
        }
      }
    }, 120);
  });

  test.each([
    ['every tabled item stands in exactly one column, or was taken back or set aside', misplaced],
    ['nobody is in two rooms of a round or in two open rooms of a panel, and a duty is held by a member', misseated],
    ['one vote runs at a time, and rooms are open only while their panel breaks out', outOfStep],
  ])('%s', (_claim, wrongs) => {
    always((trial) => {
      for (const { after, command } of accepted(trial)) {
        const found = wrongs(after);
        if (found.length > 0) expect.fail(`after ${command.type}: ${found.join('; ')}`);
      }
    });
  });
});

describe('what trials have found before', () => {
  test('two rounds of a panel are not reopened together', () => {
    const h = house();
    const [first] = h.openRooms();
    h.freeze();
    const [second] = h.openRooms({ seed: 'another' });
    h.freeze();
    const roomIds = [String(first), String(second)];
    expect(h.try('mod', 'room.reopen', { roomIds, seconds: 600 })).toEqual({ refused: 'seating.round-running' });
    expect(h.try('mod', 'room.reopen', { roomIds: [String(second)], seconds: 600 })).not.toHaveProperty('refused');
  });

  test('an item that its room took back is not set aside, for it may come back', () => {
    const h = house();
    h.openRooms({ rooms: 2 });
    const itemId = h.reported(1, 'One');
    h.takeBack(itemId);
    const disposition = { as: 'parked' as const, reason: 'Later.' };
    expect(h.try('mod', 'board.dispose', { itemId, disposition })).toEqual({ refused: 'board.unknown' });
    h.report(itemId);
    expect(misplaced(h.state)).toEqual([]);
  });

  test('a panel for which rooms are being prepared is not removed', () => {
    const h = house({ panels: ['First', 'Second'] });
    const panelId = h.panel(2);
    h.act('mod', 'seating.propose', {
      ...{ panelId, question: 'What?', attribution: 'named', rooms: 2, seed: 's', people: 'invited', pins: [] },
    });
    expect(h.try('sec', 'panel.remove', { panelId })).toEqual({ refused: 'panel.in-use' });
  });

  test('rooms of several panels are reopened only where all of these panels break out', () => {
    const h = house({ panels: ['First', 'Second'] });
    const first = h.openRooms({ panel: 1 });
    const second = h.openRooms({ panel: 2 });
    h.step('reporting', 1);
    h.freeze(2);
    expect(h.try('mod', 'room.reopen', { roomIds: [...second, ...first], seconds: 600 })).toMatchObject({
      ...{ refused: 'panel.wrong-step', details: { step: 'reporting' } },
    });
    expect(h.try('mod', 'room.reopen', { roomIds: second, seconds: 600 })).not.toHaveProperty('refused');
  });
});

test('the trials are worth something: every kind of event happens in them, and much is refused', () => {
  const seen = new Set<string>();
  let refused = 0;
  let asked = 0;
  const tally = (plan: Plan) => {
    const { events, asks } = play(plan);
    for (const { scope, type } of events) seen.add(`${scope.split(':', 1)[0]}/${type}`);
    refused += asks.filter(({ answer }) => isRefusal(answer)).length;
    asked += asks.length;
  };
  fc.assert(fc.property(plans(400), tally), { numRuns: 450, seed: 20_170_619 });
  // What only journals have that were written before.
  const former = ['delegation/silence.OwnObjectionMade', 'delegation/silence.OwnObjectionRetracted'];
  expect([...schemasOfEvents().keys()].filter((type) => !seen.has(type))).toEqual(former);
  expect(refused / asked).toBeGreaterThan(0.2);
  expect(refused / asked).toBeLessThan(0.8);
});

/** What an event decides for good, told from the journal alone: an item in a version. What only indicates decides nothing. */
function decisionsBy(
  type: string,
  data: Record<string, unknown>,
  { plenary }: ConsultationState,
): { itemId: string; version: number }[] {
  const vote = plenary.vote.byId[String(data.voteId)];
  const isOfItem = vote?.subject.kind === 'item' && !vote.terms.isIndicative;
  const { result } = (data.outcome ?? {}) as { result?: string };
  const isDeclared = type === 'vote.TallyDeclared' && (result === 'carried' || result === 'not-carried');
  if (vote && isOfItem && (isDeclared || type === 'vote.TieLapsed'))
    return [{ itemId: vote.itemId, version: vote.itemVersion }];
  const call = plenary.noObjection.byId[String(data.callId)];
  if (call && type === 'noObjection.AdoptedWithoutVote' && !call.terms.isIndicative)
    return [{ itemId: call.itemId, version: call.itemVersion }];
  const silence = plenary.silence.byId[String(data.silenceId)];
  if (silence && type === 'silence.SilenceAdopted')
    return [{ itemId: silence.itemId, version: silence.rounds.at(-1)?.itemVersion ?? 0 }];
  const division = plenary.division.byId[String(data.divisionId)];
  const isFormal = plenary.consultation.phase === 'open' && plenary.consultation.profile !== 'informal';
  const ends = ['division.DivisionAdopted', 'division.DivisionRejected', 'division.ProposalFell'];
  return division && isFormal && ends.includes(type)
    ? [{ itemId: division.itemId, version: division.itemVersion }]
    : [];
}

function itemIdOf(
  { plenary }: ConsultationState,
  { itemId, voteId, callId, silenceId }: Record<string, unknown>,
): string {
  const known =
    plenary.vote.byId[String(voteId)] ??
    plenary.noObjection.byId[String(callId)] ??
    plenary.silence.byId[String(silenceId)];
  return String(itemId ?? known?.itemId);
}

/** The amendments and divisions of an item that wait for their decision. */
function openOn({ plenary }: ConsultationState, itemId: string): string[] {
  const amendments = Object.values(plenary.amendment.byId).filter(
    (each) => each.itemId === itemId && each.phase === 'proposed',
  );
  const divisions = Object.values(plenary.division.byId).filter(
    (each) => each.itemId === itemId && ['moved', 'objected', 'parts', 'whole'].includes(each.phase),
  );
  return [...amendments.map(({ number }) => `amendment ${number}`), ...divisions.map(({ phase }) => phase)];
}

/** Every position on an open bracket. */
function openPositions({ room }: ConsultationState) {
  return Object.entries(room).flatMap(([roomId, { bracket }]) =>
    Object.values(bracket.byId)
      .filter(({ phase }) => phase === 'open')
      .flatMap((each) => positionsOf(each).map((held) => ({ ...held, roomId }))),
  );
}

function answered({ plenary }: ConsultationState, voteId: string): Record<string, Choice> {
  const call = plenary.rollCall[voteId];
  return call ? answersOf(call) : {};
}

function recount(rollCall: Record<string, Choice>): Record<Choice, number> {
  const all = Object.values(rollCall);
  const of = (choice: Choice) => all.filter((each) => each === choice).length;
  return { yes: of('yes'), no: of('no'), abstain: of('abstain') };
}

const countOf = ({ yes, no, abstain }: Record<Choice, number>) => ({ yes, no, abstain });

function misplaced({ plenary: { board, panel } }: ConsultationState): string[] {
  return Object.values(board.items).flatMap((item) => {
    const standing = Object.entries(board.columns).flatMap(([panelId, columns]) =>
      stages.flatMap((stage) => columns[stage].filter((id) => id === item.id).map(() => `${panelId} ${stage}`)),
    );
    const isAway = item.isTakenBack || item.disposition !== null || item.gone !== undefined;
    const expected = isAway ? [] : [`${item.panelId} ${item.stage}`];
    const wrong = standing.join() === expected.join() ? [] : [`${item.id} stands in [${standing}], not [${expected}]`];
    return panel.byId[item.panelId] ? wrong : [...wrong, `${item.id} is of no panel`];
  });
}

function misseated({ plenary: { seating, room } }: ConsultationState): string[] {
  const twice = Object.values(seating.byId).flatMap(({ id, roomIds }) => {
    const everybody = roomIds.flatMap((roomId) => room.byId[roomId]?.members ?? [`no room ${roomId}`]);
    return everybody.filter((each, at) => everybody.indexOf(each) !== at).map((each) => `${each} twice in ${id}`);
  });
  const open = Object.values(room.byId).filter(({ phase }) => phase !== 'frozen');
  const seats = open.flatMap(({ panelId, members }) => members.map((each) => `${each} in open rooms of ${panelId}`));
  const torn = seats.filter((each, at) => seats.indexOf(each) !== at);
  const strangers = Object.values(room.byId).flatMap(({ id, members, facilitator, rapporteur }) =>
    [facilitator, rapporteur]
      .filter((each) => each !== null && !members.includes(each))
      .map((each) => `${each} in ${id}`),
  );
  return [...twice, ...torn, ...strangers];
}

function outOfStep({ plenary: { vote, room, panel } }: ConsultationState): string[] {
  const running = Object.values(vote.byId).filter(({ phase }) => phase === 'open' || phase === 'locked');
  const stray = running.filter(({ panelId }) => panel.byId[panelId]?.step !== 'deciding');
  const open = Object.values(room.byId).filter(
    ({ phase, panelId }) => phase !== 'frozen' && panel.byId[panelId]?.step !== 'breakout',
  );
  return [
    ...(running.length > 1 ? [`${running.length} votes run`] : []),
    ...stray.map(({ id }) => `${id} runs while its panel does not decide`),
    ...open.map(({ id }) => `${id} is open while its panel does not break out`),
  ];
}
