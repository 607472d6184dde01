import type { Measure } from '@shared/domain/itemFields.ts';
import { useT } from '../../../i18n/I18n.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { longest } from '../fieldProblem.ts';
import styles from './Fields.module.css';
import { ListPicker } from './ListPicker.tsx';
import { useFieldList } from './useFieldList.ts';
import { useIndicatorUnit } from './useIndicatorUnit.ts';

const facts = ['unit', 'baseline', 'target', 'source'] as const;

/** One measure: an indicator of Agenda 2030 or one's own words, its numbers, where they come from, how they are broken down. */
export function MeasureFields(props: {
  number: number;
  measure: Measure;
  onType: (measure: Measure) => void;
  onChoose: (measure: Measure) => void;
  onLeave: () => void;
  onRemove?: () => void;
}) {
  const { number, measure, onType, onChoose, onLeave, onRemove } = props;
  const t = useT();
  const list = useFieldList('indicator');
  const unitOf = useIndicatorUnit();
  const chosen = measure.indicator === null ? [] : [measure.indicator];
  // A unit that nobody wrote goes with the indicator that suggested it.
  const withIndicator = (indicator: string | null): Measure => {
    const isOwn = measure.unit !== '' && measure.unit !== unitOf(measure.indicator);
    return { ...measure, indicator, unit: isOwn ? measure.unit : unitOf(indicator) };
  };
  return (
    <fieldset className={styles.measure}>
      <legend className={styles.measureHead}>
        <span className={styles.measureTitle}>{t('room.measure.title', { n: number })}</span>
      </legend>
      <ListPicker
        label={t('room.measure.indicator')}
        values={chosen}
        onChange={(values) => onChoose(withIndicator(values.at(-1) ?? null))}
        {...{ list, max: 1 }}
      />
      <TextArea
        label={t('room.measure.text')}
        rows={2}
        value={measure.text}
        onChange={(text) => onType({ ...measure, text })}
        onBlur={onLeave}
        {...(measure.text.length > longest.text * 0.8 ? { limit: longest.text } : {})}
      />
      <div className={styles.quarter}>
        {facts.map((fact) => (
          <TextField
            key={fact}
            label={t(`room.measure.${fact}`)}
            maxLength={longest[fact]}
            value={measure[fact]}
            onChange={(value) => onType({ ...measure, [fact]: value })}
            onBlur={onLeave}
          />
        ))}
      </div>
      <div className={styles.measureHead}>
        <Checkbox
          label={t('room.measure.disaggregated')}
          checked={measure.isDisaggregated}
          onChange={(isDisaggregated) => onChoose({ ...measure, isDisaggregated })}
        />
        {onRemove && <IconButton icon="delete" label={t('room.measure.remove', { n: number })} onClick={onRemove} />}
      </div>
    </fieldset>
  );
}
