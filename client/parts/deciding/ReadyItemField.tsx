import { column, type TabledItem } from '@shared/domain/board.ts';
import type { ItemId, PanelId } from '@shared/domain/kernel/ids.ts';
import { decisionOn } from '@shared/domain/standingDecision.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';

/** Which item of a panel is meant to be decided; the item on the screen is what one most likely means. */
export function useLikelyItem(panelId: PanelId, ready: readonly TabledItem[]) {
  const spotlit = useReplica(({ plenary }) => plenary.board.spotlight[panelId] ?? null);
  const [chosen, setChosen] = useState<ItemId | null>(null);
  return { likely: ready.find(({ id }) => id === (chosen ?? spotlit)) ?? ready[0], setChosen };
}

/** What is ready in a panel and has not been decided: the rest is put again only once it is reconsidered. */
export function useOpenItems(panelId: PanelId): TabledItem[] {
  const plenary = useReplica((state) => state.plenary);
  return useMemo(
    () => column(plenary.board, panelId, 'ready').filter((item) => decisionOn(plenary, item) !== 'decided'),
    [plenary, panelId],
  );
}

interface ReadyItemFieldProps {
  ready: readonly TabledItem[];
  value: ItemId;
  onChange: (itemId: ItemId) => void;
}

/** Chooses among the items that are ready for decision, each with the version that would be decided on. */
export function ReadyItemField({ ready, value, onChange }: ReadyItemFieldProps) {
  const t = useT();
  return (
    <NativeSelect
      label={t('vote.item')}
      value={value}
      onChange={onChange}
      options={ready.map(({ id, current }) => ({
        value: id,
        label: t('vote.itemOption', { title: current.title, version: current.version }),
      }))}
    />
  );
}
