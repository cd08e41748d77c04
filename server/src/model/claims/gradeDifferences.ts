import { DerivedFacts } from '../derivedFacts.ts';
import { judgedAreas } from '../judgements/judgedAreas.ts';
import type { Report } from '../report.ts';
import { wordId } from '../words/proseReading.ts';
import { idAt } from '../words/proseWords.ts';
import type { ClaimPlace, Contradiction } from './contradictions.ts';

/**
 * Whether two claims say no more than the grades of two areas: *services in Norwood are good* of the whole, and *the
 * service that children receive is not yet good* in an area that is graded otherwise. They speak of nothing but what every
 * such report speaks of, by the titles of the report and of its areas.
 *
 * @param shared the words that both have
 */
export function isOfGrades(
  report: Report,
  { one, other, difference }: Contradiction,
  shared: () => readonly string[],
): boolean {
  if (difference !== 'opposite' || one.statement.area === other.statement.area) return false;
  if (!saysGrade(report, one) || !saysGrade(report, other)) return false;
  const { gradeOf, general } = found.of(report, gradesOf);
  const grade = gradeOf(one.statement.area);
  const otherGrade = gradeOf(other.statement.area);
  if (grade === undefined || otherGrade === undefined || grade === otherGrade) return false;
  return shared().every(word => wordsIn(word).every(own => general.has(own)));
}

interface Grades {
  /** The grade of an area, or of the whole. */
  readonly gradeOf: (area: string | undefined) => string | undefined;
  /** What every such report speaks of. */
  readonly general: ReadonlySet<string>;
}

const found = new DerivedFacts<Grades>();

function gradesOf(report: Report): Grades {
  const { framework, metadata } = report;
  const overall = framework.areas.find(({ concept }) => concept === 'overall')?.id ?? '';
  const grades = new Map(judgedAreas(report).map(({ area, grade }) => [area, grade?.id]));
  const titles = [framework.title, metadata.title ?? '', ...metadata.providers];
  for (const { title } of framework.areas) titles.push(title);
  for (const { label } of framework.scale) titles.push(label);
  return {
    gradeOf: area => grades.get(area ?? overall),
    general: new Set(['receive', ...titles.flatMap(wordsIn)]),
  };
}

/** Whether a claim has a grade of one word: *good*. */
function saysGrade({ framework }: Report, { statement: { topics }, claim: { start, last } }: ClaimPlace): boolean {
  const grades = framework.scale.map(({ label }) => wordId(label));
  for (let at = start; at < last; at++) if (grades.includes(idAt(topics.prose, at))) return true;
  return false;
}

/** The words of a title in small letters and without a plural or possessive *s*. */
function wordsIn(title: string): string[] {
  return title
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(word => word.length > 1)
    .map(word => word.replace(/s$/, ''));
}
