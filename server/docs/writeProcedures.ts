/** Writes docs/procedures.md from the procedures as they are: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { procedures } from '@shared/domain/procedures/all.ts';
import { procedurePage } from './procedurePage.ts';

writeFileSync(fileURLToPath(new URL('../../docs/procedures.md', import.meta.url)), procedurePage(procedures));
