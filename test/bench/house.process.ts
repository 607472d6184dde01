/** The server under test in a process of its own: the real app on real storage, with a consultation made to order. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankPlan, type ConsultationPlan } from '@shared/data/sampleConsultation.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { writeDraft } from '@shared/draft/draftDoc.ts';
import { emptyDraft, textOf } from '@shared/draft/draftShape.ts';
import { nanoid } from 'nanoid';
import * as Y from 'yjs';
import { start } from '../../server/cli/serve.ts';
import { readConfig } from '../../server/config.ts';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import { openFromPlan } from '../../server/host/settingUp.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { answer } from './remote.ts';
import type { Player, Scene, SceneOrder, Whereabouts } from './scene.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
const storage = openStorage(dataDir);
const server = await start(readConfig(['--port', '0', '--data-dir', dataDir, '--log-level', 'warn'], {}), storage);
const hourMs = 3_600_000;
let live: LiveConsultation | null = null;
let drafts: Scene['drafts'] = [];

async function act<C extends CommandName>(by: string, type: C, payload: CommandData<C>): Promise<void> {
  const outcome = await live?.host.submit(by, { id: nanoid(), type, payload });
  if (!outcome?.ok) throw new Error(`${type}: ${JSON.stringify(outcome)}`);
}

function planOf({ people, stateBytes = 0 }: SceneOrder): ConsultationPlan {
  const plan = blankPlan({
    title: 'A bench',
    symbol: 'BENCH/1',
    place: 'Geneva',
    dates: ['2017-06-19', '2017-06-20'],
    languages: ['en'],
  });
  const states = plan.delegations.filter(({ kind }) => kind === 'member-state').map(({ code }) => code);
  const delegates = Array.from({ length: people }, (_, at) => ({
    key: `person-${at}`,
    name: `Simulated delegate ${at}`,
    delegation: states[at % states.length] ?? null,
    role: 'delegate' as const,
  }));
  // Participants take some 90 bytes each; the brief's paragraphs make up the rest.
  const lacking = Math.max(0, stateBytes - 60_000 - people * 90);
  const paragraphs = Array.from({ length: Math.ceil(lacking / 1_500) }, (_, at) => ({
    ...{ id: `par-${at + 1}`, number: String(at + 1), heading: `Heading ${at}`, footnotes: [], footnoteOffsets: [] },
    text: Array.from({ length: 140 }, (_each, word) => (((at + 7) * (word + 11)) % 9_973).toString(36)).join(
      ' migrants ',
    ),
  }));
  const moderator = { key: 'moderator', name: 'Moderator', delegation: null, role: 'moderator' as const };
  return {
    ...plan,
    panels: [{ title: 'A panel', question: ['How?'], panelists: [], section: '' }],
    participants: [moderator, ...delegates],
    brief: { title: 'A brief', paragraphs },
  };
}

function player(participantId: string, delegationId: string, room: number, hasLink: boolean): Player {
  const { people } = storage;
  const now = Date.now();
  const seat = { consultationId: live?.id ?? '', participantId };
  const terms = { now, expiresAt: now + hourMs, devices: 2 };
  const used = people.exchangeLink(people.issueLink(seat, terms).token, now, now + hourMs);
  const token = hasLink ? people.issueLink(seat, terms).token : '';
  return { participantId, delegationId, cookie: `rapporteur_session=${used.ok ? used.token : ''}`, token, room };
}

async function openRooms(rooms: number): Promise<Scene['drafts']> {
  const state = () => (live as LiveConsultation).host.state();
  await act('moderator', 'panel.goLive', { panelId: 'panel-1' });
  await act('moderator', 'panel.goTo', { panelId: 'panel-1', step: 'breakout' });
  const round = { panelId: 'panel-1', question: 'How?', attribution: 'delegation', people: 'invited' } as const;
  await act('moderator', 'seating.propose', { ...round, rooms, seed: 'bench', pins: [] });
  const [roundId = ''] = Object.keys(state().bureau.seating);
  await act('moderator', 'seating.open', { roundId, seconds: 3_600, override: true });
  const roomIds = state().plenary.seating.byId[roundId]?.roomIds ?? [];
  const opened: Scene['drafts'] = [];
  for (const roomId of roomIds) {
    await act(state().plenary.room.byId[roomId]?.members[0] ?? '', 'actionItem.start', { roomId, title: 'A draft' });
    opened.push({ roomId, itemId: state().room[roomId]?.actionItem.order[0] ?? '' });
  }
  return opened;
}

async function openVote({ roomId, itemId }: Scene['drafts'][number]): Promise<string> {
  const running = live as LiveConsultation;
  const { rapporteur } = running.host.state().plenary.room.byId[roomId] ?? {};
  const doc = emptyDraft();
  writeDraft(doc, { blocks: [{ kind: 'paragraph', level: 0, runs: [{ text: 'Words to vote on.' }] }] });
  const written = await running.drafts.update(rapporteur ?? '', {
    itemId,
    epoch: 1,
    update: Y.encodeStateAsUpdate(doc),
  });
  if (!written.ok) throw new Error(written.code);
  await act(rapporteur ?? '', 'actionItem.report', { roomId, itemId, waiver: 'A bench' });
  const isOpen = () => Object.values(running.host.state().plenary.room.byId).some(({ phase }) => phase !== 'frozen');
  const roomIds = Object.keys(running.host.state().plenary.room.byId);
  await act('moderator', 'room.recall', { roomIds, seconds: 0 });
  while (isOpen()) await new Promise((resolve) => setTimeout(resolve, 20));
  await act('moderator', 'board.stage', { itemId, stage: 'ready', before: null });
  for (const step of ['reporting', 'commenting', 'deciding'] as const)
    await act('moderator', 'panel.goTo', { panelId: 'panel-1', step });
  await act('moderator', 'vote.open', { itemId, majority: 'simple', present: null });
  return running.host.state().plenary.vote.order.at(-1) ?? '';
}

/** Closes a vote, holds its roll call against one that was counted elsewhere, and opens the next on the same item. */
async function declareVote({ voteId, rollCall }: { voteId: string; rollCall: Record<string, string> }) {
  await act('moderator', 'vote.lock', { voteId });
  await act('moderator', 'vote.declare', { voteId });
  const { vote } = (live as LiveConsultation).host.state().plenary;
  const declared = vote.byId[voteId];
  if (declared?.phase !== 'declared') throw new Error('not declared');
  const wanted = Object.entries(rollCall);
  const isExact =
    Object.keys(declared.rollCall).length === wanted.length &&
    wanted.every(([delegationId, choice]) => declared.rollCall[delegationId] === choice) &&
    (['yes', 'no', 'abstain'] as const).every(
      (choice) => declared.outcome[choice] === wanted.filter(([, each]) => each === choice).length,
    );
  await act('moderator', 'vote.open', { itemId: declared.itemId, majority: 'simple', present: null });
  const { order } = (live as LiveConsultation).host.state().plenary.vote;
  return { tally: isExact ? 'exact' : 'wrong', next: order.at(-1) ?? '' };
}

