import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { runningVote } from '@shared/domain/vote.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { usePermitRefusal, useReplica, useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { OpenVoteForm } from './OpenVoteForm.tsx';
import { RunningDesk } from './RunningDesk.tsx';

/** The bureau's desk for a panel's votes: open one, see who has voted, lock, declare; one primary act at a time. */
export function VoteDesk({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const running = useReplica(({ plenary }) => runningVote(plenary.vote));
  const number = useReplica(({ plenary }) => plenary.panel.order.indexOf(running?.panelId ?? '') + 1);
  const refused = usePermitRefusal('vote.open', { panelId });
  const words = useRefusalWords();
  if (running?.panelId === panelId)
    return (
      <Section title={t('vote.running')}>
        <RunningDesk vote={running} />
      </Section>
    );
  const link = (href: string, label: string) => (
    <LinkButton size="small" href={`/c/${consultationId}/${href}`}>
      {label}
    </LinkButton>
  );
  return (
    <Section title={t('vote.open')}>
      {running ? (
        <Notice acts={link(`votes/${running.panelId}`, t('vote.toDesk'))}>{t('vote.elsewhere', { n: number })}</Notice>
      ) : refused ? (
        <Notice acts={link(`steering/${panelId}`, t('vote.toSteering'))}>{words(refused)}</Notice>
      ) : (
        <OpenVoteForm panelId={panelId} />
      )}
    </Section>
  );
}
