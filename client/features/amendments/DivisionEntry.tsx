import { type TabledItem, versionsOf } from '@shared/domain/board.ts';
import type { Division, DivisionPart } from '@shared/domain/divisions/shape.ts';
import { assembledText, isOperative, nextPart, partText } from '@shared/domain/divisions/standing.ts';
import { useT } from '../../i18n/I18n.tsx';
import { DraftTextView } from '../../parts/DraftTextView.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useIsBureau } from '../../sync/Seat.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import styles from './Amendments.module.css';
import { DivisionActs } from './DivisionActs.tsx';
import { Operative } from './Operative.tsx';
import { PutToVote } from './PutToVote.tsx';
import { Speakers } from './Speakers.tsx';

/** One motion for division: how it stands, its parts with their results, and what is put next. */
export function DivisionEntry({ item, division }: { item: TabledItem; division: Division }) {
  const t = useT();
  const nameOf = useDelegationNames();
  const isBureau = useIsBureau();
  const { phase, movedBy, objectedBy, parts, itemVersion } = division;
  const draft = versionsOf(item).find(({ version }) => version === itemVersion)?.draft;
  if (!draft) return null;
  const isAssembled = phase === 'whole' || phase === 'adopted' || phase === 'indicated' || phase === 'rejected';
  return (
    <article className={styles.amendment} aria-label={t('amendments.divisionBy', { name: nameOf(movedBy) })}>
      <header className={styles.head}>
        <h3 className={styles.title}>{t('amendments.divisionBy', { name: nameOf(movedBy) })}</h3>
        <Badge tone={phase === 'adopted' ? 'success' : 'accent'}>{t(`amendments.division.${phase}`)}</Badge>
      </header>
      {objectedBy.map((id) => (
        <p key={id}>{t('amendments.objectedBy', { name: nameOf(id) })}</p>
      ))}
      <DivisionActs division={division} />
      {phase === 'objected' && (
        <Stack gap={3}>
          <Speakers division={division} />
          {isBureau && <PutToVote item={item} subject={{ kind: 'division', divisionId: division.id }} />}
        </Stack>
      )}
      {isBureau && phase === 'parts' && Object.keys(division.results).length === 0 && (
        <Operative division={division} draft={draft} />
      )}
      <ol className={styles.list}>
        {parts.map((part) => (
          <li key={part.id} className={styles.entry}>
            <PartEntry item={item} division={division} part={part} />
          </li>
        ))}
      </ol>
      {isAssembled && (
        <Section title={t('amendments.assembled')} level={4}>
          <DraftTextView draft={assembledText(division, draft)} />
          {isBureau && phase === 'whole' && (
            <PutToVote item={item} subject={{ kind: 'whole', divisionId: division.id }} />
          )}
        </Section>
      )}
    </article>
  );
}

function PartEntry({ item, division, part }: { item: TabledItem; division: Division; part: DivisionPart }) {
  const t = useT();
  const isBureau = useIsBureau();
  const draft = versionsOf(item).find(({ version }) => version === division.itemVersion)?.draft;
  const result = division.results[part.id];
  const isNext = division.phase === 'parts' && nextPart(division)?.id === part.id;
  const state = result ? (result.isApproved ? 'approved' : 'rejected') : isNext ? 'next' : 'waits';
  return (
    <section className={styles.amendment} aria-label={t('amendments.part', { n: Number(part.id) })}>
      <header className={styles.head}>
        <h4 className={styles.title}>{t('amendments.part', { n: Number(part.id) })}</h4>
        <Badge tone={result?.isApproved ? 'success' : 'neutral'}>{t(`amendments.result.${state}`)}</Badge>
        {!isOperative(division, part) && <Badge outlined>{t('amendments.preambular')}</Badge>}
      </header>
      {draft && <DraftTextView draft={partText(part, draft)} />}
      {isBureau && isNext && (
        <PutToVote item={item} subject={{ kind: 'part', divisionId: division.id, partId: part.id }} />
      )}
    </section>
  );
}
