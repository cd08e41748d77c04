import { dateInWords } from '../../model/dateInWords.ts';
import { lastDay } from '../../model/metadata.ts';
import type { Rule } from '../rule.ts';

/**
 * The inspection took place when its framework was not yet, or no longer, in use. Either a date is mistyped, or the
 * report belongs to another framework, whose sections and grades differ.
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * inspected: 2019-03-04/2019-03-08
 *            ^^^^^^^^^^^^^^^^^^^^^ This inspection ended on 8 March 2019; its framework was in use until 31 August 2018.
 * ---
 * ```
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif
 * inspected: 2018-03-05/2018-03-09
 * ---
 * ```
 */
export const frameworkValidity: Rule = {
  id: 'framework-validity',
  group: 'front-matter',
  kind: 'fault',
  severity: 'warning',
  summary: 'The framework was not in use when the inspection took place',
  fixable: false,
  readsWords: false,
  *check({ report: { metadata }, framework: { valid } }) {
    const last = lastDay(metadata);
    if (last === undefined) return;
    // Dates that contradict each other are told elsewhere.
    if (metadata.published !== undefined && metadata.published < last) return;
    const early = valid.from !== undefined && last < valid.from;
    const late = valid.to !== undefined && last > valid.to;
    const entry = metadata.entries.find(({ key }) => key === 'inspected');
    if (!(early || late) || entry === undefined) return;
    const framework = metadata.entries.find(({ key }) => key === 'framework');
    const use = early ? `from ${dateInWords(valid.from ?? '')}` : `until ${dateInWords(valid.to ?? '')}`;
    yield {
      ...entry.valueSpan,
      message: `This inspection ended on ${dateInWords(last)}; its framework was in use ${use}. Correct one of the two.`,
      related: framework === undefined ? [] : [{ ...framework.valueSpan, message: 'The framework.' }],
    };
  },
};
