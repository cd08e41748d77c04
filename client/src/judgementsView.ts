import type { GradedArea, GradedAreasMethod } from '../../server/src/lsp/protocol.ts';
import type { ReportViewKind, ReportViewLine } from './reportView.ts';

const method: GradedAreasMethod = 'inspectmark/gradedAreas';

/** The areas of a report with their grades, and the places that give them. */
export const judgements: ReportViewKind<readonly GradedArea[]> = {
  id: 'inspectmark.judgements',
  method,
  messageOf,
  linesOf,
};

/** What is lacking, in sentences above the lines. */
function messageOf(areas: readonly GradedArea[]): string {
  const contrary = areas.filter(({ grades }) => grades.length > 1).length;
  const ungraded = areas.filter(({ grades }) => grades.length === 0).length;
  return [
    ...(contrary > 0 ? [`${counted(contrary)} two grades.`] : []),
    ...(ungraded > 0 ? [`${counted(ungraded)} no grade.`] : []),
  ].join(' ');
}

function counted(count: number): string {
  return count === 1 ? 'One area has' : `${count} areas have`;
}

function linesOf(areas: readonly GradedArea[]): ReportViewLine[] {
  return areas.map(({ number, title, ownWords, grades, places, line }): ReportViewLine => {
    const grade = grades.length === 0 ? 'no grade' : grades.join(' and ');
    return {
      id: `area ${number ?? ''} ${title}`,
      label: number === null ? grade : `${number} · ${grade}`,
      description: ownWords,
      spoken: `${number === null ? grade : `Area ${number}, ${grade}`}. ${title}`,
      icon: grades.length === 1 ? 'pass' : grades.length === 0 ? 'circle-large-outline' : 'warning',
      line,
      ...(places.length > 0 && { sort: 'graded' as const }),
      children: places.map(({ words, grade, line }, i) => ({
        id: `area ${number ?? ''} ${title}: ${i}`,
        label: grade,
        description: words,
        spoken: `${grade}. ${words}`,
        icon: 'location',
        line,
        children: [],
        sort: 'graded' as const,
      })),
    };
  });
}
