import { itemsOf } from '@shared/domain/record.ts';
import { languages } from '@shared/i18n/translate.ts';
import { beforeEach, expect, test } from 'vitest';
import { briefDocx, recordOf } from '../../server/export/exports.ts';
import { beginMotions } from '../support/begunMotions.ts';
import { type House, house } from '../support/build.ts';
import { readWordFile } from '../support/wordFile.ts';

let h: House;

beforeEach(() => {
  h = house({ profile: 'committee' });
  h.openRooms({ rooms: 3 });
  beginMotions(h);
});

test('[AMD-8] [AMD-9] the record has every amendment with what became of it and because of what', () => {
  const { amendments } = recordOf(h.state);
  expect(amendments.map(({ number, state, because }) => [number, state, because])).toEqual(
    expect.arrayContaining([
      [1, 'adopted', null],
      [2, 'not-put', 1],
      [3, 'rejected', null],
      [4, 'accepted', null],
      [5, 'proposed', null],
    ]),
  );
});

test('[DIV-6] [DIV-7] and every division with its parts; an item that fell with them was not carried', () => {
  const record = recordOf(h.state);
  expect(record.divisions.map(({ state, parts }) => [state, parts.map(({ isApproved }) => isApproved)])).toEqual(
    expect.arrayContaining([
      ['adopted', [true, false]],
      ['rejected', [true, true]],
      ['fallen', [false, false]],
      ['refused', [null, null]],
    ]),
  );
  for (const itemId of Object.values(h.state.plenary.division.byId).flatMap((each) =>
    each.phase === 'fallen' || each.phase === 'adopted' ? [each.itemId] : [],
  ))
    h.stage(itemId, 'decided');
  const results = itemsOf(recordOf(h.state).panels).flatMap(({ outcome }) =>
    outcome.as === 'decided' ? [outcome.result] : [],
  );
  expect(results.sort()).toEqual(['carried', 'not-carried']);
});

test.each(languages)('the annex is printed in %s, without a key', async (language) => {
  const { text } = readWordFile(await briefDocx({ state: h.state, people: [], language, lastEventAt: h.now }));
  expect(text).not.toMatch(/record\.(amendment|division|motion|votes)\./);
});

test('[AMD-9] [DIV-7] an item says which amendment or division made each of its versions, in the record and in print', async () => {
  const made = itemsOf(recordOf(h.state).panels).flatMap((item) => item.made);
  expect(made).toEqual([
    { as: 'amendment', version: 2, number: 1, proposer: 'KEN' },
    { as: 'amendment', version: 3, number: 4, proposer: 'KEN' },
    { as: 'division', version: 2, parts: [2] },
  ]);
  const { text } = readWordFile(await briefDocx({ state: h.state, people: [], language: 'en', lastEventAt: h.now }));
  expect(text).toContain('Version 2: as amended by amendment 1 of Kenya');
  expect(text).toContain('Version 2: after division, without part 2');
});
