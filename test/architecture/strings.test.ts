import { fileURLToPath } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { messageFiles, readMessages } from '@shared/i18n/catalogueFiles.ts';
import { intlLocaleOf, type Language, languages } from '@shared/i18n/translate.ts';
import { describe, expect, test } from 'vitest';
import { codeStrings, sourceFiles, stringsOf } from '../support/codeStrings.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const english = readMessages(root, 'en');
const code = ['client', 'server', 'shared'].flatMap((folder) =>
  sourceFiles(root, folder).map((file) => ({ file, ...codeStrings(root, file) })),
);

/** Beginnings of keys that are put together outside a call of t(), each with the place that does it. */
const builtElsewhere: readonly string[] = [];

const patterns = code.flatMap((file) => [...file.patterns.values()]);
// Any refusal may be shown, but only a code that the program knows deserves a sentence.
const isUsed = (id: string) =>
  id.startsWith('refusal.')
    ? literals.has(id.slice('refusal.'.length)) || literals.has(id)
    : literals.has(id) || patterns.some((pattern) => pattern.test(id));
const literals = new Set(code.flatMap((file) => [...file.literals, ...file.asked]));

describe('the scan itself', () => {
  const found = stringsOf(
    `const a = <Message id="room.all" values={{}} />; refuse(late ? 'vote.late' : 'vote.early');
     const b = <p title="Hello">Hi {t(open ? 'room.open' : 'room.shut')} {'there'} {t(\`room.\${state}.now\`)}</p>;
     const c = <Clock label={t('room.clock')} name="kenya" size="wall" />;`,
    'a.tsx',
  );
  test('finds the messages asked for and the refusals given', () => {
    expect([...found.asked].sort()).toEqual(['room.all', 'room.clock', 'room.open', 'room.shut']);
    expect([...found.patterns.values()].map((pattern) => pattern.test('room.open.now'))).toEqual([true]);
    expect([...found.refusals]).toEqual(['vote.late', 'vote.early']);
  });
  test('finds text in the markup and only that', () => {
    expect(found.texts).toEqual(['a.tsx:2: title="Hello"', 'a.tsx:2: Hi', 'a.tsx:2: there']);
  });
});

describe('the code and the English catalogue', () => {
  test('every message asked for exists', () => {
    const missing = code.flatMap(({ file, asked }) =>
      [...asked].filter((id) => !(id in english)).map((id) => `${file}: ${id}`),
    );
    expect(missing).toEqual([]);
  });

  test('every pattern of messages begins with words and finds some', () => {
    const idle = code.flatMap(({ file, patterns: own }) =>
      [...own.values()]
        .filter((pattern) => !/^\^[a-z]/.test(pattern.source) || !Object.keys(english).some((id) => pattern.test(id)))
        .map((pattern) => `${file}: ${pattern.source}`),
    );
    expect(idle).toEqual([]);
  });

  test('no message is left that nobody asks for', () => {
    const unused = Object.keys(english).filter(
      (id) => !isUsed(id) && !builtElsewhere.some((beginning) => id.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  test('every refusal has its sentence', () => {
    const silent = code.flatMap(({ file, refusals }) =>
      [...refusals].filter((refusal) => !(`refusal.${refusal}` in english)).map((refusal) => `${file}: ${refusal}`),
    );
    expect(silent).toEqual([]);
  });

  test('keys begin with the name of their file', () => {
    const files = messageFiles(root, 'en').map((file) => file.replace(/json$/, ''));
    expect(Object.keys(english).filter((id) => !files.some((file) => id.startsWith(file)))).toEqual([]);
  });

  test('no text stands in the markup', () => {
    expect(code.flatMap(({ texts }) => texts)).toEqual([]);
  });
});

describe.each(languages)('%s', (language) => {
  const messages = readMessages(root, language);

  test('says every message and no other', () => {
    expect(messageFiles(root, language).length, 'a folder with messages').toBeGreaterThan(0);
    expect(Object.keys(english).filter((id) => !(id in messages))).toEqual([]);
    expect(Object.keys(messages).filter((id) => !(id in english))).toEqual([]);
  });

  test('fills the same places as English', () => {
    const other = Object.entries(messages)
      .filter(([id, message]) => english[id] !== undefined && places(message) !== places(english[id]))
      .map(([id, message]) => `${id}: ${places(message)}, in English ${places(english[id] ?? '')}`);
    expect(other).toEqual([]);
  });

  test('has the plurals that whole numbers need', () => {
    const wrong = Object.entries(messages).flatMap(([id, message]) =>
      pluralsOf(compileMessageOrThrow(message)).flatMap((forms) => {
        const missing = formsNeeded(language).filter((form) => !forms.includes(form));
        const unknown = forms.filter((form) => !/^\d+$/.test(form) && !formsKnown(language).includes(form));
        return [...missing.map((form) => `${id}: lacks ${form}`), ...unknown.map((form) => `${id}: ${form}?`)];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

type Tokens = ReturnType<typeof compileMessageOrThrow>;

function inner(format: unknown): [string, Tokens][] {
  if (typeof format !== 'object' || format === null) return [];
  return Object.entries(format).filter((entry): entry is [string, Tokens] => Array.isArray(entry[1]));
}

/** The arguments of a message with their kinds: "n plural, name". */
function places(message: string): string {
  const found = new Set<string>();
  const collect = (tokens: Tokens) => {
    for (const token of tokens) {
      if (typeof token === 'string') continue;
      const [name, kind, format] = token;
      found.add(kind ? `${name} ${kind}` : name);
      for (const [, branch] of inner(format)) collect(branch);
    }
  };
  collect(compileMessageOrThrow(message));
  return [...found].sort().join(', ');
}

function pluralsOf(tokens: Tokens): string[][] {
  return tokens.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [, kind, format] = token;
    const branches = inner(format);
    const nested = branches.flatMap(([, branch]) => pluralsOf(branch));
    return kind === 'plural' ? [branches.map(([form]) => form), ...nested] : nested;
  });
}

function formsKnown(language: Language): string[] {
  return new Intl.PluralRules(intlLocaleOf(language)).resolvedOptions().pluralCategories;
}

// What a count up to a thousand can ask for; the form for fractions or millions may fall to "other".
function formsNeeded(language: Language): string[] {
  const rules = new Intl.PluralRules(intlLocaleOf(language));
  return [...new Set([...Array.from({ length: 1001 }, (_, n) => rules.select(n)), 'other'])];
}
