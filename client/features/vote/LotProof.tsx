import type { VoteId } from '@shared/domain/kernel/ids.ts';
import type { RollCall } from '@shared/domain/rollCall.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './LotProof.module.css';
import { type Recomputed, recomputeLot } from './recomputeLot.ts';

/** How the start was drawn: what was published before, what came from the chair, what was revealed, and the sum of it. */
export function LotProof({ voteId, call }: { voteId: VoteId; call: RollCall }) {
  const t = useT();
  const format = useFormat();
  const { commitment, lot, seed, order } = call;
  if (!lot || seed === null) return null;
  const first = order[lot.start];
  return (
    <Stack gap={3}>
      <dl className={styles.facts}>
        <Fact label={t('ballot.lot.commitment')} value={commitment} />
        <Fact label={t('ballot.lot.nonce')} value={lot.nonce} />
        <Fact label={t('ballot.lot.seed')} value={seed} />
        <Fact label={t('ballot.lot.vote')} value={voteId} />
      </dl>
      <p>{t('ballot.lot.words', { members: order.length })}</p>
      <p>
        <code dir="ltr" className={styles.code}>
          {`HMAC-SHA-256(seed, nonce || vote) mod ${order.length} = ${lot.start}`}
        </code>
      </p>
      <p>
        {t('ballot.lot.start', { place: format.number(lot.start + 1) })} {first && <DelegationName id={first} />}
      </p>
      <Recompute voteId={voteId} call={call} />
    </Stack>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code dir="ltr" className={styles.code}>
          {value}
        </code>
      </dd>
    </div>
  );
}

function Recompute({ voteId, call }: { voteId: VoteId; call: RollCall }) {
  const t = useT();
  const [found, setFound] = useState<Recomputed | 'cannot' | null>(null);
  const recompute = () =>
    recomputeLot(voteId, call).then(setFound, (error: unknown) => {
      console.error('the lot could not be recomputed', error);
      setFound('cannot');
    });
  return (
    <>
      <div>
        <Button size="small" icon="refresh" onClick={() => void recompute()}>
          {t('ballot.lot.recompute')}
        </Button>
      </div>
      {found === 'cannot' && <Notice live>{t('ballot.lot.cannot')}</Notice>}
      {found && found !== 'cannot' && (
        <Notice tone={found.isCommitted && found.isSame ? 'success' : 'danger'} live>
          {t(found.isCommitted ? 'ballot.lot.committed' : 'ballot.lot.notCommitted')}{' '}
          {t(found.isSame ? 'ballot.lot.same' : 'ballot.lot.notSame', { place: found.start + 1 })}
        </Notice>
      )}
    </>
  );
}
