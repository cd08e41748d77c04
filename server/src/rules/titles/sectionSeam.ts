import { blocksOfKind } from '../../model/blocksOfKind.ts';
import type { SectionKind } from '../../model/framework.ts';
import { misplacedJudgements } from '../../model/judgements/misplacedJudgements.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { titleKey } from '../../model/titleKey.ts';
import { blockIndexAt } from '../../syntax/document.ts';
import type { Span } from '../../text/text.ts';
import { titleSpan } from '../reportParts.ts';
import { firstAfterLost, type Gap } from './missingSections.ts';
import { titleOfKind } from './sectionTitles.ts';

/** Where a missing section was cut out, as far as it can be known. */
export interface Seam extends Span {
  /**
   * `comment`: its heading stands in a comment; `unclosed`: in one that is not ended, which is told. `twin`: it bears another section's title. `other`: its text is there, under a
   * title that is no section's. `text`: its text is there, and begins at the place. `next`: nothing of it is left, and the place is the section that would follow it. `end`: nothing would follow it.
   */
  readonly by: 'comment' | 'unclosed' | 'twin' | 'other' | 'text' | 'next' | 'end';
}

/** The place where a section of a kind was cut out of a report. */
export function seamOf(report: Report, gap: Gap, kind: SectionKind): Seam | undefined {
  const comment = headingInComment(report, kind);
  if (comment !== undefined) return { ...comment, by: comment.closed ? 'comment' : 'unclosed' };
  const twin = twinTitle(report, gap, kind);
  if (twin !== undefined) return { ...titleSpan(twin), by: 'twin' };
  // With its numbers its text is gone.
  const isGone = kind.paragraphs !== 'unnumbered' && firstAfterLost(report) !== undefined;
  const text = isGone ? undefined : ownText(report, gap, kind);
  if (text !== undefined) {
    const other = strangeTitle(report, gap, text);
    return other === undefined ? { ...text, by: 'text' } : { ...titleSpan(other), by: 'other' };
  }
  const { document, sections } = report;
  if (gap.at >= document.source.length && gap.after !== undefined && sections.length > fewestOthers)
    return { ...lastLine(report), by: 'end' };
  const next = sections.find(({ from, depth }) => from === gap.at && depth <= gap.level);
  // (A heading without words may be the missing one, but for one that says what it is by its attributes.)
  const isNameless = next?.title === '' && next.ownRole === undefined;
  return next === undefined || isNameless || gap.level > next.depth ? undefined : { ...titleSpan(next), by: 'next' };
}

/** A report with so many sections has been written to its end. */
const fewestOthers = 3;

/** The first words of the last line of a report. */
function lastLine({ document: { source } }: Report): Span {
  const to = source.trimEnd().length;
  const from = Math.max(source.lastIndexOf('\n', to - 1), source.lastIndexOf('\r', to - 1)) + 1;
  return { from, to: Math.min(to, from + longestPlace) };
}

const longestPlace = 80;

/** A comment of nothing but a heading with one of the kind's titles, or one that is not ended and begins with it. */
function headingInComment(report: Report, kind: SectionKind): (Span & { readonly closed: boolean }) | undefined {
  const { source } = report.document;
  for (const { block, start } of blocksOfKind(report, 'comment')) {
    if (block.end - block.start > longestHeading) continue;
    const from = start + block.start;
    const to = start + block.end;
    const [, words = ''] = /^<!--\s*#{1,6}\s+([^\r\n]*?)\s*(?:-->)?$/.exec(source.slice(from, to)) ?? [];
    if (words !== '' && kind.titles.some(title => titleKey(words).startsWith(titleKey(title))))
      return { from, to, closed: block.closed };
  }
  return undefined;
}

const longestHeading = 240;

/** A section that stands where one of the kind should, and has the title of another that is in its own place. */
function twinTitle({ sections, framework }: Report, { level }: Gap, kind: SectionKind): Section | undefined {
  const rank = framework.sections.indexOf(kind);
  const main = sections.filter(({ kind: own, depth }) => own !== undefined && depth <= level);
  const rankAt = (at: number): number | undefined =>
    main[at]?.kind === undefined ? undefined : framework.sections.indexOf(main[at].kind);
  const once = new Set<SectionKind | undefined>();
  const again = new Set<SectionKind | undefined>();
  for (const { kind: own } of main) (once.has(own) ? again : once).add(own);
  return main.find((section, at) => {
    if (section.kind?.repeats || !again.has(section.kind)) return false;
    return (rankAt(at - 1) ?? -1) < rank && (rankAt(at + 1) ?? Infinity) > rank;
  });
}

