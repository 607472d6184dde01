import { openAmendments } from '@shared/domain/amendments/standing.ts';
import type { TabledItem } from '@shared/domain/board.ts';
import { pendingDivision } from '@shared/domain/divisions/standing.ts';
import { decisionOn } from '@shared/domain/standingDecision.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { Section } from '../../ui/Section.tsx';
import { PutToVote } from './PutToVote.tsx';

/** Puts the item itself, once its amendments are decided and no division is pending. */
export function PutItem({ item }: { item: TabledItem }) {
  const t = useT();
  const open = useReplica(({ plenary }) => openAmendments(plenary.amendment, item.id).length);
  const isHeld = useReplica(
    ({ plenary }) => pendingDivision(plenary.division, item.id) !== null || decisionOn(plenary, item) === 'decided',
  );
  if (isHeld || item.stage !== 'ready') return null;
  return (
    <Section title={t('amendments.putItem')}>
      {open > 0 && <p>{t('amendments.putItemWords', { n: open })}</p>}
      {open === 0 && <PutToVote item={item} subject={{ kind: 'item' }} />}
    </Section>
  );
}
