import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { turnOf } from '@shared/domain/rollCall.ts';
import type { Method } from '@shared/domain/ruleProfile.ts';
import { languages } from '@shared/i18n/translate.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { briefDocx, voteDocx } from '../../server/export/exports.ts';
import { beginMotions } from '../support/begunMotions.ts';
import { type House, house, houseCodes } from '../support/build.ts';
import { readWordFile } from '../support/wordFile.ts';

let h: House;
let itemId: string;
let second: string;

beforeEach(() => {
  h = house({ profile: 'committee' });
  h.openRooms({ rooms: 2 });
  itemId = h.reported(1, 'Open one desk');
  second = h.reported(2, 'Share data');
  h.step('deciding');
  for (const id of [itemId, second]) h.stage(id, 'ready');
});

const sheet = async (voteId: string, language: (typeof languages)[number] = 'en', chair: string | null = null) =>
  readWordFile(must(await voteDocx({ state: h.state, language }, voteId, chair), 'sheet')).text;
/** What the annex of the brief says of the votes. */
async function annex(): Promise<string> {
  const { text } = readWordFile(await briefDocx({ state: h.state, people: [], language: 'en', lastEventAt: h.now }));
  return text.slice(text.indexOf('Annex I. Recorded votes'), text.indexOf('Annex II.'));
}

function opened(method: Method): string {
  const asked = { itemId, majority: 'simple', present: houseCodes.length, method } as const;
  return String(must(h.act('mod', 'vote.open', asked)[0], 'vote').data.voteId);
}

/** Everybody is called; the first answers on its device, the second in the hall, the third not at all, the others yes. */
function rollCall(): { voteId: string; turns: string[] } {
  const voteId = opened('roll-call');
  h.act('mod', 'rollCall.draw', { voteId, nonce: '0123456789abcdef'.repeat(2) });
  const turns: string[] = [];
  for (let turn = call(voteId); turn.current && turns.at(-1) !== turn.current; turn = call(voteId)) {
    const delegationId = turn.current;
    turns.push(delegationId);
    if (turns.length === 2) h.act('sec', 'rollCall.enter', { voteId, delegationId, choice: 'no' });
    else if (turns.length === 3) {
      h.act('sec', 'rollCall.markAbsent', { voteId, delegationId });
      continue;
    } else h.act(`${delegationId}-1`, 'rollCall.answer', { voteId, choice: 'yes' });
    if (turn.next) h.act('mod', 'rollCall.callNext', { voteId, after: delegationId });
  }
  h.act('mod', 'vote.declare', { voteId });
  return { voteId, turns };
}
const call = (voteId: string) => turnOf(must(h.state.plenary.rollCall[voteId], 'roll call'));

/** A secret vote in which these cast. */
function secret(ballots: Readonly<Record<string, Choice>>): string {
  const voteId = opened('secret');
  const receipts = Object.keys(ballots).map((_, at) => `${at}`.padStart(32, 'a'));
  const count = { yes: 0, no: 0, abstain: 0 };
  for (const [at, [code, choice]] of Object.entries(ballots).entries()) {
    const slip = { yes: 'yea', no: 'nay', abstain: 'abs' } as const;
    h.act(`${code}-1`, 'secretBallot.cast', { voteId, choice: slip[choice], receipt: must(receipts[at], 'receipt') });
    count[choice] += 1;
  }
  h.lock(voteId);
  h.act('system', 'secretBallot.count', { voteId, count, receipts, unreadable: 0 });
  h.act('mod', 'vote.declare', { voteId });
  return voteId;
}

