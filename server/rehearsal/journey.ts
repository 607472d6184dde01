/** A whole consultation from a seed: every panel breaks out, drafts, reports, comments, decides and closes. */
import { type MeetingDraft, meetingDrafts } from '@shared/data/sampleConsultation.ts';
import { column } from '@shared/domain/board.ts';
import { members as entitled } from '@shared/domain/delegation.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { type Chance, seeded } from '@shared/domain/kernel/random.ts';
import type { Choice, CommentKind, PositionKind, Stage, Step } from '@shared/domain/kernel/words.ts';
import { type Room, roomsOf } from '@shared/domain/room.ts';
import type { Bot } from './bot.ts';
import type { Cast } from './cast.ts';
import { write, writeMaterial, writeReservation } from './drafting.ts';

export interface JourneyOptions {
  seed: string;
  rooms: number;
  say(line: string): void;
}

const remarks: Record<CommentKind, string> = {
  support: 'We support this item and stand ready to take part in it.',
  reservation: 'We could go along with this once the means of implementation are clear.',
  question: 'Which data would the measure rest on, and who would collect them?',
  proposal: 'We propose to name the regional consultative processes as partners.',
  information: 'A regional meeting on this subject is planned for next year.',
};
const kinds = Object.keys(remarks) as CommentKind[];

/** Plays every panel of the agenda to its end. */
export async function playJourney(cast: Cast, options: JourneyOptions): Promise<void> {
  const chance = seeded(`${options.seed}/journey`);
  for (const panelId of cast.moderator.state().plenary.panel.order) await playPanel(cast, panelId, options, chance);
}

/** Plays one panel until it has reached a step and done that step's work; in `breakout` the rooms stay open. */
export async function playPanel(
  cast: Cast,
  panelId: string,
  { seed, rooms, say }: JourneyOptions,
  chance: Chance,
  until: Step = 'closed',
): Promise<void> {
  const { moderator } = cast;
  const panel = must(moderator.state().plenary.panel.byId[panelId], 'panel');
  const material = meetingDrafts().filter((draft) => `panel-${draft.panel}` === panelId);
  say(`${panel.title}: forming ${rooms} rooms`);
  await moderator.act('panel.goLive', { panelId });
  await moderator.act('panel.goTo', { panelId, step: 'breakout' });
  const opened = await formRooms(cast, panelId, must(panel.questions[0], 'question'), rooms, `${seed}/${panelId}`);
  say(`  drafting in ${opened.length} rooms`);
  await Promise.all(opened.map((room, at) => draftIn(cast, room, must(material[at % material.length], 'material'))));
  if (until === 'breakout') return;
  await recall(cast, opened);
  await moderator.act('panel.goTo', { panelId, step: 'reporting' });
  for (const room of opened) await report(cast, room);
  say(`  ${column(moderator.state().plenary.board, panelId, 'reported').length} items reported`);
  if (until === 'reporting') return;
  await moderator.act('panel.goTo', { panelId, step: 'commenting' });
  await comment(cast, panelId, chance);
  if (until === 'commenting') return;
  await moderator.act('panel.goTo', { panelId, step: 'deciding' });
  await decide(cast, panelId, chance, say);
  if (until === 'deciding') return;
  await moderator.act('panel.goTo', { panelId, step: 'closed' });
}

async function formRooms(
  { moderator, secretariat }: Cast,
  panelId: string,
  question: string,
  rooms: number,
  seed: string,
): Promise<Room[]> {
  await moderator.act('seating.propose', {
    panelId,
    question,
    attribution: 'delegation',
    rooms,
    seed,
    people: 'invited',
    pins: [],
  });
  await moderator.until(({ bureau }) => Object.values(bureau.seating).some((proposal) => proposal.panelId === panelId));
  const { roundId } = must(Object.values(moderator.state().bureau.seating)[0], 'proposal');
  await moderator.act('seating.open', { roundId, seconds: 2_700, override: false });
  const isOpen = (state: { plenary: { seating: { byId: object } } }) => roundId in state.plenary.seating.byId;
  await Promise.all([moderator.until(isOpen), secretariat.until(isOpen)]);
  return roomsOf(moderator.state().plenary.room, roundId);
}

async function draftIn({ members }: Cast, room: Room, material: MeetingDraft): Promise<void> {
  const seated = room.members.map((id) => must(members.get(id), 'member'));
  const rapporteur = must(members.get(room.rapporteur ?? ''), 'rapporteur');
  const second = seated.find((bot) => bot !== rapporteur) ?? rapporteur;
  const inRoom = (bot: Bot) => must(bot.state().room[room.id], 'room');
  await Promise.all(seated.map((bot) => bot.until((state) => state.plenary.room.byId[room.id] !== undefined)));
  await rapporteur.act('actionItem.start', { roomId: room.id, title: material.title });
  await second.until((state) => state.room[room.id]?.actionItem.order.length === 1);
  await rapporteur.until((state) => state.room[room.id]?.actionItem.order.length === 1);
  const itemId = must(inRoom(rapporteur).actionItem.order[0], 'item');
  await write(rapporteur, itemId, writeMaterial(material));
  const sentence = 'Progress would be reviewed once a year, in the regional consultative processes.';
  await writeReservation(second, room.id, itemId, sentence);
  await second.act('actionItem.fill', {
    roomId: room.id,
    itemId,
    fields: {
      lead: [{ kind: 'delegation', id: must(rapporteur.you.delegationId, 'delegation') }],
      horizon: material.horizon ?? 'medium',
      measures: [
        { indicator: '10.7.2', text: '', unit: '', baseline: '', target: '', source: '', isDisaggregated: true },
      ],
      targets: material.targets,
      objectives: material.objectives,
      instruments: material.instruments,
      paragraph: material.paragraph,
    },
  });
}

