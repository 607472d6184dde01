/** Reads a decisions file line by line, so that a byte that is not as it was written spoils one line and not the file. */
import { checksumOf, decisionsLines, type Line } from '../export/decisions.ts';
import type { JournalExportEntry } from '../ports/journal.ts';
import { ExportEntry } from './archiveFile.ts';

/** Each of these alone says what the file is; one byte spoils one of them at most. */
const marks = [/^"decisions":\[$/m, /^"format":"rapporteur-decisions",$/m, /^"sha256":"/m];

/** Where the file differs from what its own entries make of it. */
export interface Difference {
  says: string;
  /** It differs from this program's tables only; the file is as it was written. */
  isNote: boolean;
}

export function isDecisionsFile(text: string): boolean {
  return marks.some((mark) => mark.test(text));
}

/** The entries in their lines; null where a line cannot be read. */
export function entriesOf(text: string): (JournalExportEntry | null)[] {
  const lines = text.split('\n');
  const isEntry = (line: string) => line.startsWith('{"at":');
  const head = lines.indexOf('"journal":[');
  const from = head < 0 ? lines.findIndex(isEntry) : head + 1;
  if (from < 0) return [];
  const last = lines.findLastIndex(isEntry);
  // The last line may be the one that cannot be read: the list goes on to its bracket.
  const end = lines.findIndex((line, at) => at > last && /^["}\]]/.test(line));
  return lines.slice(from, end < 0 ? last + 1 : end).map((line) => {
    try {
      return ExportEntry.safeParse(JSON.parse(line.replace(/,$/, ''))).data ?? null;
    } catch {
      return null;
    }
  });
}

/** Compares the file with the one that its entries make, and says which lines are not the same (AUD-6). */
export function differencesOf(
  bytes: Uint8Array,
  entries: readonly JournalExportEntry[],
  stateNames: Readonly<Record<string, string>>,
): Difference[] {
  const [consultationId, last] = [entries[0]?.consultationId ?? '', entries.at(-1)];
  const head = { seq: last?.seq ?? 0, link: last?.link ?? '' };
  const expected = decisionsLines({ consultationId, entries, head, stateNames });
  const text = textOf(bytes);
  const written = `${expected.map((line) => line.text).join('\n')}\n`;
  if (text === written)
    return Buffer.compare(bytes, Buffer.from(written)) === 0
      ? []
      : [{ says: 'The file has bytes that are no text.', isNote: false }];
  return unequal(text.split('\n'), expected);
}

/** A file as text, whatever its bytes are. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function unequal(lines: readonly string[], expected: readonly Line[]): Difference[] {
  // What follows the last line's end is empty.
  const all: readonly Line[] = [...expected, { text: '', about: 'the end of the file' }];
  if (lines.length !== all.length) return [lengthOf(lines, all)];
  const different = all.filter(({ text }, at) => text !== lines[at]);
  const checksum = all.length - 3;
  const isAsWritten = lines[checksum] === `"sha256":"${checksumOf(lines.slice(0, checksum))}"`;
  const isTold = different.length > 1;
  return (
    different
      // A checksum follows from the lines; where one of them differs it says nothing more.
      .filter((line) => !(isTold && line === all[checksum]))
      .map(({ about, isTable }) =>
        isTable && isAsWritten
          ? { says: `This program has ${about} otherwise; the file is as it was written.`, isNote: true }
          : { says: `In the file ${about} is not what its entries give.`, isNote: false },
      )
  );
}

function lengthOf(lines: readonly string[], expected: readonly Line[]): Difference {
  const at = expected.findIndex(({ text }, index) => text !== lines[index]);
  const about = expected[at]?.about ?? 'the end of the file';
  const says = `In the file ${about} is not what its entries give (line ${at < 0 ? expected.length : at + 1}).`;
  return { says, isNote: false };
}
