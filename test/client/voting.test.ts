import type { OwnBallot } from '@shared/domain/vote.ts';
import { describe, expect, test } from 'vitest';
import { standingOf } from '../../client/features/vote/ballotStanding.ts';
import type { Sent } from '../../client/features/vote/castMemory.ts';
import { countByRegion, rollCallOf } from '../../client/features/vote/rollCall.ts';
import { whyNot } from '../../client/features/vote/whyNot.ts';
import { csvOf, fileNameOf } from '../../client/parts/csv.ts';
import { house } from '../support/build.ts';

const own = (castBy: string, times: number, at = 1_000, commandId?: string): OwnBallot => ({
  ...{ castBy, at, times },
  ...(commandId ? { commandId } : {}),
});
const sent = (timesBefore: number, receivedAt: number | null = null, commandId?: string): Sent => ({
  ...{ choice: 'no', sentAt: 900, timesBefore, receivedAt },
  ...(commandId ? { commandId } : {}),
});

describe('what a device says of its delegation’s ballot', () => {
  test('nothing where nothing is known', () => {
    expect(standingOf(null, null, false, 'KEN-1')).toEqual({ phase: 'none' });
  });

  test('sending until the server has answered', () => {
    expect(standingOf(null, sent(0), true, 'KEN-1')).toMatchObject({ phase: 'sending', choice: 'no' });
    // An earlier ballot, one’s own or a colleague’s, is no answer to this one.
    expect(standingOf(own('KEN-1', 1), sent(1), true, 'KEN-1')).toMatchObject({ phase: 'sending' });
    expect(standingOf(own('KEN-2', 2), sent(1), true, 'KEN-1')).toMatchObject({ phase: 'sending' });
  });

  test('never recorded without an acknowledgement: loaded again in between, it is unconfirmed', () => {
    expect(standingOf(null, sent(0), false, 'KEN-1')).toMatchObject({ phase: 'unconfirmed', choice: 'no' });
    expect(standingOf(own('KEN-1', 1), sent(1), false, 'KEN-1')).toMatchObject({ phase: 'unconfirmed' });
    expect(standingOf(own('KEN-2', 2), sent(1), false, 'KEN-1')).toMatchObject({ phase: 'unconfirmed' });
  });

  test('[VOTE-16] recorded by the answer, or by the event under its id where the answer was lost', () => {
    expect(standingOf(null, sent(0, 1_000, 'a'), false, 'KEN-1')).toMatchObject({
      ...{ phase: 'received', at: 1_000, times: 1 },
    });
    for (const isPending of [true, false])
      expect(standingOf(own('KEN-1', 1, 990, 'a'), sent(0, null, 'a'), isPending, 'KEN-1')).toMatchObject({
        ...{ phase: 'received', at: 990, sent: { choice: 'no' }, isReplaced: false },
      });
  });

  test('[VOTE-16] not by what the same person has cast on another device', () => {
    const other = own('KEN-1', 1, 990, 'b');
    expect(standingOf(other, sent(0, null, 'a'), true, 'KEN-1')).toMatchObject({ phase: 'sending' });
    expect(standingOf(other, sent(0, null, 'a'), false, 'KEN-1')).toMatchObject({ phase: 'unconfirmed' });
    expect(standingOf(own('KEN-1', 2, 990, 'b'), sent(0, 980, 'a'), false, 'KEN-1')).toMatchObject({
      ...{ phase: 'received', castBy: 'KEN-1', times: 2, isReplaced: true },
    });
    // A colleague came between, and one's own is the last all the same.
    expect(standingOf(own('KEN-1', 3, 990, 'a'), sent(0, 980, 'a'), false, 'KEN-1')).toMatchObject({
      ...{ sent: { choice: 'no' }, isReplaced: false },
    });
  });

  test('[VOTE-16] a journal that tells no ids: by the answer alone, and with the choice where no other can have come', () => {
    expect(standingOf(own('KEN-1', 1), sent(0, null, 'a'), true, 'KEN-1')).toMatchObject({ phase: 'sending' });
    expect(standingOf(own('KEN-1', 1), sent(0, null, 'a'), false, 'KEN-1')).toMatchObject({ phase: 'unconfirmed' });
    expect(standingOf(own('KEN-1', 1), sent(0, 980, 'a'), false, 'KEN-1')).toMatchObject({
      ...{ phase: 'received', sent: { choice: 'no' }, isReplaced: false },
    });
    expect(standingOf(own('KEN-1', 2), sent(0, 980), false, 'KEN-1')).toMatchObject({ phase: 'received', sent: null });
  });

  test('a colleague’s later ballot takes the place of one’s own', () => {
    const standing = standingOf(own('KEN-2', 2), sent(0, 1_000), false, 'KEN-1');
    expect(standing).toMatchObject({ phase: 'received', castBy: 'KEN-2', times: 2, isReplaced: true });
  });

  test('the choice is told only where this device sent it', () => {
    expect(standingOf(own('KEN-1', 1), null, false, 'KEN-1')).toMatchObject({ phase: 'received', sent: null });
    expect(standingOf(own('KEN-2', 1), null, false, 'KEN-1')).toMatchObject({ castBy: 'KEN-2', isReplaced: false });
  });
});

