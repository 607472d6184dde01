import { mayVote } from '@shared/domain/delegation.ts';
import type { Division } from '@shared/domain/divisions/shape.ts';
import { divisionProcedure } from '@shared/domain/procedures/division.ts';
import { leads } from '@shared/domain/procedures/procedure.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import type { Refused } from '../../parts/refusalWords.ts';
import { useIsBureau, usePermitRefusal, useReplica, useSend, useServerOffset, useYou } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Cluster } from '../../ui/Stack.tsx';

/** How long the chair waits for an objection, in seconds. */
const countdown = 30;

/** What one may do about a motion for division now: object, grant, withdraw, take its result over. */
export function DivisionActs({ division }: { division: Division }) {
  const t = useT();
  const send = useSend();
  const offset = useServerOffset();
  const verbs = useVerbs(division);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const divisionId = division.id;
  const act = async (verb: Verb) => {
    const answer =
      verb === 'call'
        ? await send('division.call', { divisionId, seconds: countdown })
        : await send(`division.${verb}`, { divisionId });
    setRefusal(answer.ok ? null : answer);
  };
  return (
    <>
      {division.lapsesAt !== null && (
        <p>
          {t('amendments.counting')}{' '}
          <Clock label={t('amendments.division')} deadline={division.lapsesAt} serverOffsetMs={offset} />
        </p>
      )}
      {division.isInterrupted && division.phase === 'moved' && (
        <Notice tone="caution" live>
          <p>{t('amendments.interrupted')}</p>
        </Notice>
      )}
      <Cluster>
        {verbs.map((verb) => (
          <Button key={verb} size="small" onClick={() => void act(verb)}>
            {t(`amendments.act.division.${verb}`, { n: countdown })}
          </Button>
        ))}
      </Cluster>
      <RefusalNote refusal={refusal} />
    </>
  );
}

type Verb = 'object' | 'grant' | 'call' | 'withdraw' | 'takeOver';

function useVerbs({ id, phase, movedBy, lapsesAt, results }: Division): Verb[] {
  const you = useYou();
  const isBureau = useIsBureau();
  const place = { divisionId: id };
  const isOutOfStep = usePermitRefusal(isBureau ? 'division.grant' : 'division.object', place) !== null;
  const mayObject = useReplica(({ plenary }) => mayVote(plenary.delegation, you.delegationId));
  if (isOutOfStep) return [];
  const isMover = you.role === 'delegate' && you.delegationId === movedBy;
  const verbs: [Verb, boolean][] = [
    ['object', !isBureau && mayObject && !isMover],
    ['grant', isBureau && lapsesAt === null],
    ['call', isBureau && lapsesAt === null],
    ['withdraw', (isBureau || isMover) && Object.keys(results).length === 0],
    ['takeOver', isBureau],
  ];
  return verbs.flatMap(([verb, isMine]) => (isMine && leads(divisionProcedure, phase, verb) ? [verb] : []));
}
