import type { Panel } from '@shared/domain/panel.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useSeat, useServerOffset } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Figures } from './Figures.tsx';
import { FormationNow } from './OpeningNow.tsx';
import { RecallingNotice } from './RecallingNotice.tsx';
import styles from './RoomsNow.module.css';
import { byUrgency } from './roomWatch.ts';
import { usePanelRooms, useRoomWatch } from './usePanelRooms.ts';

/** The breakout in short: how many rooms, people and drafts; which rooms need somebody. */
export function RoomsNow({ panel, onRecall }: { panel: Panel; onRecall: (() => void) | undefined }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const panelRooms = usePanelRooms(panel.id);
  const watches = useRoomWatch(panelRooms);
  const { round, rooms, open, recalling } = panelRooms;
  if (!round || open.length === 0) return <FormationNow panel={panel} />;
  const all = [...watches.values()];
  const sum = (of: (watch: (typeof all)[number]) => number) => all.reduce((total, watch) => total + of(watch), 0);
  return (
    <Section
      title={t('steering.rooms.round', { n: round.number })}
      acts={
        <>
          {onRecall && (
            <Button icon="back" shortcut="R" onClick={onRecall}>
              {t('steering.recall.all')}
            </Button>
          )}
          <LinkButton href={`/c/${consultationId}/wall/${panel.id}`} shortcut="W" icon="panel">
            {t('steering.wall')}
          </LinkButton>
          <LinkButton href={`/c/${consultationId}/seating/${panel.id}`} shortcut="F" icon="people">
            {t('steering.rooms.late')}
          </LinkButton>
        </>
      }
    >
      <Stack gap={4}>
        {recalling.length > 0 && <RecallingNotice rooms={recalling} />}
        <Figures
          figures={[
            {
              key: 'rooms',
              value: t('steering.of', { n: open.length, of: rooms.length }),
              label: t('steering.rooms.open'),
            },
            {
              key: 'present',
              value: t('steering.of', { n: sum(({ present }) => present.length), of: sum(({ assigned }) => assigned) }),
              label: t('steering.rooms.present'),
            },
            {
              key: 'drafting',
              value: format.number(sum(({ drafting }) => drafting)),
              label: t('steering.rooms.drafting'),
            },
            {
              key: 'reported',
              value: format.number(sum(({ reported }) => reported)),
              label: t('steering.rooms.reported'),
            },
            {
              key: 'brackets',
              value: format.number(sum(({ brackets }) => brackets)),
              label: t('steering.rooms.brackets'),
            },
          ]}
        />
        <TroubledRooms panelRooms={panelRooms} watches={watches} />
      </Stack>
    </Section>
  );
}

const mostShown = 8;

/** The rooms that need somebody, the most urgent first. */
function TroubledRooms(props: {
  panelRooms: ReturnType<typeof usePanelRooms>;
  watches: ReturnType<typeof useRoomWatch>;
}) {
  const t = useT();
  const { consultationId } = useSeat();
  const serverOffsetMs = useServerOffset();
  const troubled = props.panelRooms.open
    .map((room) => ({ room, number: room.number, troubles: props.watches.get(room.id)?.troubles ?? [] }))
    .filter(({ troubles }) => troubles.length > 0)
    .sort(byUrgency);
  if (troubled.length === 0) return <p>{t('steering.rooms.calm')}</p>;
  return (
    <>
      <ul className={styles.rooms} aria-label={t('steering.rooms.troubled')}>
        {troubled.slice(0, mostShown).map(({ room, troubles }) => (
          <li key={room.id} className={styles.room}>
            <a href={`/c/${consultationId}/room/${room.id}`}>{t('parts.room', { n: room.number })}</a>
            <span className={styles.troubles}>
              {troubles.map((trouble) => (
                <Badge
                  key={trouble}
                  tone={trouble === 'help' ? 'danger' : 'caution'}
                  icon={trouble === 'help' ? 'help' : 'alert'}
                >
                  {t(`steering.trouble.${trouble}`)}
                </Badge>
              ))}
            </span>
            <Clock
              label={t('parts.room', { n: room.number })}
              deadline={room.clock.phase === 'running' ? room.clock.endsAt : null}
              pausedRemainingMs={room.clock.phase === 'paused' ? room.clock.remainingMs : null}
              serverOffsetMs={serverOffsetMs}
              announces={false}
            />
          </li>
        ))}
      </ul>
      {troubled.length > mostShown && <p>{t('steering.rooms.more', { n: troubled.length - mostShown })}</p>}
    </>
  );
}
