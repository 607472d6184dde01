import { fileURLToPath } from 'node:url';
import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { turnOf } from '@shared/domain/rollCall.ts';
import type { Method } from '@shared/domain/ruleProfile.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test } from 'vitest';
import { Router } from 'wouter';
import { BallotEnd } from '../../client/features/vote/BallotEnd.tsx';
import { LockActs } from '../../client/features/vote/LockActs.tsx';
import { RollCallLists } from '../../client/features/vote/RollCallLists.tsx';
import { MembersTable } from '../../client/features/vote/record/MembersTable.tsx';
import { PrintedVote } from '../../client/features/vote/record/PrintedVote.tsx';
import { notesOf } from '../../client/features/vote/record/recordNotes.ts';
import { recordOfVote } from '../../client/features/vote/record/recordOfVote.ts';
import { recordTable } from '../../client/features/vote/record/recordTable.ts';
import { SeatPicture } from '../../client/features/vote/record/SeatPicture.tsx';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { VoteResult } from '../../client/parts/VoteResult.tsx';
import { type House, house, houseCodes } from '../support/build.ts';
import { Seated } from '../support/fixedSeat.tsx';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');
type Declared = Extract<Vote, { phase: 'declared' }>;

let h: House;
let itemId: string;
beforeEach(() => {
  h = house({ profile: 'plenary' });
  h.openRooms();
  itemId = h.reported(1, 'Open one desk');
  h.stage(itemId, 'ready');
  h.step('deciding');
});

const shown = (what: ReactNode, role: 'secretariat' | 'delegate' = 'secretariat') =>
  renderToStaticMarkup(
    <I18nFixed lang="en" t={t}>
      <Router ssrPath="/">
        <Seated state={h.state} role={role}>
          {what}
        </Seated>
      </Router>
    </I18nFixed>,
  );
const declared = (voteId: string) => h.state.plenary.vote.byId[voteId] as Declared;
const notes = (voteId: string) => notesOf(h.state.plenary, voteId);
const names = () => ({
  byId: h.state.plenary.delegation.byId,
  title: 'Open one desk',
  nameOf: (id: string) => `name of ${id}`,
});
const table = (voteId: string) => recordTable(declared(voteId), { ...names(), notes: notes(voteId), t });
const json = (voteId: string) =>
  recordOfVote(declared(voteId), {
    ...{ ...names(), notes: notes(voteId), call: h.state.plenary.rollCall[voteId] },
    isCountedInHall: h.state.plenary.showOfHands[voteId]?.isCountedInHall === true,
  });

function opened(method: Method): string {
  const asked = { itemId, majority: 'simple', present: houseCodes.length, method } as const;
  return String(must(h.act('mod', 'vote.open', asked)[0], 'vote').data.voteId);
}

/** A roll call in which the secretariat entered the answers of these, the others answered, all of them yes. */
function rollCall(entered: readonly string[]): string {
  const voteId = opened('roll-call');
  h.act('mod', 'rollCall.draw', { voteId, nonce: '0123456789abcdef'.repeat(2) });
  for (let left = houseCodes.length; left > 0; left -= 1) {
    const { current, next } = turnOf(must(h.state.plenary.rollCall[voteId], 'roll call'));
    const delegationId = must(current, 'the one called');
    if (entered.includes(delegationId)) h.act('sec', 'rollCall.enter', { voteId, delegationId, choice: 'yes' });
    else h.act(`${delegationId}-1`, 'rollCall.answer', { voteId, choice: 'yes' });
    if (next) h.act('mod', 'rollCall.callNext', { voteId, after: delegationId });
  }
  h.act('mod', 'vote.declare', { voteId });
  return voteId;
}

