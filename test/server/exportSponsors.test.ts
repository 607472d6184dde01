import { languages } from '@shared/i18n/translate.ts';
import { expect, test } from 'vitest';
import { sponsorsLine } from '../../server/export/docx/consensusAnnexes.ts';
import { wordingOf } from '../../server/export/wording.ts';

const state = (id: string) => ({ id, code: id, name: null, kind: 'member-state' as const, regionalGroup: null });
const outline = { delegations: { BRA: state('BRA'), IND: state('IND'), KEN: state('KEN') } };

test('[SPO-3] [SPO-4] the brief says who sponsors an item, and whom the bureau entered', async () => {
  const wording = await wordingOf('en', outline as never, new Map());
  const line = (entered: string[]) => sponsorsLine({ sponsors: ['BRA', 'IND'], enteredSponsors: entered }, wording);
  expect(line([])).toBe('Sponsors: Brazil, India');
  expect(line(['IND'])).toBe('Sponsors: Brazil, India (entered by the bureau for a delegation in the hall: India)');
  for (const language of languages) {
    const words = await wordingOf(language, outline as never, new Map());
    const said = sponsorsLine({ sponsors: ['KEN'], enteredSponsors: ['KEN'] }, words);
    expect(said.split(words.delegation('KEN')), language).toHaveLength(3);
  }
});
