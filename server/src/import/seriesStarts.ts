import type { PrintedLine } from './printedLine.ts';

/** A line with which a numbered paragraph begins. */
export interface SeriesStart {
  readonly number: number;
  /** Where the paragraph's text begins in the line: behind the number, or at the line's end if it stands alone. */
  readonly textFrom: number;
  /** Whether a full stop follows the number. */
  readonly isDotted: boolean;
  /** The number before it in the series, unless it is the one it should be. */
  readonly gapAfter: number | undefined;
}

interface Candidate extends SeriesStart {
  readonly at: number;
  readonly worth: number;
  /** Whether a paragraph could begin here, its number aside. */
  readonly isStart: boolean;
}

interface Chain {
  readonly worth: number;
  readonly last: Candidate;
  readonly before: Chain | undefined;
}

/** How many numbers may be missing between two of a series. */
const widestGap = 3;

/**
 * The lines that begin the paragraphs of a series, by their place. A line within a paragraph may begin with a number too
 * (*aged / 16. Only …*): of all numbers those are taken that make the best series, each one more than the last.
 */
export function seriesStarts(lines: readonly PrintedLine[], from: number, first: number): Map<number, SeriesStart> {
  const best = new Map<number, Chain>();
  let longest: Chain | undefined;
  for (const candidate of candidates(lines, from)) {
    const chain = chainTo(candidate, best, first);
    if (chain === undefined) continue;
    if (chain.worth > (best.get(candidate.number)?.worth ?? -Infinity)) best.set(candidate.number, chain);
    if (chain.worth > (longest?.worth ?? 0)) longest = chain;
  }
  const starts = new Map<number, SeriesStart>();
  for (let chain = longest; chain !== undefined; chain = chain.before) {
    const { number, textFrom, isDotted, at } = chain.last;
    const before = chain.before?.last.number ?? first - 1;
    starts.set(at, { number, textFrom, isDotted, gapAfter: before === number - 1 ? undefined : before });
  }
  return starts;
}

/** The best series that ends with a number; a first number that is not the one to begin with costs as a gap does. */
function chainTo(candidate: Candidate, best: ReadonlyMap<number, Chain>, first: number): Chain | undefined {
  const { number, worth, isStart } = candidate;
  let found: Chain | undefined;
  if (number === first) found = { worth, last: candidate, before: undefined };
  for (let before = number - 1; before >= Math.max(first, number - 1 - widestGap); before--) {
    const chain = best.get(before);
    const missing = number - 1 - before;
    if (chain === undefined || (missing > 0 && !isStart)) continue;
    const total = chain.worth + worth - missing * 0.8;
    if (total > (found?.worth ?? -Infinity)) found = { worth: total, last: candidate, before: chain };
  }
  return found;
}

const dotted = /^(\d{1,3})\.(?:\s+|(?=[\p{Lu}‘“])|$)/u;
const undotted = /^(\d{1,3})\s+(?=\p{Lu}\p{Ll})/u;

function candidates(lines: readonly PrintedLine[], from: number): Candidate[] {
  const found: Candidate[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!;
    const match = dotted.exec(line.text);
    const other =
      match === null && line.isApart && endsSentence(lines[at - 1]?.text ?? '') ? undotted.exec(line.text) : null;
    const [all = '', digits] = match ?? other ?? [];
    if (digits === undefined || digits.startsWith('0')) continue;
    const number = Number(digits);
    const textFrom = all.length;
    const isSettled = at === 0 || endsSentence(lines[at - 1]?.text ?? '') || !lines[at - 1]!.isFull;
    const opens = /^[\p{Lu}\d‘“(]/u.test(line.text.slice(textFrom)) || textFrom >= line.text.length;
    const isStart = isSettled || line.isApart;
    const worth =
      1 +
      (isSettled ? 0.5 : -0.4) +
      (line.isApart || line.isTop ? 0.3 : 0) +
      (opens ? 0.3 : -0.4) -
      (match === null ? 0.8 : 0);
    found.push({ at, number, textFrom, isDotted: match !== null, gapAfter: undefined, worth, isStart });
  }
  return found;
}

/** Whether a paragraph could end with these words. */
export function endsSentence(text: string): boolean {
  return /[.!?:;)][)’”"]*(?:\[\^[^\]]+\])?$/.test(text);
}
