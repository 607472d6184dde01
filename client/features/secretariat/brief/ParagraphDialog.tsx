import type { Paragraph } from '@shared/domain/brief.ts';
import { nanoid } from 'nanoid';
import { type FormEvent, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { NativeSelect } from '../../../ui/NativeSelect.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { TextListFields } from '../TextListFields.tsx';

const textLimit = 10_000;
const fields = ['number', 'heading', 'text', 'panelId', 'footnotes'] as const;
type Field = (typeof fields)[number];

/** A paragraph of the issue brief: number, heading, text, the panel that it belongs to, footnotes. */
export function ParagraphDialog({ paragraph, onClose }: { paragraph: Paragraph | null; onClose: () => void }) {
  const t = useT();
  const brief = useReplica(({ plenary }) => plenary.brief);
  const panels = useReplica(({ plenary }) => plenary.panel);
  const [typed, setTyped] = useState(() => ({
    number: paragraph?.number ?? nextNumber(brief.paragraphs),
    heading: paragraph?.heading ?? '',
    text: paragraph?.text ?? '',
    panelId: paragraph?.panelId ?? brief.paragraphs.at(-1)?.panelId ?? '',
    footnotes: paragraph?.footnotes ?? [],
  }));
  const { send, isPending } = useCommand('brief.layDown');
  const { errors, take, set, touch } = useFieldErrors<Field>(fields, { 'panel.unknown': 'panelId' });
  const type = (change: Partial<typeof typed>) => {
    setTyped({ ...typed, ...change });
    for (const name of fields) if (name in change) touch(name);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = wrongIn();
    if (Object.keys(wrong).length > 0) return set(wrong);
    const { heading, panelId, ...rest } = typed;
    const answer = await send({
      title: brief.title || t('secretariat.brief.usualTitle'),
      paragraphs: [
        {
          id: paragraph?.id ?? nanoid(10),
          ...rest,
          number: rest.number.trim(),
          footnotes: rest.footnotes.filter((each) => each.trim() !== ''),
          panelId: panelId || null,
          ...(heading.trim() ? { heading: heading.trim() } : {}),
        },
      ],
    });
    if (answer.ok) onClose();
    else take(inParagraph(answer));
  };
  const wrongIn = (): Partial<Record<Field, string>> => ({
    ...(typed.number.trim() === '' ? { number: t('secretariat.brief.numberMissing') } : {}),
    ...(typed.text.trim() === '' ? { text: t('secretariat.brief.textMissing') } : {}),
    ...(typed.text.length > textLimit ? { text: t('app.misfit.too_big') } : {}),
  });
  const panelOptions = panels.order.map((id, at) => ({
    value: id,
    label: t('secretariat.brief.panel', { n: at + 1, title: panels.byId[id]?.title ?? id }),
  }));
  return (
    <FormDialog
      size="large"
      title={paragraph ? t('secretariat.brief.edit', { number: paragraph.number }) : t('secretariat.brief.add')}
      act={t('secretariat.save')}
      isPending={isPending}
      error={errors.other}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('secretariat.brief.number')}
        maxLength={20}
        value={typed.number}
        onChange={(number) => type({ number })}
        error={errors.at.number}
      />
      <TextField
        label={t('secretariat.brief.heading')}
        optional
        maxLength={300}
        dir="auto"
        value={typed.heading}
        onChange={(heading) => type({ heading })}
        error={errors.at.heading}
      />
      <TextArea
        label={t('secretariat.brief.text')}
        rows={8}
        limit={textLimit}
        dir="auto"
        value={typed.text}
        onChange={(text) => type({ text })}
        error={errors.at.text}
      />
      <NativeSelect
        label={t('secretariat.brief.panelField')}
        placeholder={t('secretariat.brief.noPanel')}
        value={typed.panelId}
        onChange={(panelId) => type({ panelId })}
        options={panelOptions}
        error={errors.at.panelId}
      />
      <TextListFields
        legend={t('secretariat.brief.footnotes')}
        labelOf={(n) => t('secretariat.brief.footnote', { n })}
        removeLabelOf={(n) => t('secretariat.brief.footnoteRemove', { n })}
        addLabel={t('secretariat.brief.footnoteAdd')}
        atMost={50}
        limit={4_000}
        texts={typed.footnotes}
        onChange={(footnotes) => type({ footnotes })}
        error={errors.at.footnotes}
      />
    </FormDialog>
  );
}

/** The number after the last one that is a number. */
function nextNumber(paragraphs: readonly Paragraph[]): string {
  return String(Math.max(0, ...paragraphs.map(({ number }) => Number.parseInt(number, 10) || 0)) + 1);
}

/** What is wrong in the one paragraph that was sent is named as if it had been sent alone. */
function inParagraph(answer: { ok: false; code: string; details?: Record<string, unknown> }) {
  const misfits = Array.isArray(answer.details?.misfits) ? (answer.details.misfits as { path: string }[]) : [];
  return {
    ...answer,
    details: { misfits: misfits.map((misfit) => ({ ...misfit, path: misfit.path.replace(/^paragraphs\.0\./, '') })) },
  };
}
