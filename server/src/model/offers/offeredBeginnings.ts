import { isAtLineEnd, restOfWords } from './behindCursor.ts';
import type { Offer, WritingPlace } from './offer.ts';
import { offeredEntries } from './offeredJudgements.ts';
import { offeredNextNumber } from './offeredNumbers.ts';
import { offeredTitles } from './offeredTitles.ts';

/**
 * The titles of sections that the framework knows and the report lacks, in their order; then those that may stand in it
 * again.
 */
export function offeredHeadings({ report, offset, before, block }: WritingPlace): Offer[] | undefined {
  const [, marks = '', typed = ''] = /^ ?(#{2,6})[ \t]+(.*)$/.exec(before) ?? [];
  if (marks === '') return undefined;
  const { missing, again } = offeredTitles(report, block, marks.length);
  return [...missing, ...again].map(({ title }) => ({
    label: title,
    typed: typed.length,
    rest: restOfWords(report, offset, typed.length, title),
    kind: 'title',
  }));
}

/** What may begin at the start of a line: a judgement, a numbered paragraph, a section that every report has. */
export function offeredBeginnings(place: WritingPlace): Offer[] {
  const { report, offset, before, block } = place;
  const numbers = offeredNextNumber(place) ?? [];
  if (before !== '' || !isAtLineEnd(report, offset)) return numbers;
  const entries = offeredEntries(place) ?? [];
  const { missing } = offeredTitles(report, block, 2);
  const headings = missing.flatMap(({ title, required }): Offer[] =>
    required ? [{ label: `## ${title}`, typed: 0, kind: 'title' }] : [],
  );
  return [...entries, ...numbers, ...headings];
}
