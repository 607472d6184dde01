import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';
import { Menu, type MenuAct } from '../../ui/aria/Menu.tsx';
import type { DraftPaneProps } from './DraftPane.tsx';

type Act = 'up' | 'down' | 'withdraw';

/** What facilitator and rapporteur do with a draft besides writing; nothing for the others. */
export function DraftMenu({ room, seat, item, number, count, order }: DraftPaneProps) {
  const t = useT();
  const toast = useToast();
  const wordsOf = useRefusalWords();
  const { send: sendWithdraw } = useCommand('actionItem.withdraw');
  const { send: sendRestore } = useCommand('actionItem.restore');
  if (!seat.mayOrder) return null;
  const place = { roomId: room.id, itemId: item.id };
  const withdraw = async () => {
    const answer = await sendWithdraw(place);
    if (!answer.ok) return toast({ text: wordsOf(answer), tone: 'danger' });
    const act = { label: t('room.undo'), onAct: () => void sendRestore(place) };
    toast({ text: t('room.withdraw.done', { title: item.title }), act });
  };
  const items: (MenuAct<Act> | false)[] = [
    number > 1 && { key: 'up', label: t('room.order.up'), icon: 'up' },
    number < count && { key: 'down', label: t('room.order.down'), icon: 'down' },
    item.version === 0 && {
      key: 'withdraw',
      label: t('room.withdraw'),
      icon: 'archive',
      hint: t('room.withdraw.hint'),
    },
  ];
  const shown = items.filter((each) => each !== false);
  if (shown.length === 0) return null;
  return (
    <Menu
      label={t('room.acts', { title: item.title })}
      labelHidden
      items={shown}
      onAct={(key) => (key === 'withdraw' ? void withdraw() : order.step(item.id, key))}
    />
  );
}
