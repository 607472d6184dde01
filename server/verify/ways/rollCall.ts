/** A roll call: the lot is drawn anew from what both sides brought, and each member's answer found at its turn. */
import { createHash, createHmac } from 'node:crypto';
import { compareRollCall } from '@shared/data/memberStates.ts';
import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { rollCall } from '@shared/domain/rollCall.ts';
import type { Problem } from '../checkers.ts';
import { delegationsAt, type Fact, factsOf } from '../journal.ts';
import { countOf, type Declared, type Pieces, type Way, without } from '../votePieces.ts';
import { counted, listOf } from '../words.ts';

const { plenary } = rollCall.events;
const kind = (name: keyof typeof plenary) => `plenary/rollCall.${name}`;

export const byRollCall: Way = {
  reads: Object.keys(plenary).map((name) => `plenary/rollCall.${name}`),
  count: (vote) => countOf(answersIn(vote).map(({ data }) => data.choice)),
  says(vote) {
    const answers = answersIn(vote);
    const entered = answers.filter(({ data }) => data.by === 'secretariat').length;
    const { start, order } = lotIn(vote);
    const first = start === null || !order ? '' : `, beginning with ${vote.journal.nameOf(order[start] ?? '')} by lot`;
    const by = entered > 0 ? ` (${entered} entered by the secretariat)` : '';
    return `${counted(answers.length, 'answer')}${by} heard${first}`;
  },
  problems: (vote) => [...orderProblems(vote), ...lotProblems(vote), ...turnProblems(vote)],
  declaredProblems,
  outline(vote) {
    const { order, start } = lotIn(vote);
    return { beganWith: start === null || !order ? null : (order[start] ?? null) };
  },
};

function of<T extends { voteId: string }>(vote: Pieces, facts: readonly Fact<T>[]): Fact<T>[] {
  return facts.filter(({ data }) => data.voteId === vote.opened.data.voteId);
}

function answersIn(vote: Pieces) {
  return of(vote, factsOf(vote.journal.entries, kind('DelegationAnswered'), plenary.DelegationAnswered));
}

function absentIn(vote: Pieces) {
  return of(vote, factsOf(vote.journal.entries, kind('DelegationAbsent'), plenary.DelegationAbsent));
}

function takenBackIn(vote: Pieces) {
  return of(vote, factsOf(vote.journal.entries, kind('AbsenceTakenBack'), plenary.AbsenceTakenBack));
}

function lotIn(vote: Pieces) {
  const { entries } = vote.journal;
  const [sealed] = of(vote, factsOf(entries, kind('LotSealed'), plenary.LotSealed));
  const [drawn] = of(vote, factsOf(entries, kind('LotDrawn'), plenary.LotDrawn));
  const [revealed] = of(vote, factsOf(entries, kind('LotRevealed'), plenary.LotRevealed));
  return { sealed, drawn, revealed, order: sealed?.data.order ?? null, start: drawn?.data.start ?? null };
}

/** ROLL-1: the members, all of them, in English alphabetical order. */
function orderProblems(vote: Pieces): Problem[] {
  const { sealed } = lotIn(vote);
  const { seq, data } = vote.opened;
  if (!sealed) return [{ seq, says: 'is a roll call whose lot was never sealed' }];
  const codes = new Map(delegationsAt(vote.journal.entries, seq).map(({ id, code }) => [id, code ?? id]));
  const expected = [...data.electorate].sort((a, b) => compareRollCall(codes.get(a) ?? a, codes.get(b) ?? b));
  const isSame = expected.join() === sealed.data.order.join();
  return isSame ? [] : [{ seq: sealed.seq, says: 'has not the members in English alphabetical order' }];
}

/** ROLL-2, ROLL-3: the seed is the one that was sealed before the nonce came, and both give the start. */
function lotProblems(vote: Pieces): Problem[] {
  const { sealed, drawn, revealed, order } = lotIn(vote);
  const found: Problem[] = [];
  if (sealed && drawn && drawn.seq < sealed.seq)
    found.push({ seq: drawn.seq, says: 'draws the lot before the seed was sealed' });
  if (vote.declared.length > 0 && !revealed)
    found.push({ seq: vote.declared[0]?.seq ?? null, says: 'declares a roll call without the seed of its lot' });
  if (!sealed || !drawn || !revealed || !order) return found;
  const digest = createHash('sha256').update(revealed.data.seed).digest('hex');
  if (digest !== sealed.data.commitment)
    found.push({ seq: revealed.seq, says: `reveals a seed that is not the one sealed in entry ${sealed.seq}` });
  const start = drawnFrom(revealed.data.seed, drawn.data.nonce, vote.opened.data.voteId, order.length);
  if (start !== drawn.data.start)
    found.push({ seq: drawn.seq, says: `draws place ${drawn.data.start + 1}, where the lot gives ${start + 1}` });
  return found;
}

