import type { EditorView } from 'prosemirror-view';
import { type FormEvent, type RefObject, useState } from 'react';
import { useT } from '../i18n/I18n.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { BracketActs, BracketRange, BracketView } from './brackets.ts';
import styles from './DraftEditor.module.css';
import { Hanging } from './Hanging.tsx';
import { keysOf } from './keys.ts';

export interface BracketMenuProps {
  view: EditorView;
  range: BracketRange;
  bracket: BracketView;
  acts: BracketActs;
  frame: RefObject<HTMLElement | null>;
}

const stances = ['support', 'oppose', 'reserve'] as const;
const outcomes = ['keep', 'remove'] as const;

/** What one can do about the bracket in which the caret stands: take a position, word it otherwise, settle it. */
export function BracketMenu({ view, range, bracket, acts, frame }: BracketMenuProps) {
  const t = useT();
  const [wording, setWording] = useState<'suggest' | 'bridge' | null>(null);
  const { id, kind, mine } = bracket;
  return (
    <Hanging view={view} pos={range.to} frame={frame} label={t('editor.bracket')}>
      <p className={styles.by}>
        <strong>{t(`editor.bracket.kind.${kind}`, { n: bracket.number ?? 1 })}</strong> {bracket.whose}
      </p>
      {acts.takePosition && (
        <div className={styles.choices}>
          {stances.map((stance) => (
            <Button
              key={stance}
              size="small"
              shortcut={keysOf(stance)}
              aria-pressed={mine === stance}
              icon={mine === stance ? 'check' : undefined}
              onClick={() => acts.takePosition?.(id, mine === stance ? null : stance)}
            >
              {t(`editor.act.${stance}`)}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.choices}>
        {kind !== 'deletion' && (
          <Button size="small" icon="edit" aria-expanded={wording === 'suggest'} onClick={() => setWording('suggest')}>
            {t('editor.bracket.suggest')}
          </Button>
        )}
        {acts.bridge && kind !== 'deletion' && (
          <Button size="small" icon="link" aria-expanded={wording === 'bridge'} onClick={() => setWording('bridge')}>
            {t('editor.bracket.bridge')}
          </Button>
        )}
      </div>
      {wording && (
        <WordingForm
          key={wording}
          label={t(`editor.bracket.${wording}.words`)}
          send={(words) => (wording === 'bridge' ? acts.bridge?.(id, words) : acts.suggest(id, words))}
          close={() => {
            setWording(null);
            view.focus();
          }}
        />
      )}
      <Settling bracket={bracket} acts={acts} />
    </Hanging>
  );
}

/** How the facilitator or the rapporteur settles it: at once where nobody stands against it, or by a call for objections. */
function Settling({ bracket, acts }: Pick<BracketMenuProps, 'bracket' | 'acts'>) {
  const t = useT();
  const { id, hasAlternatives, call } = bracket;
  if (!acts.settle || call) return null;
  const nameOf = (outcome: 'keep' | 'remove') =>
    t(outcome === 'keep' && hasAlternatives ? 'editor.bracket.choose' : `editor.act.${outcome}`);
  return (
    <>
      <div className={styles.choices}>
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            size="small"
            icon={outcome === 'keep' ? 'check' : 'delete'}
            shortcut={keysOf(outcome)}
            onClick={() => acts.settle?.(id, outcome)}
          >
            {nameOf(outcome)}
          </Button>
        ))}
      </div>
      <div className={styles.choices}>
        {outcomes.map((outcome) => (
          <Button key={outcome} size="small" icon="gavel" onClick={() => acts.call?.(id, outcome)}>
            {t('editor.bracket.call', { act: nameOf(outcome) })}
          </Button>
        ))}
      </div>
    </>
  );
}

/** Another wording, typed and sent. */
export function WordingForm(props: {
  label: string;
  send(words: string): Promise<boolean> | undefined;
  close: () => void;
}) {
  const t = useT();
  const [words, setWords] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() && (await props.send(words.trim()))) props.close();
  };
  return (
    <form className={styles.wording} onSubmit={submit}>
      <TextField
        label={props.label}
        dir="auto"
        value={words}
        onChange={setWords}
        autoFocus
        onKeyDown={(event) => event.key === 'Escape' && props.close()}
      />
      <Button size="small" type="submit" icon="send">
        {t('editor.bracket.send')}
      </Button>
    </form>
  );
}
