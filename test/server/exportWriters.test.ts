import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import type { Attribution } from '@shared/domain/kernel/words.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archiveJson } from '../../server/export/archive.ts';
import { briefDocx, textsTxt } from '../../server/export/exports.ts';
import { type Batch, createConsultationHost } from '../../server/host/consultationHost.ts';
import { openStorage, type Storage } from '../../server/storage/sqlite/open.ts';
import { house, houseCodes } from '../support/build.ts';
import { signedSpan, signedText } from '../support/signedText.ts';
import { readWordFile } from '../support/wordFile.ts';

let folder: string;
const opened: Storage[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapporteur-writers-'));
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
  rmSync(folder, { recursive: true, force: true });
});

const words = ['States shall register every birth', 'Consulates issue documents within a month'];
type Cast = [first: string, second: string, third: string];

/** A room with its people, in which the real host hears three delegations write, bracket and answer before the item is reported. */
async function played(attribution: Attribution, cast: Cast) {
  const h = house();
  const [roomId = ''] = h.openRooms({ rooms: 1, attribution });
  const rapporteur = h.rapporteur(roomId);
  const id = 'c';
  const storage = openStorage(join(folder, cast.join('-')));
  opened.push(storage);
  storage.journal.append(id, h.events, []);
  const [batches, ids] = [[] as Batch[], { last: 0 }];
  const host = createConsultationHost(id, {
    ...{
      journal: storage.journal,
      boxes: storage.boxes,
      clock: { now: () => h.now },
      newId: () => `new-${++ids.last}`,
    },
    draftText: (itemId) => signedText(host.state(), itemId, words),
    spanAt: (itemId, from, to) => signedSpan(host.state(), itemId, words, from, to),
    publish: (told) => void batches.push(...told),
    ...{ readOnly: () => undefined, fault: () => undefined },
  });
  let commands = 0;
  const act = async <C extends CommandName>(who: string, type: C, payload: CommandData<C>) => {
    h.now += 1_000;
    const command = { id: `command-${++commands}`, type, payload };
    const answer = who === 'system' ? await host.submitAsSystem(command) : await host.submit(who, command);
    if (!answer.ok) throw new Error(`${type}: ${answer.code}`);
  };
  const [a, b, c] = cast.map((code) => `${code}-1`) as Cast;
  await act(a, 'actionItem.start', { roomId, title: 'Plans' });
  const itemId = must(host.state().room[roomId]?.actionItem.order[0], 'draft');
  await act(b, 'actionItem.entitle', { roomId, itemId, title: 'Better plans' });
  await act(c, 'actionItem.fill', { roomId, itemId, fields: { means: 'Two experts', horizon: 'short' } });
  for (const [participantId, paragraph] of [
    [a, 'p1'],
    [b, 'p1'],
    [c, 'p2'],
  ] as const)
    await act('system', 'authorship.note', { roomId, itemId, participantId, paragraphs: [paragraph] });
  await act(a, 'bracket.open', { roomId, itemId, kind: 'doubt', from: 'w1', to: 'w3' });
  const bracketId = must(host.state().room[roomId]?.bracket.order[0], 'bracket');
  await act(b, 'bracket.takePosition', { roomId, bracketId, stance: 'oppose' });
  await act(c, 'bracket.suggest', { roomId, itemId, bracketId, words: 'may' });
  await act(rapporteur, 'actionItem.report', { roomId, itemId, waiver: 'To be completed.' });
  host.drain();
  const state = host.state();
  const people = Object.keys(state.plenary.delegation.participants).map((participantId) => ({
    ...{ participantId, name: `Name of ${participantId}`, isErased: false },
  }));
  return { id, storage, state, people, batches, at: h.now };
}

/** All that leaves the room, as text: to read it, and to compare it with what would leave if others had written. */
async function leaving(attribution: Attribution, cast: Cast) {
  const { id, storage, state, people, batches, at } = await played(attribution, cast);
  const request = { state, people: people as never, language: 'en' as const, lastEventAt: at };
  const docx = await briefDocx(request);
  const word = readWordFile(docx);
  const journal = storage.journal.exported(id);
  const archive = new TextDecoder().decode(
    archiveJson({
      ...{ consultationId: id, state, entries: journal, head: storage.journal.head(id), people: [] },
      draftText: (itemId) => signedText(state, itemId, words),
    }),
  );
  return {
    frames: JSON.stringify(batches.filter(({ scope }) => scope === 'plenary')),
    plenary: JSON.stringify(state.plenary),
    journal: JSON.stringify([...storage.journal.entries(id)].filter(({ scope }) => scope === 'plenary')),
    docx: Buffer.from(docx).toString('base64'),
    document: `${word.text}\n${word.notes}`,
    texts: new TextDecoder().decode(await textsTxt(request)),
    // Salts are drawn by chance, and hashes of what is withheld say nothing without them.
    archive: archive.replace(/"(hash|link|salt|head)":("[^"]*"|\{[^}]*\})/g, '"$1":""'),
  };
}

const [some, others]: [Cast, Cast] = [
  ['KEN', 'JPN', 'BRA'],
  ['FRA', 'SEN', 'POL'],
];

describe('what leaves a room of those who wrote in it', () => {
  test('[HIS-9] under the Chatham House Rule is the same to the byte, whoever they were', async () => {
    const [one, other] = [await leaving('none', some), await leaving('none', others)];
    expect(one.frames).toContain('Two experts');
    for (const key of Object.keys(one) as (keyof typeof one)[]) expect(one[key], key).toBe(other[key]);
  });

  test('[HIS-9] under the rule no delegation is in what the plenary is told of the item', async () => {
    const { frames } = await leaving('none', some);
    for (const code of houseCodes) expect(frames).not.toContain(code);
  });

  test('[HIS-6] under “region” the groups, never a delegation', async () => {
    const { frames } = await leaving('region', some);
    expect(frames).toContain('"region":"africa"');
    for (const code of houseCodes) expect(frames).not.toContain(code);
  });

  test.each(['named', 'delegation', 'region', 'none'] as const)('[HIS-6] under “%s” no person', async (attribution) => {
    const { frames, plenary, document, texts } = await leaving(attribution, some);
    for (const said of [frames, document, texts]) expect(said).not.toMatch(/\b[A-Z]{3}-[12]\b|Name of [A-Z]/);
    const { board } = JSON.parse(plenary) as { board: unknown };
    expect(JSON.stringify(board)).not.toMatch(/\b[A-Z]{3}-[12]\b/);
  });

  test('[HIS-6] under “delegation” it tells who wrote, so that the above says something', async () => {
    const [one, other] = [await leaving('delegation', some), await leaving('delegation', others)];
    expect(one.frames).toContain('"delegation":"KEN"');
    expect(one.frames).not.toBe(other.frames);
    expect(one.archive).not.toBe(other.archive);
  });
});
