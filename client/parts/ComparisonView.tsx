import { fieldKey, type Writers } from '@shared/domain/authorship.ts';
import { type Comparison, compare, isUnchanged } from '@shared/domain/comparison.ts';
import type { DraftText, Run } from '@shared/domain/draftText.ts';
import type { Fields } from '@shared/domain/itemFields.ts';
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './ComparisonView.module.css';
import {
  changedOnly,
  fieldChanges,
  layOutComparison,
  partsOf,
  type ShownBlock,
  type ShownStretch,
} from './comparisonLayout.ts';
import { FieldValue } from './FieldsView.tsx';
import { fieldLabels } from './shownFields.ts';
import { ChangedBy } from './WriterNames.tsx';

/** An item as it stood at one time. */
export interface ComparedText {
  title: string;
  fields: Fields;
  draft: DraftText;
}

interface ComparisonProps {
  before: ComparedText;
  after: ComparedText;
  writers?: Writers;
  /** Leaves out the paragraphs that are the same, and says how many they are. */
  isShort?: boolean;
  /** `wall` is read from the end of a hall, where nothing can be pressed; always short. */
  size?: 'page' | 'wall';
}

/** Two texts read as one: what came, what went and what moved, by sign, look and word; n and p go from change to change. */
export function ComparisonView(props: ComparisonProps) {
  const { before, after, writers = {}, isShort = false, size = 'page' } = props;
  const t = useT();
  const isWall = size === 'wall';
  const told = useMemo(() => compare(before.draft, after.draft), [before.draft, after.draft]);
  const { blocks, changes } = useMemo(() => layOutComparison(told), [told]);
  const view = useRef<HTMLElement>(null);
  const go = useChangeKeys(view);
  return (
    <section ref={view} className={cx(styles.view, isWall && styles.wall)} aria-label={t('history.comparison')}>
      <header className={styles.head}>
        <Summary told={told} />
        {changes > 1 && !isWall && (
          <div className={styles.acts}>
            <Button size="small" icon="up" shortcut="P" onClick={() => go(-1)}>
              {t('history.previous')}
            </Button>
            <Button size="small" icon="down" shortcut="N" onClick={() => go(1)}>
              {t('history.next')}
            </Button>
          </div>
        )}
      </header>
      <Facts before={before} after={after} writers={writers} />
      <div className={styles.text}>
        {(isWall || isShort ? changedOnly(blocks) : blocks).map((block) =>
          'unchanged' in block ? (
            <p key={block.key} className={styles.unchanged}>
              {t('history.unchanged', { n: block.unchanged })}
            </p>
          ) : (
            <Paragraph key={block.key} shown={block} changes={changes} writers={writers} />
          ),
        )}
      </div>
    </section>
  );
}

