import { invited } from '@shared/domain/formation.ts';
import type { Attribution } from '@shared/domain/kernel/words.ts';
import type { Panel } from '@shared/domain/panel.ts';
import type { Proposal } from '@shared/domain/seating.ts';
import { type FormEvent, useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, usePermitRefusal, useReplica, useReplicaValue } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { RadioGroup, SegmentedControl } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './FormRooms.module.css';
import { type FormationRequest, firstRequest, roomsAskedFor, wrongWith } from './formationRequest.ts';
import { PeopleList } from './PeopleList.tsx';
import { freshSeed } from './seed.ts';

/** Asks what a round is about, how many rooms it has and whom it seats, and has the rooms proposed. */
export function FormRooms({ panel, earlier }: { panel: Panel; earlier: Proposal | null }) {
  const t = useT();
  const delegations = useReplica(({ plenary }) => plenary.delegation);
  const here = useReplicaValue(({ presence }) => presence['']?.here);
  const everyone = useMemo(() => invited({ plenary: { delegation: delegations } }), [delegations]);
  const present = useMemo(() => {
    const isHere = new Set(here ?? []);
    return everyone.filter((id) => isHere.has(id));
  }, [everyone, here]);
  const [request, setRequest] = useState(() => firstRequest(panel.questions[0] ?? '', everyone.length, earlier));
  const [isTried, setTried] = useState(false);
  const { send, isPending, refusal } = useCommand('seating.propose');
  const blocked = usePermitRefusal('seating.propose', { panelId: panel.id });
  const listed = useMemo(() => everyone.filter((id) => request.listed.has(id)), [everyone, request.listed]);
  const people = { invited: everyone, present, listed }[request.who];
  const rooms = roomsAskedFor(request, people.length);
  const wrong = wrongWith(request, people.length);
  const errorOf = (field: keyof typeof wrong) => {
    const key = wrong[field];
    return isTried && key ? t(key, { people: people.length }) : undefined;
  };
  const set = (change: Partial<FormationRequest>) => setRequest((now) => ({ ...now, ...change }));
  const propose = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(wrong).length > 0 || rooms === null || isPending) return;
    const { question, attribution, seed, who } = request;
    const whom = who === 'invited' ? 'invited' : people;
    await send({ panelId: panel.id, question, attribution, rooms, seed, people: whom, pins: [] });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void propose(event)} noValidate>
      <Section title={t('steering.form.what')}>
        <div className={styles.fields}>
          <QuestionField panel={panel} value={request.question} onChange={set} error={errorOf('question')} />
          <NativeSelect
            label={t('steering.form.attribution')}
            hint={t(`steering.attribution.${request.attribution}.hint`)}
            value={request.attribution}
            onChange={(value) => set({ attribution: attributions.find((each) => each === value) ?? 'delegation' })}
            options={attributions.map((value) => ({ value, label: t(`steering.attribution.${value}`) }))}
          />
        </div>
      </Section>
      <Section title={t('steering.form.who')}>
        <div className={styles.fields}>
          <RadioGroup
            label={t('steering.form.who')}
            labelHidden
            value={request.who}
            onChange={(who) => set({ who })}
            error={errorOf('who')}
            options={[
              { value: 'invited', label: t('steering.form.who.invited', { n: everyone.length }) },
              { value: 'present', label: t('steering.form.who.present', { n: present.length }) },
              { value: 'listed', label: t('steering.form.who.listed', { n: listed.length }) },
            ]}
          />
          {request.who === 'listed' && (
            <PeopleList people={everyone} chosen={request.listed} onChoose={(next) => set({ listed: next })} />
          )}
        </div>
      </Section>
      <Section title={t('steering.form.how')}>
        <div className={styles.fields}>
          <HowMany request={request} people={people.length} rooms={rooms} onChange={set} error={errorOf('number')} />
          <SeedField seed={request.seed} onChange={(seed) => set({ seed })} error={errorOf('seed')} />
        </div>
      </Section>
      <RefusalNote refusal={refusal ?? blocked} />
      <Button type="submit" kind="primary" size="large" icon="people" pending={isPending} disabled={blocked !== null}>
        {t('steering.form.propose')}
      </Button>
    </form>
  );
}

const attributions: readonly Attribution[] = ['named', 'delegation', 'region', 'none'];

interface PartProps {
  onChange: (change: Partial<FormationRequest>) => void;
  error: string | undefined;
}

function QuestionField({ panel, value, onChange, error }: PartProps & { panel: Panel; value: string }) {
  const t = useT();
  const guiding = panel.questions;
  return (
    <>
      {guiding.length > 1 && (
        <NativeSelect
          label={t('steering.form.guiding')}
          value={guiding.includes(value) ? value : ''}
          placeholder={t('steering.form.guiding.own')}
          onChange={(question) => onChange({ question })}
          options={guiding.map((question) => ({ value: question, label: question }))}
        />
      )}
      <TextArea
        label={t('steering.form.question')}
        hint={t('steering.form.question.hint')}
        value={value}
        onChange={(question) => onChange({ question })}
        maxLength={1000}
        rows={3}
        dir="auto"
        error={error}
      />
    </>
  );
}

function HowMany(props: PartProps & { request: FormationRequest; people: number; rooms: number | null }) {
  const t = useT();
  const { request, people, rooms, onChange, error } = props;
  const least = rooms ? Math.floor(people / rooms) : 0;
  return (
    <div className={styles.fields}>
      <SegmentedControl
        label={t('steering.form.by')}
        value={request.by}
        onChange={(by) => onChange({ by })}
        options={[
          { value: 'rooms', label: t('steering.form.by.rooms') },
          { value: 'size', label: t('steering.form.by.size') },
        ]}
      />
      <TextField
        label={t(`steering.form.number.${request.by}`)}
        inputMode="numeric"
        className={styles.number}
        value={request.number}
        onChange={(number) => onChange({ number })}
        error={error}
      />
      {rooms !== null && people >= rooms && (
        <p className={styles.sum} aria-live="polite">
          {t('steering.form.sum', { people, rooms, least, most: least * rooms === people ? least : least + 1 })}
        </p>
      )}
    </div>
  );
}

function SeedField({
  seed,
  onChange,
  error,
}: {
  seed: string;
  onChange: (seed: string) => void;
  error: string | undefined;
}) {
  const t = useT();
  return (
    <div className={styles.seed}>
      <TextField
        label={t('steering.form.seed')}
        hint={t('steering.form.seed.hint')}
        value={seed}
        onChange={onChange}
        maxLength={80}
        dir="ltr"
        error={error}
      />
      <IconButton
        icon="refresh"
        kind="quiet"
        label={t('steering.form.seed.fresh')}
        onClick={() => onChange(freshSeed())}
      />
    </div>
  );
}
