import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat, useServerOffset } from '../../sync/Seat.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { DelegationName } from '../DelegationName.tsx';
import { CallState } from './CallState.tsx';
import styles from './DecisionBanner.module.css';
import { ObjectAct } from './ObjectAct.tsx';
import { RetractAct } from './RetractAct.tsx';
import { type CallNow, useCallNow } from './useCallNow.ts';

/** What the meeting decides or hears now, on every page: a countdown to an adoption, how it ended, who explains its vote. */
export function DecisionBanner() {
  const now = useCallNow();
  return (
    <>
      {now && (now.call.phase === 'running' ? <Running now={now} /> : <Ended now={now} />)}
      <Speaker />
    </>
  );
}

function Running({ now: { call, title, mayObject } }: { now: CallNow }) {
  const t = useT();
  const offset = useServerOffset();
  return (
    <div className={styles.call}>
      <Icon name="gavel" />
      <p className={styles.words}>
        <strong>{t(call.terms.isIndicative ? 'consensus.bannerIndicative' : 'consensus.banner')}</strong>
        <span className={styles.title}>
          <bdi>{title}</bdi> · {t('consensus.version', { n: call.itemVersion })}
        </span>
      </p>
      <Clock
        label={t('consensus.clock')}
        deadline={call.endsAt}
        serverOffsetMs={offset}
        size="large"
        cautionMs={0}
        dangerMs={0}
        announces={false}
      />
      {mayObject && <ObjectAct key={call.id} call={call} />}
    </div>
  );
}

function Ended({ now: { call, title } }: { now: CallNow }) {
  const isAdopted = call.phase === 'adopted';
  return (
    <Notice tone={isAdopted ? 'success' : 'caution'} acts={<RetractAct call={call} />}>
      <strong>
        <CallState call={call} />
      </strong>{' '}
      <bdi>{title}</bdi>
    </Notice>
  );
}

function Speaker() {
  const t = useT();
  const offset = useServerOffset();
  const { consultationId } = useSeat();
  const speaking = useReplica(({ plenary }) => plenary.explanation.speaking);
  if (!speaking) return null;
  return (
    <Notice
      acts={
        <>
          <Clock
            label={t('explanations.clock')}
            deadline={speaking.endsAt}
            serverOffsetMs={offset}
            cautionMs={60_000}
            dangerMs={15_000}
          />
          <LinkButton size="small" href={`/c/${consultationId}/explanations`}>
            {t('explanations.toList')}
          </LinkButton>
        </>
      }
    >
      <strong>
        <DelegationName id={speaking.delegationId} />
      </strong>{' '}
      {t('explanations.speaks')}
    </Notice>
  );
}
