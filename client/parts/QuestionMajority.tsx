import { profileOf } from '@shared/domain/consultation.ts';
import { bindingVote } from '@shared/domain/itemVotes.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useReplica } from '../sync/Seat.tsx';
import { Notice } from '../ui/Notice.tsx';

/** By which majority a question is decided and why; with `isFirst` also, before any vote on it, that the first one binds the others. */
export function QuestionMajority({ itemId, isFirst = false }: { itemId: ItemId; isFirst?: boolean }) {
  const t = useT();
  const format = useFormat();
  const bound = useReplica(({ plenary }) => bindingVote(plenary.vote, itemId));
  const isBinding = useReplica(({ plenary }) => !profileOf(plenary.consultation).isIndicative);
  if (bound)
    return (
      <Notice>
        {t('amendments.majority.bound', {
          majority: t(`vote.majority.${bound.terms.majority}`),
          at: format.dateTime(bound.openedAt),
        })}
      </Notice>
    );
  return isFirst && isBinding && <Notice>{t('amendments.majority.first')}</Notice>;
}
