import { must } from '@shared/domain/kernel/must.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { describe, expect, test } from 'vitest';
import { type House, house } from '../support/build.ts';
import { at, change, checked, type Event, ready } from '../support/checkedDecisions.ts';

const hours = 3_600_000;

/** A silence that was broken once and adopted in the second round. */
function silenced(): { h: House; deadlineAt: number } {
  const { h, itemId } = ready();
  const prepared = h.act('mod', 'silence.prepare', { itemId });
  const silenceId = String(must(prepared[0], 'round').data.silenceId);
  const open = () => {
    const deadlineAt = h.now + 80 * hours;
    h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived: 'Agreed by the meeting' });
    return deadlineAt;
  };
  open();
  h.act('BRA-1', 'silence.break', {
    silenceId,
    round: 1,
    isConfirmed: true,
    reason: 'A secret reason',
    alternative: null,
  });
  h.act('mod', 'silence.revise', {
    silenceId,
    revision: { title: 'Open one desk', paragraphs: [{ from: 0, text: 'One desk is opened everywhere.' }] },
  });
  h.act('mod', 'silence.renew', { silenceId });
  const deadlineAt = open();
  h.now = deadlineAt;
  h.act('system', 'silence.adopt', { silenceId });
  return { h, deadlineAt };
}

describe('[AUD-4] a silence procedure', () => {
  test('is followed through its rounds, and the hash taken anew from the text', async () => {
    const { exit, text } = await checked(silenced().h);
    expect(text).toMatch(
      /^Silence on version 2 of “Open one desk”: Round 1: 15 delegations notified\. Round 1 was broken on .*Round 2: the text has the hash [0-9a-f]{64}; nobody broke silence until .* UTC\. Adopted, as told\.$/m,
    );
    expect(exit).toBe(0);
  });

  test('[AUD-2] says in the file nothing of why it was broken', async () => {
    expect((await checked(silenced().h)).file).not.toContain('A secret reason');
  });

  test.each<[string, (event: Event, deadlineAt: number) => Event | null, RegExp]>([
    [
      'another text',
      change('silence.RoundPrepared', { textHash: '0'.repeat(64) }),
      /says the hash 0+, where the text gives/,
    ],
    [
      'an adoption at the last instant',
      (event, deadlineAt) => at('silence.SilenceAdopted', deadlineAt)(event),
      /adopts a text before its deadline had passed/,
    ],
    [
      'an objection that was left out of the count',
      (event) => (event.type === 'silence.TextRevised' || event.data.round === 2 ? null : event),
      /adopts a text whose silence was not running|opens a silence that was not prepared/,
    ],
    [
      'fewer that were notified',
      change('silence.SilenceOpened', { notified: ['KEN'] }),
      /does not notify exactly the members/,
    ],
    [
      'a shorter time without a reason',
      change('silence.SilenceOpened', { minimumHours: 90 }),
      /gives less than 90 hours, and no reason/,
    ],
  ])('is not taken for sound with %s', async (_, alter, expected) => {
    const { h, deadlineAt } = silenced();
    const { exit, text } = await checked(h, (event) => alter(event, deadlineAt));
    expect(exit).toBe(1);
    expect(text).toMatch(expected);
  });
});

/** A call for adoption without a vote; adopted unless somebody objects. */
function called(objector: string | null = null): { h: House; endsAt: number } {
  const { h, itemId } = ready();
  const told = h.act('mod', 'noObjection.call', { itemId, seconds: 10, present: 15 });
  const { callId, endsAt } = must(told[0], 'call').data as { callId: string; endsAt: number };
  if (objector) h.act(objector, 'noObjection.object', { callId });
  else {
    h.now = endsAt;
    h.act('system', 'noObjection.gavel', { callId });
  }
  return { h, endsAt };
}

