import { editDistance } from '../../text/editDistance.ts';
import { requiredKeys, unknownKeys } from '../details/metadataKeys.ts';
import type { Rule } from '../rule.ts';

/**
 * A name in the report’s details is not known, so nothing is done with its value. It is probably misspelt. If by that a
 * detail is missing which the framework asks for, it is an error.
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * publised: 2018-01-29
 * ^^^^^^^^ Did you mean “published”?
 * coffee: black
 * ^^^^^^ No detail of a report is called “coffee”. Take the line out.
 * ---
 * ```
 *
 * ```inspectmark,fixed
 * ---
 * framework: generic
 * published: 2018-01-29
 * coffee: black
 * ---
 * ```
 *
 * ```inspectmark
 * ---
 * framework: generic
 * published: 2018-01-29
 * licence: Open Government Licence
 * ---
 * ```
 */
export const unknownMetadata: Rule = {
  id: 'unknown-metadata',
  group: 'front-matter',
  kind: 'fault',
  severity: 'warning',
  summary: 'A name in the report’s details is not known',
  fixable: true,
  readsWords: false,
  *check({ report, framework, frameworkIds }) {
    const { framework: id, entries, closed } = report.metadata;
    // Details that do not end may have run into the text.
    if (entries.length === 0 || !closed) return;
    // Which keys an unknown framework would add cannot be told; only what is nearly one of the markup's is reported.
    const isFrameworkKnown = id === undefined || frameworkIds.includes(id);
    const required = new Set(requiredKeys(framework));
    for (const { entry, meant } of unknownKeys(report)) {
      if (entry.broken || (meant === undefined && !isFrameworkKnown)) continue;
      const message = `No detail of a report is called “${entry.key}”.`;
      if (meant === undefined) {
        yield { ...entry.keySpan, message: `${message} Take the line out.` };
        continue;
      }
      const certain = editDistance(entry.key.toLowerCase(), meant.toLowerCase(), 2) < 2;
      yield {
        ...entry.keySpan,
        message: `${message} Did you mean “${meant}”?`,
        severity: required.has(meant) ? 'error' : 'warning',
        fixes: [{ title: `Change to “${meant}”`, edits: [{ ...entry.keySpan, text: meant }], certain }],
      };
    }
  },
};
