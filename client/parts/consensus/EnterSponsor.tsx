import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { sponsorsOf } from '@shared/domain/sponsor.ts';
import { type FormEvent, useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { ComboBox } from '../../ui/aria/ComboBox.tsx';
import { Button } from '../../ui/Button.tsx';
import { RefusalNote } from '../RefusalNote.tsx';
import { useDelegationOptions } from '../useDelegationOptions.tsx';
import styles from './ItemSponsors.module.css';

/** For the bureau: enters a delegation that asks for it in the hall. */
export function EnterSponsor({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const all = useDelegationOptions();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  const sponsors = useReplica(({ plenary }) => sponsorsOf(plenary, itemId));
  const options = useMemo(
    () => all.filter(({ value }) => byId[value]?.kind === 'member-state' && !sponsors.includes(value)),
    [all, byId, sponsors],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const { send, isPending, refusal } = useCommand('sponsor.enter');
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen === null) return;
    const { ok } = await send({ itemId, delegationId: chosen });
    if (ok) setChosen(null);
  };
  return (
    <form className={styles.enter} onSubmit={(event) => void enter(event)}>
      <ComboBox
        label={t('consensus.sponsors.enter.label')}
        hint={t('consensus.sponsors.enter.hint')}
        value={chosen}
        onChange={setChosen}
        options={options}
      />
      <div>
        <Button type="submit" icon="add" pending={isPending} disabled={chosen === null}>
          {t('consensus.sponsors.enter.act')}
        </Button>
      </div>
      <RefusalNote refusal={refusal} />
    </form>
  );
}
