/**
 * Who may ask for what, when: one table, role × duty × step → command. The server refuses by it, the screens hide by it, and
 * `rapporteur rights` prints it.
 */
import type { Actor } from './kernel/actor.ts';
import type { PanelId, RoomId } from './kernel/ids.ts';
import { type Refusal, refuse } from './kernel/slice.ts';
import { type Role, type Step, steps } from './kernel/words.ts';
import type { Panel } from './panel.ts';
import type { CommandName } from './rulebook.ts';
import type { ConsultationState } from './state.ts';

/** A role, or what somebody is in the room that the command is about. */
export type Capacity = Role | 'member' | 'facilitator' | 'rapporteur' | 'system';

export interface Permit {
  who: readonly Capacity[];
  /** The steps of the panel concerned; absent where the command is about no panel or any step will do. */
  steps?: readonly Step[];
}

const bureau = ['secretariat', 'moderator'] as const;
const speaking: readonly Step[] = ['reporting', 'commenting', 'deciding'];

export const permits: Record<CommandName, Permit> = {
  'consultation.open': { who: ['secretariat'] },
  'consultation.describe': { who: ['secretariat'] },
  'consultation.chooseProfile': { who: bureau },
  'consultation.close': { who: ['secretariat'] },
  'consultation.reopen': { who: ['secretariat'] },
  'panel.add': { who: ['secretariat'] },
  'panel.describe': { who: ['secretariat'] },
  'panel.remove': { who: ['secretariat'] },
  'panel.order': { who: ['secretariat'] },
  'panel.goTo': { who: bureau },
  'panel.goLive': { who: bureau },
  'brief.layDown': { who: ['secretariat'] },
  'brief.strike': { who: ['secretariat'] },
  'instrumentMap.setCell': { who: bureau },
  'instrumentMap.clearCell': { who: bureau },
  'instrumentMap.addInstrument': { who: ['secretariat'] },
  'instrumentMap.removeInstrument': { who: ['secretariat'] },
  'instrumentMap.addTheme': { who: ['secretariat'] },
  'instrumentMap.removeTheme': { who: ['secretariat'] },
  'delegation.accredit': { who: ['secretariat'] },
  'delegation.assignGroup': { who: ['secretariat'] },
  'delegation.setCredentials': { who: ['secretariat'] },
  'delegation.admit': { who: ['secretariat'] },
  'delegation.reseat': { who: ['secretariat'] },
  'delegation.dismiss': { who: ['secretariat'] },
  'delegation.readmit': { who: ['secretariat'] },
  'seating.propose': { who: bureau, steps: ['opening', 'breakout'] },
  'seating.move': { who: bureau },
  'seating.unpin': { who: bureau },
  'seating.repair': { who: bureau },
  'seating.assignDuty': { who: bureau },
  'seating.discard': { who: bureau },
  'seating.open': { who: bureau, steps: ['breakout'] },
  'seating.placeLatecomer': { who: bureau, steps: ['breakout'] },
  'seating.transfer': { who: bureau, steps: ['breakout'] },
  'room.handOver': { who: [...bureau, 'facilitator'], steps: ['breakout', 'reporting'] },
  'room.raiseHand': { who: ['member'], steps: ['breakout'] },
  'room.lowerHand': { who: [...bureau, 'member'], steps: ['breakout'] },
  'room.callForHelp': { who: ['member'], steps: ['breakout'] },
  'room.answerHelp': { who: bureau },
  'room.extend': { who: bureau, steps: ['breakout'] },
  'room.pause': { who: bureau, steps: ['breakout'] },
  'room.resume': { who: bureau, steps: ['breakout'] },
  'room.announce': { who: bureau },
  'room.recall': { who: bureau, steps: ['breakout'] },
  'room.cancelRecall': { who: bureau, steps: ['breakout'] },
  'room.reopen': { who: bureau, steps: ['breakout'] },
  'room.freeze': { who: ['system'] },
  'actionItem.start': { who: ['member'], steps: ['breakout'] },
  'actionItem.entitle': { who: ['member'], steps: ['breakout'] },
  'actionItem.fill': { who: ['member'], steps: ['breakout'] },
  'actionItem.order': { who: ['facilitator', 'rapporteur'], steps: ['breakout'] },
  'actionItem.withdraw': { who: ['facilitator', 'rapporteur'], steps: ['breakout'] },
  'actionItem.restore': { who: ['facilitator', 'rapporteur'], steps: ['breakout'] },
  'actionItem.report': { who: ['rapporteur'], steps: ['breakout', 'reporting'] },
  'actionItem.takeBack': { who: ['rapporteur'], steps: ['breakout', 'reporting'] },
  'bracket.open': { who: ['member'], steps: ['breakout'] },
  'bracket.suggest': { who: ['member'], steps: ['breakout'] },
  'bracket.suggestAt': { who: ['member'], steps: ['breakout'] },
  'bracket.bridge': { who: ['facilitator'], steps: ['breakout'] },
  'bracket.takePosition': { who: ['member'], steps: ['breakout'] },
  'bracket.withdrawPosition': { who: ['member'], steps: ['breakout'] },
  'bracket.settle': { who: ['facilitator', 'rapporteur'], steps: ['breakout'] },
  'bracket.call': { who: ['facilitator', 'rapporteur'], steps: ['breakout'] },
  'bracket.object': { who: ['member'], steps: ['breakout'] },
  'bracket.lapse': { who: ['system'] },
  'authorship.note': { who: ['system'] },
  'bracket.merge': { who: ['facilitator', 'rapporteur'], steps: ['breakout'] },
  'paragraph.agree': { who: ['facilitator'], steps: ['breakout'] },
  'paragraph.confirm': { who: ['member'], steps: ['breakout'] },
  'paragraph.retract': { who: ['member'], steps: ['breakout'] },
  'paragraph.askReopening': { who: ['member'], steps: ['breakout'] },
  'paragraph.reopen': { who: ['facilitator'], steps: ['breakout'] },
  'term.define': { who: ['secretariat'] },
  'term.strike': { who: ['secretariat'] },
  'term.restore': { who: ['secretariat'] },
  'term.park': { who: ['member'], steps: ['breakout'] },
  'term.setTime': { who: bureau },
  'term.takeUp': { who: bureau },
  'term.settle': { who: bureau },
  'term.reopen': { who: bureau },
  'wordList.add': { who: ['secretariat'] },
  'wordList.remove': { who: ['secretariat'] },
  'wordList.restore': { who: ['secretariat'] },
  'wordList.reset': { who: ['secretariat'] },
  'board.stage': { who: bureau, steps: ['breakout', ...speaking] },
  'board.spotlight': { who: bureau },
  'board.dispose': { who: bureau, steps: ['breakout', ...speaking] },
  'board.takeUp': { who: bureau, steps: ['breakout', ...speaking] },
  'lineage.merge': { who: bureau, steps: ['breakout', ...speaking] },
  'lineage.unmerge': { who: bureau, steps: ['breakout', ...speaking] },
  'lineage.split': { who: bureau, steps: ['breakout', ...speaking] },
  'lineage.unsplit': { who: bureau, steps: ['breakout', ...speaking] },
  'comment.post': { who: [...bureau, 'panelist', 'delegate'], steps: ['reporting', 'commenting'] },
  'comment.hide': { who: bureau },
  'comment.reveal': { who: bureau },
  'comment.markAnswered': { who: bureau, steps: speaking },
  'comment.close': { who: bureau, steps: speaking },
  'comment.reopen': { who: bureau, steps: speaking },
  'position.signal': { who: ['delegate'], steps: speaking },
  'vote.open': { who: bureau, steps: ['deciding'] },
  'vote.cast': { who: ['delegate'], steps: ['deciding'] },
  'vote.announceLock': { who: bureau, steps: ['deciding'] },
  'vote.callOffLock': { who: bureau, steps: ['deciding'] },
  'vote.lock': { who: bureau, steps: ['deciding'] },
  'vote.declare': { who: bureau, steps: ['deciding'] },
  'vote.withdraw': { who: bureau, steps: ['deciding'] },
  'secretBallot.cast': { who: ['delegate'], steps: ['deciding'] },
  'secretBallot.count': { who: ['system'] },
  'secretBallot.recount': { who: bureau, steps: ['deciding'] },
  'silence.prepare': { who: bureau, steps: ['deciding'] },
  'silence.markLanguage': { who: bureau },
  'silence.open': { who: bureau },
  'silence.extend': { who: bureau },
  'silence.remind': { who: ['system'] },
  'silence.break': { who: ['delegate'] },
  'silence.retract': { who: ['delegate'] },
  'silence.restore': { who: bureau },
  'silence.adopt': { who: ['system'] },
  'silence.withdraw': { who: bureau },
  'silence.revise': { who: bureau },
  'silence.renew': { who: bureau },
  'silence.circulate': { who: bureau },
  'silence.say': { who: ['delegate'] },
  'silence.answer': { who: bureau },
  'silence.read': { who: ['delegate'] },
  'silence.takeNote': { who: bureau },
  'vote.lapse': { who: ['system'] },
  'showOfHands.enterCount': { who: ['secretariat'], steps: ['deciding'] },
  'showOfHands.askRecorded': { who: [...bureau, 'delegate'], steps: ['deciding'] },
  'showOfHands.holdRecorded': { who: bureau, steps: ['deciding'] },
  'rollCall.draw': { who: bureau, steps: ['deciding'] },
  'rollCall.callNext': { who: bureau, steps: ['deciding'] },
  'rollCall.answer': { who: ['delegate'], steps: ['deciding'] },
  'rollCall.enter': { who: ['secretariat'], steps: ['deciding'] },
  'rollCall.markAbsent': { who: bureau, steps: ['deciding'] },
  'rollCall.takeBackAbsence': { who: bureau, steps: ['deciding'] },
  'intendedVote.state': { who: ['delegate'], steps: ['deciding', 'closed'] },
  'intendedVote.retract': { who: ['delegate'], steps: ['deciding', 'closed'] },
  'intendedVote.enter': { who: bureau, steps: ['deciding', 'closed'] },
  'intendedVote.strike': { who: bureau, steps: ['deciding', 'closed'] },
  'noObjection.call': { who: bureau, steps: ['deciding'] },
  'noObjection.object': { who: ['delegate'], steps: ['deciding'] },
  'noObjection.retract': { who: ['delegate'], steps: ['deciding'] },
  'noObjection.callOff': { who: bureau, steps: ['deciding'] },
  'noObjection.gavel': { who: ['system'] },
  'sponsor.join': { who: ['delegate'], steps: speaking },
  'sponsor.leave': { who: ['delegate'], steps: speaking },
  'sponsor.enter': { who: bureau, steps: speaking },
  'sponsor.strike': { who: bureau, steps: speaking },
  'explanation.openList': { who: bureau },
  'explanation.closeList': { who: bureau },
  'explanation.ask': { who: ['delegate'] },
  'explanation.withdraw': { who: ['delegate'] },
  'explanation.file': { who: ['delegate'] },
  'explanation.giveFloor': { who: bureau },
  'explanation.end': { who: [...bureau, 'delegate'] },
  'amendment.propose': { who: ['delegate'], steps: speaking },
  'amendment.restate': { who: [...bureau, 'delegate'], steps: speaking },
  'amendment.join': { who: ['delegate'], steps: speaking },
  'amendment.leave': { who: ['delegate'], steps: speaking },
  'amendment.withdraw': { who: ['delegate'], steps: speaking },
  'amendment.takeUp': { who: ['delegate'], steps: speaking },
  'amendment.accept': { who: [...bureau, 'facilitator', 'rapporteur'], steps: speaking },
  'amendment.takeOver': { who: bureau, steps: speaking },
  'amendment.arrange': { who: bureau, steps: speaking },
  'amendment.relate': { who: bureau, steps: speaking },
  'amendment.ruleNotPut': { who: bureau, steps: speaking },
  'division.move': { who: ['delegate'], steps: ['deciding'] },
  'division.call': { who: bureau, steps: ['deciding'] },
  'division.object': { who: ['delegate'], steps: ['deciding'] },
  'division.grant': { who: bureau, steps: ['deciding'] },
  'division.lapse': { who: ['system'] },
  'division.callSpeaker': { who: bureau, steps: ['deciding'] },
  'division.markOperative': { who: bureau, steps: ['deciding'] },
  'division.withdraw': { who: [...bureau, 'delegate'], steps: ['deciding'] },
  'division.takeOver': { who: bureau, steps: ['deciding'] },
};

