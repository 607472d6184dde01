import { useContext, useMemo } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import { useT } from '../../i18n/I18n.tsx';
import { cx } from '../cx.ts';
import field from '../Field.module.css';
import { FieldError, type FieldProps } from '../Field.tsx';
import { Icon } from '../Icon.tsx';
import { AriaLocale } from './AriaLocale.tsx';
import { OptionList } from './OptionList.tsx';
import { holdsWords, type PickerOption, searchable, searchText } from './optionSearch.ts';
import styles from './Picker.module.css';

export interface ComboBoxProps extends FieldProps {
  value: string | null;
  onChange: (value: string | null) => void;
  options: readonly PickerOption[];
  placeholder?: string;
  disabled?: boolean;
}

/** One choice of a long list, found by typing; leaving without choosing keeps what was chosen, emptying clears it. */
export function ComboBox(props: ComboBoxProps) {
  const { value, onChange, options, error } = props;
  // The filter is handed the label alone, yet codes, short forms and other names shall find it too.
  const words = useMemo(() => new Map(options.map((option) => [option.label, searchText(option)])), [options]);
  return (
    <AriaLocale>
      <AriaComboBox<PickerOption>
        className={cx(field.field, error && field.wrong)}
        aria-label={props.label}
        defaultItems={options}
        defaultFilter={(label, query) => holdsWords(words.get(label) ?? searchable(label), query)}
        value={value}
        onChange={(key) => onChange(key === null ? null : String(key))}
        allowsEmptyCollection
        isInvalid={Boolean(error)}
        isDisabled={props.disabled ?? false}
      >
        <PickerFrame {...props} />
        <OptionList />
      </AriaComboBox>
    </AriaLocale>
  );
}

/** Label, hint, search field and error of a picker. */
export function PickerFrame(props: FieldProps & { placeholder?: string }) {
  const t = useT();
  const state = useContext(ComboBoxStateContext);
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
        <Input
          className={cx(field.control)}
          placeholder={props.placeholder ?? ''}
          // A press opens the list; passing by with Tab does not.
          onClick={() => state?.open(null, 'manual')}
        />
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
