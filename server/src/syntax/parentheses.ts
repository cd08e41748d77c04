import type { Span } from '../text/text.ts';

const parenthesis = /\\?[()]/g;

/** The parentheses of a text from an offset to its end that are closed, the outermost ones, in order. */
export function parenthesesOf(text: string, from: number): Span[] {
  const open: number[] = [];
  const closed: Span[] = [];
  parenthesis.lastIndex = from;
  for (let match = parenthesis.exec(text); match !== null; match = parenthesis.exec(text)) {
    if (match[0] === '(') open.push(match.index);
    if (match[0] !== ')') continue;
    const start = open.pop();
    if (start === undefined) continue;
    while ((closed.at(-1)?.from ?? -1) > start) closed.pop();
    closed.push({ from: start, to: match.index });
  }
  return closed;
}
