import { useLocation } from 'wouter';
import { useT } from '../i18n/I18n.tsx';
import { useSubjectTitle } from '../parts/SubjectTitle.tsx';
import { useReplica, useSeat } from '../sync/Seat.tsx';
import { useToast } from '../ui/Announcer.tsx';
import { useChange } from './useChange.ts';

/** The heralds whose words the first screen has not got: results, and the rules. */
export function LateHeralds() {
  useResultHerald();
  useProfileHerald();
  return null;
}

/** A result is told with what was voted on: an amendment or a part is not the item. */
function useResultHerald(): void {
  const t = useT();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { consultationId } = useSeat();
  const declared = useReplica(({ plenary }) =>
    plenary.vote.order.map((id) => plenary.vote.byId[id]).findLast((vote) => vote?.phase === 'declared'),
  );
  const title = useSubjectTitle(declared);
  useChange(declared?.id, () => {
    if (!declared) return;
    toast({
      text: t('app.result', { title }),
      act: { label: t('app.result.act'), onAct: () => navigate(`/c/${consultationId}/votes/${declared.panelId}`) },
    });
  });
}

/** The bureau changes the rules for everybody, and everybody is told. */
function useProfileHerald(): void {
  const t = useT();
  const toast = useToast();
  const [, navigate] = useLocation();
  const { consultationId } = useSeat();
  const profile = useReplica(({ plenary: { consultation } }) =>
    consultation.phase === 'unopened' ? null : consultation.profile,
  );
  useChange(profile, (before) => {
    if (!profile || !before) return;
    toast({
      text: t('rules.changed', { profile: t(`rules.name.${profile}`) }),
      act: { label: t('rules.see'), onAct: () => navigate(`/c/${consultationId}/rules`) },
    });
  });
}
