import type { ReactNode } from 'react';

/** One entry of a long list to choose from: an instrument, a target, a delegation. */
export interface PickerOption {
  value: string;
  label: string;
  /** A second line: the year of a treaty, the full text of a target. */
  detail?: string;
  /** Other words that find it: a short form, a code, the name in another language. */
  keywords?: string;
  /** A sign before the label, such as a region badge. */
  mark?: ReactNode;
}

/** As many entries as a person reads in one list; more words bring the others. */
export const shownAtMost = 80;

/** Text as it is searched: without case, accents and the marks of Arabic vowels. */
export function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640]/gu, '')
    .toLowerCase();
}

/** The options that hold every word of a query, those whose label begins with it first. */
export function optionsMatching(options: readonly PickerOption[], query: string): PickerOption[] {
  const words = searchable(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  const start = words.join(' ');
  const found = options.filter((option) => {
    const text = searchable(`${option.label} ${option.detail ?? ''} ${option.keywords ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  const isFirst = (option: PickerOption) => Number(searchable(option.label).startsWith(start));
  return found.sort((a, b) => isFirst(b) - isFirst(a));
}