describe('the sheet of a vote', () => {
  test('has on what, the formula in words and numbers, three lists, who did not vote, rules, times and digests', async () => {
    const voteId = h.vote(itemId, { yes: ['SEN', 'KEN', 'CHE'], no: ['FRA'], abstain: ['MEX'] });
    const text = await sheet(voteId, 'en', 'Ms. Amina Chair');
    for (const words of [
      'On action item 1.1, “Open one desk”, version 1',
      '3 in favour, 1 against, 1 abstention; 10 members did not vote.',
      'Simple majority: more than half of the 4 present and voting = 3 required.',
      'In favour (3)\nKenya, Senegal, Switzerland\nAgainst (1)\nFrance\nAbstaining (1)\nMexico\nNot voting (10): Bangladesh',
      'Committee rules, version',
      'In the Chair: Ms. Amina Chair',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/Result declared\n\d+ June 2017/);
    expect(text.match(/\b[0-9a-f]{64}\b/g)).toHaveLength(2);
    expect(text).not.toMatch(/[*†]/);
  });

  test('is the same whatever else happens, and another once a statement is noted', async () => {
    const voteId = h.vote(itemId, { yes: ['KEN'] });
    const print = () => voteDocx({ state: h.state, language: 'en' }, voteId, null);
    const before = await print();
    h.act('KEN-1', 'position.signal', { itemId, position: 'support' });
    expect(await print()).toEqual(before);
    h.act('CAN-1', 'intendedVote.state', { voteId, choice: 'no' });
    expect(await print()).not.toEqual(before);
  });

  test('is there of no vote that is not declared', async () => {
    expect(await voteDocx({ state: h.state, language: 'en' }, h.openVote(itemId), null)).toBeNull();
    expect(await voteDocx({ state: h.state, language: 'en' }, 'nothing', null)).toBeNull();
  });

  test('[AUD-10] marks what was entered in the hall and what was stated afterwards, and changes no number by it', async () => {
    const { voteId, turns } = rollCall();
    const plain = await sheet(voteId);
    h.act(`${turns[2]}-1`, 'intendedVote.state', { voteId, choice: 'no' });
    const marked = await sheet(voteId);
    for (const text of [marked, await annex()]) {
      expect(text).toMatch(/Against \(1\)\n[^,\n]+\*\n/);
      expect(text).toMatch(/Not voting \(1\): [^,\n]+†\n/);
      expect(text).toMatch(/^\* Entered by the secretariat for a delegation in the hall: [^,]+\.$/m);
      expect(text).toMatch(/^† After the vote .+ stated that it had intended to vote against\.$/m);
    }
    const numbers = (text: string) =>
      text.match(/\d+ in favour, \d+ against.*|(In favour|Against|Abstaining) \(\d+\)/g);
    expect(numbers(marked)).toEqual(numbers(plain));
    expect(marked).toContain('Order of the call, from the member drawn by lot');
    expect(marked).toContain(must(h.state.plenary.rollCall[voteId], 'call').seed);
  });

  test('of a show of hands has totals, and says where the hands were counted', async () => {
    const voteId = opened('show-of-hands');
    h.act('sec', 'showOfHands.enterCount', { voteId, yes: 9, no: 2, abstain: 1 });
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
    for (const text of [await sheet(voteId), await annex()]) {
      expect(text).toContain('9 in favour, 2 against, 1 abstention');
      expect(text).toContain('The hands were counted in the hall and entered by the secretariat.');
      expect(text).not.toMatch(/In favour \(|Kenya|Africa/);
    }
  });

  test('[AUD-10] [SEC-8] of a secret ballot has totals, and names no delegation', async () => {
    const ballots = { KEN: 'yes', FRA: 'yes', JPN: 'no', POL: 'abstain', CHE: 'yes', MEX: 'no' } as const;
    const [printed, annexed] = [await sheet(secret(ballots)), await annex()];
    const names = /Kenya|France|Japan|Poland|Switzerland|Mexico|Canada|Africa|Latin America|KEN|FRA/;
    expect(annexed).toContain('Receipts of the 6 ballots counted');
    for (const text of [printed, annexed]) {
      expect(text).toContain('3 in favour, 2 against, 1 abstention; 9 members did not vote.');
      expect(text).not.toMatch(names);
      expect(text).not.toMatch(/In favour \(\d/);
    }
    expect(printed).toMatch(/Ballots cast\n6\nInvalid ballots\n0/);
    itemId = second;
    expect(await sheet(secret({ KEN: 'yes' }))).toContain('Totals of fewer than five ballots');
  });
});

test.each(languages)('is printed in %s of every subject, without a key', async (language) => {
  h = house({ profile: 'committee' });
  h.openRooms({ rooms: 3 });
  beginMotions(h);
  const { byId, order } = h.state.plenary.vote;
  const declared = order.filter((id) => byId[id]?.phase === 'declared');
  const kinds = new Set(declared.map((id) => byId[id]?.subject.kind));
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['amendment', 'part']));
  for (const id of declared) expect(await sheet(id, language)).not.toMatch(/\b(record|ballot|result|rules)\.[a-z]/);
});

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasOffice)(
  'LibreOffice reads the sheet (skipped without soffice and pdftotext)',
  async () => {
    const { voteId } = rollCall();
    const folder = mkdtempSync(join(tmpdir(), 'vote-'));
    try {
      writeFileSync(
        join(folder, 'vote.docx'),
        must(await voteDocx({ state: h.state, language: 'en' }, voteId, null), ''),
      );
      const own = `-env:UserInstallation=file://${join(folder, 'office')}`;
      execFileSync(
        'soffice',
        [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'vote.docx')],
        {
          stdio: 'ignore',
        },
      );
      execFileSync('pdftotext', ['-layout', join(folder, 'vote.pdf'), join(folder, 'vote.txt')]);
      const text = readFileSync(join(folder, 'vote.txt'), 'utf8');
      expect(text).toContain('Roll call');
      expect(text).toContain('Entered by the secretariat for a delegation in the hall');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
