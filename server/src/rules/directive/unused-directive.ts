import { listInWords } from '../../model/listInWords.ts';
import type { PlacedDirective, Report } from '../../model/report.ts';
import type { Edit, Rule } from '../rule.ts';

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
  late: true,
  *check({ report, unusedDirectives }) {
    if (unusedDirectives.length === 0) return;
    const places = new Set(unusedDirectives.map(({ from }) => from));
    for (const placed of report.directives) {
      const { directive, base } = placed;
      const unused = directive.rules.filter(({ from }) => places.has(base + from));
      const [first] = unused;
      const last = unused.at(-1);
      if (first === undefined || last === undefined) continue;
      const names = listInWords([...new Set(unused.map(({ id }) => `“${id}”`))]);
      const title = unused.length === directive.rules.length ? 'Take the comment out' : `Take ${names} out`;
      yield {
        from: base + first.from,
        to: base + last.to,
        message: `${names} ${unused.length === 1 ? 'finds' : 'find'} nothing here, so there is nothing to accept. ${title}.`,
        fixes: [{ title, edits: [without(report, placed, places)], certain: true }],
      };
    }
  },
};

/** The edit that takes rules out of a directive, and the comment with the last of them. */
function without(
  { document, text }: Report,
  { directive, base, block, alone }: PlacedDirective,
  places: ReadonlySet<number>,
): Edit {
  const kept = directive.rules.filter(({ from }) => !places.has(base + from));
  if (kept.length > 0) {
    const [first, last] = [directive.rules[0], directive.rules.at(-1)];
    return { from: base + (first?.from ?? 0), to: base + (last?.to ?? 0), text: kept.map(({ id }) => id).join(' ') };
  }
  const own = document.blocks[block];
  if (alone) return { from: base, to: base + (own?.length ?? 0), text: '' };
  const comment =
    own?.inlines.comments.find(({ from, to }) => from < directive.from && directive.to <= to) ?? directive;
  let from = base + comment.from;
  let to = base + comment.to;
  const { line } = text.positionAt(from);
  if (text.line(line).trim() === document.source.slice(from, to)) {
    // With its line, from the end of the line before it.
    from = line === 0 ? 0 : text.lineEnd(line - 1);
    to = text.lineEnd(line);
  } else while (/[ \t]/.test(document.source.charAt(from - 1))) from--;
  return { from, to, text: '' };
}
