import { mayVote } from '@shared/domain/delegation.ts';
import type { PanelId } from '@shared/domain/kernel/ids.ts';
import { Link } from 'wouter';
import { useT } from '../i18n/I18n.tsx';
import { useReplica, useSeat, useYou } from '../sync/Seat.tsx';
import styles from './DecisionPlaces.module.css';

type Name = 'votes' | 'amendments' | 'consensus' | 'silence' | 'explanations' | 'ballots' | 'rules';

/** The pages on which a consultation decides, side by side on each of them. */
export function DecisionPlaces({ current, panelId = null }: { current: Name; panelId?: PanelId | null }) {
  const t = useT();
  const { consultationId } = useSeat();
  const { delegationId } = useYou();
  const hasBallots = useReplica(({ plenary }) => mayVote(plenary.delegation, delegationId));
  const ofPanel = panelId ? `/${panelId}` : '';
  const places: (readonly [Name, string])[] = [
    ['votes', `votes${ofPanel}`],
    ['amendments', 'amendments'],
    ['consensus', `consensus${ofPanel}`],
    ['silence', 'silence'],
    ['explanations', 'explanations'],
    ...(hasBallots ? ([['ballots', 'ballots']] as const) : []),
    ['rules', 'rules'],
  ];
  return (
    <nav className={styles.places} aria-label={t('decisions.places')}>
      {places.map(([name, path]) => (
        <Link
          key={name}
          className={styles.place}
          href={`/c/${consultationId}/${path}`}
          aria-current={name === current ? 'page' : undefined}
        >
          {t(`decisions.place.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
