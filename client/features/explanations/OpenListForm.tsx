import { profileOf } from '@shared/domain/consultation.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { subjectWords } from '../../parts/subjectWords.ts';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { type Candidate, candidates } from './candidates.ts';
import styles from './ExplanationsPage.module.css';

/** Opens a list: before a decision that is to come, or after one that was taken; with a limit for each statement. */
export function OpenListForm({ decision }: { decision: string | null }) {
  const t = useT();
  const plenary = useReplica((state) => state.plenary);
  const all = useMemo(() => candidates(plenary), [plenary]);
  const longest = useReplica((state) => profileOf(state.plenary.consultation).explanationMinutes); // EXP-3
  const [chosen, setChosen] = useState<string | null>(null);
  const [picked, setMinutes] = useState(longest);
  const { send, isPending, refusal } = useCommand('explanation.openList');
  const likely =
    all.find(({ key }) => key === chosen) ?? all.find(({ explained }) => explained.id === decision) ?? all[0];
  if (!likely) return <p className={styles.facts}>{t('explanations.nothingToExplain')}</p>;
  // The rules may have been chosen anew meanwhile.
  const minutes = Math.min(picked, longest);
  const labelOf = ({ explained, subject, itemId }: Candidate) => {
    const item = plenary.board.items[itemId]?.current.title ?? '';
    const words = subjectWords(plenary, subject, t);
    const title = words === '' ? item : t('explanations.withSubject', { title: item, subject: words });
    return t(`explanations.option.${explained.kind}`, { title });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const { explained, subject } = likely;
        const of = explained.kind === 'item' && subject.kind !== 'item' ? { subject } : {};
        void send({ explained, minutes, ...of });
      }}
    >
      <NativeSelect
        label={t('explanations.decision')}
        value={likely.key}
        onChange={setChosen}
        options={all.map((each) => ({ value: each.key, label: labelOf(each) }))}
      />
      <NativeSelect
        label={t('explanations.minutes')}
        value={String(minutes)}
        onChange={(value) => setMinutes(Number(value))}
        options={Array.from({ length: longest }, (_, at) => ({
          value: String(at + 1),
          label: t('explanations.limit', { n: at + 1 }),
        }))}
      />
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" icon="add" pending={isPending}>
          {t('explanations.openAct')}
        </Button>
      </div>
    </form>
  );
}
