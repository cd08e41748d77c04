import type { SeriesKind } from '../framework.ts';
import type { Paragraph } from '../paragraph.ts';
import { breaksAmong, type SeriesBreak } from './seriesBreaks.ts';
import { seriesValue } from './seriesNumbers.ts';

/** So many findings at least run from 1 through the sections; so many go on from the recommendations above them. */
const fewest = 10;
const fewestGoingOn = 5;
/** Among so many paragraphs one break is a slip. */
const usualBetween = 6;
/** So many numbers may be missing before the first. */
const mostMissing = 2;

/**
 * The paragraphs of a report of any kind that are its findings although no heading says so: their numbers run through several
 * sections, from 1 or on from the recommendations above them. What is numbered besides are lists, as is all that stands
 * elsewhere than findings do.
 */
export function ownSeries(
  kind: SeriesKind,
  paragraphs: readonly Paragraph[],
  isElsewhere: (paragraph: Paragraph) => boolean,
): readonly Paragraph[] {
  const members = paragraphs.filter(
    own => own.series === undefined && own.kind === 'other' && isCounted(own) && !isElsewhere(own),
  );
  const [first] = members;
  if (first === undefined) return [];
  const above = paragraphs.findLast(({ series, from }) => series !== undefined && from < first.from);
  const next = (above === undefined ? 0 : (seriesValue(kind.form, above.number ?? '') ?? 0)) + 1;
  const least = members.reduce((value, { number }) => Math.min(value, Number(number)), Infinity);
  const isGoingOn =
    next > 1 && members.some(({ number }) => Number(number) >= next && Number(number) <= next + mostMissing);
  const from = (start: number): readonly SeriesBreak[] => breaksAmong({ ...kind, start }, members);
  const start = isGoingOn && (least >= next || from(next).length <= from(1).length) ? next : 1;
  if (start === 1 && (least > 1 + mostMissing || members.every(({ section }) => section === first.section))) return [];
  const lists = new Set(from(start).flatMap(own => (isList(own) ? own.members : [])));
  const findings = members.filter(own => !lists.has(own));
  if (findings.length < (start > 1 ? fewestGoingOn : fewest)) return [];
  const kept = new Set(findings);
  const most = Math.max(1, findings.length / usualBetween);
  // Recommendations may stand among them and be counted with them, or have numbers of their own.
  const counted = paragraphs.filter(own => (own.series !== undefined && isCounted(own)) || kept.has(own));
  const isWhole = (own: readonly Paragraph[]): boolean => breaksAmong({ ...kind, start }, own).length <= most;
  return isWhole(findings) || isWhole(counted) ? findings : [];
}

function isCounted({ number = '' }: Paragraph): boolean {
  return /^\d{1,3}$/.test(number);
}

/** Whether several that stand out of order begin with 1, and do not take up just what is missing there. */
function isList({ sort, members: [first, another], members, before, after }: SeriesBreak): boolean {
  if (sort === 'gap' || sort === 'start' || another === undefined || first?.number !== '1') return false;
  return Number(after?.number) - Number(before?.number) - 1 !== members.length;
}
