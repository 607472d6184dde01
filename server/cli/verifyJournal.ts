import { parseArgs } from 'node:util';
import { loadStateNames } from '@shared/data/stateNames.ts';
import { defaultDataDir } from '../config.ts';
import { CannotStart } from '../ports/cannotStart.ts';
import type { Difference } from '../verify/decisionsFile.ts';
import { isSound, type Report, reportOf, sentencesOf } from '../verify/report.ts';
import { directorySource, fileSource, type Source } from '../verify/sources.ts';

const help = `rapporteur verify-journal [--data-dir DIR | --file FILE.json] [--head HASH] [--json]

Checks the chain of hashes of every consultation in a data directory, also while a server is running, of an exported
archive, or of a decisions file; names the first entry that is not as it was written. Then recomputes every decision
from the ballots in the chain and compares it with what was declared. Needs no server and no network.

  --data-dir DIR  the data directory (default ./data; or RAPPORTEUR_DATA_DIR)
  --file FILE     an exported archive or decisions file instead
  --head HASH     a last link that was written down before; it must still stand in a journal
  --json          print one JSON line instead of sentences

Ends with 0 when everything is intact and as declared, 1 when something is not, 2 when it could not be read.
`;

/** Checks the journals of a data directory or of a file and recomputes their decisions; gives the exit code. */
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
      ? fileSource(options.file)
      : directorySource(options['data-dir'] ?? defaultDataDir(process.env));
    const found = check(source, options.head ?? null, await loadStateNames('en'));
    for (const line of options.json ? [asJson(found)] : asSentences(found)) print(`${line}\n`);
    return found.ok ? 0 : 1;
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

interface Found {
  ok: boolean;
  reports: Report[];
  differences: Difference[];
  damage: string | null;
  /** The link that was to be there, where no journal has it. */
  missingHead: string | null;
  entries: number;
  seconds: number;
}

function check(source: Source, head: string | null, stateNames: Readonly<Record<string, string>>): Found {
  const start = performance.now();
  const reports = [...source.chains].map(({ consultationId, entries }) =>
    reportOf(consultationId, entries, { head, stateNames }),
  );
  const isIntact = reports.every(({ verdict }) => verdict.ok);
  // Where an entry is not as it was written, what the entries give says nothing of the rest of the file.
  const differences = isIntact ? source.differences(stateNames) : [];
  const damage = source.damage();
  source.close();
  const missingHead = head !== null && !reports.some(({ hasHead }) => hasHead) ? head : null;
  return {
    ok: reports.every(isSound) && differences.every(({ isNote }) => isNote) && damage === null && missingHead === null,
    ...{ reports, differences, damage, missingHead },
    entries: reports.reduce((sum, { verdict }) => sum + verdict.entries, 0),
    seconds: Math.max((performance.now() - start) / 1000, 1e-6),
  };
}

function asJson({ ok, reports, differences, damage, missingHead, entries, seconds }: Found): string {
  const consultations = reports.map(({ consultationId, verdict, decisions, loose }) => ({
    ...{ consultationId, ...verdict },
    decisions: decisions.map(({ kind, id, name, stands, says, problems }) => ({
      kind,
      id,
      name,
      stands,
      says,
      problems,
    })),
    loose,
  }));
  const perSecond = Math.round(entries / seconds);
  return JSON.stringify({
    ok,
    entries,
    perSecond,
    consultations,
    differences,
    damage,
    isHeadMissing: missingHead !== null,
  });
}

function asSentences({ reports, differences, damage, missingHead, entries, seconds }: Found): string[] {
  return [
    ...reports.flatMap(sentencesOf),
    ...differences.map(({ says }) => says),
    ...(damage === null ? [] : [`The database file is damaged: ${damage}.`]),
    ...(missingHead === null ? [] : [`No journal contains the link ${missingHead}: something was cut off at an end.`]),
    `${entries} entries in ${seconds.toFixed(3)} s (${Math.round(entries / seconds)} entries/s).`,
  ];
}
