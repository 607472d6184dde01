import type { Panel } from '@shared/domain/panel.ts';
import { type FormEvent, useMemo, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { useCommand, usePeople, useReplica } from '../../../sync/Seat.tsx';
import { useToast } from '../../../ui/Announcer.tsx';
import { TagPicker } from '../../../ui/aria/TagPicker.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { TextListFields } from '../TextListFields.tsx';

const fields = ['title', 'section', 'questions', 'panelists'] as const;

/** A panel's facts: a new one, or a correction of one that is there. */
export function PanelDialog({ panel, onClose }: { panel: Panel | null; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const panelists = usePossiblePanelists(panel?.panelists ?? []);
  const [facts, setFacts] = useState({
    title: panel?.title ?? '',
    section: panel?.section ?? '',
    questions: panel?.questions ?? [''],
    panelists: panel?.panelists ?? [],
  });
  const add = useCommand('panel.add');
  const describe = useCommand('panel.describe');
  const isPending = add.isPending || describe.isPending;
  const { errors, take, set, touch } = useFieldErrors(fields, { 'panel.exists': 'title' });
  const type = (change: Partial<typeof facts>) => {
    setFacts({ ...facts, ...change });
    for (const name of fields) if (name in change) touch(name);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (facts.title.trim() === '') return set({ title: t('secretariat.panel.titleMissing') });
    const said = {
      ...facts,
      title: facts.title.trim(),
      questions: facts.questions.map((question) => question.trim()).filter(Boolean),
    };
    const answer = await (panel ? describe.send({ panelId: panel.id, ...said }) : add.send(said));
    if (!answer.ok) return take(answer);
    toast({ text: t('secretariat.saved'), tone: 'success' });
    onClose();
  };
  return (
    <FormDialog
      size="large"
      title={t(panel ? 'secretariat.panel.editTitle' : 'secretariat.panel.add')}
      act={t(panel ? 'secretariat.save' : 'secretariat.panel.add')}
      isPending={isPending}
      error={errors.other}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={t('secretariat.panel.title')}
        rows={2}
        limit={300}
        dir="auto"
        value={facts.title}
        onChange={(title) => type({ title })}
        error={errors.at.title}
      />
      <TextField
        label={t('secretariat.panel.section')}
        hint={t('secretariat.panel.sectionHint')}
        optional
        maxLength={300}
        dir="auto"
        value={facts.section}
        onChange={(section) => type({ section })}
        error={errors.at.section}
      />
      <TextListFields
        legend={t('secretariat.panel.questionList')}
        labelOf={(n) => t('secretariat.panel.question', { n })}
        removeLabelOf={(n) => t('secretariat.panel.questionRemove', { n })}
        addLabel={t('secretariat.panel.questionAdd')}
        atMost={20}
        limit={1_000}
        texts={facts.questions}
        onChange={(questions) => type({ questions })}
        error={errors.at.questions}
      />
      <TagPicker
        label={t('secretariat.panel.panelists')}
        hint={t('secretariat.panel.panelistsHint')}
        optional
        max={40}
        values={facts.panelists}
        onChange={(chosen) => type({ panelists: chosen })}
        options={panelists}
        error={errors.at.panelists}
      />
    </FormDialog>
  );
}

/** Everyone with the role of a panelist, and whoever is one of this panel already. */
function usePossiblePanelists(already: readonly string[]) {
  const people = usePeople();
  const participants = useReplica(({ plenary }) => plenary.delegation.participants);
  return useMemo(
    () =>
      Object.values(participants)
        .filter(({ id, role, isActive }) => already.includes(id) || (role === 'panelist' && isActive))
        .map(({ id }) => ({ value: id, label: people[id]?.name ?? id })),
    [people, participants, already],
  );
}
