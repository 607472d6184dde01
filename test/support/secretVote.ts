/** Secret votes on a real server: opened by the chair, cast by people, closed; and what an operator's disk then holds. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '@shared/domain/kernel/must.ts';
import type { SecretChoice } from '@shared/domain/secretBallot.ts';
import { secretPhase } from '@shared/domain/secretCount.ts';
import { vi } from 'vitest';
import type { LiveConsultation } from '../../server/gate/liveConsultation.ts';
import type { CommandAnswer } from '../../server/host/consultationHost.ts';
import { databaseFile, keysBeside } from '../../server/storage/sqlite/open.ts';
import { openVote } from './meeting.ts';
import { act, type StartedHouse, submit } from './startHouse.ts';

const patience = { timeout: 20_000, interval: 5 };

/** A receipt that a test can recognise: as random as any, and always the same for the same name. */
export const receiptOf = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 32);

/** A meeting whose first item is put to a secret vote; it only indicates, so that its lock comes at once (VOTE-13). */
export async function openSecretVote(
  house: StartedHouse,
  codes?: readonly string[],
): Promise<{ live: LiveConsultation; voteId: string; itemId: string }> {
  const live = await house.open(codes);
  return { live, ...(await openVote(live, { method: 'secret' })) };
}

export function castSecretly(
  live: LiveConsultation,
  who: string,
  voteId: string,
  choice: SecretChoice,
  receipt = receiptOf(`${voteId} ${who}`),
  id?: string,
): Promise<CommandAnswer> {
  return submit(live, who, 'secretBallot.cast', { voteId, choice, receipt }, id);
}

export function phaseOf(live: LiveConsultation, voteId: string) {
  return secretPhase(live.host.state().plenary, must(live.host.state().plenary.vote.byId[voteId], 'vote'));
}

/** Locks a vote and waits until the program has counted its box. */
export async function closeSecretVote(live: LiveConsultation, voteId: string): Promise<void> {
  await act(live, 'mod', 'vote.lock', { voteId });
  await counted(live, voteId);
}

export async function counted(live: LiveConsultation, voteId: string): Promise<void> {
  await vi.waitFor(() => must(phaseOf(live, voteId) !== 'locked' || null, 'a count'), patience);
}

/** The declared vote; throws where it is not. */
export function declaredOf(live: LiveConsultation, voteId: string) {
  const vote = live.host.state().plenary.vote.byId[voteId];
  if (vote?.phase !== 'declared') throw new Error(vote?.phase ?? 'no vote');
  return vote;
}

/** Every byte of the database, its log included. */
export function bytesOf(dataDir: string): Buffer {
  const files = ['', '-wal', '-shm'].map((ending) => join(dataDir, `${databaseFile}${ending}`));
  return Buffer.concat(files.filter((file) => existsSync(file)).map((file) => readFileSync(file)));
}

/** The keys, or remains of keys, in a data directory. */
export function keyFiles(dataDir: string): string[] {
  return readdirSync(keysBeside(dataDir)).filter((name) => name !== 'CACHEDIR.TAG');
}
