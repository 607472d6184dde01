import { fileURLToPath } from 'node:url';
import type { Role } from '@shared/domain/kernel/words.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { LineageGraph } from '../../client/features/board/LineageGraph.tsx';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { AnnouncerProvider } from '../../client/ui/Announcer.tsx';
import { type House, house } from '../support/build.ts';
import { Seated } from '../support/fixedSeat.tsx';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');

/** The graph of an item as somebody sees it. */
const graph = ({ state }: House, itemId: string, role: Role) =>
  renderToStaticMarkup(
    <I18nFixed lang="en" t={t}>
      <AnnouncerProvider>
        <Seated state={state} role={role}>
          <LineageGraph itemId={itemId} />
        </Seated>
      </AnnouncerProvider>
    </I18nFixed>,
  );

/** What the buttons in it are called. */
const buttons = (markup: string) => [...markup.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, label]) => label);

function merged() {
  const h = house();
  h.openRooms({ rooms: 2 });
  const [a, b] = [h.reported(1, 'One desk'), h.reported(2, 'One window')];
  h.act('mod', 'lineage.merge', { into: b, itemIds: [a] });
  return { h, a, b };
}

describe('the way back in a lineage', () => {
  test('[LIN-3] stands at what was merged, for the bureau', () => {
    const { h, b } = merged();
    for (const role of ['moderator', 'secretariat'] as const)
      expect(buttons(graph(h, b, role))).toEqual([expect.stringContaining('One desk')]);
  });

  test('[LIN-3] is nobody else’s', () => {
    const { h, b } = merged();
    for (const role of ['delegate', 'observer', 'panelist', 'display'] as const)
      expect(buttons(graph(h, b, role))).toEqual([]);
  });

  test('[LIN-8] stands at what was split, and is gone once gone back', () => {
    const h = house();
    h.openRooms({ rooms: 1 });
    const itemId = h.reported(1, 'Two things', 'States register.\nStates publish.');
    const parts = ['Register', 'Publish'].map((title, at) => ({ title, blockIndexes: [at] }));
    h.act('mod', 'lineage.split', { itemId, parts });
    expect(buttons(graph(h, itemId, 'moderator'))).toEqual([expect.stringContaining('Two things')]);
    h.act('mod', 'lineage.unsplit', { itemId });
    expect(buttons(graph(h, itemId, 'moderator'))).toEqual([]);
  });

  test('[LIN-9] is within the drawing, beside the list that says the same in words', () => {
    const { h, b } = merged();
    const markup = graph(h, b, 'moderator');
    expect(markup).toMatch(/<svg.*<foreignObject.*<button.*<\/svg>/s);
    expect(markup).toMatch(/<ul>.*One desk.*One window.*<\/ul>/s);
  });
});
