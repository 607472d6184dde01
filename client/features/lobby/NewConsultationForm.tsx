import { ProfileId } from '@shared/domain/ruleProfile.ts';
import { type FormEvent, useState } from 'react';
import { openConsultation } from '../../http.ts';
import { useT, WholeLanguage } from '../../i18n/I18n.tsx';
import {
  type ConsultationFacts,
  ConsultationFields,
  consultationFields,
  consultationFieldsMissing,
} from '../../parts/ConsultationFields.tsx';
import { useFieldErrors } from '../../parts/useFieldErrors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Cluster } from '../../ui/Stack.tsx';
import styles from './NewConsultationForm.module.css';

const blank: ConsultationFacts = { title: '', symbol: '', place: '', from: '', to: '', languages: ['en'] };

/** A consultation from the template with the 193 member states; what was typed stays when it is refused. */
export function NewConsultationForm(props: { onOpened: (id: string) => void; onCancel: () => void }) {
  const t = useT();
  const [facts, setFacts] = useState(blank);
  const [profile, setProfile] = useState<ProfileId>('informal');
  const [isPending, setPending] = useState(false);
  const { errors, take, set, clear, touch } = useFieldErrors(consultationFields, {
    'consultation.ends-before-it-begins': 'to',
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = consultationFieldsMissing(facts, t);
    if (Object.keys(missing).length > 0) return set(missing);
    clear();
    setPending(true);
    const answer = await openConsultation({ template: 'blank', ...facts, title: facts.title.trim(), profile });
    setPending(false);
    if (answer.ok) props.onOpened(answer.id);
    else take(answer);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {errors.other && (
        <Notice tone="danger" live>
          {errors.other}
        </Notice>
      )}
      <ConsultationFields facts={facts} onChange={setFacts} errors={errors.at} onTouch={touch} />
      <WholeLanguage>
        <ProfileField value={profile} onChange={setProfile} />
      </WholeLanguage>
      <Cluster>
        <Button kind="primary" type="submit" pending={isPending}>
          {t('lobby.new.act')}
        </Button>
        <Button onClick={props.onCancel}>{t('ui.cancel')}</Button>
      </Cluster>
    </form>
  );
}

/** By which rules it decides; the bureau may change it until something is opened for decision. */
function ProfileField({ value, onChange }: { value: ProfileId; onChange: (profile: ProfileId) => void }) {
  const t = useT();
  return (
    <RadioGroup
      label={t('rules.choose')}
      hint={t('rules.choose.hint')}
      value={value}
      onChange={onChange}
      options={ProfileId.options.map((id) => ({
        value: id,
        label: t(`rules.name.${id}`),
        hint: t(`rules.words.${id}`),
      }))}
    />
  );
}
