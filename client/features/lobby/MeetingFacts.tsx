import { intlLocaleOf } from '@shared/i18n/translate.ts';
import type { ConsultationSummary } from '@shared/protocol/http.ts';
import { useLang, useT } from '../../i18n/I18n.tsx';

/** Where and when a consultation meets, in one line. */
export function MeetingFacts({ meeting }: { meeting: Pick<ConsultationSummary, 'place' | 'from' | 'to'> }) {
  const t = useT();
  const days = useDays(meeting.from, meeting.to);
  return <span>{meeting.place ? t('lobby.placeAndDays', { place: meeting.place, days }) : days}</span>;
}

/** The days of a meeting: 19–20 June 2017, or one day. */
function useDays(from: string, to: string): string {
  const { lang } = useLang();
  // A date without an hour is the same day everywhere; Intl says once what both days share.
  const format = new Intl.DateTimeFormat(intlLocaleOf(lang), { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(Date.parse(from), Date.parse(to));
}
