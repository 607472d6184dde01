import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue, loadTranslator, readMessages } from '@shared/i18n/catalogueFiles.ts';
import { createFormat } from '@shared/i18n/format.ts';
import { createTranslator, dirOf, type Language, negotiateLanguage } from '@shared/i18n/translate.ts';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'catalogue-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
  vi.restoreAllMocks();
});

function write(language: Language, feature: string, messages: Record<string, unknown>): void {
  const folder = join(root, 'shared', 'i18n', language);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${feature}.json`), JSON.stringify(messages));
}

describe('a catalogue on disk', () => {
  test('gathers the files of a language and fills messages', () => {
    write('en', 'room', { 'room.drafts': '{n, plural, =0 {No drafts} one {# draft} other {# drafts}}' });
    write('en', 'vote', { 'vote.for': 'You vote for {name}' });
    const t = loadTranslator(root, 'en');
    expect([0, 1, 2000].map((n) => t('room.drafts', { n }))).toEqual(['No drafts', '1 draft', '2,000 drafts']);
    expect(t('vote.for', { name: 'Kenya' })).toBe('You vote for Kenya');
  });

  test('Arabic has its six plurals', () => {
    const forms = 'zero {ص} one {و} two {ن} few {ق} many {ك} other {غ}';
    write('ar', 'room', { 'room.drafts': `{n, plural, ${forms}}` });
    const t = loadTranslator(root, 'ar');
    expect([0, 1, 2, 5, 15, 100].map((n) => t('room.drafts', { n }))).toEqual(['ص', 'و', 'ن', 'ق', 'ك', 'غ']);
  });

  test('a message that a language lacks is borrowed from English, marked in development only', () => {
    write('en', 'room', { 'room.saved': 'Saved', 'room.lost': 'Lost' });
    write('fr', 'room', { 'room.saved': 'Enregistré' });
    const t = loadTranslator(root, 'fr');
    expect([t('room.saved'), t('room.lost')]).toEqual(['Enregistré', 'Lost']);
    const marked = createTranslator('fr', loadCatalogue(root, 'fr', { markBorrowed: true }));
    expect([marked('room.saved'), marked('room.lost')]).toEqual(['Enregistré', '[en] Lost']);
  });

  test('a message that nobody knows shows its key and is reported', () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(loadTranslator(root, 'en')('room.unknown')).toBe('room.unknown');
    expect(reported).toHaveBeenCalledWith('no message "room.unknown"');
  });

  test('a broken message, a key said twice and a value that is no text stop the build', () => {
    write('en', 'room', { 'room.broken': '{n, plural, one {#}' });
    expect(() => loadCatalogue(root, 'en')).toThrow('room.broken');
    write('en', 'room', { 'room.saved': 'Saved' });
    write('en', 'twice', { 'room.saved': 'Saved' });
    expect(() => readMessages(root, 'en')).toThrow('said twice');
    write('fr', 'room', { 'room.saved': 3 });
    expect(() => readMessages(root, 'fr')).toThrow('is not a text');
  });
});

test('the first of our languages that a person prefers is spoken', () => {
  expect(negotiateLanguage(['de-CH', 'fr-CH', 'en'])).toBe('fr');
  expect(negotiateLanguage(['zh-Hant-TW'])).toBe('zh');
  expect(negotiateLanguage(['de'])).toBe('en');
  expect(dirOf('ar')).toBe('rtl');
});

describe('formats', () => {
  const at = Date.UTC(2017, 5, 19, 14, 2, 7);

  test('dates and times are those of United Nations documents', () => {
    expect(createFormat('en').date(at)).toBe('19 June 2017');
    expect(createFormat('en').time(at, { seconds: true, timeZone: 'UTC' })).toBe('14:02:07');
    expect(createFormat('fr').date(at)).toBe('19 juin 2017');
    expect(createFormat('ar').number(1234)).toBe('1,234');
  });

  test('lists and distances read as sentences', () => {
    expect(createFormat('en').list(['Kenya', 'Nepal', 'Chile'])).toBe('Kenya, Nepal and Chile');
    expect(createFormat('en').relative(at - 3 * 60_000, at)).toBe('3 minutes ago');
    expect(createFormat('en').relative(at, at)).toBe('now');
  });
});
