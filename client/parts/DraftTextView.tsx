import type { DraftText } from '@shared/domain/draftText.ts';
import { useId, useMemo } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './DraftTextView.module.css';
import { type LaidBlock, layOut, type Node, nest, type Piece } from './draftLayout.ts';
import { useDelegationNames } from './useDelegationNames.ts';

export interface DraftTextViewProps {
  draft: DraftText;
  /** `wall` is read from the end of a hall. */
  size?: 'page' | 'wall';
  /** Writes beside each bracket whose it is, where that is known; the title says it in any case. */
  withAttributions?: boolean;
}

/** A draft's text set for reading: serif, brackets outlined with who put them there, footnotes numbered below. */
export function DraftTextView({ draft, size = 'page', withAttributions = false }: DraftTextViewProps) {
  const t = useT();
  const id = useId();
  const { blocks, notes } = useMemo(() => layOut(draft), [draft]);
  const nodes = useMemo(() => nest(blocks), [blocks]);
  if (blocks.every(({ pieces }) => pieces.length === 0))
    return <p className={styles.nothing}>{t('parts.draft.empty')}</p>;
  return (
    <div className={cx(styles.text, styles[size])}>
      <Nodes nodes={nodes} noteId={id} withAttributions={withAttributions} />
      {notes.length > 0 && (
        <ol className={styles.notes} dir="auto" aria-label={t('parts.draft.notes')}>
          {notes.map((note, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a footnote is known by its number.
            <li key={at} id={`${id}-note-${at + 1}`}>
              <span className={styles.noteNumber} aria-hidden="true">
                {at + 1}
              </span>
              <span>
                {note}{' '}
                <a
                  href={`#${id}-call-${at + 1}`}
                  className={styles.back}
                  aria-label={t('parts.draft.back', { n: at + 1 })}
                >
                  ↑
                </a>
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

interface Setting {
  noteId: string;
  withAttributions: boolean;
}

function Nodes({ nodes, ...setting }: { nodes: readonly Node[] } & Setting) {
  return nodes.map((node) => {
    if (node.kind === 'paragraph')
      return (
        <p key={node.block.key} dir="auto">
          <Line block={node.block} {...setting} />
        </p>
      );
    const List = node.kind === 'bullet' ? 'ul' : 'ol';
    return (
      <List key={node.key} dir="auto">
        {node.entries.map(({ block, below }) => (
          <li key={block.key}>
            <Line block={block} {...setting} />
            <Nodes nodes={below} {...setting} />
          </li>
        ))}
      </List>
    );
  });
}

function Line({ block, ...setting }: { block: LaidBlock } & Setting) {
  if (block.pieces.length === 0) return <br />;
  return block.pieces.map((piece) =>
    piece.bracket ? (
      <Bracket key={piece.key} piece={piece} bracket={piece.bracket} {...setting} />
    ) : (
      <Runs key={piece.key} piece={piece} noteId={setting.noteId} />
    ),
  );
}

function Bracket(props: { piece: Piece; bracket: NonNullable<Piece['bracket']> } & Setting) {
  const { piece, bracket, noteId, withAttributions } = props;
  const t = useT();
  const nameOf = useDelegationNames();
  const whose =
    bracket.by === null ? t('parts.draft.bracket') : t('parts.draft.bracketBy', { name: nameOf(bracket.by) });
  return (
    <>
      <span className={styles.bracket} title={whose}>
        {bracket.opens && (
          <>
            <VisuallyHidden>{whose} </VisuallyHidden>
            <span className={styles.sign}>[</span>
          </>
        )}
        <Runs piece={piece} noteId={noteId} />
        {bracket.closes && <span className={styles.sign}>]</span>}
      </span>
      {bracket.closes && withAttributions && bracket.by !== null && (
        <bdi className={styles.by} aria-hidden="true">
          {nameOf(bracket.by)}
        </bdi>
      )}
    </>
  );
}

function Runs({ piece, noteId }: { piece: Piece; noteId: string }) {
  const t = useT();
  return piece.runs.map(({ key, run, noteNumber }) => {
    const words = run.italic ? <em>{run.text}</em> : run.text;
    return (
      <span key={key}>
        {run.bold ? <strong>{words}</strong> : words}
        {noteNumber !== null && (
          <sup className={styles.call}>
            <a
              id={`${noteId}-call-${noteNumber}`}
              href={`#${noteId}-note-${noteNumber}`}
              aria-label={t('parts.draft.note', { n: noteNumber })}
            >
              {noteNumber}
            </a>
          </sup>
        )}
      </span>
    );
  });
}
