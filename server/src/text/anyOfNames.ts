import { literalPattern } from './phrases.ts';

/** A regular expression's source for any of some names, the longest that fits: blanks of any kind, apostrophes alike. */
export function anyOfNames(names: Iterable<string>): string {
  return [...names]
    .sort((one, other) => other.length - one.length)
    .map(name => literalPattern(name).replace(/[’']/g, "[’']").replace(/\s+/g, '\\s+'))
    .join('|');
}
