import type { Amendment } from '@shared/domain/amendments/shape.ts';
import { amendmentsTo, isForRoomAlone, nextAmendment, votesOnAmendment } from '@shared/domain/amendments/standing.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import type { Refused } from '../../parts/refusalWords.ts';
import { useIsBureau, usePermitRefusal, useReplica, useSend, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Cluster, Stack } from '../../ui/Stack.tsx';
import { NotPut } from './NotPut.tsx';
import { PutToVote } from './PutToVote.tsx';

interface ActsProps {
  item: TabledItem;
  amendment: Amendment;
  isStale: boolean;
  onRestate: () => void;
}

/** What one may do about an amendment now, by who one is and how it stands. */
export function AmendmentActs(props: ActsProps) {
  const { amendment, item, isStale } = props;
  const isBureau = useIsBureau();
  const isNext = useReplica(({ plenary }) => nextAmendment(plenary.amendment, item.id)?.id === amendment.id);
  const causes = useReplica(({ plenary }) =>
    amendmentsTo(plenary.amendment, item.id).filter(({ phase }) => phase === 'adopted' || phase === 'accepted'),
  );
  const isOpen = amendment.phase === 'proposed';
  return (
    <Stack gap={2}>
      <QuickActs {...props} />
      {isBureau && isOpen && causes.length > 0 && <NotPut amendment={amendment} causes={causes} />}
      {isBureau && isNext && !isStale && (
        <PutToVote item={item} subject={{ kind: 'amendment', amendmentId: amendment.id }} />
      )}
    </Stack>
  );
}

type Verb = 'join' | 'leave' | 'withdraw' | 'takeUp' | 'accept' | 'takeOver';

function QuickActs({ amendment, isStale, onRestate }: ActsProps) {
  const t = useT();
  const send = useSend();
  const verbs = useVerbs(amendment, isStale);
  const mayRestate = useMayRestate(amendment);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const act = async (verb: Verb) => {
    const answer = await send(`amendment.${verb}`, { amendmentId: amendment.id });
    setRefusal(answer.ok ? null : answer);
  };
  return (
    <>
      <Cluster>
        {verbs.map((verb) => (
          <Button key={verb} size="small" onClick={() => void act(verb)}>
            {t(`amendments.act.${verb}`)}
          </Button>
        ))}
        {mayRestate && isStale && (
          <Button size="small" icon="edit" onClick={onRestate}>
            {t('amendments.restate')}
          </Button>
        )}
      </Cluster>
      <RefusalNote refusal={refusal} />
    </>
  );
}

function useMayRestate({ id, proposer }: Amendment): boolean {
  const you = useYou();
  const isBureau = useIsBureau();
  return (
    usePermitRefusal('amendment.restate', { amendmentId: id }) === null && (isBureau || you.delegationId === proposer)
  );
}

/** The acts of one press that one may ask for. */
function useVerbs({ id, phase, proposer, coSponsors }: Amendment, isStale: boolean): Verb[] {
  const you = useYou();
  const place = { amendmentId: id };
  const isMember = usePermitRefusal('amendment.join', place) === null;
  const isForRoom = useReplica(({ plenary }) => isForRoomAlone(plenary));
  const isPermitted = usePermitRefusal('amendment.accept', place) === null;
  const mayAccept = isPermitted && (you.role === 'delegate' || !isForRoom);
  const mayTakeOver = usePermitRefusal('amendment.takeOver', place) === null;
  const isBegun = useReplica(({ plenary }) => votesOnAmendment(plenary.vote, id).length > 0);
  const isMine = you.delegationId === proposer;
  const isSponsor = coSponsors.some((each) => each === you.delegationId);
  const verbs: [Verb, boolean][] = [
    ['accept', mayAccept && phase === 'proposed' && !isBegun && !isStale],
    ['takeOver', mayTakeOver && phase === 'indicated'],
    ['join', isMember && phase === 'proposed' && !isBegun && !isMine && !isSponsor],
    ['leave', isMember && phase === 'proposed' && !isBegun && isSponsor],
    ['withdraw', isMember && phase === 'proposed' && !isBegun && isMine],
    ['takeUp', isMember && phase === 'withdrawn'],
  ];
  return verbs.flatMap(([verb, isOpen]) => (isOpen ? [verb] : []));
}
