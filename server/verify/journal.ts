/** A consultation's journal as the checkers read it: entries whose payload may be withheld, and what is told of delegations and texts. */
import { board, type Snapshot } from '@shared/domain/board.ts';
import { consultation } from '@shared/domain/consultation.ts';
import { delegation } from '@shared/domain/delegation.ts';
import { withSigns } from '@shared/domain/earlierDraft.ts';
import type { DelegationId, ItemId } from '@shared/domain/kernel/ids.ts';
import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';

/** An entry as it stands in the chain; `data` is null where the payload is withheld. */
export interface Told {
  seq: number;
  scope: string;
  type: string;
  at: number;
  by: string | null;
  commandId: string;
  data: Record<string, unknown> | null;
}

/** An entry whose payload was read by the schema of its event. */
export interface Fact<T> extends Omit<Told, 'data'> {
  data: T;
}

/** What a checker is given: the entries it may need, in order, and names for its sentences. */
export interface Journal {
  entries: readonly Told[];
  /** A delegation's English name; its code or id where there is no name. */
  nameOf(id: DelegationId): string;
  /** The title of an item's version as it was tabled; null where the journal does not say. */
  titleOf(itemId: ItemId, version: number): string | null;
}

/** What puts a version of an item on the board: a report or a revision, the plenary's own change, a split. */
const versionKinds = [
  'plenary/board.ItemTabled',
  'plenary/board.ItemAmended',
  'plenary/board.ItemReconsidered',
  'plenary/board.ItemSplit',
] as const;

/** What every checker needs to know besides its own events. */
export const frameKinds = [
  'plenary/consultation.ConsultationOpened',
  'plenary/consultation.ProfileChosen',
  'plenary/delegation.DelegationsAccredited',
  'plenary/delegation.GroupAssigned',
  'plenary/delegation.CredentialsSet',
  ...versionKinds,
] as const;

/** What an entry is, whoever the scope belongs to: `plenary/vote.VoteOpened`, `delegation/vote.OwnBallotReceived`. */
export function kindOf({ scope, type }: Pick<Told, 'scope' | 'type'>): string {
  return `${scope.split(':', 1)[0]}/${type}`;
}

// Checkers ask for the same kinds again and again; a journal has tens of thousands of entries.
const byKind = new WeakMap<readonly Told[], Map<string, Told[]>>();
const read = new WeakMap<readonly Told[], readonly Fact<unknown>[]>();

/** The entries of a kind, in order. */
export function entriesOfKind(entries: readonly Told[], kind: string): readonly Told[] {
  let kinds = byKind.get(entries);
  if (!kinds) {
    kinds = new Map();
    for (const entry of entries) {
      const of = kinds.get(kindOf(entry));
      if (of) of.push(entry);
      else kinds.set(kindOf(entry), [entry]);
    }
    byKind.set(entries, kinds);
  }
  return kinds.get(kind) ?? [];
}

/** The entries of a kind whose payloads are disclosed and fit the schema of the event. */
export function factsOf<S extends z.core.$ZodType>(
  entries: readonly Told[],
  kind: string,
  schema: S,
): readonly Fact<z.output<S>>[] {
  const found = entriesOfKind(entries, kind);
  const known = read.get(found);
  // A kind has one schema.
  if (known) return known as Fact<z.output<S>>[];
  const facts = found.flatMap((entry) => {
    const parsed = safeParse(schema, entry.data);
    return parsed.success ? [{ ...entry, data: parsed.data }] : [];
  });
  if (found.length > 0) read.set(found, facts);
  return facts;
}

/** A journal with names for what it tells of. */
export function journalOf(entries: readonly Told[], stateNames: Readonly<Record<string, string>>): Journal {
  const known = new Map(delegationsAt(entries, Number.POSITIVE_INFINITY).map((each) => [each.id, each]));
  const titles = titlesIn(entries);
  return {
    entries,
    nameOf: (id) => {
      const { code, name } = known.get(id) ?? { code: null, name: null };
      return (code === null ? name : (stateNames[code] ?? code)) ?? id;
    },
    titleOf: (itemId, version) => titles.get(`${itemId} ${version}`) ?? null,
  };
}

export interface KnownDelegation {
  id: DelegationId;
  kind: string;
  code: string | null;
  name: string | null;
  regionalGroup: string | null;
  hasCredentials: boolean;
}

