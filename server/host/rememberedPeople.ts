/** Keeps everybody's name at hand: it is asked for with every message, and changes a few times a day. */
import type { People, PersonRecord } from '../ports/people.ts';

interface Known {
  list: PersonRecord[];
  byId: Map<string, PersonRecord>;
}

/** The same people, read from the tables again only after one of them was written; the list is the same until then. */
export function rememberPeople(people: People): People {
  const known = new Map<string, Known>();

  function of(consultationId: string): Known {
    let found = known.get(consultationId);
    if (!found) {
      const list = people.people(consultationId);
      found = { list, byId: new Map(list.map((record) => [record.participantId, record])) };
      known.set(consultationId, found);
    }
    return found;
  }

  return {
    ...people,
    people: (consultationId) => of(consultationId).list,
    person: (consultationId, participantId) => of(consultationId).byId.get(participantId) ?? null,
    putPeople(consultationId, records) {
      people.putPeople(consultationId, records);
      known.delete(consultationId);
    },
    removePeople(consultationId, participantIds) {
      people.removePeople(consultationId, participantIds);
      known.delete(consultationId);
    },
  };
}
