import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { roundOf, silencesOn } from '@shared/domain/silence/shape.ts';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';

/** The silence procedures on an item, the newest first, with the way to their page; nothing where there was none. */
export function ItemSilence({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const silences = useReplica(({ plenary }) => plenary.silence);
  const known = silencesOn(silences, itemId).reverse();
  if (known.length === 0) return null;
  return (
    <Section title={t('silence.page')} level={3}>
      {known.map((silence) => (
        <p key={silence.id}>
          {t(`silence.phase.${silence.phase}`)}, {t('silence.round', { n: roundOf(silence).number })}{' '}
          <Link href={`/c/${consultationId}/silence/${itemId}`}>{t('silence.openPage')}</Link>
        </p>
      ))}
    </Section>
  );
}
