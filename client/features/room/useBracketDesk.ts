import type { Bracket, Stance } from '@shared/domain/brackets/shape.ts';
import { openBracketsOf, siblingsOf, stances } from '@shared/domain/brackets/standing.ts';
import { attributionOf } from '@shared/domain/draftLayout.ts';
import type { BracketFacts } from '@shared/domain/draftText.ts';
import type { Room } from '@shared/domain/room.ts';
import { emptyRoom } from '@shared/domain/state.ts';
import { useCallback, useMemo, useState } from 'react';
import type { BracketActs, KnownBracket } from '../../editor/brackets.ts';
import { useShortWording } from '../../parts/useBracketWording.ts';
import { useReplica, useYou } from '../../sync/Seat.tsx';
import { useAsk } from './useAsk.ts';

const empty = emptyRoom();

/** What one has asked about one's own positions and has no answer to yet, by bracket. */
type Asked = Readonly<Record<string, Stance | null>>;

/** The open brackets of a draft in words. */
export function useKnownBrackets(room: Room, itemId: string, asked: Asked): Readonly<Record<string, KnownBracket>> {
  const wording = useShortWording();
  const { delegationId } = useYou();
  const brackets = useReplica((state) => (state.room[room.id] ?? empty).bracket);
  return useMemo(() => {
    const known: Record<string, KnownBracket> = {};
    const named = (ids: readonly string[]) => ids.map((delegation) => wording.name({ delegation }));
    for (const bracket of openBracketsOf({ ...empty, bracket: brackets }, itemId)) {
      const { id, kind, group, call, proposedBy, positions } = bracket;
      const { support, oppose, reserve } = stances(bracket);
      const wish = asked[id];
      known[id] = {
        ...{ id, kind, group, call, hasAlternatives: siblingsOf(brackets, bracket).length > 1 },
        labelled: (number) => wording.label(kind, number),
        whose: attributionOf(positionsNow(bracket), wording),
        // Who proposed it and has withdrawn is not named.
        proposer: proposedBy !== null && positions[proposedBy] ? wording.name({ delegation: proposedBy }) : null,
        stands: { support: named(support), oppose: named(oppose), reserve: named(reserve) },
        mine: (delegationId && positions[delegationId]?.stance) || null,
        ...(wish !== undefined && { asked: wish }),
      };
    }
    return known;
  }, [brackets, itemId, delegationId, wording, asked]);
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

const nothing: Asked = {};

/** What one may do about brackets in a room, what of it is on its way, and the last refusal. */
export function useBracketActs(room: Room, itemId: string) {
  const { ask, refusal, tell } = useAsk();
  const { participantId, delegationId } = useYou();
  const isFacilitator = room.facilitator === participantId;
  const maySettle = isFacilitator || room.rapporteur === participantId;
  const [asked, setAsked] = useState(nothing);
  const roomId = room.id;
  const takePosition = useCallback(
    async (bracketId: string, stance: Stance | null) => {
      setAsked((before) => ({ ...before, [bracketId]: stance }));
      if (stance === null) await ask('bracket.withdrawPosition', { roomId, bracketId });
      else await ask('bracket.takePosition', { roomId, bracketId, stance });
      setAsked(({ [bracketId]: _, ...others }) => others);
    },
    [ask, roomId],
  );
  const acts = useMemo(
    (): Omit<BracketActs, 'open'> => ({
      suggest: (bracketId, words) => ask('bracket.suggest', { roomId, itemId, bracketId, words }),
      suggestAt: (place, words) => ask('bracket.suggestAt', { roomId, itemId, ...place, words }),
      ...(isFacilitator && {
        bridge: (bracketId, words) => ask('bracket.bridge', { roomId, itemId, bracketId, words }),
      }),
      ...(delegationId !== null && {
        takePosition: (bracketId, stance) => void takePosition(bracketId, stance),
        object: (bracketId) => void ask('bracket.object', { roomId, bracketId }),
      }),
      ...(maySettle && {
        settle: (bracketId, outcome) => void ask('bracket.settle', { roomId, bracketId, outcome }),
        call: (bracketId, outcome) => void ask('bracket.call', { roomId, bracketId, outcome }),
        merge: (keep, drop) => void ask('bracket.merge', { roomId, keep, drop }),
      }),
    }),
    [ask, roomId, itemId, isFacilitator, maySettle, delegationId, takePosition],
  );
  return { acts, asked, refusal, tell };
}
