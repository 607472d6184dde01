import { type Explained, isOvertaken } from '@shared/domain/explanation/shape.ts';
import { mostMinutes } from '@shared/domain/explanation.ts';
import type { Plenary } from '@shared/domain/state.ts';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/I18n.tsx';
import { RefusalNote } from '../../parts/RefusalNote.tsx';
import { useCommand, useReplica } from '../../sync/Seat.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import styles from './ExplanationsPage.module.css';

interface Candidate {
  explained: Explained;
  title: string;
}

/** Opens a list: before a decision that is to come, or after one that was taken; with a limit for each statement. */
export function OpenListForm({ decision }: { decision: string | null }) {
  const t = useT();
  const plenary = useReplica((state) => state.plenary);
  const all = useMemo(() => candidates(plenary), [plenary]);
  const [chosen, setChosen] = useState<string | null>(decision);
  const [minutes, setMinutes] = useState(mostMinutes);
  const { send, isPending, refusal } = useCommand('explanation.openList');
  const likely = all.find(({ explained }) => explained.id === chosen) ?? all[0];
  if (!likely) return <p className={styles.facts}>{t('explanations.nothingToExplain')}</p>;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ explained: likely.explained, minutes });
      }}
    >
      <NativeSelect
        label={t('explanations.decision')}
        value={likely.explained.id}
        onChange={setChosen}
        options={all.map(({ explained, title }) => ({
          value: explained.id,
          label: t(`explanations.option.${explained.kind}`, { title }),
        }))}
      />
      <NativeSelect
        label={t('explanations.minutes')}
        value={String(minutes)}
        onChange={(value) => setMinutes(Number(value))}
        options={Array.from({ length: mostMinutes }, (_, at) => ({
          value: String(at + 1),
          label: t('explanations.limit', { n: at + 1 }),
        }))}
      />
      <RefusalNote refusal={refusal} />
      <div>
        <Button type="submit" icon="add" pending={isPending}>
          {t('explanations.openAct')}
        </Button>
      </div>
    </form>
  );
}

/** What may be explained and has no open list, the newest first. */
function candidates(plenary: Plenary): Candidate[] {
  const { vote, noObjection, board, panel } = plenary;
  const titleOf = (itemId: string) => board.items[itemId]?.current.title ?? '';
  const calls = Object.values(noObjection.byId)
    .filter(({ phase }) => phase === 'adopted')
    .map((call) => ({ at: call.calledAt, of: { kind: 'no-objection', id: call.id } as const, itemId: call.itemId }));
  const votes = Object.values(vote.byId)
    .filter(({ phase, method }) => phase === 'declared' && method !== 'secret')
    .map((each) => ({ at: each.openedAt, of: { kind: 'vote', id: each.id } as const, itemId: each.itemId }));
  const items = Object.values(board.items)
    .filter((item) => item.stage === 'ready' && !item.disposition && !item.isTakenBack && !item.gone)
    .filter(({ panelId }) => panel.byId[panelId]?.step === 'deciding')
    .map(({ id }) => ({ at: 0, of: { kind: 'item', id } as const, itemId: id }));
  return [...calls, ...votes, ...items]
    .sort((a, b) => b.at - a.at)
    .filter(({ of }) => !hasOpenList(plenary, of))
    .map(({ of, itemId }) => ({ explained: of, title: titleOf(itemId) }));
}

function hasOpenList(plenary: Plenary, { id }: Explained): boolean {
  const lists = Object.values(plenary.explanation.byId);
  return lists.some((list) => list.explained.id === id && list.isOpen && !isOvertaken(plenary, list));
}
