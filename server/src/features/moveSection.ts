import { withNumbers } from '../model/numbering/renumbering.ts';
import { type Series, seriesOf } from '../model/numbering/series.ts';
import type { Paragraph } from '../model/paragraph.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import type { Directive } from '../syntax/directive.ts';
import { blockSpan } from '../syntax/document.ts';
import { numberParts } from '../syntax/number.ts';
import type { Edit } from '../text/edit.ts';
import type { Span } from '../text/text.ts';

/** To which side of its neighbour a section goes. */
export type SectionMove = 'up' | 'down';

/**
 * The edits that exchange the section at an offset with its neighbour of the same level under the same heading; the numbers
 * of both, and all that refers to them, follow. The neighbour is what is cut and put elsewhere, so that a cursor stays in
 * its section. In the order of the text; none where there is no such section or neighbour.
 */
export function moveSection(report: Report, offset: number, move: SectionMove): Edit[] {
  const section = report.sections.findLast(({ from, to }) => from <= offset && offset <= to);
  const neighbour = section && neighbourOf(report, section, move);
  if (section === undefined || neighbour === undefined) return [];
  const [first, second] = move === 'up' ? [neighbour, section] : [section, neighbour];
  const { source } = report.document;
  const [upper, lower] = [spanWithComments(report, first), spanWithComments(report, second)];
  const numbers = withNumbers(report, exchangedNumbers(report, upper, lower), { isReordered: true }).edits;
  const upperEnd = endOfWords(source, upper);
  const lowerEnd = endOfWords(source, lower);
  const gap = source.slice(upperEnd, lower.from);
  const tail = source.slice(lowerEnd, lower.to);
  // Put behind blanks that stand there already, so that a cursor at the end of the words is not taken along.
  let behind = 0;
  while (behind < gap.length && gap.charAt(behind) === tail.charAt(behind)) behind++;
  const [cut, body, to] =
    move === 'up'
      ? [{ from: upper.from, to: lower.from }, { from: upper.from, to: upperEnd }, lowerEnd + behind]
      : [{ from: upperEnd, to: lowerEnd }, { from: lower.from, to: lowerEnd }, upper.from];
  const words = replaced(source, body, numbers);
  return [
    ...numbers.filter(({ from }) => from < body.from || from >= body.to),
    { ...cut, text: '' },
    { from: to, to, text: move === 'up' ? gap.slice(behind) + words + gap.slice(0, behind) : words + gap },
  ].sort((one, other) => one.from - other.from);
}

function neighbourOf({ sections }: Report, { index, parent, level }: Section, move: SectionMove): Section | undefined {
  const siblings = sections.filter(own => own.parent === parent);
  const own = siblings.findIndex(sibling => sibling.index === index);
  const neighbour = siblings[move === 'up' ? own - 1 : own + 1];
  // One of another level would come to stand under the other's heading.
  return neighbour?.level === level ? neighbour : undefined;
}

/**
 * A section with the comments right above its heading and the directives that are about it, and without those of the next
 * heading.
 */
function spanWithComments({ document, directives }: Report, { block, blockEnd }: Section): Span {
  const { blocks, starts, source } = document;
  const isRightBelow = (index: number): boolean => {
    return !/\n[ \t]*\r?\n|\r[ \t]*\r/.test(source.slice(blockSpan(document, index - 1).to, starts[index]));
  };
  const ofNext = new Set(directives.flatMap(({ block, directive }) => (isOfNext(directive) ? block : [])));
  const start = (index: number): number => {
    let first = index;
    if (index < blocks.length)
      for (let above = index - 1; blocks[above]?.kind === 'comment'; above--)
        if ((first === above + 1 && isRightBelow(first)) || ofNext.has(above)) first = above;
    return starts[first] ?? source.length;
  };
  return { from: start(block), to: start(blockEnd) };
}

/** Whether a directive is about the block that follows it, blank lines between or not. */
function isOfNext({ name }: Directive): boolean {
  return name === 'disable-next' || name === 'guess';
}

function endOfWords(source: string, { from, to }: Span): number {
  return from + source.slice(from, to).trimEnd().length;
}

function replaced(source: string, { from, to }: Span, edits: readonly Edit[]): string {
  let words = '';
  let at = from;
  for (const edit of edits) {
    if (edit.from < from || edit.to > to) continue;
    words += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return words + source.slice(at, to);
}

/** The numbers that paragraphs have once two sections have changed places: in each series those of both in their old order. */
function exchangedNumbers(report: Report, upper: Span, lower: Span): Map<Paragraph, string> {
  const numbers = new Map<Paragraph, string>();
  for (const series of seriesOf(report)) {
    const within = ({ from, to }: Span) => series.members.filter(own => own.from >= from && own.from < to);
    for (const [paragraph, number] of exchanged(series, within(upper), within(lower)))
      if (number !== paragraph.number) numbers.set(paragraph, number);
  }
  return numbers;
}

function* exchanged(
  { kind, members }: Series,
  upper: readonly Paragraph[],
  lower: readonly Paragraph[],
): Iterable<[Paragraph, string]> {
  const now = [...lower, ...upper];
  const moved = new Set(now);
  const [above, below] = [firstParts(upper), firstParts(lower)];
  const elsewhere = new Set(firstParts(members.filter(own => !moved.has(own))));
  const isOwn = ![...above, ...below].some(part => elsewhere.has(part)) && !above.some(part => below.includes(part));
  if (kind.form !== '1.1' || !isOwn) {
    const old = [...upper, ...lower].map(({ number = '' }) => number);
    for (const [i, paragraph] of now.entries()) yield [paragraph, old[i] ?? ''];
    return;
  }
  // Each section has numbers of its own: those change places, and the paragraphs count on within them.
  const right = new Map([...below, ...above].map((part, i) => [part, [...above, ...below][i] ?? part]));
  for (const paragraph of now) {
    const [part = 0, ...rest] = numberParts(paragraph.number ?? '');
    yield [paragraph, [right.get(part) ?? part, ...rest].join('.')];
  }
}

function firstParts(paragraphs: readonly Paragraph[]): number[] {
  return [...new Set(paragraphs.map(({ number }) => numberParts(number ?? '')[0] ?? 0))];
}
