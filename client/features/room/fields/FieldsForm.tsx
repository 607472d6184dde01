import type { ActionItem } from '@shared/domain/actionItem.ts';
import type { Part } from '@shared/domain/concreteness.ts';
import type { Fields } from '@shared/domain/itemFields.ts';
import { useMemo } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ActorsField } from './ActorsField.tsx';
import { FieldSection } from './FieldSection.tsx';
import styles from './Fields.module.css';
import { HorizonField } from './HorizonField.tsx';
import { MeasuresField } from './MeasuresField.tsx';
import { ParagraphField } from './ParagraphField.tsx';
import { ReferenceField } from './ReferenceField.tsx';
import { useBodies } from './useBodies.ts';
import { WordsField } from './WordsField.tsx';

const none: never[] = [];

/** Whether an item says what it builds on: an instrument, or the gap that it fills. */
const buildsOn = ({ instruments = [], gap = '' }: Fields) => instruments.length > 0 || gap.trim() !== '';

/** Where the concreteness line leads: the part of the form that says it. */
export const sectionId = (itemId: string, gap: 'who' | 'when' | 'measure') => `${gap}-of-${itemId}`;

/** The structured fields of a draft, each saved by itself; `gaps` are what neither they nor the words say. */
export function FieldsForm(props: { item: ActionItem; panelId: string; gaps: readonly Part[] }) {
  const { item, panelId, gaps } = props;
  const t = useT();
  const { id: itemId, fields } = item;
  const bodies = useBodies();
  const notInstruments = useMemo(() => bodies.map(({ id }) => id), [bodies]);
  return (
    <div className={styles.form}>
      <FieldSection id={sectionId(itemId, 'who')} title={t('room.section.who')} isStated={!gaps.includes('who')}>
        <div className={styles.pair}>
          <ActorsField itemId={itemId} field="lead" saved={fields.lead ?? none} />
          <ActorsField itemId={itemId} field="partners" saved={fields.partners ?? none} />
        </div>
      </FieldSection>
      <FieldSection id={sectionId(itemId, 'when')} title={t('room.section.when')} isStated={!gaps.includes('when')}>
        <HorizonField itemId={itemId} fields={fields} />
      </FieldSection>
      <FieldSection
        id={sectionId(itemId, 'measure')}
        title={t('room.section.measure')}
        isStated={!gaps.includes('measure')}
      >
        <MeasuresField itemId={itemId} saved={fields.measures ?? none} />
      </FieldSection>
      <FieldSection title={t('room.section.alignment')}>
        <div className={styles.pair}>
          <ReferenceField itemId={itemId} field="targets" kind="target" saved={fields.targets ?? none} max={20} />
          <ReferenceField
            itemId={itemId}
            field="objectives"
            kind="objective"
            saved={fields.objectives ?? none}
            max={23}
          />
        </div>
      </FieldSection>
      <FieldSection title={t('room.section.instruments')}>
        <div className={styles.pair}>
          <ReferenceField
            {...{ itemId, field: 'instruments', kind: 'instrument', max: 40 }}
            saved={fields.instruments ?? none}
            except={notInstruments}
          />
          <WordsField itemId={itemId} field="gap" saved={fields.gap ?? ''} />
        </div>
        {!buildsOn(fields) && <Notice>{t('room.instruments.neither')}</Notice>}
      </FieldSection>
      <FieldSection title={t('room.section.means')}>
        <WordsField itemId={itemId} field="means" saved={fields.means ?? ''} />
      </FieldSection>
      <FieldSection title={t('room.section.paragraph')}>
        <ParagraphField itemId={itemId} panelId={panelId} saved={fields.paragraph ?? null} />
      </FieldSection>
    </div>
  );
}
