import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadStateNames } from '@shared/data/stateNames.ts';
import { evolve } from '@shared/domain/rulebook.ts';
import { type ConsultationState, emptyState } from '@shared/domain/state.ts';
import { readDraft } from '@shared/draft/draftDoc.ts';
import { isLanguage, type Language, languages } from '@shared/i18n/translate.ts';
import { defaultDataDir } from '../config.ts';
import { archiveJson } from '../export/archive.ts';
import { decisionsJson } from '../export/decisions.ts';
import { briefDocx, textsTxt } from '../export/exports.ts';
import { docOf } from '../gate/liveDraft.ts';
import { CannotStart } from '../ports/cannotStart.ts';
import { sqliteDraftStore } from '../storage/sqlite/draftStore.ts';
import { sqliteJournal } from '../storage/sqlite/journal.ts';
import { databaseFile } from '../storage/sqlite/open.ts';
import { sqlitePeople } from '../storage/sqlite/people.ts';
import { openToRead } from '../storage/sqlite/readChains.ts';

const help = `rapporteur export [--data-dir DIR] [--consultation ID] --format FORMAT [--lang LANG] [--out FILE]

Writes the issue brief as a Word document, or the complete archive as JSON, from a data directory: beside a running
server, or without one. Nothing in the data directory is changed.

  --data-dir DIR      the data directory (default ./data; or RAPPORTEUR_DATA_DIR)
  --consultation ID   which consultation; may be left out where there is only one
  --format FORMAT     docx: the issue brief; txt: the texts of all reported items, brackets with who stands how;
                      json: the archive, for the secretariat only; decisions: what is needed to recompute every
                      decision without a server (rapporteur verify-journal --file)
  --lang LANG         language of the brief or the texts: ${languages.join(', ')} (default en)
  --out FILE          where to write (default issue-brief-LANG.docx, texts-LANG.txt, archive.json, decisions.json)

Ends with 0 when the file is written, 1 when it could not be, 2 when the options were not understood.
`;

const formats = ['docx', 'txt', 'json', 'decisions'] as const;
type Format = (typeof formats)[number];

interface Options {
  dataDir: string;
  consultation: string | null;
  format: Format;
  language: Language;
  out: string;
}

/** `rapporteur export`: reads what is stored, folds it, and writes one document. */
export async function exportCommand(
  argv: readonly string[],
  print: (text: string) => void = (text) => process.stdout.write(text),
): Promise<number> {
  let options: Options | null;
  try {
    options = readOptions(argv);
  } catch (error) {
    print(`${error instanceof Error ? error.message : String(error)} See rapporteur export --help.\n`);
    return 2;
  }
  if (!options) {
    print(help);
    return 0;
  }
  try {
    const bytes = await documentOf(options);
    writeWhole(options.out, bytes);
    print(`${options.out}: ${bytes.byteLength} bytes\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    print(`${error.message}\n`);
    return 1;
  }
}

function readOptions(argv: readonly string[]): Options | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { 'data-dir': text, consultation: text, format: text, lang: text, out: text, help: { type: 'boolean' } },
  });
  if (values.help) return null;
  const { lang = 'en' } = values;
  const format = formats.find((each) => each === values.format);
  if (!format) throw new Error('--format must be docx, txt, json or decisions.');
  if (!isLanguage(lang)) throw new Error(`--lang must be one of ${languages.join(', ')}.`);
  return {
    dataDir: values['data-dir'] ?? defaultDataDir(process.env),
    consultation: values.consultation ?? null,
    format,
    language: lang,
    out: resolve(values.out ?? defaultName(format, lang)),
  };
}

function defaultName(format: Format, language: Language): string {
  if (format === 'json') return 'archive.json';
  if (format === 'decisions') return 'decisions.json';
  return format === 'docx' ? `issue-brief-${language}.docx` : `texts-${language}.txt`;
}

async function documentOf({ dataDir, consultation, format, language }: Options): Promise<Uint8Array> {
  const file = join(dataDir, databaseFile);
  if (!existsSync(file)) throw new CannotStart('storage.missing', `There is no ${databaseFile} in ${dataDir}.`);
  const database = openToRead(file);
  try {
    // One transaction: a running server goes on writing, this reads one moment.
    database.exec('BEGIN');
    const journal = sqliteJournal(database);
    const people = sqlitePeople(database);
    const consultationId = chosen(
      people.consultations().map(({ id }) => id),
      consultation,
    );
    if (format === 'decisions')
      return decisionsJson({
        consultationId,
        entries: journal.exported(consultationId),
        head: journal.head(consultationId),
        stateNames: await loadStateNames('en'),
      });
    const { state, lastEventAt } = folded(journal.entries(consultationId));
    const names = people.people(consultationId);
    if (state.plenary.consultation.phase === 'unopened' && format !== 'json')
      throw new CannotStart(
        'export.unopened',
        `Consultation ${consultationId} has not been opened: there is no record.`,
      );
    if (format === 'txt') return await textsTxt({ state, language });
    if (format === 'docx') return await briefDocx({ state, people: names, language, lastEventAt });
    const drafts = sqliteDraftStore(database);
    return archiveJson({
      consultationId,
      state,
      entries: journal.exported(consultationId),
      head: journal.head(consultationId),
      people: names,
      draftText: (itemId) => readDraft(docOf(drafts.load(consultationId, itemId)?.updates ?? [])),
    });
  } finally {
    // A connection lives on until its statements are collected; its hold on the moment must not.
    if (database.isTransaction) database.exec('ROLLBACK');
    database.close();
  }
}

function chosen(ids: readonly string[], wished: string | null): string {
  if (wished !== null) {
    if (ids.includes(wished)) return wished;
    throw new CannotStart(
      'export.unknown',
      `There is no consultation ${wished}. There is: ${ids.join(', ') || 'none'}.`,
    );
  }
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  if (only === undefined) throw new CannotStart('export.none', 'There is no consultation in this data directory.');
  throw new CannotStart(
    'export.several',
    `There are several consultations; name one with --consultation: ${ids.join(', ')}.`,
  );
}

/** The state that the journal's events make, and when the last one that everybody knows of happened. */
function folded(entries: Iterable<Parameters<typeof evolve>[1] & { at: number }>): {
  state: ConsultationState;
  lastEventAt: number;
} {
  const state = emptyState();
  let lastEventAt = 0;
  for (const entry of entries) {
    evolve(state, entry, entry.at);
    if (entry.scope === 'plenary') lastEventAt = entry.at;
  }
  return { state, lastEventAt };
}

/** Writes a file at once or not at all: what stood there stays until the new one is complete. */
function writeWhole(out: string, bytes: Uint8Array): void {
  const part = `${out}.part`;
  try {
    writeFileSync(part, bytes);
    renameSync(part, out);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotStart('export.not-written', `Cannot write ${out}: ${reason}.`, { cause: error });
  }
}
