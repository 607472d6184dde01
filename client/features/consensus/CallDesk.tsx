import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { type Call, runningCall } from '@shared/domain/noObjection.ts';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote, useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal, useReplica, useSeat, useServerOffset } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import { CallForm } from './CallForm.tsx';
import styles from './ConsensusPage.module.css';

/** The bureau's desk: call for adoption, or call the running countdown off. */
export function CallDesk({ panelId }: { panelId: PanelId }) {
  const t = useT();
  const { consultationId } = useSeat();
  const running = useReplica(({ plenary }) => runningCall(plenary));
  const refused = usePermitRefusal('noObjection.call', { panelId });
  const words = useRefusalWords();
  if (running) return <RunningCall call={running} />;
  return (
    <Section title={t('consensus.desk')}>
      {refused ? (
        <Notice
          acts={
            <LinkButton size="small" href={`/c/${consultationId}/steering/${panelId}`}>
              {t('consensus.toSteering')}
            </LinkButton>
          }
        >
          {words(refused)}
        </Notice>
      ) : (
        <CallForm panelId={panelId} />
      )}
    </Section>
  );
}

function RunningCall({ call }: { call: Call }) {
  const t = useT();
  const offset = useServerOffset();
  const title = useReplica(({ plenary }) => plenary.board.items[call.itemId]?.current.title ?? '');
  const { send, isPending, refusal } = useCommand('noObjection.callOff');
  return (
    <Section title={t('consensus.running')}>
      <div className={styles.call}>
        <h3 className={styles.title}>
          <bdi>{title}</bdi>
        </h3>
        <p>{t('consensus.runningWords')}</p>
        <div className={styles.running}>
          <Clock
            label={t('consensus.clock')}
            deadline={call.endsAt}
            serverOffsetMs={offset}
            size="large"
            cautionMs={0}
            dangerMs={0}
            announces={false}
          />
          <Button icon="close" pending={isPending} onClick={() => void send({ callId: call.id })}>
            {t('consensus.callOff')}
          </Button>
        </div>
        <RefusalNote refusal={refusal} />
      </div>
    </Section>
  );
}
