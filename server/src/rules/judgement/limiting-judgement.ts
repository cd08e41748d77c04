import type { Framework } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { SureJudgement } from '../../model/judgements/judgedAreas.ts';
import { limitsInForce, placedGrades } from '../../model/judgements/limitsInForce.ts';
import { listInWords } from '../../text/phrases.ts';
import { areaWords, inSentence } from '../messages/judgementWords.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * The framework limits one judgement by others: where a key area is inadequate, say, the overall judgement can be no
 * better. Here it is better, so one of the grades must be wrong, or the report must say why it makes an exception.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *                                  ^^^^ The overall judgement can be at most *Inadequate*, for area 1 is *Inadequate*
 *
 * 1. Children who need help and protection: Inadequate
 * 2. Children looked after and achieving permanence: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * Check each of the grades. It is a warning only where the framework itself says “normally”:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *                                  ^^^^ should be at most *Requires improvement*, for area 1 is *Requires improvement* and area 3 is
 *
 * 1. Children who need help and protection: Requires improvement
 * 2. Children looked after and achieving permanence: Good
 * 3. Leadership, management and governance: Requires improvement
 * ```
 *
 * Nor is a whole worse than all its parts, or better:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are inadequate
 *                                  ^^^^^^^^^^ The overall judgement is *Inadequate*, and no area is worse than *Good*.
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * An area that is graded differently in two places limits nothing until its places agree:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Inadequate
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 * ```
 */
export const limitingJudgement: Rule = {
  id: 'limiting-judgement',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'A judgement is better than the grades of other areas allow, or worse than all of them',
  fixable: false,
  readsWords: false,
  *check({ report, framework }) {
    const told = new Set<string>();
    for (const { limit, most, limited, limiting } of limitsInForce(report)) {
      if (limited.grade.rank <= most.rank || told.has(limit.area)) continue;
      told.add(limit.area);
      const words = ({ area, areaText, grade }: SureJudgement) =>
        `${areaWords(framework, area, areaText)} is *${grade.label}*`;
      const subject = areaWords(framework, limited.area, limited.areaText);
      const reasons = listInWords(limiting.map(other => inSentence(words(other))));
      const isCertain = limit.strength === 'must';
      yield {
        from: limited.from,
        to: limited.to,
        severity: isCertain ? 'error' : 'warning',
        message: `${subject} ${isCertain ? 'can' : 'should'} be at most *${most.label}*, for ${reasons}. Check these grades.`,
        related: limiting.map((other, i) => ({
          from: other.from,
          to: other.to,
          message: `${words(other)}. ${i === 0 ? limit.clause : ''}`.trimEnd(),
        })),
      };
    }
    const overall = frameworkIndex(framework).overall ?? framework.areas.find(({ concept }) => concept === 'overall');
    if (overall !== undefined && !told.has(overall.id)) yield* outOfRange(framework, overall.id, placedGrades(report));
  },
};

/** So many parts tell what their whole can be. */
const fewestParts = 3;

/** A whole that is worse than the worst of its parts, or better than the best. */
function* outOfRange(
  framework: Framework,
  overall: string,
  graded: ReadonlyMap<string, SureJudgement>,
): Iterable<Finding> {
  const whole = graded.get(overall);
  const parts = framework.areas.flatMap(({ id, parent, expects }) =>
    id === overall || parent !== undefined || !expects.includes('entry') ? [] : (graded.get(id) ?? []),
  );
  if (whole === undefined || parts.length < fewestParts) return;
  const inOrder = [...parts].sort((one, other) => one.grade.rank - other.grade.rank);
  const [worst, best] = [inOrder[0]?.grade, inOrder.at(-1)?.grade];
  if (worst === undefined || best === undefined) return;
  const isWorse = whole.grade.rank < worst.rank;
  if (!isWorse && whole.grade.rank <= best.rank) return;
  const subject = areaWords(framework, whole.area, whole.areaText);
  const parted = isWorse ? `no area is worse than *${worst.label}*` : `no area is better than *${best.label}*`;
  yield {
    from: whole.from,
    to: whole.to,
    severity: 'warning',
    message: `${subject} is *${whole.grade.label}*, and ${parted}. Check these grades.`,
    related: parts.map(({ from, to, area, areaText, grade }) => ({
      from,
      to,
      message: `${areaWords(framework, area, areaText)} is *${grade.label}*.`,
    })),
  };
}
