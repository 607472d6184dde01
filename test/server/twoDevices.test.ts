/**
 * Two people of every delegation press at the same instant, over real sockets. `npm run test:storm` is the long form: all 193 member
 * states, and sixty votes that are closed while ballots come in.
 */
import { memberStates } from '@shared/data/memberStates.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { seeded } from '@shared/domain/kernel/random.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import type { Line } from '../support/line.ts';
import { openVote } from '../support/meeting.ts';
import { act, type StartedHouse, startHouse } from '../support/startHouse.ts';

const isLong = Number(process.env.STORM_SECONDS ?? 0) > 0;
const [delegations, rounds] = isLong ? [193, 60] : [24, 8];
vi.setConfig({ testTimeout: isLong ? 600_000 : 60_000, hookTimeout: 120_000 });

const codes = memberStates.slice(0, delegations).map(({ id }) => id);
let house: StartedHouse;
let live: LiveConsultation;
let voteId: string;
let itemId: string;
let chair: Line;
/** By delegation, the lines of its two people. */
let pairs: { code: string; lines: [Line, Line] }[];

beforeAll(async () => {
  house = await startHouse();
  live = await house.open(codes);
  ({ voteId, itemId } = await openVote(live));
  chair = await house.line(live, 'mod');
  pairs = [];
  for (const code of codes)
    pairs.push({ code, lines: [await house.line(live, `${code}-1`), await house.line(live, `${code}-2`)] });
});
afterAll(() => house.stop());

const vote = () => must(live.host.state().plenary.vote.byId[voteId], 'vote');

interface Acknowledged {
  code: string;
  who: string;
  choice: Choice;
  seq: number;
}

/**
 * Both people of every delegation cast at once, and the chair closes the vote when so many ballots are on their way; answers what was
 * acknowledged, and the codes of what was refused.
 */
async function castTogether(choiceOf: (who: string) => Choice, closesAfter = Number.POSITIVE_INFINITY) {
  const acknowledged: Acknowledged[] = [];
  const refused: string[] = [];
  const cast = async (line: Line, code: string, who: string) => {
    const choice = choiceOf(who);
    const answer = await line.command('vote.cast', { voteId, choice });
    if (answer.ok) acknowledged.push({ code, who, choice, seq: answer.seq });
    else refused.push(answer.code);
  };
  const asking: Promise<unknown>[] = [];
  for (const { code, lines } of pairs)
    for (const [at, line] of lines.entries()) {
      if (asking.length === closesAfter) asking.push(chair.command('vote.lock', { voteId }));
      asking.push(cast(line, code, `${code}-${at + 1}`));
    }
  await Promise.all(asking);
  return { acknowledged, refused };
}

/** Of each delegation what was acknowledged last, counted apart from the program. */
function lastOf(acknowledged: readonly Acknowledged[]): Map<string, Acknowledged> {
  const last = new Map<string, Acknowledged>();
  for (const each of acknowledged) if (each.seq > (last.get(each.code)?.seq ?? 0)) last.set(each.code, each);
  return last;
}

async function declare(): Promise<Record<string, Choice>> {
  await act(live, 'mod', 'vote.declare', { voteId });
  const declared = vote();
  if (declared.phase !== 'declared') throw new Error('not declared');
  const count = (choice: Choice) => Object.values(declared.rollCall).filter((each) => each === choice).length;
  expect(declared.outcome).toMatchObject({ yes: count('yes'), no: count('no'), abstain: count('abstain') });
  return declared.rollCall;
}

async function openAnother(): Promise<void> {
  await act(live, 'mod', 'vote.open', { itemId, majority: 'simple', present: null });
  voteId = must(live.host.state().plenary.vote.order.at(-1), 'vote');
}

describe('two people of a delegation who press at the same instant', () => {
  test('[VOTE-5] have one ballot, the later one, and both are told whose it is', async () => {
    const { acknowledged, refused } = await castTogether((who) => (who.endsWith('1') ? 'yes' : 'no'));
    expect(refused).toEqual([]);
    expect(acknowledged).toHaveLength(2 * delegations);
    const last = lastOf(acknowledged);
    for (const { code, lines } of pairs) {
      const counts = must(last.get(code), code);
      for (const line of lines) {
        await line.until(() => line.state.delegation[code]?.vote[voteId]?.times === 2);
        expect(line.state.delegation[code]?.vote[voteId]).toMatchObject({ castBy: counts.who });
      }
    }
    expect([...vote().received].sort()).toEqual([...codes].sort());
    for (const { lines } of pairs) for (const line of lines) await line.until(() => isComplete(line));
    await act(live, 'mod', 'vote.lock', { voteId });
    expect(await declare()).toEqual(Object.fromEntries([...last].map(([code, { choice }]) => [code, choice])));
    await openAnother();
  });

  /** Everyone was told once of each delegation. */
  const isComplete = (line: Line) => line.state.plenary.vote.byId[voteId]?.received.length === delegations;

  test('[VOTE-6] [VOTE-9] and a vote that is closed meanwhile: what counts is what was acknowledged', async () => {
    const chance = seeded('close during casts');
    let [taken, late] = [0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const { acknowledged, refused } = await castTogether(
        () => must((['yes', 'no', 'abstain'] as const)[chance.below(3)], 'choice'),
        chance.below(2 * delegations),
      );
      expect(vote().phase).toBe('locked');
      expect(refused.every((code) => code === 'vote.closed')).toBe(true);
      expect(acknowledged.length + refused.length).toBe(2 * delegations);
      const last = lastOf(acknowledged);
      expect(await declare()).toEqual(Object.fromEntries([...last].map(([code, { choice }]) => [code, choice])));
      expect([...vote().received].sort()).toEqual([...last.keys()].sort());
      taken += acknowledged.length;
      late += refused.length;
      await openAnother();
    }
    // Both happened, or nothing was shown.
    expect(taken).toBeGreaterThan(0);
    expect(late).toBeGreaterThan(0);
  });
});
