import type { Proposal } from '@shared/domain/seating.ts';
import { useCallback } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { csvOf, download } from '../../parts/csv.ts';
import { useReplica } from '../../sync/Seat.tsx';
import { useRoster } from './useRoster.ts';

/** The assignment as a table for spreadsheets: one line per person, by room. */
export function useAssignmentFile(proposal: Proposal): () => void {
  const t = useT();
  const format = useFormat();
  const roster = useRoster();
  const number = useReplica(({ plenary }) => plenary.panel.order.indexOf(proposal.panelId) + 1);
  return useCallback(() => {
    const head = ['room', 'name', 'delegation', 'region', 'duty', 'pinned', 'seed'];
    const pinned = new Set(proposal.pins.map(({ id }) => id));
    const rows = proposal.rooms.flatMap((members, at) => {
      const { facilitator, rapporteur } = proposal.duties[at] ?? {};
      const dutyOf = (id: string) => (id === facilitator ? 'facilitator' : id === rapporteur ? 'rapporteur' : null);
      return members
        .map((id) => roster(id))
        .sort((a, b) => format.compare(a.delegation, b.delegation) || format.compare(a.name, b.name))
        .map(({ id, name, delegation, region }) => {
          const duty = dutyOf(id);
          return [
            String(at + 1),
            name,
            delegation,
            t(`parts.region.${region ?? 'none'}`),
            duty ? t(`steering.duty.${duty}`) : '',
            pinned.has(id) ? t('steering.pinned') : '',
            proposal.seed,
          ];
        });
    });
    download(`rooms-panel-${number}.csv`, csvOf([head.map((each) => t(`steering.csv.${each}`)), ...rows]));
  }, [proposal, roster, number, t, format]);
}
