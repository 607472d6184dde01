/** Checks one consultation's chain and recomputes its decisions, and says in sentences what was found. */
import { type ChainedEntry, type Damage, toHex, type Verdict, verify } from '../storage/hashChain.ts';
import { type Checked, checkAll, isRead, type Problem, strays } from './checkers.ts';
import { journalOf, type Told } from './journal.ts';
import { counted } from './words.ts';

const damages: Record<Damage, string> = {
  missing: 'is missing or not in its place',
  payload: 'does not say what it said when it was written',
  link: 'does not fit onto the entry before it',
  position: 'does not continue the count of its scope',
  unreadable: 'cannot be read',
};

/** A decision with everything that speaks against it; it stands where nothing does. */
export interface ReportedDecision extends Checked {
  stands: boolean;
}

export interface Report {
  consultationId: string;
  verdict: Verdict;
  /** Whether the expected last link was met on the way. */
  hasHead: boolean;
  decisions: ReportedDecision[];
  /** Entries of procedures that belong to no decision. */
  loose: Problem[];
}

/** Walks a chain once; what comes after a break is still recomputed, so that one sees what it would have meant. */
export function reportOf(
  consultationId: string,
  entries: Iterable<ChainedEntry | null>,
  { head, stateNames }: { head: string | null; stateNames: Readonly<Record<string, string>> },
): Report {
  const told: Told[] = [];
  let hasHead = false;
  const rest = entries[Symbol.iterator]();
  const take = () => {
    const next = rest.next();
    if (next.done !== true && next.value) {
      if (head !== null && toHex(next.value.link) === head) hasHead = true;
      if (isRead(next.value)) told.push(toldBy(next.value));
    }
    return next;
  };
  const verdict = verify(consultationId, { [Symbol.iterator]: () => ({ next: take }) });
  while (take().done !== true);
  const journal = journalOf(told, stateNames);
  const decisions = checkAll(journal).map((each) => judged(each, verdict));
  return { consultationId, verdict, hasHead, decisions, loose: strays(told, decisions) };
}

function toldBy({ seq, scope, type, at, by, commandId, payload }: ChainedEntry): Told {
  return { seq, scope, type, at, by, commandId, data: payload && (JSON.parse(payload.canonical) as Told['data']) };
}

/** An altered payload speaks against its own decision, a break in the chain against every decision that ends behind it. */
function judged(decision: Checked, verdict: Verdict): ReportedDecision {
  const problems = [...damageProblems(decision.seqs, verdict), ...decision.problems];
  return { ...decision, problems, stands: problems.length === 0 };
}

function damageProblems(seqs: readonly number[], verdict: Verdict): Problem[] {
  if (verdict.ok) return [];
  const own = verdict.altered.filter((seq) => seqs.includes(seq)).map((seq) => ({ seq, says: damages.payload }));
  const { brokenAt } = verdict;
  if (brokenAt === null || brokenAt > Math.max(...seqs)) return own;
  return [...own, { seq: brokenAt, says: 'breaks the chain, and what follows cannot be relied on' }];
}

export function isSound({ verdict, decisions, loose }: Report): boolean {
  return verdict.ok && loose.length === 0 && decisions.every(({ stands }) => stands);
}

/** The report in sentences, a line each. */
export function sentencesOf({ consultationId, verdict, decisions, loose }: Report): string[] {
  return [
    `Consultation ${consultationId}: ${verdict.ok ? intact(verdict) : broken(verdict, decisions)}`,
    ...decisions.map(sentenceOf),
    ...loose.map(({ seq, says }) => `Entry ${seq} ${says}.`),
    ...(decisions.length > 0 ? [summaryOf(decisions)] : []),
  ];
}

function intact({ entries, withheld, head }: Extract<Verdict, { ok: true }>): string {
  const not = withheld > 0 ? `, the payloads of ${withheld} withheld` : '';
  return `${entries} entries, all intact${not}. Last link ${head}`;
}

function broken({ firstBad, damage, entries }: Extract<Verdict, { ok: false }>, decisions: readonly Checked[]): string {
  return `entry ${firstBad}${partOf(firstBad, decisions)} ${damages[damage]}; the ${entries} before it are intact.`;
}

/** Which decision an entry is part of, or falls into, as far as that can be told. */
function partOf(seq: number, decisions: readonly Checked[]): string {
  const whole = decisions.find(({ seqs }) => seqs.includes(seq));
  if (whole) return ` (part of ${lower(whole.name)})`;
  const around = decisions.find(({ seqs }) => seq > Math.min(...seqs) && seq < Math.max(...seqs));
  return around ? ` (during ${lower(around.name)})` : ' (outside any decision)';
}

function sentenceOf({ name, says, problems, stands }: ReportedDecision): string {
  if (stands) return `${name}: ${says}`;
  const against = problems.map((each) => (each.seq === null ? each.says : `entry ${each.seq} ${each.says}`));
  return `${name}: DOES NOT STAND UP: ${against.join('; ')}.`;
}

function summaryOf(decisions: readonly ReportedDecision[]): string {
  const fallen = decisions.filter(({ stands }) => !stands).length;
  const all = `${counted(decisions.length, 'decision')} recomputed`;
  return fallen === 0 ? `${all}, each as it was declared.` : `${all}, ${fallen} of them not as declared.`;
}

function lower(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
