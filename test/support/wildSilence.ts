import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { openingOf, roundOf, type Silence, type SilencePhase } from '@shared/domain/silence/shape.ts';
import { id, may, nothing, one, type Wild, words } from './wild.ts';

type SilenceCommand = Extract<CommandName, `silence.${string}`>;

/** A procedure, mostly in one of these phases. */
function silence(w: Wild, ...phases: SilencePhase[]): Silence | undefined {
  const known = Object.values(w.state.plenary.silence.byId);
  const fitting = known.filter(({ phase }) => phases.includes(phase));
  const list = fitting.length > 0 && !may(w, 20) ? fitting : known;
  return list.length === 0 ? undefined : one(w.chance, list);
}

const silenceId = (w: Wild, ...phases: SilencePhase[]) => ({ silenceId: silence(w, ...phases)?.id ?? nothing });

/** A deadline that passes within a trial, or of which a reminder falls into it. */
const soon = ({ chance }: Wild, from: number) => from + (60 + chance.below(90)) * 1_000 + chance.below(2) * 7_200_000;

const objection = (w: Wild) => ({ reason: may(w) ? words(w) : null, alternative: may(w) ? words(w) : null });

/** What might be asked for about silence at random. */
export const wildSilence: { [C in SilenceCommand]: (w: Wild) => CommandData<C> } = {
  'silence.prepare': (w) => ({
    itemId: id(
      w,
      Object.values(w.state.plenary.board.items)
        .filter(({ stage }) => stage === 'ready')
        .map((item) => item.id),
    ),
  }),
  'silence.markLanguage': (w) => ({
    ...silenceId(w, 'prepared'),
    language: one(w.chance, ['en', 'ar']),
    isReady: !may(w, 3),
  }),
  'silence.open': (w) => {
    const known = silence(w, 'prepared');
    return {
      ...{ silenceId: known?.id ?? nothing, deadlineAt: soon(w, known ? roundOf(known).preparedAt : 0) },
      ...(may(w, 8) ? {} : { shorterBecause: words(w) }),
      ...(may(w, 8) ? {} : { languagesWaived: words(w) }),
    };
  },
  'silence.extend': (w) => {
    const known = silence(w, 'under-silence');
    const from = known && roundOf(known).opening ? openingOf(known).deadlineAt : 1;
    return { silenceId: known?.id ?? nothing, deadlineAt: from + (may(w, 5) ? -1 : 30_000) };
  },
  'silence.remind': (w) => silenceId(w, 'under-silence'),
  'silence.break': (w) => {
    const known = silence(w, 'under-silence');
    const round = known ? roundOf(known).number : 1;
    return { silenceId: known?.id ?? nothing, round, isConfirmed: true, ...objection(w) };
  },
  'silence.retract': (w) => silenceId(w, 'broken'),
  'silence.restore': (w) => {
    const known = silence(w, 'broken');
    const from = known && roundOf(known).opening ? openingOf(known).deadlineAt : 1;
    return { silenceId: known?.id ?? nothing, deadlineAt: from + (may(w, 5) ? -1 : 60_000) };
  },
  'silence.adopt': (w) => silenceId(w, 'under-silence'),
  'silence.withdraw': (w) => ({ ...silenceId(w, 'prepared', 'revision'), reason: words(w) }),
  'silence.revise': (w) => {
    const known = silence(w, 'broken', 'withdrawn', 'revision');
    const blocks = w.state.plenary.board.items[known?.itemId ?? '']?.current.draft.blocks ?? [];
    const paragraphs = [...blocks.keys()].map((from) => ({ from, text: words(w) }));
    const revision = { title: words(w), paragraphs: [...paragraphs, { from: null, text: words(w) }] };
    return { silenceId: known?.id ?? nothing, ...(may(w) ? { revision } : {}) };
  },
  'silence.renew': (w) => silenceId(w, 'revision'),
  'silence.circulate': (w) => ({ ...silenceId(w, 'broken'), round: 1 + w.chance.below(2) }),
  'silence.say': (w) => ({
    ...silenceId(w, 'under-silence', 'broken'),
    ...{ kind: one(w.chance, ['comment', 'question'] as const), text: words(w) },
  }),
  'silence.answer': (w) => {
    const known = silence(w, 'under-silence', 'broken');
    const remarkId = id(
      w,
      (known?.remarks ?? []).map((each) => each.id),
    );
    return { silenceId: known?.id ?? nothing, remarkId, text: words(w) };
  },
  'silence.read': (w) => silenceId(w, 'under-silence'),
  'silence.takeNote': (w) => silenceId(w, 'adopted'),
};
