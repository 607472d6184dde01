import { roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { ExplanationsLink } from '../../parts/consensus/ExplanationsLink.tsx';
import { SilenceTimes } from '../../parts/SilenceTimes.tsx';
import { useIsBureau, useReplica, useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { BreakSilence } from './BreakSilence.tsx';
import { SilenceDesk } from './desk/SilenceDesk.tsx';
import { OwnObjection } from './OwnObjection.tsx';
import { Remarks } from './Remarks.tsx';
import { RoundFacts } from './RoundFacts.tsx';
import styles from './Silence.module.css';
import { SilenceState } from './SilenceState.tsx';
import { SilenceText } from './SilenceText.tsx';
import { useSnapshot } from './useSnapshot.ts';

/** One procedure, for everyone: what silence means, until when, the text and what changed in it, what is said; last, how to break it. */
export function OneSilence({ silence }: { silence: Silence }) {
  const t = useT();
  const { consultationId } = useSeat();
  const isBureau = useIsBureau();
  const { title } = useSnapshot(silence, roundOf(silence).itemVersion);
  const panelTitle = useReplica(({ plenary }) => plenary.panel.byId[silence.panelId]?.title ?? '');
  return (
    <>
      <PageTitle
        over={t('silence.page')}
        title={<bdi>{title}</bdi>}
        under={<span dir="auto">{panelTitle}</span>}
        acts={<LinkButton href={`/c/${consultationId}/silence`}>{t('silence.toAll')}</LinkButton>}
      />
      <div className={styles.page}>
        <div className={styles.head}>
          <SilenceState silence={silence} />
          <Standing silence={silence} />
          {silence.phase === 'adopted' && (
            <div className={styles.acts}>
              <ExplanationsLink of={{ kind: 'silence', id: silence.id }} />
            </div>
          )}
        </div>
        <OwnObjection silence={silence} />
        {isBureau && <SilenceDesk silence={silence} />}
        <SilenceText silence={silence} />
        <Remarks silence={silence} />
        <RoundFacts silence={silence} />
        <BreakSilence silence={silence} />
      </div>
    </>
  );
}

/** What holds now and what follows, in a sentence; while silence lasts also the deadline wherever the missions are. */
function Standing({ silence }: { silence: Silence }) {
  const t = useT();
  const format = useFormat();
  const { opening, number, end } = roundOf(silence);
  const objection = opening?.objections.at(-1);
  if (silence.phase === 'under-silence' && opening)
    return (
      <>
        <SilenceTimes at={opening.deadlineAt} />
        <Notice>
          <p>{t('silence.meaning')}</p>
          <p>{t('silence.doNothing')}</p>
        </Notice>
      </>
    );
  const isRetracted = objection !== undefined && objection.retractedAt !== null;
  return (
    <Notice tone={silence.phase === 'adopted' ? 'success' : silence.phase === 'broken' ? 'caution' : 'neutral'}>
      {silence.phase === 'broken' && isRetracted
        ? t('silence.standing.retracted')
        : t(`silence.standing.${silence.phase}`, { round: number, when: end ? format.dateTime(end.at) : '' })}
      {silence.phase === 'adopted' && ` ${t(silence.notedAt === null ? 'silence.toNote' : 'silence.noted')}`}
    </Notice>
  );
}