const texts = new Map<string, Y.Doc>();

function docOf(itemId: string): Y.Doc {
  const doc = texts.get(itemId) ?? emptyDraft();
  texts.set(itemId, doc);
  return doc;
}

/** Letters into a room's draft by one of its members, one update each, stored when this answers. */
async function type({ roomId, itemId }: Scene['drafts'][number], count: number): Promise<void> {
  const running = live as LiveConsultation;
  const [member = ''] = running.host.state().plenary.room.byId[roomId]?.members ?? [];
  const doc = docOf(itemId);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = textOf(doc);
  for (let letter = 0; letter < count; letter += 1) text.insert(text.length, 'abcde fghij '.charAt(letter % 12));
  const kept = await Promise.all(updates.map((update) => running.drafts.update(member, { itemId, epoch: 1, update })));
  if (kept.some(({ ok }) => !ok)) throw new Error(JSON.stringify(kept.find(({ ok }) => !ok)));
}

answer(
  {
    async open(order: SceneOrder): Promise<Scene> {
      live = await openFromPlan(server.app.house, planOf(order), 'Secretariat', ({ key }) => key);
      drafts = order.rooms > 0 ? await openRooms(order.rooms) : [];
      const voteId = order.isVoting && drafts[0] ? await openVote(drafts[0]) : '';
      const { plenary } = live.host.state();
      const placed = new Map(
        drafts.flatMap(({ roomId }, at) => (plenary.room.byId[roomId]?.members ?? []).map((id) => [id, at] as const)),
      );
      const delegates = Object.values(plenary.delegation.participants).filter(({ role }) => role === 'delegate');
      const part = live.feed.part('plenary', null);
      return {
        url: server.url,
        consultationId: live.id,
        players: delegates.map(({ id, delegationId }) =>
          player(id, delegationId ?? '', placed.get(id) ?? -1, order.hasLinks ?? false),
        ),
        moderator: player('moderator', '', -1, false),
        drafts,
        voteId,
        sizes: {
          json: JSON.stringify(plenary).length,
          deflated: part.kind === 'tree' ? part.tree.length : 0,
        },
      };
    },
    declareVote,
    /** Where everything stands: the last position of the plenary, and of each draft what a replica of now has. */
    async whereabouts(): Promise<Whereabouts> {
      for (const draft of drafts) await type(draft, 200);
      const running = live as LiveConsultation;
      return {
        plenary: running.host.position('plenary'),
        rooms: drafts.map(({ roomId }) => running.host.position(`room:${roomId}`)),
        vectors: drafts.map(({ itemId }) => Y.encodeStateVector(docOf(itemId))),
      };
    },
    /** What happens while people are away: announcements to all, and letters in every room. */
    async goOn({ events, edits }: { events: number; edits: number }): Promise<void> {
      for (let at = 0; at < events; at += 1)
        await act('moderator', 'room.announce', { roomIds: null, text: `Announcement ${at}: the rooms close soon.` });
      for (const draft of drafts) await type(draft, edits);
    },
  },
  async () => {
    await server.stop();
    storage.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
);
