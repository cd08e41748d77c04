import type { Span } from '../text/text.ts';

/** What is wrong with a framework's or a settings file, in the words of the person who writes it. */
export interface FileProblem extends Span {
  readonly message: string;
  /** A warning where what is written can be no harm, and is only of no use. */
  readonly severity: 'error' | 'warning';
}

/** What is wrong at a place, as an error. */
export function fileError(from: number, to: number, message: string): FileProblem {
  return { from, to, message, severity: 'error' };
}

/** That a framework's or settings file cannot be read at all, and why: `permission denied`. */
export function unreadFile(reason: string): FileProblem {
  const message = `This file cannot be read: ${reason}. What it says does not count.`;
  return fileError(0, 0, message);
}
