/** Letters as a draft can hold them: what cannot be seen or printed goes, unless it changes how the words are read. */

/** Zero-width and soft junk, and what stands for an object that was not pasted along. */
const junk = /[\u00ad\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\uffff]/g;
/** Reorders letters against their own direction: never needed in a draft, and it can make a text read as another. */
const overrides = /[\u202d\u202e]/g;
const marks = /[\u200e\u200f\u061c]/g;
const isolates = /[\u202a\u202b\u202c\u2066-\u2069]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
/** Joiners shape letters in Persian, in Indian scripts and in pictures; elsewhere they are junk. */
const idleJoiner =
  /(?<![\p{L}\p{M}\p{Extended_Pictographic}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;
/** Letters joined for print, as they come out of a PDF. */
const presentation = /[\ufb00-\ufb06\ufb13-\ufb17\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]+/g;
/** Bullets of symbol fonts, which have no character of their own. */
const symbolBullets = /[\uf0b7\uf0a7\uf0d8\uf076\uf0fc]/g;
/** Where a space must not break, it stays as it is: before high punctuation, in quotation marks, within a number. */
const idleSpace = /(?<!«)[\u00a0\u202f](?![:;!?»%\u066a])/g;

/** Cleans pasted letters; white space of any kind becomes one space. */
export function tidied(words: string): string {
  if (/^[ -~]*$/.test(words)) return words.replace(/ +/g, ' ');
  let text = words
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]/gu, '')
    .replace(junk, '')
    .replace(overrides, '')
    .replace(symbolBullets, '•')
    .replace(presentation, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
    .replace(idleJoiner, '');
  text = directed(text);
  return text
    .replace(idleSpace, (space, at: number, all: string) => (isWithinNumber(all, at) ? space : ' '))
    .replace(/[ \u1680\u2000-\u200a\u205f\u3000]+/g, ' ')
    .replace(/ (?=[\u00a0\u202f])|(?<=[\u00a0\u202f]) /g, '');
}

const isWithinNumber = (text: string, at: number) => /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));

/** Marks of direction stay where letters of both directions may meet, and isolates only as whole pairs. */
function directed(text: string): string {
  if (!rightToLeft.test(text)) return text.replace(marks, '').replace(isolates, '');
  return isBalanced(text) ? text : text.replace(isolates, '');
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [sign] of text.matchAll(isolates)) {
    if (sign === '\u202a' || sign === '\u202b') open.push('\u202c');
    else if (sign === '\u202c' || sign === '\u2069') {
      if (open.pop() !== sign) return false;
    } else open.push('\u2069');
  }
  return open.length === 0;
}
