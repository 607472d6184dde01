import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStateNames } from '@shared/data/stateNames.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { Majority } from '@shared/domain/majority.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verifyJournal } from '../../server/cli/verifyJournal.ts';
import { decisionsJson } from '../../server/export/decisions.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { type House, house } from '../support/build.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-reconsidered-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Event = House['events'][number];

/** What the check says of the decisions file of events, some of which were altered before they were chained. */
async function checked(events: readonly Event[], alter: (event: Event) => Event | null = (event) => event) {
  const pos = new Map<string, number>();
  const kept = events.flatMap((event) => {
    const altered = alter(event);
    if (!altered) return [];
    pos.set(altered.scope, (pos.get(altered.scope) ?? 0) + 1);
    return [{ ...altered, pos: must(pos.get(altered.scope), 'position') }];
  });
  const storage = openStorage(mkdtempSync(join(folder, 'data-')));
  storage.people.addConsultation({ id: 'c', createdAt: 1 });
  storage.journal.append('c', kept, []);
  const bytes = decisionsJson({
    ...{ consultationId: 'c', entries: storage.journal.exported('c'), head: storage.journal.head('c') },
    stateNames: await loadStateNames('en'),
  });
  storage.close();
  const file = join(folder, 'decisions.json');
  writeFileSync(file, bytes);
  let text = '';
  const exit = await verifyJournal(['--file', file], (piece) => {
    text += piece;
  });
  return { exit, text };
}

const hours = 3_600_000;

class Meeting {
  readonly h = house({ profile: 'committee' });
  readonly itemId: string;

  constructor() {
    this.h.openRooms();
    this.itemId = this.h.reported(1, 'Open one desk', 'One desk is opened.\nIt is open every day.');
    this.h.stage(this.itemId, 'ready');
    this.h.step('deciding');
  }

  vote(subject: Subject, yes: readonly string[], no: readonly string[], majority: Majority = 'simple'): void {
    const told = this.h.act('mod', 'vote.open', { itemId: this.itemId, majority, present: 15, subject });
    const voteId = String(must(told[0], 'vote').data.voteId);
    for (const code of yes) this.h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'yes' });
    for (const code of no) this.h.act(`${code}-1`, 'vote.cast', { voteId, choice: 'no' });
    this.h.lock(voteId);
    this.h.act('mod', 'vote.declare', { voteId });
  }

  reconsider(yes: readonly string[] = ['KEN', 'FRA'], no: readonly string[] = ['JPN']): void {
    this.vote({ kind: 'reconsideration', movedBy: 'KEN' }, yes, no, 'two-thirds');
  }

  call(): void {
    const told = this.h.act('mod', 'noObjection.call', { itemId: this.itemId, seconds: 10, present: 15 });
    this.h.now += 10_000;
    this.h.act('system', 'noObjection.gavel', { callId: String(must(told[0], 'call').data.callId) });
  }

  silence(): void {
    const told = this.h.act('mod', 'silence.prepare', { itemId: this.itemId });
    const silenceId = String(must(told[0], 'round').data.silenceId);
    const deadlineAt = this.h.now + 80 * hours;
    this.h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived: 'Agreed by the meeting' });
    this.h.now = deadlineAt;
    this.h.act('system', 'silence.adopt', { silenceId });
  }

  divide(): void {
    const told = this.h.act('KEN-1', 'division.move', { itemId: this.itemId, version: 1, parts: [[0]] });
    const divisionId = String(must(told[0], 'motion').data.divisionId);
    this.h.act('mod', 'division.grant', { divisionId });
    this.vote({ kind: 'part', divisionId, partId: '1' }, ['KEN', 'FRA'], ['JPN']);
    this.vote({ kind: 'part', divisionId, partId: '2' }, ['KEN'], ['JPN', 'FRA']);
    this.vote({ kind: 'whole', divisionId }, ['KEN', 'FRA'], ['JPN']);
  }
}

const decided: Record<string, (meeting: Meeting) => void> = {
  'a vote': (meeting) => meeting.vote({ kind: 'item' }, ['KEN', 'FRA'], ['JPN']),
  'an adoption without a vote': (meeting) => meeting.call(),
  silence: (meeting) => meeting.silence(),
  'a division': (meeting) => meeting.divide(),
};

/** The events of a meeting that decides in a way, reconsiders, and adopts the text by silence in the end. */
function reconsidered(decide: (meeting: Meeting) => void = must(decided['a vote'], 'vote')): readonly Event[] {
  const meeting = new Meeting();
  decide(meeting);
  meeting.reconsider();
  meeting.silence();
  return meeting.h.events;
}

describe('[REC-6] a decision that was reconsidered', () => {
  test.each(Object.entries(decided))('by %s is sound, and so is what was decided anew', async (_, decide) => {
    const { exit, text } = await checked(reconsidered(decide));
    expect(text).toMatch(
      /^Vote \d, on the motion to reconsider version [12] of .*: 3 ballots recounted: .*Carried, as declared\.$/m,
    );
    expect(text).toMatch(/^Silence on version [23] of “Open one desk”: Round 1: .*Adopted, as told\.$/m);
    expect(exit).toBe(0);
  });

  test('is none where the motion was not carried', async () => {
    const meeting = new Meeting();
    meeting.call();
    meeting.reconsider(['KEN'], ['JPN']);
    const { exit, text } = await checked(meeting.h.events);
    expect(text).toMatch(/Not carried, as declared\.$/m);
    expect(exit).toBe(0);
  });

  const isMotion = ({ data }: Event) => (data.subject as Subject | undefined)?.kind === 'reconsideration';
  const again = (change: (snapshot: Record<string, unknown>) => Record<string, unknown>) => (event: Event) =>
    event.type === 'board.ItemReconsidered'
      ? { ...event, data: { ...event.data, snapshot: change(event.data.snapshot as Record<string, unknown>) } }
      : event;

  test.each<[string, (event: Event) => Event | null, RegExp]>([
    [
      'by a simple majority',
      (event) => (isMotion(event) ? { ...event, data: { ...event.data, majority: 'simple' } } : event),
      /is a motion to reconsider, and not by two thirds of those voting/,
    ],
    [
      'before anything was decided',
      (event) => (event.type === 'noObjection.AdoptedWithoutVote' ? null : event),
      /is a motion to reconsider what had not been decided/,
    ],
    [
      'and followed by nothing',
      (event) => (event.type === 'board.ItemReconsidered' ? null : event),
      /carries a motion to reconsider, and the text was not put again/,
    ],
    [
      'and followed by another text',
      again((snapshot) => ({ ...snapshot, title: 'Open two desks' })),
      /puts another text again than the one that was decided/,
    ],
    [
      'and followed by a version that is not the next',
      again((snapshot) => ({ ...snapshot, version: 7 })),
      /puts another text again than the one that was decided/,
    ],
  ])('is not taken for sound %s', async (_, alter, expected) => {
    const { exit, text } = await checked(
      reconsidered((meeting) => meeting.call()),
      alter,
    );
    expect(exit).toBe(1);
    expect(text).toMatch(expected);
  });

  test('is not taken for sound where the motion was not carried and the text was put again', async () => {
    const events = reconsidered((meeting) => meeting.call());
    const voteId = events.find(isMotion)?.data.voteId;
    const { exit, text } = await checked(events, (event) =>
      event.type === 'vote.TallyDeclared' && event.data.voteId === voteId
        ? { ...event, data: { ...event.data, outcome: { ...(event.data.outcome as object), result: 'not-carried' } } }
        : event,
    );
    expect(exit).toBe(1);
    expect(text).toMatch(/puts a text again that nobody had decided to reconsider/);
  });
});
