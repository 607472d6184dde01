import type { Panel } from '@shared/domain/panel.ts';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { SplitPane } from '../../ui/SplitPane.tsx';
import { AgendaColumn } from './AgendaColumn.tsx';
import { AnnouncementLine } from './AnnouncementLine.tsx';
import { LiveNow } from './LiveNow.tsx';
import { NextColumn } from './NextColumn.tsx';
import { PanelPlace } from './PanelPlace.tsx';
import { RecallDialog } from './RecallDialog.tsx';
import styles from './SteeringPage.module.css';
import { useKeys } from './useKeys.ts';
import { usePanelRooms } from './usePanelRooms.ts';
import { useStepActs } from './useStepActs.ts';

/** The chair's desk: the agenda and the step, what is live, what is next, and the line that speaks to everyone. */
export function SteeringPage() {
  return <PanelPlace>{(panel) => <Desk key={panel.id} panel={panel} />}</PanelPlace>;
}

function Desk({ panel }: { panel: Panel }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const [, navigate] = useLocation();
  const acts = useStepActs(panel);
  const { open } = usePanelRooms(panel.id);
  const calls = useReplica(({ bureau }) => Object.keys(bureau.room.help).length);
  const [isRecalling, setRecalling] = useState(false);
  const message = useRef<HTMLInputElement>(null);
  const recallable = open.filter(({ phase }) => phase === 'open');
  const recall = recallable.length > 0 ? () => setRecalling(true) : undefined;
  const go = (place: string) => () => navigate(`/c/${consultationId}/${place}/${panel.id}`);
  useKeys({
    n: acts.next ? () => void acts.forward() : undefined,
    l: acts.isLive ? undefined : () => void acts.goLive(),
    r: recall,
    a: () => message.current?.focus(),
    u: acts.undo ? () => void acts.undo?.act() : undefined,
    f: go('seating'),
    w: go('wall'),
    b: go('board'),
    v: go('votes'),
  });
  return (
    <div className={styles.desk}>
      <SplitPane
        start={{
          label: t('app.place.steering'),
          icon: 'order',
          content: <AgendaColumn panel={panel} acts={acts} onRecall={recall} />,
        }}
        main={{
          label: t('steering.live'),
          icon: 'play',
          content: <LiveNow panel={panel} onRecall={recall} />,
        }}
        end={{
          label: t('steering.next'),
          icon: 'bell',
          ...(calls > 0 && { badge: format.number(calls) }),
          content: <NextColumn panel={panel} />,
        }}
      />
      <AnnouncementLine panel={panel} fieldRef={message} undo={acts.undo} />
      {isRecalling && <RecallDialog rooms={recallable} onClose={() => setRecalling(false)} />}
    </div>
  );
}
