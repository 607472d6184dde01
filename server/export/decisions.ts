/**
 * The decisions of a consultation, made to be checked without us: the whole chain of hashes with the payloads of what the
 * decisions are made of, and of nothing else; before it, the same in lists that one can read. The last line but one is the
 * SHA-256 of all lines before it.
 */
import { createHash } from 'node:crypto';
import { profileOfDecision } from '@shared/domain/ruleProfile.ts';
import type { JournalExportEntry, JournalHead } from '../ports/journal.ts';
import { canonicalJson, withholdPayload } from '../storage/hashChain.ts';
import { type Checked, checkAll, disclosed, isRead } from '../verify/checkers.ts';
import { delegationsAt, journalOf, openingOf, type Told } from '../verify/journal.ts';

interface DecisionsRequest {
  consultationId: string;
  entries: Iterable<JournalExportEntry>;
  head: JournalHead;
  /** The English names of states, by code. */
  stateNames: Readonly<Record<string, string>>;
}

/** A line of the file and what it is about, for whoever has to say where a file differs. */
export interface Line {
  text: string;
  /** "the line of Kenya", "entry 41". */
  about: string;
  /** The entry that stands in it, if one does. */
  seq?: number;
  /** It repeats a table of the program, which another version may have otherwise. */
  isTable?: true;
}

/** The decisions file, in one spelling: the same consultation gives the same bytes (AUD-3). */
export function decisionsJson(request: DecisionsRequest): Uint8Array {
  const lines = decisionsLines(request);
  return new TextEncoder().encode(`${lines.map(({ text }) => text).join('\n')}\n`);
}

/** The decisions file as lines. */
export function decisionsLines({ consultationId, entries, head, stateNames }: DecisionsRequest): Line[] {
  const all = [...entries];
  const told = all.filter(isRead);
  const journal = journalOf(told, stateNames);
  const decisions = checkAll(journal);
  const open = disclosed(told, decisions);
  const { title = '', symbol = '' } = openingOf(told) ?? {};
  const lines: Line[] = [
    { text: '{', about: 'the first line' },
    {
      text: `"consultation":${canonicalJson({ id: consultationId, symbol, title })},`,
      about: 'the line of the consultation',
    },
    ...list(
      'decisions',
      decisions.map(({ name, outline }) => ({ text: canonicalJson(outline), about: `the summary of “${name}”` })),
    ),
    ...list('delegations', delegationLines(told, journal.nameOf)),
    { text: '"format":"rapporteur-decisions",', about: 'the line of the format' },
    { text: `"head":${canonicalJson({ link: head.link, seq: head.seq })},`, about: 'the line of the last link' },
    ...list(
      'journal',
      all.map((entry) => ({
        text: canonicalJson(open.has(entry.seq) ? entry : withholdPayload(entry)),
        about: `entry ${entry.seq}`,
        seq: entry.seq,
      })),
    ),
    ...list('profiles', profileLines(decisions)),
    { text: '"version":1,', about: 'the line of the version' },
  ];
  return [
    ...lines,
    { text: `"sha256":"${checksumOf(lines.map(({ text }) => text))}"`, about: 'the checksum' },
    { text: '}', about: 'the last line' },
  ];
}

/** The SHA-256 of lines, each with its end. */
export function checksumOf(lines: readonly string[]): string {
  return createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
}

function list(key: string, lines: readonly Line[]): Line[] {
  return [
    { text: `"${key}":[`, about: `the head of the ${key}` },
    ...lines.map((line, at) => ({ ...line, text: at < lines.length - 1 ? `${line.text},` : line.text })),
    { text: '],', about: `the end of the ${key}` },
  ];
}

function delegationLines(told: readonly Told[], nameOf: (id: string) => string): Line[] {
  return delegationsAt(told, Number.POSITIVE_INFINITY).map(({ id, code, kind, regionalGroup }) => ({
    text: canonicalJson({ id, code, kind, name: nameOf(id), regionalGroup }),
    about: `the line of ${nameOf(id)}`,
    isTable: true,
  }));
}

/** The rule profiles that decisions were taken under, as far as this program still knows that version. */
function profileLines(decisions: readonly Checked[]): Line[] {
  const used = new Map(
    decisions.flatMap(({ profile }) => (profile ? [[`${profile.id} ${profile.version}`, profile]] : [])),
  );
  return [...used.values()].map(({ id, version }) => {
    const known = profileOfDecision(id, version);
    return {
      text: canonicalJson(known ?? { id, version }),
      about: `the line of the rule profile ${id}, version ${version}`,
      isTable: true,
    };
  });
}
