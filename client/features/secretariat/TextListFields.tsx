import { Button } from '../../ui/Button.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './TextListFields.module.css';

/** Several short texts of one kind, one field each: guiding questions, footnotes. */
export function TextListFields(props: {
  legend: string;
  texts: readonly string[];
  onChange: (texts: string[]) => void;
  labelOf: (number: number) => string;
  removeLabelOf: (number: number) => string;
  addLabel: string;
  /** How many there may be, and how long each. */
  atMost: number;
  limit: number;
  error?: string | undefined;
}) {
  const { texts, onChange, error, limit } = props;
  return (
    <fieldset className={styles.list}>
      <legend>{props.legend}</legend>
      {texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: such a text has no other name than its place.
        <div key={at} className={styles.entry}>
          <TextArea
            label={props.labelOf(at + 1)}
            labelHidden
            rows={2}
            dir="auto"
            value={text}
            onChange={(next) => onChange(texts.map((each, index) => (index === at ? next : each)))}
            // The count is worth a line only when it comes near.
            {...(text.length > 0.8 * limit && { limit })}
          />
          <IconButton
            icon="delete"
            label={props.removeLabelOf(at + 1)}
            onClick={() => onChange(texts.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      {error && <FieldError id={`error-${props.legend}`}>{error}</FieldError>}
      {texts.length < props.atMost && (
        <Button size="small" icon="add" onClick={() => onChange([...texts, ''])}>
          {props.addLabel}
        </Button>
      )}
    </fieldset>
  );
}
