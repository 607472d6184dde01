import { useState } from 'react';
import { Button as AriaButton, ComboBox as AriaComboBox, Input, Label, Text } from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import { FieldError, type FieldProps } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { AriaLocale } from './AriaLocale.tsx';
import { OptionList } from './OptionList.tsx';
import { optionsMatching, type PickerOption } from './optionSearch.ts';
import styles from './Picker.module.css';

export interface ComboBoxProps extends FieldProps {
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly PickerOption[];
  placeholder?: string;
  disabled?: boolean;
}

/** One choice of a long list, found by typing; leaving without choosing keeps what was chosen. */
export function ComboBox(props: ComboBoxProps) {
  const { value, onChange, options, error } = props;
  const chosen = options.find((option) => option.value === value);
  const [query, setQuery] = useState<string | null>(null);
  const shown = query ?? chosen?.label ?? '';
  // Opened on a choice, the list shows everything, not only that choice.
  const found = query === null || query === chosen?.label ? [...options] : optionsMatching(options, query);
  return (
    <AriaLocale>
      <AriaComboBox<PickerOption>
        className={cx(field.field, error && field.wrong)}
        aria-label={props.label}
        items={found}
        value={value}
        onChange={(key) => {
          setQuery(null);
          if (key !== null || query === '') onChange(key === null ? null : String(key));
        }}
        inputValue={shown}
        onInputChange={setQuery}
        onBlur={() => setQuery(null)}
        menuTrigger="focus"
        allowsEmptyCollection
        isInvalid={Boolean(error)}
        isDisabled={props.disabled ?? false}
      >
        <PickerFrame {...props} />
        <OptionList options={found} />
      </AriaComboBox>
    </AriaLocale>
  );
}

/** Label, hint, search field and error of a picker. */
export function PickerFrame(props: FieldProps & { placeholder?: string }) {
  const t = useT();
  return (
    <>
      {!props.labelHidden && (
        <Label className={cx(field.label)}>
          {props.label}
          {props.optional && <span className={field.optional}> {t('ui.field.optional')}</span>}
        </Label>
      )}
      {props.hint && (
        <Text slot="description" className={cx(field.hint)}>
          {props.hint}
        </Text>
      )}
      <div className={cx(field.withIcon, styles.search)}>
        <Icon name="search" />
        <Input className={cx(field.control)} placeholder={props.placeholder ?? ''} dir="auto" />
        <AriaButton className={cx(styles.opener)}>
          <Icon name="expand" />
        </AriaButton>
      </div>
      {props.error && (
        <Text slot="errorMessage">
          <FieldError id={`error-${props.label}`}>{props.error}</FieldError>
        </Text>
      )}
    </>
  );
}
