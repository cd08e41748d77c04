import { addToGroup } from '../../text/lists.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { SeriesKind } from '../framework.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { type Series, seriesOf } from './series.ts';
import { breaksAmong, type SeriesBreak } from './seriesBreaks.ts';
import { seriesValue } from './seriesNumbers.ts';

/** Where the numbers of one part, or of all, break off: *2.3* is followed by *2.5*. */
export interface PartedBreak extends SeriesBreak {
  /** What stands before the last part of each number: *2.*, *3.1.*, *S*. */
  readonly prefix: string;
  /** The number with which they should begin. */
  readonly start: string;
}

/** The last parts of a part’s numbers are a series from 1, or from where a series of the framework ends above them. */
const kindFrom = (start: number): SeriesKind => ({ roles: [], form: '1', start });

const parted = /^([SR](?=\d)|(?:\d{1,3}\.){1,2}|)(\d{1,3})$/;

const found = new DerivedFacts<ReadonlyMap<string, readonly Paragraph[]>>();

/**
 * The paragraphs of a report that are numbered in its own way and belong to no series of the framework, by what stands before
 * the last part: by its parts (*2.3* in section 2), by a letter (*S4* in the summary), or through all its sections (nothing).
 * Where only a few are numbered so, they are lists.
 */
export function partedNumbers(report: Report): ReadonlyMap<string, readonly Paragraph[]> {
  return found.of(report, () => {
    const { framework, paragraphs } = report;
    const parts = new Map<string, Paragraph[]>();
    if (!framework.openAreas) return parts;
    for (const paragraph of paragraphs) {
      const { kind, series, number = '' } = paragraph;
      if (kind === 'entry' || series !== undefined) continue;
      const [, prefix] = parted.exec(number) ?? [];
      if (prefix !== undefined) addToGroup(parts, prefix, paragraph);
    }
    const dotted = [...parts].reduce((count, [prefix, own]) => (prefix.endsWith('.') ? count + own.length : count), 0);
    return new Map(
      [...parts].filter(([prefix, members]) => {
        if (prefix === '') {
          const fewest = startOf(report, members) > 1 ? fewestGoingOn : fewestOfAll;
          return members.length >= fewest && new Set(members.map(own => own.section)).size > 1;
        }
        return prefix.endsWith('.') ? dotted >= fewestOfParts && members.length > 1 : members.length >= fewestLettered;
      }),
    );
  });
}

/** So many paragraphs at least bear numbers through all sections; so many in all are numbered by parts; so many by a letter. */
const fewestOfAll = 10;
const fewestGoingOn = 5;
const fewestOfParts = 8;
const fewestLettered = 3;

const broken = new DerivedFacts<readonly PartedBreak[]>();

/**
 * Where such numbers break off. A part whose numbers begin anew, or break off often, is none: its lists have numbers of
 * their own.
 */
export function partedBreaks(report: Report): readonly PartedBreak[] {
  return broken.of(report, () =>
    [...partedNumbers(report)].flatMap(([prefix, members]) => {
      const start = prefix === '' ? startOf(report, members) : 1;
      const counted = prefix === '' && start === 1 ? withSeries(report, members) : members;
      const breaks = breaksAmong(
        kindFrom(start),
        counted.map(own => ({ ...own, number: own.number?.slice(prefix.length) })),
      ).filter(own => !isOfSeries(own));
      const isOne = breaks.length <= Math.max(1, members.length / usualBetween);
      return (isOne && breaks.every(isSmall)) || (breaks.length === 1 && breaks.every(isMovedRun))
        ? breaks.map(own => ({ ...own, prefix, start: `${prefix}${start}` }))
        : [];
    }),
  );
}

/** Whether own numbers run through a whole report, and the first of a series of the framework goes on from them. */
export function goesOnFromOwn(report: Report, { kind, members: [first] }: Series): boolean {
  const own = partedNumbers(report).get('');
  if (own === undefined || first === undefined || kind.form !== '1' || startOf(report, own) > 1) return false;
  const last = own.findLast(({ from }) => from < first.from);
  const missing = (seriesValue('1', first.number ?? '') ?? 0) - 1 - (seriesValue('1', last?.number ?? '') ?? Infinity);
  return missing >= 0 && missing <= mostMissing;
}

/** The paragraphs with numbers of their own, and among them those of the series that go on from them. */
function withSeries(report: Report, members: readonly Paragraph[]): readonly Paragraph[] {
  const going = seriesOf(report).filter(series => goesOnFromOwn(report, series));
  if (going.length === 0) return members;
  return [...members, ...going.flatMap(series => series.members)].sort((a, b) => a.from - b.from);
}

/** Whether a break lies within a series of the framework, where it is told. */
function isOfSeries({ members, before }: SeriesBreak): boolean {
  return members.every(({ series }) => series !== undefined) && before?.series !== undefined;
}

/** The number with which own numbers begin: 1, or where they go on from the recommendations above them, that after the last. */
function startOf(report: Report, members: readonly Paragraph[]): number {
  const [first] = members;
  const value = members.reduce(
    (least, { number }) => Math.min(least, seriesValue('1', number ?? '') ?? least),
    Infinity,
  );
  for (const { kind, members: above } of seriesOf(report)) {
    const last = above.at(-1);
    if (kind.form !== '1' || last === undefined || first === undefined || last.from > first.from) continue;
    const next = (seriesValue('1', last.number ?? '') ?? 0) + 1;
    if (value >= next - 1 && value <= next + mostMissing) return next;
  }
  return 1;
}

/** Among so many paragraphs one break is a slip. */
const usualBetween = 6;

function isSmall({ members, missing }: SeriesBreak): boolean {
  return members.length === 1 && (missing?.count ?? 1) <= mostMissing;
}

/** Whether all paragraphs at fault follow on one another: a section that stands elsewhere. */
function isMovedRun({ sort, members }: SeriesBreak): boolean {
  return (
    sort === 'displaced' &&
    members.every((own, i) => i === 0 || Number(own.number) === Number(members[i - 1]?.number) + 1)
  );
}

const mostMissing = 2;