describe('[AUD-10] what is noted beside names', () => {
  test('stands in lists, picture, table, CSV, JSON and on paper, and changes no number', () => {
    const voteId = rollCall(['KEN', 'FRA']);
    const before = declared(voteId).outcome;
    h.act('KEN-1', 'intendedVote.state', { voteId, choice: 'no' });
    h.act('JPN-1', 'intendedVote.state', { voteId, choice: 'abstain' });
    expect(declared(voteId).outcome).toEqual(before);
    const vote = declared(voteId);

    const lists = shown(<RollCallLists vote={vote} />);
    const signs = [...lists.matchAll(/<bdi[^>]*>(\w{3})<\/bdi><\/span><sup[^>]*>([*†]+)</g)].map(([, code, sign]) => [
      code,
      sign,
    ]);
    expect(signs).toEqual([
      ['FRA', '*'],
      ['JPN', '†'],
      ['KEN', '*†'],
    ]);
    expect(lists).toContain('Entered by the secretariat for a delegation in the hall');

    const picture = shown(<SeatPicture vote={vote} />);
    const labels = [...picture.matchAll(/<button[^>]*aria-label="([^"]+)"/g)].map(([, label]) => label);
    expect(labels).toContain('KEN: In favour (entered by the secretariat and had intended: Against)');
    expect(labels.filter((label) => label?.endsWith('In favour'))).toHaveLength(houseCodes.length - 3);
    expect(picture).toContain('Stated after the vote how it had intended to vote; no number is changed by it');

    const rows = shown(<MembersTable vote={vote} />);
    expect(rows).toContain('entered by the secretariat and had intended: Against');
    expect(rows).toContain('>Notes<');

    const [head = [], ...lines] = table(voteId);
    const cell = (code: string, column: string) => lines.find((line) => line[1] === code)?.[head.indexOf(column)];
    expect(cell('KEN', 'Entered by the secretariat')).toBe('entered by the secretariat');
    expect(cell('KEN', 'Had intended to vote')).toBe('Against');
    expect(cell('GHA', 'Entered by the secretariat')).toBe('');
    expect(lines.every((line) => line[head.indexOf('Vote')] === 'In favour')).toBe(true);

    const { members, outcome, rollCall: call } = json(voteId);
    expect(members?.find(({ code }) => code === 'KEN')).toMatchObject({ enteredBySecretariat: true, intended: 'no' });
    expect(members?.find(({ code }) => code === 'GHA')).toMatchObject({ enteredBySecretariat: false, intended: null });
    expect(outcome).toEqual(before);
    expect(call?.order).toHaveLength(houseCodes.length);

    const paper = shown(<PrintedVote vote={vote} />);
    for (const words of ['*†', 'Order of the call', 'In the Chair', 'Plenary rules, version'])
      expect(paper).toContain(words);
  });

  test('is not spoken of where there is nothing to note', () => {
    const voteId = h.vote(itemId, { yes: ['KEN'] });
    const vote = declared(voteId);
    for (const what of [<RollCallLists key="lists" vote={vote} />, <SeatPicture key="picture" vote={vote} />])
      expect(shown(what)).not.toMatch(/[*†]/);
    expect(shown(<MembersTable vote={vote} />)).not.toContain('>Notes<');
  });
});

describe('[AUD-10] [SEC-8] of a secret ballot', () => {
  const slips = { yes: 'yea', no: 'nay', abstain: 'abs' } as const;
  function secret(ballots: Readonly<Record<string, Choice>>): string {
    const voteId = opened('secret');
    const count = { yes: 0, no: 0, abstain: 0 };
    const receipts = Object.entries(ballots).map(([code, choice], at) => {
      const receipt = `${at}`.padStart(32, 'a');
      h.act(`${code}-1`, 'secretBallot.cast', { voteId, choice: slips[choice], receipt });
      count[choice] += 1;
      return receipt;
    });
    h.lock(voteId);
    h.act('system', 'secretBallot.count', { voteId, count, receipts, unreadable: 0 });
    h.act('mod', 'vote.declare', { voteId });
    return voteId;
  }

  test('CSV, JSON and paper have totals, and no delegation', () => {
    const voteId = secret({ KEN: 'yes', FRA: 'yes', JPN: 'no', POL: 'abstain', CHE: 'yes' });
    const forms = [
      JSON.stringify(table(voteId)),
      JSON.stringify(json(voteId)),
      shown(<PrintedVote vote={declared(voteId)} />),
    ];
    for (const form of forms) for (const code of houseCodes) expect(form).not.toContain(code);
    expect(table(voteId).map(([entry, n]) => [entry, n])).toEqual([
      ['Vote', 'Number'],
      ['In favour', '3'],
      ['Against', '1'],
      ['Abstention', '1'],
      ['Not voting', '10'],
    ]);
    expect(json(voteId)).toMatchObject({ members: null, outcome: { yes: 3, no: 1, abstain: 1, absent: 10 } });
    expect(forms[2]).toContain('Only the totals are declared.');
  });
});

describe('a tie', () => {
  test('[VOTE-14] [VOTE-15] says until when it is held again, and no more once nobody may', () => {
    const voteId = h.vote(itemId, { yes: ['KEN'], no: ['FRA'] });
    const words = () => shown(<VoteResult vote={declared(voteId)} />);
    expect(words()).toContain('The second vote is to be held by');
    h.now = must(declared(voteId).secondVoteUntil, 'until');
    h.act('system', 'vote.lapse', { voteId });
    expect(words()).not.toContain('The second vote is to be held by');
    expect(words()).toContain('No second vote was held in time');
  });
});

describe('[HAND-3] a show of hands that was counted in the hall', () => {
  test('is not said to have missed a ballot, and is not offered to be withdrawn', () => {
    const voteId = opened('show-of-hands');
    const vote = () => must(h.state.plenary.vote.byId[voteId], 'vote');
    expect(shown(<LockActs vote={vote()} />)).toContain('Withdraw the vote');
    h.act('sec', 'showOfHands.enterCount', { voteId, yes: 9, no: 2, abstain: 1 });
    expect(shown(<LockActs vote={vote()} />)).not.toContain('Withdraw the vote');
    h.lock(voteId);
    const ballot = {
      standing: { phase: 'none' },
      own: null,
      isPending: false,
      refusal: null,
      cast: async () => {},
    } as const;
    const end = () => shown(<BallotEnd vote={vote() as Declared} ballot={ballot} mayVote />, 'delegate');
    expect(end()).toContain('The hands were counted in the hall');
    expect(end()).not.toContain('No ballot of your delegation');
    h.act('mod', 'vote.declare', { voteId });
    expect(end()).toContain('The hands were counted in the hall and entered by the secretariat.');
    expect(json(voteId)).toMatchObject({ isCountedInHall: true, members: null });
  });
});
