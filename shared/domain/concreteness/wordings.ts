/** A list as it is written down: wordings with bars between them, in as many lines as it takes. */
export const wordings = (list: string): string[] =>
  list
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '');
