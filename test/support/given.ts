/**
 * Given / when / then over the real rulebook: the past is told as events, a command is asked for, and the answer is a
 * refusal or events. Every state is deep-frozen, so a rule that changed what it was only to read fails the test.
 *
 *   given(meeting({ step: 'deciding' }))
 *     .as(observer('WHO'))
 *     .when('vote.cast', { voteId: 'v1', choice: 'yes' })
 *     .refused('rights.not-permitted');
 *   given(meeting(), panel.tell.plenary.PanelWentLive({ panelId: 'p2' })).as(moderator).when('panel.goTo', …).thenTold(…);
 */

import { consultation } from '@shared/domain/consultation.ts';
import { delegation } from '@shared/domain/delegation.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import type { Actor } from '@shared/domain/kernel/actor.ts';
import { must } from '@shared/domain/kernel/must.ts';
import { isRefusal, type Refusal, type Told } from '@shared/domain/kernel/slice.ts';
import { type RegionalGroup, regionalGroups, type Step, steps } from '@shared/domain/kernel/words.ts';
import { panel } from '@shared/domain/panel.ts';
import {
  type Command,
  type CommandData,
  type CommandName,
  decide,
  evolve,
  readPayload,
} from '@shared/domain/rulebook.ts';
import type { ProfileId } from '@shared/domain/ruleProfile.ts';
import { type ConsultationState, emptyState } from '@shared/domain/state.ts';
import { produce } from 'immer';
import { expect } from 'vitest';
import { digests } from '../../server/host/digests.ts';

/** The instant of every test that does not say another: the morning of 19 June 2017. */
export const noon = Date.UTC(2017, 5, 19, 12);

const seat = (participantId: string, delegationId: string | null, role: Exclude<Actor, { kind: 'system' }>['role']) =>
  ({ kind: 'participant', participantId, delegationId, role }) as const satisfies Actor;

/** The people of a `meeting`: a state's delegates are `KEN-1`, `KEN-2` …, an observer organisation's person `WHO-1`. */
export const delegate = (code: string, number = 1): Actor => seat(`${code}-${number}`, code, 'delegate');
export const observer = (code: string): Actor => seat(`${code}-1`, code, 'observer');
export const moderator: Actor = seat('mod', null, 'moderator');
export const secretariat: Actor = seat('sec', null, 'secretariat');
export const panelist: Actor = seat('pan', null, 'panelist');
const display: Actor = seat('wall', null, 'display');
export const system: Actor = { kind: 'system' };

export interface MeetingOptions {
  /** Where the first panel, `p1`, stands; the second, `p2`, is always at its opening. */
  step?: Step;
  profile?: ProfileId;
  /** Member states by regional group, all with credentials; two of each unless said otherwise. */
  states?: Readonly<Partial<Record<RegionalGroup, readonly string[]>>>;
  /** How many people each state sends. */
  seats?: number;
}

const twoOfEach: Record<RegionalGroup, readonly string[]> = {
  africa: ['KEN', 'SEN'],
  'asia-pacific': ['JPN', 'NPL'],
  'eastern-europe': ['POL', 'SRB'],
  grulac: ['BRA', 'CHL'],
  weog: ['CAN', 'CHE'],
};

/** What the consultation of June 2017 was told as: two panels, states of all regions, one observer (`WHO`), the bureau. */
export function meeting({
  step = 'opening',
  profile = 'informal',
  states = twoOfEach,
  seats = 1,
}: MeetingOptions = {}) {
  const facts = { symbol: '', place: 'Geneva', from: '2017-06-19', to: '2017-06-20', languages: ['en' as const] };
  const agenda = { questions: ['What is to be done?'], panelists: [], section: '' };
  const accredited = regionalGroups.flatMap((regionalGroup) =>
    (states[regionalGroup] ?? []).map((code) => ({
      ...{ id: code, kind: 'member-state' as const, code, name: null, regionalGroup, hasCredentials: true },
    })),
  );
  const who = { kind: 'un-entity' as const, code: null, regionalGroup: null, hasCredentials: false };
  const people = [
    ...[secretariat, moderator, panelist, display, observer('WHO')],
    ...accredited.flatMap(({ id }) => Array.from({ length: seats }, (_, at) => delegate(id, at + 1))),
  ];
  return [
    consultation.tell.plenary.ConsultationOpened({ ...facts, title: 'Thematic session', profile, openedAt: noon }),
    panel.tell.plenary.PanelAdded({ panelId: 'p1', title: 'Smuggling of migrants', ...agenda }),
    panel.tell.plenary.PanelAdded({ panelId: 'p2', title: 'Identity documents', ...agenda }),
    delegation.tell.plenary.DelegationsAccredited({
      delegations: [...accredited, { id: 'WHO', name: 'World Health Organization', ...who }],
    }),
    delegation.tell.plenary.ParticipantsAdmitted({
      seats: people.map((person) => {
        const { kind: _kind, ...taken } = person as Exclude<Actor, { kind: 'system' }>;
        return taken;
      }),
    }),
    ...steps
      .slice(1, steps.indexOf(step) + 1)
      .map((next) => panel.tell.plenary.StepTaken({ panelId: 'p1', step: next })),
  ];
}

