import { useState } from 'react';
import { revokeLinks } from '../../../http.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { useRefusalWords } from '../../../parts/RefusalNote.tsx';
import type { Refused } from '../../../parts/refusalWords.ts';
import { useCommand, useSeat } from '../../../sync/Seat.tsx';
import { useToast } from '../../../ui/Announcer.tsx';
import { ConfirmDialog } from '../../../ui/aria/ConfirmDialog.tsx';
import { Menu, type MenuAct } from '../../../ui/aria/Menu.tsx';
import type { Row } from './usePeopleRows.ts';

type Act = 'edit' | 'link' | 'revoke' | 'dismiss' | 'readmit';

/** What the secretariat may do about one person. */
export function PersonActs(props: { row: Row; onEdit: () => void; onLink: () => void; onDone: () => void }) {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const { row, onEdit, onLink, onDone } = props;
  const [asked, setAsked] = useState<'revoke' | 'dismiss' | null>(null);
  const readmit = useCommand('delegation.readmit');
  const items: MenuAct<Act>[] = [
    { key: 'edit', label: t('secretariat.person.edit'), icon: 'edit' },
    { key: 'link', label: t('secretariat.person.link'), icon: 'qr', disabled: !row.isActive },
    ...(row.link && !row.link.isRevoked
      ? [{ key: 'revoke' as const, label: t('secretariat.person.revoke'), icon: 'lock' as const, danger: true }]
      : []),
    row.isActive
      ? { key: 'dismiss', label: t('secretariat.person.dismiss'), icon: 'delete', danger: true }
      : { key: 'readmit', label: t('secretariat.person.readmit'), icon: 'undo' },
  ];
  const act = async (key: Act) => {
    if (key === 'edit') return onEdit();
    if (key === 'link') return onLink();
    if (key !== 'readmit') return setAsked(key);
    const answer = await readmit.send({ participantId: row.participantId });
    if (answer.ok) toast({ text: t('secretariat.person.readmitted', { name: row.name }), tone: 'success' });
    else toast({ text: words(answer), tone: 'danger' });
  };
  return (
    <>
      <Menu
        label={t('secretariat.person.acts', { name: row.name })}
        labelHidden
        items={items}
        onAct={(key) => void act(key)}
      />
      {asked && <Ask act={asked} row={row} onClose={() => setAsked(null)} onDone={onDone} />}
    </>
  );
}

/** Asks before a person is locked out. */
function Ask(props: { act: 'revoke' | 'dismiss'; row: Row; onClose: () => void; onDone: () => void }) {
  const t = useT();
  const words = useRefusalWords();
  const { act, row, onClose, onDone } = props;
  const { consultationId } = useSeat();
  const dismiss = useCommand('delegation.dismiss');
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const confirm = async () => {
    setPending(true);
    const answer = await (act === 'dismiss'
      ? dismiss.send({ participantId: row.participantId })
      : revokeLinks(consultationId, row.participantId));
    setPending(false);
    if (!answer.ok) return setRefused(answer);
    onClose();
    onDone();
  };
  return (
    <ConfirmDialog
      isOpen
      danger
      title={t(`secretariat.person.${act}Ask`, { name: row.name })}
      confirmLabel={t(`secretariat.person.${act}`)}
      pending={isPending}
      error={refused ? words(refused) : undefined}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      <p>{t(`secretariat.person.${act}Words`)}</p>
    </ConfirmDialog>
  );
}
