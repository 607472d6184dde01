import type { Board } from '@shared/domain/board.ts';
import type { ItemId } from '@shared/domain/kernel/ids.ts';
import { type LineageNode, lineageOf } from '@shared/domain/lineageGraph.ts';
import { useMemo } from 'react';
import { useLang, useT } from '../../i18n/I18n.tsx';
import { useMadeBy } from '../../parts/useMadeBy.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './LineageGraph.module.css';
import { box, branchesOf, type LineageBranch, type LineageLayout, layOutLineage } from './lineageLayout.ts';
import { Restore } from './Restore.tsx';

/** Where an item comes from and what it became: drawn, and as a list for those who listen. */
export function LineageGraph({ itemId }: { itemId: ItemId }) {
  const t = useT();
  const { dir } = useLang();
  const plenary = useReplica((state) => state.plenary);
  const lineage = useMemo(() => lineageOf(plenary, itemId), [plenary, itemId]);
  const layout = useMemo(() => layOutLineage(lineage, dir === 'rtl'), [lineage, dir]);
  if (lineage.nodes.length === 0) return null;
  return (
    <Section title={t('board.lineage.heading')} level={3}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide graph is scrolled by keyboard too */}
      <section className={styles.frame} aria-label={t('board.lineage.graph')} tabIndex={0}>
        <svg
          className={styles.graph}
          width={layout.width + 4}
          height={layout.height + 4}
          viewBox={`-2 -2 ${layout.width + 4} ${layout.height + 4}`}
          role="presentation"
        >
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: shapes take no focus, and the list below says the same */}
          <g aria-hidden="true">
            <Lines layout={layout} />
            <Nodes layout={layout} itemId={itemId} />
          </g>
          <WaysBack layout={layout} items={plenary.board.items} />
        </svg>
        <VisuallyHidden>
          <Branches branches={branchesOf(lineage)} />
        </VisuallyHidden>
      </section>
    </Section>
  );
}

function Lines({ layout }: { layout: LineageLayout }) {
  const t = useT();
  return layout.lines.map(({ from, to, as }) => {
    const [x1, y1] = [from.x + box.width / 2, from.y + box.height];
    const [x2, y2] = [to.x + box.width / 2, to.y];
    const middle = (y1 + y2) / 2;
    return (
      <g key={`${from.node.id} ${to.node.id} ${as}`} className={styles.line}>
        <path d={`M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2 - 6}`} />
        <polygon points={`${x2},${y2} ${x2 - 4},${y2 - 7} ${x2 + 4},${y2 - 7}`} />
        <text x={(x1 + x2) / 2} y={middle + 4}>
          {t(`board.lineage.${as}`)}
        </text>
      </g>
    );
  });
}

function Nodes({ layout, itemId }: { layout: LineageLayout; itemId: ItemId }) {
  const wordsOf = useNodeWords();
  return layout.nodes.map(({ node, x, y }) => {
    const { first, second, whole } = wordsOf(node);
    return (
      <g
        key={node.id}
        className={styles.node}
        data-kind={node.kind}
        data-own={(node.kind === 'version' && node.itemId === itemId && !node.isSuperseded) || undefined}
        data-old={(node.kind === 'version' && node.isSuperseded) || undefined}
      >
        <title>{whole}</title>
        <rect x={x} y={y} width={box.width} height={box.height} rx={4} />
        <text x={x + box.width / 2} y={y + (second ? 19 : 27)}>
          {shortened(first)}
        </text>
        {second && (
          <text x={x + box.width / 2} y={y + 35}>
            {second}
          </text>
        )}
      </g>
    );
  });
}

/** At each item that has become part of another, or several: the way back, for those who may go it. */
function WaysBack({ layout, items }: { layout: LineageLayout; items: Board['items'] }) {
  return layout.nodes.map(({ node, x, y }) => {
    const item = node.kind === 'version' && !node.isSuperseded ? items[node.itemId] : undefined;
    if (!item?.gone) return null;
    return (
      <foreignObject key={node.id} x={x + box.width - 34} y={y + box.height - 20} width={34} height={34}>
        <Restore item={item} isSmall />
      </foreignObject>
    );
  });
}

function Branches({ branches }: { branches: readonly LineageBranch[] }) {
  const t = useT();
  const wordsOf = useNodeWords();
  return (
    <ul>
      {branches.map(({ node, as, branches: below }) => {
        const { whole } = wordsOf(node);
        return (
          <li key={`${node.id} ${as}`}>
            {as && `${t(`board.lineage.${as}`)}: `}
            {whole}
            {node.kind === 'version' && node.isSuperseded && ` (${t('board.lineage.superseded')})`}
            {below.length > 0 && <Branches branches={below} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The two lines of a box, and what is said of it where there is room for more. */
function useNodeWords(): (node: LineageNode) => { first: string; second: string | null; whole: string } {
  const t = useT();
  const withMaker = useMadeBy();
  return (node) => {
    if (node.kind !== 'version') {
      const first =
        node.kind === 'room'
          ? t('board.lineage.room', { round: node.round, room: node.number })
          : t('board.lineage.paragraph', { number: node.number });
      return { first, second: null, whole: first };
    }
    const version = t('board.version', { n: node.version });
    const [second, long] = (['short', 'long'] as const).map((form) => withMaker(version, node.amendedBy, form));
    return { first: node.title, second: second ?? version, whole: `${node.title}, ${long}` };
  };
}

const longest = 24;

function shortened(words: string): string {
  const letters = [...words];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : words;
}
