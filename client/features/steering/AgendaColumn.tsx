import type { Panel } from '@shared/domain/panel.ts';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './AgendaColumn.module.css';
import { StepControl } from './StepControl.tsx';
import type { StepActs } from './useStepActs.ts';

/** The agenda with each panel's step, and the step of the one on the desk. */
export function AgendaColumn(props: { panel: Panel; acts: StepActs; onRecall: (() => void) | undefined }) {
  const t = useT();
  const { panel, acts, onRecall } = props;
  const { consultationId } = useSeat();
  const { order, byId, live } = useReplica(({ plenary }) => plenary.panel);
  return (
    <Stack gap={6}>
      <Section title={t('steering.step')}>
        <StepControl panel={panel} acts={acts} onRecall={onRecall} />
      </Section>
      <Section title={t('steering.agenda')}>
        <ol className={styles.panels}>
          {order.map((id, at) => {
            const each = byId[id];
            if (!each) return null;
            return (
              <li key={id} className={styles.panel} data-current={id === panel.id}>
                <Link
                  href={`/c/${consultationId}/steering/${id}`}
                  className={styles.title}
                  aria-current={id === panel.id ? 'page' : undefined}
                >
                  <bdi>{t('steering.panelOf', { n: at + 1, title: each.title })}</bdi>
                </Link>
                <span className={styles.state}>
                  {t(`parts.step.${each.step}`)}
                  {id === live && (
                    <Badge tone="accent" icon="play">
                      {t('steering.inSession')}
                    </Badge>
                  )}
                </span>
              </li>
            );
          })}
        </ol>
        {!acts.isLive && (
          <Button icon="play" shortcut="L" wide onClick={() => void acts.goLive()}>
            {t('steering.goLive')}
          </Button>
        )}
      </Section>
    </Stack>
  );
}
