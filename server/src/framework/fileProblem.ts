import type { Span } from '../text/text.ts';

/** What is wrong with a framework's or a settings file, in the words of the person who writes it. */
export interface FileProblem extends Span {
  readonly message: string;
  /** A warning where what is written can be no harm, and is only of no use. */
  readonly severity: 'error' | 'warning';
}

/** That a framework's or settings file cannot be read at all, and why: `permission denied`. */
export function unreadFile(reason: string): FileProblem {
  const message = `This file cannot be read: ${reason}. What it says does not count.`;
  return { from: 0, to: 0, message, severity: 'error' };
}
