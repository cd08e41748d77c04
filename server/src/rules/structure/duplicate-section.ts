import type { Section } from '../../model/section.ts';
import { quotedTitle, titleSpan } from '../reportParts.ts';
import type { Rule } from '../rule.ts';

/**
 * A section that a report has once stands there twice. Its text may have been split, or pasted a second time.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Summary for children and young people
 *
 * Social workers listen to you.
 *
 * ## Summary for children and young people
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is a section “Summary for children and young people” already
 *
 * Most of you live close to your friends.
 * ```
 *
 * Bring the two together. Sections that stand under different headings are different sections, whatever their titles:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ### Summary
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 * ```
 */
export const duplicateSection: Rule = {
  id: 'duplicate-section',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A section stands in the report twice',
  fixable: false,
  readsWords: false,
  *check({ report, framework }) {
    const seen = new Map<string, Section>();
    for (const section of report.sections) {
      const { kind, parent } = section;
      if (kind === undefined || kind.repeats || section.title === '') continue;
      const key = `${parent} ${framework.sections.indexOf(kind)}`;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, section);
        continue;
      }
      yield {
        ...titleSpan(section),
        message: `There is a section ${quotedTitle(first)} already. Bring the two together.`,
        related: [{ ...titleSpan(first), message: 'The first of the two.' }],
      };
    }
  },
};
