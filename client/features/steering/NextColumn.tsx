import { steps } from '@shared/domain/kernel/words.ts';
import type { Panel } from '@shared/domain/panel.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useCommand, useReplica, useSeat, useServerOffset } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { useNow } from '../../ui/useNow.ts';
import styles from './NextColumn.module.css';

const shownMessages = 6;

/** What comes next, which rooms call, and what was announced. */
export function NextColumn({ panel }: { panel: Panel }) {
  return (
    <Stack gap={6}>
      <HelpCalls />
      <WhatIsNext panel={panel} />
      <Announcements />
    </Stack>
  );
}

function HelpCalls() {
  const t = useT();
  const help = useReplica(({ bureau }) => bureau.room.help);
  const rooms = useReplica(({ plenary }) => plenary.room.byId);
  const calls = useMemo(
    () =>
      Object.entries(help)
        .map(([roomId, call]) => ({ roomId, ...call, number: rooms[roomId]?.number ?? 0 }))
        .sort((a, b) => a.at - b.at),
    [help, rooms],
  );
  return (
    <Section title={t('steering.help')}>
      {calls.length === 0 ? (
        <p className={styles.quiet}>{t('steering.help.none')}</p>
      ) : (
        <ol className={styles.calls}>
          {calls.map((call) => (
            <HelpCall key={call.roomId} call={call} />
          ))}
        </ol>
      )}
    </Section>
  );
}

interface Call {
  roomId: string;
  number: number;
  kind: string;
  at: number;
}

function HelpCall({ call }: { call: Call }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const now = useNow(useServerOffset());
  const { send, isPending } = useCommand('room.answerHelp');
  return (
    <li className={styles.call}>
      <p>
        <Badge tone="danger" icon="help">
          {t('parts.room', { n: call.number })}
        </Badge>{' '}
        <strong>{t(`steering.help.${call.kind}`)}</strong>{' '}
        <span className={styles.quiet}>{format.relative(call.at, Math.max(now, call.at))}</span>
      </p>
      <Cluster gap={2}>
        <LinkButton size="small" icon="forward" href={`/c/${consultationId}/room/${call.roomId}`}>
          {t('steering.wall.act.enter')}
        </LinkButton>
        <Button size="small" icon="done" pending={isPending} onClick={() => void send({ roomId: call.roomId })}>
          {t('steering.help.done')}
        </Button>
      </Cluster>
    </li>
  );
}

/** The step to come in this panel, or the panel to come. */
function WhatIsNext({ panel }: { panel: Panel }) {
  const t = useT();
  const { consultationId } = useSeat();
  const { order, byId } = useReplica(({ plenary }) => plenary.panel);
  const nextStep = steps[steps.indexOf(panel.step) + 1];
  const nextPanel = byId[order[order.indexOf(panel.id) + 1] ?? ''];
  return (
    <Section title={t('steering.next.title')}>
      <ul className={styles.next}>
        {nextStep && <li>{t('steering.next.step', { step: t(`parts.step.${nextStep}`) })}</li>}
        {nextPanel && (
          <li>
            {t('steering.next.panel')}{' '}
            <a href={`/c/${consultationId}/steering/${nextPanel.id}`}>
              <bdi>{nextPanel.title}</bdi>
            </a>
          </li>
        )}
        {!nextStep && !nextPanel && <li>{t('steering.next.nothing')}</li>}
      </ul>
    </Section>
  );
}

function Announcements() {
  const t = useT();
  const format = useFormat();
  const announcements = useReplica(({ plenary }) => plenary.room.announcements);
  const rooms = useReplica(({ plenary }) => plenary.room.byId);
  const latest = announcements.slice(-shownMessages).reverse();
  const whom = (roomIds: readonly string[] | null) => {
    if (roomIds === null) return t('steering.announce.everyone');
    if (roomIds.length === 1) return t('parts.room', { n: rooms[roomIds[0] ?? '']?.number ?? 0 });
    return t('steering.announce.someRooms', { n: roomIds.length });
  };
  return (
    <Section title={t('steering.announcements')}>
      {latest.length === 0 ? (
        <p className={styles.quiet}>{t('steering.announcements.none')}</p>
      ) : (
        <ol className={styles.calls}>
          {latest.map(({ text, roomIds, at }) => (
            <li key={`${at} ${text}`} className={styles.call}>
              <p className={styles.quiet}>
                {format.time(at)} · {whom(roomIds)}
              </p>
              <p dir="auto">{text}</p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
