import { useT, WholeLanguage } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
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
        <ProfileWords profile={profile} />
      </WholeLanguage>
    </Notice>
  );
}

/** Words that are not among those of the first screen: asked for only once they are there. */
function ProfileWords({ profile }: { profile: string }) {
  const t = useT();
  const { consultationId } = useSeat();
  return (
    <>
      <p>{t(`rules.words.${profile}`)}</p>
      <p>
        <a href={`/c/${consultationId}/rules`}>{t('rules.see')}</a>
      </p>
    </>
  );
}
