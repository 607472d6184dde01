/** Opens a consultation from a plan: the sample of June 2017, or the blank template with the 193 member states. */

import type { ConsultationPlan } from '@shared/data/sampleConsultation.ts';
import type { Command, CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { nanoid } from 'nanoid';
import type { LiveConsultation } from '../gate/liveConsultation.ts';
import { StorageFull } from '../ports/journal.ts';
import type { House } from './house.ts';

const seatsPerCommand = 400;
const paragraphsPerCommand = 40;

/**
 * Makes, furnishes and opens a consultation. It is opened last: where the storage fails on the way, what was begun is seen by
 * nobody. @throws StorageFull @throws when a rule refuses the plan
 */
export async function openFromPlan(
  house: House,
  plan: ConsultationPlan,
  secretariat: string,
  /** The id of each seat: opaque, but in a rehearsal, where the same seed must give the same rooms. */
  seatId: (participant: ConsultationPlan['participants'][number]) => string = () => nanoid(10),
): Promise<LiveConsultation> {
  const live = house.add();
  const act = async <C extends CommandName>(type: C, payload: CommandData<C>) => {
    const answer = await live.host.submitAsSystem({ id: nanoid(), type, payload } satisfies Command & { id: string });
    if (!answer.ok && answer.code === 'STORAGE_FULL') throw new StorageFull();
    if (!answer.ok) throw new Error(`${type}: ${answer.code} ${JSON.stringify(answer.details ?? {})}`);
  };
  house.people.putPeople(live.id, [{ participantId: 'secretariat', name: secretariat, email: null, language: null }]);
  await act('delegation.admit', { seats: [{ participantId: 'secretariat', delegationId: null, role: 'secretariat' }] });
  await act('delegation.accredit', {
    delegations: plan.delegations.map(entryOf),
  } as CommandData<'delegation.accredit'>);

  const seats = plan.participants.map((participant) => ({
    participantId: seatId(participant),
    name: participant.name,
    delegationId: participant.delegation,
    role: participant.role,
  }));
  house.people.putPeople(
    live.id,
    seats.map(({ participantId, name }) => ({ participantId, name, email: null, language: null })),
  );
  for (const some of portions(seats, seatsPerCommand))
    await act('delegation.admit', {
      seats: some.map(({ participantId, delegationId, role }) => ({ participantId, delegationId, role })),
    });

  const panelIds: string[] = [];
  for (const [at, panel] of plan.panels.entries()) {
    const panelId = `panel-${at + 1}`;
    panelIds.push(panelId);
    const panelists = seats.filter(
      ({ role, name }) => role === 'panelist' && panel.panelists.some((each) => each.name === name),
    );
    await act('panel.add', {
      panelId,
      title: panel.title,
      questions: panel.question,
      section: panel.section,
      panelists: panelists.map(({ participantId }) => participantId),
    });
  }
  const paragraphs = plan.brief.paragraphs.map(({ id, number, heading, text, panel, footnotes }) => ({
    id,
    number,
    text,
    footnotes,
    panelId: panel ? (panelIds[panel - 1] ?? null) : null,
    ...(heading ? { heading } : {}),
  }));
  for (const some of portions(paragraphs, paragraphsPerCommand))
    await act('brief.layDown', { title: plan.brief.title, paragraphs: some });

  const { title, symbol, place, languages, profile } = plan;
  await act('consultation.open', {
    title,
    symbol,
    place,
    from: plan.dates[0],
    to: plan.dates[1],
    languages,
    profile,
  } as CommandData<'consultation.open'>);
  return live;
}

function entryOf({ code, kind, regionalGroup, name }: ConsultationPlan['delegations'][number]) {
  const isState = kind === 'member-state' || kind === 'observer-state';
  return {
    id: code,
    kind,
    code: isState ? code : null,
    name: isState ? null : (name ?? code),
    regionalGroup,
    hasCredentials: kind === 'member-state',
  };
}

function portions<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
