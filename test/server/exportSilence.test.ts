import { must } from '@shared/domain/kernel/must.ts';
import { itemsOf, outlineOf } from '@shared/domain/record.ts';
import { openingOf, roundOf } from '@shared/domain/silence/shape.ts';
import { languages } from '@shared/i18n/translate.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { briefDocx, recordOf, silenceLetterDocx } from '../../server/export/exports.ts';
import { type House, house } from '../support/build.ts';
import { readWordFile } from '../support/wordFile.ts';

let h: House;
let silenceId: string;

const known = () => must(h.state.plenary.silence.byId[silenceId], 'silence');
function open(): void {
  h.act('mod', 'silence.open', { silenceId, deadlineAt: h.now + 80 * 3_600_000, languagesWaived: 'They follow.' });
}
function adopt(): void {
  h.now = openingOf(known()).deadlineAt;
  h.act('system', 'silence.adopt', { silenceId });
}

/** An item whose first round was broken by Kenya, and whose second is under silence. */
beforeEach(() => {
  h = house({ profile: 'committee', title: 'Session on smuggling' });
  h.openRooms({ rooms: 2 });
  const itemId = h.reported(1, 'Open legal pathways', 'States open pathways.\nThey report.', { horizon: 'short' });
  h.step('deciding');
  h.stage(itemId, 'ready');
  silenceId = String(must(h.act('mod', 'silence.prepare', { itemId })[0], 'round').data.silenceId);
  open();
  const objection = { isConfirmed: true as const, reason: 'Not before 2030.', alternative: null };
  h.act('KEN-1', 'silence.break', { silenceId, round: 1, ...objection });
  const paragraphs = [
    { from: 0, text: 'States may open pathways.' },
    { from: 1, text: 'They report.' },
  ];
  h.act('mod', 'silence.revise', { silenceId, revision: { title: 'Open legal pathways', paragraphs } });
  h.act('mod', 'silence.renew', { silenceId });
  open();
});

describe('the record', () => {
  test('[SIL-19] has the rounds with dates, hashes and outcome, and no name that is not everyone’s', () => {
    adopt();
    const outline = recordOf(h.state);
    const [silence] = outline.silences;
    expect(silence?.rounds.map(({ end, textHash }) => [end?.as, textHash])).toEqual([
      ['broken', known().rounds[0]?.textHash],
      ['adopted', roundOf(known()).textHash],
    ]);
    expect(itemsOf(outline.panels)[0]?.outcome).toEqual({ as: 'decided', result: 'by-silence' });
    expect(JSON.stringify(outline.silences)).not.toMatch(/"by":"KEN"|Not before/);
    h.act('mod', 'silence.circulate', { silenceId, round: 1 });
    expect(JSON.stringify(outlineOf(h.state).silences)).toMatch(/"by":"KEN","reason":"Not before 2030."/);
  });

  test('[SIL-19] does not list what was prepared only', () => {
    const other = house({ profile: 'committee' });
    other.openRooms({ rooms: 2 });
    const itemId = other.reported(1, 'One');
    other.step('deciding');
    other.stage(itemId, 'ready');
    other.act('mod', 'silence.prepare', { itemId });
    expect(outlineOf(other.state).silences).toEqual([]);
  });

  test('[SIL-19] is printed in the brief', async () => {
    adopt();
    const bytes = await briefDocx({ state: h.state, people: [], language: 'en', lastEventAt: h.now });
    const { text } = readWordFile(bytes);
    expect(text).toContain('Adopted by silence procedure');
    expect(text).toContain('A delegation broke silence on');
    expect(text).not.toContain('Kenya');
    expect(text).toContain(roundOf(known()).textHash);
  });
});

describe('the letter', () => {
  const letter = (language: (typeof languages)[number] = 'en') =>
    silenceLetterDocx({ state: h.state, language, lastEventAt: h.now }, silenceId);

  test('[SIL-17] confirms an adoption, and nothing else', async () => {
    expect(await letter()).toBeNull();
    adopt();
    const { text } = readWordFile(must(await letter(), 'letter'));
    for (const words of ['To all Permanent Missions', 'States may open pathways.', '(round 2)', 'in New York'])
      expect(text).toContain(words);
    expect(text).toContain(roundOf(known()).textHash);
    expect(text).toContain('Note will be taken');
    h.act('sec', 'silence.takeNote', { silenceId });
    expect(readWordFile(must(await letter(), 'letter')).text).toContain('took note of the adoption');
  });

  test.each(languages)('[SIL-17] is written in %s, the same bytes each time', async (language) => {
    adopt();
    const one = must(await letter(language), 'letter');
    expect(readWordFile(one).text).not.toMatch(/record\.|\{[a-z]/);
    expect(Buffer.compare(one, must(await letter(language), 'letter'))).toBe(0);
  });
});
