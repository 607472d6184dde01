import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Panel } from '@shared/domain/panel.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal, useReplica } from '../../../sync/Seat.tsx';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { ConfirmDialog } from '../../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { PanelDialog } from './PanelDialog.tsx';
import { PanelRow } from './PanelRow.tsx';
import styles from './PanelsSection.module.css';

type Open = { dialog: 'add' } | { dialog: 'edit' | 'remove'; panel: Panel } | null;

/** The agenda as the secretariat makes it: add, correct, order, remove. */
export function PanelsSection() {
  const t = useT();
  const announce = useAnnounce();
  const { order, byId } = useReplica(({ plenary }) => plenary.panel);
  const [open, setOpen] = useState<Open>(null);
  const ordering = useCommand('panel.order');
  const isClosed = usePermitRefusal('panel.add', {}) !== null;
  const move = async (panelId: PanelId, by: -1 | 1) => {
    const from = order.indexOf(panelId);
    const panelIds = order.filter((id) => id !== panelId);
    panelIds.splice(from + by, 0, panelId);
    const answer = await ordering.send({ panelIds });
    if (answer.ok) announce(t('secretariat.panel.moved', { n: from + by + 1, of: order.length }));
  };
  const close = () => setOpen(null);
  return (
    <Section
      title={t('secretariat.panels')}
      note={t('secretariat.panels.count', { n: order.length })}
      acts={
        <Button
          kind={order.length === 0 ? 'primary' : 'quiet'}
          icon="add"
          disabled={isClosed}
          onClick={() => setOpen({ dialog: 'add' })}
        >
          {t('secretariat.panel.add')}
        </Button>
      }
    >
      <Stack gap={3}>
        <RefusalNote refusal={ordering.refusal} />
        {order.length === 0 && (
          <Empty title={t('secretariat.panels.empty')}>{t('secretariat.panels.emptyWords')}</Empty>
        )}
        <ol className={styles.panels}>
          {order.map((id, at) => {
            const panel = byId[id];
            return (
              panel && (
                <PanelRow
                  key={id}
                  panel={panel}
                  number={at + 1}
                  isFirst={at === 0}
                  isLast={at === order.length - 1}
                  onMove={(by) => void move(id, by)}
                  onEdit={() => setOpen({ dialog: 'edit', panel })}
                  onRemove={() => setOpen({ dialog: 'remove', panel })}
                />
              )
            );
          })}
        </ol>
      </Stack>
      {open?.dialog === 'add' && <PanelDialog panel={null} onClose={close} />}
      {open?.dialog === 'edit' && <PanelDialog panel={open.panel} onClose={close} />}
      {open?.dialog === 'remove' && <RemovePanel panel={open.panel} onClose={close} />}
    </Section>
  );
}

function RemovePanel({ panel, onClose }: { panel: Panel; onClose: () => void }) {
  const t = useT();
  const words = useRefusalWords();
  const { send, isPending, refusal } = useCommand('panel.remove');
  const confirm = async () => {
    const answer = await send({ panelId: panel.id });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      danger
      title={t('secretariat.panel.removeAsk')}
      confirmLabel={t('secretariat.panel.remove')}
      pending={isPending}
      error={refusal ? words(refusal) : undefined}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p dir="auto">{panel.title}</p>
    </ConfirmDialog>
  );
}
