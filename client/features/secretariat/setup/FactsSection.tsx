import { type FormEvent, useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import {
  type ConsultationFacts,
  ConsultationFields,
  consultationFields,
  consultationFieldsMissing,
} from '../../../parts/ConsultationFields.tsx';
import { useFieldErrors } from '../../../parts/useFieldErrors.ts';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { useToast } from '../../../ui/Announcer.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Cluster } from '../../../ui/Stack.tsx';
import styles from './FactsSection.module.css';

/** Title, symbol, place, days and languages; what is typed stays until it is stored or given up. */
export function FactsSection() {
  const t = useT();
  const toast = useToast();
  const consultation = useReplica(({ plenary }) => plenary.consultation);
  const [typed, setTyped] = useState<ConsultationFacts | null>(null);
  const { send, isPending } = useCommand('consultation.describe');
  const { errors, take, set, clear, touch } = useFieldErrors(consultationFields, {
    'consultation.ends-before-it-begins': 'to',
  });
  if (consultation.phase === 'unopened') return null;
  const { title, symbol, place, from, to, languages, phase } = consultation;
  const facts = typed ?? { title, symbol, place, from, to, languages };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = consultationFieldsMissing(facts, t);
    if (Object.keys(missing).length > 0) return set(missing);
    clear();
    const answer = await send({ ...facts, title: facts.title.trim() });
    if (!answer.ok) return take(answer);
    setTyped(null);
    toast({ text: t('secretariat.saved'), tone: 'success' });
  };
  return (
    <Section title={t('secretariat.facts')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {errors.other && (
          <Notice tone="danger" live>
            {errors.other}
          </Notice>
        )}
        <ConsultationFields
          facts={facts}
          onChange={setTyped}
          errors={errors.at}
          onTouch={touch}
          disabled={phase === 'closed'}
        />
        {typed && (
          <Cluster>
            <Button kind="primary" type="submit" pending={isPending}>
              {t('secretariat.save')}
            </Button>
            <Button onClick={() => [setTyped(null), clear()]}>{t('secretariat.discard')}</Button>
          </Cluster>
        )}
      </form>
    </Section>
  );
}
