import type { PinConflict } from '@shared/domain/dealing.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import type { Sender } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './ConflictNote.module.css';
import { conflictIn } from './conflict.ts';
import { useRoster } from './useRoster.ts';

interface ConflictNoteProps {
  refusal: Sender<'seating.repair'>['refusal'];
  proposal: Proposal;
  onUnpin: (participantId: string) => Promise<void>;
}

/** Says which pins cannot all hold and by which rule, the fewest of them, each with the way to take it out. */
export function ConflictNote({ refusal, proposal, onUnpin }: ConflictNoteProps) {
  const t = useT();
  const roster = useRoster();
  const because = useBecause();
  if (!refusal) return null;
  const conflict = refusal.code === 'seating.pins-conflict' ? conflictIn(refusal.details) : null;
  if (!conflict) return <RefusalNote refusal={refusal} />;
  return (
    <div role="alert">
      <Notice tone="danger">
        <p>
          {t('steering.conflict', { pins: conflict.pins.length })} {because(conflict)}
        </p>
        <ul className={styles.pins}>
          {conflict.pins.map(({ id, room }) => {
            const { name, delegation } = roster(id);
            const isPinned = proposal.pins.some((pin) => pin.id === id);
            return (
              <li key={`${id} ${room}`}>
                <bdi>{t('steering.conflict.pin', { name, delegation, n: room + 1 })}</bdi>
                {isPinned && (
                  <Button size="small" kind="plain" icon="pin" onClick={() => void onUnpin(id)}>
                    {t('steering.unpin')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

/** The rule that pins break, in a sentence. */
function useBecause(): (conflict: PinConflict) => string {
  const t = useT();
  const nameOf = useDelegationNames();
  return ({ because: { rule, subject, room, floor, ceil } }) => {
    const who = rule === 'delegation' ? nameOf(subject) : rule === 'region' ? t(`parts.region.${subject}`) : '';
    return t(`steering.conflict.${rule}`, { who, n: room + 1, floor, ceil });
  };
}
