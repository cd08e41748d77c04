import type { Report } from '../../model/report.ts';
import { blockIndexAt } from '../../syntax/document.ts';
import type { CheckedFinding } from '../checking/check.ts';

/** What a line is taken for that has got between the two halves of a sentence. */
const ofLine = new Set(['heading-level', 'stray-mark']);
/** What is told of the second half. */
const ofHalf = new Set(['cut-paragraph', 'missing-number']);

/**
 * The findings less those that follow from a line of the page’s head or foot between the two halves of a paragraph: that it
 * is left there is told, else that the paragraph breaks off; not that the line is a heading, nor what the second half lacks.
 */
export function withoutSeamConsequences(findings: CheckedFinding[], report: Report): CheckedFinding[] {
  if (!findings.some(({ rule }) => rule === 'cut-paragraph') || !findings.some(({ rule }) => ofLine.has(rule)))
    return findings;
  const { blocks, starts, source } = report.document;
  const dropped = new Set<CheckedFinding>();
  for (const [i, line] of findings.entries()) {
    if (!ofLine.has(line.rule)) continue;
    const at = blockIndexAt(report.document, line.from) ?? 0;
    const [above, below] = [blocks[at - 1], blocks[at + 1]];
    if (blocks[at]?.kind !== 'plain' || above === undefined || below?.kind !== 'plain') continue;
    const start = (starts[at + 1] ?? 0) + below.start;
    if (/^\p{Lu}/u.test(source.slice(start, start + 2))) continue;
    const end = (starts[at - 1] ?? 0) + above.end;
    const cut = findings
      .slice(Math.max(0, i - mostBetween), i)
      .find(({ rule, from, to }) => rule === 'cut-paragraph' && to <= end && end - from < longestEnd);
    if (cut === undefined) continue;
    dropped.add(line.rule === 'stray-mark' ? cut : line);
    for (const own of findings.slice(i + 1, i + 1 + mostBetween))
      if (ofHalf.has(own.rule) && own.from === start) dropped.add(own);
  }
  return dropped.size === 0 ? findings : findings.filter(own => !dropped.has(own));
}

/** No more findings than these stand between a line and the ends beside it. */
const mostBetween = 6;
/** From the last word of a paragraph to its end, a tag behind it included. */
const longestEnd = 80;
