import { type Step, steps } from '@shared/domain/kernel/words.ts';
import type { Panel } from '@shared/domain/panel.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { Menu } from '../../ui/aria/Menu.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './StepControl.module.css';
import { usePanelRooms } from './usePanelRooms.ts';
import type { StepActs } from './useStepActs.ts';

/** Where the panel stands, the one step forward with what it does to everyone, and the way back. */
export function StepControl(props: { panel: Panel; acts: StepActs; onRecall: (() => void) | undefined }) {
  const t = useT();
  const { panel, acts, onRecall } = props;
  const { next, earlier } = acts;
  const { open } = usePanelRooms(panel.id);
  const isForRooms = acts.refusal?.code === 'panel.rooms-open';
  // Once the rooms have closed, the reason is gone.
  const refusal = isForRooms && open.length === 0 ? null : acts.refusal;
  return (
    <Stack gap={3}>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <StepLine key={step} step={step} now={panel.step} />
        ))}
      </ol>
      {next && (
        <>
          <Button
            kind="primary"
            icon="forward"
            shortcut="N"
            wide
            pending={acts.isPending}
            aria-describedby="step-effect"
            onClick={() => void acts.forward()}
          >
            {t('steering.step.forward', { step: t(`parts.step.${next}`) })}
          </Button>
          <p id="step-effect" className={styles.effect}>
            {t(`steering.effect.${next}`)}
          </p>
        </>
      )}
      <RefusalNote refusal={refusal} />
      {refusal && isForRooms && onRecall && (
        <Button icon="back" shortcut="R" wide onClick={onRecall}>
          {t('steering.recall.all')}
        </Button>
      )}
      {earlier.length > 0 && (
        <Menu
          label={t('steering.step.back')}
          icon="undo"
          items={[...earlier].reverse().map((step) => ({ key: step, label: t(`parts.step.${step}`) }))}
          onAct={(step) => void acts.back(step)}
        />
      )}
    </Stack>
  );
}

function StepLine({ step, now }: { step: Step; now: Step }) {
  const t = useT();
  const isDone = steps.indexOf(step) < steps.indexOf(now);
  return (
    <li className={styles.step} aria-current={step === now ? 'step' : undefined} data-done={isDone}>
      <span className={styles.sign}>{isDone && <Icon name="check" label={t('steering.step.done')} />}</span>
      {t(`parts.step.${step}`)}
    </li>
  );
}
