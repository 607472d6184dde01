import type { Call } from '@shared/domain/noObjection.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand, useReplica, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { RefusalNote } from '../RefusalNote.tsx';

/** Takes one's delegation's objection back, where the chair has heard it as a question; nothing for others. */
export function RetractAct({ call }: { call: Call }) {
  const t = useT();
  const { role, delegationId } = useYou();
  const isLast = useReplica(({ plenary: { noObjection } }) => {
    const last = noObjection.order.findLast((id) => noObjection.byId[id]?.itemId === call.itemId);
    return last === call.id;
  });
  const { send, isPending, refusal } = useCommand('noObjection.retract');
  if (call.phase !== 'objected' || call.objector !== delegationId || role !== 'delegate' || !isLast) return null;
  return (
    <>
      <Button size="small" icon="undo" pending={isPending} onClick={() => void send({ callId: call.id })}>
        {t('consensus.retract')}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  );
}
