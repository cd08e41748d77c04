import { partedNumbers } from '../../../model/numbering/partedNumbers.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';
import { longestWord } from './lastWord.ts';
import { edgesOf } from './paragraphEdges.ts';

/** Of so many paragraphs no more than one may be open, or it is their habit. */
const usual = 8;

const message = 'This paragraph breaks off here. Put back what is missing, or end it with a full stop.';

/** Paragraphs that a report numbers in its own way, and that break off where nearly all others end in a full stop. */
export function* cutOwnNumbered(report: Report): Iterable<Finding> {
  const members = [...partedNumbers(report).values()].flat();
  const cut = members.filter(own => !edgesOf(report, own.block).ends && !leadsOn(report, own));
  if (cut.length * usual > members.length) return;
  for (const { content } of cut) yield lastWord(report, content.from, content.to);
}

/**
 * Paragraphs of any report whose sentence goes on below an empty line: the one ends in a word, or in a comma, and the other
 * begins with a small letter.
 */
export function* tornApart(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  for (const { block: index, kind, series, content } of report.paragraphs) {
    const [block, below] = [blocks[index], blocks[index + 1]];
    if (kind === 'entry' || (series !== undefined && kind !== 'other')) continue;
    if (block?.kind !== 'numbered' && block?.kind !== 'bullet') continue;
    if (below?.kind !== 'plain' || content.to - content.from < shortest) continue;
    if (!/[\p{Ll},]$/u.test(source.slice(content.to - 1, content.to))) continue;
    const start = (starts[index + 1] ?? 0) + below.start;
    if (!/^\p{Ll}{2,20}[ ,]/u.test(source.slice(start, start + 22))) continue;
    if (block.kind === 'bullet' && !isLikeOthers(report, index)) continue;
    yield lastWord(report, content.from, content.to);
  }
}

/** A shorter text may be a label. */
const shortest = 20;

/** Whether the point above a last one is a sentence of its own: then the text below the list goes on with none of its points. */
function isLikeOthers({ document: { blocks, starts, source } }: Report, index: number): boolean {
  const above = blocks[index - 1];
  if (above?.kind !== 'bullet') return false;
  const from = (starts[index - 1] ?? 0) + above.content.from;
  const to = (starts[index - 1] ?? 0) + above.content.to;
  return /^\p{Lu}/u.test(source.slice(from, from + 2)) && source.charAt(to - 1) === '.';
}

/** Whether a paragraph leads in to a list, a table or a quotation. */
function leadsOn({ document: { blocks } }: Report, { block, blockEnd }: Paragraph): boolean {
  const kind = blocks[blockEnd > block + 1 ? block + 1 : blockEnd]?.kind;
  return kind === 'bullet' || kind === 'table' || kind === 'quotation';
}

function lastWord({ document: { source } }: Report, from: number, end: number): Finding {
  const text = source.slice(Math.max(from, end - longestWord), end).trimEnd();
  const to = Math.max(from, end - longestWord) + text.length;
  const [word = ''] = /\S+$/.exec(text) ?? [];
  return { from: to - word.length, to, message };
}
