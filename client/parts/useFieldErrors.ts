import { useCallback, useEffect, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { useRefusalWords } from './RefusalNote.tsx';
import type { Refused } from './refusalWords.ts';

/** What is wrong in a form: at which field, and what belongs to none. */
export interface FieldErrors<Field extends string> {
  at: Partial<Record<Field, string>>;
  other: string | null;
}

const nothing = { at: {}, other: null };
const known = ['too_small', 'too_big', 'invalid_format', 'invalid_value'];

/**
 * Puts refusals at the fields that they are about. `placeOf` says which field a code of the rules belongs to; what does not
 * fit the schema names its field itself.
 */
export function useFieldErrors<Field extends string>(fields: readonly Field[], placeOf: Record<string, Field> = {}) {
  const t = useT();
  const words = useRefusalWords();
  const [errors, setErrors] = useState<FieldErrors<Field>>(nothing);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) focusFirstWrong();
  }, [refusals]);
  const take = (refused: Refused) => {
    const { code, details } = 'code' in refused ? refused : { code: refused.refused, details: refused.details };
    const at: FieldErrors<Field>['at'] = {};
    for (const misfit of code === 'INVALID' ? misfitsIn(details) : []) {
      const field = fields.find((name) => misfit.path === name || misfit.path.startsWith(`${name}.`));
      if (field) at[field] = t(known.includes(misfit.code) ? `app.misfit.${misfit.code}` : 'app.misfit.other');
    }
    const field = placeOf[code];
    if (field) at[field] = words(refused);
    setErrors({ at, other: Object.keys(at).length > 0 ? null : words(refused) });
    setRefusals((count) => count + 1);
  };
  const set = useCallback((at: FieldErrors<Field>['at']) => {
    setErrors({ at, other: null });
    setRefusals((count) => count + 1);
  }, []);
  const clear = useCallback(() => setErrors(nothing), []);
  /** What is being mended is no longer marked. */
  const touch = useCallback((field: Field) => {
    setErrors((now) => {
      if (now.at[field] === undefined) return now;
      const { [field]: _mended, ...rest } = now.at;
      return { ...now, at: rest as FieldErrors<Field>['at'] };
    });
  }, []);
  return { errors, take, set, clear, touch };
}

function misfitsIn(details: Record<string, unknown> | undefined): { path: string; code: string }[] {
  return Array.isArray(details?.misfits) ? details.misfits : [];
}

/** Brings whoever sent the form to the first field that is wrong in it. */
function focusFirstWrong(): void {
  const place = document.activeElement?.closest('[role="dialog"], form') ?? document;
  place.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
