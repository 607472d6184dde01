import { openAmendments } from '@shared/domain/amendments/standing.ts';
import { nextPart, pendingDivision } from '@shared/domain/divisions/standing.ts';
import { explainable } from '@shared/domain/explanation/explainable.ts';
import { type Explained, isOvertaken, isSameSubject } from '@shared/domain/explanation/shape.ts';
import { isRefusal } from '@shared/domain/kernel/slice.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { openingOf } from '@shared/domain/silence/shape.ts';
import type { Plenary } from '@shared/domain/state.ts';

/** Something that may be explained. */
export interface Candidate {
  /** What a menu knows it by. */
  key: string;
  explained: Explained;
  subject: Subject;
  itemId: string;
}

const theItem: Subject = { kind: 'item' };

/** What may be explained and has no open list, the newest first; then what is still to be decided. */
export function candidates(plenary: Plenary): Candidate[] {
  const taken: { at: number; of: Explained }[] = [
    ...Object.values(plenary.noObjection.byId).map(({ id, calledAt: at }) => ({
      ...{ at, of: { kind: 'no-objection' as const, id } },
    })),
    ...Object.values(plenary.vote.byId).map(({ id, openedAt: at }) => ({ at, of: { kind: 'vote' as const, id } })),
    ...Object.values(plenary.silence.byId)
      .filter(({ phase }) => phase === 'adopted')
      .map((silence) => ({ at: openingOf(silence).openedAt, of: { kind: 'silence' as const, id: silence.id } })),
  ];
  const after = taken.sort((a, b) => b.at - a.at).map(({ of }) => ({ of, subject: theItem }));
  const before = Object.values(plenary.board.items).flatMap(({ id }) =>
    subjectsOf(plenary, id).map((subject) => ({ of: { kind: 'item' as const, id }, subject })),
  );
  return [...after, ...before].flatMap(({ of, subject }) => {
    const facts = explainable(plenary, of, subject);
    if (isRefusal(facts) || hasOpenList(plenary, of, facts.subject)) return [];
    const { itemId, subject: known } = facts;
    return [{ key: `${of.id} ${JSON.stringify(known)}`, explained: of, subject: known, itemId }];
  });
}

/** What of an item waits for a decision: itself, its amendments, the motion for division or the part that is next. */
function subjectsOf({ amendment, division }: Plenary, itemId: string): Subject[] {
  const pending = pendingDivision(division, itemId);
  const part = pending?.phase === 'parts' ? nextPart(pending) : null;
  return [
    theItem,
    ...openAmendments(amendment, itemId).map(({ id }) => ({ kind: 'amendment' as const, amendmentId: id })),
    ...(pending?.phase === 'objected' ? [{ kind: 'division' as const, divisionId: pending.id }] : []),
    ...(pending && part ? [{ kind: 'part' as const, divisionId: pending.id, partId: part.id }] : []),
  ];
}

function hasOpenList(plenary: Plenary, { id }: Explained, subject: Subject): boolean {
  return Object.values(plenary.explanation.byId).some(
    (list) =>
      list.explained.id === id && list.isOpen && !isOvertaken(plenary, list) && isSameSubject(list.subject, subject),
  );
}
