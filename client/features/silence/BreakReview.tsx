import { openingOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { useStillness } from '../../ui/useStillness.ts';
import type { Objected } from './BreakSilence.tsx';
import styles from './Silence.module.css';

/** The objection as it will be sent, to be read once more: whose it is, what it does, who learns of it. */
export function BreakReview(props: {
  silence: Silence;
  round: number;
  said: Objected;
  onBack: () => void;
  onDone: () => void;
}) {
  const t = useT();
  const { silence, round, said, onBack, onDone } = props;
  const { delegationId } = useYou();
  const { send, isPending, refusal } = useCommand('silence.break');
  const isStill = useStillness();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const breakSilence = async () => {
    const answer = await send({
      ...{ silenceId: silence.id, round, isConfirmed: true },
      reason: said.reason.trim() || null,
      alternative: said.alternative.trim() || null,
    });
    if (answer.ok) onDone();
  };
  return (
    <section className={styles.review} aria-labelledby="break-review">
      <h3 id="break-review" ref={head} tabIndex={-1} className={styles.reviewHead}>
        {delegationId && <DelegationName id={delegationId} withRegion />} {t('silence.break.does')}
      </h3>
      <p>{t('silence.break.follows')}</p>
      <p>{t(`silence.break.shown.${openingOf(silence).breakerShown}`)}</p>
      {said.reason.trim() && (
        <p>
          {t('silence.reason')} <bdi>{said.reason}</bdi>
        </p>
      )}
      {said.alternative.trim() && (
        <p>
          {t('silence.alternative')} <bdi>{said.alternative}</bdi>
        </p>
      )}
      <RefusalNote refusal={refusal} />
      <div className={styles.acts}>
        <Button kind="danger" size="large" disabled={!isStill} pending={isPending} onClick={() => void breakSilence()}>
          {t('silence.break.act')}
        </Button>
        <Button size="large" icon="back" onClick={onBack}>
          {t('silence.break.back')}
        </Button>
      </div>
    </section>
  );
}
