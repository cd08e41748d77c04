import type { PlacedDirective, Report } from '../../model/report.ts';
import type { DirectiveRule } from '../../syntax/directive.ts';
import { listInWords } from '../../text/phrases.ts';
import type { Edit, Rule } from '../rule.ts';
import { commentRemoval } from './comments/commentRemoval.ts';

/**
 * A comment accepts what a check finds, but the check finds nothing there (any more). Left in, it would hide a defect
 * that comes later.
 *
 * ```inspectmark,expect
 * <!-- inspectmark-disable-next tag-spelling -- quoted from the letter -->
 *                               ^^^^^^^^^^^^ “tag-spelling” finds nothing here
 *
 * 9. Health assessments are often late. (Recommendation 2)
 * ```
 *
 * ```inspectmark,fixed
 * 9. Health assessments are often late. (Recommendation 2)
 * ```
 *
 * Of several checks, those that find nothing are taken out:
 *
 * ```inspectmark,expect
 * <!-- inspectmark-disable-next tag-spelling tag-position unlinked-tag -- quoted from the letter -->
 *                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ “tag-position” and “unlinked-tag” find nothing here
 *
 * 9. Health assessments are often late. (Recomendation 2)
 * ```
 *
 * ```inspectmark,fixed
 * <!-- inspectmark-disable-next tag-spelling -- quoted from the letter -->
 *
 * 9. Health assessments are often late. (Recomendation 2)
 * ```
 *
 * What switches a check on again goes with what switched it off:
 *
 * ```inspectmark,expect
 * <!-- inspectmark-disable tag-spelling -- quoted from the letter -->
 *                          ^^^^^^^^^^^^ “tag-spelling” finds nothing here
 *
 * 9. Health assessments are often late. (Recommendation 2)
 *
 * <!-- inspectmark-enable tag-spelling -->
 *
 * 10. Plans are vague.
 * ```
 *
 * ```inspectmark,fixed
 * 9. Health assessments are often late. (Recommendation 2)
 *
 * 10. Plans are vague.
 * ```
 *
 * Nor is it of use where nothing has switched it off:
 *
 * ```inspectmark,expect
 * <!-- inspectmark-enable tag-spelling -->
 *                         ^^^^^^^^^^^^ “tag-spelling” is not switched off here. Take the comment out.
 * ```
 *
 * ```inspectmark
 * <!-- inspectmark-disable-next tag-spelling -- quoted from the letter -->
 *
 * 9. Health assessments are often late. (Recomendation 2)
 * ```
 */
export const unusedDirective: Rule = {
  id: 'unused-directive',
  group: 'directive',
  kind: 'fault',
  severity: 'warning',
  summary: 'A comment accepts what no check finds',
  fixable: true,
  readsWords: false,
  late: true,
  *check({ report, unusedDirectives }) {
    if (unusedDirectives.length === 0) return;
    const places = new Set(unusedDirectives.map(({ from }) => from));
    for (const [i, placed] of report.directives.entries()) {
      const { directive, base } = placed;
      const unused = directive.rules.filter(({ from }) => places.has(base + from));
      const [first] = unused;
      const last = unused.at(-1);
      if (first === undefined || last === undefined) continue;
      const ids = new Set(unused.map(({ id }) => id));
      const names = listInWords([...ids].map(id => `“${id}”`));
      const title = unused.length === directive.rules.length ? 'Take the comment out' : `Take ${names} out`;
      const ends = directive.name === 'disable' ? endsOf(report.directives.slice(i + 1), ids) : new Map();
      yield {
        from: base + first.from,
        to: base + last.to,
        message: `${messageOf(directive.name, names, ids.size === 1)} ${title}.`,
        fixes: [
          {
            title,
            edits: [[placed, unused] as const, ...ends].map(([each, gone]) => without(report, each, gone)),
            certain: true,
          },
        ],
      };
    }
  },
};

function messageOf(name: string, rules: string, isOne: boolean): string {
  if (name === 'enable') return `${rules} ${isOne ? 'is' : 'are'} not switched off here.`;
  return `${rules} ${isOne ? 'finds' : 'find'} nothing here.`;
}

/** Where rules that are switched off are switched on again. */
function endsOf(later: readonly PlacedDirective[], ids: ReadonlySet<string>): Map<PlacedDirective, DirectiveRule[]> {
  const ends = new Map<PlacedDirective, DirectiveRule[]>();
  const open = new Set(ids);
  for (const placed of later) {
    if (placed.directive.name !== 'enable') continue;
    const ended = placed.directive.rules.filter(({ id }) => open.delete(id));
    if (ended.length > 0) ends.set(placed, ended);
  }
  return ends;
}

/** The edit that takes rules out of a directive, and the comment with the last of them. */
function without(report: Report, placed: PlacedDirective, gone: readonly DirectiveRule[]): Edit {
  const { directive, base } = placed;
  const kept = directive.rules.filter(rule => !gone.includes(rule));
  if (kept.length === 0) return commentRemoval(report, placed);
  const [first, last] = [directive.rules[0], directive.rules.at(-1)];
  return {
    from: base + (first?.from ?? 0),
    to: base + (last?.to ?? 0),
    text: kept.map(({ id }) => id).join(' '),
  };
}
