import type { Report } from '../../../model/report.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** A bullet’s or another mark between a paragraph’s number and its words. */
export function* besideNumber(
  { document: { source, blocks, starts }, paragraphs }: Report,
  index: number,
): Iterable<Finding> {
  const block = blocks[index];
  if (block?.kind !== 'numbered') return;
  const from = (starts[index] ?? 0) + block.content.from;
  // Most begin with a letter.
  if (/[\p{L}\p{N}]/u.test(source.charAt(from))) return;
  const [written = ''] = /^(?:[•·▪●◦,;:.]|[–—-])[ \t]{0,3}(?=\p{L})/u.exec(source.slice(from, from + 6)) ?? [];
  if (written === '' || !paragraphs.some(own => own.block === index && own.series !== undefined)) return;
  yield {
    from,
    to: from + 1,
    message: 'This mark stands between the number and the words. Take it out.',
    fixes: [fixWith('Take it out', { from, to: from + written.length }, '')],
  };
}
