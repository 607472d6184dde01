import { fileURLToPath } from 'node:url';
import { must } from '@shared/domain/kernel/must.ts';
import type { Role } from '@shared/domain/kernel/words.ts';
import { turnOf } from '@shared/domain/rollCall.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { loadTranslator } from '@shared/i18n/catalogueFiles.ts';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ownVotes } from '../../client/features/vote/ballots/ownBallots.ts';
import type { Sent } from '../../client/features/vote/castMemory.ts';
import { RollCallLists } from '../../client/features/vote/RollCallLists.tsx';
import { sortedRows } from '../../client/features/vote/record/memberRows.ts';
import { notesOf } from '../../client/features/vote/record/recordNotes.ts';
import { recordOfVote } from '../../client/features/vote/record/recordOfVote.ts';
import { SeatPicture } from '../../client/features/vote/record/SeatPicture.tsx';
import { seatAfter } from '../../client/features/vote/record/seatMoves.ts';
import { I18nFixed } from '../../client/i18n/I18n.tsx';
import { type House, house, houseCodes } from '../support/build.ts';
import { Seated } from '../support/fixedSeat.tsx';

const t = loadTranslator(fileURLToPath(new URL('../..', import.meta.url)), 'en');

function ready(): { h: House; itemId: string } {
  const h = house();
  h.openRooms();
  const itemId = h.reported(1, 'Open one desk');
  h.stage(itemId, 'ready');
  h.step('deciding');
  return { h, itemId };
}

const sent = (choice: Sent['choice'], timesBefore = 0): Sent => ({ choice, timesBefore, sentAt: 1, receivedAt: 2 });
const all = ({ state }: House, code: string, memory: Sent | null = null, receipt: string | null = null) =>
  ownVotes(
    {
      ...{ votes: state.plenary.vote, rollCalls: state.plenary.rollCall, within: state.delegation[code] },
      ...{ sentIn: () => memory, receiptOf: () => receipt },
    },
    code,
  );
const mine = (h: House, code: string, memory: Sent | null, receipt: string | null = null) =>
  all(h, code, memory, receipt)[0];

describe('[AUD-8] a delegation’s own ballots', () => {
  test('have what was received, and before the declaration no choice but the one that this device sent', () => {
    const { h, itemId } = ready();
    const voteId = h.openVote(itemId, { yes: ['KEN'] });
    h.act('KEN-2', 'vote.cast', { voteId, choice: 'no' });
    expect(mine(h, 'KEN', null)).toMatchObject({
      ...{ own: { castBy: 'KEN-2', times: 2 }, published: null, sent: null, agreement: null },
    });
    expect(mine(h, 'KEN', sent('yes'))).toMatchObject({ sent: { choice: 'yes' }, published: null, agreement: null });
    expect(mine(h, 'CAN', null)).toMatchObject({ own: null, published: null, agreement: null });
  });

  test.each([
    ['same', 'yes', 0, 1],
    ['differs', 'no', 0, 1],
    ['others', 'no', 0, 2],
    ['same', 'yes', 1, 2],
  ] as const)('are %s where this device sent %s as ballot after %i of %i', (agreement, choice, before, times) => {
    const { h, itemId } = ready();
    const voteId = h.openVote(itemId);
    for (let time = 1; time < times; time += 1) h.act('KEN-2', 'vote.cast', { voteId, choice: 'no' });
    h.act('KEN-1', 'vote.cast', { voteId, choice: 'yes' });
    h.act('mod', 'vote.lock', { voteId });
    h.act('mod', 'vote.declare', { voteId });
    expect(mine(h, 'KEN', sent(choice, before))).toMatchObject({ published: 'yes', agreement });
    expect(mine(h, 'KEN', null)).toMatchObject({ published: 'yes', agreement: 'unknown' });
    expect(mine(h, 'CAN', null)).toMatchObject({ own: null, published: null, agreement: null });
  });

  test('[VOTE-16] tell a ballot of one’s own other device from one that was altered', () => {
    const { h, itemId } = ready();
    const voteId = h.openVote(itemId);
    h.act('KEN-1', 'vote.cast', { voteId, choice: 'yes' });
    const { commandId } = must(h.state.delegation.KEN?.vote[voteId], 'ballot');
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
    const agreement = (id: string, choice: Sent['choice']) =>
      mine(h, 'KEN', { ...sent(choice), commandId: id })?.agreement;
    expect(agreement(must(commandId, 'id'), 'yes')).toBe('same');
    expect(agreement(must(commandId, 'id'), 'no')).toBe('differs');
    expect(agreement('another', 'no')).toBe('others');
  });

  test('are those of votes in which it had the right, the newest first, without withdrawn ones', () => {
    const { h, itemId } = ready();
    h.act('sec', 'delegation.setCredentials', { delegationId: 'POL', hasCredentials: false });
    h.act('mod', 'vote.withdraw', { voteId: h.openVote(itemId) });
    const first = h.vote(itemId, { yes: ['KEN'] });
    h.act('sec', 'delegation.setCredentials', { delegationId: 'POL', hasCredentials: true });
    const second = h.openVote(itemId);
    const ids = (code: string) => all(h, code).map(({ vote }) => vote.id);
    expect(ids('KEN')).toEqual([second, first]);
    expect(ids('POL')).toEqual([second]);
    expect(ids('VAT')).toEqual([]);
  });
});

