/**
 * What many ask for in one turn is decided on one draft of the state. That must be seen by nobody: this host is held against one
 * that is asked for one thing at a time, through random consultations, with storms of one command and faults amid them.
 */
import type { Actor } from '@shared/domain/kernel/actor.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import { isRefusal, type Scope, type Told } from '@shared/domain/kernel/slice.ts';
import { evolve } from '@shared/domain/rulebook.ts';
import { type ConsultationState, emptyState } from '@shared/domain/state.ts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Batch, createConsultationHost, type Envelope } from '../../server/host/consultationHost.ts';
import type { Entry, Journal, NewEntry, StoredAnswer } from '../../server/ports/journal.ts';
import { memoryBoxes } from '../support/memoryBoxes.ts';
import { signedSpan, signedText } from '../support/signedText.ts';
import { beginning, beginnings, wildAsk, wordsOf } from '../support/trials.ts';

/** Events whose folding fails when it is done, half of their command being in the state by then. */
let isPoisoned: (event: Told) => boolean = () => false;
/** A state that also keeps what was told last, as it was told, and writes into it when the next is told. */
type Keeping = ConsultationState & { last?: Record<string, unknown> };
vi.mock('@shared/domain/rulebook.ts', async (load) => {
  const rulebook = await load<typeof import('@shared/domain/rulebook.ts')>();
  return {
    ...rulebook,
    evolve(state: ConsultationState, event: Told, at: number) {
      rulebook.evolve(state, event, at);
      const keeping: Keeping = state;
      if (keeping.last) keeping.last.isPast = true;
      keeping.last = event.data;
      if (isPoisoned(event)) throw new Error('a fold that nobody thought of');
    },
  };
});
// What falls due is done by a timer, which nobody can make tick alike in two hosts.
vi.mock('@shared/domain/duties.ts', () => ({ duties: () => [], nextDeadline: () => null }));

interface Asked {
  by: string;
  envelope: Envelope;
}

/** A journal in memory: what was stored is what it reads. */
function memoryJournal(entries: Entry[]): Journal & { kept: { entries: Entry[]; answers: StoredAnswer[] } } {
  const kept = { entries, answers: [] as StoredAnswer[] };
  const isTo = (by: string, commandId: string) => (each: StoredAnswer) =>
    each.by === by && each.commandId === commandId;
  return {
    kept,
    append(_id, added: readonly NewEntry[], answers) {
      for (const each of structuredClone(added)) kept.entries.push({ seq: kept.entries.length + 1, ...each });
      kept.answers.push(...structuredClone(answers));
      return { lastSeq: kept.entries.length };
    },
    answers: (_id, asked) => asked.flatMap(({ by, commandId }) => kept.answers.find(isTo(by, commandId)) ?? []),
    entries: () => kept.entries,
    exported: () => [],
    head: () => ({ seq: kept.entries.length, link: '' }),
    after: () => [],
    canWrite: () => true,
  };
}

/** A host whose clock stands and whose ids are counted; some ids no event may carry, which is a fault of the rule that asks for one. */
function hostOf(stage: number, now: () => number) {
  const begins = beginning(stage);
  const positions = new Map<Scope, number>();
  const recorded = begins.events.flatMap(({ scope, ...event }) => (scope === 'box' ? [] : [{ ...event, scope }]));
  const entries = recorded.map((event, at): Entry => {
    const pos = (positions.get(event.scope) ?? 0) + 1;
    positions.set(event.scope, pos);
    return { ...structuredClone(event), seq: at + 1, pos, by: null, commandId: 'beginning' };
  });
  const journal = memoryJournal(entries);
  const published: Batch[] = [];
  const faults: string[] = [];
  let ids = 0;
  const host = createConsultationHost('c1', {
    journal,
    boxes: memoryBoxes(),
    clock: { now },
    newId: () => (++ids % 40 === 0 ? 'an id that no event may carry' : `new-${ids}`),
    draftText: (itemId) => (itemId.endsWith('3') ? null : signedText(begins.state, itemId, wordsOf(itemId))),
    spanAt: (itemId, from, to) => signedSpan(begins.state, itemId, wordsOf(itemId), from, to),
    publish: (batches) => void published.push(...structuredClone(batches)),
    readOnly: () => {},
    fault: (error, { commandId }) => faults.push(`${commandId}: ${String(error)}`),
  });
  return { host, journal: journal.kept, published, faults };
}

