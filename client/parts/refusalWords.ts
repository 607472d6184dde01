import type { Refusal } from '@shared/domain/kernel/slice.ts';
import { stages, steps } from '@shared/domain/kernel/words.ts';
import type { Translate, Values } from '@shared/i18n/translate.ts';

/** A refusal as a rule gives it or as the server answers it. */
export type Refused = Refusal | { ok: false; code: string; details?: Record<string, unknown> };

/** The sentence of a refusal: its code says which, its details fill it in. */
export function refusalWords(refused: Refused, t: Translate, list: (items: readonly string[]) => string): string {
  const code = 'refused' in refused ? refused.refused : refused.code;
  const key = `refusal.${code}`;
  const sentence = t(key, valuesOf(refused.details ?? {}, t, list));
  return sentence === key ? t('parts.refusal.other', { code }) : sentence;
}

function valuesOf(details: Record<string, unknown>, t: Translate, list: (items: readonly string[]) => string): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(details)) {
    if (Array.isArray(value)) values[name] = list(value.map((each) => wordOf(each, t)));
    else if (typeof value === 'number') values[name] = value;
    else if (typeof value === 'string') values[name] = wordOf(value, t);
  }
  return values;
}

const gaps = ['who', 'what', 'when', 'measure'];
const anchors = ['alignment', 'disaggregation', 'instruments'];

// Steps, stages and gaps travel as codes and are read as words.
function wordOf(value: unknown, t: Translate): string {
  const code = String(value);
  if (steps.some((step) => step === code)) return t(`parts.step.${code}`);
  if (gaps.includes(code)) return t(`parts.gap.${code}`);
  if (anchors.includes(code)) return t(`fields.lacking.${code}`);
  return stages.some((stage) => stage === code) ? t(`parts.stage.${code}`) : code;
}
