import type { Bracket } from '@shared/domain/brackets/shape.ts';
import { openBracketsOf, siblingsOf, stances } from '@shared/domain/brackets/standing.ts';
import { attributionOf } from '@shared/domain/draftLayout.ts';
import type { BracketFacts } from '@shared/domain/draftText.ts';
import type { Room } from '@shared/domain/room.ts';
import { emptyRoom } from '@shared/domain/state.ts';
import { useMemo } from 'react';
import type { BracketActs, BracketView, BracketViews } from '../../editor/brackets.ts';
import { useBracketWording } from '../../parts/useBracketWording.ts';
import { useReplica, useYou } from '../../sync/Seat.tsx';
import { useAsk } from './useAsk.ts';

const empty = emptyRoom();

/** The open brackets of a draft in words. */
export function useBracketViews(room: Room, itemId: string): BracketViews {
  const wording = useBracketWording();
  const { delegationId } = useYou();
  const brackets = useReplica((state) => (state.room[room.id] ?? empty).bracket);
  return useMemo(() => {
    const views: Record<string, BracketView> = {};
    for (const bracket of openBracketsOf({ ...empty, bracket: brackets }, itemId)) {
      const { id, kind, call } = bracket;
      const siblings = siblingsOf(brackets, bracket);
      const number = bracket.group === null ? null : siblings.findIndex((each) => each.id === id) + 1;
      views[id] = {
        ...{ id, kind, number, call, hasAlternatives: siblings.length > 1 },
        label: wording.label(kind, number ?? 1),
        whose: attributionOf(positionsNow(bracket), wording),
        mine: (delegationId && bracket.positions[delegationId]?.stance) || null,
      };
    }
    return views;
  }, [brackets, itemId, delegationId, wording]);
}

/** Who stands how to a bracket at this moment; who proposed it and has withdrawn is not named. */
function positionsNow(bracket: Bracket): BracketFacts {
  const { kind, group } = bracket;
  const { support, oppose, reserve } = stances(bracket);
  const holders = (ids: readonly string[]) => ids.map((delegation) => ({ delegation }));
  return {
    ...{ kind, group, proposedBy: [], supportedBy: holders(support) },
    ...{ opposedBy: holders(oppose), reservedBy: holders(reserve) },
  };
}

/** What one may do about brackets in a room, and the last refusal. */
export function useBracketActs(room: Room, itemId: string) {
  const { ask, refusal } = useAsk();
  const { participantId, delegationId } = useYou();
  const isFacilitator = room.facilitator === participantId;
  const maySettle = isFacilitator || room.rapporteur === participantId;
  const acts = useMemo((): BracketActs => {
    const roomId = room.id;
    return {
      open: (kind, place) => void ask('bracket.open', { roomId, itemId, kind, ...place }),
      suggest: (bracketId, words) => ask('bracket.suggest', { roomId, itemId, bracketId, words }),
      ...(isFacilitator && {
        bridge: (bracketId, words) => ask('bracket.bridge', { roomId, itemId, bracketId, words }),
      }),
      ...(delegationId !== null && {
        takePosition: (bracketId, stance) =>
          void (stance === null
            ? ask('bracket.withdrawPosition', { roomId, bracketId })
            : ask('bracket.takePosition', { roomId, bracketId, stance })),
        object: (bracketId) => void ask('bracket.object', { roomId, bracketId }),
      }),
      ...(maySettle && {
        settle: (bracketId, outcome) => void ask('bracket.settle', { roomId, bracketId, outcome }),
        call: (bracketId, outcome) => void ask('bracket.call', { roomId, bracketId, outcome }),
      }),
    };
  }, [ask, room.id, itemId, isFacilitator, maySettle, delegationId]);
  return { acts, refusal };
}
