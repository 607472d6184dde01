import { amendmentsTo } from '@shared/domain/amendments/standing.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { DecidedNote } from '../../parts/DecidedNote.tsx';
import { DecisionPlaces } from '../../parts/DecisionPlaces.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { QuestionMajority } from '../../parts/QuestionMajority.tsx';
import { useMadeBy } from '../../parts/useMadeBy.ts';
import { useIsBureau, usePermitRefusal, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { AmendedItems } from './AmendedItems.tsx';
import { AmendmentEntry } from './AmendmentEntry.tsx';
import { AmendmentForm } from './AmendmentForm.tsx';
import styles from './Amendments.module.css';
import { ChairOrder } from './ChairOrder.tsx';
import { DivisionDesk } from './DivisionDesk.tsx';
import { PutItem } from './PutItem.tsx';

/** The amendments to an item and its division, or the items to choose from: everybody reads, delegations propose, the chair orders and puts. */
export function AmendmentsPage() {
  const { itemId } = useParams();
  return itemId ? <AmendmentsOf key={itemId} itemId={itemId} /> : <AmendedItems />;
}

function AmendmentsOf({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const item = useReplica(({ plenary }) => plenary.board.items[itemId]);
  if (!item)
    return (
      <Empty
        title={t('amendments.noItem')}
        act={<LinkButton href={`/c/${consultationId}/amendments`}>{t('amendments.toItems')}</LinkButton>}
      >
        {t('amendments.noItemWords')}
      </Empty>
    );
  return <OfItem item={item} />;
}

function OfItem({ item }: { item: TabledItem }) {
  const t = useT();
  const withMaker = useMadeBy();
  const { consultationId } = useSeat();
  const isBureau = useIsBureau();
  return (
    <>
      <PageTitle
        over={t('amendments.page')}
        title={<bdi>{item.current.title}</bdi>}
        under={withMaker(t('amendments.version', { version: item.current.version }), item.current.amendedBy)}
        acts={
          <>
            <LinkButton
              icon="back"
              href={`/c/${consultationId}/board/${item.panelId}?item=${encodeURIComponent(item.id)}`}
            >
              {t('amendments.toBoard')}
            </LinkButton>
            <LinkButton icon="vote" href={`/c/${consultationId}/votes/${item.panelId}`}>
              {t('amendments.toVotes')}
            </LinkButton>
          </>
        }
      />
      <DecisionPlaces current="amendments" panelId={item.panelId} />
      <div className={styles.page}>
        <Disclosure summary={t('amendments.text', { version: item.current.version })}>
          <DraftTextView draft={item.current.draft} />
        </Disclosure>
        <DecidedNote item={item} />
        <QuestionMajority itemId={item.id} />
        {isBureau && <ChairOrder item={item} />}
        <Amendments item={item} />
        <DivisionDesk item={item} />
        {isBureau && <PutItem item={item} />}
      </div>
    </>
  );
}

function Amendments({ item }: { item: TabledItem }) {
  const t = useT();
  const known = useReplica(({ plenary }) => plenary.amendment);
  const list = useMemo(() => amendmentsTo(known, item.id), [known, item.id]);
  const refused = usePermitRefusal('amendment.propose', { itemId: item.id });
  const [isWriting, setWriting] = useState(false);
  return (
    <Section
      title={t('amendments.heading')}
      note={
        list.length > 0 &&
        t('amendments.counts', { n: list.length, open: list.filter(({ phase }) => phase === 'proposed').length })
      }
      acts={
        !refused &&
        !isWriting && (
          <Button size="small" icon="add" onClick={() => setWriting(true)}>
            {t('amendments.propose')}
          </Button>
        )
      }
    >
      {isWriting && <AmendmentForm item={item} onDone={() => setWriting(false)} />}
      {list.length === 0 && !isWriting && (
        <div>
          <p>{t('amendments.none')}</p>
          <p className={styles.rationale}>{t('amendments.noneWords')}</p>
        </div>
      )}
      <ol className={styles.list}>
        {list.map((each) => (
          <li key={each.id} className={styles.entry} id={`amendment-${each.id}`}>
            <AmendmentEntry item={item} amendment={each} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
