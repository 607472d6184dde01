import type { Paragraph } from '@shared/domain/brief.ts';
import { useState } from 'react';
import { useT } from '../../../i18n/I18n.tsx';
import { useRefusalWords } from '../../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../../sync/Seat.tsx';
import { ConfirmDialog } from '../../../ui/aria/ConfirmDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { PageTitle } from '../../../ui/PageTitle.tsx';
import styles from './BriefDesk.module.css';
import { BriefTitleForm } from './BriefTitleForm.tsx';
import { ParagraphDialog } from './ParagraphDialog.tsx';
import { ParagraphView } from './ParagraphView.tsx';

type Open = { dialog: 'add' } | { dialog: 'edit' | 'strike'; paragraph: Paragraph } | null;

/** The desk of the issue brief that the consultation starts from, set as it reads, every paragraph open to correction. */
export function BriefDesk() {
  const t = useT();
  const { title, paragraphs } = useReplica(({ plenary }) => plenary.brief);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <PageTitle
        title={t('secretariat.desk.brief')}
        under={t('secretariat.brief.count', { n: paragraphs.length })}
        acts={
          <Button kind="primary" icon="add" onClick={() => setOpen({ dialog: 'add' })}>
            {t('secretariat.brief.add')}
          </Button>
        }
      />
      <BriefTitleForm title={title} />
      {paragraphs.length === 0 && (
        <Empty title={t('secretariat.brief.empty')}>{t('secretariat.brief.emptyWords')}</Empty>
      )}
      <div className={styles.text}>
        {paragraphs.map((paragraph) => (
          <ParagraphView
            key={paragraph.id}
            paragraph={paragraph}
            onEdit={() => setOpen({ dialog: 'edit', paragraph })}
            onStrike={() => setOpen({ dialog: 'strike', paragraph })}
          />
        ))}
      </div>
      {open?.dialog === 'add' && <ParagraphDialog paragraph={null} onClose={close} />}
      {open?.dialog === 'edit' && <ParagraphDialog paragraph={open.paragraph} onClose={close} />}
      {open?.dialog === 'strike' && <Strike paragraph={open.paragraph} onClose={close} />}
    </>
  );
}

function Strike({ paragraph, onClose }: { paragraph: Paragraph; onClose: () => void }) {
  const t = useT();
  const words = useRefusalWords();
  const { send, isPending, refusal } = useCommand('brief.strike');
  const confirm = async () => {
    const answer = await send({ paragraphId: paragraph.id });
    if (answer.ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      danger
      title={t('secretariat.brief.strikeAsk', { number: paragraph.number })}
      confirmLabel={t('secretariat.brief.strike')}
      pending={isPending}
      error={refusal ? words(refusal) : undefined}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    />
  );
}
