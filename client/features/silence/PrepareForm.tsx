import { profileOf } from '@shared/domain/consultation.ts';
import { silencesOn } from '@shared/domain/silence/shape.ts';
import { isUnderDecision } from '@shared/domain/underDecision.ts';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useIsBureau, useReplica, useSeat } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Section } from '../../ui/Section.tsx';
import styles from './Silence.module.css';

/** Puts an item that is ready for decision on its way into a silence procedure. */
export function PrepareForm() {
  const t = useT();
  const isBureau = useIsBureau();
  const { consultationId } = useSeat();
  const [, navigate] = useLocation();
  const plenary = useReplica((state) => state.plenary);
  const ready = useMemo(
    () =>
      Object.values(plenary.board.items).filter(
        ({ id, stage, disposition, gone }) =>
          stage === 'ready' &&
          !disposition &&
          !gone &&
          !isUnderDecision(plenary, id) &&
          silencesOn(plenary.silence, id).every(({ phase }) => phase === 'withdrawn' || phase === 'adopted'),
      ),
    [plenary],
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const { send, isPending, refusal } = useCommand('silence.prepare');
  const item = ready.find(({ id }) => id === chosen) ?? ready[0];
  if (!isBureau) return null;
  const isKnown = profileOf(plenary.consultation).procedures.includes('silence');
  return (
    <Section title={t('silence.prepare')}>
      {isKnown && item ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            void send({ itemId: item.id }).then(({ ok }) => ok && navigate(`/c/${consultationId}/silence/${item.id}`));
          }}
        >
          <NativeSelect
            label={t('silence.prepare.item')}
            value={item.id}
            onChange={setChosen}
            options={ready.map(({ id, current }) => ({ value: id, label: current.title }))}
          />
          <RefusalNote refusal={refusal} />
          <div>
            <Button type="submit" kind="primary" pending={isPending}>
              {t('silence.prepare.act')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t(isKnown ? 'silence.prepare.none' : 'refusal.silence.not-in-profile')}</p>
      )}
    </Section>
  );
}
