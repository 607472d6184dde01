import type { DraftText } from '@shared/domain/draftText.ts';
import { useT } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Amendments.module.css';
import type { EditedParagraph, EditedText } from './changeDraft.ts';

/** The paragraphs of a text, each with its words to be revised, the way out, and a place for new ones after it. */
export function ParagraphsForm(props: {
  draft: DraftText;
  edited: EditedText;
  onChange: (edited: EditedText) => void;
}) {
  const { edited, onChange } = props;
  const set = (at: number, change: Partial<EditedParagraph>) =>
    onChange({
      ...edited,
      paragraphs: edited.paragraphs.map((each, index) => (index === at ? { ...each, ...change } : each)),
    });
  return (
    <div className={styles.paragraphs}>
      <Added n={0} texts={edited.first} onChange={(first) => onChange({ ...edited, first })} />
      {edited.paragraphs.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph is known by its place in the text.
        <Paragraph key={at} n={at + 1} paragraph={paragraph} onChange={(change) => set(at, change)} />
      ))}
    </div>
  );
}

function Paragraph(props: {
  n: number;
  paragraph: EditedParagraph;
  onChange: (change: Partial<EditedParagraph>) => void;
}) {
  const t = useT();
  const { n, paragraph, onChange } = props;
  const { text, isDeleted, added } = paragraph;
  return (
    <>
      <div className={styles.paragraph}>
        <TextArea
          label={t('amendments.paragraph', { n })}
          hint={isDeleted ? t('amendments.willGo') : undefined}
          dir="auto"
          rows={Math.min(8, 1 + Math.ceil(text.length / 80))}
          disabled={isDeleted}
          value={text}
          onChange={(next) => onChange({ text: next })}
        />
        <Cluster>
          <Button
            size="small"
            kind="plain"
            icon={isDeleted ? 'undo' : 'delete'}
            onClick={() => onChange({ isDeleted: !isDeleted })}
          >
            {t(isDeleted ? 'amendments.keepParagraph' : 'amendments.deleteParagraph', { n })}
          </Button>
        </Cluster>
      </div>
      <Added n={n} texts={added} onChange={(next) => onChange({ added: next })} />
    </>
  );
}

/** New paragraphs after the one of this number; 0 is before the first. */
function Added({ n, texts, onChange }: { n: number; texts: readonly string[]; onChange: (texts: string[]) => void }) {
  const t = useT();
  return (
    <>
      {texts.map((text, at) => (
        <TextArea
          // biome-ignore lint/suspicious/noArrayIndexKey: a new paragraph is known by its place.
          key={at}
          label={t('amendments.newParagraph', { n })}
          hint={t('amendments.newHint')}
          dir="auto"
          rows={2}
          value={text}
          onChange={(next) => onChange(texts.map((each, index) => (index === at ? next : each)))}
        />
      ))}
      <div>
        <Button size="small" kind="plain" icon="add" onClick={() => onChange([...texts, ''])}>
          {t('amendments.addParagraph', { n })}
        </Button>
      </div>
    </>
  );
}
