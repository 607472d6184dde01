import type { ConsultationSummary } from '@shared/protocol/http.ts';
import type { LiveConsultation } from '../gate/liveConsultation.ts';

/** A consultation in a line; null before it is opened. */
export function summaryOf(live: LiveConsultation): ConsultationSummary | null {
  const { consultation } = live.host.state().plenary;
  if (consultation.phase === 'unopened') return null;
  const { title, symbol, place, from, to, phase, languages } = consultation;
  return { id: live.id, title, symbol, place, from, to, phase, languages };
}
