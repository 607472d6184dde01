import { amendmentsTo } from '@shared/domain/amendments/standing.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';

/** How many amendments an item has and how many are open, with the way to them. */
export function ItemAmendments({ item }: { item: TabledItem }) {
  const t = useT();
  const { consultationId } = useSeat();
  const counts = useReplica(({ plenary }) => {
    const known = amendmentsTo(plenary.amendment, item.id);
    return { n: known.length, open: known.filter(({ phase }) => phase === 'proposed').length };
  });
  if (item.gone) return null;
  return (
    <Section title={t('amendments.heading')} level={3} note={t('amendments.counts', counts)}>
      <div>
        <LinkButton size="small" href={`/c/${consultationId}/amendments/${item.id}`}>
          {t('amendments.toPage')}
        </LinkButton>
      </div>
    </Section>
  );
}
