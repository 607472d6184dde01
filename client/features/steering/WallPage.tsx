import type { Panel } from '@shared/domain/panel.ts';
import type { Room } from '@shared/domain/room.ts';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useSeat } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { KeysNote } from './KeysNote.tsx';
import { MessageDialog } from './MessageDialog.tsx';
import { PanelPlace } from './PanelPlace.tsx';
import { RecallDialog } from './RecallDialog.tsx';
import { RecallingNotice } from './RecallingNotice.tsx';
import { TimerDialog } from './TimerDialog.tsx';
import { useKeys } from './useKeys.ts';
import { usePanelRooms, useRoomWatch } from './usePanelRooms.ts';
import { useWallOrder } from './useWallOrder.ts';
import { WallActs } from './WallActs.tsx';
import styles from './WallPage.module.css';
import { WallTile } from './WallTile.tsx';

/** Every room of a panel at a glance, and the acts on one of them or on all. */
export function WallPage() {
  return <PanelPlace>{(panel) => <Wall key={panel.id} panel={panel} />}</PanelPlace>;
}

/** What the chair is about to do to the rooms that were chosen. */
export type WallAct = 'message' | 'timer' | 'recall';

function Wall({ panel }: { panel: Panel }) {
  const t = useT();
  const { consultationId } = useSeat();
  const panelRooms = usePanelRooms(panel.id);
  const { rooms, recalling } = panelRooms;
  const watches = useRoomWatch(panelRooms);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isForAll, setForAll] = useState(false);
  const [act, setAct] = useState<WallAct | null>(null);
  const grid = useRef<HTMLUListElement>(null);
  const { ordered, hold } = useWallOrder(rooms, watches);
  const chosen = rooms.find(({ id }) => id === chosenId) ?? ordered[0] ?? null;
  const meant = isForAll ? rooms : chosen ? [chosen] : [];
  const targets = act ? targetsOf(act, meant) : [];
  const begin = (next: WallAct) => setAct(targetsOf(next, meant).length > 0 ? next : null);
  useKeys({
    m: () => begin('message'),
    t: () => begin('timer'),
    r: () => begin('recall'),
    a: () => setForAll(!isForAll),
  });
  if (rooms.length === 0)
    return (
      <Empty
        title={t('steering.wall.none')}
        act={<Link href={`/c/${consultationId}/seating/${panel.id}`}>{t('steering.wall.form')}</Link>}
      >
        {t('steering.wall.noneHint')}
      </Empty>
    );
  return (
    <div className={styles.wall}>
      <WallHead panel={panel} />
      {recalling.length > 0 && <RecallingNotice rooms={recalling} />}
      <ul
        ref={grid}
        className={styles.tiles}
        aria-label={t('steering.wall.rooms')}
        onKeyDown={(event) => moveFocus(event, grid.current)}
        {...hold}
      >
        {ordered.map((room) => (
          <WallTile
            key={room.id}
            room={room}
            watch={watches.get(room.id)}
            isChosen={room === chosen}
            onChoose={setChosenId}
          />
        ))}
      </ul>
      <WallActs room={chosen} rooms={rooms} isForAll={isForAll} onForAll={setForAll} onAct={begin} />
      {targets.length > 0 && act === 'message' && <MessageDialog rooms={targets} onClose={() => setAct(null)} />}
      {targets.length > 0 && act === 'timer' && <TimerDialog rooms={targets} onClose={() => setAct(null)} />}
      {targets.length > 0 && act === 'recall' && <RecallDialog rooms={targets} onClose={() => setAct(null)} />}
    </div>
  );
}

function WallHead({ panel }: { panel: Panel }) {
  const t = useT();
  const { consultationId } = useSeat();
  return (
    <header className={styles.head}>
      <h1 className={styles.title} dir="auto">
        {panel.title}
      </h1>
      <Link href={`/c/${consultationId}/steering/${panel.id}`}>{t('steering.desk')}</Link>
      <Link href={`/c/${consultationId}/seating/${panel.id}`}>{t('steering.seating')}</Link>
      <KeysNote
        keys={[
          { key: '← → ↑ ↓', does: t('steering.wall.key.arrows') },
          { key: 'Enter', does: t('steering.wall.key.enter') },
          { key: 'M', does: t('steering.wall.key.m') },
          { key: 'T', does: t('steering.wall.key.t') },
          { key: 'R', does: t('steering.wall.key.r') },
          { key: 'A', does: t('steering.wall.key.a') },
        ]}
      />
    </header>
  );
}

/** The rooms that an act can be done to: a frozen room has no clock and is not recalled again. */
function targetsOf(act: WallAct, rooms: readonly Room[]): Room[] {
  if (act === 'recall') return rooms.filter(({ phase }) => phase === 'open');
  return act === 'timer' ? rooms.filter(({ phase }) => phase !== 'frozen') : [...rooms];
}

/** Arrow keys go from tile to tile as they lie on the screen. */
function moveFocus(event: KeyboardEvent, grid: HTMLElement | null): void {
  if (!grid || !event.key.startsWith('Arrow')) return;
  const tiles = [...grid.querySelectorAll<HTMLElement>('[data-tile]')];
  const at = tiles.findIndex((tile) => tile.matches(':focus'));
  if (at < 0) return;
  const lineOf = (tile: HTMLElement | undefined) => tile?.getBoundingClientRect().top;
  const columns = tiles.filter((tile) => lineOf(tile) === lineOf(tiles[0])).length;
  const onward = getComputedStyle(grid).direction === 'rtl' ? -1 : 1;
  const steps: Record<string, number> = {
    ArrowRight: onward,
    ArrowLeft: -onward,
    ArrowDown: columns,
    ArrowUp: -columns,
  };
  const next = tiles[at + (steps[event.key] ?? 0)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
