import type { Choice } from '@shared/domain/kernel/words.ts';
import type { Vote } from '@shared/domain/vote.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useLine } from '../../sync/Seat.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BallotChoice } from './BallotChoice.tsx';
import { useEscape } from './BallotForm.tsx';
import { BallotReview } from './BallotReview.tsx';
import styles from './Secret.module.css';
import type { OwnSecretBallot } from './useSecretBallot.ts';

type Desk = { at: 'choosing'; choice: Choice | null } | { at: 'reviewing'; choice: Choice };

/** Choose, review, cast once. When it is cast the choice is forgotten, whatever becomes of it. */
export function SecretForm({ vote, ballot }: { vote: Vote; ballot: OwnSecretBallot }) {
  const t = useT();
  const { cast, sent, isPending, refusal } = ballot;
  const [desk, setDesk] = useState<Desk>({ at: 'choosing', choice: null });
  const back = () => setDesk({ at: 'choosing', choice: desk.choice });
  useEscape(desk.at === 'reviewing', back);
  if (isPending) return <OnItsWay />;
  return (
    <>
      <RefusalNote refusal={refusal?.code === 'NO_ANSWER' ? null : refusal} />
      {sent && <Notice tone="caution">{t('secret.notAcknowledged')}</Notice>}
      {desk.at === 'choosing' ? (
        <BallotChoice
          choice={desk.choice}
          onChoice={(choice) => setDesk({ at: 'choosing', choice })}
          onReview={(choice) => setDesk({ at: 'reviewing', choice })}
          onCancel={null}
        />
      ) : (
        <BallotReview
          vote={vote}
          choice={desk.choice}
          note={<Notice tone="caution">{t('secret.cannotChange')}</Notice>}
          act={t('secret.cast')}
          onCast={(choice) => {
            setDesk({ at: 'choosing', choice: null });
            void cast(choice);
          }}
          onBack={back}
        />
      )}
    </>
  );
}

function OnItsWay() {
  const t = useT();
  const isCut = useLine() !== 'live';
  return (
    <div role="status" className={styles.part}>
      <h2 className={styles.head}>
        <Icon name={isCut ? 'offline' : 'send'} />
        {t('secret.sending')}
      </h2>
      <p>{t(isCut ? 'secret.waitsForLine' : 'secret.waitsForAnswer')}</p>
    </div>
  );
}
