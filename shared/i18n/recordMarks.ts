/** The signs that stand beside names in the record of a vote, and before the sentences that say what they mean (AUD-10). */
export const recordMarks = { entered: '*', intended: '†' } as const;

/** The signs of one name, in their order; empty for most. */
export function marksOf({ isEntered, hasIntended }: { isEntered: boolean; hasIntended: boolean }): string {
  return `${isEntered ? recordMarks.entered : ''}${hasIntended ? recordMarks.intended : ''}`;
}
