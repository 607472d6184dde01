import { type Stance, Stance as StanceOf } from '@shared/domain/brackets/shape.ts';
import { useFormat, useT } from '../i18n/I18n.tsx';
import { type Refused, refusalWords } from '../parts/refusalWords.ts';
import { useDelegationNames } from '../parts/useDelegationNames.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { type BracketViews, kindOf } from './brackets.ts';
import styles from './Hanging.module.css';

/** What stands in the way of an act, by bracket: who holds which position on it. */
export interface Standing {
  bracketId: string;
  positions: Partial<Record<Stance, string[]>>;
}

/** What a refusal lists, in the order in which it names the brackets: positions that would be lost, or brackets that are open. */
export function standingOf({ details }: Refused): Standing[] {
  const found = new Map<string, Standing>();
  const at = (bracketId: string) => {
    const standing = found.get(bracketId) ?? { bracketId, positions: {} };
    found.set(bracketId, standing);
    return standing;
  };
  for (const loss of listOf(details?.losses)) {
    if (typeof loss !== 'object' || loss === null) continue;
    const { bracketId, delegationId, stance } = loss as Record<string, unknown>;
    const known = stances.find((each) => each === stance);
    if (known) (at(String(bracketId)).positions[known] ??= []).push(String(delegationId));
  }
  for (const id of listOf(details?.brackets)) at(String(id));
  return [...found.values()];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const stances: readonly Stance[] = StanceOf.options;

/** Why something was not done, at once also to those who listen; with the list of what would be lost by it. */
export function RefusedAct(props: {
  refusal: Refused;
  brackets: BracketViews;
  wordsOf(bracketId: string): string;
  onClose?: () => void;
}) {
  const { refusal, brackets, wordsOf, onClose } = props;
  const t = useT();
  const { list } = useFormat();
  const nameOf = useDelegationNames();
  const standing = standingOf(refusal);
  const acts = onClose && (
    <Button size="small" onClick={onClose}>
      {t('editor.late.dismiss')}
    </Button>
  );
  return (
    <div role="alert">
      <Notice tone="danger" acts={acts}>
        {refusalWords(refusal, t, list)}
        {standing.length > 0 && (
          <ul className={styles.losses}>
            {standing.map(({ bracketId, positions }) => (
              <li key={bracketId}>
                {(brackets[bracketId]?.number ?? null) !== null && `${kindOf(brackets[bracketId], t)} `}
                <q dir="auto">{wordsOf(bracketId)}</q>
                {stances.map(
                  (stance) =>
                    positions[stance] && (
                      <bdi key={stance}>
                        {t(`text.bracket.${stance}`, { names: list(positions[stance].map(nameOf)) })}
                      </bdi>
                    ),
                )}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}
