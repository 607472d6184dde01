import type { Measure } from '@shared/domain/itemFields.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { useField } from '../useFieldDesk.ts';
import { Marked, useFieldError } from './Marked.tsx';
import { MeasureFields } from './MeasureFields.tsx';

const most = 10;
const blank: Measure = {
  indicator: null,
  ...{ text: '', unit: '', baseline: '', target: '', source: '', isDisaggregated: false },
};

/** How one can tell whether it happened: up to ten measures. One that says nothing yet is not sent. */
export function MeasuresField({ itemId, saved }: { itemId: string; saved: readonly Measure[] }) {
  const t = useT();
  const state = useField<readonly Measure[]>(itemId, 'measures', saved);
  const error = useFieldError('measures', state);
  const [isAdding, setAdding] = useState(false);
  const shown = isAdding || state.value.length === 0 ? [...state.value, blank] : state.value;
  const change = (at: number, measure: Measure, isChoice: boolean) => {
    const next = shown.map((each, place) => (place === at ? measure : each)).filter(saysSomething);
    if (at >= state.value.length) setAdding(!saysSomething(measure));
    if (isChoice) state.choose(next);
    else state.type(next);
  };
  const remove = (at: number) => {
    setAdding(false);
    if (at < state.value.length) state.choose(state.value.filter((_each, place) => place !== at));
  };
  return (
    <Marked phase={state.phase}>
      {shown.map((measure, at) => (
        <MeasureFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a measure has no name, and its fields keep the focus by their place.
          key={at}
          number={at + 1}
          measure={measure}
          onType={(next) => change(at, next, false)}
          onChoose={(next) => change(at, next, true)}
          onLeave={state.leave}
          {...(saysSomething(measure) || state.value.length > 0 ? { onRemove: () => remove(at) } : {})}
        />
      ))}
      {error && <FieldError id={`${itemId}-measures-error`}>{error}</FieldError>}
      {!isAdding && state.value.length > 0 && state.value.length < most && (
        <Button kind="plain" icon="add" onClick={() => setAdding(true)}>
          {t('room.measure.add')}
        </Button>
      )}
    </Marked>
  );
}

const saysSomething = (measure: Measure) =>
  measure.indicator !== null ||
  measure.isDisaggregated ||
  [measure.text, measure.unit, measure.baseline, measure.target, measure.source].some((part) => part !== '');