describe('[AUD-8] other ways of voting', () => {
  const opened = (h: House, itemId: string, method: 'secret' | 'roll-call' | 'show-of-hands') => {
    const told = h.act('mod', 'vote.open', { itemId, majority: 'simple', present: null, method });
    return String(must(told[0], 'vote').data.voteId);
  };

  test('a secret ballot has its receipt, found in the list or not, and no choice', () => {
    const { h, itemId } = ready();
    const voteId = opened(h, itemId, 'secret');
    const receipt = 'a'.repeat(32);
    h.act('KEN-1', 'secretBallot.cast', { voteId, choice: 'yea', receipt });
    expect(mine(h, 'KEN', sent('yes'), receipt)).toMatchObject({
      ...{ own: { castBy: 'KEN-1', times: 1 }, sent: null, receipt, isListed: null, agreement: null },
    });
    h.act('mod', 'vote.lock', { voteId });
    const count = { yes: 1, no: 0, abstain: 0 };
    h.act('system', 'secretBallot.count', { voteId, count, receipts: [receipt], unreadable: 0 });
    h.act('mod', 'vote.declare', { voteId });
    expect(mine(h, 'KEN', null, receipt)).toMatchObject({ isListed: true, published: null, agreement: null });
    expect(mine(h, 'KEN', null, 'b'.repeat(32))).toMatchObject({ isListed: false });
  });

  test('a roll call has the answer, and whether the secretariat entered it', () => {
    const { h, itemId } = ready();
    const voteId = opened(h, itemId, 'roll-call');
    h.act('mod', 'rollCall.draw', { voteId, nonce: '0123456789abcdef'.repeat(2) });
    const code = must(turnOf(must(h.state.plenary.rollCall[voteId], 'roll call')).current, 'the one called');
    h.act('sec', 'rollCall.enter', { voteId, delegationId: code, choice: 'no' });
    expect(mine(h, code, null)).toMatchObject({ own: { castBy: null, times: 1 }, agreement: null });
  });

  test('a show of hands has that a hand was shown, and never which', () => {
    const { h, itemId } = ready();
    const voteId = opened(h, itemId, 'show-of-hands');
    h.act('KEN-1', 'vote.cast', { voteId, choice: 'yes' });
    h.act('mod', 'vote.lock', { voteId });
    h.act('mod', 'vote.declare', { voteId });
    expect(mine(h, 'KEN', null)).toMatchObject({ own: { castBy: 'KEN-1' }, published: null, agreement: null });
  });
});

