/**
 * Who may do what in the procedures, written from the description of roles and from practice and not from the table of rights: the
 * bureau steers; what binds a delegation is its own delegates' to say; only a member state with credentials votes and objects.
 */
import { must } from '@shared/domain/kernel/must.ts';
import { permitRefusal, permits, stepsOf } from '@shared/domain/permits.ts';
import { actorOf, type CommandData, type CommandName } from '@shared/domain/rulebook.ts';
import { beforeEach, describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';

const procedures =
  /^(vote|secretBallot|silence|showOfHands|rollCall|intendedVote|noObjection|sponsor|explanation|amendment|division)\./;

/** The bureau's acts: chair and secretariat alike, unless the secretariat alone counts or notes down. */
const bureau = `vote.open vote.announceLock vote.callOffLock vote.lock vote.declare vote.withdraw secretBallot.recount
  silence.prepare silence.markLanguage silence.open silence.extend silence.restore silence.withdraw silence.revise silence.renew
  silence.circulate silence.answer silence.takeNote showOfHands.askRecorded showOfHands.holdRecorded rollCall.draw rollCall.callNext
  rollCall.markAbsent rollCall.takeBackAbsence intendedVote.enter intendedVote.strike noObjection.call noObjection.callOff sponsor.enter sponsor.strike
  explanation.openList explanation.closeList explanation.giveFloor explanation.end amendment.restate amendment.accept amendment.takeOver
  amendment.arrange amendment.relate amendment.ruleNotPut division.call division.grant division.callSpeaker division.markOperative
  division.withdraw division.takeOver`;
const secretariat = 'showOfHands.enterCount rollCall.enter';
const delegates = `vote.cast secretBallot.cast silence.break silence.retract silence.say silence.read showOfHands.askRecorded rollCall.answer
  intendedVote.state intendedVote.retract noObjection.object noObjection.retract sponsor.join sponsor.leave explanation.ask
  explanation.withdraw explanation.file explanation.end amendment.propose amendment.restate amendment.join amendment.leave
  amendment.withdraw amendment.takeUp division.move division.object division.withdraw`;
const program = 'vote.lapse secretBallot.count silence.remind silence.adopt noObjection.gavel division.lapse';

const listed = (names: string) => names.trim().split(/\s+/) as CommandName[];
const allowed: Record<string, readonly CommandName[]> = {
  mod: listed(bureau),
  sec: [...listed(bureau), ...listed(secretariat)],
  'KEN-1': listed(delegates),
  'VAT-9': listed(delegates),
  'VAT-1': [],
  'pan-1': [],
  screen: [],
};

let h: House;
let item: string;

beforeEach(() => {
  h = house();
  // Who speaks for an observer has a delegate's seat in it; most of its people have an observer's.
  const seats = ['VAT', 'IOM'].map((id) => ({ participantId: `${id}-9`, delegationId: id, role: 'delegate' as const }));
  h.act('sec', 'delegation.admit', { seats });
  h.openRooms({ rooms: 1 });
  item = h.reported(1, 'One', 'States act.\nThey report.\nThey learn.');
  h.step('deciding');
  h.stage(item, 'ready');
  h.act('sec', 'delegation.setCredentials', { delegationId: 'FRA', hasCredentials: false });
});

describe('what a role may ask for', () => {
  test('every act of the procedures is somebody’s, and what the program owes is nobody’s', () => {
    const all = (Object.keys(permits) as CommandName[]).filter((name) => procedures.test(name));
    const known = new Set([...Object.values(allowed).flat(), ...listed(program)]);
    expect(all.filter((name) => !known.has(name))).toEqual([]);
    expect([...known].filter((name) => !all.includes(name))).toEqual([]);
  });

  test.each(Object.entries(allowed))('%s', (who, may) => {
    const actor = actorOf(h.state, who);
    if ('refused' in actor) throw new Error(actor.refused);
    const all = (Object.keys(permits) as CommandName[]).filter((name) => procedures.test(name));
    const permitted = all.filter((name) => permitRefusal(h.state, actor, name, {}) === null);
    expect(permitted.sort()).toEqual([...may].sort());
  });

  test('the votes of a panel are held while it decides', () => {
    for (const name of ['vote.open', 'vote.cast', 'noObjection.call', 'noObjection.object', 'rollCall.answer'] as const)
      expect(stepsOf(name), name).toEqual(['deciding']);
  });
});

describe('what a delegation may do', () => {
  const people = { member: 'KEN-1', withoutCredentials: 'FRA-1', observerState: 'VAT-9', organisation: 'IOM-9' };
  /** Whether each of them is refused for what its delegation is, and not for what it names. */
  function entitled<C extends CommandName>(type: C, payload: CommandData<C>): string[] {
    return Object.entries(people)
      .filter(([, who]) => {
        const told = h.try(who, type, payload);
        return !('refused' in told) || !/not-entitled|not-a-member|not-permitted/.test(told.refused);
      })
      .map(([kind]) => kind);
  }

  test('[DEL-1] to vote, to object and to explain a vote is for member states with credentials', () => {
    const voteId = 'nothing';
    const only = ['member'];
    expect(entitled('vote.cast', { voteId, choice: 'yes' })).toEqual(only);
    expect(entitled('secretBallot.cast', { voteId, choice: 'yea', receipt: 'ab'.repeat(16) })).toEqual(only);
    expect(entitled('rollCall.answer', { voteId, choice: 'yes' })).toEqual(only);
    expect(entitled('showOfHands.askRecorded', { voteId })).toEqual(only);
    expect(entitled('intendedVote.state', { voteId, choice: 'yes' })).toEqual(only);
    expect(entitled('noObjection.object', { callId: 'nothing' })).toEqual(only);
    expect(entitled('division.object', { divisionId: 'nothing' })).toEqual(only);
    const objection = { round: 1, isConfirmed: true as const, reason: null, alternative: null };
    expect(entitled('silence.break', { silenceId: 'nothing', ...objection })).toEqual(only);
    const told = h.act('mod', 'explanation.openList', { explained: { kind: 'item', id: item }, minutes: 5 });
    const listId = String(must(told[0], 'list').data.listId);
    expect(entitled('explanation.ask', { listId })).toEqual(only);
    expect(entitled('explanation.file', { listId, text: 'We regret.' })).toEqual(only);
  });

  test('[SPO-1] [AMD-1] [DIV-1] [POS-1] to put something forward and to take a position is for member states', () => {
    const members = ['member', 'withoutCredentials'];
    expect(entitled('sponsor.join', { itemId: item })).toEqual(members);
    expect(entitled('position.signal', { itemId: item, position: 'support' })).toEqual(members);
    const changes = [{ as: 'revise' as const, block: 0, text: 'States may act.' }];
    expect(entitled('amendment.propose', { itemId: item, version: 1, rationale: 'Clearer.', changes })).toEqual(
      members,
    );
    expect(entitled('amendment.join', { amendmentId: 'nothing' })).toEqual(members);
    expect(entitled('amendment.takeUp', { amendmentId: 'nothing' })).toEqual(members);
    expect(entitled('division.move', { itemId: item, version: 1, parts: [[0]] })).toEqual(members);
  });

  test('[SIL-13] to ask and to comment is for every delegation', () => {
    expect(entitled('silence.say', { silenceId: 'nothing', kind: 'question', text: 'Why?' })).toEqual(
      Object.keys(people),
    );
    expect(entitled('silence.read', { silenceId: 'nothing' })).toEqual(Object.keys(people));
    h.step('commenting');
    const comment = { itemId: item, kind: 'question' as const, text: 'Why?', replyTo: null };
    expect(entitled('comment.post', comment)).toEqual(Object.keys(people));
  });

  test('a chair who sits in a delegation does not act for it', () => {
    h.act('sec', 'delegation.reseat', { participantId: 'KEN-2', delegationId: 'KEN', role: 'moderator' });
    const others = listed(delegates).filter((each) => !listed(bureau).includes(each));
    // The right comes before anything that is named.
    for (const name of others)
      expect(h.try('KEN-2', name, {} as never), name).toEqual({ refused: 'rights.not-permitted' });
  });
});
