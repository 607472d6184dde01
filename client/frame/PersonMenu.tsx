import { useLocation } from 'wouter';
import { signOut } from '../http.ts';
import { useT } from '../i18n/I18n.tsx';
import { DelegationName } from '../parts/DelegationName.tsx';
import { useRefusalWords } from '../parts/RefusalNote.tsx';
import { useSeat, useYou } from '../sync/Seat.tsx';
import { useToast } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import styles from './PersonMenu.module.css';

/** Who one is here, and the way out. */
export function PersonMenu() {
  const t = useT();
  const toast = useToast();
  const words = useRefusalWords();
  const [, navigate] = useLocation();
  const { role, delegationId } = useYou();
  const { consultationId } = useSeat();
  const leave = async () => {
    const answer = await signOut();
    if (answer.ok) navigate('/');
    else toast({ text: words(answer), tone: 'danger' });
  };
  return (
    <div className={styles.who}>
      <p>{t(`parts.role.${role}`)}</p>
      {delegationId && (
        <p>
          <DelegationName id={delegationId} withRegion />
        </p>
      )}
      {role === 'delegate' && (
        <LinkButton icon="vote" href={`/c/${consultationId}/ballots`}>
          {t('app.place.ballot')}
        </LinkButton>
      )}
      {role === 'secretariat' && (
        <LinkButton icon="back" href="/">
          {t('app.toFront')}
        </LinkButton>
      )}
      <Button icon="signOut" onClick={() => void leave()}>
        {t('app.signOut')}
      </Button>
    </div>
  );
}
