import type { ActionItem } from '@shared/domain/actionItem.ts';
import { type Anchor, missingAnchors } from '@shared/domain/anchors.ts';
import type { Part } from '@shared/domain/concreteness.ts';
import { useMemo } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { ActorsField } from './ActorsField.tsx';
import { FieldSection } from './FieldSection.tsx';
import styles from './Fields.module.css';
import { GapField } from './GapField.tsx';
import { HorizonField } from './HorizonField.tsx';
import { MeasuresField } from './MeasuresField.tsx';
import { ParagraphField } from './ParagraphField.tsx';
import { ReasonField } from './ReasonField.tsx';
import { ReferenceField } from './ReferenceField.tsx';
import { useBodies } from './useBodies.ts';
import { WordsField } from './WordsField.tsx';

const none: never[] = [];

/** Where the concreteness line leads: the part of the form that says it. */
export const sectionId = (itemId: string, gap: 'who' | 'when' | 'measure') => `${gap}-of-${itemId}`;

/** The structured fields of a draft, each saved by itself; `gaps` are what neither they nor the words say. */
export function FieldsForm(props: { item: ActionItem; panelId: string; gaps: readonly Part[] }) {
  const { item, panelId, gaps } = props;
  const t = useT();
  const { id: itemId, fields } = item;
  const bodies = useBodies();
  const lacking = missingAnchors(fields);
  const has = (anchor: Anchor) => !lacking.includes(anchor);
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
        {!fields.measures?.length && <ReasonField itemId={itemId} field="noMeasure" saved={fields.noMeasure ?? ''} />}
        {(!has('disaggregation') || fields.noDisaggregation) && (
          <ReasonField itemId={itemId} field="noDisaggregation" saved={fields.noDisaggregation ?? ''} />
        )}
      </FieldSection>
      <FieldSection title={t('room.section.alignment')} isStated={has('alignment')}>
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
        {(!has('alignment') || fields.noAlignment) && (
          <ReasonField itemId={itemId} field="noAlignment" saved={fields.noAlignment ?? ''} />
        )}
      </FieldSection>
      <FieldSection title={t('room.section.instruments')} isStated={has('instruments')}>
        <div className={styles.pair}>
          <ReferenceField
            {...{ itemId, field: 'instruments', kind: 'instrument', max: 40 }}
            saved={fields.instruments ?? none}
            except={notInstruments}
          />
          <GapField {...{ itemId, panelId, fields }} />
        </div>
        {!has('instruments') && <Notice>{t('room.instruments.neither')}</Notice>}
        {(!has('instruments') || fields.noInstrument) && (
          <ReasonField itemId={itemId} field="noInstrument" saved={fields.noInstrument ?? ''} />
        )}
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
