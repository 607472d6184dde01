import { decisionOf, type ExplanationList, spokenMs } from '../explanation/shape.ts';
import { must } from '../kernel/must.ts';
import type { Call } from '../noObjection.ts';
import type { Plenary } from '../state.ts';
import { subjectOutline } from './motions.ts';
import type { CallOutline, ExplanationsOutline } from './shape.ts';

type NumberOf = (itemId: string) => string;

/** The calls for adoption without a vote, in their order; one that was called off was none. */
export function callOutlines({ noObjection }: Plenary, numberOf: NumberOf): CallOutline[] {
  return noObjection.order
    .map((id) => must(noObjection.byId[id], 'call'))
    .filter(({ phase }) => phase !== 'called-off')
    .map((call, at) => callOutline(call, at + 1, numberOf(call.itemId)));
}

function callOutline(call: Call, number: number, itemNumber: string): CallOutline {
  const { id, itemVersion, terms, calledAt, endsAt } = call;
  const head = { id, number, itemNumber, itemVersion, terms, calledAt, endsAt };
  if (call.phase === 'adopted') return { ...head, phase: 'adopted', endedAt: call.endedAt };
  if (!('objector' in call)) return { ...head, phase: 'running' };
  const { phase, endedAt, objector } = call;
  return { ...head, phase, endedAt, objector };
}

/** What was explained, list by list; who only asked, and lists of which nothing came, are left out (EXP-12). */
export function explanationOutlines(plenary: Plenary, numberOf: NumberOf): ExplanationsOutline[] {
  const { order, byId } = plenary.explanation;
  return order
    .map((id) => explanationsOutline(plenary, must(byId[id], 'list'), numberOf))
    .filter(({ statements }) => statements.length > 0);
}

function explanationsOutline(plenary: Plenary, list: ExplanationList, numberOf: NumberOf): ExplanationsOutline {
  const decision = decisionOf(plenary, list);
  const isVote = decision !== null && plenary.vote.byId[decision] !== undefined;
  return {
    id: list.id,
    when: list.explained.kind === 'item' ? 'before' : 'after',
    of: decision === null ? null : isVote ? 'vote' : 'position',
    decision,
    itemNumber: numberOf(list.itemId),
    itemVersion: list.itemVersion,
    subject: subjectOutline(plenary, list),
    statements: list.entries
      .filter(({ phase, text }) => phase === 'given' || text !== null)
      .map((entry) => ({
        delegationId: entry.delegationId,
        spokenSeconds: entry.phase === 'given' ? Math.round(spokenMs(entry) / 1_000) : null,
        text: entry.text,
        dissociates: entry.dissociates,
      })),
  };
}
