import { openingOf } from '@shared/domain/silence/shape.ts';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { useReplica, useSeat } from '../sync/Seat.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Notice } from '../ui/Notice.tsx';

/** On every page, as long as silence lasts: which text, until when; with the last reminder in words. */
export function SilenceNotice() {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const items = useReplica(({ plenary }) => plenary.board.items);
  const silences = useReplica(({ plenary }) => plenary.silence.byId);
  return Object.values(silences)
    .filter(({ phase }) => phase === 'under-silence')
    .map((silence) => {
      const { deadlineAt, reminded } = openingOf(silence);
      const until = format.dateTime(deadlineAt, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
      return (
        <Notice
          key={silence.id}
          tone={reminded === null ? 'neutral' : 'caution'}
          acts={
            <LinkButton size="small" href={`/c/${consultationId}/silence/${silence.itemId}`}>
              {t('silence.notice.act')}
            </LinkButton>
          }
        >
          {reminded !== null && <strong>{t('silence.notice.reminder', { hours: reminded })} </strong>}
          {t('silence.notice', { title: items[silence.itemId]?.current.title ?? '', until })}
        </Notice>
      );
    });
}