/** The delegations as the journal has told them before an entry, in the order of their accrediting. */
export function delegationsAt(entries: readonly Told[], seq: number): KnownDelegation[] {
  const { plenary } = delegation.events;
  const isBefore = (fact: { seq: number }) => fact.seq < seq;
  const known = new Map<string, KnownDelegation>();
  for (const fact of factsOf(entries, 'plenary/delegation.DelegationsAccredited', plenary.DelegationsAccredited))
    if (isBefore(fact)) for (const each of fact.data.delegations) known.set(each.id, { ...each });
  const changes = [
    ...factsOf(entries, 'plenary/delegation.GroupAssigned', plenary.GroupAssigned),
    ...factsOf(entries, 'plenary/delegation.CredentialsSet', plenary.CredentialsSet),
  ];
  for (const { data } of changes.filter(isBefore).sort((a, b) => a.seq - b.seq)) {
    const { delegationId, ...change } = data;
    Object.assign(known.get(delegationId) ?? {}, change);
  }
  return [...known.values()];
}

/** The member states with credentials before an entry. */
export function membersAt(entries: readonly Told[], seq: number): DelegationId[] {
  return delegationsAt(entries, seq)
    .filter(({ kind, hasCredentials }) => kind === 'member-state' && hasCredentials)
    .map(({ id }) => id);
}

/** The rule profile in force before an entry; null where the journal does not say. */
export function profileAt(entries: readonly Told[], seq: number): string | null {
  const { ConsultationOpened, ProfileChosen } = consultation.events.plenary;
  const chosen = [
    ...factsOf(entries, 'plenary/consultation.ConsultationOpened', ConsultationOpened),
    ...factsOf(entries, 'plenary/consultation.ProfileChosen', ProfileChosen),
  ].filter((fact) => fact.seq < seq);
  return chosen.sort((a, b) => a.seq - b.seq).at(-1)?.data.profile ?? null;
}

/** What the consultation was opened as; null where that is not told. */
export function openingOf(entries: readonly Told[]) {
  const [opened] = factsOf(
    entries,
    'plenary/consultation.ConsultationOpened',
    consultation.events.plenary.ConsultationOpened,
  );
  return opened?.data ?? null;
}

/** A version of an item, as an entry has put it on the board. */
export type ToldVersion = Snapshot & { itemId: ItemId };

// A long text is read once, however many decisions ask for it.
const versionsOfEntry = new WeakMap<Told, readonly ToldVersion[]>();

/** Which versions of which items an entry puts on the board. */
export function versionsIn(entry: Told): readonly ToldVersion[] {
  const known = versionsOfEntry.get(entry) ?? readVersions(entry);
  versionsOfEntry.set(entry, known);
  return known;
}

function readVersions(entry: Told): ToldVersion[] {
  const { ItemTabled, ItemSplit, ItemAmended, ItemReconsidered } = board.events.plenary;
  const tabled = safeParse(ItemTabled, entry.data);
  if (tabled.success) {
    const { itemId, snapshot } = tabled.data;
    return [{ itemId, ...snapshot, draft: withSigns(snapshot.draft) }];
  }
  for (const event of [ItemAmended, ItemReconsidered]) {
    const made = safeParse(event, entry.data);
    if (made.success) return [{ itemId: made.data.itemId, ...made.data.snapshot }];
  }
  const split = safeParse(ItemSplit, entry.data);
  return split.success ? split.data.parts.map(({ itemId, snapshot }) => ({ itemId, ...snapshot })) : [];
}

/** The versions of an item that are disclosed and stood on the board before an entry, oldest first. */
export function versionsBefore(entries: readonly Told[], itemId: ItemId, seq: number): ToldVersion[] {
  return versionEntries(entries)
    .filter((entry) => entry.seq < seq)
    .flatMap(versionsIn)
    .filter((each) => each.itemId === itemId);
}

/** The entries that put versions on the board. */
export function versionEntries(entries: readonly Told[]): Told[] {
  return versionKinds.flatMap((kind) => entriesOfKind(entries, kind)).sort((a, b) => a.seq - b.seq);
}

function titlesIn(entries: readonly Told[]): Map<string, string> {
  return new Map(
    versionEntries(entries).flatMap((entry) =>
      versionsIn(entry).map(({ itemId, version, title }): [string, string] => [`${itemId} ${version}`, title]),
    ),
  );
}
