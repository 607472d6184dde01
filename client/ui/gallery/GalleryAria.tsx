import { useState } from 'react';
import { ComboBox } from '../aria/ComboBox.tsx';
import { ConfirmDialog } from '../aria/ConfirmDialog.tsx';
import { Dialog } from '../aria/Dialog.tsx';
import { DragList, type Move } from '../aria/DragList.tsx';
import { Drawer } from '../aria/Drawer.tsx';
import { Menu } from '../aria/Menu.tsx';
import { TagPicker } from '../aria/TagPicker.tsx';
import { Tooltip } from '../aria/Tooltip.tsx';
import { Button } from '../Button.tsx';
import { RegionMark } from '../RegionMark.tsx';
import { Section } from '../Section.tsx';
import { Cluster, Stack } from '../Stack.tsx';

const delegations = [
  { value: 'BOL', label: 'Bolivia (Plurinational State of)', mark: <RegionMark region="grulac" /> },
  { value: 'CIV', label: "Côte d'Ivoire", keywords: 'ivory coast', mark: <RegionMark region="africa" /> },
  { value: 'GBR', label: 'United Kingdom of Great Britain and Northern Ireland', mark: <RegionMark region="weog" /> },
  { value: 'KEN', label: 'Kenya', detail: 'Credentials in order', mark: <RegionMark region="africa" /> },
];

/** Dialogs, menus, pickers and lists that people arrange. */
export function GalleryAria() {
  const [open, setOpen] = useState<'dialog' | 'confirm' | 'drawer' | null>(null);
  const [one, setOne] = useState<string | null>('KEN');
  const [many, setMany] = useState<string[]>(['GBR', 'BOL']);
  const close = () => setOpen(null);
  return (
    <Section title="Over the page">
      <Cluster gap={3}>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('confirm')}>Confirm</Button>
        <Button onClick={() => setOpen('drawer')}>Drawer</Button>
        <Menu
          label="More"
          items={[
            { key: 'pin', label: 'Pin', icon: 'pin', hint: 'Keeps the seat when rooms are formed again' },
            { key: 'park', label: 'Park', disabled: true },
            { key: 'remove', label: 'Withdraw', icon: 'delete', danger: true, group: 'For all' },
          ]}
          onAct={() => {}}
        />
        <Tooltip text="Only states with credentials">
          <button type="button">What is this?</button>
        </Tooltip>
      </Cluster>
      <Cluster gap={8} style={{ alignItems: 'start' }}>
        <Stack style={{ flex: '1 1 18rem' }}>
          <ComboBox label="Delegation" value={one} onChange={setOne} options={delegations} />
        </Stack>
        <Stack style={{ flex: '1 1 18rem' }}>
          <TagPicker label="Joined by" hint="Co-sponsors" values={many} onChange={setMany} options={delegations} />
        </Stack>
      </Cluster>
      <GalleryLists />
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="Open a vote"
        acts={<Button kind="primary">Open</Button>}
      >
        Every delegation with credentials sees the ballot at once.
      </Dialog>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        title="Recall all rooms?"
        confirmLabel="Recall in 60 seconds"
        danger
        onConfirm={close}
        onCancel={close}
      >
        25 rooms are told now; what they write is kept.
      </ConfirmDialog>
      <Drawer isOpen={open === 'drawer'} onClose={close} title="Identity documents for returnees">
        The text as reported.
      </Drawer>
    </Section>
  );
}

function GalleryLists() {
  const [lists, setLists] = useState<Record<string, string[]>>({
    reported: ['Shared standards', 'Identity documents'],
    staged: ['Reintegration'],
    done: [],
  });
  const move = ({ keys, toList, before }: Move) =>
    setLists((now) => {
      const rest = Object.fromEntries(
        Object.entries(now).map(([id, list]) => [id, list.filter((key) => !keys.includes(key))]),
      );
      const target = rest[toList] ?? [];
      const at = before === null ? target.length : target.indexOf(before);
      return { ...rest, [toList]: [...target.slice(0, at), ...keys, ...target.slice(at)] };
    });
  return (
    <Cluster gap={4} style={{ alignItems: 'start' }}>
      {Object.entries(lists).map(([id, keys]) => (
        <Stack key={id} gap={2} style={{ flex: '1 1 12rem' }}>
          <h3>{id}</h3>
          <DragList
            listId={id}
            label={id}
            dragType="gallery-item"
            items={keys.map((key) => ({ key, label: key }))}
            render={(item) => item.label}
            onMove={move}
            empty="Nothing here yet"
          />
        </Stack>
      ))}
    </Cluster>
  );
}
