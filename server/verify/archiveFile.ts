/** Reads the journal out of an archive, however the file is laid out. */
import { z } from 'zod';
import { CannotStart } from '../ports/cannotStart.ts';
import type { JournalExportEntry } from '../ports/journal.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** An entry as an archive or a decisions file has it; anything else is not as it was written. */
export const ExportEntry = z.strictObject({
  consultationId: z.string(),
  seq: z.int(),
  scope: z.string(),
  pos: z.int(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()).nullable(),
  at: z.int(),
  by: z.string().nullable(),
  commandId: z.string(),
  salt: hex(16).nullable(),
  hash: hex(32),
  link: hex(32),
});
const ids = z.object({ consultationId: z.string() });

/** The entries of an archive by consultation; null where one cannot be read. @throws CannotStart */
export function chainsOf(file: string, text: string): Map<string, (JournalExportEntry | null)[]> {
  const chains = new Map<string, (JournalExportEntry | null)[]>();
  let consultationId = '';
  for (const item of journalIn(file, text)) {
    consultationId = ids.safeParse(item).data?.consultationId ?? consultationId;
    const entries = chains.get(consultationId) ?? [];
    chains.set(consultationId, entries);
    entries.push(ExportEntry.safeParse(item).data ?? null);
  }
  return chains;
}

function journalIn(file: string, text: string): unknown[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new CannotStart('archive.unreadable', `Cannot read ${file}: it is not JSON.`, { cause: error });
  }
  const archive = z.union([z.array(z.unknown()), z.object({ journal: z.array(z.unknown()) })]).safeParse(content);
  if (archive.success) return Array.isArray(archive.data) ? archive.data : archive.data.journal;
  throw new CannotStart('archive.no-journal', `${file} contains no journal: it is not an archive of a consultation.`);
}
