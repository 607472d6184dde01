import type { TabledItem } from '@shared/domain/board.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { usePermitRefusal } from '../../sync/Seat.tsx';
import { ConfirmDialog } from '../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useBoardActs } from './useBoardActs.ts';

/** Brings a merged or split item back to its place, after it was asked for twice; only for the bureau. */
export function Restore({ item, isSmall = false }: { item: TabledItem; isSmall?: boolean }) {
  const t = useT();
  const acts = useBoardActs();
  const [isAsked, setAsked] = useState(false);
  const refusal = usePermitRefusal('lineage.unmerge', { itemId: item.id });
  if (refusal || !item.gone) return null;
  const act = item.gone.as === 'merged' ? 'unmerge' : 'unsplit';
  const words = t(act === 'unmerge' ? 'board.unmerge' : 'board.unsplit');
  const title = t(`text.${act}.title`, { title: item.current.title });
  return (
    <>
      {isSmall ? (
        <IconButton icon="undo" size="small" label={title} onClick={() => setAsked(true)} />
      ) : (
        <Button icon="undo" onClick={() => setAsked(true)}>
          {words}
        </Button>
      )}
      {isAsked && (
        <ConfirmDialog
          isOpen
          title={title}
          confirmLabel={words}
          onConfirm={() => void acts.restore(item).then(() => setAsked(false))}
          onCancel={() => setAsked(false)}
        >
          <p>{t(`text.${act}.words`)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
