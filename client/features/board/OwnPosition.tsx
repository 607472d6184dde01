import type { TabledItem } from '@shared/domain/board.ts';
import type { PositionKind } from '@shared/domain/kernel/words.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, usePermitRefusal, useReplica, useYou } from '../../sync/Seat.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import styles from './OwnPosition.module.css';

const kinds: readonly PositionKind[] = ['support', 'live', 'concern', 'none'];

/** Whether one takes a position on an item now: as a delegate of a member state, while its panel is at that. */
export function useTakesPosition(item: TabledItem): boolean {
  const { delegationId, delegationKind } = useYou();
  const permit = usePermitRefusal('position.signal', { itemId: item.id });
  return (
    permit === null && delegationId !== null && delegationKind === 'member-state' && !item.isTakenBack && !item.gone
  );
}

/** Where one's own delegation stands on an item, to be changed at any time. */
export function OwnPosition({ item }: { item: TabledItem }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const { delegationId } = useYou();
  const { send, isPending, refusal } = useCommand('position.signal');
  const standing = useReplica(({ plenary }) => plenary.position[item.id]?.[delegationId ?? ''] ?? 'none');
  if (delegationId === null) return null;
  return (
    <div className={styles.own}>
      <SegmentedControl
        label={t('board.position.own', { name: nameOf(delegationId) })}
        value={standing}
        // What is chosen is what the server has acknowledged; meanwhile a second choice waits.
        onChange={(position) => !isPending && void send({ itemId: item.id, position })}
        options={kinds.map((kind) => ({ value: kind, label: t(`parts.position.${kind}`) }))}
      />
      <RefusalNote refusal={refusal} />
    </div>
  );
}