/** What a command's payload says about where it applies. */
export interface Place {
  panelId: PanelId | null;
  roomId: RoomId | null;
}

/** Finds the panel and the room that a payload is about, by the ids that it names. */
export function placeOf(state: ConsultationState, payload: Record<string, unknown>): Place {
  const { plenary, bureau } = state;
  const named = (key: string) => (typeof payload[key] === 'string' ? payload[key] : '');
  const first = Array.isArray(payload.roomIds) ? String(payload.roomIds[0]) : '';
  const moved = plenary.amendment.byId[named('amendmentId')] ?? plenary.division.byId[named('divisionId')];
  // What is proposed about an item concerns the room that reported it.
  const roomId = named('roomId') || first || (moved ? (plenary.board.items[moved.itemId]?.roomId ?? null) : null);
  const roundId = named('roundId');
  const known =
    moved ??
    plenary.room.byId[roomId ?? ''] ??
    plenary.seating.byId[roundId] ??
    bureau.seating[roundId] ??
    plenary.board.items[named('itemId') || named('into')] ??
    plenary.vote.byId[named('voteId')] ??
    plenary.silence.byId[named('silenceId')] ??
    plenary.noObjection.byId[named('callId')] ??
    plenary.explanation.byId[named('listId')];
  return { panelId: named('panelId') || (known?.panelId ?? null), roomId };
}

