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

/** All words by which an option is found. */
export function searchText(option: PickerOption): string {
  return searchable(`${option.label} ${option.detail ?? ''} ${option.keywords ?? ''}`);
}

/** Whether a searchable text holds every word of a query. */
export function holdsWords(text: string, query: string): boolean {
  return searchable(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The options that hold every word of a query, those whose label begins with it first. */
export function optionsMatching(options: readonly PickerOption[], query: string): PickerOption[] {
  const start = searchable(query.trim());
  const isFirst = (option: PickerOption) => Number(searchable(option.label).startsWith(start));
  return options.filter((option) => holdsWords(searchText(option), query)).sort((a, b) => isFirst(b) - isFirst(a));
}
