import { mayVote } from '@shared/domain/delegation.ts';
import { roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { BreakReview } from './BreakReview.tsx';
import styles from './Silence.module.css';

/** What an objection says besides that there is one. */
export interface Objected {
  reason: string;
  alternative: string;
}

/** The way to break silence, for whoever may: opened on purpose, confirmed in words, reviewed, and only then sent. */
export function BreakSilence({ silence }: { silence: Silence }) {
  const t = useT();
  const { role, delegationId } = useYou();
  const mayBreak = useReplica(({ plenary }) => role === 'delegate' && mayVote(plenary.delegation, delegationId));
  const [step, setStep] = useState<'closed' | 'form' | 'review'>('closed');
  const [said, setSaid] = useState<Objected>({ reason: '', alternative: '' });
  if (silence.phase !== 'under-silence' || !mayBreak) return null;
  return (
    <Section title={t('silence.break.title')}>
      <div className={styles.break}>
        <p>{t('silence.break.words')}</p>
        {step === 'closed' && (
          <div>
            <Button onClick={() => setStep('form')}>{t('silence.break.begin')}</Button>
          </div>
        )}
        {step === 'form' && (
          <ObjectionForm
            said={said}
            onChange={setSaid}
            onReview={() => setStep('review')}
            onCancel={() => setStep('closed')}
          />
        )}
        {step === 'review' && (
          <BreakReview
            silence={silence}
            round={roundOf(silence).number}
            said={said}
            onBack={() => setStep('form')}
            onDone={() => setStep('closed')}
          />
        )}
      </div>
    </Section>
  );
}

function ObjectionForm(props: {
  said: Objected;
  onChange: (said: Objected) => void;
  onReview: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const { said, onChange, onReview, onCancel } = props;
  const [isInstructed, setInstructed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const review = () => (isInstructed ? onReview() : setMissing(true));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        review();
      }}
    >
      <Checkbox
        label={t('silence.break.instructed')}
        checked={isInstructed}
        onChange={(checked) => {
          setInstructed(checked);
          setMissing(false);
        }}
        error={isMissing ? t('silence.break.instructedFirst') : undefined}
      />
      <TextArea
        label={t('silence.break.reason')}
        optional
        limit={4_000}
        value={said.reason}
        onChange={(reason) => onChange({ ...said, reason })}
      />
      <TextArea
        label={t('silence.break.alternative')}
        optional
        limit={20_000}
        value={said.alternative}
        onChange={(alternative) => onChange({ ...said, alternative })}
      />
      <div className={styles.acts}>
        <Button type="submit">{t('silence.break.review')}</Button>
        <Button kind="plain" onClick={onCancel}>
          {t('silence.break.cancel')}
        </Button>
      </div>
    </form>
  );
}
