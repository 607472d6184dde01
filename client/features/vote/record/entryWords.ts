import type { Translate } from '@shared/i18n/translate.ts';
import type { Entry } from '../rollCall.ts';

/** What one member's line of the record says; the heads of the lists say the same of many. */
export function entryWords(entry: Entry, t: Translate): string {
  return entry === 'absent' ? t('trust.notVoting') : t(`vote.choice.${entry}`);
}
