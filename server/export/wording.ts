import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instrumentOrBody } from '@shared/data/instruments.ts';
import { sdgText } from '@shared/data/sdg.ts';
import { type LoadSdgTexts, type SdgTexts, sdgTextsIn } from '@shared/data/sdgTexts.ts';
import { loadStateNames, stateName } from '@shared/data/stateNames.ts';
import type { ActorRef } from '@shared/domain/itemFields.ts';
import type { RecordOutline } from '@shared/domain/record/shape.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { createFormat, type Format } from '@shared/i18n/format.ts';
import { dirOf, intlLocaleOf, type Language, type Translate } from '@shared/i18n/translate.ts';

/** Whatever a document says in its own words: sentences of the catalogue, names, dates and lists of one language. */
export interface Wording {
  language: Language;
  isRtl: boolean;
  t: Translate;
  format: Format;
  /** A delegation's name: a state's from the table of the language, another's as it was accredited. */
  delegation(id: string): string;
  /** A panelist's name as the programme prints it, or null. */
  panelist(participantId: string): string | null;
  actor(ref: ActorRef): string;
  /** The words of a goal, target or indicator of Agenda 2030; empty for another code. */
  agenda(code: string): string;
  /** 19–20 June 2017, from two days as YYYY-MM-DD. */
  days(from: string, to: string): string;
  day(day: string): string;
  /** An instant to the minute, in Universal Time. */
  instant(at: number): string;
  /** A list in one line; names may have commas of their own in them. */
  join(parts: readonly string[]): string;
}

/** Gathers the words of a language for one outline; `names` are those of the people whom a document may name. */
export async function wordingOf(
  language: Language,
  outline: Pick<RecordOutline, 'delegations'>,
  names: ReadonlyMap<string, string>,
): Promise<Wording> {
  await loadStateNames(language);
  const words = { language, texts: await sdgTextsIn([language], readSdgTexts) };
  const format = createFormat(language);
  const locale = intlLocaleOf(language);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone: 'UTC' },
  });
  const delegation = (id: string) => {
    const found = outline.delegations[id];
    if (!found) return id;
    return found.name ?? (found.code === null ? id : stateName(found.code, language));
  };
  return {
    language,
    isRtl: dirOf(language) === 'rtl',
    t: translatorOf(language),
    format,
    delegation,
    panelist: (participantId) => names.get(participantId) || null,
    actor(ref) {
      if (ref.kind === 'delegation') return delegation(ref.id);
      return ref.kind === 'body' ? (instrumentOrBody(ref.id)?.name ?? ref.id) : ref.text;
    },
    agenda: (code) => sdgText(words, code) ?? '',
    days: (from, to) => (from === to ? days.format(new Date(from)) : days.formatRange(new Date(from), new Date(to))),
    day: (day) => days.format(new Date(day)),
    instant: (at) => instants.format(at),
    join: (parts) => parts.join(listComma(language)),
  };
}

/** The words of Agenda 2030 in a language, from their file; a page downloads them instead. */
const readSdgTexts: LoadSdgTexts = async (language) => {
  const file = join(packageRoot(), 'shared', 'data', 'sdgTexts', `${language}.json`);
  return JSON.parse(await readFile(file, 'utf8')) as SdgTexts;
};

const translators = new Map<Language, Translate>();

function translatorOf(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const translator = loadTranslator(packageRoot(), language);
  translators.set(language, translator);
  return translator;
}

/** The folder of the package, from a source file as from a bundle. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'shared', 'i18n'))) {
    if (dirname(folder) === folder) throw new Error('the catalogues are not beside the program');
    folder = dirname(folder);
  }
  return folder;
}

function listComma(language: Language): string {
  return language === 'ar' ? '، ' : language === 'zh' ? '、' : ', ';
}
