import { copied, type Span } from '../text/text.ts';

/** A front matter as far as it can be read. Offsets are those of the text given. */
export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

/** `key: value`. Every scalar is a string: what it means is the schema's business. */
export interface FrontMatterEntry extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FrontMatterValue;
  /** The value as written, comments and blanks around it left out; empty where there is none. */
  readonly valueSpan: Span;
  /** Whether the value is plain and holds what other readers of YAML take for a mark: a colon, or `*` at its start. */
  readonly wantsQuotes: boolean;
  /** Whether a problem is told of it. Its value is what was probably meant, so that one slip does not look like two. */
  readonly broken: boolean;
}

/** A value of YAML without its types. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** What cannot be read, in the author's words. */
export interface FrontMatterProblem extends Span {
  readonly message: string;
  readonly mend: FrontMatterMend | undefined;
}

/** An edit that makes a line readable. */
export interface FrontMatterMend extends Span {
  readonly text: string;
  /** Whether nothing else can be meant. */
  readonly certain: boolean;
}

/** The markup's own keys (`markup.md` §8); a framework adds others. */
export const frontMatterKeys = [
  'framework',
  'provider',
  'title',
  'inspected',
  'published',
  'status',
  'previous',
  'lang',
  'reference',
  'providerId',
  'licence',
] as const;

/** The same, to look them up. */
export const ownKeys: ReadonlySet<string> = new Set(frontMatterKeys);

/** An entry’s key; the span is the whole entry’s. */
export interface EntryKey extends Span {
  readonly key: string;
  readonly keySpan: Span;
}

/** What was probably meant by a value that cannot be read. */
export function guessedValue(written: string): FrontMatterValue {
  const words = written.replace(/^["'[{]/, '').replace(/["'\]}]$/, '');
  return written.startsWith('[') ? words.split(',', 100).flatMap(part => part.trim() || []) : copied(words.trim());
}
