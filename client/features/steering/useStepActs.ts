import { type Step, steps } from '@shared/domain/kernel/words.ts';
import type { Panel } from '@shared/domain/panel.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { type Sender, useCommand, useReplica } from '../../sync/Seat.tsx';
import { useToast } from '../../ui/Announcer.tsx';

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
  isPending: boolean;
  refusal: Sender<'panel.goTo'>['refusal'];
}

/** The acts on a panel's step and on which panel the plenary is in; each can be undone for a while. */
export function useStepActs(panel: Panel): StepActs {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const live = useReplica(({ plenary }) => plenary.panel.live);
  const goTo = useCommand('panel.goTo');
  const liven = useCommand('panel.goLive');
  const at = steps.indexOf(panel.step);
  const next = steps[at + 1] ?? null;
  const undo = (act: () => Promise<unknown>) => ({ label: t('steering.undo'), onAct: () => void act() });
  const take = async (step: Step) => {
    const answer = await goTo.send({ panelId: panel.id, step });
    if (!answer.ok) return;
    const from = panel.step;
    toast({
      text: t('steering.step.taken', { step: t(`parts.step.${step}`) }),
      // Only one step forward is ever possible at once, so going far back is not undone by one act.
      ...(steps.indexOf(step) >= steps.indexOf(from) - 1 && {
        act: undo(() => goTo.send({ panelId: panel.id, step: from })),
      }),
    });
  };
  return {
    isLive: live === panel.id,
    next,
    earlier: steps.slice(0, at),
    async forward() {
      if (next && !goTo.isPending) await take(next);
    },
    back: take,
    async goLive() {
      const answer = await liven.send({ panelId: panel.id });
      if (!answer.ok) toast({ text: words(answer), tone: 'danger' });
      else
        toast({
          text: t('steering.wentLive', { title: panel.title }),
          ...(live && { act: undo(() => liven.send({ panelId: live })) }),
        });
    },
    isPending: goTo.isPending,
    refusal: goTo.refusal,
  };
}
