import { useState } from 'react';
import { type HttpRefusal, issueLinks } from '../../../http.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { useSeat } from '../../../sync/Seat.tsx';
import { ConfirmDialog } from '../../../ui/aria/ConfirmDialog.tsx';
import { LinkTerms, type Terms, usualTerms } from '../people/LinkTerms.tsx';
import type { Row } from '../people/usePeopleRows.ts';
import type { Badge } from './BadgeSheet.tsx';

/** As many links as the server issues at once. */
const portion = 500;

/** Asks before new links go out, then issues one for each of the chosen people. */
export function IssueBadgesDialog(props: {
  people: readonly Row[];
  onClose: () => void;
  onIssued: (badges: Badge[]) => void;
}) {
  const t = useT();
  const words = useRefusalWords();
  const { people, onClose, onIssued } = props;
  const { consultationId } = useSeat();
  const [terms, setTerms] = useState<Terms>(usualTerms);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<HttpRefusal | null>(null);
  // Portions that were issued before one was refused are kept: a second attempt asks for the rest only.
  const [done, setDone] = useState<Badge[]>([]);
  const issue = async () => {
    setPending(true);
    setRefusal(null);
    const badges = [...done];
    for (let at = done.length; at < people.length; at += portion) {
      const next = people.slice(at, at + portion);
      const participantIds = next.map(({ participantId }) => participantId);
      const answer = await issueLinks(consultationId, { participantIds, ...terms });
      if (!answer.ok) {
        setRefusal(answer);
        break;
      }
      const byId = new Map(answer.links.map((link) => [link.participantId, link]));
      for (const person of next) {
        const link = byId.get(person.participantId);
        if (link) badges.push({ person, link });
      }
    }
    setPending(false);
    setDone(badges);
    if (badges.length >= people.length) onIssued(badges);
  };
  return (
    <ConfirmDialog
      isOpen
      title={t('secretariat.badges.ask', { n: people.length })}
      confirmLabel={t('secretariat.badges.issue')}
      pending={isPending}
      error={refusal ? words(refusal) : undefined}
      onConfirm={() => void issue()}
      onCancel={onClose}
    >
      <p>{t('secretariat.badges.askWords')}</p>
      <LinkTerms terms={terms} onChange={setTerms} />
    </ConfirmDialog>
  );
}