/** Recalls all rooms at once; the program freezes them itself when the countdown has ended. */
async function recall({ moderator }: Cast, rooms: Room[]): Promise<void> {
  const roomIds = rooms.map(({ id }) => id);
  await moderator.act('room.recall', { roomIds, seconds: 0 });
  await moderator.until(({ plenary }) => roomIds.every((id) => plenary.room.byId[id]?.phase === 'frozen'));
}

async function report({ members, moderator }: Cast, room: Room): Promise<void> {
  const rapporteur = must(members.get(room.rapporteur ?? ''), 'rapporteur');
  const itemId = must(rapporteur.state().room[room.id]?.actionItem.order[0], 'item');
  // Two of the texts name no act: they go to the board with a word on that.
  const waiver = 'The room leaves to the plenary what is to be done first.';
  await rapporteur.act('actionItem.report', { roomId: room.id, itemId, waiver });
  await moderator.until(({ plenary }) => plenary.board.items[itemId] !== undefined);
}

async function comment({ moderator, panelists, delegates }: Cast, panelId: string, chance: Chance): Promise<void> {
  const speakers = [...panelists, ...chance.shuffle([...delegates.values()]).slice(0, 5)];
  for (const { id: itemId } of column(moderator.state().plenary.board, panelId, 'reported')) {
    await stage(moderator, itemId, 'under-comment');
    for (const speaker of chance.shuffle(speakers).slice(0, 3)) {
      const kind = must(kinds[chance.below(kinds.length)], 'kind');
      await speaker.until(({ plenary }) => plenary.board.items[itemId] !== undefined);
      await speaker.act('comment.post', { itemId, kind, text: remarks[kind], replyTo: null });
    }
    await Promise.all(
      heads(delegates).map(async (head) => {
        const position = positionOf(`${itemId.length}/${head.you.delegationId}/${panelId}`);
        await head.until(({ plenary }) => plenary.board.items[itemId] !== undefined);
        await head.act('position.signal', { itemId, position });
      }),
    );
  }
}

async function decide(
  { moderator, delegates }: Cast,
  panelId: string,
  chance: Chance,
  say: (line: string) => void,
): Promise<void> {
  for (const { id: itemId } of column(moderator.state().plenary.board, panelId, 'under-comment')) {
    await stage(moderator, itemId, 'ready');
    await moderator.act('board.spotlight', { panelId, itemId });
  }
  // One vote a panel, on its first item; the others stand ready, as in a meeting that runs out of time.
  const first = must(column(moderator.state().plenary.board, panelId, 'ready')[0], 'item');
  await moderator.act('vote.open', { itemId: first.id, majority: 'simple', present: null });
  await moderator.until(({ plenary }) => plenary.vote.order.some((id) => plenary.vote.byId[id]?.itemId === first.id));
  const voteId = must(moderator.state().plenary.vote.order.at(-1), 'vote');
  const voters = heads(delegates);
  const choices = voters.map((): Choice => (['yes', 'yes', 'yes', 'no', 'abstain'] as const)[chance.below(5)] ?? 'yes');
  await Promise.all(
    voters.map(async (voter, at) => {
      await voter.until(({ plenary }) => plenary.vote.byId[voteId]?.phase === 'open');
      await voter.act('vote.cast', { voteId, choice: must(choices[at], 'choice') });
    }),
  );
  await moderator.act('vote.lock', { voteId });
  await moderator.act('vote.declare', { voteId });
  await moderator.until(({ plenary }) => plenary.vote.byId[voteId]?.phase === 'declared');
  const vote = must(moderator.state().plenary.vote.byId[voteId], 'vote');
  if (vote.phase !== 'declared') throw new Error('not declared');
  const { yes, no, abstain, result } = vote.outcome;
  say(
    `  vote of ${entitled(moderator.state().plenary.delegation).length} members: ${yes} yes, ${no} no, ${abstain} abstaining, ${result}`,
  );
  await stage(moderator, first.id, 'decided');
}

/** Moves a card and waits until the mover sees it there: a large hall's frames come a moment after the answer. */
async function stage(moderator: Bot, itemId: string, to: Stage): Promise<void> {
  await moderator.act('board.stage', { itemId, stage: to, before: null });
  await moderator.until(({ plenary }) => plenary.board.items[itemId]?.stage === to);
}

/** The first of each delegation, by delegation. */
function heads(delegates: Cast['delegates']): Bot[] {
  const byDelegation = new Map<string, Bot>();
  for (const bot of delegates.values()) {
    const id = bot.you.delegationId ?? '';
    if (!byDelegation.has(id)) byDelegation.set(id, bot);
  }
  return [...byDelegation.values()];
}

function positionOf(key: string): PositionKind {
  return (['support', 'support', 'support', 'live', 'live', 'concern'] as const)[seeded(key).below(6)] ?? 'support';
}
