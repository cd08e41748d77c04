import { areaTitle, frameworkIndex } from '../model/frameworkIndex.ts';
import { judgedAreas } from '../model/judgements/judgedAreas.ts';
import type { Report } from '../model/report.ts';
import { isRequiredArea } from '../model/requiredAreas.ts';
import { placesInWords } from '../rules/messages/judgementWords.ts';

/** An area of a report, and what it is graded in each place. Lines from 1. */
export interface GradedArea {
  readonly number: string | null;
  readonly title: string;
  /** The labels of its grades: one, several where the report contradicts itself, none where it gives none. */
  readonly grades: readonly string[];
  readonly places: readonly GradedPlace[];
}

/** A place that grades an area: *in the list*, *under its heading*. */
interface GradedPlace {
  readonly words: string;
  readonly grade: string;
  readonly line: number;
}

/** The areas in the framework’s order, those that a report may do without only where it grades them; then those of its own. */
export function gradedAreas(report: Report): GradedArea[] {
  const { framework, text } = report;
  const judged = new Map(judgedAreas(report).map(own => [own.area, own]));
  const known = framework.areas.filter(
    area => judged.has(area.id) || (area.graded && isRequiredArea(area, report.metadata)),
  );
  const own = [...judged.keys()].filter(id => !known.some(area => area.id === id));
  return [...known.map(({ id }) => id), ...own].map(id => {
    const { number = null } = frameworkIndex(framework).areaById.get(id) ?? {};
    const places = judged.get(id)?.places ?? [];
    return {
      number,
      title: areaTitle(framework, id, places[0]?.areaText),
      grades: [...new Set(places.map(({ grade }) => grade.label))],
      places: places.map(place => ({
        words: placesInWords(report, [place]),
        grade: place.grade.label,
        line: text.positionAt(place.from).line + 1,
      })),
    };
  });
}
