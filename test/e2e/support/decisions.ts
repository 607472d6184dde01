import { must } from '@shared/domain/kernel/must.ts';
import type { Choice } from '@shared/domain/kernel/words.ts';
import { turnOf } from '@shared/domain/rollCall.ts';
import type { Method } from '@shared/domain/ruleProfile.ts';
import { type Bot, seatBot, signIn } from '../../../server/rehearsal/bot.ts';
import { readyItems } from './readyItems.ts';
import { openSample } from './sample.ts';
import { linksOf, type View } from './scene.ts';
import { type ServerProcess, startServer } from './server.ts';

/** Every page that came with the ways of deciding, with something on it, as who has most to do there sees it. */
export interface Decisions {
  views: View[];
  stop(): Promise<void>;
}

const panelId = 'panel-1';
const present = 150;
const longTitle =
  'Cooperation between countries of origin, transit and destination on identity documents for all who move';

/** Three consultations under the rules of a committee, because one of them holds one vote at a time. */
export async function startDecisions(): Promise<Decisions> {
  const server = await startServer();
  const [many, called, secret] = await Promise.all([
    manyDecisions(await startTable(server, ['KEN', 'IND', 'BRA', 'CHE', 'IRN', 'KOR'])),
    rollCall(await startTable(server, ['KEN'])),
    secretBallot(await startTable(server, ['KEN', 'IND', 'BRA'])),
  ]);
  const bureau = { link: server.secretariatLink, screens: [many, called, secret].flatMap(({ chair }) => chair) };
  return {
    views: [bureau, many.delegate, called.delegate, secret.delegate],
    stop: () => server.stop(),
  };
}

/** A consultation whose items are ready, the bureau and a delegate of each delegation named. */
interface Table {
  base: string;
  bureau: Bot;
  itemIds: string[];
  bots: Map<string, Bot>;
  linkOf(code: string): Promise<string>;
}

/** What is to be seen of a consultation. */
interface Shown {
  chair: View['screens'];
  delegate: View;
}

const items = [
  ['Identity documents for all', 'States issue identity documents without fees.'],
  [longTitle, 'States cooperate on identity documents.'],
  ['A fee for documents', 'States may levy a fee.'],
  ['Help desks at consulates', 'Consulates open a help desk for their nationals.'],
  ['A register of births', 'States register every birth within thirty days.'],
  ['Mutual recognition', 'States recognise the documents that others issue.'],
].map(([title, first]) => ({
  title: must(title, 'title'),
  paragraphs: [must(first, 'text'), 'They do so within thirty days of a request.', 'They report on it once a year.'],
}));

async function startTable({ url, secretariatLink }: ServerProcess, codes: readonly string[]): Promise<Table> {
  const cookie = await signIn(url, secretariatLink);
  const id = await openSample(url, cookie);
  const bureau = await seatBot(url, id, cookie);
  const linkOf = async (code: string) => {
    const seats = Object.values(bureau.state().plenary.delegation.participants);
    const seat = must(
      seats.find(({ role, delegationId }) => role === 'delegate' && delegationId === code),
      code,
    );
    return must((await linksOf(url, id, cookie, [seat.id])).get(seat.id), 'link');
  };
  const bots = new Map<string, Bot>();
  for (const code of codes) bots.set(code, await seatBot(url, id, await signIn(url, await linkOf(code))));
  await bureau.act('consultation.chooseProfile', { profile: 'committee' });
  const itemIds = await readyItems(bureau, [...bots.values()], panelId, items);
  return { base: `${url}/c/${id}`, bureau, itemIds, bots, linkOf };
}

