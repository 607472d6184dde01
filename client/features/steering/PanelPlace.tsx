import type { Panel } from '@shared/domain/panel.ts';
import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { useT } from '../../i18n/I18n.tsx';
import { useIsBureau, useReplica } from '../../sync/Seat.tsx';
import { Empty } from '../../ui/Empty.tsx';

/** Finds the panel that the address names, and keeps the chair's places for the bureau. */
export function PanelPlace({ children }: { children: (panel: Panel) => ReactNode }) {
  const t = useT();
  const isBureau = useIsBureau();
  const { panelId: asked } = useParams();
  const { byId, live, order } = useReplica(({ plenary }) => plenary.panel);
  if (!isBureau) return <Empty title={t('steering.bureauOnly')}>{t('steering.bureauOnlyHint')}</Empty>;
  const panel = byId[asked ?? live ?? order[0] ?? ''];
  if (!panel) return <Empty title={t('steering.noPanel')}>{t('steering.noPanelHint')}</Empty>;
  return children(panel);
}
