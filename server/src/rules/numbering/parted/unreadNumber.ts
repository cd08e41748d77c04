import type { Report } from '../../../model/report.ts';
import { firstWhere, type Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';

/** Farther apart two neighbours have other parts between them. */
const longest = 20_000;

/** Where in a stretch of text a number by parts stands as a paragraph’s would, and is not read: in another form, or within a paragraph. */
export function unreadNumber(
  { document: { source } }: Report,
  { from, to }: Span,
  number: string,
): Finding | undefined {
  if (to - from > longest) return undefined;
  const form = new RegExp(`${opening}(${alike(number)})${ending}`, 'gu');
  const [, lead = '', written] = form.exec(source.slice(Math.max(0, from - 2), to)) ?? [];
  if (written === undefined) return undefined;
  const at = Math.max(0, from - 2) + form.lastIndex;
  const start = source.lastIndexOf(written, at - 1);
  const place = { from: start, to: start + written.length };
  return /[\r\n]/.test(lead)
    ? { ...place, message: `${number} is not read as this paragraph’s number. Begin the line with “${number} ”.` }
    : { ...place, message: `${number} could start a new paragraph, but stands within this one. Begin a line with it.` };
}

/** A line’s beginning, with marks of another form; or a sentence’s end. */
const opening = String.raw`([\r\n][([{>*#§¶•–\- \t]{0,6}(?:[Pp]ara(?:graph)?\.? )?|[.!?’”)] {1,2})`;
/** A sentence’s beginning, or the line’s end. */
const ending = String.raw`(?=[.)\]*:,]{0,4}(?: [–-])?[ \t]{0,4}(?:[*‘“(]{0,3}\p{Lu}\p{L}*[ ,’]|[\r\n])|[.)]? (?:\p{Ll}+ \p{Ll}|\2))`;

/** A number with letters for figures, or another mark or a blank between its parts. */
function alike(number: string): string {
  return number.replace(/\./g, '(?: ?[.,:;·–-] ?| )').replace(/1/g, '[1lI]').replace(/0/g, '[0oO]');
}

/** Whether a heading in a stretch of text has a number. */
export function isHeadingNumber({ sections }: Report, { from, to }: Span, number: string): boolean {
  const first = firstWhere(sections.length, i => (sections[i]?.heading.from ?? 0) > from);
  for (let i = first; i < sections.length; i++) {
    const { heading, title = '' } = sections[i] ?? {};
    if (heading === undefined || heading.from >= to) return false;
    // A sentence is no title.
    if (title.startsWith(number) && !/^\.?\d|\.$/.test(title.slice(number.length))) return true;
  }
  return false;
}
