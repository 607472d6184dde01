import { stages } from '@shared/domain/kernel/words.ts';
import type { Panel } from '@shared/domain/panel.ts';
import { useMemo } from 'react';
import { useFormat, useT } from '../../i18n/I18n.tsx';
import { useReplica, useSeat } from '../../sync/Seat.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { Figures } from './Figures.tsx';

/** The board in numbers: items by stage, comments, questions without an answer, open brackets, the item in the light. */
export function BoardNow({ panel }: { panel: Panel }) {
  const t = useT();
  const format = useFormat();
  const { consultationId } = useSeat();
  const items = useReplica(({ plenary }) => plenary.board.items);
  const byItem = useReplica(({ plenary }) => plenary.comment.byItem);
  const spotlit = useReplica(({ plenary }) => plenary.board.items[plenary.board.spotlight[panel.id] ?? '']);
  const counts = useMemo(() => {
    const own = Object.values(items).filter((item) => item.panelId === panel.id && !item.isTakenBack);
    const onBoard = own.filter(({ disposition, gone }) => disposition === null && !gone);
    const comments = own.flatMap(({ id }) => byItem[id] ?? []).filter(({ hidden }) => hidden === null);
    return {
      byStage: stages.map((stage) => ({ stage, n: onBoard.filter((item) => item.stage === stage).length })),
      comments: comments.length,
      questions: comments.filter(({ kind, isAnswered }) => kind === 'question' && !isAnswered).length,
      brackets: onBoard.reduce((sum, { current }) => sum + current.brackets, 0),
    };
  }, [items, byItem, panel.id]);
  return (
    <Section
      title={t('steering.board')}
      acts={
        <LinkButton href={`/c/${consultationId}/board/${panel.id}`} shortcut="B" icon="board">
          {t('steering.board.open')}
        </LinkButton>
      }
    >
      <Figures
        figures={[
          ...counts.byStage.map(({ stage, n }) => ({
            key: stage,
            value: format.number(n),
            label: t(`parts.stage.${stage}`),
          })),
          { key: 'comments', value: format.number(counts.comments), label: t('steering.board.comments') },
          { key: 'questions', value: format.number(counts.questions), label: t('steering.board.questions') },
          { key: 'brackets', value: format.number(counts.brackets), label: t('steering.board.brackets') },
        ]}
      />
      {spotlit && (
        <p>
          {t('steering.board.spotlit')} <bdi>{spotlit.current.title}</bdi>
        </p>
      )}
    </Section>
  );
}
