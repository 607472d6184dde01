/** A draft's shared text told unit by unit: stretches of letters of one look, and signs. */
import type * as Y from 'yjs';
import { isSign, type Sign } from './draftShape.ts';

export interface Looks {
  bold?: boolean;
  italic?: boolean;
  text?: string;
  kind?: string;
  level?: number;
}

/** Letters or one sign, with their look, and where they stand. */
export type Stretch = { at: number; looks: Looks } & ({ letters: string } | { sign: Sign });

interface Insert {
  insert: unknown;
  attributes?: Looks;
}

/** Everything in the text, in order; what is nothing of ours is passed over but keeps its place. */
export function stretchesOf(text: Y.Text): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const { insert, attributes } of text.toDelta() as Insert[]) {
    const looks = attributes ?? {};
    if (typeof insert === 'string') {
      found.push({ at, looks, letters: insert });
      at += insert.length;
      continue;
    }
    if (isSign(insert)) found.push({ at, looks, sign: insert });
    at += 1;
  }
  return found;
}

/** A bracket's sign and where it stands. */
export interface SignAt {
  id: string;
  isOpening: boolean;
  at: number;
}

/** The brackets' signs in order. */
export function bracketSigns(stretches: readonly Stretch[]): SignAt[] {
  return stretches.flatMap((each): SignAt[] => {
    if (!('sign' in each)) return [];
    if ('open' in each.sign) return [{ id: each.sign.open, isOpening: true, at: each.at }];
    return 'close' in each.sign ? [{ id: each.sign.close, isOpening: false, at: each.at }] : [];
  });
}