describe('a record as a table', () => {
  test('no cell is computed by a spreadsheet', () => {
    const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200B=1', '＝1', '\r=1', 'a=b', 'Côte d’Ivoire'];
    const lines = cells.map((cell) => csvOf([[cell]]).slice(1, -2));
    for (const [at, line] of lines.slice(0, 9).entries()) expect(line, cells[at]).toMatch(/^"?'/);
    expect(lines.slice(9)).toEqual(['a=b', 'Côte d’Ivoire']);
  });

  test('commas, quotes and line ends stay within their cell', () => {
    expect(csvOf([['a,b', 'say "no"', 'two\nlines'], ['x']])).toBe('\uFEFF"a,b","say ""no""","two\nlines"\r\nx\r\n');
  });

  test('a title makes the name of a file', () => {
    expect(fileNameOf('../Fees: 5% / "low"?')).toBe('Fees-5-low');
    expect(fileNameOf('الهجرة الآمنة')).toBe('الهجرة-الآمنة');
    expect(fileNameOf('***')).toBe('vote');
  });
});

describe('a declared vote', () => {
  const h = house();
  h.openRooms({ rooms: 2 });
  const item = h.reported(1, 'One');
  h.step('deciding');
  h.stage(item, 'ready');
  h.act('sec', 'delegation.setCredentials', { delegationId: 'JPN', hasCredentials: false });
  const voteId = h.vote(item, { yes: ['SEN', 'KEN', 'CHE'], no: ['FRA'], abstain: ['MEX'] });
  const { delegation, vote } = h.state.plenary;
  const declared = vote.byId[voteId];
  if (declared?.phase !== 'declared') throw new Error('not declared');

  test('lists every member in English alphabetical order of the names, not of the codes', () => {
    const ids = rollCallOf(declared, delegation.byId).map(({ id }) => id);
    // Senegal, Serbia, Switzerland: SEN, SRB, CHE.
    expect(ids).toEqual([
      'BGD',
      'BRA',
      'CAN',
      'CHL',
      'FRA',
      'GHA',
      'HUN',
      'KEN',
      'MEX',
      'NPL',
      'POL',
      'SEN',
      'SRB',
      'CHE',
    ]);
  });

  test('counts by regional group, those included who did not vote', () => {
    const counts = countByRegion(declared, delegation.byId);
    expect(counts.find(({ region }) => region === 'weog')).toMatchObject({
      yes: 1,
      no: 1,
      abstain: 0,
      absent: 1,
      of: 3,
    });
    expect(counts.find(({ region }) => region === 'asia-pacific')).toMatchObject({ absent: 2, of: 2 });
    expect(counts.reduce((sum, { of }) => sum + of, 0)).toBe(declared.terms.members);
  });

  test('says why somebody does not vote', () => {
    const you = (role: 'delegate' | 'observer' | 'moderator' | 'panelist', delegationId: string | null) => ({
      ...{ participantId: 'p', delegationKind: null, name: '', role, delegationId },
    });
    const why = (...of: Parameters<typeof you>) => whyNot(you(...of), delegation, declared);
    expect(why('delegate', 'KEN')).toBeNull();
    expect(why('delegate', 'JPN')).toBe('no-credentials');
    expect(why('delegate', 'IOM')).toBe('not-a-member');
    expect(why('observer', 'VAT')).toBe('observer');
    expect(why('moderator', null)).toBe('bureau');
    expect(why('panelist', null)).toBe('panelist');
    h.act('sec', 'delegation.setCredentials', { delegationId: 'JPN', hasCredentials: true });
    expect(why('delegate', 'JPN')).toBe('too-late');
  });
});
