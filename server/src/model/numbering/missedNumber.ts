import { firstWhere, type Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { type Series, seriesAt } from './series.ts';
import { seriesValue } from './seriesNumbers.ts';

/** A place where a paragraph of a series seems to stand without its number, or a number without its paragraph. */
export interface MissedNumber extends Span {
  /**
   * `hidden`: a line inside a paragraph begins with a number of the series. `undotted`: a plain paragraph begins with the
   * next number, without its full stop or after a word. `unnumbered`: a plain paragraph among numbered ones.
   */
  readonly sort: 'hidden' | 'undotted' | 'unnumbered';
  /** The index of its series. */
  readonly series: number;
  /** The number as written, or of an unnumbered paragraph the one that it could bear. */
  readonly number: string;
  readonly block: number;
  readonly section: number;
  /** The members of the series before and after it. */
  readonly before: Paragraph | undefined;
  readonly after: Paragraph | undefined;
}

/** Where in a series a block stands, and so what is missed in it. */
export type SeriesPlace = Pick<MissedNumber, 'series' | 'block' | 'section' | 'before' | 'after'> & {
  readonly of: Series;
};

/** Finds a block's place in the series of its section, if that has one with members. */
export function seriesPlaces(report: Report): (section: number, block: number) => SeriesPlace | undefined {
  return (section, block) => {
    const index = seriesOfSection(report, section);
    const of = index === undefined ? undefined : seriesAt(report, index, report.document.starts[block] ?? 0);
    if (of === undefined) return undefined;
    const next = firstWhere(of.members.length, i => (of.members[i]?.block ?? 0) > block);
    return { series: of.index, block, section, before: of.members[next - 1], after: of.members[next], of };
  };
}

const ofOwnSections = new DerivedFacts<ReadonlyMap<number, number>>();

/** The series of a section by its role, or by the paragraphs in it where no role says so. */
export function seriesOfSection(report: Report, section: number): number | undefined {
  const byRole = frameworkIndex(report.framework).seriesOfRole.get(report.sections[section]?.role ?? '');
  if (byRole !== undefined || !report.framework.openAreas) return byRole;
  const own = ofOwnSections.of(
    report,
    () =>
      new Map(
        report.paragraphs.flatMap(({ section: at, series }) =>
          at === undefined || series === undefined ? [] : [[at, series] as const],
        ),
      ),
  );
  return own.get(section);
}

/** The value of the number before a place; where there is none, of the one before the series’ first. */
export function valueBefore({ of, before }: SeriesPlace): number {
  return memberValue(of, before) ?? of.kind.start - 1;
}

/** The value of a member’s number. */
export function memberValue(of: Series, paragraph: Paragraph | undefined): number | undefined {
  return paragraph && seriesValue(of.kind.form, paragraph.number ?? '');
}
