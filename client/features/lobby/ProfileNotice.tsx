import { useT, WholeLanguage } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What a result is worth here: the rule profile in words. */
export function ProfileNotice() {
  const t = useT();
  const profile = useReplica(({ plenary: { consultation } }) =>
    consultation.phase === 'unopened' ? 'informal' : consultation.profile,
  );
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
      </WholeLanguage>
    </Notice>
  );
}
