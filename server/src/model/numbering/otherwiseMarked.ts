import type { Document } from '../../syntax/document.ts';
import type { Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { seriesOf } from './series.ts';
import type { SeriesBreak } from './seriesBreaks.ts';

/**
 * The paragraphs of numbered sections in which none is one of a series, and most are numbered by parts or behind a
 * letter, or are points.
 */
export interface OtherwiseMarked {
  readonly first: Paragraph;
  readonly last: Paragraph;
  readonly count: number;
  /** What stands for the number of the first. */
  readonly mark: Span & { readonly written: string };
}

const found = new DerivedFacts<{ readonly own: OtherwiseMarked | undefined }>();

/** Those of a report whose framework says which sections are numbered, found on first use. */
export function otherwiseMarked(report: Report): OtherwiseMarked | undefined {
  return found.of(report, () => ({ own: markedIn(report) })).own;
}

/** Those of them that stand where a series lacks numbers: before its first, or in a gap. */
export function otherwiseFilled(report: Report, { before, after, sort }: SeriesBreak): OtherwiseMarked | undefined {
  if (sort !== 'gap' && sort !== 'start') return undefined;
  const own = otherwiseMarked(report);
  if (own === undefined || own.first.index < (before?.index ?? 0)) return undefined;
  return own.last.index < (after?.index ?? 0) ? own : undefined;
}

function markedIn(report: Report): OtherwiseMarked | undefined {
  const { document, framework, paragraphs, sections } = report;
  if (framework.openAreas || seriesOf(report).length === 0) return undefined;
  const members = new Set(paragraphs.flatMap(({ series, section }) => (series === undefined ? [] : (section ?? []))));
  const all: Paragraph[] = [];
  let others = 0;
  for (const paragraph of paragraphs) {
    const { kind, series, section, block } = paragraph;
    const own = sections[section ?? -1];
    if (series !== undefined || own === undefined || members.has(own.index)) continue;
    const at = document.blocks[block];
    // (A recommendation is one by its section, whatever its number.)
    if (kind === 'recommendation' ? at?.kind !== 'numbered' : kind !== 'other' || own.kind?.paragraphs !== 'numbered')
      continue;
    if (
      (at?.kind === 'numbered' && /^[SR]|\./.test(at.number.number)) ||
      (at?.kind === 'bullet' && at.indent < 2) ||
      isLettered(document, block)
    )
      all.push(paragraph);
    else others++;
  }
  const [first] = all;
  const last = all.at(-1);
  if (first === undefined || last === undefined || all.length < fewest || others * 2 > all.length) return undefined;
  const from = (document.starts[first.block] ?? 0) + (document.blocks[first.block]?.start ?? 0);
  const [written = ''] = /^\S+/.exec(document.source.slice(from, from + 10)) ?? [];
  return { first, last, count: all.length, mark: { from, to: from + written.length, written } };
}

/** Whether a plain block begins with a letter or a Roman number that counts it. (Figures are told one by one.) */
function isLettered({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain') return false;
  const from = (starts[index] ?? 0) + block.content.from;
  return /^\(?(?:[a-z]|[ivx]{1,5})[.)]\s[‘“]?\p{Lu}/u.test(source.slice(from, from + longestMark));
}

const longestMark = 12;

/** Fewer may be a list. */
const fewest = 3;
