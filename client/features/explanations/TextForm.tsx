import type { Explanation, ExplanationList } from '@shared/domain/explanation/shape.ts';
import { longestExplanation } from '@shared/domain/explanation.ts';
import { useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './ExplanationsPage.module.css';

/** Hands in the text of an explanation, of a position also the paragraphs from which one dissociates oneself. */
export function TextForm(props: { list: ExplanationList; entry: Explanation | undefined; onEnd: () => void }) {
  const t = useT();
  const { list, entry, onEnd } = props;
  const [text, setText] = useState(entry?.text ?? '');
  const [numbers, setNumbers] = useState(entry?.dissociates.join(', ') ?? '');
  const { send, isPending, refusal } = useCommand('explanation.file');
  const mayDissociate = list.explained.kind !== 'vote';
  const paragraphs = numbersIn(numbers);
  const isFit = text.trim() !== '' && text.length <= longestExplanation && paragraphs !== null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFit) return;
        const own = mayDissociate && paragraphs.length > 0 ? { dissociates: paragraphs } : {};
        void send({ listId: list.id, text, ...own }).then(({ ok }) => ok && onEnd());
      }}
    >
      <TextArea
        label={t('explanations.text')}
        hint={t('explanations.textHint')}
        value={text}
        onChange={setText}
        limit={longestExplanation}
        rows={6}
        dir="auto"
      />
      {mayDissociate && (
        <TextField
          label={t('explanations.paragraphs')}
          hint={t('explanations.paragraphsHint')}
          value={numbers}
          onChange={setNumbers}
          error={paragraphs === null ? t('explanations.paragraphsWrong') : undefined}
        />
      )}
      <RefusalNote refusal={refusal} />
      <div className={styles.acts}>
        <Button type="submit" kind="primary" icon="send" pending={isPending} disabled={!isFit}>
          {t('explanations.fileText')}
        </Button>
        <Button onClick={onEnd} disabled={isPending}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** The numbers in "2, 5"; null where there is something else. */
function numbersIn(words: string): number[] | null {
  const parts = words.split(/[\s,،、;]+/).filter((part) => part !== '');
  return parts.every((part) => /^[1-9]\d{0,2}$/.test(part)) ? parts.map(Number) : null;
}
