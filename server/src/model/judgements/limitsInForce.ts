import type { Framework, Grade, Limit } from '../framework.ts';
import type { Report } from '../report.ts';
import { gradesOf } from './gradeWriting.ts';
import { judgedAreas, type SureJudgement } from './judgedAreas.ts';

/** A limit of the framework that holds in a report, for enough of its areas are graded so low. */
export interface LimitInForce {
  readonly limit: Limit;
  /** The best grade that it leaves. */
  readonly most: Grade;
  /** The grade of the limited area: in the headline, or where the report gives it first. */
  readonly limited: SureJudgement;
  /** The grades that bring it about, as they stand in the text. */
  readonly limiting: readonly SureJudgement[];
}

/**
 * The limits that hold for the areas that a report grades, the strictest first: what must be before what is expected, and the
 * lowest grade first. An area that is graded differently in two places, or by words of the report's own, neither limits
 * nor is limited.
 */
export function limitsInForce(report: Report): LimitInForce[] {
  const { framework } = report;
  const graded = placedGrades(report);
  return framework.limits
    .flatMap((limit): LimitInForce[] => {
      const limited = graded.get(limit.area);
      const most = gradeOf(framework, limit.area, limit.most);
      if (limited === undefined || most === undefined) return [];
      const limiting = limit.areas.flatMap(area => {
        const found = graded.get(area);
        const at = gradeOf(framework, area, limit.at)?.rank ?? -1;
        return found !== undefined && found.grade.rank <= at ? [found] : [];
      });
      return limiting.length < limit.count ? [] : [{ limit, most, limited, limiting }];
    })
    .sort((one, other) => laxity(one) - laxity(other));
}

/** The areas with one grade on the scale, each with the place that tells of it: the headline, or else the first. */
export function placedGrades(report: Report): Map<string, SureJudgement> {
  const graded = new Map<string, SureJudgement>();
  for (const { area, grade, places, doubled } of judgedAreas(report)) {
    const place = places.find(({ carrier }) => carrier === 'headline') ?? places[0];
    // (What a report grades by words of its own has no place on the scale.)
    if (grade !== undefined && grade.rank >= 0 && !doubled && place !== undefined) graded.set(area, place);
  }
  return graded;
}

function laxity({ limit: { strength }, most: { rank } }: LimitInForce): number {
  return (strength === 'must' ? 0 : 100) + rank;
}

function gradeOf(framework: Framework, area: string, id: string): Grade | undefined {
  return gradesOf(framework, area).find(grade => grade.id === id);
}
