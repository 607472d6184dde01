import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { ConfirmDialog } from '../../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Cluster } from '../../../ui/Stack.tsx';

/** Ends the consultation for everyone, or opens it again. */
export function ClosingSection() {
  const t = useT();
  const words = useRefusalWords();
  const isClosed = useReplica(({ plenary }) => plenary.consultation.phase === 'closed');
  const close = useCommand('consultation.close');
  const reopen = useCommand('consultation.reopen');
  const [isAsking, setAsking] = useState(false);
  const command = isClosed ? reopen : close;
  const name = isClosed ? 'reopen' : 'close';
  const confirm = async () => {
    const answer = await command.send({});
    if (answer.ok) setAsking(false);
  };
  return (
    <Section title={t('secretariat.closing')}>
      <p>{t(`secretariat.closing.${name}.words`)}</p>
      <Cluster>
        <Button icon="lock" onClick={() => [command.clear(), setAsking(true)]}>
          {t(`secretariat.closing.${name}`)}
        </Button>
      </Cluster>
      <ConfirmDialog
        isOpen={isAsking}
        title={t(`secretariat.closing.${name}.ask`)}
        confirmLabel={t(`secretariat.closing.${name}`)}
        danger={!isClosed}
        pending={command.isPending}
        error={command.refusal ? words(command.refusal) : undefined}
        onConfirm={() => void confirm()}
        onCancel={() => setAsking(false)}
      >
        <p>{t(`secretariat.closing.${name}.words`)}</p>
      </ConfirmDialog>
    </Section>
  );
}
