import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { firstWhere } from '../../../text/text.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';
import { isItemAlone } from '../../titles/titlesAsText.ts';

/** A title is no longer than this, and the paragraph under it no shorter than that. */
const longestTitle = 80;
const shortestText = 120;
/** With fewer headings nothing is known of a report’s habits; more such lines than these are one. */
const fewestHeadings = 5;
const most = 4;

/**
 * Short lines which stand as a heading would: alone between the end of a paragraph, or another heading, and a paragraph of
 * whole sentences, with a capital and without a stop; of a report whose framework knows its headings only those in capitals, or with a number. A
 * question, for they may be labels.
 */
export function* shortLines(report: Report, told: ReadonlySet<number>): Iterable<Finding> {
  const { document, framework, sections } = report;
  if (sections.length < fewestHeadings) return;
  const { blocks, starts, source } = document;
  const { kindsByTitle } = frameworkIndex(framework);
  const found: Finding[] = [];
  const first = sections[0]?.block ?? blocks.length;
  let section = 0;
  for (let i = first + 1; i < blocks.length; i++) {
    while ((sections[section + 1]?.block ?? Infinity) <= i) section++;
    const [above, block, below] = [blocks[i - 1], blocks[i], blocks[i + 1]];
    if (block === undefined || block.end - block.start > longestTitle) continue;
    // One number alone makes a paragraph of a title.
    const isItem = block.kind === 'numbered' && isItemAlone(report, i) && !isMember(report, i);
    if (block.kind !== 'plain' && !isItem) continue;
    const start = (starts[i] ?? 0) + (isItem ? block.content.from : block.start);
    if (told.has(start) || below === undefined || below.kind === 'heading') continue;
    if (above?.kind !== 'plain' && above?.kind !== 'heading' && above?.kind !== 'bullet') continue;
    const text = source.slice(start, (starts[i] ?? 0) + block.end);
    // Of other reports only a line in capitals is one.
    const isCapitals = !isItem && capitals.test(text);
    if (!isCapitals && !(isItem ? numberedTitle.test(text) : framework.openAreas && title.test(text))) continue;
    // A title that many reports have needs no text below it to be known.
    const isKnown = !isItem && below.kind === 'plain' && kindsByTitle.has(titleKey(text));
    const under = source.slice((starts[i + 1] ?? 0) + below.start, (starts[i + 1] ?? 0) + below.end);
    if (
      !isKnown &&
      !isCapitals &&
      !(isItem && !framework.openAreas) &&
      (below.kind !== 'plain' || under.length < shortestText || !/^\p{Lu}.*[.!?]$/su.test(under))
    )
      continue;
    // Above another short line it is of an address or a signature.
    if (isCapitals && below.kind === 'plain' && under.length <= longestTitle && !/[.!?:]$/.test(under)) continue;
    const end = (starts[i - 1] ?? 0) + above.end;
    if (above.kind !== 'heading' && !/[.!?]$/.test(source.slice(end - 1, end))) continue;
    const { level, role } = sections[section] ?? { level: 2, role: undefined };
    if (role === 'notices' || role === 'team') continue;
    const marks = '#'.repeat(Math.min(Math.max(level, 3), 6));
    found.push({
      from: start,
      to: start + text.length,
      severity: 'information',
      message: `This short line stands alone, as headings do. If it is one, write “${marks} ” before it.`,
      fixes: [fixWith('Make it a heading', { from: (starts[i] ?? 0) + block.start, to: start }, `${marks} `)],
    });
    if (found.length > most) return;
  }
  yield* found;
}

/** Whether a numbered block is one of a series. */
function isMember({ paragraphs }: Report, index: number): boolean {
  const own = paragraphs[firstWhere(paragraphs.length, i => (paragraphs[i]?.block ?? 0) >= index)];
  return own?.block === index && own.series !== undefined;
}

/** Whether a block stands beside a short line. */
export function isBesideShort({ document: { blocks } }: Report, index: number): boolean {
  return [blocks[index - 1], blocks[index + 1]].some(
    own => (own?.kind === 'plain' || own?.kind === 'numbered') && own.end - own.start <= longestTitle,
  );
}

/** Three words at least, none of them a name’s or a date’s alone. */
/** Two words at least in capitals. */
const capitals = /^\p{Lu}{2,30}(?:[ ’'–,-]+\p{Lu}{1,30}){1,11}$/u;
const numberedTitle = /^\p{Lu}\p{L}*(?:[ ’'–-]+[\p{L}\d]+){1,11}\??$/u;
/** (*Dear partners* begins a letter.) */
const title = /^(?!Dear )\p{Lu}\p{L}*(?:[ ’'–-]+\p{L}+){2,11}\??$/u;
