import type { PanelId } from '@shared/domain/kernel/ids.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { DecisionPlaces } from '../../parts/DecisionPlaces.tsx';
import { useIsBureau, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { CheckIt } from './CheckIt.tsx';
import { DecidedItems } from './DecidedItems.tsx';
import { RunningVote } from './RunningVote.tsx';
import { VoteDesk } from './VoteDesk.tsx';
import { VoteRecord } from './VoteRecord.tsx';
import styles from './VotesPage.module.css';

/** The votes of a panel or of the whole consultation: what runs, what was decided; for the bureau also the desk. */
export function VotesPage() {
  const t = useT();
  const { panelId } = useParams();
  const isBureau = useIsBureau();
  const panels = useReplica(({ plenary }) => plenary.panel);
  const { running, ended } = useVotes(panelId ?? null);
  const latest = ended.find(({ phase }) => phase === 'declared');
  const deskOf = panelId ?? panels.live ?? panels.order[0];
  const hasDesk = isBureau && deskOf !== undefined && panels.byId[deskOf] !== undefined;
  return (
    <>
      <PageTitle
        title={t('vote.page')}
        under={panelId && <span dir="auto">{panels.byId[panelId]?.title}</span>}
        acts={panels.order.length > 1 && <PanelChoice panelId={panelId ?? null} />}
      />
      <DecisionPlaces current="votes" panelId={panelId ?? null} />
      <div className={styles.page}>
        {hasDesk && (
          <div className={styles.desk}>
            <VoteDesk key={deskOf} panelId={deskOf} />
          </div>
        )}
        {!hasDesk && running && (
          <Section title={t('vote.running')}>
            <RunningVote vote={running} />
          </Section>
        )}
        <DecidedItems panelId={panelId ?? null} />
        <Section title={t('vote.ended')} note={ended.length > 0 && t('vote.ended.count', { n: ended.length })}>
          {ended.length === 0 ? (
            <Empty title={t('vote.none')}>{t('vote.noneWords')}</Empty>
          ) : (
            <ol className={styles.votes}>
              {ended.map((vote) => (
                <li key={vote.id}>
                  <VoteRecord vote={vote} isOpen={vote.id === latest?.id} />
                </li>
              ))}
            </ol>
          )}
        </Section>
        <div className={styles.desk}>
          <CheckIt />
        </div>
      </div>
    </>
  );
}

type Ended = Extract<Vote, { phase: 'declared' | 'withdrawn' }>;

/** The running vote, if it is of this panel, and the ended ones, the newest first. */
function useVotes(panelId: PanelId | null): { running: Vote | null; ended: Ended[] } {
  const votes = useReplica(({ plenary }) => plenary.vote);
  return useMemo(() => {
    const known = votes.order
      .map((id) => votes.byId[id])
      .filter((vote) => vote !== undefined)
      .filter((vote) => panelId === null || vote.panelId === panelId);
    const isEnded = (vote: Vote): vote is Ended => vote.phase === 'declared' || vote.phase === 'withdrawn';
    return { running: known.find((vote) => !isEnded(vote)) ?? null, ended: known.filter(isEnded).reverse() };
  }, [votes, panelId]);
}

function PanelChoice({ panelId }: { panelId: PanelId | null }) {
  const t = useT();
  const { consultationId } = useSeat();
  const [, navigate] = useLocation();
  const { order, byId } = useReplica(({ plenary }) => plenary.panel);
  return (
    <div className={styles.panel}>
      <NativeSelect
        label={t('vote.panel')}
        value={panelId ?? ''}
        placeholder={t('vote.allPanels')}
        onChange={(next) => navigate(`/c/${consultationId}/votes${next && `/${next}`}`)}
        options={order.map((id, at) => ({
          value: id,
          label: t('vote.panelOption', { n: at + 1, title: byId[id]?.title ?? id }),
        }))}
      />
    </div>
  );
}