describe('[AUD-4] an adoption without a vote', () => {
  test('is what nobody objected to', async () => {
    const { exit, text } = await checked(called().h);
    expect(text).toMatch(
      /^Adoption without a vote of version 1 of “Open one desk”: 15 members could object until .*; none did\. Adopted, as told\.$/m,
    );
    expect(exit).toBe(0);
  });

  test('is none where somebody did', async () => {
    const { exit, text } = await checked(called('BRA-1').h);
    expect(text).toContain('Brazil objected; nothing was adopted.');
    expect(exit).toBe(0);
  });

  test.each<[string, (event: Event, endsAt: number) => Event, RegExp]>([
    [
      'before the last instant',
      (event, endsAt) => at('noObjection.AdoptedWithoutVote', endsAt)(event),
      /before the last instant/,
    ],
    [
      'much later',
      (event, endsAt) => at('noObjection.AdoptedWithoutVote', endsAt + 5_001)(event),
      /so late that an objection/,
    ],
    ['without a quorum', change('noObjection.AdoptionCalled', { present: 7 }), /called without a quorum/],
    ['by other members', change('noObjection.AdoptionCalled', { members: 14 }), /says 14 members, where there were 15/],
  ])('is not taken for sound %s', async (_, alter, expected) => {
    const { h, endsAt } = called();
    const { exit, text } = await checked(h, (event) => alter(event, endsAt));
    expect(exit).toBe(1);
    expect(text).toMatch(expected);
  });
});

/** A secret ballot of three, counted and declared. */
function dropped(): House {
  const { h, itemId } = ready();
  const told = h.act('mod', 'vote.open', { itemId, majority: 'simple', present: 15, method: 'secret' });
  const voteId = String(must(told[0], 'vote').data.voteId);
  const receipts = ['KEN', 'CAN', 'BRA'].map((code, n) => {
    const receipt = `${n}`.repeat(32);
    h.act(`${code}-1`, 'secretBallot.cast', { voteId, choice: n === 2 ? 'nay' : 'yea', receipt });
    return receipt;
  });
  h.lock(voteId);
  h.act('system', 'secretBallot.count', { voteId, count: { yes: 2, no: 1, abstain: 0 }, receipts, unreadable: 0 });
  h.act('mod', 'vote.declare', { voteId });
  h.events.splice(0, h.events.length, ...h.events.filter(({ scope }) => String(scope) !== 'box'));
  return h;
}

describe('[AUD-4] a secret ballot', () => {
  test('has as many receipts as ballots, and totals that are their sum', async () => {
    const { exit, text, file } = await checked(dropped());
    expect(text).toContain('3 secret ballots with as many receipts: 2 in favour, 1 against, 0 abstaining');
    expect(exit).toBe(0);
    expect(file).not.toMatch(/"(choice|yea|nay)"/);
  });

  test.each<[string, (event: Event) => Event | null, RegExp]>([
    [
      'a receipt left out',
      change('vote.TallyDeclared', { receipts: ['0'.repeat(32)] }),
      /publishes 1 receipt, where 3 ballots were received/,
    ],
    [
      'one receipt for two ballots',
      change('vote.TallyDeclared', { receipts: [0, 0, 2].map((n) => `${n}`.repeat(32)) }),
      /publishes one receipt for more than one ballot/,
    ],
    [
      'receipts in the order of casting',
      change('vote.TallyDeclared', { receipts: [2, 0, 1].map((n) => `${n}`.repeat(32)) }),
      /in an order that may tell something/,
    ],
    ['names', change('vote.TallyDeclared', { rollCall: { KEN: 'yes' } }), /says who chose what in a secret ballot/],
    [
      'a box that was not counted',
      (event) => (event.type === 'secretBallot.SlipsCounted' ? null : event),
      /before the box was counted/,
    ],
  ])('is not taken for sound with %s', async (_, alter, expected) => {
    const { exit, text } = await checked(dropped(), alter);
    expect(exit).toBe(1);
    expect(text).toMatch(expected);
  });
});