/** A consultation in which most procedures have left something, and a show of hands is going on. */
async function manyDecisions(table: Table): Promise<Shown> {
  const { base, bureau, linkOf } = table;
  const [amended, silent, voted, running] = table.itemIds as [string, string, string, string];
  const decided = await recordedVote(table, voted);
  await amendments(table, amended);
  await silence(table, silent);
  await bureau.until(({ plenary }) => plenary.vote.byId[decided]?.phase === 'locked');
  await bureau.act('vote.declare', { voteId: decided });
  await explained(table, decided);
  const voteId = await openVote(bureau, running, 'show-of-hands');
  for (const code of ['IND', 'BRA', 'CHE']) await cast(botOf(table, code), voteId, 'yes');
  return {
    chair: [
      ['rules', `${base}/rules`],
      ['silences', `${base}/silence`],
      ['silence', `${base}/silence/${silent}`],
      ['amendments', `${base}/amendments/${amended}`],
      ['explanations', `${base}/explanations`],
      ['hands', `${base}/votes/${panelId}`],
    ],
    delegate: {
      link: await linkOf('KEN'),
      screens: [
        ['silence-delegate', `${base}/silence/${silent}`],
        ['ballots', `${base}/ballots`],
        ['ballot-hands', `${base}/vote/${voteId}`],
      ],
    },
  };
}

async function amendments(table: Table, itemId: string): Promise<void> {
  const { bureau } = table;
  const revisions = [
    ['KEN', 'They do so within sixty days of a request.'],
    ['IND', 'They do so within ten days of a request.'],
    ['KOR', 'They do so without delay, and in the language of the person.'],
  ] as const;
  for (const [code, text] of revisions)
    await botOf(table, code).act('amendment.propose', {
      ...{ itemId, version: 1, rationale: 'It says what is meant.', changes: [{ as: 'revise', block: 1, text }] },
    });
  await bureau.until(({ plenary }) => plenary.amendment.order[itemId]?.length === revisions.length);
  const [first, ...others] = must(bureau.state().plenary.amendment.order[itemId], 'amendments');
  await botOf(table, 'CHE').act('amendment.join', { amendmentId: must(first, 'amendment') });
  await bureau.act('amendment.arrange', { itemId, amendmentIds: [...others, must(first, 'amendment')] });
}

/** Broken in its first round, under silence in its second, with a question that is not answered yet. */
async function silence(table: Table, itemId: string): Promise<void> {
  const { bureau } = table;
  const known = () => Object.values(bureau.state().plenary.silence.byId)[0];
  await bureau.act('silence.prepare', { itemId });
  await bureau.until(() => known()?.phase === 'prepared');
  const silenceId = must(known(), 'silence').id;
  const terms = { silenceId, languagesWaived: 'The translations follow.' };
  const deadlineAt = Date.now() + 96 * 3_600_000;
  await bureau.act('silence.open', { ...terms, deadlineAt });
  await bureau.until(() => known()?.phase === 'under-silence');
  const reason = 'The text leaves open who bears the cost.';
  await botOf(table, 'IND').act('silence.break', {
    ...{ silenceId, round: 1, isConfirmed: true, reason, alternative: null },
  });
  await bureau.act('silence.revise', {
    silenceId,
    revision: {
      title: longTitle,
      paragraphs: [
        { from: 0, text: 'States cooperate on identity documents, each at its own cost.' },
        { from: 1, text: 'They do so within thirty days of a request.' },
      ],
    },
  });
  await bureau.act('silence.renew', { silenceId });
  await bureau.act('silence.open', { ...terms, deadlineAt });
  await botOf(table, 'IRN').act('silence.say', { silenceId, kind: 'comment', text: 'We read this as voluntary.' });
  await botOf(table, 'KOR').act('silence.say', { silenceId, kind: 'question', text: 'Does it cover births abroad?' });
}

/** Cast and about to be locked: that is announced ten seconds before. */
async function recordedVote(table: Table, itemId: string): Promise<string> {
  const { bureau, bots } = table;
  const voteId = await openVote(bureau, itemId, 'recorded');
  for (const [code, bot] of bots) await cast(bot, voteId, choices[code] ?? 'yes');
  await bureau.act('vote.announceLock', { voteId });
  return voteId;
}

const choices: Partial<Record<string, Choice>> = { BRA: 'no', CHE: 'abstain' };

/** One has explained its vote, one waits for the floor, one has handed in a text. */
async function explained(table: Table, voteId: string): Promise<void> {
  const { bureau } = table;
  await bureau.act('explanation.openList', { explained: { kind: 'vote', id: voteId }, minutes: 3 });
  await bureau.until(({ plenary }) => plenary.explanation.order.length > 0);
  const listId = must(bureau.state().plenary.explanation.order[0], 'list');
  for (const code of ['IRN', 'BRA']) await botOf(table, code).act('explanation.ask', { listId });
  await bureau.act('explanation.giveFloor', { listId, delegationId: 'IRN' });
  await bureau.act('explanation.end', { listId, delegationId: 'IRN' });
  await botOf(table, 'CHE').act('explanation.file', {
    listId,
    text: 'Switzerland abstained because the cost is not known.',
  });
}

