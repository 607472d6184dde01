import { useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DraftEditor.module.css';
import hanging from './Hanging.module.css';
import { NamesIn } from './Names.tsx';
import { WordingForm } from './WordingForm.tsx';

/** What is agreed about a paragraph, in names. */
export interface AgreedParagraph {
  status: 'agreed-ad-referendum' | 'agreed';
  confirmed: string[];
  lacking: string[];
  isConfirmedByMe: boolean;
  /** Who wants it opened again, and why. */
  reopening: { name: string; reason: string } | null;
}

export interface ParagraphDesk {
  agreed: Readonly<Record<string, AgreedParagraph>>;
  agree?(paragraphId: string): void;
  confirm?(paragraphId: string): void;
  retract?(paragraphId: string): void;
  askReopening?(paragraphId: string, reason: string): Promise<boolean>;
  reopen?(paragraphId: string, reason: string): Promise<boolean>;
}

/** How the paragraph at the caret stands: clean, bracketed, agreed ad referendum, agreed; and what one can do about it. */
export function ParagraphLine(props: { id: string; openBrackets: number; desk: ParagraphDesk }) {
  const { id, openBrackets, desk } = props;
  const t = useT();
  const agreed = desk.agreed[id];
  const status = agreed?.status ?? (openBrackets > 0 ? 'bracketed' : 'clean');
  return (
    <section className={styles.paragraphLine} aria-label={t('editor.paragraph')}>
      <p>
        <strong>{t(`editor.paragraph.${status}`, { n: openBrackets })}</strong>
        {agreed && <Confirmations agreed={agreed} />}
      </p>
      {agreed ? (
        <Agreed id={id} agreed={agreed} desk={desk} />
      ) : (
        desk.agree && (
          <Button size="small" icon="gavel" disabled={openBrackets > 0} onClick={() => desk.agree?.(id)}>
            {t('editor.paragraph.agree')}
          </Button>
        )
      )}
    </section>
  );
}

function Confirmations({ agreed }: { agreed: AgreedParagraph }) {
  const t = useT();
  return (
    <>
      {agreed.status === 'agreed-ad-referendum' && agreed.confirmed.length > 0 && (
        <NamesIn names={agreed.confirmed} sentence={(names) => t('editor.paragraph.confirmed', { names })} />
      )}
      {agreed.lacking.length > 0 && (
        <NamesIn names={agreed.lacking} sentence={(names) => t('editor.paragraph.lacking', { names })} />
      )}
      {agreed.reopening && (
        <span>
          {t('editor.paragraph.asked', { ...agreed.reopening, reason: `\u2068${agreed.reopening.reason}\u2069` })}
        </span>
      )}
    </>
  );
}

function Agreed({ id, agreed, desk }: { id: string; agreed: AgreedParagraph; desk: ParagraphDesk }) {
  const t = useT();
  const [asking, setAsking] = useState<'askReopening' | 'reopen' | null>(null);
  const close = () => setAsking(null);
  const isOpenToConfirm = agreed.status === 'agreed-ad-referendum';
  return (
    <div className={hanging.choices}>
      {isOpenToConfirm && desk.confirm && !agreed.isConfirmedByMe && (
        <Button size="small" icon="check" onClick={() => desk.confirm?.(id)}>
          {t('editor.paragraph.confirm')}
        </Button>
      )}
      {isOpenToConfirm && desk.retract && agreed.isConfirmedByMe && (
        <Button size="small" onClick={() => desk.retract?.(id)}>
          {t('editor.paragraph.retract')}
        </Button>
      )}
      {desk.askReopening && !agreed.reopening && (
        <Button size="small" onClick={() => setAsking('askReopening')}>
          {t('editor.paragraph.askReopening')}
        </Button>
      )}
      {desk.reopen && agreed.reopening && (
        <Button size="small" icon="lock" onClick={() => setAsking('reopen')}>
          {t('editor.paragraph.reopen')}
        </Button>
      )}
      {asking && (
        <WordingForm label={t('editor.paragraph.reason')} send={(reason) => desk[asking]?.(id, reason)} close={close} />
      )}
    </div>
  );
}
