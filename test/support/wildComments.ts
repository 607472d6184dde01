import type { Comment } from '@shared/domain/comment.ts';
import { CommentKind } from '@shared/domain/kernel/words.ts';
import { lettersOf, type Passage } from '@shared/domain/passage.ts';
import type { CommandData, CommandName } from '@shared/domain/rulebook.ts';
import { id, may, nothing, one, tabled, type Wild, words } from './wild.ts';

/** A comment of some kind, or any. */
function comment(w: Wild, isWanted: (each: Comment) => boolean = () => true): { itemId: string; commentId: string } {
  const known = Object.entries(w.state.plenary.comment.byItem).flatMap(([itemId, comments]) =>
    comments.filter((each) => may(w, 20) || isWanted(each)).map((each) => ({ itemId, commentId: each.id })),
  );
  return known.length === 0 ? { itemId: tabled(w), commentId: nothing } : one(w.chance, known);
}

/** The first words of an item's text, for every second comment. */
function passage({ state }: Wild, itemId: string): Passage | null {
  const [block] = state.plenary.board.items[itemId]?.current.draft.blocks ?? [];
  const quote = block ? lettersOf(block).slice(0, 20) : '';
  const isOn = quote.trim() !== '' && (state.plenary.comment.byItem[itemId]?.length ?? 0) % 2 === 0;
  return isOn ? { block: 0, from: 0, to: quote.length, quote } : null;
}

type CommentCommand = Extract<CommandName, `comment.${string}`>;

/** What might be asked for about comments at random. */
export const wildComments: { [C in CommentCommand]: (w: Wild) => CommandData<C> } = {
  'comment.post': (w) => {
    const { itemId, commentId } = may(w) ? { itemId: tabled(w), commentId: nothing } : comment(w);
    return {
      itemId,
      kind: one(w.chance, CommentKind.options),
      text: words(w),
      replyTo: commentId === nothing ? null : commentId,
      passage: passage(w, itemId),
    };
  },
  'comment.hide': (w) => ({ ...comment(w), reason: words(w) }),
  'comment.reveal': (w) => comment(w, ({ hidden }) => hidden !== null),
  'comment.markAnswered': (w) => ({ ...comment(w, ({ kind }) => kind === 'question'), isAnswered: may(w) }),
  'comment.close': (w) => ({ itemId: tabled(w) }),
  'comment.reopen': (w) => ({ itemId: id(w, Object.keys(w.state.plenary.comment.closed)) }),
};
