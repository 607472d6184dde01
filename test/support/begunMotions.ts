/** Where trials of amendments and divisions begin: some have come to each of their ends, and some are on their way. */
import { must } from '@shared/domain/kernel/must.ts';
import type { Subject } from '@shared/domain/motion.ts';
import { type House, houseCodes } from './build.ts';

const text = 'States act.\nThey act soon.\nThey report.';

/** A panel that decides: amendments in the chair's order, of which the first was carried, and divisions of several items. */
export function beginMotions(h: House): void {
  const amended = h.reported(1, 'Amended', text);
  const divided = [1, 2, 1, 2, 1].map((room, at) => h.reported(room, `Divided ${at + 1}`, text));
  h.step('deciding');
  for (const itemId of [amended, ...divided]) h.stage(itemId, 'ready');
  const proposals = [
    ['KEN-1', 0],
    ['FRA-1', 0],
    ['BRA-1', 2],
  ] as const;
  for (const [who, block] of proposals)
    h.act(who, 'amendment.propose', {
      ...{ itemId: amended, version: 1, rationale: 'Clearer.' },
      changes: [{ as: 'revise', block, text: `They all act in ${who.slice(0, 3)}.` }],
    });
  const amendmentIds = [...must(h.state.plenary.amendment.order[amended], 'amendments')];
  h.act('mod', 'amendment.arrange', { itemId: amended, amendmentIds });
  decide(h, amended, { kind: 'amendment', amendmentId: must(amendmentIds[0], 'amendment') }, true);
  const [adopted, rejected, fallen, undivided, pending] = divided as [string, string, string, string, string];
  divide(h, adopted, [true, false], true);
  divide(h, rejected, [true, true], false);
  divide(h, fallen, [false, false], null);
  const told = h.act('JPN-1', 'division.move', { itemId: undivided, version: 1, parts: [[0]] });
  const divisionId = String(must(told[0], 'motion').data.divisionId);
  h.act('KEN-1', 'division.object', { divisionId });
  decide(h, undivided, { kind: 'division', divisionId }, false);
  h.act('JPN-1', 'division.move', { itemId: pending, version: 1, parts: [[0], [1]] });
}

/** A division that is granted, its parts decided, and what is left decided where anything is. */
function divide(h: House, itemId: string, parts: readonly boolean[], whole: boolean | null): void {
  const told = h.act('JPN-1', 'division.move', { itemId, version: 1, parts: [[0]] });
  const divisionId = String(must(told[0], 'motion').data.divisionId);
  h.act('mod', 'division.grant', { divisionId });
  for (const [at, isCarried] of parts.entries())
    decide(h, itemId, { kind: 'part', divisionId, partId: `${at + 1}` }, isCarried);
  if (whole !== null) decide(h, itemId, { kind: 'whole', divisionId }, whole);
}

function decide(h: House, itemId: string, subject: Subject, isCarried: boolean): void {
  h.act('mod', 'vote.open', { itemId, majority: 'simple', present: houseCodes.length, subject });
  const voteId = must(h.state.plenary.vote.order.at(-1), 'vote');
  h.act('KEN-1', 'vote.cast', { voteId, choice: isCarried ? 'yes' : 'no' });
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
}
