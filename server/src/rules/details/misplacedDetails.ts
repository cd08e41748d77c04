import { DerivedFacts } from '../../model/derivedFacts.ts';
import type { Report } from '../../model/report.ts';
import { blockText } from '../../syntax/document.ts';
import { frontMatterKeys } from '../../syntax/frontMatterEntry.ts';
import type { Span } from '../../text/text.ts';
import { whereStands } from '../whereStands.ts';

/** The report’s details where they are not read: nothing begins them, or something stands above them. */
export interface MisplacedDetails {
  /** Their first line. */
  readonly line: Span;
  /** What begins them, or that a comment holds them; nothing if that line is missing. */
  readonly mark: '---' | '--' | '+++' | 'fence' | 'comment' | undefined;
}

const found = new DerivedFacts<MisplacedDetails | 'none'>();

/** The details of a report that are not read. */
export function misplacedDetails(report: Report): MisplacedDetails | undefined {
  const details = found.of(report, () => detailsIn(report) ?? 'none');
  return details === 'none' ? undefined : details;
}

/** So many blocks may stand above them, and so many lines in a block of theirs. */
const mostAbove = 3;

function detailsIn({ document: { blocks, starts, source } }: Report): MisplacedDetails | undefined {
  let above = 0;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'comment') {
      const inside =
        above === 0
          ? detailsInComment(source, (starts[i] ?? 0) + block.start, (starts[i] ?? 0) + block.end)
          : undefined;
      if (inside !== undefined) return inside;
      continue;
    }
    if (above++ >= mostAbove || block.kind === 'frontMatter') return undefined;
    if (block.kind !== 'plain') continue;
    const start = (starts[i] ?? 0) + block.start;
    const lines = source.slice(start, start + block.end - block.start).split(/(\r\n|\r|\n)/);
    let from = start;
    for (let k = 0; k <= 2 * mostAbove; k += 2) {
      const line = lines[k] ?? '';
      const mark = markOf(line.trimEnd());
      const [first = '', second = ''] = mark === undefined ? [line, lines[k + 2]] : [lines[k + 2], lines[k + 4]];
      // Without a mark they are the text's first words.
      const isFirst = mark !== undefined || (above === 1 && k === 0);
      if (isFirst && detailLine.test(first) && detailLine.test(second))
        return { line: { from, to: from + line.length }, mark };
      from += line.length + (lines[k + 1] ?? '').length;
    }
  }
  return undefined;
}

/** Details with both of their marks, in a comment. */
function detailsInComment(source: string, from: number, to: number): MisplacedDetails | undefined {
  const [opening = '', line = '', first = ''] =
    /^<!--\s*(---)[ \t]*(?:\r\n|[\r\n])([^\r\n]*)/.exec(source.slice(from, Math.min(to, from + 400))) ?? [];
  if (line === '' || !detailLine.test(first)) return undefined;
  const at = from + opening.indexOf(line);
  return { line: { from: at, to: at + line.length }, mark: 'comment' };
}

function markOf(line: string): MisplacedDetails['mark'] {
  if (/^(?:-{1,2}|-{4,20}|[–—]{1,3}|---[ \t]*[^-\s][^\r\n]{0,30})$/.test(line)) return '--';
  // (JSON’s brace, and the fence of a block of code.)
  if (/^(?:\{|`{3}[a-z]{0,8}|\*{3}|_{3}|={3,20})$/.test(line)) return 'fence';
  return line === '---' || line === '+++' ? line : undefined;
}

/** For rules that look for details in the text too: where a line begins as one of theirs does. */
export const readsDetails = whereStands(({ document }, block) => {
  const text = blockText(document, block);
  return text.includes(':') && beginsAsDetail.test(text);
});

const beginsAsDetail = new RegExp(`^(?:${frontMatterKeys.join('|')}):`, 'm');

const detailLine = new RegExp(`^(?:${frontMatterKeys.join('|')}):(?:[ \\t]|$)`);
