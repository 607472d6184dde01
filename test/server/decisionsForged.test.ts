/** Journals in which something was told otherwise than it was decided, before it was chained: the chain holds, the decisions do not. */
import { must } from '@shared/domain/kernel/must.ts';
import type { Subject } from '@shared/domain/motion.ts';
import type { ProfileId } from '@shared/domain/ruleProfile.ts';
import { describe, expect, test } from 'vitest';
import type { House } from '../support/build.ts';
import { at, change, checked, checkedFile, type Event, instead, ready, without } from '../support/checkedDecisions.ts';

const text = ['Recalling their duties,', 'States issue documents.', 'They charge no fees.', 'They report.'].join('\n');
const carried = { yes: ['KEN', 'CAN'], no: ['BRA'] };
const lost = { yes: ['KEN'], no: ['CAN', 'BRA'] };
const tied = { yes: ['KEN'], no: ['BRA'] };
type Alter = (event: Event) => Event | null;

function put(
  h: House,
  itemId: string,
  subject: Subject | null,
  ballots: typeof lost,
  majority: 'simple' | 'two-thirds' = 'simple',
) {
  const told = h.act('mod', 'vote.open', { itemId, majority, present: 15, ...(subject ? { subject } : {}) });
  const voteId = String(must(told[0], 'vote').data.voteId);
  for (const choice of ['yes', 'no'] as const)
    for (const code of ballots[choice]) h.act(`${code}-1`, 'vote.cast', { voteId, choice });
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
  return voteId;
}

function proposed(h: House, itemId: string, said = 'States issue documents at once.'): string {
  const changes = [{ as: 'revise' as const, block: 1, text: said }];
  const version = must(h.state.plenary.board.items[itemId], 'item').current.version;
  const told = h.act('KEN-1', 'amendment.propose', { itemId, version, changes, rationale: 'Clearer.' });
  return String(must(told[0], 'amendment').data.amendmentId);
}

function moved(h: House, itemId: string, version = 1): string {
  const told = h.act('KEN-1', 'division.move', {
    itemId,
    version,
    parts: [
      [0, 1],
      [2, 3],
    ],
  });
  return String(must(told[0], 'motion').data.divisionId);
}

/** A consultation in which an amendment was adopted, or accepted, so that the text stands in its second version. */
function amended(isVoted: boolean, majority: 'simple' | 'two-thirds' = 'simple') {
  const { h, itemId } = ready('committee', text);
  const amendmentId = proposed(h, itemId);
  if (isVoted) put(h, itemId, { kind: 'amendment', amendmentId }, carried, majority);
  else h.act(h.rapporteur(h.roomOf(itemId)), 'amendment.accept', { amendmentId });
  return { h, itemId, amendmentId };
}

function divided(results: readonly boolean[], whole: boolean | null, prepared = ready('committee', text), version = 1) {
  const { h, itemId } = prepared;
  const divisionId = moved(h, itemId, version);
  h.act('mod', 'division.grant', { divisionId });
  for (const [at, part] of must(h.state.plenary.division.byId[divisionId], 'division').parts.entries())
    put(h, itemId, { kind: 'part', divisionId, partId: part.id }, results[at] ? carried : lost);
  if (whole !== null) put(h, itemId, { kind: 'whole', divisionId }, whole ? carried : lost);
  return h;
}

async function isFound(h: House, alter: Alter, expected: RegExp): Promise<void> {
  expect(await checked(h)).toMatchObject({ exit: 0 });
  const { exit, text: said } = await checked(h, alter);
  expect({ exit, said }).toEqual({ exit: 1, said: expect.stringMatching(expected) });
  expect(said).toContain('all intact');
}

