import type { Silence, SilenceRemark } from '@shared/domain/silence/shape.ts';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { DelegationName } from '../../parts/DelegationName.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useIsBureau, useYou } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { SegmentedControl } from '../../ui/RadioGroup.tsx';
import { Section } from '../../ui/Section.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Silence.module.css';

const speaking: readonly Silence['phase'][] = ['under-silence', 'broken', 'revision'];

/** Comments and questions with their answers, for everyone to read; none of them breaks silence. */
export function Remarks({ silence }: { silence: Silence }) {
  const t = useT();
  const { role } = useYou();
  const maySpeak = role === 'delegate' && speaking.includes(silence.phase);
  if (!maySpeak && silence.remarks.length === 0) return null;
  return (
    <Section title={t('silence.remarks')} note={t('silence.remarks.harmless')}>
      {silence.remarks.length > 0 && (
        <ul className={styles.list}>
          {silence.remarks.map((remark) => (
            <li key={remark.id}>
              <Remark silence={silence} remark={remark} />
            </li>
          ))}
        </ul>
      )}
      {maySpeak && <RemarkForm silence={silence} />}
    </Section>
  );
}

function Remark({ silence, remark }: { silence: Silence; remark: SilenceRemark }) {
  const t = useT();
  const format = useFormat();
  const isBureau = useIsBureau();
  const isUnanswered = remark.kind === 'question' && remark.answer === null;
  return (
    <article className={styles.remark}>
      <p className={styles.state}>
        <DelegationName id={remark.delegationId} withRegion />
        <Badge outlined>{t(`silence.remark.${remark.kind}`)}</Badge>
        <span className={styles.quiet}>{format.dateTime(remark.at)}</span>
      </p>
      <p dir="auto">{remark.text}</p>
      {remark.answer && (
        <p className={styles.answer}>
          <strong>{t('silence.answer')}</strong> <bdi>{remark.answer.text}</bdi>
        </p>
      )}
      {isBureau && isUnanswered && <AnswerForm silence={silence} remark={remark} />}
    </article>
  );
}

function AnswerForm({ silence, remark }: { silence: Silence; remark: SilenceRemark }) {
  const t = useT();
  const [text, setText] = useState('');
  const { send, isPending, refusal } = useCommand('silence.answer');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send({ silenceId: silence.id, remarkId: remark.id, text });
      }}
    >
      <TextArea label={t('silence.answer.label')} value={text} onChange={setText} limit={4_000} rows={2} />
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" size="small" icon="send" pending={isPending} disabled={!text.trim()}>
          {t('silence.answer.act')}
        </Button>
      </div>
    </form>
  );
}

function RemarkForm({ silence }: { silence: Silence }) {
  const t = useT();
  const [kind, setKind] = useState<SilenceRemark['kind']>('question');
  const [text, setText] = useState('');
  const { send, isPending, refusal } = useCommand('silence.say');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void send({ silenceId: silence.id, kind, text }).then(({ ok }) => ok && setText(''));
      }}
    >
      <SegmentedControl
        label={t('silence.remark.kind')}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'question', label: t('silence.remark.question') },
          { value: 'comment', label: t('silence.remark.comment') },
        ]}
      />
      <TextArea label={t('silence.remark.text')} value={text} onChange={setText} limit={4_000} rows={3} />
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" icon="send" pending={isPending} disabled={!text.trim()}>
          {t(`silence.remark.send.${kind}`)}
        </Button>
      </div>
    </form>
  );
}
