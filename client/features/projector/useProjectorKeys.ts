import { useEffect, useState } from 'react';
import { chooseTheme } from '../../ui/theme.ts';
import type { SceneName } from './scenes.ts';

const sceneKeys: Readonly<Record<string, SceneName | null>> = {
  '0': null,
  '1': 'agenda',
  '2': 'item',
  '3': 'vote',
  '4': 'result',
  '5': 'rooms',
  '6': 'silence',
  '7': 'motion',
};
const sizes = [0.75, 0.875, 1, 1.25, 1.5, 2, 2.5, 3];

/** What the person at the projector has chosen by keys. */
export interface ProjectorChoice {
  scene: SceneName | null;
  zoom: number;
  /** The keys are explained for as long as this is true. */
  isHelpShown: boolean;
}

/** Listens to the projector's keys: 0 to 7 for the scene, + and − for the size, L for the light, F for the full screen, ? for help. */
export function useProjectorKeys(): ProjectorChoice {
  const [choice, setChoice] = useState<ProjectorChoice>({ scene: null, zoom: 1, isHelpShown: false });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { key } = event;
      const scene = sceneKeys[key];
      if (scene !== undefined) setChoice((now) => ({ ...now, scene, isHelpShown: false }));
      else if (key === '+' || key === '=') setChoice((now) => ({ ...now, zoom: nextSize(now.zoom, 1) }));
      else if (key === '-') setChoice((now) => ({ ...now, zoom: nextSize(now.zoom, -1) }));
      else if (key === '?') setChoice((now) => ({ ...now, isHelpShown: !now.isHelpShown }));
      else if (key === 'Escape') setChoice((now) => ({ ...now, isHelpShown: false }));
      else if (key === 'l') toggleLight();
      else if (key === 'f') toggleFullScreen();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  return choice;
}

function nextSize(size: number, step: 1 | -1): number {
  return sizes[sizes.indexOf(size) + step] ?? size;
}

function toggleLight(): void {
  const isDark =
    (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : '')) ===
    'dark';
  chooseTheme(isDark ? 'light' : 'dark');
}

function toggleFullScreen(): void {
  // A browser may forbid it; the window then stays as it is.
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  change.catch(() => {});
}
