import { rightNumbers } from '../../model/numbering/renumbering.ts';
import type { TagLink } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { ListedNumbers } from '../../syntax/numberList.ts';
import { matchAt } from '../../text/matchAt.ts';
import { listInWords } from '../../text/phrases.ts';
import type { Span } from '../../text/text.ts';
import { fixWith } from '../fixWith.ts';
import { lostNumbers } from '../numbers/lostNumbers.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * A tag names a recommendation that the report does not have, so nobody can follow it. The number is mistyped, or the
 * recommendation has gone or has been renumbered.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation 4)
 *                                                       ^ Paragraph 4 is a finding, not a recommendation
 *
 * 4. Too many pupils are excluded. (Recommendations 2 and 9)
 *                                                         ^ There is no recommendation 9
 * ```
 *
 * ```inspectmark,fixed
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation 2)
 *
 * 4. Too many pupils are excluded. (Recommendations 2 and 1)
 * ```
 *
 * The comment after a tag confirms what it means, and may not say otherwise than the tag:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation 1)<!-- 2 -->
 *                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This tag names 1, and the comment after it 2. Take out the one that is wrong.
 *
 * 4. Too many pupils are excluded. (Recommendation 2)
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation 1)
 *
 * 4. Too many pupils are excluded. (Recommendation)<!-- 2 -->
 * ```
 */
export const unresolvedTag: Rule = {
  id: 'unresolved-tag',
  group: 'recommendation',
  kind: 'fault',
  severity: 'error',
  summary: 'A tag names a recommendation that there is not',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const linked = report.tags.filter(({ basis, isNumber }) => basis !== 'suggested' && !isNumber);
    if (linked.length === 0) return;
    const numbers = report.recommendations.flatMap(({ number }) => number ?? []);
    // Without recommendations of its own, a report speaks of another document's.
    if (numbers.length === 0) return;
    yield* contradicted(report.document.source, linked);
    const byDigits = new Map(numbers.map(number => [digitsOf(number), number]));
    // That a number begins with a zero is told as that.
    const known = new Set([...numbers, ...byDigits.keys(), ...numbers.map(number => number.replace(/^0+(?=\d)/, ''))]);
    const findings = new Set(report.paragraphs.flatMap(({ kind, number }) => (kind === 'finding' && number) || []));
    // Where tags are the recommendations’ numbers, the next number is that of one more, which stands in another section.
    const numberedByTags = report.tags.some(({ isNumber }) => isNumber);
    const nearest = new Map<string, string[]>();
    let right: ReadonlySet<string> | undefined;
    let highest = numberedByTags
      ? numbers.reduce((most, number) => Math.max(most, Number(number) || 0), 0)
      : Number.NaN;
    for (const link of linked) {
      const [only, ...others] = link.numbers;
      if (others.length === 0 && Number(only) === highest + 1) {
        highest++;
        known.add(String(highest));
        continue;
      }
      let isFindingTold = false;
      for (const item of link.tag.confirmed?.items ?? link.tag.items) {
        const wrong = wrongEnd(item, known);
        // Several findings in one tag are one cause: its word is another’s.
        if (wrong !== undefined && findings.has(wrong.number)) {
          if (isFindingTold) continue;
          isFindingTold = true;
        }
        if (wrong === undefined || (!findings.has(wrong.number) && lostNumbers(report).has(wrong.number))) continue;
        // Where the recommendations' own numbers are wrong, that is told.
        right ??= rightRecommendations(report);
        if (right.has(wrong.number)) continue;
        const near = nearest.get(wrong.number) ?? nearestNumbers(wrong.number, byDigits);
        nearest.set(wrong.number, near);
        yield findingOf(
          link,
          wrong,
          findings,
          near.filter(own => mayStand(own, wrong, item, link.tag.items)).slice(0, mostOffered),
        );
      }
    }
  },
};

/** The numbers that recommendations should bear and do not, since numbers before them are wrong. */
function rightRecommendations(report: Report): Set<string> {
  const right = rightNumbers(report);
  return new Set(right.size === 0 ? [] : report.recommendations.flatMap(own => right.get(own) ?? []));
}

const confirmation = /<!--\s*(\d{1,3}(?:(?:,\s?|\s?[–-]\s?|\sand\s)\d{1,3}){0,9})\s*-->/y;

/** Tags whose own numbers are not those of the comment after them. */
function* contradicted(source: string, linked: readonly TagLink[]): Iterable<Finding> {
  for (const { tag, base, numbers } of linked) {
    const [written = '', confirmed = ''] =
      tag.items.length === 0 ? [] : (matchAt(confirmation, source, base + tag.to) ?? []);
    const own = new Set(numbers);
    const other = confirmed.match(/\d+/g) ?? [];
    // Of a range only the ends can be told apart.
    if (written === '' || other.every(number => own.has(number))) continue;
    yield {
      from: base + tag.from,
      to: base + tag.to + written.length,
      severity: 'warning',
      message: `This tag names ${listInWords([...own])}, and the comment after it ${confirmed}. Take out the one that is wrong.`,
    };
  }
}

interface WrongNumber {
  readonly number: string;
  readonly span: Span;
}

/** Of a range its ends are looked at: what is missing between them is a gap in the recommendations’ own numbers. */
function wrongEnd(
  { first, last, firstSpan, lastSpan }: ListedNumbers,
  known: ReadonlySet<string>,
): WrongNumber | undefined {
  if (!known.has(first)) return { number: first, span: firstSpan };
  return known.has(last) ? undefined : { number: last, span: lastSpan };
}

/** Whether a number may stand for a wrong one: a tag names none twice, and its ranges run upwards. */
function mayStand(
  number: string,
  { span }: WrongNumber,
  item: ListedNumbers,
  items: readonly ListedNumbers[],
): boolean {
  if (items.some(own => own !== item && (own.first === number || own.last === number))) return false;
  if (item.first === item.last) return true;
  const value = Number(digitsOf(number));
  return span === item.firstSpan ? value < Number(digitsOf(item.last)) : value > Number(digitsOf(item.first));
}

function findingOf(
  { tag, base }: TagLink,
  { number, span }: WrongNumber,
  findings: ReadonlySet<string>,
  nearest: readonly string[],
): Finding {
  const place = { from: base + span.from, to: base + span.to };
  const word = tag.word.toLowerCase();
  const what = findings.has(number)
    ? `Paragraph ${number} is a finding, not a ${word}.`
    : `There is no ${word} ${number}.`;
  return {
    ...place,
    message: `${what} Name the ${word} that this finding supports.`,
    fixes: nearest.map(text => fixWith(`Change to ${text}`, place, text)),
  };
}

const mostOffered = 2;
/** So many are looked for, of which some may not stand in the tag. */
const mostNear = 6;

/** The recommendations that come nearest in the series, the nearest first. */
function nearestNumbers(number: string, byDigits: ReadonlyMap<string, string>): string[] {
  const at = Number(digitsOf(number));
  const found: string[] = [];
  for (let distance = 1; distance < 1000 && found.length < mostNear; distance++) {
    for (const near of [at - distance, at + distance]) {
      const known = byDigits.get(String(near));
      if (known !== undefined) found.push(known);
    }
  }
  return found;
}

function digitsOf(number: string): string {
  return number.replace(/^[SR]/, '');
}