describe('[AUD-4] amendments and divisions', () => {
  const text = ['Recalling their duties,', 'States issue identity documents.', 'They charge no fees.', 'They report.'];

  function begin(): { h: House; itemId: string } {
    const h = house({ profile: 'committee' });
    h.openRooms();
    const itemId = h.reported(1, 'Identity documents', text.join('\n'));
    h.step('deciding');
    h.stage(itemId, 'ready');
    return { h, itemId };
  }

  function put(h: House, itemId: string, subject: Subject, isCarried: boolean): void {
    const told = h.act('mod', 'vote.open', { itemId, majority: 'simple', present: 15, subject });
    const voteId = String(must(told[0], 'vote').data.voteId);
    for (const code of ['KEN', 'CAN', 'BRA'])
      h.act(`${code}-1`, 'vote.cast', { voteId, choice: isCarried === (code !== 'BRA') ? 'yes' : 'no' });
    h.lock(voteId);
    h.act('mod', 'vote.declare', { voteId });
  }

  /** Three amendments: one rejected, one adopted, one not put because of it. */
  function amended(): House {
    const { h, itemId } = begin();
    const propose = (who: string, block: number, said: string) => {
      const changes = [{ as: 'revise' as const, block, text: said }];
      const told = h.act(who, 'amendment.propose', { itemId, version: 1, changes, rationale: 'Clearer.' });
      return String(must(told[0], 'amendment').data.amendmentId);
    };
    const [first, second, third] = [
      propose('KEN-1', 1, 'States issue identity documents at once.'),
      propose('CAN-1', 2, 'They charge low fees.'),
      propose('BRA-1', 2, 'They charge a fee.'),
    ];
    h.act('mod', 'amendment.arrange', { itemId, amendmentIds: [first, second, third] });
    h.act('mod', 'amendment.relate', { amendmentId: second, rejects: third, isImplied: true });
    put(h, itemId, { kind: 'amendment', amendmentId: first }, false);
    put(h, itemId, { kind: 'amendment', amendmentId: second }, true);
    return h;
  }

  test('are what the votes on them came to', async () => {
    const { exit, text: said } = await checked(amended());
    expect(said).toMatch(/^Amendment 1 to .*, by Kenya: Rejected, as the vote on it came out\.$/m);
    expect(said).toMatch(/^Amendment 2 to .*, by Canada: Adopted, as the vote on it came out\.$/m);
    expect(said).toMatch(/^Amendment 3 to .*, by Brazil: Not put, because of another that was adopted\.$/m);
    expect(said).toMatch(/^Vote 1, on an amendment to version 1 of .*Not carried, as declared/m);
    expect(exit).toBe(0);
  });

  test('an amendment that is told to be adopted although its vote was lost is found', async () => {
    const { exit, text: said } = await checked(amended(), (event) =>
      event.type === 'amendment.AmendmentRejected' ? { ...event, type: 'amendment.AmendmentAdopted' } : event,
    );
    expect(exit).toBe(1);
    expect(said).toMatch(/^Amendment 1 .*DOES NOT STAND UP: entry \d+ is not what the vote on it came to/m);
  });

  /** A division of which one part of two is approved, and the whole put. */
  function divided(): House {
    const { h, itemId } = begin();
    const told = h.act('KEN-1', 'division.move', {
      itemId,
      version: 1,
      parts: [
        [0, 1],
        [2, 3],
      ],
    });
    const divisionId = String(must(told[0], 'motion').data.divisionId);
    h.act('mod', 'division.grant', { divisionId });
    for (const [at, part] of must(h.state.plenary.division.byId[divisionId], 'division').parts.entries())
      put(h, itemId, { kind: 'part', divisionId, partId: part.id }, at === 0);
    put(h, itemId, { kind: 'whole', divisionId }, true);
    return h;
  }

  test('a division is its parts and the final vote on the whole', async () => {
    const { exit, text: said } = await checked(divided());
    expect(said).toMatch(
      /^Division of version 1 of “Identity documents”: 2 parts, 2 voted on, 1 approved, as the votes came out\. The whole was adopted\.$/m,
    );
    expect(exit).toBe(0);
  });

  test.each<[string, (event: Event) => Event | null, RegExp]>([
    [
      'a part approved that was lost',
      change('division.PartDecided', { isApproved: true }),
      /is not what the vote on the part came to/,
    ],
    [
      'a whole adopted without a final vote',
      (event) => ((event.data.subject as { kind?: string } | undefined)?.kind === 'whole' ? null : event),
      /adopts a whole that no final vote has carried/,
    ],
  ])('finds %s', async (_, alter, expected) => {
    const { exit, text: said } = await checked(divided(), alter);
    expect(exit).toBe(1);
    expect(said).toMatch(expected);
  });
});
