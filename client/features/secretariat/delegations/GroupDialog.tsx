import type { DelegationId } from '@shared/domain/kernel/ids.ts';
import { type RegionalGroup, regionalGroups } from '@shared/domain/kernel/words.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../../parts/useDelegationNames.ts';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { Dialog } from '../../../ui/aria/Dialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { RadioGroup } from '../../../ui/RadioGroup.tsx';

/** Corrects the regional group of a member state, before the first rooms are formed. */
export function GroupDialog({ id, onClose }: { id: DelegationId; onClose: () => void }) {
  const t = useT();
  const words = useRefusalWords();
  const nameOf = useDelegationNames();
  const now = useReplica(({ plenary }) => plenary.delegation.byId[id]?.regionalGroup ?? null);
  const [group, setGroup] = useState<RegionalGroup | null>(now);
  const { send, isPending, refusal } = useCommand('delegation.assignGroup');
  const save = async () => {
    const answer = await send({ delegationId: id, regionalGroup: group });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      size="small"
      title={t('secretariat.delegation.correctGroup', { name: nameOf(id) })}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" pending={isPending} onClick={() => void save()}>
            {t('secretariat.save')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('secretariat.delegation.group')}
        value={group}
        onChange={setGroup}
        options={regionalGroups.map((value) => ({ value, label: t(`parts.region.${value}`) }))}
        error={refusal ? words(refusal) : undefined}
      />
    </Dialog>
  );
}