describe('[AUD-1] [AUD-4] a text that was amended', () => {
  test('is disclosed once it is decided on, by whatever procedure, and the decision stands', async () => {
    const voted = amended(false);
    voted.h.vote(voted.itemId, carried);
    const called = amended(true);
    const call = called.h.act('mod', 'noObjection.call', { itemId: called.itemId, seconds: 10, present: 15 });
    const { callId, endsAt } = must(call[0], 'call').data as { callId: string; endsAt: number };
    called.h.now = endsAt;
    called.h.act('system', 'noObjection.gavel', { callId });
    for (const { h } of [voted, called]) {
      const { exit, text: said, file } = await checked(h);
      expect({ exit, said }).toEqual({ exit: 0, said: expect.stringContaining('version 2 of “Open one desk”') });
      expect(file).toContain('States issue documents at once.');
    }
  });

  test('[SIL-2] goes under silence by its own hash', async () => {
    const { h, itemId } = amended(false);
    const silenceId = String(must(h.act('mod', 'silence.prepare', { itemId })[0], 'round').data.silenceId);
    const deadlineAt = h.now + 80 * 3_600_000;
    h.act('mod', 'silence.open', { silenceId, deadlineAt, languagesWaived: 'Agreed.' });
    h.now = deadlineAt;
    h.act('system', 'silence.adopt', { silenceId });
    const { exit, text: said } = await checked(h);
    expect({ exit, said }).toEqual({
      exit: 0,
      said: expect.stringMatching(/^Silence on version 2 of “Open one desk”: .*Adopted, as told\.$/m),
    });
    await isFound(h, change('silence.RoundPrepared', { textHash: '0'.repeat(64) }), /says the hash 0+, where the text/);
  });

  test('is divided in its second version', async () => {
    const { h, itemId } = amended(false);
    divided([true, false], true, { h, itemId }, 2);
    expect((await checked(h)).text).toMatch(/^Division of version 2 of “Open one desk”: .*The whole was adopted\.$/m);
    await isFound(
      h,
      instead('division.DivisionAdopted', 'division.DivisionRejected'),
      /rejects a whole that no final vote/,
    );
  });

  const forged = (event: Event) =>
    event.type === 'board.ItemAmended'
      ? { ...event, data: JSON.parse(JSON.stringify(event.data).replace('at once', 'some day')) as Event['data'] }
      : event;

  test.each([true, false])('[AMD-9] is the one that the amendment gives (voted on: %s)', async (isVoted) => {
    const { h } = amended(isVoted);
    await isFound(
      h,
      (event) => (JSON.stringify(event.data).includes('amendedBy') ? forgedText(event) : event),
      /^Amendment 1 .*is not the text that follows from version 1/m,
    );
  });

  const forgedText = (event: Event) => {
    const data = JSON.parse(JSON.stringify(event.data)) as {
      snapshot: { draft: { blocks: { runs: { text: string }[] }[] } };
    };
    must(data.snapshot.draft.blocks[3]?.runs[0], 'words').text = 'They report to nobody.';
    return { ...event, data };
  };

  test('[DIV-7] is the one that the division left', async () => {
    await isFound(
      divided([true, false], true),
      (event) => {
        if (event.type !== 'board.ItemAmended') return event;
        const data = JSON.parse(JSON.stringify(event.data)) as { snapshot: { draft: { blocks: unknown[] } } };
        data.snapshot.draft.blocks.pop();
        return { ...event, data };
      },
      /^Division .*is not the text that follows from version 1/m,
    );
  });

  test.each<[string, Alter, RegExp]>([
    ['that was never made', without('board.ItemAmended'), /of which there is no such version/],
    ['that nobody decided', without('amendment.AmendmentAccepted'), /that was neither adopted nor accepted/],
    ['with a wrong word', forged, /is not the text that follows/],
  ])('is not taken for sound %s', async (_, alter, expected) => {
    await isFound(amended(false).h, alter, expected);
  });
});

describe('[AUD-4] an amendment', () => {
  test.each<[string, Alter, RegExp]>([
    [
      'that was carried, and never told',
      without('amendment.AmendmentAdopted'),
      /has carried it, and that was never told/,
    ],
    [
      'that was carried, told as accepted',
      (event) =>
        event.type === 'amendment.AmendmentAdopted'
          ? { ...event, type: 'amendment.AmendmentAccepted', data: { amendmentId: event.data.amendmentId } }
          : event,
      /accepts what a vote had decided/,
    ],
    [
      'that was carried, told as rejected',
      instead('amendment.AmendmentAdopted', 'amendment.AmendmentRejected'),
      /is not what the vote on it came to/,
    ],
    [
      'that was carried, told as indicated',
      instead('amendment.AmendmentAdopted', 'amendment.AmendmentIndicated'),
      /is not what the vote on it came to/,
    ],
  ])('is found %s', async (_, alter, expected) => {
    await isFound(amended(true).h, alter, expected);
  });

  test('[MAJ-10] is found that was carried by a simple majority where the item needs two thirds', async () => {
    const { h, itemId } = amended(true, 'two-thirds');
    put(h, itemId, null, carried, 'two-thirds');
    let first = true;
    await isFound(
      h,
      (event) => {
        if (event.type === 'vote.VoteOpened' && event.data.subject)
          return { ...event, data: { ...event.data, majority: 'simple' } };
        if (event.type !== 'vote.TallyDeclared' || !first) return event;
        first = false;
        return {
          ...event,
          data: { ...event.data, outcome: { ...(event.data.outcome as object), majority: 'simple', required: 2 } },
        };
      },
      /is held by another majority \(two-thirds\) than the votes on the same before it \(simple\)/,
    );
  });
});

