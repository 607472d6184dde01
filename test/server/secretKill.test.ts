import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memberStates } from '@shared/data/memberStates.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { SecretChoice } from '@shared/domain/secretBallot.ts';
import { nanoid } from 'nanoid';
import { expect, test, vi } from 'vitest';
import { dial, type Line } from '../support/line.ts';
import { keyFiles, openSecretVote, receiptOf } from '../support/secretVote.ts';
import { serveProcess } from '../support/serveProcess.ts';
import { startHouse } from '../support/startHouse.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 30_000 });

type Command = [type: string, payload: object, id: string];

/** Sends one command under one id until it is answered, as a browser does. */
async function insist(url: () => string, asked: { consultationId: string; cookie: string }, command: Command) {
  for (;;) {
    let line: Line | undefined;
    try {
      line = await dial(url(), asked);
      const answer = await line.command(...command);
      if (answer.ok || answer.code !== 'DRAINING') return answer;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      line?.close();
    }
  }
}

test('[SEC-3] [SEC-7] a server that is killed during casts and at the close has lost no secret ballot and counts none twice', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rapporteur-secret-kill-'));
  const codes = memberStates.slice(0, 30).map(({ id }) => id);
  const house = await startHouse({ dataDir });
  const { live, voteId } = await openSecretVote(house, codes);
  const asked = await Promise.all(
    codes.map(async (code) => ({ consultationId: live.id, cookie: await house.signIn(live, `${code}-1`) })),
  );
  const bureau = { consultationId: live.id, cookie: await house.signIn(live, 'mod') };
  await house.stop();

  let server = await serveProcess(dataDir);
  const { port } = server;
  const url = () => server.url;
  const again = async () => {
    expect(await server.kill('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    server = await serveProcess(dataDir, ['--port', String(port)]);
  };
  const choices = codes.map((_, at) => must(SecretChoice.options[at % 3], 'choice'));
  const commands = codes.map(
    (code, at): Command => ['secretBallot.cast', { voteId, choice: choices[at], receipt: receiptOf(code) }, nanoid()],
  );
  const answered = new Map<number, unknown>();
  const casting = codes.map(async (_, at) => {
    // In waves, so that each kill finds some answered, some on their way and some not yet sent.
    await vi.waitFor(() => expect(answered.size).toBeGreaterThanOrEqual(at - 10), { timeout: 60_000, interval: 10 });
    answered.set(at, await insist(url, must(asked[at], 'seat'), must(commands[at], 'command')));
  });
  for (const most of [8, 18]) {
    await vi.waitFor(() => expect(answered.size).toBeGreaterThanOrEqual(most), { timeout: 60_000, interval: 1 });
    await again();
  }
  await Promise.all(casting);
  for (const answer of answered.values()) expect(answer).toMatchObject({ ok: true });
  const repeated = await Promise.all(
    codes.map((_, at) => insist(url, must(asked[at], 'seat'), must(commands[at], 'command'))),
  );
  expect(repeated).toEqual(codes.map((_, at) => answered.get(at)));

  // Killed as soon as the lock is acknowledged: the count is done, or is done at the next start.
  expect(await insist(url, bureau, ['vote.lock', { voteId }, nanoid()])).toMatchObject({ ok: true });
  await again();
  const chair = await dial(server.url, bureau);
  await chair.hello();
  await chair.until(() => chair.state.plenary.secretBallot[voteId]?.isCounted === true);
  expect(await chair.command('vote.declare', { voteId })).toMatchObject({ ok: true });
  await chair.until(() => chair.state.plenary.vote.byId[voteId]?.phase === 'declared');
  const declared = chair.state.plenary.vote.byId[voteId];
  if (declared?.phase !== 'declared') throw new Error('not declared');
  const of = (choice: SecretChoice) => choices.filter((each) => each === choice).length;
  expect(declared.outcome).toMatchObject({ yes: of('yea'), no: of('nay'), abstain: of('abs'), absent: 0 });
  expect(declared.receipts).toEqual(codes.map(receiptOf).sort());
  await vi.waitFor(() => expect(keyFiles(dataDir)).toEqual([]), { timeout: 20_000, interval: 20 });
  chair.close();
  expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 });
  rmSync(dataDir, { recursive: true, force: true });
});
