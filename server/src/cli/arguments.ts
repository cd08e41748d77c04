// Node's own parser: it is there when Node starts, so it costs the start nothing.

import { parseArgs } from 'node:util';
import { addToGroup } from '../text/lists.ts';
import { didYouMean, nearestOrLonger } from '../text/nearest.ts';
import { listInWords } from '../text/phrases.ts';
import { Refusal } from './refusal.ts';

/** The options a command knows, by name, in the form of `parseArgs`; every command knows `--help` besides. */
export type Options = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>;

/** A command's arguments. */
export interface Arguments {
  /** What is no option, in order; behind `--` everything. */
  readonly positionals: readonly string[];
  readonly has: (option: string) => boolean;
  /** All values of an option in order; of most the last one counts. */
  readonly values: (option: string) => readonly string[];
  readonly last: (option: string) => string | undefined;
}

/** Reads a command's arguments, or refuses them with a line that says what is wrong. */
export function argumentsOf(argv: readonly string[], options: Options): Arguments {
  const known: Options = { ...options, help: { type: 'boolean', short: 'h' } };
  // Not strict: what is wrong is told in our words.
  const { tokens } = parseArgs({
    args: [...argv],
    options: known,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (option === undefined) throw new Refusal(unknownOption(rawName, known));
    if (option.type === 'boolean' && value !== undefined) throw new Refusal(`${rawName} takes no value.`);
    // A word that begins with a hyphen is the next option, and the value has been forgotten; a hyphen alone is a value.
    const missing = value === undefined || (token.inlineValue === false && /^-./.test(value));
    if (option.type === 'string' && (missing || value === '')) throw new Refusal(`${rawName} needs a value.`);
    addToGroup(given, name, value ?? '');
  }
  const values = (option: string) => given.get(option) ?? [];
  return { positionals, has: option => given.has(option), values, last: option => values(option).at(-1) };
}

/** One of a few words, or it is refused; nothing if there is none. */
export function choice<W extends string>(value: string, option: string, words: readonly W[]): W;
export function choice<W extends string>(value: string | undefined, option: string, words: readonly W[]): W | undefined;
export function choice<W extends string>(value: string | undefined, option: string, words: readonly W[]) {
  const word = words.find(each => each === value);
  if (value === undefined || word !== undefined) return word;
  throw new Refusal(
    `${option} must be ${listInWords(words, 'or')}, not “${value}”.${didYouMean(nearestOrLonger(value, words))}`,
  );
}

/** A whole number, or it is refused; nothing if there is none. */
export function count(value: string | undefined, option: string): number | undefined {
  if (value === undefined || /^\d{1,9}$/.test(value)) return value === undefined ? undefined : Number(value);
  throw new Refusal(`${option} must be a whole number, not “${value}”.`);
}

function unknownOption(written: string, known: Options): string {
  const best = written.startsWith('--') ? nearestOrLonger(written.slice(2), Object.keys(known)) : undefined;
  return `There is no option ${written}.${didYouMean(best && `--${best}`) || ' “--help” lists those there are.'}`;
}
