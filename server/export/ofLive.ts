/** The documents of a consultation that is running. */
import { loadStateNames } from '@shared/data/stateNames.ts';
import type { Language } from '@shared/i18n/translate.ts';
import type { LiveConsultation } from '../gate/liveConsultation.ts';
import type { House } from '../host/house.ts';
import { archiveJson } from './archive.ts';
import { decisionsJson } from './decisions.ts';
import { briefDocx, silenceLetterDocx, voteDocx } from './exports.ts';

/** The issue brief of a running consultation, in a language. */
export function briefOf(live: LiveConsultation, house: House, language: Language): Promise<Uint8Array> {
  const { id, host } = live;
  return briefDocx({
    state: host.state(),
    people: house.people.people(id),
    language,
    lastEventAt: lastEventOf(live, house),
  });
}

/** The letter that confirms an adoption by silence procedure; null where nothing was adopted. */
export function silenceLetterOf(
  live: LiveConsultation,
  house: House,
  language: Language,
  silenceId: string,
): Promise<Uint8Array | null> {
  return silenceLetterDocx({ state: live.host.state(), language, lastEventAt: lastEventOf(live, house) }, silenceId);
}

/** The sheet of one declared vote, with the name of who declared it from the chair; null where nothing was declared. */
export function voteSheetOf(
  live: LiveConsultation,
  house: House,
  language: Language,
  voteId: string,
): Promise<Uint8Array | null> {
  const by = declarerOf(live, house, voteId);
  const chair = by !== null && live.you(by)?.role === 'moderator' ? by : null;
  const name = house.people.people(live.id).find(({ participantId }) => participantId === chair)?.name ?? null;
  return voteDocx({ state: live.host.state(), language }, voteId, name);
}

const page = 1_000;

/** Who declared a vote, as the journal has it. */
function declarerOf({ id, host }: LiveConsultation, { journal }: House, voteId: string): string | null {
  for (let last = host.position('plenary'); last > 0; last -= page) {
    const told = journal
      .after(id, 'plenary', Math.max(0, last - page), page)
      .find(({ type, data }) => type === 'vote.TallyDeclared' && data.voteId === voteId);
    if (told) return told.by;
  }
  return null;
}

/** When the last event happened that everyone knows of: the only clock of a document. */
function lastEventOf({ id, host }: LiveConsultation, house: House): number {
  const last = host.position('plenary');
  const [lastEvent] = house.journal.after(id, 'plenary', last - 1, 1);
  return lastEvent?.at ?? 0;
}

/** The archive of a running consultation. */
export function archiveOf({ id, host, drafts }: LiveConsultation, house: House): Uint8Array {
  return archiveJson({
    consultationId: id,
    state: host.state(),
    entries: house.journal.exported(id),
    head: house.journal.head(id),
    people: house.people.people(id),
    draftText: drafts.text,
  });
}

/** What is needed to recompute every decision of a running consultation without its server. */
export async function decisionsOf({ id }: LiveConsultation, { journal }: House): Promise<Uint8Array> {
  const stateNames = await loadStateNames('en');
  return decisionsJson({ consultationId: id, entries: journal.exported(id), head: journal.head(id), stateNames });
}
