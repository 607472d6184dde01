import type { Me } from '@shared/protocol/http.ts';
import { useState } from 'react';
import { signOut } from '../../http.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Message } from '../../i18n/Message.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { useStateNames } from '../../parts/useStateNames.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Column } from './Column.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import styles from './YourSeat.module.css';

/** Who one is in which consultation, the language, and one button in. */
export function YourSeat({ me }: { me: Extract<Me, { kind: 'seat' }> }) {
  const t = useT();
  const { consultation, consultationId, role } = me;
  const inside = `/c/${consultationId}`;
  return (
    <Column>
      <PageTitle
        over={consultation.symbol || t('lobby.consultation')}
        title={<bdi>{consultation.title}</bdi>}
        under={<MeetingFacts meeting={consultation} />}
      />
      <p className={styles.you}>
        <You me={me} />
      </p>
      <LanguageSwitch />
      <LinkButton kind="primary" size="large" wide href={role === 'display' ? `${inside}/projector` : inside}>
        {t('lobby.enter')}
      </LinkButton>
      <NotYou />
    </Column>
  );
}

function You({ me }: { me: Extract<Me, { kind: 'seat' }> }) {
  const t = useT();
  const stateNameOf = useStateNames();
  const name = <strong>{me.name}</strong>;
  const delegation = me.delegation?.code ? stateNameOf(me.delegation.code) : me.delegation?.name;
  const role = t(`parts.role.${me.role}`);
  return (
    <>
      <span className={styles.name}>
        {delegation ? (
          <Message id="lobby.youOf" values={{ name, delegation: <strong>{delegation}</strong> }} />
        ) : (
          <Message id="lobby.you" values={{ name }} />
        )}
      </span>
      <span className={styles.role}>{role}</span>
    </>
  );
}

/** A link that was forwarded by mistake: leave this seat before acting in somebody's name. */
function NotYou() {
  const t = useT();
  const words = useRefusalWords();
  const [refusal, setRefusal] = useState<string | null>(null);
  const leave = async () => {
    const answer = await signOut();
    if (answer.ok) window.location.assign('/');
    else setRefusal(words(answer));
  };
  return (
    <div className={styles.notYou}>
      <span>{t('lobby.notYou')}</span>
      <Button kind="plain" size="small" onClick={() => void leave()}>
        {t('app.signOut')}
      </Button>
      {refusal && (
        <Notice tone="danger" live>
          {refusal}
        </Notice>
      )}
    </div>
  );
}
