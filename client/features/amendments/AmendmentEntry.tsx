import { carriedOver } from '@shared/domain/amendments/apply.ts';
import { amendedText } from '@shared/domain/amendments/changes.ts';
import type { Amendment } from '@shared/domain/amendments/shape.ts';
import { type TabledItem, versionsOf } from '@shared/domain/board.ts';
import { useMemo, useState } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { ComparisonView } from '../../parts/ComparisonView.tsx';
import { useDelegationNames } from '../../parts/useDelegationNames.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { AmendmentActs } from './AmendmentActs.tsx';
import { AmendmentForm } from './AmendmentForm.tsx';
import styles from './Amendments.module.css';

const tones: Partial<Record<Amendment['phase'], Tone>> = {
  proposed: 'accent',
  adopted: 'success',
  accepted: 'success',
  indicated: 'caution',
};

/** One amendment: who proposes it and why, what it changes, how it stands, and what one may do about it. */
export function AmendmentEntry({ item, amendment }: { item: TabledItem; amendment: Amendment }) {
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const [isRestating, setRestating] = useState(false);
  const { number, phase, proposer, coSponsors, rationale } = amendment;
  const isStale = phase === 'proposed' && 'stale' in carriedOver(item, amendment);
  return (
    <article className={styles.amendment} aria-label={t('amendments.one', { n: number })}>
      <header className={styles.head}>
        <h3 className={styles.title}>{t('amendments.one', { n: number })}</h3>
        <State amendment={amendment} />
      </header>
      <p>
        {t('amendments.by', { name: nameOf(proposer) })}
        {coSponsors.length > 0 && <> {t('amendments.coSponsors', { names: list(coSponsors.map(nameOf)) })}</>}
      </p>
      <p className={styles.rationale} dir="auto">
        {rationale}
      </p>
      <Changes item={item} amendment={amendment} />
      {isStale && <Notice tone="caution">{t('amendments.stale')}</Notice>}
      {isRestating ? (
        <AmendmentForm item={item} restated={amendment} onDone={() => setRestating(false)} />
      ) : (
        <AmendmentActs item={item} amendment={amendment} isStale={isStale} onRestate={() => setRestating(true)} />
      )}
    </article>
  );
}

function State({ amendment }: { amendment: Amendment }) {
  const t = useT();
  const { phase, because } = amendment;
  const cause = useReplica(({ plenary }) => (because === null ? undefined : plenary.amendment.byId[because]?.number));
  const isUnderVote = useReplica(({ plenary }) =>
    Object.values(plenary.vote.byId).some(
      (vote) =>
        (vote.phase === 'open' || vote.phase === 'locked') &&
        vote.subject.kind === 'amendment' &&
        vote.subject.amendmentId === amendment.id,
    ),
  );
  if (isUnderVote) return <Badge tone="accent">{t('amendments.state.voting')}</Badge>;
  if (phase === 'not-put' && because !== null && cause !== undefined)
    return (
      <span>
        <Badge>{t('amendments.state.not-put')}</Badge>{' '}
        <a href={`#amendment-${because}`}>{t('amendments.because', { n: cause })}</a>
      </span>
    );
  return <Badge tone={tones[phase] ?? 'neutral'}>{t(`amendments.state.${phase}`)}</Badge>;
}

/** What it changes: in the text that stands, as long as it waits and fits; otherwise in the text that it was made to. */
function Changes({ item, amendment }: { item: TabledItem; amendment: Amendment }) {
  const shown = useMemo(() => {
    const carried = carriedOver(item, amendment);
    if (amendment.phase === 'proposed' && 'changes' in carried)
      return { draft: item.current.draft, changes: carried.changes };
    const base = versionsOf(item).find(({ version }) => version === amendment.version);
    return base ? { draft: base.draft, changes: amendment.changes } : null;
  }, [item, amendment]);
  if (!shown) return null;
  const as = (draft: typeof shown.draft) => ({ title: '', fields: {}, draft });
  return (
    <ComparisonView
      before={as(shown.draft)}
      after={as(amendedText(shown.draft, shown.changes, (n) => `new-${n}`))}
      isShort
    />
  );
}
