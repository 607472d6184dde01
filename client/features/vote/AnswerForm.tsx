import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useLine } from '../../sync/Seat.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BallotChoice } from './BallotChoice.tsx';
import { BallotReview } from './BallotReview.tsx';
import { ChoiceWords } from './ChoiceWords.tsx';
import type { OwnAnswer } from './useAnswer.ts';

/** Chooses, reads once more and says it for all to hear; then that it is on its way, until the server has it. */
export function AnswerForm({ vote, own }: { vote: Vote; own: OwnAnswer }) {
  const t = useT();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [isReviewing, setReviewing] = useState(false);
  if (own.isPending && own.sent) return <AnswerOnItsWay own={own} isHeardOf={false} />;
  return (
    <>
      <RefusalNote refusal={own.refusal?.code === 'NO_ANSWER' ? null : own.refusal} />
      {own.sent && <AnswerOnItsWay own={own} isHeardOf />}
      {isReviewing && choice ? (
        <BallotReview
          vote={vote}
          choice={choice}
          note={<p>{t('ballot.roll.final')}</p>}
          act={t('ballot.roll.answer')}
          onBack={() => setReviewing(false)}
          onCast={(chosen) => {
            setReviewing(false);
            void own.answer(chosen);
          }}
        />
      ) : (
        <BallotChoice choice={choice} onChoice={setChoice} onReview={() => setReviewing(true)} onCancel={null} />
      )}
    </>
  );
}

/** What this device has sent; whether it is still waiting or has given up says the one word. */
function AnswerOnItsWay({ own: { sent }, isHeardOf }: { own: OwnAnswer; isHeardOf: boolean }) {
  const t = useT();
  const format = useFormat();
  const isCut = useLine() !== 'live';
  if (!sent) return null;
  return (
    <Notice tone="caution" live>
      <strong>{t(isHeardOf ? 'vote.unconfirmed' : isCut ? 'vote.notYetAcknowledged' : 'ballot.roll.sending')}</strong>{' '}
      {t('vote.deviceSent', { at: format.time(sent.sentAt, { seconds: true }) })} <ChoiceWords choice={sent.choice} />
      {isHeardOf && <p>{t('ballot.roll.again')}</p>}
      {!isHeardOf && isCut && <p>{t('vote.waitsForLine')}</p>}
    </Notice>
  );
}
