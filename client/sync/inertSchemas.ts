/**
 * Stands in for `zod/mini` in the browser's build. A browser folds what the server has already read strictly and never reads
 * a payload itself, so the schemas of the rules need not be checked there: 9 kB less on a delegate's first screen. Only the
 * names that the slices build with exist, and the words of an enumeration, which screens list.
 */
interface Inert {
  check(): Inert;
}

const inert: Inert = { check: () => inert };
const make = (): Inert => inert;

function enumeration(options: readonly string[]): Inert & { options: readonly string[] } {
  return { options, check: () => inert };
}

function never(): never {
  throw new Error('a browser reads no payloads');
}

export {
  enumeration as enum,
  inert,
  make as array,
  make as boolean,
  make as custom,
  make as int,
  make as literal,
  make as maximum,
  make as maxLength,
  make as minimum,
  make as minLength,
  make as nonnegative,
  make as nullable,
  make as optional,
  make as partial,
  make as record,
  make as refine,
  make as regex,
  make as strictObject,
  make as string,
  make as trim,
  make as union,
  make as unknown,
  never as parse,
  never as safeParse,
};
