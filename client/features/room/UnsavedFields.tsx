import { useStore } from 'zustand';
import { useT } from '../../i18n/I18n.tsx';
import { useRefusalWords } from '../../parts/RefusalNote.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './DraftPane.module.css';
import { changeKey, type FieldChange, type FieldName } from './fieldDesk.ts';
import { useFieldDesk } from './useFieldDesk.ts';

const fields: readonly FieldName[] = [
  ...(['title', 'lead', 'partners', 'horizon', 'by', 'measures'] as const),
  ...(['targets', 'objectives', 'instruments', 'gap', 'means', 'paragraph'] as const),
];

/** What one had changed in the fields when the draft became read-only: not saved, but not lost either. */
export function UnsavedFields({ itemId }: { itemId: string }) {
  const desk = useFieldDesk();
  const changes = useStore(desk.changes);
  const refused = fields.flatMap((field) => {
    const change = changes[changeKey(itemId, field)];
    return change?.phase === 'refused' ? change : [];
  });
  return refused.map((change) => (
    <UnsavedField key={change.field} change={change} onDiscard={() => desk.discard(itemId, change.field)} />
  ));
}

function UnsavedField({ change, onDiscard }: { change: FieldChange; onDiscard: () => void }) {
  const t = useT();
  const wordsOf = useRefusalWords();
  const words = typeof change.mine === 'string' ? change.mine : null;
  return (
    <Notice
      tone="caution"
      acts={
        <>
          {words && (
            <Button size="small" icon="copy" onClick={() => void navigator.clipboard.writeText(words)}>
              {t('room.recovered.copy')}
            </Button>
          )}
          <Button size="small" onClick={onDiscard}>
            {t('room.recovered.discard')}
          </Button>
        </>
      }
    >
      <p>{t('room.unsavedField', { field: t(`room.field.${change.field}`) })}</p>
      {change.refusal && <p>{wordsOf(change.refusal)}</p>}
      {words && <p className={styles.words}>{words}</p>}
    </Notice>
  );
}
