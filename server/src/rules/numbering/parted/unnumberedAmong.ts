import { partedNumbers } from '../../../model/numbering/partedNumbers.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { openingWords } from '../../../text/phrases.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';

/**
 * A plain paragraph, or a single point, between two that are numbered by parts and follow on one another, where no other
 * paragraph of the report stands so. A question: it may be meant to have no number.
 */
export function* unnumberedAmong(report: Report): Iterable<Finding> {
  const places: Span[] = [];
  for (const [prefix, members] of partedNumbers(report)) {
    for (const [i, after] of members.entries()) {
      const before = members[i - 1];
      if (before === undefined || before.section !== after.section) continue;
      if (lastPart(before, prefix) + 1 !== lastPart(after, prefix)) continue;
      if (after.block - before.block > farthest) continue;
      const between = sentencesBetween(report, before, after);
      if (between.length > 1) return;
      places.push(...between);
      if (places.length > 1) return;
    }
  }
  const [only] = places;
  if (only === undefined) return;
  yield {
    ...openingWords(report.document.source, only),
    severity: 'information',
    message: 'This paragraph has no number, and all others like it have. Number it, or join it to the one above.',
  };
}

function lastPart({ number = '' }: Paragraph, prefix: string): number {
  return Number(number.slice(prefix.length));
}

/** The blocks between two numbered paragraphs that are whole sentences: plain ones, and a single point that no colon leads in to. */
export function sentencesBetween({ document }: Report, before: Paragraph, after: Paragraph): Span[] {
  const { blocks, starts, source } = document;
  const found: Span[] = [];
  let points = 0;
  for (let i = before.block + 1; i < after.block; i++) {
    const block = blocks[i];
    if (block === undefined || (block.kind !== 'plain' && block.kind !== 'bullet')) continue;
    if (block.kind === 'bullet') points++;
    const from = (starts[i] ?? 0) + block.content.from;
    const to = (starts[i] ?? 0) + block.content.to;
    const written = source.slice(from, to);
    if (tableNote.test(written)) continue;
    if (/^\p{Lu}.*\.$/su.test(written) && written.split(/\s+/, fewestWords).length === fewestWords)
      found.push({ from, to });
  }
  return points > 1 || (points === 1 && source.charAt(before.content.to - 1) !== '.') ? [] : found;
}

const fewestWords = 8;
/** Farther apart two neighbours have other parts between them. */
const farthest = 50;
/** What stands under a table belongs to it. */
const tableNote = /^(?:notes?|sources?): /i;
