import type { EditorView } from 'prosemirror-view';
import { type KeyboardEvent, type ReactNode, type RefObject, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import {
  type BracketActs,
  type BracketRange,
  type BracketView,
  type BracketViews,
  bracketSummary,
  groupOf,
  kindOf,
  sameAs,
} from './brackets.ts';
import styles from './Hanging.module.css';
import { Hanging, useIsDocked } from './Hanging.tsx';
import { keysOf } from './keys.ts';
import { NamesLine, shownOf } from './Names.tsx';
import { WordingForm } from './WordingForm.tsx';

export type Wording = 'suggest' | 'bridge';

export interface BracketMenuProps {
  view: EditorView;
  range: BracketRange;
  bracket: BracketView;
  views: BracketViews;
  acts: BracketActs;
  frame: RefObject<HTMLElement | null>;
  /** Which form is open in it. */
  wording: Wording | null;
  setWording(wording: Wording | null): void;
  /** What may be done with the words that are selected; under a finger this has no other place. */
  selection?: ReactNode;
}

const stances = ['support', 'oppose', 'reserve'] as const;
const outcomes = ['keep', 'remove'] as const;

/** What one can do about the bracket in which the caret stands: take a position, word it otherwise, settle it. */
export function BracketMenu(props: BracketMenuProps) {
  const { view, range, bracket, views, acts, frame, wording, setWording } = props;
  const t = useT();
  const [isMore, setMore] = useState(false);
  const { id } = bracket;
  // A choice is about all of its alternatives: none of them is covered.
  const group = groupOf(view.state.doc, views, id);
  const end = Math.max(range.to, ...group.map(({ to }) => to));
  // What has been done about it is done: one goes on in the text.
  const done = () => {
    setMore(false);
    view.focus();
  };
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    setWording(null);
    view.focus();
  };
  return (
    <Hanging view={view} pos={end} from={range.from} frame={frame} label={bracketSummary(bracket, t)} docks>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for Escape from whatever is in it. */}
      <div className={styles.menu} data-bracket-menu="" onKeyDown={back}>
        {props.selection}
        <About bracket={bracket} isWhole={isMore} />
        {wording ? (
          <WordingForm
            key={wording}
            label={t(`editor.bracket.${wording}.words`)}
            send={(words) => (wording === 'bridge' ? acts.bridge?.(id, words) : acts.suggest(id, words))}
            close={() => {
              setWording(null);
              view.focus();
            }}
          />
        ) : (
          <>
            <Same view={view} views={views} id={id} acts={acts} />
            <div className={styles.choices}>
              {acts.takePosition ? (
                <Stances bracket={bracket} acts={acts} />
              ) : (
                <Outcomes bracket={bracket} acts={acts} />
              )}
              {hasMore(bracket, acts) && (
                <IconButton
                  kind="quiet"
                  size="small"
                  icon={isMore ? 'collapse' : 'more'}
                  label={t('editor.bracket.more')}
                  aria-expanded={isMore}
                  onClick={() => setMore(!isMore)}
                />
              )}
            </div>
            {isMore && <More bracket={bracket} acts={acts} setWording={setWording} done={done} />}
          </>
        )}
      </div>
    </Hanging>
  );
}

const hasMore = ({ kind, stands }: BracketView, { settle }: BracketActs) =>
  kind !== 'deletion' ||
  settle !== undefined ||
  stances.some((stance) => shownOf(stands[stance], aLine) < stands[stance].length);

/** How many letters of names fit beside a stance on a phone. */
const aLine = 36;

