import { profileOf } from '@shared/domain/consultation.ts';
import { members } from '@shared/domain/delegation.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './PresenceField.module.css';

interface Presence {
  /** Whether the rule profile asks for a quorum. */
  isAsked: boolean;
  /** How many members have the right. */
  entitled: number;
  typed: string;
  setTyped: (typed: string) => void;
  /** What a command is told: a number, or null where none is asked for or none was given. */
  present: number | null;
}

/** How many members are present, where the rule profile asks for a quorum. */
export function usePresence(): Presence {
  const isAsked = useReplica(({ plenary }) => profileOf(plenary.consultation).quorum !== 'none');
  const entitled = useReplica(({ plenary }) => members(plenary.delegation).length);
  const [typed, setTyped] = useState('');
  const count = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;
  return { isAsked, entitled, typed, setTyped, present: isAsked ? count : null };
}

/** Asks for the members present, beside how many a quorum needs; nothing where the rules ask for none. */
export function PresenceField({ presence }: { presence: Presence }) {
  const t = useT();
  const { isAsked, entitled, typed, setTyped, present } = presence;
  if (!isAsked) return null;
  const isWrong = typed !== '' && (present === null || present > entitled);
  return (
    <TextField
      label={t('vote.present')}
      hint={t('vote.presentHint', { members: entitled, required: Math.floor(entitled / 2) + 1 })}
      inputMode="numeric"
      value={typed}
      onChange={setTyped}
      error={isWrong ? t('vote.presentWrong', { members: entitled }) : undefined}
      className={styles.number}
    />
  );
}
