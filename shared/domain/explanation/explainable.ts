/** What may be explained now, and what of. */
import { amendmentsTo } from '../amendments/standing.ts';
import { standing, type TabledItem } from '../board.ts';
import { pendingDivision } from '../divisions/standing.ts';
import { votesAbout } from '../itemVotes.ts';
import type { ItemId, PanelId } from '../kernel/ids.ts';
import { type Refusal, refuse } from '../kernel/slice.ts';
import type { Subject } from '../motion.ts';
import { callsOn } from '../noObjection.ts';
import { roundOf, silencesOn } from '../silence/shape.ts';
import { decisionOn } from '../standingDecision.ts';
import type { Plenary } from '../state.ts';
import { type Explained, isSameSubject } from './shape.ts';

interface Facts {
  itemId: ItemId;
  panelId: PanelId;
  itemVersion: number;
  subject: Subject;
}

const theItem: Subject = { kind: 'item' };

/** EXP-1, EXP-2: what is explained, or why it cannot be now. */
export function explainable(plenary: Plenary, { kind, id }: Explained, subject: Subject = theItem): Facts | Refusal {
  if (kind === 'item') return ahead(plenary, id, subject);
  if (kind === 'vote') {
    const vote = plenary.vote.byId[id];
    if (!vote) return refuse('explanation.unknown');
    if (vote.method === 'secret') return refuse('explanation.secret-ballot');
    return vote.phase === 'declared' ? vote : refuse('explanation.not-yet');
  }
  if (kind === 'silence') {
    const silence = plenary.silence.byId[id];
    if (!silence) return refuse('explanation.unknown');
    const { itemVersion } = roundOf(silence);
    return silence.phase === 'adopted'
      ? { itemId: silence.itemId, panelId: silence.panelId, itemVersion, subject: theItem }
      : refuse('explanation.not-yet');
  }
  const call = plenary.noObjection.byId[id];
  if (!call) return refuse('explanation.unknown');
  return call.phase === 'adopted' ? { ...call, subject: theItem } : refuse('explanation.not-yet');
}

/** A decision that is still to come: neither begun, nor taken, nor one that was just taken in secret. */
function ahead(plenary: Plenary, itemId: ItemId, subject: Subject): Facts | Refusal {
  const item = standing(plenary.board, itemId);
  if ('refused' in item) return item;
  const { panelId, current } = item;
  const isDeciding = plenary.panel.byId[panelId]?.step === 'deciding';
  if (item.stage !== 'ready' || item.disposition || !isDeciding) return refuse('explanation.not-yet');
  if (!isOpenOn(plenary, item, subject)) return refuse('motion.unknown');
  const last = votesAbout(plenary.vote, itemId).findLast(
    (vote) => vote.itemVersion === current.version && isSameSubject(vote.subject, subject),
  );
  if (last?.method === 'secret') return refuse('explanation.secret-ballot'); // EXP-2
  const isBegun =
    (last && last.phase !== 'declared') || (isSameSubject(subject, theItem) && isBeingAdopted(plenary, itemId));
  if (isBegun) return refuse('explanation.not-yet');
  if (decisionOn(plenary, item) === 'decided') return refuse('motion.item-decided');
  return { itemId, panelId, itemVersion: current.version, subject };
}

function isBeingAdopted(plenary: Plenary, itemId: ItemId): boolean {
  return (
    callsOn(plenary, itemId).some(({ phase }) => phase === 'running') ||
    silencesOn(plenary.silence, itemId).some(({ phase }) => phase === 'under-silence')
  );
}

/** Whether an item has that amendment, or that part, and it waits for its decision. */
function isOpenOn({ amendment, division }: Plenary, { id }: TabledItem, subject: Subject): boolean {
  if (subject.kind === 'item') return true;
  if (subject.kind === 'amendment')
    return amendmentsTo(amendment, id).some((each) => each.id === subject.amendmentId && each.phase === 'proposed');
  if (subject.kind === 'reconsideration') return false;
  const pending = pendingDivision(division, id);
  if (pending?.id !== subject.divisionId) return false;
  return (
    subject.kind !== 'part' || pending.parts.some((part) => part.id === subject.partId && !pending.results[part.id])
  );
}
