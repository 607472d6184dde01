import type { Paragraph } from '@shared/domain/brief.ts';
import { useMemo } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useReplica } from '../../../sync/Seat.tsx';
import { ComboBox } from '../../../ui/aria/ComboBox.tsx';
import { useField } from '../useFieldDesk.ts';
import { Marked, useFieldError } from './Marked.tsx';

/** The paragraph of the issue brief that the item answers; those of the room's own panel come first. */
export function ParagraphField(props: { itemId: string; panelId: string; saved: string | null }) {
  const { itemId, panelId, saved } = props;
  const t = useT();
  const paragraphs = useReplica(({ plenary }) => plenary.brief.paragraphs);
  const state = useField<string | null>(itemId, 'paragraph', saved);
  const error = useFieldError('paragraph', state);
  const options = useMemo(() => {
    const isOwn = (each: Paragraph) => each.panelId === panelId;
    return [...paragraphs.filter(isOwn), ...paragraphs.filter((each) => !isOwn(each))].map(
      ({ id, number, heading, text }) => ({
        value: id,
        label: t('room.paragraph.option', { number, words: heading ?? firstWords(text) }),
        detail: heading ? firstWords(text) : '',
      }),
    );
  }, [paragraphs, panelId, t]);
  if (paragraphs.length === 0) return <p>{t('room.paragraph.none')}</p>;
  return (
    <Marked phase={state.phase}>
      <ComboBox
        label={t('room.field.paragraph')}
        value={state.value}
        onChange={(value) => state.choose(value)}
        options={options}
        placeholder={t('room.search.paragraph')}
        error={error}
      />
    </Marked>
  );
}

function firstWords(text: string): string {
  const words = text.split(/\s+/u);
  return words.length > 14 ? `${words.slice(0, 14).join(' ')} …` : text;
}
