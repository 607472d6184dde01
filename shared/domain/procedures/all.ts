import { amendmentProcedure } from './amendment.ts';
import { divisionProcedure } from './division.ts';
import { explanationProcedure } from './explanation.ts';
import { noObjectionProcedure } from './noObjection.ts';
import type { Procedure } from './procedure.ts';
import { rollCallProcedure } from './rollCall.ts';
import { secretBallotProcedure } from './secretBallot.ts';
import { showOfHandsProcedure } from './showOfHands.ts';
import { silenceProcedure } from './silence.ts';
import { voteProcedure } from './vote.ts';

/** Every procedure by which something is decided, in the order of their drawings. */
export const procedures: readonly Procedure[] = [
  showOfHandsProcedure,
  voteProcedure,
  rollCallProcedure,
  secretBallotProcedure,
  amendmentProcedure,
  divisionProcedure,
  silenceProcedure,
  noObjectionProcedure,
  explanationProcedure,
];
