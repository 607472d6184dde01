import { type Step, steps } from '@shared/domain/kernel/words.ts';
import type { Panel } from '@shared/domain/panel.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { type Sender, useCommand, useReplica } from '../../sync/Seat.tsx';
import { useAnnounce, useToast } from '../../ui/Announcer.tsx';

/** What the chair does with a panel's step. */
export interface StepActs {
  isLive: boolean;
  /** The step after this one; null at the end. */
  next: Step | null;
  /** The steps that one may go back to. */
  earlier: readonly Step[];
  forward(): Promise<void>;
  back(step: Step): Promise<void>;
  goLive(): Promise<void>;
  /** Takes the last act back, as long as nothing else has happened to the step since. */
  undo: { label: string; act(): Promise<void> } | null;
  isPending: boolean;
  refusal: Sender<'panel.goTo'>['refusal'];
}

type LastAct = { kind: 'step'; from: Step; to: Step } | { kind: 'live'; from: string } | null;

/** The acts on a panel's step and on which panel the plenary is in; the last one can be undone. */
export function useStepActs(panel: Panel): StepActs {
  const t = useT();
  const announce = useAnnounce();
  const live = useReplica(({ plenary }) => plenary.panel.live);
  const goTo = useCommand('panel.goTo');
  const [last, setLast] = useState<LastAct>(null);
  const sendLive = useGoLive();
  const at = steps.indexOf(panel.step);
  const next = steps[at + 1] ?? null;
  const isLive = live === panel.id;
  const take = async (to: Step) => {
    const from = panel.step;
    if (!(await goTo.send({ panelId: panel.id, step: to })).ok) return;
    // Only one step forward is possible at a time, so going far back is not undone by one act.
    setLast(steps.indexOf(to) >= steps.indexOf(from) - 1 ? { kind: 'step', from, to } : null);
    // The frame tells everyone about the panel in session; about another, only who acted hears of it.
    if (!isLive) announce(t('steering.step.taken', { step: t(`parts.step.${to}`) }));
  };
  return {
    isLive,
    next,
    earlier: steps.slice(0, at),
    async forward() {
      if (next && !goTo.isPending) await take(next);
    },
    back: take,
    async goLive() {
      if (!(await sendLive(panel.id))) return;
      setLast(live ? { kind: 'live', from: live } : null);
      announce(t('steering.wentLive', { title: panel.title }));
    },
    undo: undoOf(last),
    isPending: goTo.isPending,
    refusal: goTo.refusal,
  };

  function undoOf(act: LastAct): StepActs['undo'] {
    const stands = act?.kind === 'step' ? act.to === panel.step : isLive;
    if (!act || !stands) return null;
    const label =
      act.kind === 'step' ? t('steering.undo.step', { step: t(`parts.step.${act.from}`) }) : t('steering.undo');
    return {
      label,
      async act() {
        setLast(null);
        if (act.kind === 'step') await goTo.send({ panelId: panel.id, step: act.from });
        else await sendLive(act.from);
      },
    };
  }
}

function useGoLive(): (panelId: string) => Promise<boolean> {
  const toast = useToast();
  const words = useRefusalWords();
  const { send } = useCommand('panel.goLive');
  return async (panelId) => {
    const answer = await send({ panelId });
    if (!answer.ok) toast({ text: words(answer), tone: 'danger' });
    return answer.ok;
  };
}
