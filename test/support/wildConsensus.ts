import type { ExplanationList } from '@shared/domain/explanation/shape.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { id, may, nothing, one, tabled, type Wild, words } from './wild.ts';

const delegationId = (w: Wild) => id(w, Object.keys(w.state.plenary.delegation.byId));
/** A call that is running, where there is one; otherwise one of the last. */
const callId = (w: Wild) => id(w, w.state.plenary.noObjection.order.slice(-2));

/** An item that stands ready, mostly. */
function ready(w: Wild): string {
  const found = Object.values(w.state.plenary.board.items).filter(({ stage }) => stage === 'ready');
  return may(w, 6)
    ? tabled(w)
    : id(
        w,
        found.map((item) => item.id),
      );
}

/** A list, mostly one that is open, with somebody of it. */
function list(w: Wild, phase?: string): { listId: string; delegationId: string } {
  const { byId } = w.state.plenary.explanation;
  const has = ({ entries }: ExplanationList) => !phase || entries.some((each) => each.phase === phase);
  const known = Object.values(byId).filter((each) => (each.isOpen && has(each)) || may(w, 9));
  if (known.length === 0) return { listId: nothing, delegationId: nothing };
  const found = one(w.chance, known);
  const entry = found.entries.find((each) => each.phase === phase);
  return { listId: found.id, delegationId: entry && !may(w, 8) ? entry.delegationId : delegationId(w) };
}

function explained(w: Wild): CommandData<'explanation.openList'>['explained'] {
  const { vote, noObjection, silence } = w.state.plenary;
  const kind = one(w.chance, ['item', 'vote', 'no-objection', 'silence'] as const);
  if (kind === 'silence') return { kind, id: id(w, silence.order) };
  if (kind === 'item') return { kind, id: ready(w) };
  return { kind, id: id(w, kind === 'vote' ? vote.order : noObjection.order) };
}

const listId = (w: Wild) => ({ listId: list(w).listId });

type ConsensusCommand = Extract<CommandName, `${'noObjection' | 'sponsor' | 'explanation'}.${string}`>;

/** What might be asked for at random about adoption without a vote, sponsors and explanations. */
export const wildConsensus: { [C in ConsensusCommand]: (w: Wild) => CommandData<C> } = {
  'noObjection.call': (w) => ({
    itemId: ready(w),
    seconds: may(w) ? 10 : 120,
    present: may(w, 3) ? null : w.chance.below(18),
  }),
  'noObjection.object': (w) => ({ callId: callId(w) }),
  'noObjection.retract': (w) => ({ callId: callId(w) }),
  'noObjection.callOff': (w) => ({ callId: callId(w) }),
  'noObjection.gavel': (w) => ({ callId: callId(w) }),
  'sponsor.join': (w) => ({ itemId: tabled(w) }),
  'sponsor.leave': (w) => ({ itemId: tabled(w) }),
  'sponsor.enter': (w) => ({ itemId: tabled(w), delegationId: delegationId(w) }),
  'sponsor.strike': (w) => ({ itemId: tabled(w), delegationId: delegationId(w) }),
  'explanation.openList': (w) => ({ explained: explained(w), minutes: 5 }),
  'explanation.closeList': listId,
  'explanation.ask': listId,
  'explanation.withdraw': listId,
  'explanation.file': (w) => ({ ...listId(w), text: words(w), ...(may(w, 3) ? { dissociates: [1] } : {}) }),
  'explanation.giveFloor': (w) => list(w, 'waiting'),
  'explanation.end': (w) => list(w, 'speaking'),
};
