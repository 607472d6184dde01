/** The house: all consultations of one server, each brought to life when it is first asked for. */
import { nanoid } from 'nanoid';
import { createLiveConsultation, type LiveConsultation, type LivePorts } from '../gate/liveConsultation.ts';
import { rememberPeople } from './rememberedPeople.ts';

export type House = ReturnType<typeof createHouse>;

export function createHouse(given: LivePorts) {
  const ports = { ...given, people: rememberPeople(given.people) };
  const lives = new Map<string, LiveConsultation>();

  function find(id: string): LiveConsultation | null {
    const live = lives.get(id);
    if (live) return live;
    if (!ports.people.consultations().some((record) => record.id === id)) return null;
    return wake(id);
  }

  function wake(id: string): LiveConsultation {
    const live = createLiveConsultation(id, ports);
    lives.set(id, live);
    return live;
  }

  // Deadlines must fire whether or not anybody is looking: all consultations wake with the house.
  for (const { id } of ports.people.consultations()) wake(id);

  return {
    ...ports,
    find,
    /** A new consultation, still unopened. */
    add(): LiveConsultation {
      const id = nanoid(12);
      ports.people.addConsultation({ id, createdAt: ports.clock.now() });
      return wake(id);
    },
    all: () => ports.people.consultations().flatMap(({ id }) => find(id) ?? []),
    async drain(): Promise<void> {
      await Promise.all([...lives.values()].map((live) => live.drain()));
    },
  };
}
