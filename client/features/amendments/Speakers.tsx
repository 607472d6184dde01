import type { Division } from '@shared/domain/divisions/shape.ts';
import { speakersASide } from '@shared/domain/divisions/standing.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, useIsBureau, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import styles from './Amendments.module.css';

const sides = ['for', 'against'] as const;

/** Who has spoken for and against the motion: two slots a side, filled by the chair. */
export function Speakers({ division }: { division: Division }) {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const isBureau = useIsBureau();
  const on = (side: (typeof sides)[number]) => division.speakers.filter((each) => each.side === side);
  return (
    <div className={styles.relations}>
      {sides.map((side) => (
        <p key={side}>
          {t(`amendments.speakers.${side}`, { n: on(side).length, most: speakersASide })}{' '}
          {on(side).length > 0 ? list(on(side).map(({ delegationId }) => nameOf(delegationId))) : '–'}
        </p>
      ))}
      {isBureau && <CallSpeaker division={division} open={sides.filter((side) => on(side).length < speakersASide)} />}
    </div>
  );
}

function CallSpeaker({ division, open }: { division: Division; open: readonly (typeof sides)[number][] }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const states = useReplica(({ plenary }) =>
    Object.values(plenary.delegation.byId)
      .filter(({ kind }) => kind === 'member-state')
      .map(({ id }) => id),
  );
  const [chosen, setChosen] = useState('');
  const { send, isPending, refusal } = useCommand('division.callSpeaker');
  if (open.length === 0) return null;
  return (
    <div className={styles.inline}>
      <NativeSelect
        label={t('amendments.speaker')}
        value={chosen}
        onChange={setChosen}
        placeholder="–"
        options={states.map((id) => ({ value: id, label: nameOf(id) })).sort((a, b) => a.label.localeCompare(b.label))}
      />
      {open.map((side) => (
        <Button
          key={side}
          size="small"
          disabled={chosen === ''}
          pending={isPending}
          onClick={() => void send({ divisionId: division.id, delegationId: chosen, side })}
        >
          {t(`amendments.speaks.${side}`)}
        </Button>
      ))}
      <RefusalNote refusal={refusal} />
    </div>
  );
}
