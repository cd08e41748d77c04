import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Report } from '../../../model/report.ts';

const stated = new DerivedFacts<ReadonlyMap<string, ReadonlySet<string>>>();

/** The grades, by their ids, that an area is given somewhere in a report. */
export function statedGrades(report: Report, area: string | undefined): ReadonlySet<string> {
  return stated.of(report, gradesByArea).get(area ?? '') ?? none;
}

const none: ReadonlySet<string> = new Set();

function gradesByArea({ judgements }: Report): Map<string, Set<string>> {
  const grades = new Map<string, Set<string>>();
  for (const { area, grade } of judgements) {
    if (area === undefined || grade === undefined) continue;
    const own = grades.get(area) ?? new Set();
    grades.set(area, own.add(grade.id));
  }
  return grades;
}
