import type { Explained } from '@shared/domain/explanation/shape.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useIsBureau, useReplica, useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';

/** The way to the explanations of a decision, or of what is about to be decided; for others than the bureau once there is a list. */
export function ExplanationsLink({ of }: { of: Explained }) {
  const t = useT();
  const { consultationId } = useSeat();
  const isBureau = useIsBureau();
  const isSecret = useReplica(({ plenary }) => of.kind === 'vote' && plenary.vote.byId[of.id]?.method === 'secret');
  const hasList = useReplica(({ plenary }) =>
    Object.values(plenary.explanation.byId).some(({ explained }) => explained.id === of.id),
  );
  if (isSecret || (!isBureau && !hasList)) return null;
  return (
    <LinkButton size="small" icon="mic" href={`/c/${consultationId}/explanations/${of.id}`}>
      {t('explanations.link')}
    </LinkButton>
  );
}