const nameOf = (actor: Actor) => (actor.kind === 'participant' ? actor.participantId : null);

/** Some who ask in one turn: now this and now that, or a storm of one command; some twice, some what is no command. */
function burst(state: ConsultationState, chance: Chance, name: string): Asked[] {
  const wanted = chance.below(3) === 0 ? wildAsk(state, chance).command.type : null;
  const asks: Asked[] = [];
  for (let tries = 0; asks.length < 2 + chance.below(20) && tries < 120; tries += 1) {
    const { actor, command } = wildAsk(state, chance);
    const by = isRefusal(actor) ? null : nameOf(actor);
    if (by === null || (wanted && command.type !== wanted && chance.below(12) > 0)) continue;
    const id = `${name}-${asks.length}`;
    if (chance.below(20) === 0) asks.push({ by, envelope: { id, type: 'no.command', payload: {} } });
    else if (chance.below(10) === 0 && asks[0]) asks.push(must(asks[chance.below(asks.length)], 'ask'));
    else asks.push({ by, envelope: { id, ...command } });
  }
  return asks;
}

const told = ({ published }: { published: Batch[] }) =>
  published.flatMap(({ scope, from, events }) => events.map((event, at) => ({ scope, pos: from + at, ...event })));
/** By scope, in which they are in order; scopes may come in another order. */
const byScope = (events: ReturnType<typeof told>) =>
  Object.fromEntries(
    [...new Set(events.map(({ scope }) => scope))]
      .sort()
      .map((scope) => [scope, events.filter((event) => event.scope === scope)]),
  );

async function compare(stage: number, drawn: readonly number[]): Promise<number> {
  let now = must(beginning(stage).events.at(-1), 'opening').at + 7_200_000;
  isPoisoned = () => false;
  const [together, singly] = [hostOf(stage, () => now), hostOf(stage, () => now)];
  // Some, by what they say, which is the same in both.
  isPoisoned = ({ type, data }) => (JSON.stringify([type, data]).length * 7) % 23 === 0;
  for (const [at, number] of drawn.entries()) {
    now += 1_000;
    const asks = burst(singly.host.state(), seeded(String(number)), `burst-${at}`);
    const answers = await Promise.all(asks.map(({ by, envelope }) => together.host.submit(by, envelope)));
    const alone = [];
    for (const { by, envelope } of asks) alone.push(await singly.host.submit(by, envelope));
    expect(answers).toEqual(alone);
  }
  isPoisoned = () => false;
  expect(together.journal).toEqual(singly.journal);
  expect(together.faults).toEqual(singly.faults);
  expect(byScope(told(together))).toEqual(byScope(told(singly)));
  expect(together.host.state()).toEqual(singly.host.state());
  const again = emptyState();
  for (const entry of structuredClone(together.journal.entries)) evolve(again, entry, entry.at);
  expect(together.host.state()).toEqual(again);
  together.host.drain();
  singly.host.drain();
  return together.faults.length;
}

test('[HOST-1] [HOST-4] commands of one turn end as if each had come alone, whatever fails amid them', async () => {
  let faults = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.nat(beginnings - 1),
      fc.array(fc.nat(2 ** 31 - 1), { minLength: 1, maxLength: 8 }),
      async (stage, drawn) => {
        faults += await compare(stage, drawn);
      },
    ),
    { numRuns: 40 },
  );
  expect(faults).toBeGreaterThan(0);
});
