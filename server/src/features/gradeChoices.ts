import type { Position } from 'vscode-languageserver-types';
import { areaTitle } from '../model/frameworkIndex.ts';
import { gradesOf } from '../model/judgements/gradeWriting.ts';
import type { Judgement } from '../model/judgements/judgement.ts';
import type { Report } from '../model/report.ts';

/** The area whose grade is meant at a place, and what it can be graded. */
export interface GradeChoices {
  /** The area's title, as the framework has it. */
  readonly area: string;
  /** Where one of its grades stands; to rename that changes it in all places. */
  readonly position: Position;
  /** The labels of the grades that it has now; several where the report contradicts itself. */
  readonly now: readonly string[];
  /** In how many places the area is graded. */
  readonly places: number;
  /** The labels of the scale, from worst to best. */
  readonly choices: readonly string[];
}

/**
 * The grades from which to choose at an offset: of the area that its line grades, else of that of its section, else of the
 * whole.
 */
export function gradeChoices(report: Report, offset: number): GradeChoices | undefined {
  const { framework, text } = report;
  const area = areaAt(report, offset);
  const judgements = report.judgements.filter(judgement => judgement.area === area && judgement.text !== '');
  const [first] = judgements;
  if (area === undefined || first === undefined) return undefined;
  return {
    area: areaTitle(framework, area, first.areaText),
    position: text.positionAt(first.from),
    now: [...new Set(judgements.map(({ grade, text }) => grade?.label ?? text))],
    places: judgements.length,
    choices: gradesOf(framework, area).map(({ label }) => label),
  };
}

function areaAt({ judgements, sections, text, headline }: Report, offset: number): string | undefined {
  const { line } = text.positionAt(offset);
  const isOnLine = ({ from, to }: Judgement): boolean =>
    text.positionAt(from).line <= line && text.positionAt(to).line >= line;
  const graded = judgements.filter(judgement => judgement.area !== undefined && judgement.text !== '');
  const onLine = graded.find(isOnLine);
  if (onLine !== undefined) return onLine.area;
  const section = sections.findLast(({ from, to }) => from <= offset && offset < to);
  if (section?.area !== undefined && graded.some(({ area }) => area === section.area)) return section.area;
  return headline === undefined ? undefined : graded.find(judgement => judgement.carrier === 'headline')?.area;
}
