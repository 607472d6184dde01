import type { Paragraph } from '@shared/domain/brief.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

let h: House;

const paragraph = (id: string, text = `Text of ${id}.`, panelId: string | null = null): Paragraph => ({
  ...{ id, number: id.slice(1), text, panelId, footnotes: [] },
});
const layDown = (paragraphs: Paragraph[], who = 'sec') =>
  h.try(who, 'brief.layDown', { title: 'Issue brief', paragraphs });
const strike = (paragraphId: string) => h.try('sec', 'brief.strike', { paragraphId });
const texts = () => h.state.plenary.brief.paragraphs.map(({ id, text }) => [id, text]);

beforeEach(() => {
  h = house();
});

describe('the issue brief', () => {
  test('[BRI-1] paragraphs are laid down in several acts: replaced in place, added at the end', () => {
    layDown([paragraph('p1'), paragraph('p2')]);
    layDown([paragraph('p3'), paragraph('p1', 'Corrected.')]);
    expect(texts()).toEqual([
      ['p1', 'Corrected.'],
      ['p2', 'Text of p2.'],
      ['p3', 'Text of p3.'],
    ]);
    expect(h.state.plenary.brief.title).toBe('Issue brief');
  });

  test('[BRI-1] it is the secretariat’s', () => {
    for (const who of ['mod', 'KEN-1', 'pan-1'])
      expect(layDown([paragraph('p1')], who)).toEqual({ refused: 'rights.not-permitted' });
    expect(texts()).toEqual([]);
  });

  test('[BRI-2] a paragraph that an item on the board answers stays', () => {
    layDown([paragraph('p1'), paragraph('p2')]);
    h.openRooms({ rooms: 1 });
    h.reported(1, 'A', 'Words.', { paragraph: 'p1' });
    expect(strike('p1')).toEqual({ refused: 'brief.paragraph-answered' });
    strike('p2');
    expect(texts()).toEqual([['p1', 'Text of p1.']]);
    expect(strike('p2')).toEqual({ refused: 'brief.paragraph-unknown' });
  });

  test('[BRI-3] no paragraph twice, and none of a panel that is not there', () => {
    expect(layDown([paragraph('p1'), paragraph('p1', 'Again.')])).toEqual({ refused: 'brief.paragraph-twice' });
    expect(layDown([paragraph('p1', 'x', 'nowhere')])).toEqual({ refused: 'panel.unknown' });
    expect(texts()).toEqual([]);
    layDown([paragraph('p1', 'x', h.panel())]);
    expect(texts()).toEqual([['p1', 'x']]);
  });
});
