import type { Fields } from '@shared/domain/itemFields.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { type Language, languages } from '@shared/i18n/translate.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { briefDocx, recordOf } from '../../server/export/exports.ts';
import { type House, house } from '../support/build.ts';
import { readWordFile } from '../support/wordFile.ts';

let h: House;
const read = async (language: Language = 'en') =>
  readWordFile(await briefDocx({ state: h.state, people: [], language, lastEventAt: h.now }));
const say = (instrumentId: string, themeId: string, value: 'covers' | 'partly' | 'gap' | 'duplicates', note = '') =>
  h.act('mod', 'instrumentMap.setCell', { instrumentId, themeId, value, note, source: note && 'para. 4' });
const own = () => must(h.state.plenary.instrumentMap.instruments[0], 'instrument').id;
const theme = () => must(h.state.plenary.instrumentMap.themes[0], 'theme').id;

const bare: Fields = {
  ...{ noMeasure: 'It states a principle.', noAlignment: 'No target speaks of it.' },
  ...{ noInstrument: 'Nothing is codified.', noDisaggregation: 'It counts States.' },
};

beforeEach(() => {
  h = house({ panels: ['Returns', 'Data'] });
  h.act('sec', 'instrumentMap.addInstrument', { name: 'Quito Process', symbol: null, year: 2018 });
  h.act('sec', 'instrumentMap.addTheme', { name: 'Climate' });
  h.openRooms({ rooms: 1 });
});

describe('the map of instruments in the brief', () => {
  test('[MAP-6] is an annex: values, who cites, what is declared', async () => {
    say('gcm', h.panel(1), 'partly', 'Only of nationals.');
    say(own(), theme(), 'duplicates');
    h.reported(1, 'A', 'Words.', { instruments: ['gcm', own()] });
    h.reported(1, 'B', 'Words.', { gap: 'No register of consuls.', gapTheme: theme() });
    const { text } = await read();
    for (const words of [
      'Annex I. Instruments and gaps',
      ...['1. Returns', '2. Data', 'Climate', 'Partly', 'Duplicates', 'cited by 1.1', 'Gap (declared by 1.2)'],
      'GCM, Returns: Only of nationals. Source: para. 4',
      'No register of consuls. (theme: Climate)',
    ])
      expect(text).toContain(words);
    expect(text.split('Quito Process').length).toBeGreaterThan(2);
  });

  test('[MAP-9] the outline tells what is declared by theme', () => {
    h.reported(1, 'A', 'Words.', { gap: 'No register.', gapTheme: theme() });
    const { map } = recordOf(h.state);
    expect(map.themes.map(({ name }) => name)).toEqual(['Returns', 'Data', 'Climate']);
    expect(map.gaps).toEqual([[], [], [{ gap: 'No register.', declaredBy: '1.1' }]]);
  });

  test('is left out where the map has nothing to say', async () => {
    h.act('sec', 'instrumentMap.removeInstrument', { instrumentId: own() });
    h.reported(1, 'A', 'Words.');
    expect((await read()).text).not.toContain('Instruments and gaps');
  });

  test('a map of many themes goes over several tables', async () => {
    for (let n = 1; n <= 9; n++) h.act('sec', 'instrumentMap.addTheme', { name: `Theme ${n}` });
    const last = must(h.state.plenary.instrumentMap.themes.at(-1), 'theme').id;
    say('gcm', last, 'covers');
    const { text } = await read();
    expect(text.split('Instrument').length - 1).toBeGreaterThanOrEqual(3);
    expect(text).toContain('Theme 9');
  });

  test.each(languages)('%s: it is printed, and so is every reason', async (language) => {
    say('gcm', h.panel(1), 'covers');
    h.reported(1, 'A', 'Words.', bare);
    const { text } = await read(language);
    for (const reason of Object.values(bare)) if (typeof reason === 'string') expect(text).toContain(reason);
    expect(text).not.toContain('record.');
  });
});
