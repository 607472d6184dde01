import type { BracketWording } from '@shared/domain/draftLayout.ts';
import { bracketWording } from '@shared/i18n/bracketWording.ts';
import type { Wording } from './wording.ts';

/** How the language of a document puts a bracket into words. */
export function bracketWordingOf({ t, join, delegation }: Wording): BracketWording {
  return bracketWording({ t, join, delegation, region: (group) => t(`record.region.${group}`) });
}
