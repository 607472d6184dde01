import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { useMemo } from 'react';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useServerOffset } from '../../sync/Seat.tsx';
import { useNow } from '../../ui/useNow.ts';
import { AgendaScene } from './AgendaScene.tsx';
import { CallScene } from './CallScene.tsx';
import { ItemScene } from './ItemScene.tsx';
import { AmendmentScene, DivisionScene } from './MotionScene.tsx';
import styles from './ProjectorPage.module.css';
import { ResultScene } from './ResultScene.tsx';
import { RoomsScene } from './RoomsScene.tsx';
import { SilenceScene } from './SilenceScene.tsx';
import { SpeakerScene } from './SpeakerScene.tsx';
import { type Scene, type SceneName, sceneOf } from './scenes.ts';
import { useHallScale } from './useHallScale.ts';
import { useProjectorKeys } from './useProjectorKeys.ts';
import { useWakeLock } from './useWakeLock.ts';
import { VoteScene } from './VoteScene.tsx';

/** The screen of the hall: one scene at a time, chosen by what happens or by keys; nothing on it can be pressed. */
export function ProjectorPage() {
  const t = useT();
  const { panelId: asked } = useParams();
  const panels = useReplica(({ plenary }) => plenary.panel);
  const panelId = asked ?? panels.live ?? panels.order[0];
  const choice = useProjectorKeys();
  const scale = useHallScale();
  useWakeLock();
  return (
    <div className={styles.projector} style={{ zoom: choice.zoom * scale }}>
      {panelId && panels.byId[panelId] ? (
        <PanelScene key={panelId} panelId={panelId} chosen={choice.scene} />
      ) : (
        <p className={styles.waiting}>{t('projector.waiting')}</p>
      )}
      {choice.isHelpShown && <p className={styles.help}>{t('projector.keys')}</p>}
    </div>
  );
}

function PanelScene({ panelId, chosen }: { panelId: PanelId; chosen: SceneName | null }) {
  const t = useT();
  const plenary = useReplica((state) => state.plenary);
  const now = useNow(useServerOffset(), true);
  // The scene changes with what happens and, when a result has been up long enough, with the minute.
  const minute = Math.floor(now / 60_000);
  const scene = useMemo(() => sceneOf(plenary, panelId, minute * 60_000, chosen), [plenary, panelId, minute, chosen]);
  const panel = plenary.panel.byId[panelId];
  const number = plenary.panel.order.indexOf(panelId) + 1;
  return (
    <>
      <header className={styles.head}>
        <p dir="auto">{t('projector.panel', { n: number, title: panel?.title ?? '' })}</p>
        <p>{panel && t(`parts.step.${panel.step}`)}</p>
      </header>
      <section className={styles.scene} aria-live="polite" data-scene={scene.name}>
        <SceneView scene={scene} panelId={panelId} />
      </section>
    </>
  );
}

function SceneView({ scene, panelId }: { scene: Scene; panelId: PanelId }) {
  const t = useT();
  switch (scene.name) {
    case 'agenda':
      return <AgendaScene panelId={panelId} />;
    case 'item':
      return scene.itemId ? <ItemScene itemId={scene.itemId} /> : <Nothing>{t('projector.noItem')}</Nothing>;
    case 'vote':
      return scene.vote ? <VoteScene vote={scene.vote} /> : <Nothing>{t('projector.noVote')}</Nothing>;
    case 'result':
      return scene.vote ? <ResultScene vote={scene.vote} /> : <Nothing>{t('projector.noResult')}</Nothing>;
    case 'silence':
      return scene.silence ? <SilenceScene silence={scene.silence} /> : <Nothing>{t('silence.none')}</Nothing>;
    case 'motion':
      if (!scene.motion) return <Nothing>{t('projector.noMotion')}</Nothing>;
      return 'division' in scene.motion ? (
        <DivisionScene division={scene.motion.division} />
      ) : (
        <AmendmentScene amendment={scene.motion.amendment} />
      );
    case 'call':
      return <CallScene call={scene.call} />;
    case 'speaker':
      return <SpeakerScene list={scene.list} />;
    case 'rooms':
      return scene.rooms.length > 0 ? <RoomsScene rooms={scene.rooms} /> : <Nothing>{t('projector.noRooms')}</Nothing>;
  }
}

function Nothing({ children }: { children: string }) {
  return <p className={styles.waiting}>{children}</p>;
}
