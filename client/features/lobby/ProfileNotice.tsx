import { profileOf } from '@shared/domain/consultation.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What a result is worth here: the rule profile in words. */
export function ProfileNotice() {
  const t = useT();
  const { id, isIndicative } = useReplica(({ plenary }) => profileOf(plenary.consultation));
  return (
    <Notice tone={isIndicative ? 'caution' : 'neutral'}>
      {isIndicative && (
        <p>
          <strong>{t('parts.result.indicative')}</strong>
        </p>
      )}
      <p>{t(`lobby.profile.${id}`)}</p>
    </Notice>
  );
}
