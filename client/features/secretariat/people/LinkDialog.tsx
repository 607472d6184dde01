import type { IssuedLink } from '@shared/protocol/http.ts';
import { useState } from 'react';
import { type HttpRefusal, issueLinks } from '../../../http.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { RefusalNote } from '../../../parts/RefusalNote.tsx';
import { useSeat } from '../../../sync/Seat.tsx';
import { Dialog } from '../../../ui/aria/Dialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Stack } from '../../../ui/Stack.tsx';
import { IssuedLinkView } from './IssuedLinkView.tsx';
import { LinkTerms, type Terms, usualTerms } from './LinkTerms.tsx';

/** Issues a personal link for one person and shows it, once. */
export function LinkDialog({
  person,
  onClose,
}: {
  person: { participantId: string; name: string };
  onClose: () => void;
}) {
  const t = useT();
  const { consultationId } = useSeat();
  const [terms, setTerms] = useState<Terms>(usualTerms);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null);
  const [issued, setIssued] = useState<IssuedLink | null>(null);
  const issue = async () => {
    setPending(true);
    setRefusal(null);
    const answer = await issueLinks(consultationId, { participantIds: [person.participantId], ...terms });
    setPending(false);
    if (answer.ok) setIssued(answer.links[0] ?? null);
    else setRefusal(answer);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      title={t('secretariat.link.for', { name: person.name })}
      acts={
        issued ? (
          <Button kind="primary" onClick={onClose}>
            {t('secretariat.link.done')}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('ui.cancel')}</Button>
            <Button kind="primary" icon="link" pending={isPending} onClick={() => void issue()}>
              {t('secretariat.link.issue')}
            </Button>
          </>
        )
      }
    >
      {issued ? (
        <IssuedLinkView link={issued} name={person.name} />
      ) : (
        <Stack gap={4}>
          <RefusalNote refusal={refusal} />
          <LinkTerms terms={terms} onChange={setTerms} />
        </Stack>
      )}
    </Dialog>
  );
}