/** Everything that somebody is, as far as a place is concerned. */
function capacities(state: ConsultationState, actor: Actor, place: Place): Capacity[] {
  if (actor.kind === 'system') return ['system'];
  const found: Capacity[] = [actor.role];
  const room = place.roomId ? state.plenary.room.byId[place.roomId] : undefined;
  if (room?.members.includes(actor.participantId)) {
    found.push('member');
    if (room.facilitator === actor.participantId) found.push('facilitator');
    if (room.rapporteur === actor.participantId) found.push('rapporteur');
  }
  return found;
}

/** Says why somebody may not ask for a command now, or null where they may. The right comes before the step, the step before existence. */
export function permitRefusal(
  state: ConsultationState,
  actor: Actor,
  command: CommandName,
  payload: Record<string, unknown>,
): Refusal | null {
  if (actor.kind === 'system') return null;
  const permit = permits[command];
  const place = placeOf(state, payload);
  const mine = capacities(state, actor, place);
  if (!permit.who.some((who) => mine.includes(who))) return refuse('rights.not-permitted');
  if (command === 'consultation.open') return null;
  const { consultation } = state.plenary;
  if (consultation.phase === 'closed' && command !== 'consultation.reopen') return refuse('consultation.closed');
  if (consultation.phase === 'unopened') return refuse('consultation.not-open');
  const allowed = permit.steps;
  const outOfStep = allowed && panelsOf(state, place, payload).find(({ step }) => !allowed.includes(step));
  return outOfStep ? refuse('panel.wrong-step', { step: outOfStep.step, allowed: [...allowed] }) : null;
}

/** The panels that a command is about: several, where it names rooms of several. */
function panelsOf({ plenary }: ConsultationState, place: Place, payload: Record<string, unknown>): Panel[] {
  const roomIds = Array.isArray(payload.roomIds) ? payload.roomIds.map(String) : [];
  const ids = [place.panelId, ...roomIds.map((id) => plenary.room.byId[id]?.panelId)];
  return ids.map((id) => plenary.panel.byId[id ?? '']).filter((known) => known !== undefined);
}

/** The steps in which a command may be asked for; all of them where the table names none. */
export function stepsOf(command: CommandName): readonly Step[] {
  return permits[command].steps ?? steps;
}
