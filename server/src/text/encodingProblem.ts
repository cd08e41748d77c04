import type { Span } from './text.ts';

/** What is wrong with a file's bytes, at the first place where it shows. */
export interface EncodingProblem extends Span {
  readonly message: string;
  /** Further places, not all if there are many. */
  readonly more: readonly Span[];
}
