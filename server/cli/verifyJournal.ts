import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { defaultDataDir } from '../config.ts';
import { CannotStart } from '../ports/cannotStart.ts';
import type { JournalExportEntry } from '../ports/journal.ts';
import { type Damage, fromExport, toHex, type Verdict, verify } from '../storage/hashChain.ts';
import { readChains } from '../storage/sqlite/readChains.ts';

const help = `rapporteur verify-journal [--data-dir DIR | --file ARCHIVE.json] [--head HASH] [--json]

Checks the chain of hashes of every consultation in a data directory, also while a server is running, or of an
exported archive, and names the first entry that is not as it was written.

  --data-dir DIR  the data directory (default ./data; or RAPPORTEUR_DATA_DIR)
  --file FILE     an exported JSON archive instead
  --head HASH     a last link that was written down before; it must still stand in a journal
  --json          print one JSON line instead of sentences

Ends with 0 when everything is intact, 1 when something was altered, 2 when it could not be read.
`;

const damages: Record<Damage, string> = {
  missing: 'is missing or not in its place',
  payload: 'does not say what it said when it was written',
  link: 'does not fit onto the entry before it',
  position: 'does not continue the count of its scope',
  unreadable: 'cannot be read',
};

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

const ExportEntry = z.strictObject({
  consultationId: z.string(),
  seq: z.int(),
  scope: z.string(),
  pos: z.int(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  at: z.int(),
  by: z.string().nullable(),
  commandId: z.string(),
  salt: hex(16).nullable(),
  hash: hex(32),
  link: hex(32),
});
const ids = z.object({ consultationId: z.string() });

/** One consultation's verdict, and whether the expected last link was met on the way. */
type Report = { consultationId: string; hasHead: boolean } & Verdict;

interface Source {
  chains: Iterable<{ consultationId: string; entries: Iterable<ReturnType<typeof fromExport> | null> }>;
  damage(): string | null;
  close(): void;
}

/** Checks the journals of a data directory or of an archive; gives the exit code. */
export async function verifyJournal(
  argv: readonly string[],
  print: (text: string) => void = (text) => process.stdout.write(text),
): Promise<number> {
  try {
    const options = readOptions(argv);
    if (options.help) {
      print(help);
      return 0;
    }
    const source = options.file
      ? readArchive(options.file)
      : readChains(options['data-dir'] ?? defaultDataDir(process.env));
    return check(source, options.head ?? null, options.json === true, print);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    print(argv.includes('--json') ? `${JSON.stringify({ ok: false, code: error.code })}\n` : `${error.message}\n`);
    return 2;
  }
}

function readOptions(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const options = { 'data-dir': text, file: text, head: text, json: flag, help: flag };
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new CannotStart('config.invalid', `${reason}. See rapporteur verify-journal --help.`, { cause: error });
  }
}

function check(source: Source, expectedHead: string | null, isJson: boolean, print: (text: string) => void): number {
  const start = performance.now();
  const reports: Report[] = [];
  for (const { consultationId, entries } of source.chains) {
    let hasHead = false;
    const watched = watch(entries, (link) => {
      if (link === expectedHead) hasHead = true;
    });
    const verdict = verify(consultationId, watched);
    reports.push({ consultationId, hasHead, ...verdict });
  }
  const seconds = Math.max((performance.now() - start) / 1000, 1e-6);
  const damage = source.damage();
  source.close();
  const isHeadMissing = expectedHead !== null && !reports.some(({ hasHead }) => hasHead);
  const ok = reports.every((report) => report.ok) && damage === null && !isHeadMissing;
  const entries = reports.reduce((sum, report) => sum + report.entries, 0);
  const perSecond = Math.round(entries / seconds);
  if (isJson) {
    const consultations = reports.map(({ hasHead: _, ...report }) => report);
    print(`${JSON.stringify({ ok, entries, perSecond, consultations, damage, isHeadMissing })}\n`);
  } else {
    for (const report of reports) print(sentenceOf(report));
    if (damage !== null) print(`The database file is damaged: ${damage}.\n`);
    if (isHeadMissing) print(`No journal contains the link ${expectedHead}: something was cut off at an end.\n`);
    print(`${entries} entries in ${seconds.toFixed(3)} s (${perSecond} entries/s).\n`);
  }
  return ok ? 0 : 1;
}

function* watch<T extends { link: Uint8Array } | null>(
  entries: Iterable<T>,
  see: (link: string) => void,
): Generator<T> {
  for (const entry of entries) {
    if (entry) see(toHex(entry.link));
    yield entry;
  }
}

function sentenceOf(report: Report): string {
  const { consultationId, entries } = report;
  if (!report.ok)
    return `Consultation ${consultationId}: entry ${report.firstBad} ${damages[report.damage]}; the ${entries} before it are intact.\n`;
  const withheld = report.withheld > 0 ? `, the payloads of ${report.withheld} withheld` : '';
  return `Consultation ${consultationId}: ${entries} entries, all intact${withheld}. Last link ${report.head}\n`;
}

function readArchive(file: string): Source {
  const chains = new Map<string, (JournalExportEntry | null)[]>();
  let consultationId = '';
  for (const item of journalOf(file)) {
    consultationId = ids.safeParse(item).data?.consultationId ?? consultationId;
    const entries = chains.get(consultationId) ?? [];
    chains.set(consultationId, entries);
    entries.push(ExportEntry.safeParse(item).data ?? null);
  }
  return {
    chains: [...chains].map(([id, entries]) => ({
      consultationId: id,
      entries: entries.map((entry) => (entry ? fromExport(entry) : null)),
    })),
    damage: () => null,
    close: () => undefined,
  };
}

function journalOf(file: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason =
      error instanceof SyntaxError ? 'it is not JSON' : error instanceof Error ? error.message : String(error);
    throw new CannotStart('archive.unreadable', `Cannot read ${file}: ${reason}.`, { cause: error });
  }
  const archive = z.union([z.array(z.unknown()), z.object({ journal: z.array(z.unknown()) })]).safeParse(content);
  if (archive.success) return Array.isArray(archive.data) ? archive.data : archive.data.journal;
  throw new CannotStart('archive.no-journal', `${file} contains no journal: it is not an archive of a consultation.`);
}
