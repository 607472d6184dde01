import { fileURLToPath } from 'node:url';
import { must } from '@shared/domain/kernel/must.ts';
import type { Role } from '@shared/domain/kernel/words.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { languages } from '@shared/i18n/translate.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { LineageGraph } from '../../client/features/board/LineageGraph.tsx';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { subjectTitle } from '../../client/parts/subjectWords.ts';
import { madeByWords, shortMadeByWords } from '../../client/parts/useMadeBy.ts';
import { AnnouncerProvider } from '../../client/ui/Announcer.tsx';
import { beginMotions } from '../support/begunMotions.ts';
import { type House, house } from '../support/build.ts';
import { Seated } from '../support/fixedSeat.tsx';

const root = fileURLToPath(new URL('../..', import.meta.url));
const t = loadTranslator(root, 'en');
const speech = { t, list: (words: string[]) => words.join(' and '), nameOf: (id: string) => id };

let h: House;
beforeEach(() => {
  h = house({ profile: 'committee' });
  h.openRooms({ rooms: 3 });
  beginMotions(h);
});

const itemCalled = (title: string) =>
  must(
    Object.values(h.state.plenary.board.items).find(({ current }) => current.title === title),
    title,
  );

describe('what made a version', () => {
  test('[AMD-9] is the amendment of a delegation, by its number', () => {
    const { earlier, current } = itemCalled('Amended');
    const said = [...earlier, current].map(({ amendedBy }) => madeByWords(h.state.plenary, amendedBy, speech));
    expect(said).toEqual(['', 'as amended by amendment 1 of KEN', 'as amended by amendment 4 of KEN']);
    expect(shortMadeByWords(h.state.plenary, current.amendedBy, speech)).toBe('amendment 4');
  });

  test('[DIV-7] or the division that left parts out', () => {
    const { current } = itemCalled('Divided 1');
    expect(madeByWords(h.state.plenary, current.amendedBy, speech)).toBe('after division, without part 2');
    expect(shortMadeByWords(h.state.plenary, current.amendedBy, speech)).toBe('by division');
  });

  test('[LIN-9] stands in the lineage, drawn and as a list', () => {
    const role: Role = 'delegate';
    const markup = renderToStaticMarkup(
      <I18nFixed lang="en" t={t}>
        <AnnouncerProvider>
          <Seated state={h.state} role={role}>
            <LineageGraph itemId={itemCalled('Amended').id} />
          </Seated>
        </AnnouncerProvider>
      </I18nFixed>,
    );
    expect(markup).toContain('Version 2 (amendment 1)');
    expect(markup).toContain('Amended, Version 2 (as amended by amendment 1 of KEN)');
  });

  test('is said in every language, without a key', () => {
    for (const language of languages) {
      const words = loadTranslator(root, language);
      for (const title of ['Amended', 'Divided 1'])
        expect(
          madeByWords(h.state.plenary, itemCalled(title).current.amendedBy, { ...speech, t: words }),
        ).not.toContain('amendments.made');
    }
  });
});

test('what is voted on is named with its item, and the item alone by its title', () => {
  const { plenary } = h.state;
  const [amendmentId] = must(plenary.amendment.order[itemCalled('Amended').id], 'amendments');
  const divisionId = must(plenary.division.order[0], 'division');
  const said = [
    { kind: 'item' as const },
    { kind: 'amendment' as const, amendmentId: must(amendmentId, 'amendment') },
    { kind: 'part' as const, divisionId, partId: '2' },
    { kind: 'division' as const, divisionId },
    { kind: 'whole' as const, divisionId },
  ].map((subject) => subjectTitle(plenary, subject, 'Papers', t));
  expect(said).toEqual([
    'Papers',
    'Amendment 1 to Papers',
    'Part 2 of Papers',
    'Motion for division of Papers',
    'Papers, as a whole',
  ]);
});
