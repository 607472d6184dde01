import type { Language } from '@shared/domain/kernel/words.ts';
import { languageNames, languages, type Translate } from '@shared/i18n/translate.ts';
import { useT } from '../i18n/I18n.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { FieldError } from '../ui/Field.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './ConsultationFields.module.css';

/** What is said of a consultation before it meets. */
export interface ConsultationFacts {
  title: string;
  symbol: string;
  place: string;
  from: string;
  to: string;
  languages: Language[];
}

export type ConsultationField = keyof ConsultationFacts;
export const consultationFields: readonly ConsultationField[] = ['title', 'symbol', 'place', 'from', 'to', 'languages'];

/** What is still to be filled in before it is worth sending. */
export function consultationFieldsMissing(
  facts: ConsultationFacts,
  t: Translate,
): Partial<Record<ConsultationField, string>> {
  return {
    ...(facts.title.trim() === '' ? { title: t('app.meeting.titleMissing') } : {}),
    ...(facts.from === '' ? { from: t('app.meeting.dayMissing') } : {}),
    ...(facts.to === '' ? { to: t('app.meeting.dayMissing') } : {}),
    ...(facts.from !== '' && facts.to !== '' && facts.to < facts.from
      ? { to: t('refusal.consultation.ends-before-it-begins') }
      : {}),
    ...(facts.languages.length === 0 ? { languages: t('app.meeting.languageMissing') } : {}),
  };
}

/** The fields of a consultation's facts, with what is wrong at each. */
export function ConsultationFields(props: {
  facts: ConsultationFacts;
  onChange: (facts: ConsultationFacts) => void;
  errors: Partial<Record<ConsultationField, string>>;
  /** Says which field is being mended. */
  onTouch: (field: ConsultationField) => void;
  disabled?: boolean;
}) {
  const t = useT();
  const { facts, onChange, errors, onTouch, disabled = false } = props;
  const change = <Name extends ConsultationField>(name: Name, value: ConsultationFacts[Name]) => {
    onChange({ ...facts, [name]: value });
    onTouch(name);
  };
  const field = (name: Exclude<ConsultationField, 'languages'>) => ({
    value: facts[name],
    onChange: (value: string) => change(name, value),
    error: errors[name],
    disabled,
  });
  return (
    <div className={styles.fields}>
      <TextField label={t('app.meeting.title')} maxLength={300} dir="auto" {...field('title')} />
      <div className={styles.pair}>
        <TextField label={t('app.meeting.symbol')} optional maxLength={60} dir="auto" {...field('symbol')} />
        <TextField label={t('app.meeting.place')} optional maxLength={120} dir="auto" {...field('place')} />
      </div>
      <div className={styles.pair}>
        <TextField label={t('app.meeting.from')} type="date" {...field('from')} />
        <TextField label={t('app.meeting.to')} type="date" {...field('to')} />
      </div>
      <fieldset className={styles.languages} disabled={disabled}>
        <legend>{t('app.meeting.languages')}</legend>
        {languages.map((language) => (
          <Checkbox
            key={language}
            label={<span lang={language}>{languageNames[language]}</span>}
            checked={facts.languages.includes(language)}
            onChange={(checked) =>
              change(
                'languages',
                languages.filter((each) => (each === language ? checked : facts.languages.includes(each))),
              )
            }
          />
        ))}
        {errors.languages && <FieldError id="languages-error">{errors.languages}</FieldError>}
      </fieldset>
    </div>
  );
}
