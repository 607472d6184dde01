import type { Panel } from '@shared/domain/panel.ts';
import { useT } from '../../i18n/I18n.tsx';
import { useReplica } from '../../sync/Seat.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { BoardNow } from './BoardNow.tsx';
import { KeysNote } from './KeysNote.tsx';
import { OpeningNow } from './OpeningNow.tsx';
import { RoomsNow } from './RoomsNow.tsx';
import { VotesNow } from './VotesNow.tsx';

const deskKeys = ['N', 'L', 'F', 'W', 'R', 'B', 'V', 'A', 'U'] as const;

/** What goes on in the panel now, by its step. */
export function LiveNow({ panel, onRecall }: { panel: Panel; onRecall: (() => void) | undefined }) {
  const t = useT();
  const number = useReplica(({ plenary }) => plenary.panel.order.indexOf(panel.id) + 1);
  const keys = deskKeys.map((key) => ({ key, does: t(`steering.key.${key.toLowerCase()}`) }));
  const { step } = panel;
  return (
    <Stack gap={6}>
      <PageTitle
        over={t('steering.over', { n: number, step: t(`parts.step.${step}`) })}
        title={<span dir="auto">{panel.title}</span>}
        acts={<KeysNote keys={keys} />}
      />
      {step === 'opening' && <OpeningNow panel={panel} />}
      {step === 'breakout' && <RoomsNow panel={panel} onRecall={onRecall} />}
      {(step === 'deciding' || step === 'closed') && <VotesNow panel={panel} />}
      {step !== 'opening' && <BoardNow panel={panel} />}
    </Stack>
  );
}
