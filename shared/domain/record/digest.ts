/**
 * What a consultation says, freed of what is accident: instants, and ids that chance has made. Two runs of one seeded
 * rehearsal say the same, byte for byte. Nothing sealed is in it, nor who did what in a room under the Chatham House Rule: from
 * a digest of few ballots, or of few people, one could try out what or who they were.
 */
import type { Authorship, Writers } from '../authorship.ts';
import type { Delegations } from '../delegation.ts';
import type { DraftText } from '../draftText.ts';
import { must } from '../kernel/must.ts';
import { isUnattributed } from '../room.ts';
import type { ConsultationState, WithinRoom } from '../state.ts';

/** The canonical content of a consultation as JSON; its SHA-256 is the state digest. */
export function stateDigest(state: ConsultationState): string {
  const names = namesOf(state);
  const { plenary, bureau } = state;
  const nobody = new Map([...names, ...everybody(plenary.delegation).map((id): [string, string] => [id, 'somebody'])]);
  const rooms = Object.entries(state.room)
    .map(([id, within]): [string, unknown] => {
      const isNobodys = isUnattributed(plenary.room, `room:${id}`);
      return [names.get(id) ?? id, canonical(within, isNobodys ? nobody : names)];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // Who broke silence is the bureau's alone, and could be tried out from a digest as well.
  const { silence: _, ...told } = bureau;
  return JSON.stringify([canonical({ plenary, bureau: told }, names), rooms]);
}

const everybody = ({ byId, participants }: Delegations) => [...Object.keys(byId), ...Object.keys(participants)];

// Sets that are kept as lists in the order of arrival, which is an accident of the network.
const unordered = new Set(['received', 'hands', 'called', 'confirmedBy', 'sponsors', 'entered', 'coSponsors']);

/** Instants; and the hash of a text in which delegations are named by ids that chance has made. */
function isClock(key: string): boolean {
  return key === 'at' || key === 'clock' || key === 'textHash' || /[a-z]At$/.test(key);
}

/** Where a bracket was put, in the spelling of the text that it was put in. */
function isAnchored(key: string, value: unknown): boolean {
  return key === 'place' && typeof value === 'object' && value !== null && 'from' in value;
}

/** The value with ids renamed, keys sorted and instants left out. */
function canonical(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => canonical(each, names));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, each]) => each !== undefined && !isClock(key) && !isAnchored(key, each))
    .map(([key, each]): [string, unknown] => {
      const content = canonical(withoutNames(key, each), names);
      return [names.get(key) ?? key, unordered.has(key) && Array.isArray(content) ? content.sort() : content];
    })
    // By content where two have one name, since their order would be that of their coming.
    .sort(([a, one], [b, other]) => ((a === b ? JSON.stringify(one) < JSON.stringify(other) : a < b) ? -1 : 1));
  // A list of pairs, since an object would put keys that look like numbers first.
  return entries;
}

/** What is told of paragraphs without their names, which chance gave. */
function withoutNames(key: string, value: unknown): unknown {
  if (key === 'draft') return nameless(value as DraftText);
  if (key === 'writers') return together(value as Writers);
  if (key !== 'authorship') return value;
  return Object.fromEntries(Object.entries(value as Authorship).map(([id, writers]) => [id, together(writers)]));
}

/** A draft's brackets have names of their own. */
function nameless({ blocks, ...draft }: DraftText): unknown {
  return { ...draft, blocks: blocks.map(({ id: _, ...block }) => block) };
}

/** Who wrote in each paragraph, whichever was first. */
function together(writers: Writers): unknown {
  const lists = Object.values(writers).map((each) => each.map((writer) => JSON.stringify(writer)).sort());
  return lists.sort((one, other) => (`${one}` < `${other}` ? -1 : 1)).map((each) => each.map((one) => JSON.parse(one)));
}

/** Each id by what it stands for: a place in an order that the content itself gives. */
function namesOf({ plenary, bureau, room }: ConsultationState): Map<string, string> {
  const names = new Map<string, string>();
  nameDelegations(plenary.delegation, names);
  for (const [at, id] of plenary.panel.order.entries()) names.set(id, `panel ${at + 1}`);
  for (const [at, { id }] of plenary.brief.paragraphs.entries()) names.set(id, `paragraph ${at + 1}`);
  for (const id of plenary.seating.order) {
    const round = must(plenary.seating.byId[id], 'round');
    names.set(id, `${names.get(round.panelId)}, round ${round.number}`);
  }
  for (const { id, roundId, number } of Object.values(plenary.room.byId))
    names.set(id, `${names.get(roundId)}, room ${number}`);
  for (const { roundId, panelId } of Object.values(bureau.seating))
    names.set(roundId, `${names.get(panelId)}, proposed`);
  for (const [roomId, within] of Object.entries(room)) nameWithin(within, names.get(roomId) ?? '', names);
  for (const [itemId, comments] of Object.entries(plenary.comment.byItem))
    for (const [at, { id }] of comments.entries()) names.set(id, `${names.get(itemId)}, comment ${at + 1}`);
  for (const [at, { id }] of plenary.term.disagreements.entries()) names.set(id, `disagreement ${at + 1}`);
  for (const [itemId, amendments] of Object.entries(plenary.amendment.order))
    for (const id of amendments)
      names.set(id, `${names.get(itemId)}, amendment ${must(plenary.amendment.byId[id], 'amendment').number}`);
  for (const [at, id] of plenary.division.order.entries()) names.set(id, `division ${at + 1}`);
  for (const [at, id] of plenary.vote.order.entries()) names.set(id, `vote ${at + 1}`);
  for (const [at, id] of plenary.silence.order.entries()) {
    names.set(id, `silence ${at + 1}`);
    for (const [of, remark] of (plenary.silence.byId[id]?.remarks ?? []).entries())
      names.set(remark.id, `silence ${at + 1}, remark ${of + 1}`);
  }
  for (const [at, id] of plenary.noObjection.order.entries()) names.set(id, `call ${at + 1}`);
  for (const [at, id] of plenary.explanation.order.entries()) names.set(id, `list ${at + 1}`);
  return names;
}

/** A room's drafts in their order, and the brackets of each in that of their opening. */
function nameWithin({ actionItem, bracket }: WithinRoom, room: string, names: Map<string, string>): void {
  for (const [at, id] of actionItem.order.entries()) names.set(id, `${room}, item ${at + 1}`);
  const counts = new Map<string, number>();
  for (const id of bracket.order) {
    const { itemId } = must(bracket.byId[id], 'bracket');
    const count = (counts.get(itemId) ?? 0) + 1;
    counts.set(itemId, count);
    names.set(id, `${names.get(itemId)}, bracket ${count}`);
  }
}

/** States by their codes, others by their names, people by their place in their delegation. */
function nameDelegations({ byId, participants }: Delegations, names: Map<string, string>): void {
  for (const { id, code, name } of Object.values(byId)) names.set(id, code ?? name ?? '');
  const seats = new Map<string, number>();
  for (const { id, delegationId, role } of Object.values(participants)) {
    const group = delegationId === null ? role : (names.get(delegationId) ?? '');
    const seat = (seats.get(group) ?? 0) + 1;
    seats.set(group, seat);
    names.set(id, `${group} (${seat})`);
  }
}