/** A state in which these events have happened, deep-frozen. */
function stateAfter(events: readonly Told[], at = noon, from: ConsultationState = emptyState()) {
  return produce(from, (draft: ConsultationState) => {
    for (const event of events) evolve(draft, structuredClone(event), at);
  });
}

/** Begins a test: what has happened so far, as events or lists of them. */
export function given(...past: readonly (Told | readonly Told[])[]): Given {
  return new Given(stateAfter(past.flat()), { actor: moderator, now: noon, drafts: new Map(), ids: 0 });
}

interface Setting {
  actor: Actor;
  now: number;
  drafts: ReadonlyMap<string, DraftText>;
  /** How many ids were given: `new-1` is the first, and none is given twice in one past. */
  ids: number;
}

/** A past, somebody who acts in it, and an instant. */
export class Given {
  readonly state: ConsultationState;
  readonly #setting: Setting;

  constructor(state: ConsultationState, setting: Setting) {
    this.state = state;
    this.#setting = setting;
  }

  as(actor: Actor): Given {
    return new Given(this.state, { ...this.#setting, actor });
  }

  at(now: number): Given {
    return new Given(this.state, { ...this.#setting, now });
  }

  /** What a draft's text says when a rule asks. */
  drafted(itemId: string, text: DraftText): Given {
    return new Given(this.state, { ...this.#setting, drafts: new Map([...this.#setting.drafts, [itemId, text]]) });
  }

  /** Asks for a command as the server would: the payload is read strictly, then decided. */
  when<C extends CommandName>(type: C, payload: CommandData<C>): Outcome {
    const read = readPayload(type, payload);
    if (!read.ok) throw new Error(`${type} does not read: ${JSON.stringify(read.misfits)}`);
    const { actor, now, drafts } = this.#setting;
    let { ids } = this.#setting;
    const command: Command = { type, payload: read.payload };
    const answer = decide(this.state, command, {
      actor,
      now,
      newId: () => `new-${++ids}`,
      draftText: (itemId) => drafts.get(itemId) ?? null,
      spanAt: () => null,
      ...digests,
    });
    return new Outcome(type, answer, (events) => {
      return new Given(stateAfter(events, now, this.state), { ...this.#setting, ids });
    });
  }
}

/** What a command came to. */
export class Outcome {
  readonly answer: readonly Told[] | Refusal;
  readonly #command: string;
  readonly #fold: (events: readonly Told[]) => Given;

  constructor(command: string, answer: readonly Told[] | Refusal, fold: (events: readonly Told[]) => Given) {
    this.#command = command;
    this.answer = answer;
    this.#fold = fold;
  }

  /** It was refused with this code, and these details where any are named. */
  refused(code: string, details?: Record<string, unknown>): void {
    expect(this.answer, this.#command).toEqual(
      details ? { refused: code, details } : expect.objectContaining({ refused: code }),
    );
  }

  /** Exactly these events were told, in this order; none at all when nothing is named. */
  thenTold(...events: readonly Told[]): Given {
    expect(this.answer, this.#command).toEqual(events);
    return this.done();
  }

  /** It was granted, whatever was told: the next past. */
  done(): Given {
    return this.#fold(this.told());
  }

  /** The events told; a refusal fails the test. */
  told(): readonly Told[] {
    if (isRefusal(this.answer))
      throw new Error(`${this.#command}: ${this.answer.refused} ${JSON.stringify(this.answer.details ?? {})}`);
    return this.answer;
  }

  /** The one event of this type among those told. */
  event(type: string): Told {
    return must(
      this.told().find((each) => each.type === type),
      type,
    );
  }
}
