import { type FormEvent, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { useCommand } from '../../../sync/Seat.tsx';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import styles from './BriefTitleForm.module.css';

/** The title of the issue brief, stored by itself. */
export function BriefTitleForm({ title }: { title: string }) {
  const t = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const { send, isPending } = useCommand('brief.layDown');
  const { errors, take, set, clear, touch } = useFieldErrors(['title']);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed === null) return;
    if (typed.trim() === '') return set({ title: t('secretariat.brief.titleMissing') });
    clear();
    const answer = await send({ title: typed.trim(), paragraphs: [] });
    if (answer.ok) setTyped(null);
    else take(answer);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('secretariat.brief.title')}
        maxLength={300}
        dir="auto"
        value={typed ?? title}
        onChange={(text) => [setTyped(text), touch('title')]}
        error={errors.at.title ?? errors.other ?? undefined}
      />
      {typed !== null && typed !== title && (
        <Button type="submit" pending={isPending}>
          {t('secretariat.save')}
        </Button>
      )}
    </form>
  );
}
