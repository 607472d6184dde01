import { useEffect, useRef, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import styles from './Clock.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { useNow } from './useNow.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

const minute = 60_000;

export interface ClockProps {
  /** What runs out: "Room 4", "Speaking time"; said with the announcements. */
  label: string;
  /** Epoch milliseconds on the server; null while no time is set. */
  deadline: number | null;
  /** Server time minus this device's time. */
  serverOffsetMs?: number;
  /** A stopped clock shows what was left. */
  pausedRemainingMs?: number | null;
  cautionMs?: number;
  dangerMs?: number;
  size?: 'line' | 'large' | 'wall';
  /** Says "5 minutes left" and "1 minute left" politely; off where many clocks stand side by side. */
  announces?: boolean;
}

/** Time left, in figures and, when little is left, in words. */
export function Clock(props: ClockProps) {
  const { label, deadline, serverOffsetMs = 0, pausedRemainingMs = null, size = 'line', announces = true } = props;
  const t = useT();
  const isRunning = deadline !== null && pausedRemainingMs === null;
  const now = useNow(serverOffsetMs, isRunning);
  const left = pausedRemainingMs ?? (deadline === null ? null : deadline - now);
  const phase = clockPhase(left, pausedRemainingMs !== null, props.cautionMs ?? 5 * minute, props.dangerMs ?? minute);
  const words = phase === 'calm' || left === null ? null : t(`ui.clock.${phase}`, { n: Math.ceil(left / minute) });
  return (
    <span className={cx(styles.clock, styles[size], styles[phase])} role="timer" aria-label={label} aria-live="off">
      <Icon name={phase === 'paused' ? 'pause' : 'clock'} className={styles.sign} />
      <span className={styles.figures} dir="ltr">
        {left === null ? t('ui.clock.none') : clockFigures(left)}
      </span>
      {words && <span className={styles.words}>{words}</span>}
      {announces && isRunning && <ClockAnnouncement label={label} left={deadline - now} />}
    </span>
  );
}

type ClockPhase = 'calm' | 'caution' | 'danger' | 'over' | 'paused';

function clockPhase(left: number | null, isPaused: boolean, cautionMs: number, dangerMs: number): ClockPhase {
  if (isPaused) return 'paused';
  if (left === null) return 'calm';
  if (left <= 0) return 'over';
  if (left <= dangerMs) return 'danger';
  return left <= cautionMs ? 'caution' : 'calm';
}

/** 1:02:03, 18:42, 0:07; time overrun counts up with a minus sign. */
export function clockFigures(leftMs: number): string {
  const seconds = Math.abs(leftMs < 0 ? Math.floor(leftMs / 1000) : Math.ceil(leftMs / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const figures = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return leftMs < 0 ? `\u2212${figures}` : figures;
}

// A passed mark is said once; a page opened later than the mark stays silent.
function ClockAnnouncement({ label, left }: { label: string; left: number }) {
  const t = useT();
  const before = useRef(left);
  const [said, setSaid] = useState('');
  useEffect(() => {
    for (const n of [5, 1, 0]) {
      if (before.current > n * minute && left <= n * minute) {
        setSaid(n === 0 ? t('ui.clock.saidOver', { label }) : t('ui.clock.said', { label, n }));
      }
    }
    before.current = left;
  }, [left, label, t]);
  return (
    <VisuallyHidden>
      <span role="status">{said}</span>
    </VisuallyHidden>
  );
}
