import type { TagLink } from '../../../model/paragraph.ts';
import type { Span } from '../../../text/text.ts';
import { certainFixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** *((Recommendation 1))*: a tag has brackets around its own, or one before or after them that has no other. */
export function excessBracket(source: string, { tag, base, from, to }: TagLink): Finding | undefined {
  // (With the comment that confirms it.)
  const end = base + (tag.confirmed?.to ?? tag.to);
  const place = withBrackets(source, from, end);
  if (place === undefined) return undefined;
  return {
    ...place,
    message: `This tag has a bracket too many. Write “${source.slice(from, to)}”.`,
    fixes: [certainFixWith('Take it out', place, source.slice(from, end))],
  };
}

function withBrackets(source: string, from: number, to: number): Span | undefined {
  const before = opened.exec(source.slice(Math.max(0, from - 2), from))?.[0].length ?? 0;
  const after = closed.exec(source.slice(to, to + 2))?.[0].length ?? 0;
  if (before === 0 && after === 0) return undefined;
  const place = { from: from - before, to: to + after };
  if (before > 0 && after > 0) return place;
  const isAlone = before > 0 ? isNeverClosed(source, to) : isNeverOpened(source, from);
  return isAlone ? place : undefined;
}

/** Whether no bracket stands below a place in its paragraph. */
function isNeverClosed(source: string, to: number): boolean {
  const other = /[([{)\]}]|[\r\n]\s*[\r\n]/.exec(source.slice(to, to + longestAside))?.[0] ?? '';
  return /^\s*$/.test(other);
}

/** Whether no bracket opens above a place in its paragraph. */
function isNeverOpened(source: string, from: number): boolean {
  const rest = source.slice(Math.max(0, from - longestAside), from);
  const paragraph = rest.slice(Math.max(rest.lastIndexOf('\n\n'), rest.lastIndexOf('\r\n\r\n')) + 1);
  return paragraph.length < longestAside && !/[([{]/.test(paragraph);
}

const opened = /[([{] ?$/;
const closed = /^ ?[)\]}]/;
/** What stands in brackets with a tag is not longer. */
const longestAside = 2000;
