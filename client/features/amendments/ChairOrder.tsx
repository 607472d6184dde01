import type { Amendment } from '@shared/domain/amendments/shape.ts';
import { openAmendments, suggestedOrder } from '@shared/domain/amendments/standing.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useCommand, usePermitRefusal, useReplica } from '../../sync/Seat.tsx';
import { DragList, type Move } from '../../ui/aria/DragList.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Amendments.module.css';
import { Relations } from './Relations.tsx';

/** The order in which the chair puts the amendments: as it stands, as it is suggested, and what excludes what. */
export function ChairOrder({ item }: { item: TabledItem }) {
  const t = useT();
  const known = useReplica(({ plenary }) => plenary.amendment);
  const open = useMemo(() => openAmendments(known, item.id), [known, item.id]);
  const isArranged = known.arranged[item.id] === true;
  const refused = usePermitRefusal('amendment.arrange', { itemId: item.id });
  const { send, isPending, refusal } = useCommand('amendment.arrange');
  if (open.length < 2 || refused) return null;
  const arrange = (amendmentIds: string[]) => void send({ itemId: item.id, amendmentIds });
  return (
    <Section title={t('amendments.order')}>
      <div className={styles.order}>
        {isArranged ? (
          <div>
            <Badge tone="success">{t('amendments.isArranged')}</Badge>
          </div>
        ) : (
          <Notice
            tone="caution"
            acts={
              <Button size="small" pending={isPending} onClick={() => arrange(open.map(({ id }) => id))}>
                {t('amendments.arrange')}
              </Button>
            }
          >
            {t('amendments.notArranged')}
          </Notice>
        )}
        <Rows open={open} onArrange={arrange} />
        <Suggestion item={item} open={open} isPending={isPending} onArrange={arrange} />
        <RefusalNote refusal={refusal} />
        <Relations open={open} />
      </div>
    </Section>
  );
}

function Rows({ open, onArrange }: { open: readonly Amendment[]; onArrange: (ids: string[]) => void }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const ids = open.map(({ id }) => id);
  const move = ({ keys, before }: Move) => {
    const rest = ids.filter((id) => !keys.includes(id));
    const at = before === null ? rest.length : rest.indexOf(before);
    onArrange([...rest.slice(0, at), ...keys, ...rest.slice(at)]);
  };
  const swap = (at: number) => {
    if (at < 0 || at + 1 >= ids.length) return;
    onArrange(ids.map((id, place) => ids[place === at ? at + 1 : place === at + 1 ? at : place] ?? id));
  };
  return (
    <DragList
      listId="amendments"
      dragType="amendment"
      label={t('amendments.order')}
      items={open.map(({ id, number, proposer }, at) => ({
        ...{ key: id, at, number, label: `${t('amendments.one', { n: number })}: ${nameOf(proposer)}` },
      }))}
      render={({ label, at, number }) => (
        <div className={styles.row}>
          <span>{label}</span>
          {/* Both are always there: what is moved to an end by key keeps the focus. */}
          <IconButton
            icon="up"
            label={t('amendments.up', { n: number })}
            aria-disabled={at === 0}
            onClick={() => swap(at - 1)}
          />
          <IconButton
            icon="down"
            label={t('amendments.down', { n: number })}
            aria-disabled={at === open.length - 1}
            onClick={() => swap(at)}
          />
        </div>
      )}
      onMove={move}
    />
  );
}

function Suggestion(props: {
  item: TabledItem;
  open: readonly Amendment[];
  isPending: boolean;
  onArrange: (ids: string[]) => void;
}) {
  const t = useT();
  const { list } = useFormat();
  const suggested = useReplica(({ plenary }) => suggestedOrder(plenary, props.item.id));
  const isSame = suggested.every(({ id }, at) => id === props.open[at]?.id);
  return (
    <Notice
      acts={
        !isSame && (
          <Button size="small" pending={props.isPending} onClick={() => props.onArrange(suggested.map(({ id }) => id))}>
            {t('amendments.useSuggestion')}
          </Button>
        )
      }
    >
      {t('amendments.suggestion', { order: list(suggested.map(({ number }) => `${number}`)) })}
    </Notice>
  );
}