/** The heading right above a text that is no section’s that the framework knows. */
function strangeTitle({ document, sections }: Report, { level }: Gap, { from }: Span): Section | undefined {
  const above = (blockIndexAt(document, from) ?? 0) - 1;
  return sections.find(
    ({ block, kind, ownRole, title, depth }) =>
      block === above && kind === undefined && ownRole === undefined && title !== '' && depth === level,
  );
}

/** The first of what only a section of the kind has, in the section that has taken in its text. */
function ownText(report: Report, { after, at, level }: Gap, kind: SectionKind): Span | undefined {
  const { document, sections, paragraphs, framework } = report;
  const from = after?.heading.to ?? 0;
  const isWithin = (place: Span): boolean => place.from > from && place.from < at;
  if (kind.area !== undefined) {
    const line = misplacedJudgements(report).find(isWithin);
    if (line !== undefined) return { from: line.from, to: line.to };
  }
  const parts = sections.filter(section => isWithin(section) && section.depth === level + 1);
  const before = new Set<string>();
  const isAgain = (title: string): boolean => before.size === before.add(titleKey(title)).size;
  const part = parts.find(({ title }) =>
    after?.ownRole === kind.role
      ? isAgain(title)
      : framework.sections.some(
          ({ within, titles }) =>
            within.includes(kind.role) && titles.some(known => titleKey(known) === titleKey(title)),
        ),
  );
  if (part !== undefined) return titleSpan(part);
  if (kind.role === 'recommendations' && framework.recommendations.form === 'bullet') {
    if (after !== undefined) return undefined;
    const bullet = document.blocks.findIndex(
      ({ kind: own }, i) => own === 'bullet' && isWithin({ from: document.starts[i] ?? 0, to: 0 }),
    );
    return bullet < 0 ? undefined : firstLine(report, bullet);
  }
  if (kind.paragraphs === 'numbered' && after?.kind?.paragraphs !== 'numbered') {
    const isListed = ({ number, kind: own, series }: Paragraph): boolean =>
      number !== undefined && own === 'other' && series === undefined;
    // Where sections stand in another order, two numbers that follow on one another tell.
    const beginsList = (own: Paragraph, i: number): boolean =>
      own.number === '1' &&
      paragraphs[i + 1]?.number === '2' &&
      (own.kind === 'finding' || own.kind === 'other') &&
      sections[own.section ?? -1]?.kind?.paragraphs !== 'numbered';
    const first =
      paragraphs.find(own => isListed(own) && isWithin(own)) ??
      (kind.role === 'recommendations' ? paragraphs.find(beginsList) : undefined);
    if (first?.numberSpan !== undefined) return first.numberSpan;
  }
  if (after !== undefined || kind.role !== 'summary') return undefined;
  // What follows the list of judgements, and is neither a note nor a title.
  const listed = report.judgements.reduce(
    (last, own) => (own.carrier === 'entry' ? Math.max(last, own.block) : last),
    -1,
  );
  const end = blockIndexAt(document, at) ?? document.blocks.length;
  for (let i = listed + 1; listed >= 0 && i < end; i++)
    if (document.blocks[i]?.kind === 'plain') return firstLine(report, i);
  return undefined;
}

function firstLine({ document: { blocks, starts, source } }: Report, index: number): Span {
  const start = starts[index] ?? 0;
  const block = blocks[index];
  const from = start + (block?.start ?? 0);
  const end = source.slice(from, start + (block?.end ?? 0)).search(/[\r\n]/);
  return { from, to: end < 0 ? start + (block?.end ?? 0) : from + end };
}

/** What is to be said of a section at its seam. */
export function seamMessage({ by }: Seam, kind: SectionKind): string {
  const title = `“${titleOfKind(kind)}”`;
  switch (by) {
    case 'comment':
    case 'unclosed':
      return `The heading ${title} stands in a comment, and its section is missing. Take it out of the comment.`;
    case 'twin':
      return `The section ${title} is missing, and another’s title stands here again. Is ${title} meant?`;
    case 'other':
      return `The section ${title} is missing, and its text seems to stand under this title. Is ${title} meant?`;
    case 'text':
      return `The section ${title} is missing, and its text seems to begin here. Add its heading.`;
    case 'end':
      return `The section ${title} is missing at the end. Add its heading.`;
    case 'next':
      return `The section ${title} is missing before this one. Add its heading.`;
  }
}
