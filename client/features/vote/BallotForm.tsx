import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { BallotChoice } from './BallotChoice.tsx';
import styles from './BallotForm.module.css';
import { BallotReview } from './BallotReview.tsx';
import { BallotSent } from './BallotSent.tsx';
import { BallotUnconfirmed } from './BallotUnconfirmed.tsx';
import { EarlierBallot } from './EarlierBallot.tsx';
import type { Ballot } from './useBallot.ts';

type Desk = { at: 'standing' } | { at: 'choosing'; choice: Choice | null } | { at: 'reviewing'; choice: Choice };

/** Choose, review, cast: two deliberate steps, each of which Escape takes back; then what the server acknowledged. */
export function BallotForm({ vote, ballot }: { vote: Vote; ballot: Ballot }) {
  const t = useT();
  const { standing, own, cast, refusal } = ballot;
  const [desk, setDesk] = useState<Desk>({ at: 'standing' });
  // Nothing to show before the first ballot: one chooses at once.
  const at = desk.at === 'standing' && standing.phase === 'none' ? 'choosing' : desk.at;
  const choice = desk.at === 'standing' ? null : desk.choice;
  const back = () => setDesk(desk.at === 'reviewing' ? { at: 'choosing', choice: desk.choice } : { at: 'standing' });
  useEscape(desk.at !== 'standing', back);
  const submit = (chosen: Choice) => {
    setDesk({ at: 'standing' });
    void cast(chosen);
  };
  return (
    <div className={styles.form}>
      <RefusalNote refusal={refusal?.code === 'NO_ANSWER' ? null : refusal} />
      {at !== 'standing' && own && <EarlierBallot own={own} />}
      {at === 'standing' && standing.phase === 'unconfirmed' && (
        <BallotUnconfirmed
          standing={standing}
          own={own}
          onAgain={() => setDesk({ at: 'reviewing', choice: standing.choice })}
          onChange={() => setDesk({ at: 'choosing', choice: standing.choice })}
        />
      )}
      {at === 'standing' && standing.phase !== 'unconfirmed' && standing.phase !== 'none' && (
        <BallotSent
          standing={standing}
          isNamed={vote.method === 'recorded'}
          onChange={() =>
            setDesk({ at: 'choosing', choice: standing.phase === 'received' ? (standing.sent?.choice ?? null) : null })
          }
        />
      )}
      {at === 'choosing' && (
        <BallotChoice
          choice={choice}
          onChoice={(next) => setDesk({ at: 'choosing', choice: next })}
          onReview={(chosen) => setDesk({ at: 'reviewing', choice: chosen })}
          onCancel={standing.phase === 'none' ? null : back}
        />
      )}
      {desk.at === 'reviewing' && (
        <BallotReview
          vote={vote}
          choice={desk.choice}
          note={<p>{t('vote.mayChange')}</p>}
          act={t(own ? 'vote.castInstead' : 'vote.cast')}
          onCast={submit}
          onBack={back}
        />
      )}
    </div>
  );
}

export function useEscape(isListening: boolean, act: () => void): void {
  useEffect(() => {
    if (!isListening) return;
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
