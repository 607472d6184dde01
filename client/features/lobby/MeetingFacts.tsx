import type { ConsultationSummary } from '@shared/protocol/http.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';

/** Where and when a consultation meets, in one line. */
export function MeetingFacts({ meeting }: { meeting: Pick<ConsultationSummary, 'place' | 'from' | 'to'> }) {
  const t = useT();
  const days = useDays(meeting.from, meeting.to);
  return <span>{meeting.place ? t('lobby.placeAndDays', { place: meeting.place, days }) : days}</span>;
}

/** The days of a meeting as a range: one day, or from – to. */
function useDays(from: string, to: string): string {
  const t = useT();
  const format = useFormat();
  // A date without an hour is the same day everywhere.
  const day = (date: string) => format.date(Date.parse(date), { dateStyle: 'long', timeZone: 'UTC' });
  return from === to ? day(from) : t('lobby.days', { from: day(from), to: day(to) });
}
