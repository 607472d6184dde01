/**
 * A procedure as data: its phases, and which act leads from one to the next, by whom and by which rule. What decides asks
 * `leads`; the drawings in docs/procedures.md are made from the same data, so that neither can drift from the other.
 */

/** Who takes a step: people by what they are to the procedure, or the program when something has fallen due. */
export type Mover = 'bureau' | 'secretariat' | 'chair' | 'delegate' | 'sponsor' | 'program';

/** One step of a procedure. */
export interface Move<P extends string, A extends string> {
  from: P;
  act: A;
  to: P;
  by: readonly Mover[];
  /** The rules that say so, by number. */
  rules: readonly string[];
  /** What must hold besides, in a few words. */
  when?: string;
}

export interface Procedure<P extends string = string, A extends string = string> {
  name: string;
  /** What it is called, in English, above its drawing. */
  title: string;
  /** Where it comes from: a rule of procedure or a practice. */
  source: string;
  begins: P;
  /** Phases where it mostly stays, though an act may still lead on: a result stands unless it was a tie. */
  rests?: readonly NoInfer<P>[];
  moves: readonly Move<P, A>[];
}

/** Writes a procedure down. */
export function defineProcedure<const P extends string, const A extends string>(
  procedure: Procedure<P, A>,
): Procedure<P, A> {
  return procedure;
}

/** Where an act leads from a phase; null where the procedure knows no such step. */
export function leads<P extends string, A extends string>(
  { moves }: Procedure<P, A>,
  from: NoInfer<P>,
  act: NoInfer<A>,
): P | null {
  return moves.find((move) => move.from === from && move.act === act)?.to ?? null;
}

/** The phases that nothing leads out of; what is done to an end, such as taking note of it, leaves it one. */
export function endsOf<P extends string, A extends string>({ moves }: Procedure<P, A>): P[] {
  const left = new Set(moves.filter(({ from, to }) => from !== to).map(({ from }) => from));
  return [...new Set(moves.map(({ to }) => to))].filter((phase) => !left.has(phase));
}