describe('[AUD-9] the record of a vote', () => {
  const { h, itemId } = ready();
  const voteId = h.vote(itemId, { yes: ['SEN', 'KEN', 'CHE'], no: ['FRA'], abstain: ['MEX'] });
  const { plenary } = h.state;
  const vote = plenary.vote.byId[voteId] as Extract<Vote, { phase: 'declared' }>;
  const shown = (what: ReactNode, role: Role = 'delegate', lang: 'en' | 'ar' = 'en') =>
    renderToStaticMarkup(
      <I18nFixed lang={lang} t={t}>
        <Seated state={h.state} role={role}>
          {what}
        </Seated>
      </I18nFixed>,
    );

  test('lists those who did not vote for the secretariat alone', () => {
    const heads = (role: Role) => [...shown(<RollCallLists vote={vote} />, role).matchAll(/<h4 id="[^"]*-(\w+)"/g)];
    expect(heads('secretariat').map(([, entry]) => entry)).toEqual(['yes', 'no', 'abstain', 'absent']);
    for (const role of ['delegate', 'moderator'] as const)
      expect(heads(role).map(([, entry]) => entry)).toEqual(['yes', 'no', 'abstain']);
  });

  test('has one seat for each member in its group, named with its choice, one stop of the keyboard for each group', () => {
    const picture = shown(<SeatPicture vote={vote} />);
    const seats = [...picture.matchAll(/<button[^>]*aria-label="([^"]+)"/g)].map(([, label]) => label);
    expect(seats).toHaveLength(houseCodes.length);
    expect(seats.slice(0, 3)).toEqual(['GHA: Did not vote', 'KEN: In favour', 'SEN: In favour']);
    expect(picture.match(/tabindex="0"/g)).toHaveLength(5);
  });

  test('moves by arrows as the eye does, mirrored in Arabic, and stays at the edges', () => {
    const seats = { count: 10, columns: 4, dir: 'ltr' as const };
    const keys = ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End', 'Tab'];
    expect(keys.map((key) => seatAfter(key, 5, seats))).toEqual([6, 4, 9, 1, 0, 9, -1]);
    expect(['ArrowRight', 'ArrowLeft'].map((key) => seatAfter(key, 5, { ...seats, dir: 'rtl' }))).toEqual([4, 6]);
    expect([seatAfter('ArrowDown', 7, seats), seatAfter('ArrowUp', 2, seats)]).toEqual([7, 2]);
  });

  test('sorts its table by name, group or choice, equals in English alphabetical order', () => {
    const rows = (['yes', 'absent', 'yes', 'no'] as const).map((entry, place) => ({
      ...{ id: `${place}`, place, entry, region: place === 1 ? null : ('weog' as const) },
    }));
    const by = (key: string, direction: 'ascending' | 'descending') =>
      sortedRows(rows, { key, direction })
        .map(({ id }) => id)
        .join('');
    expect([by('name', 'ascending'), by('name', 'descending')]).toEqual(['0123', '3210']);
    expect([by('entry', 'ascending'), by('entry', 'descending')]).toEqual(['0231', '1302']);
    expect([by('region', 'ascending'), by('region', 'descending')]).toEqual(['0231', '1023']);
  });

  test('is there for programs with every member', () => {
    const { byId } = plenary.delegation;
    const names = { byId, title: 'Open one desk', nameOf: (id: string) => `name of ${id}` };
    const notes = notesOf(plenary, voteId);
    const record = recordOfVote(vote, { ...names, notes, call: undefined, isCountedInHall: false });
    expect(record.members).toHaveLength(houseCodes.length);
    expect(record.members?.at(-1)).toEqual({
      ...{ code: 'CHE', name: 'name of CHE', region: 'weog', vote: 'yes' },
      ...{ enteredBySecretariat: false, intended: null },
    });
    expect(record).toMatchObject({ method: 'recorded', outcome: { yes: 3, no: 1, abstain: 1, absent: 10 } });
    expect(must(Date.parse(record.declaredAt), 'instant')).toBe(vote.declaredAt);
  });
});
