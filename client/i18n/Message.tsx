import { Fragment, type ReactNode } from 'react';
import { useT } from './I18n.tsx';

// Private-use characters mark where an element goes, so that ICU decides the order of words in every language.
const open = '\uE000';
const close = '\uE001';
const marks = new RegExp(`${open}(\\w+)${close}`);

/** A message with elements in it: <Message id="vote.for" values={{ name: <strong>Kenya</strong> }} />. */
export function Message(props: { id: string; values: Record<string, ReactNode> }) {
  const t = useT();
  const plain: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(props.values)) {
    plain[name] = typeof value === 'string' || typeof value === 'number' ? value : `${open}${name}${close}`;
  }
  // Splitting by one captured group alternates text and name of a value.
  const parts = t(props.id, plain).split(marks);
  return parts.map((part, index) => {
    const place = `${index}`;
    return <Fragment key={place}>{index % 2 === 0 ? part : props.values[part]}</Fragment>;
  });
}
