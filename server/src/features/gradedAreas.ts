import { areaTitle, frameworkIndex } from '../model/frameworkIndex.ts';
import { judgedAreas } from '../model/judgements/judgedAreas.ts';
import type { Report } from '../model/report.ts';
import { isRequiredArea } from '../model/requiredAreas.ts';
import { placesInWords } from '../rules/messages/judgementWords.ts';

/** An area of a report, and what it is graded in each place. Lines from 1. */
export interface GradedArea {
  readonly number: string | null;
  readonly title: string;
  /** What tells the title from the others, that which several begin with left out: *… care leavers*. */
  readonly ownWords: string;
  /** The labels of its grades: one, several where the report contradicts itself, none where it gives none. */
  readonly grades: readonly string[];
  readonly places: readonly GradedPlace[];
  /** Where it is graded first, or if nowhere is to be; 0 if there is no such place. */
  readonly line: number;
}

/** A place that grades an area: *in the list*, *under its heading*. */
interface GradedPlace {
  readonly words: string;
  readonly grade: string;
  readonly line: number;
}

/**
 * The areas in the framework’s order, those that a report may do without only where it grades them or has a place for it;
 * then those of its own.
 */
export function gradedAreas(report: Report): GradedArea[] {
  const { framework, text, judgements } = report;
  const judged = new Map(judgedAreas(report).map(own => [own.area, own]));
  const toBeGraded = new Map(judgements.toReversed().map(judgement => [judgement.area, judgement]));
  const known = framework.areas.filter(
    area => judged.has(area.id) || (area.graded && (toBeGraded.has(area.id) || isRequiredArea(area, report.metadata))),
  );
  const own = [...judged.keys()].filter(id => !known.some(area => area.id === id));
  const ids = [...known.map(({ id }) => id), ...own];
  const titles = ids.map(id => areaTitle(framework, id, judged.get(id)?.places[0]?.areaText));
  return ids.map((id, i) => {
    const { number = null } = frameworkIndex(framework).areaById.get(id) ?? {};
    const places = judged.get(id)?.places ?? [];
    const [title = ''] = titles.slice(i);
    const first = places[0] ?? toBeGraded.get(id);
    return {
      number,
      title,
      ownWords: ownWords(title, titles),
      grades: [...new Set(places.map(({ grade }) => grade.label))],
      places: places.map(place => ({
        words: placesInWords(report, [place]),
        grade: place.grade.label,
        line: text.positionAt(place.from).line + 1,
      })),
      line: first === undefined ? 0 : text.positionAt(first.from).line + 1,
    };
  });
}

/** So many words at least that several titles begin with are left out. */
const fewestShared = 3;

/** A title without the words with which others begin too. */
function ownWords(title: string, all: readonly string[]): string {
  const words = title.split(' ');
  const shared = all.flatMap(other => {
    if (other === title) return [];
    const others = other.split(' ');
    const count = words.findIndex((word, i) => word !== others[i]);
    return count >= fewestShared ? [count] : [];
  });
  return shared.length === 0 ? title : `… ${words.slice(Math.min(...shared)).join(' ')}`;
}
