/** The program as a process of its own, from its sources: what it is told on the command line is what it does. */
import { run } from '../../server/cli/rapporteur.ts';

process.exitCode = await run(process.argv.slice(2));
