import { useStore } from 'zustand';
import { useFormat, useT } from '../i18n/I18n.tsx';
import type { Refused } from '../parts/refusalWords.ts';
import type { DraftStatus } from '../sync/draftChannel.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { BracketActs, BracketViews } from './brackets.ts';
import styles from './Hanging.module.css';
import type { PendingBrackets } from './pendingBrackets.ts';
import { RefusedAct } from './RefusedAct.tsx';
import { RunningCalls } from './RunningCalls.tsx';

export interface DraftNoticesProps {
  status: DraftStatus;
  brackets: BracketViews;
  acts: BracketActs | null;
  wordsOf(bracketId: string): string;
  serverOffsetMs: number;
  pending: PendingBrackets | null;
  pendingWordsOf(key: number): string;
  refusal: Refused | null;
  forgetRefusal?: () => void;
  refusedBytes: number | null;
  forgetPaste(): void;
  hasHitLock: boolean;
  forgetLock(): void;
}

/** What must be known of the text at this moment; it stays in sight while one scrolls. */
export function DraftNotices(props: DraftNoticesProps) {
  const { status, refusal, refusedBytes, wordsOf } = props;
  const t = useT();
  const { number } = useFormat();
  return (
    <div className={styles.notices}>
      {refusedBytes !== null && (
        <Notice tone="danger" live acts={<Dismiss onClick={props.forgetPaste} />}>
          {t('editor.paste-too-large', { size: number(Math.ceil(refusedBytes / 1024)) })}
        </Notice>
      )}
      {status.kind === 'full' && (
        <Notice tone="danger" live>
          {t(status.why === 'draft' ? 'editor.full.draft' : 'editor.full.storage')}
        </Notice>
      )}
      <RunningCalls
        brackets={props.brackets}
        acts={props.acts}
        wordsOf={wordsOf}
        serverOffsetMs={props.serverOffsetMs}
      />
      {refusal && (
        <RefusedAct
          refusal={refusal}
          brackets={props.brackets}
          wordsOf={wordsOf}
          {...(props.forgetRefusal && { onClose: props.forgetRefusal })}
        />
      )}
      {props.hasHitLock && (
        <Notice live acts={<Dismiss onClick={props.forgetLock} />}>
          {t('editor.paragraph.isLocked')}
        </Notice>
      )}
      {props.pending && <Waiting pending={props.pending} wordsOf={props.pendingWordsOf} />}
    </div>
  );
}

function Dismiss({ onClick }: { onClick: () => void }) {
  const t = useT();
  return (
    <Button size="small" onClick={onClick}>
      {t('editor.late.dismiss')}
    </Button>
  );
}

/** Brackets that were opened without a line: each can be taken back as long as it has not been sent. */
function Waiting({ pending, wordsOf }: { pending: PendingBrackets; wordsOf(key: number): string }) {
  const t = useT();
  const { entries, gone } = useStore(pending.view);
  return (
    <>
      {entries
        .filter(({ phase }) => phase === 'waiting')
        .map(({ key, wasSent }) => {
          const words = wordsOf(key);
          const acts = wasSent ? undefined : (
            <Button size="small" onClick={() => pending.cancel(key)}>
              {t('editor.pending.cancel')}
            </Button>
          );
          return (
            <Notice key={key} live acts={acts}>
              {words === ''
                ? t('editor.pending.addition')
                : t('editor.pending.waiting', { words: `\u2068${words}\u2069` })}
            </Notice>
          );
        })}
      {gone > 0 && (
        <Notice tone="caution" live acts={<Dismiss onClick={pending.forgetGone} />}>
          {t('editor.pending.gone', { n: gone })}
        </Notice>
      )}
    </>
  );
}
