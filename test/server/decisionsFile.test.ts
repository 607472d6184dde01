import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStateNames, type StateNames } from '@shared/data/stateNames.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { turnOf } from '@shared/domain/rollCall.ts';
import type { ProfileId } from '@shared/domain/ruleProfile.ts';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyJournal } from '../../server/cli/verifyJournal.ts';
import { decisionsJson } from '../../server/export/decisions.ts';
import type { JournalExportEntry } from '../../server/ports/journal.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { type House, house } from '../support/build.ts';
import { busyHouse } from '../support/busyHouse.ts';

const id = 'consultation-1';
let stateNames: StateNames;
let folder: string;
let storage: Storage;
beforeAll(async () => {
  stateNames = await loadStateNames('en');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-decisions-'));
  storage = openStorage(join(folder, 'data'));
});
afterEach(() => {
  storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Keeps what has happened since, and makes the decisions file. */
function fileOf({ events }: House): string {
  const { journal, people } = storage;
  const known = journal.head(id).seq;
  if (known === 0) people.addConsultation({ id, createdAt: 1 });
  journal.append(id, events.slice(known), []);
  const bytes = decisionsJson({
    consultationId: id,
    entries: journal.exported(id),
    head: journal.head(id),
    stateNames,
  });
  return new TextDecoder().decode(bytes);
}

async function told(content: string | Uint8Array, ...more: string[]): Promise<{ exit: number; text: string }> {
  const file = join(folder, 'decisions.json');
  writeFileSync(file, content);
  return said('--file', file, ...more);
}

async function said(...argv: string[]): Promise<{ exit: number; text: string }> {
  let text = '';
  const exit = await verifyJournal(argv, (piece) => {
    text += piece;
  });
  return { exit, text };
}

const entriesIn = (text: string) => (JSON.parse(text) as { journal: JournalExportEntry[] }).journal;

/** A small consultation with one item that is ready to be voted on. */
function ready(profile: ProfileId = 'informal'): { h: House; itemId: string } {
  const h = house({ profile });
  h.openRooms();
  const itemId = h.reported(1, 'Open one desk');
  h.stage(itemId, 'ready');
  h.step('deciding');
  return { h, itemId };
}

/** The kept events with some of them altered before they were chained: a house that lied when it wrote. */
function lying(h: House, alter: (event: House['events'][number]) => House['events'][number] | null): string {
  const events = h.events.flatMap((event) => alter(event) ?? []);
  const pos = new Map<string, number>();
  const renumbered = events.map((event) => {
    pos.set(event.scope, (pos.get(event.scope) ?? 0) + 1);
    return { ...event, pos: must(pos.get(event.scope), 'position') };
  });
  h.events.splice(0, h.events.length, ...renumbered);
  return fileOf(h);
}

const only = (type: string, change: (data: Record<string, unknown>) => Record<string, unknown>) => {
  let isDone = false;
  return (event: House['events'][number]) => {
    if (isDone || event.type !== type) return event;
    isDone = true;
    return { ...event, data: change(event.data) };
  };
};

describe('the decisions file', () => {
  test('[AUD-1] has the whole chain, and of its payloads those that decisions are made of', async () => {
    const { h } = busyHouse();
    const entries = entriesIn(fileOf(h));
    expect(entries).toHaveLength(h.events.length);
    const disclosed = new Set(entries.filter(({ data }) => data !== null).map(({ type }) => type));
    expect([...disclosed].sort()).toEqual([
      ...['board.ItemTabled', 'consultation.ConsultationOpened', 'delegation.DelegationsAccredited', 'vote.BallotCast'],
      ...['vote.BallotReceived', 'vote.OwnBallotReceived', 'vote.TallyDeclared', 'vote.VoteLocked', 'vote.VoteOpened'],
    ]);
    for (const { data, salt } of entries) expect(data === null).toBe(salt === null);
  });

  test('[AUD-1] has the texts that were decided on and no others', () => {
    const { h, items } = busyHouse();
    const text = fileOf(h);
    const tabled = entriesIn(text).filter(({ type, data }) => type === 'board.ItemTabled' && data !== null);
    expect(tabled.map(({ data }) => data?.itemId)).toEqual([items.carried, items.lost]);
    expect(text).not.toContain('Hold a donor conference');
  });

  test('[AUD-2] says nothing of who sits where, of comments and positions, or of what happened in a room', () => {
    const { h } = busyHouse();
    const text = fileOf(h);
    for (const { scope, type, data } of entriesIn(text))
      if (scope.startsWith('room:') || /^(delegation\.Part|comment|position|room|actionItem)/.test(type))
        expect(data).toBeNull();
    for (const words of ['Who pays for the desks?', 'Outside the mandate', 'pan-1"]'])
      expect(text).not.toContain(words);
  });

  test('[AUD-2] of a running vote there is the turnout; of a declared one the ballots that count, not those they replaced', () => {
    const { h, itemId } = ready();
    const voteId = h.openVote(itemId, { yes: ['KEN', 'CAN'], no: ['BRA'] });
    h.act('KEN-2', 'vote.cast', { voteId, choice: 'abstain' });
    const sealed = (text: string) => entriesIn(text).filter(({ scope }) => scope === 'sealed');
    const running = fileOf(h);
    expect(sealed(running).map(({ data }) => data)).toEqual([null, null, null, null]);
    expect(running).not.toContain('"choice"');
    h.act('mod', 'vote.lock', { voteId });
    expect(fileOf(h)).not.toContain('"choice"');
    h.act('mod', 'vote.declare', { voteId });
    const choices = sealed(fileOf(h)).map(({ data }) => data && [data.delegationId, data.choice]);
    expect(choices).toEqual([null, ['CAN', 'yes'], ['BRA', 'no'], ['KEN', 'abstain']]);
  });

  test('[AUD-2] is the same but for hashes whatever was chosen in a vote that is running', () => {
    const without = (choice: 'yes' | 'no') => {
      const { h, itemId } = ready();
      h.openVote(itemId, { [choice]: ['KEN'] });
      const entries = h.events.map((event) => ({ ...event, consultationId: id, salt: '', hash: '', link: '' }));
      return new TextDecoder().decode(
        decisionsJson({ consultationId: id, entries, head: { seq: 1, link: '' }, stateNames }),
      );
    };
    expect(without('yes')).toBe(without('no'));
  });

  test('[AUD-3] is the same, byte for byte, for the same consultation, and begins with what one can read', () => {
    const { h } = busyHouse();
    const once = fileOf(h);
    expect(fileOf(h)).toBe(once);
    const { decisions, delegations, profiles } = JSON.parse(once) as Record<string, Record<string, unknown>[]>;
    expect(decisions?.[0]).toMatchObject({
      ...{ kind: 'vote', number: 1, phase: 'declared', method: 'recorded', outcome: { yes: 7, no: 2, abstain: 1 } },
      item: { title: 'Open one desk for migrants in every municipality', version: 1 },
      lists: { abstain: ['FRA'], no: ['BRA', 'HUN'], yes: ['CAN', 'CHL', 'GHA', 'JPN', 'KEN', 'NPL', 'POL'] },
    });
    // Switzerland stands where its English name does.
    expect(decisions?.[0]?.absent).toEqual(['BGD', 'MEX', 'SEN', 'SRB', 'CHE']);
    expect(delegations).toContainEqual(expect.objectContaining({ code: 'KEN', name: 'Kenya' }));
    expect(profiles).toEqual([expect.objectContaining({ id: 'informal' })]);
  });
});

describe('checking decisions', () => {
  test('[AUD-4] says of every decision what it was, recounted, without a server', async () => {
    const { h } = busyHouse();
    const { exit, text } = await told(fileOf(h));
    expect(exit).toBe(0);
    expect(text).toContain(
      'Vote 1, on version 1 of “Open one desk for migrants in every municipality”: 10 ballots recounted: 7 in favour, 2 against, 1 abstaining, 5 of 15 members not voting; a simple majority of those present and voting (9) is 5. Carried, as declared. Indicative, not a decision.\n',
    );
    expect(text).toContain('two thirds of those present and voting (4) is 3. Not carried, as declared.');
    expect(text).toContain('2 decisions recomputed, each as it was declared.\n');
  });

  test.each<[string, string, (data: Record<string, unknown>) => Record<string, unknown>, RegExp]>([
    [
      'numbers that the ballots do not give',
      'vote.TallyDeclared',
      (data) => ({ ...data, outcome: { ...(data.outcome as object), yes: 8 } }),
      /entry \d+ declares yes 8, where the ballots give 2/,
    ],
    [
      'a verdict that the numbers do not give',
      'vote.TallyDeclared',
      (data) => ({ ...data, outcome: { ...(data.outcome as object), result: 'not-carried' } }),
      /declares result "not-carried", where the ballots give "carried"/,
    ],
    [
      'a choice that was not cast',
      'vote.TallyDeclared',
      (data) => ({ ...data, rollCall: { ...(data.rollCall as object), KEN: 'no' } }),
      /entry \d+ is the ballot of Kenya: yes, declared as no \(entry \d+\)/,
    ],
    [
      'a ballot from nowhere',
      'vote.TallyDeclared',
      (data) => ({ ...data, rollCall: { ...(data.rollCall as object), FRA: 'yes' } }),
      /lists France as yes, of which there is no ballot/,
    ],
    [
      'a ballot left out',
      'vote.TallyDeclared',
      (data) => ({ ...data, rollCall: { KEN: 'yes', CAN: 'yes' } }),
      /is the ballot of Brazil, which the declared list leaves out/,
    ],
    [
      'a member left out',
      'vote.VoteOpened',
      (data) => ({ ...data, electorate: (data.electorate as string[]).filter((code) => code !== 'POL') }),
      /leaves out members with credentials: Poland; .*says 15 members and names 14/,
    ],
    [
      'a member too many',
      'vote.VoteOpened',
      (data) => ({ ...data, electorate: [...(data.electorate as string[]), 'VAT'], members: 16 }),
      /counts as members whom it should not: Holy See/,
    ],
    [
      'other rules than were in force',
      'vote.VoteOpened',
      (data) => ({ ...data, isIndicative: false }),
      /has for isIndicative false, which is not what version \d of the profile informal says/,
    ],
    [
      'a ballot acknowledged to others',
      'vote.BallotCast',
      (data) => ({ ...data, delegationId: 'CHL' }),
      /is a ballot that was acknowledged to another delegation/,
    ],
  ])('[AUD-4] [AUD-5] finds %s, though the chain is whole', async (_, type, change, expected) => {
    const { h, itemId } = ready();
    h.vote(itemId, { yes: ['KEN', 'CAN'], no: ['BRA'] });
    const file = await told(lying(h, only(type, change)));
    // A choice that was not declared does not leave the house: which one it is, only the house's own journal says.
    const directory = await said('--data-dir', join(folder, 'data'));
    for (const { exit, text } of [file, directory]) {
      expect(exit).toBe(1);
      expect(text).toContain('all intact');
      expect(text).toMatch(/^Vote 1, on version 1 of “Open one desk”: DOES NOT STAND UP: /m);
      expect(text).toContain('1 decision recomputed, 1 of them not as declared.');
    }
    expect(directory.text).toMatch(expected);
  });

  test('[AUD-5] finds a ballot that was taken after the lock', async () => {
    const { h, itemId } = ready();
    h.vote(itemId, { yes: ['KEN', 'CAN'], no: ['BRA'] });
    const at = h.events.findLastIndex(({ type }) => type === 'vote.VoteLocked');
    const cast = h.events.findLastIndex(({ type }) => type === 'vote.BallotCast');
    const [locked] = h.events.splice(at, 1);
    h.events.splice(cast, 0, must(locked, 'lock'));
    const { exit, text } = await told(lying(h, (event) => event));
    expect(exit).toBe(1);
    expect(text).toMatch(/entry \d+ is the ballot of Brazil, taken after the vote was locked \(entry \d+\)/);
  });

  test('[AUD-5] finds a ballot that nobody was told of, and one that was told and is not there', async () => {
    const { h, itemId } = ready();
    h.vote(itemId, { yes: ['KEN', 'CAN'], no: ['BRA'] });
    const { events } = h;
    const told_ = events.findLastIndex(({ type }) => type === 'vote.BallotReceived');
    const kept = events.findIndex(({ type }) => type === 'vote.BallotCast');
    const { text } = await told(lying(h, (event) => ([events[told_], events[kept]].includes(event) ? null : event)));
    expect(text).toMatch(/is the ballot of Brazil, which was never announced/);
    expect(text).toMatch(/acknowledges a ballot that is not among the sealed entries/);
    expect(text).toMatch(/announces a ballot of Kenya, of which there is none/);
  });

  test('[AUD-5] says of an entry of a vote that was never opened that it belongs to no decision', async () => {
    const { h, itemId } = ready();
    h.vote(itemId, { yes: ['KEN'] });
    const { exit, text } = await told(lying(h, (event) => (event.type === 'vote.VoteOpened' ? null : event)));
    expect(exit).toBe(1);
    expect(text).toMatch(/^Entry \d+ \(vote\.TallyDeclared\) belongs to no decision/m);
  });

  test('[AUD-7] is done with an archive and with a data directory as well, and tells of a running vote its turnout alone', async () => {
    const { h, items } = busyHouse();
    h.openVote(items.ready, { yes: ['KEN', 'CAN'], no: ['BRA'] });
    const text = fileOf(h);
    const archive = JSON.stringify({ journal: [...storage.journal.exported(id)] });
    for (const found of [await told(text), await told(archive), await said('--data-dir', join(folder, 'data'))]) {
      expect(found.exit).toBe(0);
      expect(found.text).toContain('Carried, as declared.');
      expect(found.text).toContain(
        'Vote 3, on version 1 of “Share risk analysis between border agencies”: Still open; 3 ballots received. The choices stay sealed.\n',
      );
      expect(found.text).toContain('3 decisions recomputed, each as it was declared.');
    }
  });

  test('[AUD-7] answers in one line for programs, and knows a last link that was written down', async () => {
    const { h } = busyHouse();
    const text = fileOf(h);
    const { link } = storage.journal.head(id);
    const { exit, text: line } = await told(text, '--json', '--head', link);
    expect(exit).toBe(0);
    const found = JSON.parse(line) as { ok: boolean; consultations: { decisions: { stands: boolean }[] }[] };
    expect(found.ok).toBe(true);
    expect(found.consultations[0]?.decisions.map(({ stands }) => stands)).toEqual([true, true]);
    expect((await told(text, '--head', 'f'.repeat(64))).exit).toBe(1);
  });
});

describe('votes without ballots in the chain', () => {
  const nonce = '0123456789abcdef0123456789abcdef';

  /** A roll call of the whole house: Kenya is entered by the secretariat, Poland does not answer, all others say yes. */
  function rollCalled(h: House, itemId: string): string {
    const opened = h.act('mod', 'vote.open', { itemId, majority: 'simple', present: null, method: 'roll-call' });
    const voteId = String(must(opened[0], 'vote').data.voteId);
    h.act('mod', 'rollCall.draw', { voteId, nonce });
    for (;;) {
      const { current, left } = turnOf(must(h.state.plenary.rollCall[voteId], 'roll call'));
      const code = must(current, 'the one called');
      if (code === 'POL') {
        // A slip, taken back: it is called once more, and does not answer then either.
        for (const type of ['rollCall.markAbsent', 'rollCall.takeBackAbsence', 'rollCall.markAbsent'] as const)
          h.act('sec', type, { voteId, delegationId: code });
      } else if (code === 'KEN') h.act('sec', 'rollCall.enter', { voteId, delegationId: code, choice: 'no' });
      else h.act(`${code}-1`, 'rollCall.answer', { voteId, choice: 'yes' });
      if (left === 0) break;
      if (code !== 'POL') h.act('mod', 'rollCall.callNext', { voteId, after: code });
    }
    h.act('mod', 'vote.declare', { voteId });
    return voteId;
  }

  test('[AUD-4] a roll call is recounted from its answers, and its lot drawn anew', async () => {
    const { h, itemId } = ready();
    rollCalled(h, itemId);
    const { exit, text } = await told(fileOf(h));
    expect(text).toMatch(
      /Vote 1, .*14 answers \(1 entered by the secretariat\) heard, beginning with .* by lot: 13 in favour, 1 against, 0 abstaining, 1 of 15 members not voting;.* as declared/,
    );
    expect(exit).toBe(0);
  });

  test.each<[string, string, (data: Record<string, unknown>) => Record<string, unknown>, RegExp]>([
    [
      'another seed',
      'LotRevealed',
      (data) => ({ ...data, seed: 'other' }),
      /reveals a seed that is not the one sealed/,
    ],
    [
      'another nonce',
      'LotDrawn',
      (data) => ({ ...data, nonce: 'f'.repeat(32) }),
      /draws place \d+, where the lot gives/,
    ],
    [
      'an order of its own',
      'LotSealed',
      (data) => ({ ...data, order: [...(data.order as string[])].reverse() }),
      /has not the members in English alphabetical order/,
    ],
    ['an answer turned', 'DelegationAnswered', (data) => ({ ...data, choice: 'no' }), /where no was answered/],
    [
      'one called out of turn',
      'DelegationCalled',
      (data) => ({ ...data, delegationId: data.delegationId === 'GHA' ? 'SEN' : 'GHA' }),
      /out of its turn/,
    ],
    [
      'one called again who was not the last',
      'AbsenceTakenBack',
      (data) => ({ ...data, delegationId: data.delegationId === 'POL' ? 'GHA' : 'POL' }),
      /calls Ghana again, which was not the last and absent/,
    ],
  ])('[AUD-4] finds in a roll call %s', async (_, type, change, expected) => {
    const { h, itemId } = ready();
    rollCalled(h, itemId);
    const { exit, text } = await told(lying(h, only(`rollCall.${type}`, change)));
    expect(exit).toBe(1);
    expect(text).toMatch(expected);
  });

  /** Two hands for, one against. */
  function handsShown(): House {
    const { h, itemId } = ready();
    const opened = h.act('mod', 'vote.open', { itemId, majority: 'simple', present: null, method: 'show-of-hands' });
    const voteId = String(must(opened[0], 'vote').data.voteId);
    for (const code of ['KEN', 'CAN']) h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
    h.act('BRA-1', 'vote.cast', { voteId, choice: 'no' });
    h.act('mod', 'vote.lock', { voteId });
    h.act('mod', 'vote.declare', { voteId });
    return h;
  }

  test('[AUD-2] of a show of hands the file has the totals', async () => {
    const h = handsShown();
    const file = fileOf(h);
    expect(file).not.toContain('"choice"');
    const whole = await told(file);
    expect(whole.text).toContain('3 hands shown, whose were which is not kept: 2 in favour, 1 against, 0 abstaining');
    expect(whole.exit).toBe(0);
  });

  test('[AUD-4] [AUD-7] hands that were declared otherwise than they were shown are found in the house itself', async () => {
    const turned = only('vote.TallyDeclared', (data) => ({
      ...data,
      outcome: { ...(data.outcome as object), yes: 1, no: 2, result: 'not-carried', reason: 'too-few' },
    }));
    await told(lying(handsShown(), turned));
    const { exit, text } = await said('--data-dir', join(folder, 'data'));
    expect(exit).toBe(1);
    expect(text).toMatch(/declares yes 1, where the ballots give 2/);
  });

  test('[AUD-4] hands that were counted in the hall are what the secretariat entered last', async () => {
    const { h, itemId } = ready();
    const opened = h.act('mod', 'vote.open', { itemId, majority: 'simple', present: null, method: 'show-of-hands' });
    const voteId = String(must(opened[0], 'vote').data.voteId);
    h.act('sec', 'showOfHands.enterCount', { voteId, yes: 9, no: 2, abstain: 1 });
    expect(fileOf(h)).not.toContain('"abstain":1');
    h.act('sec', 'showOfHands.enterCount', { voteId, yes: 8, no: 2, abstain: 1 });
    h.act('mod', 'vote.lock', { voteId });
    h.act('mod', 'vote.declare', { voteId });
    const { exit, text } = await told(fileOf(h));
    expect(text).toContain('Hands counted in the hall, as the secretariat entered them: 8 in favour, 2 against');
    expect(exit).toBe(0);
  });
});

describe('a byte that is not as it was written', () => {
  /** A silence that was broken, revised and adopted. */
  function silenced(): House {
    const { h, itemId } = ready('committee');
    const silenceId = String(must(h.act('mod', 'silence.prepare', { itemId })[0], 'round').data.silenceId);
    const open = () => {
      const deadlineAt = h.now + 80 * 3_600_000;
      h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived: 'Agreed by the meeting' });
      return deadlineAt;
    };
    open();
    h.act('KEN-1', 'silence.read', { silenceId });
    const objection = { isConfirmed: true as const, reason: 'A secret reason', alternative: null };
    h.act('BRA-1', 'silence.break', { silenceId, round: 1, ...objection });
    const paragraphs = [{ from: 0, text: 'One desk is opened everywhere.' }];
    h.act('mod', 'silence.revise', { silenceId, revision: { title: 'Open one desk', paragraphs } });
    h.act('mod', 'silence.renew', { silenceId });
    h.now = open();
    h.act('system', 'silence.adopt', { silenceId });
    return h;
  }

  function voted(): House {
    const { h, itemId } = ready();
    h.vote(itemId, { yes: ['KEN', 'CAN'], no: ['BRA'], abstain: ['FRA'] });
    return h;
  }

  test.each([
    ['a vote', voted, 97],
    ['a silence procedure', silenced, 157],
  ] as const)('[AUD-6] is found wherever it is in the file of %s, and its place named', async (_, made, every) => {
    const intact = new TextEncoder().encode(fileOf(made()));
    expect((await told(intact)).exit).toBe(0);
    const lines = new TextDecoder().decode(intact).split('\n');
    let [line, from] = [0, 0];
    for (let at = 0; at < intact.length; at += every) {
      while (at >= from + (lines[line]?.length ?? 0) + 1) {
        from += (lines[line]?.length ?? 0) + 1;
        line += 1;
      }
      const bytes = Uint8Array.from(intact);
      bytes[at] = (intact[at] ?? 0) ^ (1 << (at % 8));
      const { exit, text } = await told(bytes);
      const seq = /"seq":(\d+),/.exec(lines[line] ?? '')?.[1];
      expect({ at, exit }).toEqual({ at, exit: 1 });
      if (!seq || lines[line]?.startsWith('"head"'))
        expect({ at, text }).toMatchObject({
          text: expect.stringMatching(/^In the file .* is not what its entries give/m),
        });
      else
        expect({ at, text }).toMatchObject({
          text: expect.stringMatching(new RegExp(`\\bentry (${seq}|${Number(seq) + 1})\\b`)),
        });
    }
  });

  test('[AUD-6] is named with the decision that it touches, and the others are recomputed all the same', async () => {
    const { h } = busyHouse();
    const text = fileOf(h);
    const entries = entriesIn(text);
    const declared = entries.filter(({ type }) => type === 'vote.TallyDeclared')[1];
    const line = text.split('\n').find((each) => each.includes(`"hash":"${declared?.hash}"`)) ?? '';
    const { exit, text: found } = await told(text.replace(line, line.replace('"yes":1', '"yes":2')));
    expect(exit).toBe(1);
    expect(found).toMatch(
      new RegExp(
        `entry ${declared?.seq} \\(part of vote 2, on version 1 of “Levy a fee on remittances”\\) does not say what it said`,
      ),
    );
    expect(found).toMatch(/^Vote 1, .*Carried, as declared/m);
    expect(found).toMatch(/^Vote 2, .*DOES NOT STAND UP/m);
  });

  test('[AUD-6] a name that this program has otherwise is a note where the file is as it was written', async () => {
    const { h } = busyHouse();
    fileOf(h);
    const bytes = decisionsJson({
      ...{ consultationId: id, entries: storage.journal.exported(id), head: storage.journal.head(id) },
      stateNames: { ...stateNames, KEN: 'Kenya (as it was called)' },
    });
    const { exit, text } = await told(bytes);
    expect(exit).toBe(0);
    expect(text).toContain('This program has the line of Kenya otherwise; the file is as it was written.');
    const flipped = new TextDecoder().decode(bytes).replace('as it was called', 'as it was cAlled');
    expect((await told(flipped)).exit).toBe(1);
  });
});
