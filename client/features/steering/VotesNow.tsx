import type { Panel } from '@shared/domain/panel.ts';
import { notYetVoted, type Vote, votedIn } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useSubjectTitle } from '../../parts/SubjectTitle.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';

/** The vote that runs now, who has not voted yet, and how many are decided. */
export function VotesNow({ panel }: { panel: Panel }) {
  const t = useT();
  const { consultationId } = useSeat();
  const votes = useReplica(({ plenary }) => plenary.vote);
  const own = useMemo(
    () => votes.order.flatMap((id) => votes.byId[id] ?? []).filter(({ panelId }) => panelId === panel.id),
    [votes, panel.id],
  );
  const running = own.find(({ phase }) => phase === 'open' || phase === 'locked');
  const declared = own.filter(({ phase }) => phase === 'declared').length;
  return (
    <Section
      title={t('steering.votes')}
      note={t('steering.votes.declared', { n: declared })}
      acts={
        <LinkButton href={`/c/${consultationId}/votes/${panel.id}`} shortcut="V" icon="vote">
          {t('steering.votes.open')}
        </LinkButton>
      }
    >
      {running ? <RunningVote vote={running} /> : <p>{t('steering.votes.none')}</p>}
    </Section>
  );
}

function RunningVote({ vote }: { vote: Vote }) {
  const t = useT();
  const format = useFormat();
  const nameOf = useDelegationNames();
  const title = useSubjectTitle(vote);
  const plenary = useReplica((state) => state.plenary);
  const missing = useMemo(
    () => notYetVoted({ plenary }, vote).map(nameOf).sort(format.compare),
    [plenary, vote, nameOf, format],
  );
  const received = votedIn(plenary, vote).length;
  return (
    <Stack gap={3}>
      <p>
        <strong>{t(`steering.votes.phase.${vote.phase}`)}</strong> <bdi>{title}</bdi>
      </p>
      <Progress
        label={t('steering.votes.received')}
        value={received}
        max={Math.max(1, vote.electorate.length)}
        words={t('steering.of', { n: received, of: vote.electorate.length })}
      />
      {missing.length > 0 && (
        <Disclosure summary={t('steering.votes.missing', { n: missing.length })}>
          <p>{format.list(missing)}</p>
        </Disclosure>
      )}
    </Stack>
  );
}
