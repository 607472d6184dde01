import type { ActionItem } from '@shared/domain/actionItem.ts';
import { LateWords } from '../../editor/LateWords.tsx';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { FieldsView } from '../../parts/FieldsView.tsx';
import { TextAs } from '../../parts/TextAs.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import { Concreteness } from './Concreteness.tsx';
import styles from './DraftPane.module.css';
import { useOpenDraft } from './openDraft.ts';
import { useConcreteness } from './useConcreteness.ts';

/** A reported draft: the snapshot that went to the board, as everyone reads it there. */
export function ReportedDraft({ item, number }: { item: ActionItem; number: number }) {
  const t = useT();
  // Words that were on their way when the draft was reported are shown to their author.
  const channel = useOpenDraft();
  const tabled = useReplica(({ plenary }) => plenary.board.items[item.id]);
  const said = useConcreteness(tabled?.current.fields ?? item.fields, tabled?.current.draft ?? null);
  const board = useReplica(({ plenary }) => plenary.board.items);
  const format = useFormat();
  if (!tabled) return null;
  const { current, stage, disposition, gone } = tabled;
  return (
    <>
      <header>
        <h2 className={styles.titleLine}>
          <span className={styles.number}>{number}</span>
          <bdi className={styles.title}>{current.title}</bdi>
        </h2>
      </header>
      {channel && <LateWords channel={channel} />}
      <Cluster gap={3}>
        <Badge tone="success" icon="report">
          {t('room.reported.version', { n: current.version })}
        </Badge>
        <span className={styles.meta}>
          {gone
            ? t(`room.reported.${gone.as}`, {
                title: format.list(gone.into.map((id) => board[id]?.current.title ?? '')),
              })
            : disposition
              ? t(`room.reported.${disposition.as}`, { reason: disposition.reason })
              : t('room.reported.stage', { stage: t(`parts.stage.${stage}`) })}
        </span>
      </Cluster>
      <Concreteness fields={current.fields} said={said} />
      {current.waiver !== null && <Notice>{t('room.reported.waiver', { waiver: current.waiver })}</Notice>}
      <DraftTextView draft={current.draft} withAttributions />
      <div>
        <TextAs title={current.title} read={() => current.draft} />
      </div>
      <FieldsView fields={current.fields} />
    </>
  );
}
