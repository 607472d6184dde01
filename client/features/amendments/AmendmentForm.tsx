import { amendedText } from '@shared/domain/amendments/changes.ts';
import type { Amendment } from '@shared/domain/amendments/shape.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { ComparisonView } from '../../parts/ComparisonView.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Amendments.module.css';
import { changesOf, type EditedText, editedText } from './changeDraft.ts';
import { ParagraphsForm } from './ParagraphsForm.tsx';

/** Amends a text paragraph by paragraph, and shows at once what changes; proposes it, or restates what was proposed. */
export function AmendmentForm(props: { item: TabledItem; restated?: Amendment; onDone: () => void }) {
  const { item, restated, onDone } = props;
  const t = useT();
  // The text that somebody began to amend, though another version may come meanwhile: the rules tell them.
  const [base] = useState(item.current);
  const [edited, setEdited] = useState<EditedText>(() => editedText(base.draft));
  const [rationale, setRationale] = useState(restated?.rationale ?? '');
  const propose = useCommand('amendment.propose');
  const restate = useCommand('amendment.restate');
  const changes = useMemo(() => changesOf(base.draft, edited), [base, edited]);
  const after = useMemo(() => amendedText(base.draft, changes, (n) => `new-${n}`), [base, changes]);
  const isReady = changes.length > 0 && rationale.trim() !== '';
  const send = async () => {
    const stated = { version: base.version, changes };
    const answer = restated
      ? await restate.send({ amendmentId: restated.id, ...stated })
      : await propose.send({ itemId: item.id, ...stated, rationale });
    if (answer.ok) onDone();
  };
  const as = (draft: typeof after) => ({ title: '', fields: {}, draft });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void send();
      }}
    >
      <ParagraphsForm draft={base.draft} edited={edited} onChange={setEdited} />
      {!restated && (
        <TextArea
          label={t('amendments.rationale')}
          hint={t('amendments.rationaleHint')}
          rows={2}
          dir="auto"
          limit={1_000}
          value={rationale}
          onChange={setRationale}
        />
      )}
      {changes.length > 0 && <ComparisonView before={as(base.draft)} after={as(after)} />}
      <RefusalNote refusal={propose.refusal ?? restate.refusal} />
      <Cluster>
        <Button
          type="submit"
          kind="primary"
          icon="send"
          pending={propose.isPending || restate.isPending}
          disabled={!isReady}
        >
          {t(restated ? 'amendments.restate' : 'amendments.proposeAct')}
        </Button>
        <Button onClick={onDone}>{t('amendments.cancel')}</Button>
      </Cluster>
    </form>
  );
}
