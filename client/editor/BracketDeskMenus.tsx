import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type ReactNode, type RefObject, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { BracketMenu } from './BracketMenu.tsx';
import {
  type BracketActs,
  type BracketDesk,
  type BracketViews,
  bracketSummary,
  type Place,
  type Proposing,
  placeIn,
} from './brackets.ts';
import styles from './Hanging.module.css';
import { Hanging, useIsDocked } from './Hanging.tsx';
import { type Act, commandsFor, keysOf } from './keys.ts';
import type { Look } from './lookAt.ts';
import { WordingForm } from './WordingForm.tsx';

export interface BracketDeskMenusProps {
  view: EditorView;
  state: EditorState;
  look: Look;
  views: BracketViews;
  desk: BracketDesk;
  acts: BracketActs;
  frame: RefObject<HTMLElement | null>;
  proposing: Proposing | null;
  setProposing(proposing: Proposing | null): void;
}

/** What hangs on the text about brackets: the menu of the one at the caret, the form for another wording, the acts on a selection. */
export function BracketDeskMenus(props: BracketDeskMenusProps) {
  const { view, state, look, views, acts, frame, proposing, setProposing } = props;
  const isDocked = useIsDocked(true);
  const chosen = look.bracket && views[look.bracket.id];
  if (proposing && 'place' in proposing)
    return <SelectionForm {...{ view, state, acts, frame, proposing }} close={() => setProposing(null)} />;
  const selection = isDocked && look.hasSelection ? <SelectionActs view={view} desk={props.desk} /> : null;
  if (look.bracket && chosen)
    return (
      <BracketMenu
        key={chosen.id}
        {...{ view, views, acts, frame, selection }}
        range={look.bracket}
        bracket={chosen}
        wording={proposing?.bracketId === chosen.id ? proposing.wording : null}
        setWording={(wording) => setProposing(wording && { bracketId: chosen.id, wording })}
      />
    );
  return selection && <SelectionSheet {...{ view, state, frame }}>{selection}</SelectionSheet>;
}

type Hung = Pick<BracketDeskMenusProps, 'view' | 'state' | 'frame'>;

function SelectionSheet({ view, state, frame, children }: Hung & { children: ReactNode }) {
  const t = useT();
  const { from, to } = state.selection;
  return (
    <Hanging view={view} pos={to} from={from} frame={frame} label={t('editor.selection')} docks>
      {children}
    </Hanging>
  );
}

const selectionActs: readonly Act[] = ['bracket', 'deletion', 'propose'];

/** Under a finger the tools are far away: what can be done with selected words stands where the thumb is. */
function SelectionActs({ view, desk }: { view: EditorView; desk: BracketDesk }) {
  const t = useT();
  const commands = commandsFor(desk);
  return (
    <div className={styles.choices}>
      {selectionActs.map((act) => (
        <Button
          key={act}
          size="small"
          shortcut={keysOf(act)}
          onClick={() => commands[act](view.state, view.dispatch, view)}
        >
          {t(`editor.selection.${act}`)}
        </Button>
      ))}
    </div>
  );
}

const mostWords = 80;

/** Another wording of the selected words. */
function SelectionForm(
  props: Hung & { acts: BracketActs; proposing: Extract<Proposing, { place: Place }>; close: () => void },
) {
  const { view, state, frame, acts, proposing } = props;
  const t = useT();
  const { place, words } = proposing;
  // Where its words are now, wherever the caret has gone meanwhile.
  const { from, to } = placeIn(state, place) ?? state.selection;
  const quoted = words.length > mostWords ? `${words.slice(0, mostWords)}…` : words;
  return (
    <Hanging view={view} pos={to} from={from} frame={frame} label={t('editor.act.propose')} docks>
      <WordingForm
        label={t('editor.propose.words', { words: `\u2068${quoted}\u2069` })}
        start={words}
        send={(wording) => acts.suggestAt(place, wording)}
        close={() => {
          props.close();
          view.focus();
        }}
      />
    </Hanging>
  );
}

/** Says to who listens, politely, in which bracket the caret has come to stand. */
export function BracketHerald({ look, views }: { look: Look | null; views: BracketViews }) {
  const t = useT();
  const chosen = look?.bracket && views[look.bracket.id];
  return (
    <VisuallyHidden>
      <span role="status">
        {chosen && t('editor.bracket.herald', { about: bracketSummary(chosen, t), keys: keysOf('menu') })}
      </span>
    </VisuallyHidden>
  );
}

/** The forms about brackets and the way into the menu, for the commands of the editor. */
export function useProposing(desk: Omit<BracketDesk, 'views'>, frame: RefObject<HTMLElement | null>) {
  const [proposing, setProposing] = useState<Proposing | null>(null);
  return {
    proposing,
    setProposing,
    /** What the commands need besides the acts. */
    desk: {
      ...desk,
      begin: (proposed: Proposing) => setProposing(proposed),
      enter: () => {
        const pane = frame.current?.closest('[data-pane]') ?? frame.current;
        pane?.querySelector<HTMLElement>('[data-bracket-menu] button, [data-bracket-menu] input')?.focus();
      },
    },
  };
}
