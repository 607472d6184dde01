import { useContext, useEffect, useRef, useState } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Tag,
  TagGroup,
  TagList,
} from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import type { FieldProps } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { AriaLocale } from './AriaLocale.tsx';
import { PickerFrame } from './ComboBox.tsx';
import { OptionList } from './OptionList.tsx';
import { optionsMatching, type PickerOption } from './optionSearch.ts';
import styles from './Picker.module.css';

export interface TagPickerProps extends FieldProps {
  values: readonly string[];
  onChange: (values: string[]) => void;
  options: readonly PickerOption[];
  /** Finds by more than the words of `options`, such as other languages; `options` then only names what is chosen. */
  find?: (query: string) => readonly PickerOption[];
  /** Called when the list opens: what is large comes then. */
  onOpen?: () => void;
  placeholder?: string;
  max?: number;
  disabled?: boolean;
}

/** Several choices of a long list: search adds, a chip's cross or Delete takes away. */
export function TagPicker(props: TagPickerProps) {
  const { values, onChange, options, error, max = Number.POSITIVE_INFINITY } = props;
  const [query, setQuery] = useState('');
  const isOpen = (option: PickerOption) => !values.includes(option.value);
  const found = props.find ? props.find(query).filter(isOpen) : optionsMatching(options.filter(isOpen), query);
  return (
    <AriaLocale>
      <div className={styles.picker}>
        <AriaComboBox<PickerOption>
          className={cx(field.field, error && field.wrong)}
          aria-label={props.label}
          items={found}
          value={null}
          onChange={(key) => {
            // Leaving without a choice also comes here, with null: the words are cleared, else the list would open again.
            setQuery('');
            if (key !== null && values.length < max) onChange([...values, String(key)]);
          }}
          inputValue={query}
          // The words that a choice clears must not open the list again.
          menuTrigger={query === '' ? 'manual' : 'input'}
          onInputChange={setQuery}
          onOpenChange={(isNowOpen) => isNowOpen && props.onOpen?.()}
          allowsEmptyCollection
          isInvalid={Boolean(error)}
          isDisabled={props.disabled === true || values.length >= max}
        >
          <PickerFrame {...props} />
          <OptionList options={found} />
          <ClosesAfterChoice count={values.length} />
        </AriaComboBox>
        <Chips {...props} />
      </div>
    </AriaLocale>
  );
}

/** A choice closes the list, as the value of the field itself stays empty; typing opens it again. */
function ClosesAfterChoice({ count }: { count: number }) {
  const state = useContext(ComboBoxStateContext);
  const close = useRef<() => void>(undefined);
  close.current = () => state?.close();
  const before = useRef(count);
  useEffect(() => {
    if (count !== before.current) close.current?.();
    before.current = count;
  }, [count]);
  return null;
}

function Chips({ label, values, onChange, options, disabled }: TagPickerProps) {
  const t = useT();
  if (values.length === 0) return null;
  const byValue = new Map(options.map((option) => [option.value, option]));
  const chips = values.map((value) => byValue.get(value) ?? { value, label: value });
  const removal = disabled
    ? {}
    : { onRemove: (keys: Set<string | number>) => onChange(values.filter((value) => !keys.has(value))) };
  return (
    <TagGroup aria-label={t('ui.picker.chosen', { label })} {...removal}>
      <TagList items={chips} className={cx(styles.chips)}>
        {(option) => (
          <Tag id={option.value} textValue={option.label} className={cx(styles.chip)}>
            {option.mark}
            <span className={styles.chipWords}>{option.label}</span>
            {!disabled && (
              <AriaButton slot="remove" className={cx(styles.remove)}>
                <Icon name="close" />
              </AriaButton>
            )}
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
