/** Rows as comma-separated values for spreadsheets: UTF-8 with a mark, and no cell that a spreadsheet would compute. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

// A cell that begins like a formula is run by spreadsheets when the file is opened; an apostrophe makes it text.
// Blanks and invisible characters before the sign do not protect, and the full-width signs count as well.
const formula = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a text to the browser as a file to keep. */
export function download(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the file after the press; a minute is long enough for any of them.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A text as part of a file's name: letters and digits of any script, the rest as hyphens. */
export function fileNameOf(text: string): string {
  const name = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...name].slice(0, 60).join('') || 'vote';
}
