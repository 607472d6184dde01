import * as z from 'zod/mini';
import { standing } from './board.ts';
import { CommentId, DelegationId, ItemId, ParticipantId } from './kernel/ids.ts';
import { must } from './kernel/must.ts';
import { defineSlice, refuse } from './kernel/slice.ts';
import { CommentKind, line, Role } from './kernel/words.ts';
import { isPassageOf, Passage } from './passage.ts';

/** The words that a comment is on, of the version that stood on the board then. */
const CommentedPassage = z.extend(Passage, { version: z.int().check(z.minimum(1)) });
export type CommentedPassage = z.infer<typeof CommentedPassage>;

export interface Comment {
  id: CommentId;
  kind: z.infer<typeof CommentKind>;
  text: string;
  by: ParticipantId;
  delegationId: DelegationId | null;
  role: Role;
  replyTo: CommentId | null;
  /** Null where it is on the item as a whole, or answers another. */
  passage: CommentedPassage | null;
  at: number;
  isAnswered: boolean;
  /** Why the bureau hid it; its words are then no longer shown. */
  hidden: string | null;
}

export interface Comments {
  /** The comments on each item, in the order in which they came. */
  byItem: Record<ItemId, Comment[]>;
  /** Items whose comments the bureau has closed. */
  closed: Record<ItemId, true>;
}

/** What panelists and member states say about a tabled item, in threads. */
export const comment = defineSlice({
  name: 'comment',
  commands: {
    post: z.strictObject({
      itemId: ItemId,
      kind: CommentKind,
      text: line(4_000),
      replyTo: z.nullable(CommentId),
      passage: z.optional(z.nullable(Passage)),
    }),
    hide: z.strictObject({ itemId: ItemId, commentId: CommentId, reason: line(300) }),
    reveal: z.strictObject({ itemId: ItemId, commentId: CommentId }),
    markAnswered: z.strictObject({ itemId: ItemId, commentId: CommentId, isAnswered: z.boolean() }),
    close: z.strictObject({ itemId: ItemId }),
    reopen: z.strictObject({ itemId: ItemId }),
  },
  events: {
    plenary: {
      CommentPosted: z.strictObject({
        itemId: ItemId,
        commentId: CommentId,
        kind: CommentKind,
        text: line(4_000),
        by: ParticipantId,
        delegationId: z.nullable(DelegationId),
        role: Role,
        replyTo: z.nullable(CommentId),
        passage: z.optional(CommentedPassage),
      }),
      CommentHidden: z.strictObject({ itemId: ItemId, commentId: CommentId, reason: line(300) }),
      CommentRevealed: z.strictObject({ itemId: ItemId, commentId: CommentId }),
      QuestionMarked: z.strictObject({ itemId: ItemId, commentId: CommentId, isAnswered: z.boolean() }),
      CommentsClosed: z.strictObject({ itemId: ItemId }),
      CommentsReopened: z.strictObject({ itemId: ItemId }),
    },
  },
  decide: {
    post({ plenary }, { itemId, kind, text, replyTo, passage }, { actor, newId }, tell) {
      if (actor.kind === 'system') return refuse('rights.not-permitted');
      const item = standing(plenary.board, itemId);
      if ('refused' in item) return item;
      if (plenary.comment.closed[itemId]) return refuse('comment.closed'); // COM-2
      const thread = plenary.comment.byItem[itemId] ?? [];
      if (thread.length >= 2_000) return refuse('comment.too-many');
      const answered = replyTo === null ? null : thread.find(({ id }) => id === replyTo);
      if (answered === undefined || answered?.hidden) return refuse('comment.unknown');
      const { participantId: by, delegationId, role } = actor;
      // COM-3: threads are one level deep; an answer to an answer joins the same thread.
      const root = answered?.replyTo ?? replyTo;
      const said = { itemId, commentId: newId(), kind, text, by, delegationId, role, replyTo: root };
      // COM-9: an answer stands where its thread does.
      if (!passage || root !== null) return [tell.plenary.CommentPosted(said)];
      const { draft, version } = item.current;
      if (!isPassageOf(draft, passage)) return refuse('comment.not-in-text'); // COM-8
      return [tell.plenary.CommentPosted({ ...said, passage: { ...passage, version } })];
    },
    hide({ plenary }, { itemId, commentId, reason }, _context, tell) {
      if (!plenary.comment.byItem[itemId]?.some(({ id }) => id === commentId)) return refuse('comment.unknown');
      return [tell.plenary.CommentHidden({ itemId, commentId, reason })];
    },
    reveal({ plenary }, { itemId, commentId }, _context, tell) {
      const known = plenary.comment.byItem[itemId]?.find(({ id }) => id === commentId);
      if (!known) return refuse('comment.unknown');
      return known.hidden === null ? [] : [tell.plenary.CommentRevealed({ itemId, commentId })];
    },
    markAnswered({ plenary }, { itemId, commentId, isAnswered }, _context, tell) {
      const known = plenary.comment.byItem[itemId]?.find(({ id }) => id === commentId);
      if (!known) return refuse('comment.unknown');
      if (known.kind !== 'question') return refuse('comment.not-a-question');
      return known.isAnswered === isAnswered ? [] : [tell.plenary.QuestionMarked({ itemId, commentId, isAnswered })];
    },
    close({ plenary }, { itemId }, _context, tell) {
      if (!plenary.board.items[itemId]) return refuse('board.unknown');
      return plenary.comment.closed[itemId] ? [] : [tell.plenary.CommentsClosed({ itemId })];
    },
    reopen({ plenary }, { itemId }, _context, tell) {
      if (!plenary.board.items[itemId]) return refuse('board.unknown');
      return plenary.comment.closed[itemId] ? [tell.plenary.CommentsReopened({ itemId })] : [];
    },
  },
  evolve: {
    plenary: {
      CommentPosted(comments, { itemId, commentId, passage = null, ...rest }, { at }) {
        const said = { id: commentId, ...rest, passage, at, isAnswered: false, hidden: null };
        (comments.byItem[itemId] ??= []).push(said);
      },
      CommentHidden(comments, { itemId, commentId, reason }) {
        commentOf(comments, itemId, commentId).hidden = reason;
      },
      CommentRevealed(comments, { itemId, commentId }) {
        commentOf(comments, itemId, commentId).hidden = null;
      },
      QuestionMarked(comments, { itemId, commentId, isAnswered }) {
        commentOf(comments, itemId, commentId).isAnswered = isAnswered;
      },
      CommentsClosed(comments, { itemId }) {
        comments.closed[itemId] = true;
      },
      CommentsReopened(comments, { itemId }) {
        delete comments.closed[itemId];
      },
    },
  },
});

function commentOf(comments: Comments, itemId: ItemId, commentId: CommentId): Comment {
  return must(
    comments.byItem[itemId]?.find(({ id }) => id === commentId),
    'comment',
  );
}
