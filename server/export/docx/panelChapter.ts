import { letters } from '@shared/domain/listMarkers.ts';
import type { PanelOutline, RecordOutline } from '@shared/domain/record/shape.ts';
import { writeItem } from './itemEntry.ts';
import type { Writing } from './writing.ts';

/** What a chapter on a panel looks up elsewhere in the record. */
export interface CrossReferences {
  outline: RecordOutline;
  /** The number in this document of each paragraph of the brief. */
  paragraphs: ReadonlyMap<string, number>;
}

/** A panel: its questions, then every item that was reported to it, by horizon. */
export function writePanel(writing: Writing, number: string, panel: PanelOutline, references: CrossReferences): void {
  const { t, panelist, join } = writing.wording;
  writing.heading(1, number, t('record.chapter.panel', { number: panel.number, title: panel.title }));
  const speakers = panel.panelists.map(panelist).filter((name) => name !== null);
  if (speakers.length > 0) writing.plain('ItemLine', [t('record.panel.panelists', { names: join(speakers) })]);
  if (panel.questions.length > 0) {
    writing.numbered([t('record.panel.questions', { n: panel.questions.length })]);
    for (const [at, question] of panel.questions.entries()) writing.sub(0, `(${letters(at)})`, [question]);
  }
  if (panel.horizons.length === 0) writing.numbered([t('record.panel.noItems')]);
  for (const [at, { horizon, items }] of panel.horizons.entries()) {
    // One sub-heading alone would divide nothing.
    const isAlone = panel.horizons.length === 1;
    writing.heading(2, isAlone ? '' : `${letters(at).toUpperCase()}.`, t(`record.horizon.${horizon}`));
    for (const item of items) writeItem(writing, item, references);
  }
}
