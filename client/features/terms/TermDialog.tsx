import type { TermStatus } from '@shared/domain/term.ts';
import { nameIn, type Term } from '@shared/domain/terms/glossary.ts';
import { languageNames, languages } from '@shared/i18n/translate.ts';
import { nanoid } from 'nanoid';
import { type FormEvent, useId, useState } from 'react';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { useCommand } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './TermsPage.module.css';
import { factsOf, type TypedTerm, typedOf } from './termForm.ts';

const statuses: readonly TermStatus[] = ['agreed', 'working', 'contested'];
const fields = ['names', 'definition'] as const;

/** A term's names, definition and source: a new one, or an amendment of one that is there. */
export function TermDialog({ term, onClose }: { term: Term | null; onClose: () => void }) {
  const t = useT();
  const { lang } = useLang();
  const formId = useId();
  const [typed, setTyped] = useState(() => typedOf(term));
  const { send, isPending } = useCommand('term.define');
  const { errors, take, set, touch } = useFieldErrors(fields, { 'term.name-taken': 'names' });
  const type = (change: Partial<TypedTerm>) => {
    setTyped({ ...typed, ...change });
    for (const name of fields) if (name in change) touch(name);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const facts = factsOf(typed);
    if (facts.names.length === 0) return set({ names: t('terms.form.nameMissing') });
    if (facts.definition === '') return set({ definition: t('terms.form.definitionMissing') });
    const answer = await send({ termId: term?.id ?? nanoid(10), facts });
    if (!answer.ok) return take(answer.code === 'INVALID' ? withoutPlace(answer) : answer);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      size="large"
      title={term ? t('terms.amend.of', { name: nameIn(term, lang).preferred }) : t('terms.define')}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} pending={isPending}>
            {t('terms.form.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={4}>
          {errors.other && (
            <Notice tone="danger" live>
              {errors.other}
            </Notice>
          )}
          <Names names={typed.names} error={errors.at.names} onChange={(names) => type({ names })} />
          <TextArea
            label={t('terms.form.definition')}
            rows={3}
            limit={1_000}
            dir="auto"
            value={typed.definition}
            onChange={(definition) => type({ definition })}
            error={errors.at.definition}
          />
          <SegmentedControl
            label={t('terms.form.status')}
            value={typed.status}
            onChange={(status) => type({ status })}
            options={statuses.map((value) => ({ value, label: t(`terms.status.${value}`) }))}
          />
          <Lines typed={typed} onType={type} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** The fields that say what is wrong are above; of the payload's inner places nobody has heard. */
function withoutPlace<T extends { details?: Record<string, unknown> }>({ details, ...answer }: T) {
  const misfits = Array.isArray(details?.misfits) ? (details.misfits as { path: string; code: string }[]) : [];
  return {
    ...answer,
    details: { misfits: misfits.map(({ path, code }) => ({ path: path.replace(/^facts\./, ''), code })) },
  } as unknown as T;
}

function Names(props: {
  names: TypedTerm['names'];
  error: string | undefined;
  onChange: (names: TypedTerm['names']) => void;
}) {
  const { names, error, onChange } = props;
  const t = useT();
  return languages.map((language, at) => {
    const { preferred, variants } = names[language];
    const type = (change: Partial<TypedTerm['names']['en']>) =>
      onChange({ ...names, [language]: { ...names[language], ...change } });
    return (
      <div key={language} className={styles.names} lang={language}>
        <TextField
          label={t('terms.form.name', { language: languageNames[language] })}
          maxLength={120}
          dir="auto"
          value={preferred}
          onChange={(next) => type({ preferred: next })}
          error={at === 0 ? error : undefined}
        />
        <TextField
          label={t('terms.form.variants')}
          hint={at === 0 ? t('terms.form.variantsHint') : undefined}
          optional
          dir="auto"
          value={variants}
          onChange={(next) => type({ variants: next })}
        />
      </div>
    );
  });
}

const lines = { document: 300, paragraph: 60, neutral: 120, note: 500 } as const;

function Lines({ typed, onType }: { typed: TypedTerm; onType: (change: Partial<TypedTerm>) => void }) {
  const t = useT();
  const names = Object.keys(lines) as (keyof typeof lines)[];
  return (
    <div className={styles.names}>
      {names.map((name) => (
        <TextField
          key={name}
          label={t(`terms.form.${name}`)}
          optional
          maxLength={lines[name]}
          dir="auto"
          value={typed[name]}
          onChange={(next) => onType({ [name]: next })}
        />
      ))}
    </div>
  );
}
