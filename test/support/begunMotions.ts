/** Where trials of amendments and divisions begin: some have come to each of their ends, and some are on their way. */
import { must } from '@shared/domain/kernel/must.ts';
import type { Subject } from '@shared/domain/motion.ts';
import type { CommandData } from '@shared/domain/rulebook.ts';
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
  for (const [who, block] of proposals) propose(h, who, amended, block);
  const amendmentIds = [...must(h.state.plenary.amendment.order[amended], 'amendments')];
  h.act('mod', 'amendment.arrange', { itemId: amended, amendmentIds });
  const [first, second, third] = amendmentIds as [string, string, string];
  h.act('CHE-1', 'amendment.join', { amendmentId: third });
  h.act('CHE-1', 'amendment.leave', { amendmentId: third });
  h.act('BRA-1', 'amendment.withdraw', { amendmentId: third });
  h.act('SRB-1', 'amendment.takeUp', { amendmentId: third });
  h.act('mod', 'amendment.relate', { amendmentId: first, rejects: second, isImplied: true });
  decide(h, amended, { kind: 'amendment', amendmentId: first }, true);
  takeOver(h, 'amendment.takeOver', { amendmentId: first });
  decide(h, amended, { kind: 'amendment', amendmentId: third }, false);
  propose(h, 'KEN-1', amended, 1);
  const friendly = must(h.state.plenary.amendment.order[amended]?.at(-1), 'last');
  h.act(h.rapporteur(must(h.state.plenary.board.items[amended], 'item').roomId), 'amendment.accept', {
    amendmentId: friendly,
  });
  propose(h, 'FRA-1', amended, 2);
  const last = must(h.state.plenary.amendment.order[amended]?.at(-1), 'last');
  const changes = [{ as: 'add' as const, after: 1, text: 'They pay.' }];
  h.act('FRA-1', 'amendment.restate', { amendmentId: last, version: 3, changes });
  const [adopted, rejected, fallen, undivided, pending] = divided as [string, string, string, string, string];
  divide(h, adopted, [true, false], true);
  divide(h, rejected, [true, true], false);
  divide(h, fallen, [false, false], null);
  const told = h.act('JPN-1', 'division.move', { itemId: undivided, version: 1, parts: [[0]] });
  const divisionId = String(must(told[0], 'motion').data.divisionId);
  h.act('mod', 'division.call', { divisionId, seconds: 60 });
  h.now += 70_000;
  h.act('system', 'division.lapse', { divisionId });
  h.act('mod', 'division.call', { divisionId, seconds: 60 });
  h.act('KEN-1', 'division.object', { divisionId });
  h.act('mod', 'division.callSpeaker', { divisionId, delegationId: 'KEN', side: 'against' });
  decide(h, undivided, { kind: 'division', divisionId }, false);
  const idle = h.act('BRA-1', 'division.move', { itemId: pending, version: 1, parts: [[1]] });
  h.act('BRA-1', 'division.withdraw', { divisionId: String(must(idle[0], 'motion').data.divisionId) });
  h.act('JPN-1', 'division.move', { itemId: pending, version: 1, parts: [[0], [1]] });
}

function propose(h: House, who: string, itemId: string, block: number): void {
  const { version } = must(h.state.plenary.board.items[itemId], 'item').current;
  const text = `They all act in ${who.slice(0, 3)} by ${h.now}.`;
  h.act(who, 'amendment.propose', {
    ...{ itemId, version, rationale: 'Clearer.', changes: [{ as: 'revise', block, text }] },
  });
}

/** A division that is granted, its parts decided, and what is left decided where anything is. */
function divide(h: House, itemId: string, parts: readonly boolean[], whole: boolean | null): void {
  const told = h.act('JPN-1', 'division.move', { itemId, version: 1, parts: [[0]] });
  const divisionId = String(must(told[0], 'motion').data.divisionId);
  h.act('mod', 'division.grant', { divisionId });
  h.act('mod', 'division.markOperative', { divisionId, blocks: [0, 1] });
  for (const [at, isCarried] of parts.entries())
    decide(h, itemId, { kind: 'part', divisionId, partId: `${at + 1}` }, isCarried);
  if (whole === null) return;
  decide(h, itemId, { kind: 'whole', divisionId }, whole);
  if (whole) takeOver(h, 'division.takeOver', { divisionId });
}

/** What was only indicated becomes part of the text by an act; what was adopted is part of it. */
function takeOver<C extends 'amendment.takeOver' | 'division.takeOver'>(h: House, type: C, what: CommandData<C>): void {
  const { consultation } = h.state.plenary;
  if (consultation.phase === 'open' && consultation.profile === 'informal') h.act('mod', type, what);
}

/** What was decided about an item is reconsidered. */
export function reconsider(h: House, itemId: string): void {
  decide(h, itemId, { kind: 'reconsideration', movedBy: 'KEN' }, true);
}

function decide(h: House, itemId: string, subject: Subject, isCarried: boolean): void {
  const majority = subject.kind === 'reconsideration' ? 'two-thirds' : 'simple';
  h.act('mod', 'vote.open', { itemId, majority, present: houseCodes.length, subject });
  const voteId = must(h.state.plenary.vote.order.at(-1), 'vote');
  h.act('KEN-1', 'vote.cast', { voteId, choice: isCarried ? 'yes' : 'no' });
  h.lock(voteId);
  h.act('mod', 'vote.declare', { voteId });
}
