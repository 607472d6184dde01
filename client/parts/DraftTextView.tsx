import { attributionOf, type SignPiece, type WordsPiece } from '@shared/domain/draftLayout.ts';
import type { DraftText } from '@shared/domain/draftText.ts';
import { type ReactNode, useId, useMemo } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { cx } from '../ui/cx.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './DraftTextView.module.css';
import { type LaidBlock, type LaidPiece, layOut, type Node, nest } from './draftLayout.ts';
import { useBracketWording, useShortWording } from './useBracketWording.ts';

export interface DraftTextViewProps {
  draft: DraftText;
  /** `wall` is read from the end of a hall. */
  size?: 'page' | 'wall';
  /** Writes in each bracket who stands how to it, where that is known; the title says it in any case. */
  withAttributions?: boolean;
  /** Sets words in another way than as they are, such as with their terms marked. */
  mark?: Mark;
}

/** `line` is the whole paragraph, where every sign counts as one character, and `at` how much of it stands before the words. */
type Mark = (piece: { text: string; line: string; at: number }) => ReactNode;

const asTheyAre: Mark = ({ text }) => text;

/** A draft's text set for reading: serif, brackets outlined with who put them there, footnotes numbered below. */
export function DraftTextView(props: DraftTextViewProps) {
  const { draft, size = 'page', withAttributions = false, mark = asTheyAre } = props;
  const t = useT();
  const id = useId();
  const { blocks, notes } = useMemo(() => layOut(draft), [draft]);
  const nodes = useMemo(() => nest(blocks), [blocks]);
  if (blocks.every(({ pieces }) => pieces.length === 0))
    return <p className={styles.nothing}>{t('parts.draft.empty')}</p>;
  return (
    <div className={cx(styles.text, styles[size])}>
      <Nodes nodes={nodes} noteId={id} withAttributions={withAttributions} isShort={size === 'wall'} mark={mark} />
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
  /** Of many names the first: from the end of a hall nobody reads forty. */
  isShort: boolean;
  mark: Mark;
}

/** Stands for a sign between two letters. */
const sign = '\ufffc';

const lettersOf = ({ piece }: LaidPiece) => (piece.as === 'words' ? piece.text : sign);

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
  const t = useT();
  if (block.pieces.length === 0) return <br />;
  const line = block.pieces.map(lettersOf).join('');
  const placeOf = (index: number) => block.pieces.slice(0, index).map(lettersOf).join('').length;
  return (
    <>
      {block.number !== null && <span className={styles.number}>{block.number}.</span>}
      {block.pieces.map((laid, index) => (
        <Around key={laid.key} within={laid.within}>
          {'noteNumber' in laid ? (
            <Words block={block.key} piece={laid.piece} noteNumber={laid.noteNumber} noteId={setting.noteId}>
              {setting.mark({ text: laid.piece.text, line, at: placeOf(index) })}
            </Words>
          ) : (
            <Sign piece={laid.piece} withAttributions={setting.withAttributions} isShort={setting.isShort} />
          )}
        </Around>
      ))}
      {block.status && <bdi className={styles.status}>{t(`text.status.${block.status}`)}</bdi>}
    </>
  );
}

/** The brackets around a piece: each outlines it once more. */
function Around({ within, children }: { within: LaidPiece['within']; children: ReactNode }): ReactNode {
  return within.reduceRight<ReactNode>(
    (inner, { id, facts }) => (
      <span key={id} className={cx(styles.bracket, styles[facts.kind])}>
        {inner}
      </span>
    ),
    children,
  );
}

function Sign({ piece, withAttributions, isShort }: { piece: SignPiece } & Omit<Setting, 'noteId' | 'mark'>) {
  const t = useT();
  const wording = useBracketWording();
  const { facts, number } = piece;
  const shortWording = useShortWording();
  const whose = attributionOf(facts, wording);
  const label = wording.label(facts.kind, number ?? 1);
  // What is to go, or could bridge, are the words; not the signs around them.
  const look = cx(styles.bracket, facts.kind !== 'deletion' && facts.kind !== 'bridge' && styles[facts.kind]);
  if (piece.as === 'closes')
    return (
      <span className={look} title={whose}>
        {withAttributions && whose && (
          <bdi className={styles.by}>({isShort ? attributionOf(facts, shortWording) : whose})</bdi>
        )}
        <span className={styles.sign}>]</span>
      </span>
    );
  return (
    <span className={look} title={whose} data-bracket={piece.id}>
      <VisuallyHidden>{t('parts.draft.bracket')} </VisuallyHidden>
      <span className={styles.sign}>[</span>
      {label && <bdi className={styles.label}>{label}</bdi>}
      {!withAttributions && whose && <VisuallyHidden>{whose} </VisuallyHidden>}
    </span>
  );
}

function Words(props: {
  block: string;
  piece: WordsPiece;
  noteNumber: number | null;
  noteId: string;
  children: ReactNode;
}) {
  const { block, piece, noteNumber, noteId, children } = props;
  const t = useT();
  const words = piece.isItalic ? <em>{children}</em> : children;
  // Passages are found on the page by the place of their block.
  return (
    <span data-block={block}>
      {piece.isBold ? <strong>{words}</strong> : words}
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
}
