import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { useMemo } from 'react';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { DecisionPlaces } from '../../parts/DecisionPlaces.tsx';
import { useIsBureau, useReplica } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { CallDesk } from './CallDesk.tsx';
import { CallRecord } from './CallRecord.tsx';
import styles from './ConsensusPage.module.css';

/** Decisions without a vote: the chair's desk, what runs, and how every call ended. */
export function ConsensusPage() {
  const t = useT();
  const { panelId: asked } = useParams();
  const isBureau = useIsBureau();
  const panels = useReplica(({ plenary }) => plenary.panel);
  const panelId = panels.byId[asked ?? '']?.id ?? panels.live ?? panels.order[0];
  const calls = useCalls(asked ?? null);
  return (
    <>
      <PageTitle title={t('consensus.page')} under={panelId && <span dir="auto">{panels.byId[panelId]?.title}</span>} />
      <DecisionPlaces current="consensus" panelId={panelId ?? null} />
      <div className={styles.page}>
        {isBureau && panelId && <CallDesk key={panelId} panelId={panelId} />}
        <Section title={t('consensus.calls')}>
          {calls.length === 0 ? (
            <Empty title={t('consensus.none')}>{t('consensus.noneWords')}</Empty>
          ) : (
            <ol className={styles.calls}>
              {calls.map((call) => (
                <li key={call.id}>
                  <CallRecord call={call} />
                </li>
              ))}
            </ol>
          )}
        </Section>
      </div>
    </>
  );
}

/** The calls of a panel, or of all, the newest first. */
function useCalls(panelId: PanelId | null) {
  const { order, byId } = useReplica(({ plenary }) => plenary.noObjection);
  return useMemo(
    () =>
      order
        .map((id) => byId[id])
        .filter((call) => call !== undefined)
        .filter((call) => panelId === null || call.panelId === panelId)
        .reverse(),
    [order, byId, panelId],
  );
}
