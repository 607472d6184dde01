import { Role } from '@shared/domain/kernel/words.ts';
import { isLanguage, languageNames, languages } from '@shared/i18n/translate.ts';
import { type FormEvent, useState } from 'react';
import { addPerson, changePerson } from '../../../http.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { useDelegationOptions } from '../../../parts/useDelegationOptions.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { useCommand, useSeat } from '../../../sync/Seat.tsx';
import { useToast } from '../../../ui/Announcer.tsx';
import { ComboBox } from '../../../ui/aria/ComboBox.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { type Typed, typedOf, wrongIn } from './personTyped.ts';
import type { Row } from './usePeopleRows.ts';

const fields = ['name', 'email', 'language', 'role', 'delegationId'] as const;
const placeOfCode = {
  'delegation.unknown': 'delegationId',
  'delegation.seat-needs-delegation': 'delegationId',
  'delegation.seat-without-delegation': 'delegationId',
  'delegation.last-secretariat': 'role',
} as const;

/** Adds a person by hand, or corrects one: name, address, language, role, delegation. */
export function PersonDialog(props: {
  row: Row | null;
  onClose: () => void;
  onAdded?: (participantId: string, name: string) => void;
}) {
  const t = useT();
  const toast = useToast();
  const { row, onClose } = props;
  const { consultationId } = useSeat();
  const options = useDelegationOptions();
  const [typed, setTyped] = useState<Typed>(() => typedOf(row));
  const [isPending, setPending] = useState(false);
  const reseat = useCommand('delegation.reseat');
  const { errors, take, set, clear, touch } = useFieldErrors<(typeof fields)[number]>(fields, placeOfCode);
  const type = (change: Partial<Typed>) => {
    setTyped({ ...typed, ...change });
    for (const name of fields) if (name in change) touch(name);
  };
  const sitsInNone = typed.role === 'secretariat' || typed.role === 'display';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = wrongIn(typed, t);
    if (Object.keys(wrong).length > 0) return set(wrong);
    clear();
    setPending(true);
    const refused = await (row ? correct(row) : add());
    setPending(false);
    if (refused) return take(refused);
    toast({ text: t('secretariat.saved'), tone: 'success' });
    if (row) onClose();
  };
  const said = () => ({
    name: typed.name.trim(),
    email: typed.email.trim() || null,
    language: isLanguage(typed.language) ? typed.language : null,
  });
  const add = async () => {
    const answer = await addPerson(consultationId, {
      ...said(),
      role: typed.role,
      delegationId: sitsInNone ? null : typed.delegationId,
    });
    if (!answer.ok) return answer;
    props.onAdded?.(answer.participantId, typed.name.trim());
    return null;
  };
  const correct = async ({ participantId, ...before }: Row) => {
    const delegationId = sitsInNone ? null : typed.delegationId;
    // The seat first: its rules may say no, and then nothing has been changed.
    if (before.role !== typed.role || before.delegationId !== delegationId) {
      const seated = await reseat.send({ participantId, role: typed.role, delegationId });
      if (!seated.ok) return seated;
    }
    const answer = await changePerson(consultationId, participantId, said());
    return answer.ok ? null : answer;
  };
  return (
    <FormDialog
      title={t(row ? 'secretariat.person.editTitle' : 'secretariat.person.add')}
      act={t(row ? 'secretariat.save' : 'secretariat.person.addAct')}
      isPending={isPending}
      error={errors.other}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('secretariat.people.name')}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        value={typed.name}
        onChange={(name) => type({ name })}
        error={errors.at.name}
      />
      <NativeSelect
        label={t('secretariat.people.role')}
        value={typed.role}
        onChange={(role) => type({ role: Role.options.find((each) => each === role) ?? 'delegate' })}
        options={Role.options.map((value) => ({ value, label: t(`parts.role.${value}`) }))}
        error={errors.at.role}
      />
      {!sitsInNone && (
        <ComboBox
          label={t('secretariat.people.delegation')}
          hint={t('secretariat.person.delegationHint')}
          optional={typed.role === 'moderator' || typed.role === 'panelist'}
          value={typed.delegationId}
          onChange={(delegationId) => type({ delegationId })}
          options={options}
          error={errors.at.delegationId}
        />
      )}
      <TextField
        label={t('secretariat.person.email')}
        type="email"
        optional
        maxLength={200}
        dir="ltr"
        autoComplete="off"
        value={typed.email}
        onChange={(email) => type({ email })}
        error={errors.at.email}
      />
      <NativeSelect
        label={t('secretariat.person.language')}
        optional
        placeholder={t('secretariat.person.languageUnknown')}
        value={typed.language}
        onChange={(language) => type({ language })}
        options={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
        error={errors.at.language}
      />
    </FormDialog>
  );
}