describe('[AUD-4] a division', () => {
  test.each<[string, () => House, Alter, RegExp]>([
    [
      'whose whole was carried, told as rejected',
      () => divided([true, true], true),
      instead('division.DivisionAdopted', 'division.DivisionRejected'),
      /rejects a whole that no final vote has lost/,
    ],
    [
      'whose whole was lost, told as adopted',
      () => divided([true, true], false),
      instead('division.DivisionRejected', 'division.DivisionAdopted'),
      /adopts a whole that no final vote has carried/,
    ],
    [
      'whose whole was carried, and never told',
      () => divided([true, true], true),
      without('division.DivisionAdopted'),
      /has carried it, and that was never told/,
    ],
    [
      'that is told to have fallen while all parts were approved',
      () => divided([true, true], null),
      instead('division.PartsAssembled', 'division.ProposalFell'),
      /lets a proposal fall of which an operative part was approved/,
    ],
    [
      'whose whole is put although it has fallen',
      () => divided([false, false], null),
      instead('division.ProposalFell', 'division.PartsAssembled'),
      /puts a whole of which no operative part was approved/,
    ],
    [
      'of whose whole nothing is told',
      () => divided([false, false], null),
      without('division.ProposalFell'),
      /what became of the whole was never told/,
    ],
    [
      'of which a part was never told',
      () => divided([true, true], true),
      (event) => (event.type === 'division.PartDecided' && event.data.partId === '2' ? null : event),
      /has carried it, and that was never told/,
    ],
  ])('is found %s', async (_, make, alter, expected) => {
    await isFound(make(), alter, expected);
  });

  test('[DIV-4] is found that was granted although its motion was lost', async () => {
    const { h, itemId } = ready('committee', text);
    const divisionId = moved(h, itemId);
    h.act('BRA-1', 'division.object', { divisionId });
    put(h, itemId, { kind: 'division', divisionId }, lost);
    await isFound(
      h,
      instead('division.DivisionRefused', 'division.DivisionGranted'),
      /grants a motion that no vote has carried/,
    );
    await isFound(h, without('division.DivisionRefused'), /has lost it, and that was never told/);
  });
});

describe('[AUD-4] the time of a vote', () => {
  test('[VOTE-15] a tie that lapses before its time is found', async () => {
    const { h, itemId } = ready('plenary');
    const voteId = put(h, itemId, null, tied);
    const known = must(h.state.plenary.vote.byId[voteId], 'vote');
    const until = must(known.phase === 'declared' ? known.secondVoteUntil : undefined, 'time');
    h.now = until;
    h.act('system', 'vote.lapse', { voteId });
    await isFound(
      h,
      at('vote.TieLapsed', until - 20 * 3_600_000),
      /lets the tie lapse \d+ ms before its time was over/,
    );
  });

  test.each<[string, Alter, RegExp]>([
    ['that was not announced', without('vote.LockAnnounced'), /locks the vote without having announced it/],
    [
      'that came before the instant that was announced',
      (event) =>
        event.type === 'vote.VoteLocked'
          ? { ...event, data: { ...event.data, lockedAt: Number(event.data.lockedAt) - 1 } }
          : event,
      /locks the vote before the instant that was announced/,
    ],
    [
      'that was announced for sooner than the profile says',
      (event) => (event.type === 'vote.LockAnnounced' ? { ...event, at: event.at + 1 } : event),
      /announces the lock for sooner than in 10 seconds/,
    ],
  ])('[VOTE-13] a lock is found %s', async (_, alter, expected) => {
    const { h, itemId } = ready();
    put(h, itemId, null, carried);
    await isFound(h, alter, expected);
  });
});

describe('[AUD-4] the rule profile of a decision', () => {
  /** Everything as it would be under another profile. */
  const under =
    (profile: ProfileId, profileVersion: number): Alter =>
    (event) => {
      if (event.type === 'consultation.ConsultationOpened') return { ...event, data: { ...event.data, profile } };
      const terms = { profile, profileVersion };
      if (event.type === 'vote.VoteOpened')
        return { ...event, data: { ...event.data, ...terms, quorum: 'none', present: null } };
      if (event.type === 'silence.SilenceOpened' || event.type === 'noObjection.AdoptionCalled')
        return { ...event, data: { ...event.data, ...terms } };
      if (event.type !== 'vote.TallyDeclared') return event;
      const quorum = { required: null, present: 3, met: true };
      return { ...event, data: { ...event.data, outcome: { ...(event.data.outcome as object), quorum } } };
    };

  test('[CON-8] is found where it does not know the procedure, the way of voting or the majority', async () => {
    const { h, itemId } = ready();
    put(h, itemId, null, carried);
    await isFound(
      h,
      under('consensus', 1),
      /was taken by a vote, which the profile consensus does not know; .*way of voting \(recorded\).*majority \(simple\)/,
    );
  });

  test('[CON-7] is found where it is of a version that nobody knows', async () => {
    const { h, itemId } = ready();
    put(h, itemId, null, carried);
    await isFound(
      h,
      under('committee', 9),
      /was taken under version 9 of the profile committee, which this program does not know/,
    );
  });
});

describe('[AUD-4] what is withheld although a decision is made of it', () => {
  test('is found, for it could be an objection that nobody made', async () => {
    const { h, itemId } = ready();
    const call = h.act('mod', 'noObjection.call', { itemId, seconds: 10, present: 15 });
    h.act('BRA-1', 'noObjection.object', { callId: String(must(call[0], 'call').data.callId) });
    const { file } = await checked(h);
    const lines = file
      .split('\n')
      .map((line) =>
        line.includes('"type":"noObjection.ObjectionRaised"')
          ? line.replace(/"data":\{[^}]*\}/, '"data":null').replace(/"salt":"[0-9a-f]+"/, '"salt":null')
          : line,
      );
    const { text: said } = await checkedFile(lines.join('\n'));
    expect(said).toMatch(/^Entry \d+ \(noObjection\.ObjectionRaised\) withholds what a decision is made of\.$/m);
  });
});
