import {
  Button as AriaButton,
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components';
import { buttonClass } from '../Button.tsx';
import { cx } from '../cx.ts';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../icons.ts';
import { AriaLocale } from './AriaLocale.tsx';
import styles from './Menu.module.css';

/** One act of a menu. */
export interface MenuAct<Key extends string> {
  key: Key;
  label: string;
  icon?: IconName;
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Acts with the same group stand under it. */
  group?: string;
}

export interface MenuProps<Key extends string> {
  label: string;
  /** Only the sign is shown; the label is said. */
  labelHidden?: boolean;
  icon?: IconName;
  items: readonly MenuAct<Key>[];
  onAct: (key: Key) => void;
}

/** Less frequent acts behind one button. */
export function Menu<Key extends string>({ label, labelHidden = false, icon = 'more', items, onAct }: MenuProps<Key>) {
  const groups = [...new Set(items.map((item) => item.group))];
  return (
    <AriaLocale>
      <MenuTrigger>
        <AriaButton
          aria-label={label}
          className={cx(buttonClass({ kind: labelHidden ? 'plain' : 'quiet' }), labelHidden && styles.square)}
        >
          <Icon name={icon} />
          {!labelHidden && <span>{label}</span>}
        </AriaButton>
        <Popover className={cx(styles.popover)}>
          <AriaMenu
            className={cx(styles.menu)}
            disabledKeys={items.filter((item) => item.disabled).map((item) => item.key)}
            onAction={(pressed) => {
              const item = items.find(({ key }) => key === pressed);
              if (item) onAct(item.key);
            }}
          >
            {groups.map((group) => {
              const acts = items.filter((item) => item.group === group).map(toMenuItem);
              if (group === undefined) return acts;
              return (
                <MenuSection key={group} className={cx(styles.section)}>
                  <Header className={styles.header}>{group}</Header>
                  {acts}
                </MenuSection>
              );
            })}
          </AriaMenu>
        </Popover>
      </MenuTrigger>
    </AriaLocale>
  );
}

function toMenuItem(item: MenuAct<string>) {
  return (
    <MenuItem
      key={item.key}
      id={item.key}
      textValue={item.label}
      className={cx(styles.item, item.danger && styles.danger)}
    >
      {item.icon && <Icon name={item.icon} />}
      <span className={styles.words}>
        <Text slot="label">{item.label}</Text>
        {item.hint && (
          <Text slot="description" className={cx(styles.hint)}>
            {item.hint}
          </Text>
        )}
      </span>
    </MenuItem>
  );
}
