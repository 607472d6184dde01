import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { steps } from '@shared/domain/kernel/words.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useMyRoom } from '../../parts/useMyRoom.ts';
import { useVoteNow } from '../../parts/useVoteNow.ts';
import { useIsBureau, useReplica, useSeat } from '../../sync/Seat.tsx';
import { cx } from '../../ui/cx.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './SessionNow.module.css';

/** The panel in session: its step in words and the next thing that one can do in it. */
export function SessionNow({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const panel = useReplica(({ plenary }) => plenary.panel.byId[panelId]);
  if (!panel) return null;
  const at = steps.indexOf(panel.step);
  return (
    <Section title={t('lobby.now')}>
      <p className={styles.panel}>
        <bdi>{panel.title}</bdi>
      </p>
      <ol className={styles.steps} aria-label={t('lobby.steps')}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={cx(styles.step, index < at && styles.past, index === at && styles.current)}
            aria-current={index === at ? 'step' : undefined}
          >
            {t(`parts.step.${step}`)}
            {index < at && <VisuallyHidden> {t('lobby.steps.past')}</VisuallyHidden>}
          </li>
        ))}
      </ol>
      <p className={styles.words}>{t(`lobby.step.${panel.step}`)}</p>
      <NextAct panelId={panelId} />
    </Section>
  );
}

/** What one can do in the panel now; the first is what one came for. */
function NextAct({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const isBureau = useIsBureau();
  const room = useMyRoom();
  const voteNow = useVoteNow();
  const step = useReplica(({ plenary }) => plenary.panel.byId[panelId]?.step);
  const base = `/c/${consultationId}`;
  const acts: { key: string; href: string; label: string }[] = [];
  if (room && room.phase !== 'frozen')
    acts.push({ key: 'room', href: `${base}/room/${room.id}`, label: t('lobby.act.room', { n: room.number }) });
  if (isBureau) acts.push({ key: 'steer', href: `${base}/steering/${panelId}`, label: t('lobby.act.steer') });
  if (step !== 'opening') acts.push({ key: 'board', href: `${base}/board/${panelId}`, label: t('lobby.act.board') });
  if (room?.phase === 'frozen')
    acts.push({ key: 'room', href: `${base}/room/${room.id}`, label: t('lobby.act.roomClosed', { n: room.number }) });
  // A vote that waits for one's ballot has the screen's primary act already, in the notice above.
  const primary = voteNow?.mayCast && !voteNow.ownBallot ? -1 : 0;
  return (
    <Cluster gap={3}>
      {acts.map(({ key, href, label }, index) => (
        <LinkButton key={key} href={href} kind={index === primary ? 'primary' : 'quiet'}>
          {label}
        </LinkButton>
      ))}
    </Cluster>
  );
}
