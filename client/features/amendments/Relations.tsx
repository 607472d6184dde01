import type { Amendment } from '@shared/domain/amendments/shape.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import styles from './Amendments.module.css';

/** Which adoption implies which rejection, as the chair rules. */
export function Relations({ open }: { open: readonly Amendment[] }) {
  const t = useT();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const { send, isPending, refusal } = useCommand('amendment.relate');
  const options = open.map(({ id, number }) => ({ value: id, label: t('amendments.one', { n: number }) }));
  const set = (amendmentId: string, rejects: string, isImplied: boolean) =>
    void send({ amendmentId, rejects, isImplied });
  const known = open.flatMap((from) =>
    from.implies.flatMap((id) => open.filter((to) => to.id === id).map((to) => ({ from, to }))),
  );
  return (
    <div className={styles.relations}>
      <p>{t('amendments.relationsWords')}</p>
      {known.length > 0 && (
        <ul className={styles.list}>
          {known.map(({ from, to }) => (
            <li key={`${from.id} ${to.id}`} className={styles.inline}>
              <span>{t('amendments.implies', { a: from.number, b: to.number })}</span>
              <Button size="small" kind="plain" icon="close" onClick={() => set(from.id, to.id, false)}>
                {t('amendments.lift')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.inline}>
        <NativeSelect
          label={t('amendments.ifAdopted')}
          value={first}
          onChange={setFirst}
          options={options}
          placeholder="–"
        />
        <NativeSelect
          label={t('amendments.thenNotPut')}
          value={second}
          onChange={setSecond}
          options={options.filter(({ value }) => value !== first)}
          placeholder="–"
        />
        <Button
          size="small"
          pending={isPending}
          disabled={first === '' || second === '' || first === second}
          onClick={() => set(first, second, true)}
        >
          {t('amendments.relate')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </div>
  );
}
