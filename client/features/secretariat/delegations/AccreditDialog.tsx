import { memberState, memberStates, standingObservers } from '@shared/data/memberStates.ts';
import type { Delegation } from '@shared/domain/delegation.ts';
import { DelegationKind } from '@shared/domain/kernel/words.ts';
import { nanoid } from 'nanoid';
import { type FormEvent, useMemo, useState } from 'react';
import { useFormat, useT } from '../../../i18n/I18n.tsx';
import { useStateKeywords } from '../../../parts/useDelegationOptions.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { useStateNames } from '../../../parts/useStateNames.ts';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { useToast } from '../../../ui/Announcer.tsx';
import { ComboBox } from '../../../ui/aria/ComboBox.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { FormDialog } from '../FormDialog.tsx';

const fields = ['kind', 'name', 'code'] as const;
const isStateKind = (kind: DelegationKind) => kind === 'member-state' || kind === 'observer-state';

/** Accredits one more delegation: an observer by its name, a state that is not here yet by its code. */
export function AccreditDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const [kind, setKind] = useState<DelegationKind>('civil-society');
  const [name, setName] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const states = useAbsentStates(kind);
  const { send, isPending } = useCommand('delegation.accredit');
  const { errors, take, set, clear } = useFieldErrors<(typeof fields)[number]>(fields, {
    'delegation.exists': 'code',
    'delegation.nameless': 'name',
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isStateKind(kind) && code === null) return set({ code: t('secretariat.delegation.stateMissing') });
    if (!isStateKind(kind) && name.trim() === '') return set({ name: t('secretariat.delegation.nameMissing') });
    const answer = await send({ delegations: [isStateKind(kind) ? stateOf(kind, code ?? '') : bodyOf(kind, name)] });
    if (!answer.ok) return take(answer);
    toast({ text: t('secretariat.saved'), tone: 'success' });
    onClose();
  };
  return (
    <FormDialog
      title={t('secretariat.delegation.add')}
      act={t('secretariat.delegation.add')}
      isPending={isPending}
      error={errors.other}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('secretariat.delegation.kind')}
        value={kind}
        onChange={(value) => [setKind(DelegationKind.options.find((each) => each === value) ?? kind), clear()]}
        options={DelegationKind.options.map((value) => ({ value, label: t(`secretariat.kind.${value}`) }))}
        error={errors.at.kind}
      />
      {isStateKind(kind) ? (
        <ComboBox
          key={kind}
          label={t('secretariat.delegation.state')}
          hint={t('secretariat.delegation.stateHint', { n: states.length })}
          value={code}
          onChange={(next) => [setCode(next), clear()]}
          options={states}
          error={errors.at.code}
        />
      ) : (
        <TextField
          label={t('secretariat.delegation.name')}
          maxLength={200}
          dir="auto"
          value={name}
          onChange={(next) => [setName(next), clear()]}
          error={errors.at.name}
        />
      )}
    </FormDialog>
  );
}

function stateOf(kind: DelegationKind, code: string): Delegation {
  const state = kind === 'member-state' ? memberState(code) : undefined;
  return {
    id: code,
    kind,
    code,
    name: null,
    regionalGroup: state?.regionalGroup ?? null,
    hasCredentials: kind === 'member-state',
  };
}

function bodyOf(kind: DelegationKind, name: string): Delegation {
  return { id: nanoid(10), kind, code: null, name: name.trim(), regionalGroup: null, hasCredentials: false };
}

/** The states of a kind that are not accredited here. */
function useAbsentStates(kind: DelegationKind) {
  const { compare } = useFormat();
  const stateNameOf = useStateNames();
  const keywords = useStateKeywords();
  const byId = useReplica(({ plenary }) => plenary.delegation.byId);
  return useMemo(() => {
    const all = kind === 'member-state' ? memberStates : standingObservers.filter((each) => each.kind === kind);
    const present = new Set(Object.values(byId).map(({ code }) => code));
    return all
      .filter(({ id }) => !present.has(id))
      .map(({ id }) => ({ value: id, label: stateNameOf(id), keywords: keywords.get(id) ?? '' }))
      .sort((a, b) => compare(a.label, b.label));
  }, [kind, byId, stateNameOf, keywords, compare]);
}
