import { regionalGroups } from '@shared/domain/kernel/words.ts';
import type { Room } from '@shared/domain/room.ts';
import { memo, useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { regionsIn } from '../../parts/RoomRegions.tsx';
import { useReplica, useSeat, useServerOffset } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RegionMarks } from '../../ui/RegionBadge.tsx';
import { useNow } from '../../ui/useNow.ts';
import type { RoomWatch } from './roomWatch.ts';
import styles from './WallTile.module.css';

interface WallTileProps {
  room: Room;
  watch: RoomWatch | undefined;
  isChosen: boolean;
  onChoose: (roomId: string) => void;
}

/** One room on the wall; Enter or a press on its number drops in. */
export const WallTile = memo(function WallTile({ room, watch, isChosen, onChoose }: WallTileProps) {
  const t = useT();
  const { consultationId } = useSeat();
  const trouble = watch?.troubles[0];
  return (
    <li
      className={cx(styles.tile, trouble && styles[trouble], isChosen && styles.chosen)}
      onPointerDown={() => onChoose(room.id)}
    >
      <div className={styles.top}>
        <a
          data-tile
          className={styles.number}
          href={`/c/${consultationId}/room/${room.id}`}
          tabIndex={isChosen ? 0 : -1}
          onFocus={() => onChoose(room.id)}
          aria-label={t('steering.wall.dropIn', { n: room.number })}
        >
          {room.number}
        </a>
        <RoomTime room={room} />
      </div>
      {watch && (
        <>
          <Attendance room={room} watch={watch} />
          <Drafts watch={watch} />
          <LastActivity at={watch.lastAt} />
          {trouble && (
            <p className={styles.trouble}>
              <Badge tone={trouble === 'help' ? 'danger' : 'caution'} icon={trouble === 'help' ? 'help' : 'alert'}>
                {watch.troubles.map((each) => t(`steering.trouble.${each}`)).join(' · ')}
              </Badge>
            </p>
          )}
        </>
      )}
    </li>
  );
});

function RoomTime({ room }: { room: Room }) {
  const t = useT();
  const serverOffsetMs = useServerOffset();
  if (room.phase === 'frozen') return <Badge icon="lock">{t('steering.wall.frozen')}</Badge>;
  const isRecalling = room.phase === 'recalling';
  return (
    <span className={styles.time}>
      {isRecalling && <Badge tone="caution">{t('steering.wall.recalling')}</Badge>}
      <Clock
        label={t('parts.room', { n: room.number })}
        deadline={isRecalling ? room.deadlineAt : room.clock.phase === 'running' ? room.clock.endsAt : null}
        pausedRemainingMs={!isRecalling && room.clock.phase === 'paused' ? room.clock.remainingMs : null}
        serverOffsetMs={serverOffsetMs}
        announces={false}
        {...(isRecalling && { cautionMs: 0, dangerMs: 0 })}
      />
    </span>
  );
}

/** How many are there, of which regions, and how many ask for the floor. */
function Attendance({ room, watch }: { room: Room; watch: RoomWatch }) {
  const t = useT();
  const format = useFormat();
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  const here = useMemo(() => regionsIn(watch.present, delegations), [watch.present, delegations]);
  const name = (region: string) => t(`parts.region.${region}`);
  return (
    <div className={styles.line}>
      <span
        className={styles.figure}
        title={t('steering.wall.present', { present: watch.present.length, assigned: watch.assigned })}
      >
        <Icon name="people" label={t('steering.wall.presentLabel')} />
        <span dir="ltr">
          {format.number(watch.present.length)}/{format.number(watch.assigned)}
        </span>
      </span>
      <RegionMarks
        label={t('steering.wall.regions', { n: room.number })}
        marks={regionalGroups.map((region) => ({
          region,
          name: here.has(region) ? name(region) : t('steering.wall.missing', { region: name(region) }),
          present: here.has(region),
        }))}
      />
      {watch.hands > 0 && (
        <span className={cx(styles.figure, styles.hands)} title={t('steering.wall.hands', { n: watch.hands })}>
          <Icon name="hand" label={t('steering.wall.handsLabel')} />
          {format.number(watch.hands)}
        </span>
      )}
    </div>
  );
}

const mostDots = 12;

/** Drafts as dots: hollow while they are written, filled when reported; open brackets as a number. */
function Drafts({ watch }: { watch: RoomWatch }) {
  const t = useT();
  const format = useFormat();
  const { drafting, reported, brackets } = watch;
  const dots = [...Array(reported).fill('reported'), ...Array(drafting).fill('drafting')].slice(0, mostDots);
  const words = t('steering.wall.drafts', { drafting, reported });
  return (
    <div className={styles.line}>
      <span className={styles.dots} role="img" aria-label={words} title={words}>
        {drafting + reported === 0
          ? t('steering.wall.noDrafts')
          : dots.map((state: string, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: dots are all alike.
              <span key={at} className={cx(styles.dot, styles[state])} />
            ))}
        {drafting + reported > mostDots && <span>+{format.number(drafting + reported - mostDots)}</span>}
      </span>
      {brackets > 0 && (
        <span className={styles.figure} title={t('steering.wall.brackets', { n: brackets })}>
          <Icon name="brackets" label={t('steering.wall.bracketsLabel')} />
          {format.number(brackets)}
        </span>
      )}
    </div>
  );
}

const fadesAfterMs = 10 * 60_000;

/** A bar that fades over ten minutes of silence. */
function LastActivity({ at }: { at: number | null }) {
  const t = useT();
  const format = useFormat();
  const now = useNow(useServerOffset(), at !== null);
  const age = at === null ? fadesAfterMs : Math.max(0, now - at);
  const share = Math.max(0, 1 - age / fadesAfterMs);
  const words =
    at === null ? t('steering.wall.silent') : t('steering.wall.last', { when: format.relative(at, Math.max(at, now)) });
  return (
    <div className={styles.activity}>
      <span className={styles.bar} aria-hidden="true">
        <span
          className={styles.fill}
          style={{ inlineSize: `${Math.round(share * 100)}%`, opacity: 0.4 + share * 0.6 }}
        />
      </span>
      <span className={styles.when}>{words}</span>
    </div>
  );
}
