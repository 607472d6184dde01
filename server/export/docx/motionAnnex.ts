import { letters } from '@shared/domain/listMarkers.ts';
import type { AmendmentOutline, DivisionOutline, MadeOutline, RecordOutline } from '@shared/domain/record/shape.ts';
import type { Wording } from '../wording.ts';
import type { Writing } from './writing.ts';

/** The amendments, each with its changes and what became of it, and the divisions with what their parts came to. */
export function writeMotions(writing: Writing, { amendments, divisions }: RecordOutline): void {
  for (const each of amendments) writeAmendment(writing, each);
  for (const each of divisions) writeDivision(writing, each);
}

function writeAmendment(writing: Writing, outline: AmendmentOutline): void {
  const { t, delegation, join } = writing.wording;
  const { number, itemNumber, itemVersion, proposer, coSponsors, rationale, changes, state, because, vote } = outline;
  writing.heading(2, '', t('record.amendment.heading', { number, item: itemNumber }));
  const said = [
    t('record.amendment.by', { name: delegation(proposer), version: itemVersion }),
    coSponsors.length > 0 ? t('record.amendment.coSponsors', { names: join(coSponsors.map(delegation)) }) : '',
    t(`record.amendment.state.${state}`),
    because === null ? '' : t('record.amendment.because', { number: because }),
    vote === null ? '' : t('record.motion.vote', { number: vote }),
  ];
  writing.numbered([said.filter(Boolean).join(' ')]);
  for (const [at, change] of changes.entries()) {
    const words =
      change.as === 'delete'
        ? t('record.amendment.delete', { paragraph: change.block + 1 })
        : change.as === 'add'
          ? t('record.amendment.add', { paragraph: change.after + 1, text: change.text })
          : t('record.amendment.revise', { paragraph: change.block + 1, text: change.text });
    writing.sub(0, `(${letters(at)})`, [words]);
  }
  writing.plain('Remark', [t('record.amendment.reason', { reason: rationale })]);
}

function writeDivision(writing: Writing, outline: DivisionOutline): void {
  const { t, delegation, join } = writing.wording;
  const { itemNumber, itemVersion, movedBy, objectedBy, speakers, parts, state } = outline;
  writing.heading(2, '', t('record.division.heading', { item: itemNumber }));
  const names = (side: 'for' | 'against') =>
    join(speakers.filter((each) => each.side === side).map(({ delegationId }) => delegation(delegationId)));
  const spoke = (['for', 'against'] as const).flatMap((side) =>
    names(side) === '' ? [] : [t(`record.division.${side}`, { names: names(side) })],
  );
  const said = [
    t('record.division.by', { name: delegation(movedBy), version: itemVersion }),
    objectedBy.length > 0 ? t('record.division.objected', { names: join(objectedBy.map(delegation)) }) : '',
    ...spoke,
    t(`record.division.state.${state}`),
  ];
  writing.numbered([said.filter(Boolean).join(' ')]);
  for (const [at, part] of parts.entries()) {
    const { number, paragraphs, isApproved, vote } = part;
    const result = isApproved === null ? 'open' : isApproved ? 'approved' : 'rejected';
    const words = [
      t('record.division.part', { number, paragraphs: join(paragraphs.map(String)) }),
      t(`record.division.${result}`),
      vote === null ? '' : t('record.motion.vote', { number: vote }),
    ];
    writing.sub(0, `(${letters(at)})`, [words.filter(Boolean).join(' ')]);
  }
}

/** "Version 2: as amended by amendment 1 of Kenya", for the item itself. */
export function madeLine(made: MadeOutline, { t, delegation, join }: Wording): string {
  const { version } = made;
  return made.as === 'amendment'
    ? t('record.item.made.amendment', { version, number: made.number, name: delegation(made.proposer) })
    : t('record.item.made.division', { version, n: made.parts.length, parts: join(made.parts.map(String)) });
}
