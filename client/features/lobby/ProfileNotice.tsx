import { useT, WholeLanguage } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What a result is worth here: the rule profile in words. */
export function ProfileNotice() {
  const t = useT();
  const profile = useReplica(({ plenary: { consultation } }) =>
    consultation.phase === 'unopened' ? 'informal' : consultation.profile,
  );
  const { consultationId } = useSeat();
  const isIndicative = profile === 'informal';
  return (
    <Notice tone={isIndicative ? 'caution' : 'neutral'}>
      {isIndicative && (
        <p>
          <strong>{t('parts.result.indicative')}</strong>
        </p>
      )}
      <WholeLanguage>
        <p>{t(`rules.words.${profile}`)}</p>
        <p>
          <a href={`/c/${consultationId}/rules`}>{t('rules.see')}</a>
        </p>
      </WholeLanguage>
    </Notice>
  );
}
