/* Messages live as ICU text in shared/i18n/<language>/<feature>.json, flat. This file gathers and compiles them from disk:
   the server reads them at its start, the client's build turns each language into one lazy module. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { type Catalogue, createTranslator, type Language, type Translate } from './translate.ts';

/** The folder of a language below the root of the package. */
export function catalogueFolder(root: string, language: Language): string {
  return join(root, 'shared', 'i18n', language);
}

/** Which files of a language are wanted; all of them unless it says otherwise. */
export type FileChoice = (file: string) => boolean;

/** All messages of one language as written; a language without a folder has none. */
export function readMessages(
  root: string,
  language: Language,
  isWanted: FileChoice = () => true,
): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const file of messageFiles(root, language).filter(isWanted)) {
    const path = join(catalogueFolder(root, language), file);
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null) throw new Error(`${path} is not an object of messages`);
    for (const [id, message] of Object.entries(parsed)) {
      if (typeof message !== 'string') throw new Error(`${path}: "${id}" is not a text`);
      if (id in messages) throw new Error(`${path}: "${id}" is said twice`);
      messages[id] = message;
    }
  }
  return messages;
}

/** The names of a language's files, sorted, so that two builds are the same. */
export function messageFiles(root: string, language: Language): string[] {
  try {
    return readdirSync(catalogueFolder(root, language))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The compiled messages of a language, English where it has none yet; development marks those it borrowed. */
export function loadCatalogue(
  root: string,
  language: Language,
  options: { markBorrowed?: boolean; isWanted?: FileChoice } = {},
): Catalogue {
  const own = readMessages(root, language, options.isWanted);
  const english = language === 'en' ? own : readMessages(root, 'en', options.isWanted);
  const catalogue: Catalogue = {};
  for (const [id, message] of Object.entries({ ...english, ...own })) {
    const mark = options.markBorrowed && !(id in own) ? '[en] ' : '';
    try {
      catalogue[id] = compileMessageOrThrow(mark + message);
    } catch (error) {
      throw new Error(`${language}: "${id}" is not a valid message`, { cause: error });
    }
  }
  return catalogue;
}

/** The translator of a language with the messages that lie on disk. */
export function loadTranslator(root: string, language: Language): Translate {
  return createTranslator(language, loadCatalogue(root, language));
}
