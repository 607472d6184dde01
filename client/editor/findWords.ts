/** Finds words as a reader would: whatever their case, their accents, vowel signs or the strokes that stretch Arabic. */

export interface Found {
  from: number;
  to: number;
}

/** Letters as they are compared, and from where to where in the text each stood, with its accents. */
export interface Folded {
  letters: string;
  from: readonly number[];
  to: readonly number[];
}

/** Written in several ways and read as one. */
const alike: Record<string, string> = {
  ...{ '‘': "'", '’': "'", ʼ: "'", '“': '"', '”': '"', '«': '"', '»': '"', '‐': '-', '‑': '-', '–': '-', '—': '-' },
  ...{ ى: 'ي', ٱ: 'ا', ی: 'ي', ک: 'ك', ß: 'ss', ё: 'е', œ: 'oe', æ: 'ae', ø: 'o', đ: 'd', ł: 'l', ı: 'i' },
};

/** Signs between letters, marks of direction, joiners, soft hyphens and the Arabic tatweel: nobody looks for these. */
const passedOver = /^[\ufffc\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]$/;

/** Folds a text; a sign between letters is given as U+FFFC and is passed over. */
export function folded(text: string): Folded {
  let letters = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of text) {
    const end = at + letter.length;
    const plain = passedOver.test(letter) ? '' : plainOf(letter);
    letters += plain;
    for (let i = 0; i < plain.length; i++) {
      from.push(at);
      to.push(end);
    }
    if (!plain && to.length > 0 && /\p{M}/u.test(letter)) to[to.length - 1] = end;
    at = end;
  }
  return { letters, from, to };
}

function plainOf(letter: string): string {
  let plain = '';
  for (const part of letter.normalize('NFKD').toLowerCase())
    if (!/\p{M}/u.test(part)) plain += /\s/.test(part) ? ' ' : (alike[part] ?? part);
  return plain;
}

/** Where folded words stand in a folded text, none over another. */
export function placesOf(words: string, { letters, from, to }: Folded, isWhole: boolean): Found[] {
  const found: Found[] = [];
  if (!words) return found;
  for (let at = letters.indexOf(words); at >= 0; at = letters.indexOf(words, at)) {
    const end = at + words.length;
    const isHit = !isWhole || (isEdge(letters, at) && isEdge(letters, end));
    if (isHit) found.push({ from: from[at] ?? 0, to: to[end - 1] ?? 0 });
    at = isHit ? end : at + 1;
  }
  return found;
}

/** Whether a word may begin or end here; each character of Chinese stands by itself. */
function isEdge(letters: string, at: number): boolean {
  const [before, after] = [letters.charAt(at - 1), letters.charAt(at)];
  return !isOfWord(before) || !isOfWord(after);
}

const isOfWord = (letter: string) =>
  /[\p{L}\p{N}]/u.test(letter) && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter);
