import { firstWhere } from './text.ts';

/** A text without its line ends, and where each of its characters stands in the text as it is written. */
export interface Unwrapped {
  readonly text: string;
  readonly placeOf: (at: number) => number;
}

/** A text with one space for each line end and the blanks after it: what is written in broken lines reads as on one. */
export function unwrapped(written: string): Unwrapped {
  if (!/[\r\n]/.test(written)) return { text: written, placeOf: at => at };
  /** Where in the text what follows a line end begins, and how many characters were left out up to there. */
  const joints: { readonly at: number; readonly less: number }[] = [];
  let less = 0;
  const text = written.replace(/(?:\r\n?|\n)[ \t]*/g, (gap, index: number) => {
    const at = index - less + 1;
    less += gap.length - 1;
    joints.push({ at, less });
    return ' ';
  });
  const placeOf = (at: number): number => {
    const after = firstWhere(joints.length, i => (joints[i]?.at ?? 0) > at);
    return at + (joints[after - 1]?.less ?? 0);
  };
  return { text, placeOf };
}
