/** The votes on what belongs to an item, and the entries that tell what became of it. */
import type { Subject } from '@shared/domain/motion.ts';
import { vote } from '@shared/domain/vote.ts';
import type { Problem } from './checkers.ts';
import { entriesOfKind, factsOf, type Journal } from './journal.ts';
import { declaredIn } from './votePieces.ts';

const { plenary } = vote.events;

/** A vote on such a subject, as far as it came. */
export interface Held {
  voteId: string;
  subject: Subject;
  isIndicative: boolean;
  openedIn: number;
  /** What it has decided, and by which entry; null while it runs, without a quorum, and while a tie may be voted on again. */
  decided: { seq: number; isCarried: boolean; isLapsed: boolean } | null;
}

/** Something that was told of an amendment or a division. */
export interface Step<N extends string> {
  name: N;
  seq: number;
  data: Readonly<Record<string, unknown>>;
}

/** The votes on a subject in order; a withdrawn one was none. */
export function heldOn({ entries }: Journal, isOn: (subject: Subject) => boolean): Held[] {
  const withdrawn = idsIn(entries, 'VoteWithdrawn');
  return factsOf(entries, 'plenary/vote.VoteOpened', plenary.VoteOpened).flatMap(({ seq, data }): Held[] => {
    const { voteId, subject = { kind: 'item' as const }, isIndicative } = data;
    if (!isOn(subject) || withdrawn.has(voteId)) return [];
    return [{ voteId, subject, isIndicative, openedIn: seq, decided: decidedBy(entries, voteId) }];
  });
}

function decidedBy(entries: Journal['entries'], voteId: string): Held['decided'] {
  const declared = declaredIn(entries).find(({ data }) => data.voteId === voteId);
  const result = declared?.data.outcome.result;
  if (declared && (result === 'carried' || result === 'not-carried'))
    return { seq: declared.seq, isCarried: result === 'carried', isLapsed: false };
  const lapsed = idsIn(entries, 'TieLapsed').get(voteId);
  return result === 'tied' && lapsed !== undefined ? { seq: lapsed, isCarried: false, isLapsed: true } : null;
}

function idsIn(entries: Journal['entries'], name: 'VoteWithdrawn' | 'TieLapsed'): Map<string, number> {
  const facts = factsOf(entries, `plenary/vote.${name}`, plenary[name]);
  return new Map(facts.map(({ seq, data }) => [data.voteId, seq]));
}

/** What was told of one amendment or division, in order. */
export function stepsOf<N extends string>(
  { entries }: Journal,
  slice: 'amendment' | 'division',
  names: readonly N[],
  id: string,
): Step<N>[] {
  return names
    .flatMap((name) => entriesOfKind(entries, `plenary/${slice}.${name}`).map((entry) => ({ name, entry })))
    .flatMap(({ name, entry: { seq, data } }) => (data?.[`${slice}Id`] === id ? [{ name, seq, data }] : []))
    .sort((a, b) => a.seq - b.seq);
}

/** Votes of which it was never told what they have decided; a lapse that came too late for its subject tells nothing. */
export function untold<N extends string>(
  held: readonly Held[],
  steps: readonly Step<N>[],
  isTold: (step: Step<N>, vote: Held) => boolean,
  isOver: (seq: number) => boolean = () => false,
): Problem[] {
  return held.flatMap((each): Problem[] => {
    const { decided } = each;
    if (!decided || (decided.isLapsed && isOver(decided.seq))) return [];
    if (steps.some((step) => step.seq > decided.seq && isTold(step, each))) return [];
    const came = decided.isCarried ? 'carried' : 'lost';
    return [{ seq: decided.seq, says: `has ${came} it, and that was never told of it` }];
  });
}
