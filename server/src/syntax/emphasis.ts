import type { Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { isSpace } from './characters.ts';

/** `*words*` or `**words**`, its marks within the span; `width` is the length of each mark. */
export interface Emphasis extends Span {
  readonly width: number;
}

/** A run of one to three stars that may open an emphasis, close one, or both. */
export interface StarRun extends Span {
  readonly opens: boolean;
  readonly closes: boolean;
}

interface Opener {
  readonly from: number;
  readonly width: number;
}

/** The run of stars at an offset of a text that begins at `from`. */
export function starRunAt(text: string, from: number, at: number): StarRun {
  let to = at + 1;
  while (text.charCodeAt(to) === Unit.star) to++;
  const marks = to - at <= 3;
  return {
    from: at,
    to,
    opens: marks && to < text.length && !isSpace(text.charCodeAt(to)),
    closes: marks && at > from && !isSpace(text.charCodeAt(at - 1)),
  };
}

/**
 * The emphases that runs of stars make, from the run with index `first`. A run closes the nearest one before it of its
 * own width; three stars open or close one and two at once. What a closed emphasis leaves open inside it is text.
 */
export function emphasesOf(runs: readonly StarRun[], first: number): Emphasis[] {
  const emphases: Emphasis[] = [];
  const openers: Opener[] = [];
  /** How many openers there are of each width, so that none is looked for in vain. */
  const open = [0, 0, 0, 0];
  const count = (width: number, by: number) => {
    open[width] = (open[width] ?? 0) + by;
  };
  const opener = (from: number, width: number) => {
    openers.push({ from, width });
    count(width, 1);
  };
  for (let i = first; i < runs.length; i++) {
    const run = runs[i] as StarRun;
    let { from } = run;
    while (run.closes && from < run.to) {
      const width = run.to - from;
      if (open[width] === 0 && open[3] === 0 && (width < 3 || (open[1] === 0 && open[2] === 0))) break;
      const last = openers.pop() as Opener;
      count(last.width, -1);
      if (last.width !== width && last.width !== 3 && width !== 3) continue;
      const used = Math.min(last.width, width);
      emphases.push({ from: last.from + last.width - used, to: from + used, width: used });
      from += used;
      if (last.width > used) opener(last.from, last.width - used);
    }
    if (run.opens && from < run.to) opener(from, run.to - from);
  }
  return emphases;
}
