import { dateInWords } from '../../model/dateInWords.ts';
import { lastDay } from '../../model/metadata.ts';
import type { Rule } from '../rule.ts';

/**
 * The report’s details say that it is published before the inspection ended. One of the dates is mistyped, most often
 * its year.
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * published: 2017-01-29
 *            ^^^^^^^^^^ Published on 29 January 2017, before the inspection ended on 30 November 2017
 * ---
 * ```
 *
 * ```inspectmark
 * ---
 * framework: generic
 * inspected: 2017-11-06/2017-11-30
 * published: 2018-01-29
 * ---
 * ```
 */
export const dateOrder: Rule = {
  id: 'date-order',
  group: 'front-matter',
  kind: 'fault',
  severity: 'error',
  summary: 'The report is published before the inspection ended',
  fixable: false,
  readsWords: false,
  *check({ report: { metadata } }) {
    const { published, entries } = metadata;
    const last = lastDay(metadata);
    if (published === undefined || last === undefined || published >= last) return;
    const place = (key: string) => entries.find(entry => entry.key === key)?.valueSpan ?? metadata.span;
    yield {
      ...place('published'),
      message: `Published on ${dateInWords(published)}, before the inspection ended on ${dateInWords(last)}. Correct one of the two.`,
      related: [{ ...place('inspected'), message: 'The dates of the inspection.' }],
    };
  },
};
