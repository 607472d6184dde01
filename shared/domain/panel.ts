import * as z from 'zod/mini';
import { PanelId, ParticipantId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { line, Step, steps, text } from './kernel/words.ts';
import { pendingDecisions } from './underDecision.ts';

export interface Panel {
  id: PanelId;
  title: string;
  questions: string[];
  panelists: ParticipantId[];
  section: string;
  step: Step;
}

export interface Panels {
  order: PanelId[];
  byId: Record<PanelId, Panel>;
  /** The panel that the plenary is in; null before the first. */
  live: PanelId | null;
}

const Facts = {
  title: line(300),
  questions: z.array(line(1_000)).check(z.maxLength(20)),
  panelists: z.array(ParticipantId).check(z.maxLength(40)),
  section: text(300),
};

/** Agenda items: guiding questions, panelists, the section of the issue brief, and the step each stands in. */
export const panel = defineSlice({
  name: 'panel',
  commands: {
    add: z.strictObject({ panelId: z.optional(PanelId), ...Facts }),
    describe: z.strictObject({ panelId: PanelId, ...Facts }),
    remove: z.strictObject({ panelId: PanelId }),
    order: z.strictObject({ panelIds: z.array(PanelId).check(z.maxLength(60)) }),
    goTo: z.strictObject({ panelId: PanelId, step: Step }),
    goLive: z.strictObject({ panelId: PanelId }),
  },
  events: {
    plenary: {
      PanelAdded: z.strictObject({ panelId: PanelId, ...Facts }),
      PanelDescribed: z.strictObject({ panelId: PanelId, ...Facts }),
      PanelRemoved: z.strictObject({ panelId: PanelId }),
      PanelsOrdered: z.strictObject({ panelIds: z.array(PanelId) }),
      StepTaken: z.strictObject({ panelId: PanelId, step: Step }),
      PanelWentLive: z.strictObject({ panelId: PanelId }),
    },
  },
  decide: {
    add({ plenary }, { panelId, ...facts }, { newId }, tell) {
      if (plenary.panel.order.length >= 60) return refuse('panel.too-many');
      const id = panelId ?? newId();
      if (plenary.panel.byId[id]) return refuse('panel.exists');
      return [tell.plenary.PanelAdded({ panelId: id, ...facts })];
    },
    describe({ plenary }, { panelId, ...facts }, _context, tell) {
      if (!plenary.panel.byId[panelId]) return refuse('panel.unknown');
      return [tell.plenary.PanelDescribed({ panelId, ...facts })];
    },
    remove({ plenary, bureau }, { panelId }, _context, tell) {
      const known = plenary.panel.byId[panelId];
      if (!known) return refuse('panel.unknown');
      const rounds = [...Object.values(plenary.seating.byId), ...Object.values(bureau.seating)];
      const hasRounds = rounds.some((round) => round.panelId === panelId); // held or being prepared
      if (known.step !== 'opening' || hasRounds) return refuse('panel.in-use'); // PAN-5
      return [tell.plenary.PanelRemoved({ panelId })];
    },
    order({ plenary }, { panelIds }, _context, tell) {
      const same = panelIds.length === plenary.panel.order.length && new Set(panelIds).size === panelIds.length;
      if (!same || panelIds.some((id) => !plenary.panel.byId[id])) return refuse('panel.order-incomplete');
      return [tell.plenary.PanelsOrdered({ panelIds })];
    },
    goTo({ plenary }, { panelId, step }, _context, tell) {
      const known = plenary.panel.byId[panelId];
      if (!known) return refuse('panel.unknown');
      if (known.step === step) return [];
      // PAN-2: one step forward at a time, or back to any earlier one.
      if (steps.indexOf(step) > steps.indexOf(known.step) + 1)
        return refuse('panel.step-skipped', { from: known.step, to: step });
      // PAN-3: nobody's words are cut off by a step; rooms are recalled first.
      const open = Object.values(plenary.room.byId).some((room) => room.panelId === panelId && room.phase !== 'frozen');
      if (known.step === 'breakout' && open) return refuse('panel.rooms-open');
      // PAN-4: a vote is never left hanging; silence runs on by itself (SIL-18).
      const voting = pendingDecisions(plenary).some((each) => each.panelId === panelId && !each.outlivesStep);
      if (known.step === 'deciding' && voting) return refuse('panel.vote-running');
      return [tell.plenary.StepTaken({ panelId, step })];
    },
    goLive({ plenary }, { panelId }, _context, tell) {
      if (!plenary.panel.byId[panelId]) return refuse('panel.unknown');
      if (plenary.panel.live === panelId) return [];
      return [tell.plenary.PanelWentLive({ panelId })];
    },
  },
  evolve: {
    plenary: {
      PanelAdded(panels, { panelId, ...facts }) {
        panels.byId[panelId] = { id: panelId, ...facts, step: 'opening' };
        panels.order.push(panelId);
        panels.live ??= panelId;
      },
      PanelDescribed(panels, { panelId, ...facts }) {
        Object.assign(must(panels.byId[panelId], 'panel'), facts);
      },
      PanelRemoved(panels, { panelId }) {
        delete panels.byId[panelId];
        panels.order = panels.order.filter((id) => id !== panelId);
        if (panels.live === panelId) panels.live = panels.order[0] ?? null;
      },
      PanelsOrdered(panels, { panelIds }) {
        panels.order = panelIds;
      },
      StepTaken(panels, { panelId, step }) {
        must(panels.byId[panelId], 'panel').step = step;
      },
      PanelWentLive(panels, { panelId }) {
        panels.live = panelId;
      },
    },
  },
});
