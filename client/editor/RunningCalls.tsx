import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { BracketActs, BracketViews } from './brackets.ts';

/** "I hear no objection": what is about to be settled, how long one can still object, and the button to do so. */
export function RunningCalls(props: {
  brackets: BracketViews;
  acts: BracketActs | null;
  wordsOf(bracketId: string): string;
  serverOffsetMs: number;
}) {
  const t = useT();
  const running = Object.values(props.brackets).filter(({ call }) => call);
  return running.map(({ id, call }) => (
    <Notice
      key={id}
      tone="caution"
      live
      acts={
        props.acts?.object && (
          <Button size="small" icon="hand" onClick={() => props.acts?.object?.(id)}>
            {t('editor.call.object')}
          </Button>
        )
      }
    >
      {t(`editor.call.${call?.outcome ?? 'keep'}`, { words: `\u2068${props.wordsOf(id)}\u2069` })}{' '}
      <Clock
        label={t('editor.call.clock')}
        deadline={call?.endsAt ?? null}
        serverOffsetMs={props.serverOffsetMs}
        announces={false}
      />
    </Notice>
  ));
}
