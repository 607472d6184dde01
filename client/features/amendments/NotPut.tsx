import type { Amendment } from '@shared/domain/amendments/shape.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import styles from './Amendments.module.css';

/** The chair rules that an amendment is not put, because of one that has become part of the text. */
export function NotPut({ amendment, causes }: { amendment: Amendment; causes: readonly Amendment[] }) {
  const t = useT();
  const [chosen, setChosen] = useState('');
  const { send, isPending, refusal } = useCommand('amendment.ruleNotPut');
  const because = chosen || (causes.at(-1)?.id ?? '');
  return (
    <div className={styles.inline}>
      <NativeSelect
        label={t('amendments.notPutBecause')}
        value={because}
        onChange={setChosen}
        options={causes.map(({ id, number }) => ({ value: id, label: t('amendments.one', { n: number }) }))}
      />
      <Button size="small" pending={isPending} onClick={() => void send({ amendmentId: amendment.id, because })}>
        {t('amendments.ruleNotPut')}
      </Button>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