/** What it is, who proposed it, and who stands how to it, at a glance. */
function About({ bracket, isWhole }: { bracket: BracketView; isWhole: boolean }) {
  const t = useT();
  const { kind, proposer, stands, asked } = bracket;
  const isDocked = useIsDocked(true);
  return (
    <div className={styles.about}>
      <p>
        <strong>{kindOf(bracket, t)}</strong>{' '}
        {proposer !== null && <bdi>{t('editor.bracket.by', { name: proposer })}</bdi>}
        <span role="status">{asked !== undefined && <em>{t('editor.sending')}</em>}</span>
      </p>
      <dl className={styles.stands}>
        {stances.map(
          (stance) =>
            stands[stance].length > 0 && (
              <div key={stance}>
                <dt>
                  {t(`editor.bracket.stands.${kind === 'deletion' && stance === 'oppose' ? 'retain' : stance}`, {
                    n: stands[stance].length,
                  })}
                </dt>
                <dd>
                  <NamesLine names={stands[stance]} isWhole={isWhole} most={isDocked ? aLine : undefined} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </div>
  );
}

function Stances({ bracket, acts }: Pick<BracketMenuProps, 'bracket' | 'acts'>) {
  const t = useT();
  const { id, mine, asked } = bracket;
  const now = asked === undefined ? mine : asked;
  return stances.map((stance) => (
    <Button
      key={stance}
      size="small"
      shortcut={keysOf(stance)}
      aria-pressed={now === stance}
      icon={now === stance ? 'check' : undefined}
      onClick={() => acts.takePosition?.(id, now === stance ? null : stance)}
    >
      {t(`editor.act.${stance}`)}
    </Button>
  ));
}

/** How the facilitator or the rapporteur settles it at once, where nobody stands against it. */
function Outcomes({ bracket, acts }: Pick<BracketMenuProps, 'bracket' | 'acts'>) {
  const nameOf = useOutcomeName(bracket);
  if (!acts.settle || bracket.call) return null;
  return outcomes.map((outcome) => (
    <Button
      key={outcome}
      size="small"
      icon={outcome === 'keep' ? 'check' : 'delete'}
      shortcut={keysOf(outcome)}
      onClick={() => acts.settle?.(bracket.id, outcome)}
    >
      {nameOf(outcome)}
    </Button>
  ));
}

function useOutcomeName({ hasAlternatives }: BracketView) {
  const t = useT();
  return (outcome: 'keep' | 'remove') =>
    t(outcome === 'keep' && hasAlternatives ? 'editor.bracket.choose' : `editor.act.${outcome}`);
}

/** Other wordings, and how it is settled: at once, or by a call for objections. */
function More(props: Pick<BracketMenuProps, 'bracket' | 'acts' | 'setWording'> & { done: () => void }) {
  const { bracket, acts, setWording, done } = props;
  const t = useT();
  const nameOf = useOutcomeName(bracket);
  const { id, kind, call } = bracket;
  return (
    // biome-ignore lint/a11y: listens to what its buttons have done.
    <div className={styles.choices} onClick={done}>
      {kind !== 'deletion' && (
        <Button size="small" icon="edit" shortcut={keysOf('propose')} onClick={() => setWording('suggest')}>
          {t('editor.bracket.suggest')}
        </Button>
      )}
      {acts.bridge && kind !== 'deletion' && (
        <Button size="small" icon="link" onClick={() => setWording('bridge')}>
          {t('editor.bracket.bridge')}
        </Button>
      )}
      {acts.takePosition && <Outcomes bracket={bracket} acts={acts} />}
      {acts.call &&
        !call &&
        outcomes.map((outcome) => (
          <Button key={outcome} size="small" icon="gavel" onClick={() => acts.call?.(id, outcome)}>
            {t('editor.bracket.call', { act: nameOf(outcome) })}
          </Button>
        ))}
    </div>
  );
}

/** Where another alternative says the same, that the two can become one. */
function Same({ view, views, id, acts }: Pick<BracketMenuProps, 'view' | 'views' | 'acts'> & { id: string }) {
  const t = useT();
  const same = sameAs(view.state.doc, views, id);
  if (!same) return null;
  return (
    <div className={styles.same}>
      <p>{t('editor.bracket.same', { label: kindOf(views[same.other], t) })}</p>
      {acts.merge && (
        <Button size="small" icon="link" onClick={() => acts.merge?.(same.keep, same.drop)}>
          {t('editor.bracket.merge')}
        </Button>
      )}
    </div>
  );
}
