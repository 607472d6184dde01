/** How many words a text has, as a writer of its language counts them. */

/** Written without spaces, and counted by characters. */
const byCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** Written without spaces, and only told apart by who knows the words. */
const byDictionary = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** By white space; Chinese by characters. What has neither letter nor number is no word. */
export function countWords(text: string): number {
  let count = 0;
  const others = text.replace(byCharacter, () => {
    count++;
    return ' ';
  });
  for (const word of others.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(word)) count += partsOf(word);
  return count;
}

function partsOf(word: string): number {
  if (!byDictionary.test(word) || !('Segmenter' in Intl)) return 1;
  const parts = new Intl.Segmenter('th', { granularity: 'word' }).segment(word);
  return [...parts].filter(({ isWordLike }) => isWordLike).length;
}
