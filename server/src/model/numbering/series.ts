import { DerivedFacts } from '../derivedFacts.ts';
import type { SeriesKind } from '../framework.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { breaksAmong, type SeriesBreak } from './seriesBreaks.ts';
import { seriesNumber, seriesValue } from './seriesNumbers.ts';

/**
 * The paragraphs of one of the framework's series in the order of the text, and where their numbers break off. Where any
 * report is read, recommendations that are counted by themselves, or findings, are another series of the same kind.
 */
export interface Series {
  readonly index: number;
  readonly kind: SeriesKind;
  readonly members: readonly Paragraph[];
  /** In the order of the text. One cause is one break. */
  readonly breaks: readonly SeriesBreak[];
}

const found = new DerivedFacts<readonly Series[]>();

/** The series of a report that have members, found on first use. */
export function seriesOf(report: Report): readonly Series[] {
  return found.of(report, () =>
    report.framework.numbering.flatMap((kind, index) => {
      const members = report.paragraphs.filter(paragraph => paragraph.series === index);
      const parts = members.length === 0 ? [] : partsOf(report, kind, members);
      return parts.map(own => ({ index, kind, members: own, breaks: breaksAmong(kind, own) }));
    }),
  );
}

/** The series of a kind in which a paragraph that begins at an offset would stand, if it has members. */
export function seriesAt(report: Report, index: number, offset: number): Series | undefined {
  const own = seriesOf(report).filter(series => series.index === index);
  return own.findLast(({ members }) => (members[0]?.from ?? 0) <= offset) ?? own[0];
}

/** Members as they are counted: apart where those of another role begin anew, and fewer breaks are left that way. */
function partsOf({ framework, sections }: Report, kind: SeriesKind, members: readonly Paragraph[]): Paragraph[][] {
  const roleOf = ({ section: own }: Paragraph): string | undefined => sections[own ?? -1]?.role;
  const isFirst = ({ number = '' }: Paragraph): boolean => seriesValue(kind.form, number) === kind.start;
  const second = members.findIndex((own, i) => i > 0 && isFirst(own) && roleOf(own) !== roleOf(members[i - 1] ?? own));
  if (!framework.openAreas || kind.form === '1.1' || second < 0) return [[...members]];
  const parts = [members.slice(0, second), members.slice(second)];
  const left = parts.reduce((count, part) => count + breaksAmong(kind, part).length, 0);
  return parts.every(part => part.length > 1) && left < breaksAmong(kind, members).length ? parts : [[...members]];
}

const breakSorts = new DerivedFacts<ReadonlySet<SeriesBreak['sort']>>({ stands: true });

/** Whether the numbers of some series break in a certain way. */
export function hasBreak(report: Report, sort: SeriesBreak['sort']): boolean {
  const sorts = () => new Set(seriesOf(report).flatMap(({ breaks }) => breaks.map(({ sort }) => sort)));
  return breakSorts.of(report, sorts).has(sort);
}

const lastBlocks = new DerivedFacts<ReadonlySet<number>>({ stands: true });

/** Whether the last paragraph of a series begins with a block. */
export function endsSeries(report: Report, block: number): boolean {
  const blocks = () => new Set(seriesOf(report).flatMap(({ members }) => members.at(-1)?.block ?? []));
  return lastBlocks.of(report, blocks).has(block);
}

/** Of a series whose first number is too low: the gap after it, if that is where the right one is missing. */
export function gapOfStart({ kind, breaks }: Series, { sort, after, missing }: SeriesBreak): SeriesBreak | undefined {
  if (sort !== 'start' || missing !== undefined) return undefined;
  const start = seriesNumber(kind.form, kind.start);
  return breaks.find(
    own => own.sort === 'gap' && own.before === after && own.missing?.first === start && own.missing.count === 1,
  );
}