/** HMAC-SHA-256 under the seed of nonce and vote, modulo the number of members; drawn again where the remainder would not be fair. */
function drawnFrom(seed: string, nonce: string, voteId: string, members: number): number {
  const [span, among] = [1n << 256n, BigInt(members)];
  for (let time = 0; ; time += 1) {
    const text = time === 0 ? `${nonce}${voteId}` : `${nonce}${voteId}#${time}`;
    const value = BigInt(`0x${createHmac('sha256', seed).update(text).digest('hex')}`);
    if (value < span - (span % among)) return Number(value % among);
  }
}

/** One thing that was said in a call, at its place in the journal. */
interface Said {
  seq: number;
  id: DelegationId;
  as: 'called' | 'answered' | 'absent' | 'taken-back';
}

function saidIn(vote: Pieces): Said[] {
  const { entries } = vote.journal;
  const calls = of(vote, factsOf(entries, kind('DelegationCalled'), plenary.DelegationCalled));
  const as = (facts: readonly Fact<{ delegationId: DelegationId }>[], word: Said['as']) =>
    facts.map(({ seq, data }) => ({ seq, id: data.delegationId, as: word }));
  return [
    ...as(calls, 'called'),
    ...as(answersIn(vote), 'answered'),
    ...as(absentIn(vote), 'absent'),
    ...as(takenBackIn(vote), 'taken-back'),
  ].sort((a, b) => a.seq - b.seq);
}

/** ROLL-4, ROLL-5, ROLL-7, ROLL-9: called once each, from the one drawn round to the one before, answering while called. */
function turnProblems(vote: Pieces): Problem[] {
  const { order, start } = lotIn(vote);
  const { nameOf } = vote.journal;
  const said = saidIn(vote);
  if (!order || start === null) return said.map(({ seq }) => ({ seq, says: 'comes before the lot was drawn' }));
  const expected = [...order.slice(start), ...order.slice(0, start)];
  const found: Problem[] = [];
  /** Who was heard or put down as absent, in that order; and how many were called. */
  const done: Said[] = [];
  let called = 0;
  for (const each of said) {
    const { seq, id, as } = each;
    if (as === 'called') {
      if (id !== expected[called]) found.push({ seq, says: `calls ${nameOf(id)} out of its turn` });
      called += 1;
    } else if (as === 'taken-back') {
      const last = done.pop();
      if (last?.id !== id || last.as !== 'absent')
        found.push({ seq, says: `calls ${nameOf(id)} again, which was not the last and absent` });
      called = expected.indexOf(id) + 1;
    } else {
      if (expected[called - 1] !== id)
        found.push({ seq, says: `has an answer of ${nameOf(id)}, which was not the one called` });
      if (done.some((other) => other.id === id)) found.push({ seq, says: `has a second answer of ${nameOf(id)}` });
      done.push(each);
    }
  }
  return found;
}

/** Who did not answer, without those whose absence was taken back afterwards. */
function stillAbsent(vote: Pieces): DelegationId[] {
  const back = takenBackIn(vote);
  const stands = ({ seq, data }: Fact<{ delegationId: DelegationId }>) =>
    !back.some((each) => each.seq > seq && each.data.delegationId === data.delegationId);
  return absentIn(vote)
    .filter(stands)
    .map(({ data }) => data.delegationId);
}

/** ROLL-8: declared when everybody was called; the list is what was answered. */
function declaredProblems(vote: Pieces, { seq, data }: Declared): Problem[] {
  const { nameOf } = vote.journal;
  const answers = new Map(answersIn(vote).map((answer) => [answer.data.delegationId, answer]));
  const done = [...answers.keys(), ...stillAbsent(vote)];
  const missing = without(lotIn(vote).order ?? [], done);
  const found: Problem[] = [];
  if (missing.length > 0)
    found.push({ seq, says: `declares a result before all were called: ${listOf(missing.map(nameOf))}` });
  for (const [delegationId, declared] of Object.entries(data.rollCall)) {
    const answer = answers.get(delegationId);
    if (answer?.data.choice !== declared)
      found.push({
        seq: answer?.seq ?? seq,
        says: `lists ${nameOf(delegationId)} as ${declared}, where ${answer ? `${answer.data.choice} was answered` : 'there was no answer'}`,
      });
  }
  for (const [delegationId, answer] of answers)
    if (data.rollCall[delegationId] === undefined)
      found.push({
        seq: answer.seq,
        says: `is the answer of ${nameOf(delegationId)}, which the declared list leaves out`,
      });
  return found;
}
