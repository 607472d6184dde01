import { amendmentsTo } from '../amendments/standing.ts';
import { type TabledItem, versionsOf } from '../board.ts';
import { rejectedParts } from '../divisions/standing.ts';
import type { DelegationId } from '../kernel/ids.ts';
import { must } from '../kernel/must.ts';
import type { Subject } from '../motion.ts';
import type { ConsultationState } from '../state.ts';
import type { AmendmentOutline, DivisionOutline, MadeOutline, SubjectOutline } from './shape.ts';

type Plenary = ConsultationState['plenary'];

/** The amendments to the items of the record, item by item in the chair's order. */
export function amendmentOutlines(
  { amendment, vote }: Plenary,
  items: readonly { id: string; number: string }[],
): AmendmentOutline[] {
  const numbers = voteNumbers(vote);
  return items.flatMap(({ id, number: itemNumber }) =>
    amendmentsTo(amendment, id).map(
      ({ number, version, proposer, coSponsors, rationale, changes, phase, because, voteId }) => ({
        ...{ itemNumber, number, itemVersion: version, proposer, coSponsors: sorted(coSponsors), rationale, changes },
        state: phase,
        because: because === null ? null : must(amendment.byId[because], 'amendment').number,
        vote: voteId === null ? null : (numbers.get(voteId) ?? null),
      }),
    ),
  );
}

/** The motions for division of the items of the record, with what each part came to. */
export function divisionOutlines(
  { division, vote }: Plenary,
  items: readonly { id: string; number: string }[],
): DivisionOutline[] {
  const numbers = voteNumbers(vote);
  return items.flatMap(({ id, number: itemNumber }) =>
    division.order
      .map((each) => must(division.byId[each], 'division'))
      .filter(({ itemId }) => itemId === id)
      .map(({ itemVersion, movedBy, objectedBy, speakers, parts, preambular, results, phase }) => ({
        ...{ itemNumber, itemVersion, movedBy, objectedBy, speakers, state: phase },
        parts: parts.map(({ id: partId, blocks, isRest }) => ({
          ...{ number: Number(partId), paragraphs: blocks.map((at) => at + 1), isRest },
          isOperative: blocks.some((at) => !preambular.includes(at)),
          isApproved: results[partId]?.isApproved ?? null,
          vote: numbers.get(results[partId]?.voteId ?? '') ?? null,
        })),
      })),
  );
}

/** The versions of an item that an amendment or a division has made. */
export function madeOutlines({ amendment, division }: Plenary, item: TabledItem): MadeOutline[] {
  return versionsOf(item).flatMap(({ version, amendedBy }): MadeOutline[] => {
    const divided = division.byId[amendedBy?.division ?? ''];
    if (divided) return [{ as: 'division', version, parts: rejectedParts(divided).map(({ id }) => Number(id)) }];
    const amendments = (amendedBy?.amendments ?? []).map((id) => must(amendment.byId[id], 'amendment'));
    return amendments.map(({ number, proposer }) => ({ as: 'amendment', version, number, proposer }));
  });
}

/** What of its item a vote was on, by the numbers of the record. */
export function subjectOutline({ amendment }: Plenary, { subject }: { subject: Subject }): SubjectOutline {
  if (subject.kind === 'amendment')
    return { kind: 'amendment', number: must(amendment.byId[subject.amendmentId], 'amendment').number };
  if (subject.kind === 'part') return { kind: 'part', number: Number(subject.partId) };
  return { kind: subject.kind, number: null };
}

/** Votes as the annex counts them: a withdrawn one was none. */
function voteNumbers({ byId, order }: Plenary['vote']): Map<string, number> {
  const counted = order.filter((id) => byId[id]?.phase !== 'withdrawn');
  return new Map(counted.map((id, at) => [id, at + 1]));
}

const sorted = (ids: readonly DelegationId[]): DelegationId[] => [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
