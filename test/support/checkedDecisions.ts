/** The decisions file of a house of tests, some of whose events may have been altered before they were chained, and its check. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStateNames } from '@shared/data/stateNames.ts';
import { must } from '@shared/domain/kernel/must.ts';
import type { ProfileId } from '@shared/domain/ruleProfile.ts';
import { verifyJournal } from '../../server/cli/verifyJournal.ts';
import { decisionsJson } from '../../server/export/decisions.ts';
import { openStorage } from '../../server/storage/sqlite/open.ts';
import { type House, house } from './build.ts';

export type Event = House['events'][number];

/** What the check says of the file, or of the house itself. */
export async function checked(
  { events }: House,
  alter: (event: Event) => Event | null = (event) => event,
): Promise<{ exit: number; text: string; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-decisions-'));
  try {
    const storage = openStorage(join(folder, 'data'));
    storage.people.addConsultation({ id: 'c', createdAt: 1 });
    storage.journal.append('c', renumbered(events, alter), []);
    const bytes = decisionsJson({
      ...{ consultationId: 'c', entries: storage.journal.exported('c'), head: storage.journal.head('c') },
      stateNames: await loadStateNames('en'),
    });
    storage.close();
    const file = new TextDecoder().decode(bytes);
    return { ...(await told(folder, file)), file };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the check says of a file. */
export async function checkedFile(file: string): Promise<{ exit: number; text: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-decisions-'));
  try {
    return await told(folder, file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function told(folder: string, content: string): Promise<{ exit: number; text: string }> {
  const file = join(folder, 'decisions.json');
  writeFileSync(file, content);
  let text = '';
  const exit = await verifyJournal(['--file', file], (piece) => {
    text += piece;
  });
  return { exit, text };
}

function renumbered(events: readonly Event[], alter: (event: Event) => Event | null): Event[] {
  const pos = new Map<string, number>();
  return events.flatMap((event) => {
    const altered = alter(event);
    if (!altered) return [];
    pos.set(altered.scope, (pos.get(altered.scope) ?? 0) + 1);
    return [{ ...altered, pos: must(pos.get(altered.scope), 'position') }];
  });
}

export const change = (type: string, data: Record<string, unknown>) => (event: Event) =>
  event.type === type ? { ...event, data: { ...event.data, ...data } } : event;
export const at = (type: string, instant: number) => (event: Event) =>
  event.type === type ? { ...event, at: instant } : event;
/** Tells something else in its place. */
export const instead = (type: string, other: string) => (event: Event) =>
  event.type === type ? { ...event, type: other } : event;
export const without = (type: string) => (event: Event) => (event.type === type ? null : event);

/** A small consultation with one item that is ready to be decided on. */
export function ready(profile: ProfileId = 'committee', text = 'Open one desk.'): { h: House; itemId: string } {
  const h = house({ profile });
  h.openRooms();
  const itemId = h.reported(1, 'Open one desk', text);
  h.stage(itemId, 'ready');
  h.step('deciding');
  return { h, itemId };
}
