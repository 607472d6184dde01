import type { Subject } from '@shared/domain/motion.ts';
import type { Plenary } from '@shared/domain/state.ts';
import type { Translate } from '@shared/i18n/translate.ts';

/** What of its item a vote is on, in words; empty where it is on the item itself. */
export function subjectWords({ amendment }: Pick<Plenary, 'amendment'>, subject: Subject, t: Translate): string {
  if (subject.kind === 'item') return '';
  if (subject.kind === 'amendment')
    return t('amendments.on.amendment', { n: amendment.byId[subject.amendmentId]?.number ?? 0 });
  if (subject.kind === 'part') return t('amendments.on.part', { n: Number(subject.partId) });
  return t(`amendments.on.${subject.kind}`);
}

/** The same with the item's title: "Amendment 2 to Identity documents"; the title alone where the vote is on the item itself. */
export function subjectTitle(
  { amendment }: Pick<Plenary, 'amendment'>,
  subject: Subject,
  title: string,
  t: Translate,
): string {
  if (subject.kind === 'item') return title;
  if (subject.kind === 'amendment')
    return t('amendments.of.amendment', { n: amendment.byId[subject.amendmentId]?.number ?? 0, title });
  if (subject.kind === 'part') return t('amendments.of.part', { n: Number(subject.partId), title });
  return t(`amendments.of.${subject.kind}`, { title });
}
