import type { Bracket } from '@shared/domain/brackets/shape.ts';
import { openBracketsOf, siblingsOf, stances } from '@shared/domain/brackets/standing.ts';
import type { Room } from '@shared/domain/room.ts';
import { emptyRoom } from '@shared/domain/state.ts';
import { useMemo, useState } from 'react';
import type { BracketActs, BracketView, BracketViews } from '../../editor/brackets.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import type { Refused } from '../../parts/refusalWords.ts';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useSend, useYou } from '../../sync/Seat.tsx';

const empty = emptyRoom();

/** The open brackets of a draft in words. */
export function useBracketViews(room: Room, itemId: string): BracketViews {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const { delegationId } = useYou();
  const brackets = useReplica((state) => (state.room[room.id] ?? empty).bracket);
  return useMemo(() => {
    const whose = (bracket: Bracket): string => {
      const { support, oppose, reserve } = stances(bracket);
      const against = bracket.kind === 'deletion' ? 'retain' : 'oppose';
      const names = (ids: readonly string[]) => list(ids.map(nameOf));
      const parts = [
        bracket.kind !== 'doubt' && support.length > 0 ? names(support) : null,
        bracket.kind === 'doubt' && support.length > 0 ? t('text.bracket.support', { names: names(support) }) : null,
        oppose.length > 0 ? t(`text.bracket.${against}`, { names: names(oppose) }) : null,
        reserve.length > 0 ? t('text.bracket.reserve', { names: names(reserve) }) : null,
      ];
      return parts.filter(Boolean).join('; ');
    };
    const views: Record<string, BracketView> = {};
    for (const bracket of openBracketsOf({ ...empty, bracket: brackets }, itemId)) {
      const { id, kind, openedAt, call } = bracket;
      const siblings = siblingsOf(brackets, bracket);
      const number = bracket.group === null ? null : siblings.findIndex((each) => each.id === id) + 1;
      views[id] = {
        ...{ id, kind, number, openedAt, call, whose: whose(bracket), hasAlternatives: siblings.length > 1 },
        label: kind === 'doubt' || kind === 'addition' ? '' : t(`text.bracket.${kind}`, { n: number ?? 1 }),
        mine: (delegationId && bracket.positions[delegationId]?.stance) || null,
      };
    }
    return views;
  }, [brackets, itemId, delegationId, nameOf, list, t]);
}

/** What one may do about brackets in a room, and the last refusal. */
export function useBracketActs(room: Room, itemId: string) {
  const send = useSend();
  const { participantId, delegationId } = useYou();
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const isFacilitator = room.facilitator === participantId;
  const maySettle = isFacilitator || room.rapporteur === participantId;
  const acts = useMemo((): BracketActs => {
    const roomId = room.id;
    const ask = async (...asked: Parameters<typeof send>): Promise<boolean> => {
      const answer = await send(...asked);
      setRefusal(answer.ok ? null : answer);
      return answer.ok;
    };
    return {
      open: (kind, place) => void ask('bracket.open', { roomId, itemId, kind, ...place }),
      suggestAt: (place, words) => ask('bracket.suggestAt', { roomId, itemId, words, ...place }),
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
  }, [send, room.id, itemId, isFacilitator, maySettle, delegationId]);
  return { acts, refusal };
}
