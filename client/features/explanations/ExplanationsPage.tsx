import { decisionOf } from '@shared/domain/explanation/shape.ts';
import { useMemo } from 'react';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { DecisionPlaces } from '../../parts/DecisionPlaces.tsx';
import { useIsBureau, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './ExplanationsPage.module.css';
import { ListView } from './ListView.tsx';
import { OpenListForm } from './OpenListForm.tsx';

/** Explanations of vote or position: of one decision, or all of them; who asked, who has the floor, what was handed in. */
export function ExplanationsPage() {
  const t = useT();
  const { decision } = useParams();
  const { consultationId } = useSeat();
  const isBureau = useIsBureau();
  const listIds = useListIds(decision ?? null);
  return (
    <>
      <PageTitle
        title={t('explanations.page')}
        acts={
          decision && (
            <LinkButton size="small" href={`/c/${consultationId}/explanations`}>
              {t('explanations.all')}
            </LinkButton>
          )
        }
      />
      <DecisionPlaces current="explanations" />
      <div className={styles.page}>
        <p className={styles.words}>{t('explanations.rule')}</p>
        {listIds.length === 0 && !isBureau && (
          <Empty title={t('explanations.none')}>{t('explanations.noneWords')}</Empty>
        )}
        {listIds.map((id) => (
          <ListView key={id} listId={id} />
        ))}
        {isBureau && (
          <Section title={t('explanations.open')}>
            <OpenListForm key={decision ?? ''} decision={decision ?? null} />
          </Section>
        )}
      </div>
    </>
  );
}

/** The lists of a decision, those before it included; of all decisions where none is named, the newest first. */
function useListIds(decision: string | null): string[] {
  const plenary = useReplica((state) => state.plenary);
  return useMemo(
    () =>
      plenary.explanation.order.toReversed().filter((id) => {
        const list = plenary.explanation.byId[id];
        if (!list || decision === null) return list !== undefined;
        return list.explained.id === decision || list.itemId === decision || decisionOf(plenary, list) === decision;
      }),
    [plenary, decision],
  );
}
