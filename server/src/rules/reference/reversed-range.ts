import type { NumberPlace } from '../../model/reference.ts';
import type { Report } from '../../model/report.ts';
import { tagNumbers } from '../../model/tags/tagNumbers.ts';
import { isHigher } from '../../syntax/number.ts';
import { fixWith } from '../fixWith.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/**
 * A range of paragraphs or recommendations runs backwards. Its ends have changed places, or one is mistyped; as it
 * stands nobody can say what lies between them.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (paragraphs 3–2).
 *                                     ^^^ This range runs backwards, from 3 to 2.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely (paragraphs 2–3).
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely (paragraphs 2–3).
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 */
export const reversedRange: Rule = {
  id: 'reversed-range',
  group: 'reference',
  kind: 'fault',
  severity: 'warning',
  summary: 'A range of numbers runs backwards',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    for (const { numbers } of report.references)
      for (const place of numbers) if (isReversed(place)) yield findingOf(report, place);
    for (const { numbers } of tagNumbers(report))
      for (const place of numbers) if (isReversed(place)) yield findingOf(report, place);
  },
};

function isReversed({ first, last }: NumberPlace): boolean {
  return first !== last && isHigher(first, last);
}

function findingOf(
  { paragraphs, recommendations }: Report,
  { first, last, firstSpan, lastSpan }: NumberPlace,
): Finding {
  const fixes: Fix[] = [
    {
      title: `Change to ${last}–${first}`,
      edits: [
        { ...firstSpan, text: last },
        { ...lastSpan, text: first },
      ],
      certain: false,
    },
  ];
  // Some write 112–15 and mean 112–115.
  const whole = first.slice(0, Math.max(0, first.length - last.length)) + last;
  const isThere = [...paragraphs, ...recommendations].some(({ number }) => number === whole);
  if (isHigher(whole, first) && isThere) fixes.push(fixWith(`Change to ${first}–${whole}`, lastSpan, whole));
  return {
    from: firstSpan.from,
    to: lastSpan.to,
    message: `This range runs backwards, from ${first} to ${last}. Change its ends round, or say which numbers are meant.`,
    fixes,
  };
}
