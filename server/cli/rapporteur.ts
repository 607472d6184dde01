/** The one program: `rapporteur serve | rehearse | export | verify-journal | rights`. */
import { CannotStart } from '../ports/cannotStart.ts';
import { exportCommand } from './export.ts';
import { rehearse } from './rehearse.ts';
import { rights } from './rights.ts';
import { serve } from './serve.ts';
import { verifyJournal } from './verifyJournal.ts';

const commands: Record<string, { run(argv: string[]): Promise<number>; hint: string }> = {
  serve: { run: serve, hint: 'start the server' },
  rehearse: { run: rehearse, hint: 'run a whole consultation with simulated delegations' },
  export: { run: exportCommand, hint: 'write the issue brief or the archive to a file' },
  'verify-journal': { run: verifyJournal, hint: 'check the chain of the record, without the server' },
  rights: { run: rights, hint: 'print who may do what, when' },
};

const help = `Usage: rapporteur <command> [options]

${Object.entries(commands)
  .map(([name, { hint }]) => `  ${name.padEnd(16)} ${hint}`)
  .join('\n')}

rapporteur <command> --help tells more.
`;

/** Runs one command; answers the exit code: 0 done, 1 could not, 2 not understood. */
export async function run(argv: string[]): Promise<number> {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    const isHelp = name === '' || name === '--help' || name === '-h' || name === 'help';
    if (!isHelp) process.stderr.write(`rapporteur: there is no command "${name}".\n\n`);
    (isHelp ? process.stdout : process.stderr).write(help);
    return isHelp ? 0 : 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
