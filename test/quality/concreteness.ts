/** Prints precision and recall of the concreteness check by set, language and label; `--wrong` lists what it was tuned on and gets wrong. */
import { examples, foundIn, type Label, labels, scores } from './measured.ts';

const share = (part: number, whole: number) => (whole === 0 ? '    –' : (part / whole).toFixed(2).padStart(5));
const names = Object.keys(labels) as Label[];
const rows = [...scores()].map(([set, row]) => {
  const cells = names.map((label) => {
    const { right, found, labelled } = row[label];
    return `${share(right, found)} ${share(right, labelled)}`;
  });
  const n = examples.filter((each) => each.set === set).length;
  return `${set.padEnd(18)}${String(n).padStart(4)}  ${cells.join('   ')}`;
});
const head = names.map((label) => label.padEnd(11)).join('   ');
process.stdout.write(`precision and recall\n${' '.repeat(24)}${head}\n${rows.join('\n')}\n`);

if (process.argv.includes('--wrong'))
  for (const { set, expected, text } of examples) {
    const found = foundIn(text);
    const isRight = Object.values(labels).every((letter) => found.includes(letter) === expected.includes(letter));
    if (/^(June|first \w\w$)/.test(set) && !isRight)
      process.stdout.write(`${set}: ${expected || '–'} but ${found || '–'}: ${text.slice(0, 120)}\n`);
  }
