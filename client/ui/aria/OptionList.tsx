import { ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import menu from './Menu.module.css';
import { type PickerOption, shownAtMost } from './optionSearch.ts';
import styles from './Picker.module.css';

/** The list that hangs below a search field; given options it is shortened to what one reads. */
export function OptionList({ options }: { options?: readonly PickerOption[] }) {
  const t = useT();
  const more = (options?.length ?? 0) - shownAtMost;
  return (
    <Popover className={cx(menu.popover, styles.popover)}>
      <ListBox
        className={cx(menu.menu)}
        {...(options && { items: options.slice(0, shownAtMost) })}
        renderEmptyState={() => <p className={styles.none}>{t('ui.picker.none')}</p>}
      >
        {(option: PickerOption) => (
          <ListBoxItem id={option.value} textValue={option.label} className={cx(menu.item)}>
            {option.mark}
            <span className={menu.words}>
              <Text slot="label">{option.label}</Text>
              {option.detail && (
                <Text slot="description" className={cx(menu.hint)}>
                  {option.detail}
                </Text>
              )}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      {more > 0 && <p className={styles.none}>{t('ui.picker.more', { n: more })}</p>}
    </Popover>
  );
}
