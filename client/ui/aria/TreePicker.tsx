import { type ReactNode, useState } from 'react';
import { Button as AriaButton, Collection, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import { AriaLocale } from './AriaLocale.tsx';
import styles from './TreePicker.module.css';

/** A line of a tree: a choice, a heading, or something to be read, with what stands under it. */
export interface TreeOption {
  value: string;
  /** Read first, such as a code. */
  label: string;
  detail?: string;
  mark?: ReactNode;
  isChoice: boolean;
  children: readonly TreeOption[];
}

interface TreePickerProps {
  label: string;
  options: readonly TreeOption[];
  /** Which lines stand open at first. */
  open: ReadonlySet<string>;
  values: readonly string[];
  onChange: (values: string[]) => void;
  max: number;
}

/** Choices out of a tree. Arrows go about and open, Enter and Space choose; by finger the sign opens, the line chooses. */
export function TreePicker({ label, options, open, values, onChange, max }: TreePickerProps) {
  const t = useT();
  const [expanded, setExpanded] = useState(open);
  const toggle = (value: string) =>
    setExpanded(
      (before) => new Set(before.has(value) ? [...before].filter((each) => each !== value) : [...before, value]),
    );
  const isFull = max > 1 && values.length >= max;
  const isShut = ({ value, isChoice }: TreeOption) => !isChoice || (isFull && !values.includes(value));
  return (
    <AriaLocale>
      <Tree<TreeOption>
        aria-label={label}
        className={cx(styles.tree)}
        items={options}
        expandedKeys={expanded}
        onExpandedChange={(keys) => setExpanded(new Set([...keys].map(String)))}
        selectionMode={max > 1 ? 'multiple' : 'single'}
        selectionBehavior="toggle"
        disabledBehavior="selection"
        disabledKeys={lines(options)
          .filter(isShut)
          .map(({ value }) => value)}
        selectedKeys={values}
        onSelectionChange={(keys) => {
          // Everything at once is nobody's choice.
          if (keys !== 'all') onChange([...keys].map(String));
        }}
        renderEmptyState={() => <p className={styles.none}>{t('ui.picker.none')}</p>}
      >
        {branchOf(toggle)}
      </Tree>
    </AriaLocale>
  );
}

const lines = (options: readonly TreeOption[]): TreeOption[] =>
  options.flatMap((option) => [option, ...lines(option.children)]);

/** A line with what is under it; the whole of a line that is no choice opens and shuts it. */
function branchOf(toggle: (value: string) => void) {
  const branch = ({ value, label, detail = '', mark, isChoice, children }: TreeOption) => (
    <TreeItem
      key={value}
      id={value}
      textValue={`${label} ${detail}`}
      className={cx(styles.line, !isChoice && styles.heading)}
      {...(!isChoice && children.length > 0 && { onAction: () => toggle(value) })}
    >
      <TreeItemContent>
        {({ hasChildItems, isSelected }) => (
          <div className={styles.content}>
            {hasChildItems ? (
              <AriaButton slot="chevron" className={cx(styles.opener)}>
                <Icon name="expand" />
              </AriaButton>
            ) : (
              <span className={styles.opener} />
            )}
            {isChoice && (
              <span className={cx(styles.box, isSelected && styles.checked)}>
                {isSelected && <Icon name="check" />}
              </span>
            )}
            <span className={styles.words}>
              <span className={styles.label}>
                <bdi>{label}</bdi> {mark}
              </span>
              {detail && <bdi className={styles.detail}>{detail}</bdi>}
            </span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={children}>{branch}</Collection>
    </TreeItem>
  );
  return branch;
}
