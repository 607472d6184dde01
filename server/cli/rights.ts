import { parseArgs } from 'node:util';
import { permits, stepsOf } from '@shared/domain/permits.ts';
import type { CommandName } from '@shared/domain/rulebook.ts';

const help = `Usage: rapporteur rights [--json]

Prints the table of rights: for every command, who may ask for it and in which steps of a panel.
`;

/** `rapporteur rights`: the one table of rights, as people or machines read it. */
export async function rights(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { json: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const rows = (Object.keys(permits) as CommandName[]).map((command) => ({
    command,
    who: [...permits[command].who],
    steps: permits[command].steps ? [...stepsOf(command)] : 'any',
  }));
  if (values.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else
    for (const { command, who, steps } of rows)
      process.stdout.write(`${command.padEnd(26)} ${who.join(', ').padEnd(44)} ${String(steps)}\n`);
  return 0;
}