/** A roll call that has gone through some of the members; the delegate is of the one that is called now. */
async function rollCall({ base, bureau, itemIds, linkOf }: Table): Promise<Shown> {
  const voteId = await openVote(bureau, must(itemIds[0], 'item'), 'roll-call');
  await bureau.act('rollCall.draw', { voteId, nonce: '0'.repeat(32) });
  await bureau.until((state) => state.plenary.rollCall[voteId]?.lot != null);
  const call = () => must(bureau.state().plenary.rollCall[voteId], 'roll call');
  const seats = Object.values(bureau.state().plenary.delegation.participants);
  const isSeated = (code: string) =>
    seats.some(({ role, delegationId }) => role === 'delegate' && delegationId === code);
  const answers = ['yes', 'yes', 'no', 'abstain', 'yes', null] as const;
  let current = must(turnOf(call()).current, 'the one called');
  for (let at = 0; at < answers.length || !isSeated(current); at += 1) {
    const choice = answers[at % answers.length];
    const of = { voteId, delegationId: current };
    // Where nobody answers, the next one is called at once.
    if (!choice) await bureau.act('rollCall.markAbsent', of);
    else {
      await bureau.act('rollCall.enter', { ...of, choice });
      await bureau.act('rollCall.callNext', { voteId, after: current });
    }
    const before = current;
    await bureau.until(() => turnOf(call()).current !== before);
    current = must(turnOf(call()).current, 'the one called');
  }
  return {
    chair: [
      ['roll-call', `${base}/votes/${panelId}`],
      ['projector-roll-call', `${base}/projector/${panelId}`],
    ],
    delegate: {
      link: await linkOf(current),
      screens: [['ballot-roll-call', `${base}/vote/${voteId}`]],
    },
  };
}

/** A secret ballot that has begun, after one item was adopted without a vote and another was objected to. */
async function secretBallot(table: Table): Promise<Shown> {
  const { base, bureau, linkOf } = table;
  const [balloted, adopted, contested] = table.itemIds as [string, string, string];
  await bureau.act('noObjection.call', { itemId: adopted, seconds: 10, present });
  await bureau.until(({ plenary }) => Object.values(plenary.noObjection.byId).some(({ phase }) => phase === 'adopted'));
  await bureau.act('noObjection.call', { itemId: contested, seconds: 120, present });
  await bureau.until(({ plenary }) => plenary.noObjection.order.length === 2);
  const callId = must(bureau.state().plenary.noObjection.order.at(-1), 'call');
  await botOf(table, 'IND').act('noObjection.object', { callId });
  const voteId = await openVote(bureau, balloted, 'secret');
  for (const [code, choice, digit] of [
    ['IND', 'yea', '1'],
    ['BRA', 'nay', '2'],
  ] as const)
    await botOf(table, code).act('secretBallot.cast', { voteId, choice, receipt: digit.repeat(32) });
  return {
    chair: [
      ['consensus', `${base}/consensus/${panelId}`],
      ['secret', `${base}/votes/${panelId}`],
    ],
    delegate: { link: await linkOf('KEN'), screens: [['ballot-secret', `${base}/vote/${voteId}`]] },
  };
}

const botOf = ({ bots }: Table, code: string): Bot => must(bots.get(code), code);

async function openVote(bureau: Bot, itemId: string, method: Method): Promise<string> {
  const known = bureau.state().plenary.vote.order.length;
  await bureau.act('vote.open', { itemId, majority: 'simple', present, method });
  await bureau.until(({ plenary }) => plenary.vote.order.length > known);
  return must(bureau.state().plenary.vote.order.at(-1), 'vote');
}

async function cast(bot: Bot, voteId: string, choice: Choice): Promise<void> {
  await bot.until(({ plenary }) => plenary.vote.byId[voteId]?.phase === 'open');
  await bot.act('vote.cast', { voteId, choice });
}
