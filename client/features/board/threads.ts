import type { Comment } from '@shared/domain/comment.ts';

/** A comment with the answers to it. */
export interface Thread {
  root: Comment;
  answers: Comment[];
}

/** Comments as threads, in the order in which they came; an answer stands below what it answers. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const comment of comments) {
    const thread = comment.replyTo === null ? undefined : threads.get(comment.replyTo);
    if (thread) thread.answers.push(comment);
    else threads.set(comment.id, { root: comment, answers: [] });
  }
  return [...threads.values()];
}

/** How many comments are shown with their words. */
export function visibleCount(comments: readonly Comment[] | undefined): number {
  return comments?.filter(({ hidden }) => hidden === null).length ?? 0;
}
