import { roundOf, type Silence } from '@shared/domain/silence/shape.ts';
import { canonicalText } from '@shared/domain/silence/text.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { ComparisonView } from '../../parts/ComparisonView.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { FieldsView } from '../../parts/FieldsView.tsx';
import { useSeat } from '../../sync/Seat.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Section } from '../../ui/Section.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CopyText } from './CopyText.tsx';
import styles from './Silence.module.css';
import { useSnapshot } from './useSnapshot.ts';

/** The text of the round in hand with its hash, and what changed against the round before. */
export function SilenceText({ silence }: { silence: Silence }) {
  const t = useT();
  const { consultationId } = useSeat();
  const [view, setView] = useState<'text' | 'comparison'>('text');
  const { itemVersion, textHash } = roundOf(silence);
  const { snapshot } = useSnapshot(silence, itemVersion);
  const earlier = silence.rounds.at(-2);
  const { snapshot: before } = useSnapshot(silence, earlier?.itemVersion ?? itemVersion);
  if (!snapshot) return null;
  const text = (
    <div className={styles.text}>
      <DraftTextView draft={snapshot.draft} />
      <FieldsView fields={snapshot.fields} />
    </div>
  );
  return (
    <Section title={t('silence.text')} note={t('silence.version', { version: itemVersion })}>
      {earlier && before ? (
        <Tabs
          label={t('silence.text')}
          selected={view}
          onSelect={setView}
          tabs={[
            { key: 'text', label: t('silence.text'), content: text },
            {
              key: 'comparison',
              label: t('silence.comparison', { round: earlier.number }),
              content: <ComparisonView before={before} after={snapshot} />,
            },
          ]}
        />
      ) : (
        text
      )}
      <p className={styles.hash}>
        <span>{t('silence.hash')}</span> <code dir="ltr">{textHash}</code>
      </p>
      <Disclosure summary={t('silence.hashHow')}>
        <p>{t('silence.hashWords')}</p>
        <CopyText label={t('silence.hashText')} text={canonicalText(snapshot) ?? ''} />
      </Disclosure>
      <p>
        <Link href={`/c/${consultationId}/board/${silence.panelId}?item=${encodeURIComponent(silence.itemId)}`}>
          {t('silence.onBoard')}
        </Link>
      </p>
    </Section>
  );
}
