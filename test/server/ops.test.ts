import { describe, expect, test } from 'vitest';
import { createLog } from '../../server/ops/log.ts';
import { createMetrics } from '../../server/ops/metrics.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const to = { write: (line: string) => lines.push(line) };
  write(createLog('info', to));
  return lines.map((line) => JSON.parse(line));
}

describe('the log', () => {
  test('is structured, and says nothing about a person', () => {
    const person = { name: 'Amina Otieno', email: 'amina@example.org', participantId: 'amina-1', token: 'SECRET' };
    const [line] = logged((log) =>
      log.info(
        { command: 'vote.cast', commandId: 'c-1', ...person, seat: person, request: { seat: person, ip: '10.0.0.7' } },
        'command',
      ),
    );
    expect(line).toMatchObject({ level: 'info', msg: 'command', command: 'vote.cast', commandId: 'c-1' });
    expect(JSON.stringify(line)).not.toMatch(/Amina|amina|SECRET|10\.0\.0\.7/);
  });

  test('says of a fault what it is and where, not what somebody wrote', () => {
    const parse = () => {
      try {
        return JSON.parse('Amina Otieno');
      } catch (error) {
        return error;
      }
    };
    const fault = Object.assign(new Error('must exist: room', { cause: parse() }), { code: 'X', body: 'Amina' });
    const [line, other] = logged((log) => {
      log.error({ err: fault, reference: 'r1' }, 'fault');
      log.error({ err: 'Amina' }, 'fault');
    });
    expect(line).toMatchObject({
      reference: 'r1',
      err: {
        type: 'Error',
        message: 'must exist: room',
        code: 'X',
        stack: expect.stringContaining('ops.test.ts'),
        cause: { type: 'SyntaxError' },
      },
    });
    expect(JSON.stringify([line, other])).not.toContain('Amina');
  });

  test('keeps to its level', () => {
    expect(logged((log) => log.debug('hidden'))).toEqual([]);
  });
});

describe('the counters', () => {
  test('stand on one page with those of the process, each server for itself', async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.commands.inc({ type: 'vote.cast', code: 'ok' });
    one.commitSeconds.observe({ log: 'journal' }, 0.004);
    one.commitSize.observe({ log: 'journal' }, 12);
    const { contentType, body } = await one.page();
    expect(contentType).toContain('text/plain');
    expect(body).toContain('rapporteur_commands_total{type="vote.cast",code="ok"} 1');
    expect(body).toContain('rapporteur_commit_size_sum{log="journal"} 12');
    expect(body).toContain('nodejs_eventloop_lag_p99_seconds');
    expect((await other.page()).body).not.toContain('vote.cast');
  });
});
