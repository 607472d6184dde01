import type { Disagreement, TermOutcome } from '@shared/domain/term.ts';
import { type FormEvent, useId, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand } from '../../sync/Seat.tsx';
import { Dialog } from '../../ui/aria/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

const kinds: readonly TermOutcome['as'][] = ['working-term', 'definition', 'left-open'];
const longest = { 'working-term': 120, definition: 1_000 } as const;

/** What became of a disagreement; it is read by everyone and printed. */
export function SettleDialog({ disagreement, onClose }: { disagreement: Disagreement; onClose: () => void }) {
  const t = useT();
  const formId = useId();
  const [as, setAs] = useState<TermOutcome['as']>('working-term');
  const [typed, setTyped] = useState('');
  const [isTried, setTried] = useState(false);
  const { send, isPending, refusal } = useCommand('term.settle');
  const words = typed.trim();
  const isWrong = as !== 'left-open' && (words === '' || words.length > longest[as]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWrong) return;
    const outcome: TermOutcome = as === 'left-open' ? { as } : { as, words };
    const answer = await send({ disagreementId: disagreement.id, outcome });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      locked={isPending}
      title={t('terms.settle.title', { words: disagreement.words })}
      acts={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} pending={isPending}>
            {t('terms.settle')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={4}>
          <RadioGroup
            label={t('terms.settle.as')}
            value={as}
            onChange={setAs}
            options={kinds.map((value) => ({
              value,
              label: t(`terms.settle.as.${value}`),
              hint: t(`terms.settle.hint.${value}`),
            }))}
          />
          {as !== 'left-open' && (
            <TextArea
              label={t(`terms.settle.as.${as}`)}
              rows={as === 'definition' ? 4 : 1}
              limit={longest[as]}
              dir="auto"
              value={typed}
              onChange={setTyped}
              error={isTried && isWrong ? t('terms.settle.missing') : undefined}
            />
          )}
          <RefusalNote refusal={refusal} />
        </Stack>
      </form>
    </Dialog>
  );
}