/** Goes to the next change or the one before, around the ends; by n and p or Alt with the arrows while the focus is within. */
function useChangeKeys(view: RefObject<HTMLElement | null>): (step: 1 | -1) => void {
  const at = useRef(-1);
  const go = useCallback(
    (step: 1 | -1) => {
      const places = [...(view.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
      if (places.length === 0) return;
      const from = at.current < 0 && step < 0 ? 0 : Math.min(at.current, places.length - 1);
      at.current = (from + step + places.length) % places.length;
      const place = places[at.current];
      place?.focus({ preventScroll: true });
      place?.scrollIntoView({ block: 'center' });
    },
    [view],
  );
  useEffect(() => {
    const element = view.current;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey) return;
      const key = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : { n: 1, p: -1 }[event.key];
      if (key === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      go(key > 0 ? 1 : -1);
    };
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [view, go]);
  return go;
}

function Summary({ told }: { told: Comparison }) {
  const t = useT();
  const { list } = useFormat();
  if (isUnchanged(told)) return <p className={styles.summary}>{t('history.same')}</p>;
  const counts = [
    ['history.wordsAdded', told.wordsAdded],
    ['history.wordsRemoved', told.wordsRemoved],
    ['history.paragraphsMoved', told.paragraphsMoved],
    ['history.passagesMoved', told.passagesMoved],
    ['history.bracketsOpened', told.bracketsOpened],
    ['history.bracketsClosed', told.bracketsClosed],
    ['history.bracketsTurned', told.bracketsTurned],
  ] as const;
  const said = counts.filter(([, n]) => n > 0).map(([key, n]) => t(key, { n }));
  return <p className={styles.summary}>{said.length > 0 ? list(said, 'unit') : t('history.onlySetting')}</p>;
}

/** What changed beside the text: the title and each field, as it was and as it is, and whose change it is. */
function Facts({ before, after, writers }: { before: ComparedText; after: ComparedText; writers: Writers }) {
  const t = useT();
  const fields = fieldChanges(before.fields, after.fields);
  const hasTitle = before.title !== after.title;
  if (!hasTitle && fields.length === 0) return null;
  return (
    <ul className={styles.facts}>
      {hasTitle && (
        <li>
          {t('history.title')} <del dir="auto">{before.title}</del> {t('history.titleNow')}{' '}
          <ins dir="auto">{after.title}</ins>
          <ChangedBy keys={[fieldKey('title')]} writers={writers} />
        </li>
      )}
      {fields.map(({ field, as }) => (
        <li key={field}>
          {t(`history.field.${as}`, { field: t(fieldLabels[field]) })}
          {as !== 'stated' && (
            <del className={styles.value}>
              <VisuallyHidden>{t('history.words.removed')} </VisuallyHidden>
              <span aria-hidden="true">−</span>
              <div>
                <FieldValue fields={before.fields} field={field} />
              </div>
            </del>
          )}
          {as !== 'gone' && (
            <ins className={styles.value}>
              <VisuallyHidden>{t('history.words.added')} </VisuallyHidden>
              <span aria-hidden="true">+</span>
              <div>
                <FieldValue fields={after.fields} field={field} />
              </div>
            </ins>
          )}
          <ChangedBy keys={partsOf(field).map(fieldKey)} writers={writers} />
        </li>
      ))}
    </ul>
  );
}

const signs = { same: '', added: '+', removed: '−', moved: '⇅', left: '⇅', 'set-otherwise': '±', changed: '' } as const;

function Paragraph({ shown, changes, writers }: { shown: ShownBlock; changes: number; writers: Writers }) {
  const t = useT();
  const { kind, block, change, stretches, move } = shown;
  const words = kind === 'same' || kind === 'changed' ? null : t(`history.paragraph.${kind}`, { n: move ?? 0 });
  return (
    <div className={cx(styles.paragraph, styles[kind])} style={{ marginInlineStart: `${levelOf(block) * 1.5}em` }}>
      {words !== null && (
        <p className={styles.label} {...placeOf(change)}>
          <span aria-hidden="true">{signs[kind]} </span>
          {words} <ChangeNumber change={change} changes={changes} />
        </p>
      )}
      {kind !== 'left' && (
        <p dir="auto">
          {block.kind === 'bullet' && <span aria-hidden="true">• </span>}
          {block.number !== undefined && <span className={styles.number}>{block.number}. </span>}
          {stretches.map((stretch) => (
            <Words key={stretch.key} stretch={stretch} isWhole={kind === 'added' || kind === 'removed'} />
          ))}
        </p>
      )}
      {kind !== 'same' && kind !== 'left' && (
        <ChangedBy keys={block.id === undefined ? [] : [block.id]} writers={writers} />
      )}
    </div>
  );
}

const levelOf = ({ kind, level }: ShownBlock['block']): number => (kind === 'paragraph' ? 0 : level + 1);
const placeOf = (change: number | null) => (change === null ? {} : { 'data-change': change, tabIndex: -1 });

function ChangeNumber({ change, changes }: { change: number | null; changes: number }) {
  const t = useT();
  return change !== null && <VisuallyHidden>{t('history.change', { n: change, of: changes })}</VisuallyHidden>;
}

/** Words with what became of them; in a paragraph that came or went as a whole, its label says it once. */
function Words({ stretch, isWhole }: { stretch: ShownStretch; isWhole: boolean }) {
  const t = useT();
  const { kind, runs, move, change } = stretch;
  const letters = runs.map((run, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no names, and none is ever moved among these.
    <Letters key={at} run={run} />
  ));
  if (kind === 'same') return <span>{letters}</span>;
  const Mark = kind === 'added' ? 'ins' : 'del';
  if (isWhole && move === null) return <Mark className={styles.words}>{letters}</Mark>;
  const words = move === null ? t(`history.words.${kind}`) : t(`history.passage.${kind}`, { n: move });
  const sign = kind === 'added' ? '+' : '−';
  return (
    <Mark className={cx(styles.words, move !== null && styles.passage)} title={words} {...placeOf(change)}>
      <VisuallyHidden>{words} </VisuallyHidden>
      <span className={styles.sign} aria-hidden="true">
        {move === null ? sign : `⇅${move} ${sign}`}
      </span>
      {letters}
      <VisuallyHidden> {t('history.words.end')} </VisuallyHidden>
    </Mark>
  );
}

function Letters({ run }: { run: Run }) {
  const t = useT();
  if (run.opens !== undefined)
    return (
      <span className={styles.bracket}>
        <VisuallyHidden>{t('parts.draft.bracket')} </VisuallyHidden>[
      </span>
    );
  if (run.closes !== undefined) return <span className={styles.bracket}>]</span>;
  const words = run.italic ? <em>{run.text}</em> : run.text;
  return (
    <>
      {run.bold ? <strong>{words}</strong> : words}
      {run.note !== undefined && <small> ({t('history.note', { note: run.note })}) </small>}
    </>
  );
}
