import { addToGroup } from '../../text/lists.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { SeriesKind } from '../framework.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { breaksAmong, type SeriesBreak } from './seriesBreaks.ts';

/** Where the numbers of one part break off: *2.3* is followed by *2.5*. */
export interface PartedBreak extends SeriesBreak {
  /** What stands before the last part of each number: *2.*, *3.1.*, *S*. */
  readonly prefix: string;
  /** The number with which they should begin. */
  readonly start: string;
}

/** The last parts of a part’s numbers are a series from 1. */
const ofPart: SeriesKind = { roles: [], form: '1', start: 1 };

const parted = /^([SR](?=\d)|(?:\d{1,3}\.){1,2})(\d{1,3})$/;

const found = new DerivedFacts<ReadonlyMap<string, readonly Paragraph[]>>();

/**
 * The paragraphs of a report that are numbered in its own way and belong to no series of the framework, by what stands before
 * the last part: by its parts (*2.3* in section 2), or by a letter (*S4* in the summary). Where only a few are numbered so,
 * they are lists.
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
        return prefix.endsWith('.') ? dotted >= fewestOfParts && members.length > 1 : members.length >= fewestLettered;
      }),
    );
  });
}

/** So many paragraphs at least are numbered by parts; so many by a letter. */
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
      const breaks = breaksAmong(
        ofPart,
        members.map(own => ({ ...own, number: own.number?.slice(prefix.length) })),
      );
      const isOne = breaks.length <= Math.max(1, members.length / usualBetween);
      return (isOne && breaks.every(isSmall)) || (breaks.length === 1 && breaks.every(isMovedRun))
        ? breaks.map(own => ({ ...own, prefix, start: `${prefix}1` }))
        : [];
    }),
  );
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
