/** Words as terms are recognised by: without case and diacritics, and in the forms that they share with their inflections. */

/** Lower case without diacritics, in any script, with one space between words. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u2010\u2011-]+/gu, ' ')
    .trim();
}

const stretch = /[\p{L}\p{M}\p{N}]+/gu;
const han = /\p{Script=Han}/u;
const word = /\p{Script=Han}|\P{Script=Han}+/gu;

/** A word of a text and where it stands, in UTF-16 units. */
export interface Word {
  raw: string;
  from: number;
  to: number;
}

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const isChinese = han.test(text);
  // Chinese is written without spaces: each of its signs is a word of its own, and a term is some of them in a row.
  for (const { 0: raw, index } of text.matchAll(stretch))
    if (isChinese) {
      for (const part of raw.matchAll(word))
        words.push({ raw: part[0], from: index + part.index, to: index + part.index + part[0].length });
    } else words.push({ raw, from: index, to: index + raw.length });
  return words;
}

const irregular: Readonly<Record<string, string>> = { children: 'child', women: 'woman', men: 'man', people: 'person' };
// As they are left when their diacritics are gone: й is и, ё is е.
const russian =
  /(?:иями|ием|ями|ами|ого|его|ому|ему|ыми|ими|ым|им|иях|иеи|иях|ах|ях|ов|ев|еи|ом|ем|ам|ям|ую|юю|ая|яя|ое|ее|ые|ие|ыи|ии|ои|их|ых|ию|ия|ью|[аяоеыиуюь])$/u;
const arabicBefore = /^(?:[وف]?(?:بال|كال|لل|ال)|[وف])(?=\p{L}{3})/u;
// A preposition written together with its word; where little would be left, the letter is the word's own.
const arabicJoined = /^[وف]?[بلك](?=\p{L}{4})/u;
const arabicAfter = /(?:يات|يون|يين|ات|ون|ين|ان|يه|ية|ها|هم|[ةهي])$/u;

/** The forms under which a word may be found; two words with a form in common are taken for one. */
export function formsOf(raw: string): readonly string[] {
  const whole = folded(raw);
  if (/^\p{Script=Cyrillic}/u.test(whole)) return stemmed(whole, whole.replace(russian, ''));
  if (/^\p{Script=Arabic}/u.test(whole)) {
    const plain = whole.replace(/ى/gu, 'ي');
    // «للاجئين» is both ل with «لاجئين» and لل with «اجئين»: each that it could be is kept.
    const bare = new Set([plain.replace(arabicBefore, ''), plain.replace(arabicJoined, '')]);
    return [...new Set([...bare].flatMap((word) => stemmed(word, word.replace(arabicAfter, ''))))];
  }
  return /^\p{Script=Latin}/u.test(whole) && whole.length > 3 ? latin(whole) : [whole];
}

/** A stem of one or two letters would be everybody's. */
function stemmed(whole: string, stem: string): readonly string[] {
  return stem.length >= 3 ? [stem] : [whole];
}

/** Singular and plural of English, French and Spanish; a word may be either, so each that it could be is kept. */
function latin(whole: string): string[] {
  const forms = [irregular[whole] ?? whole];
  if (/[^sui]s$/.test(whole)) forms.push(whole.slice(0, -1));
  if (/(?:[sxz]|[cs]h|[nrldy])es$/.test(whole)) forms.push(whole.slice(0, -2));
  if (/ies$/.test(whole)) forms.push(`${whole.slice(0, -3)}y`);
  if (/aux$/.test(whole)) forms.push(`${whole.slice(0, -3)}al`);
  return forms;
}
