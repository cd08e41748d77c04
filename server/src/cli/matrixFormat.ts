import type { Matrix, MatrixFinding } from '../features/matrix.ts';
import type { TieBasis } from '../model/ties.ts';
import { counted } from '../text/phrases.ts';

/** A form in which matrices are written, report by report, so that none need be kept. */
export interface MatrixFormat {
  file(path: string, matrix: Matrix): void;
  end(count: MatrixCount): void;
}

/** What all matrices of a run hold together. */
export class MatrixCount {
  reports = 0;
  /** Reports that the settings leave out, and that could not be read. */
  ignored = 0;
  unreadable = 0;
  recommendations = 0;
  /** Those that findings are to be tied to by their framework, and among them those to which none is. */
  #tied = 0;
  withoutFinding = 0;
  bareTags = 0;

  /** Adds those of one report. */
  add(matrix: Matrix): void {
    this.reports++;
    this.recommendations += matrix.recommendations.length;
    if (matrix.link !== 'none') this.#tied += matrix.recommendations.length;
    this.withoutFinding += untied(matrix).length;
    this.bareTags += matrix.bareTags.length;
  }

  /** All of it in a sentence, in which matrices for people end. */
  closing(): string {
    const { reports, ignored, unreadable, recommendations, withoutFinding, bareTags } = this;
    if (reports + ignored + unreadable === 0) return 'No report (*.inspection) was found.';
    const read = [
      counted(reports, 'report'),
      ...(ignored > 0 ? [`${ignored} left out by inspectmark.json`] : []),
      ...(unreadable > 0 ? [`${unreadable} that cannot be read`] : []),
    ].join(', ');
    const tags =
      bareTags === 0 ? '' : `; ${counted(bareTags, 'tag')} that ${bareTags === 1 ? 'names' : 'name'} no recommendation`;
    const without = this.#tied === 0 ? '' : `, ${withoutFinding === 0 ? 'none' : withoutFinding} without a finding`;
    return `${read}: ${counted(recommendations, 'recommendation')}${without}${tags}.`;
  }
}

/** The recommendations that no finding supports, where something is to tie them at all. */
export function untied({ link, recommendations }: Matrix): Matrix['recommendations'] {
  return link === 'none' ? [] : recommendations.filter(({ findings }) => findings.length === 0);
}

/** What a paragraph is called: its number, or of one that has none its line. */
export function nameOf({ number, line }: { readonly number: string | null; readonly line: number }): string {
  return number ?? `line ${line}`;
}

/** `tag`, `confirmed tag`, `citation`: what ties a finding to a recommendation. */
export function basisInWords(by: readonly TieBasis[]): string {
  return by.map(own => (own === 'confirmed' ? 'confirmed tag' : own)).join(', ');
}

/** Where a finding stands: its area and that area’s grade, or of one without an area its section. */
export function whereabouts({ areaTitle, grades, section }: MatrixFinding): string {
  if (areaTitle === null) return section ?? 'Before the first heading';
  return grades.length === 0 ? areaTitle : `${areaTitle} · ${grades.join(' / ')}`;
}

/** A score as a share: `62%`. */
export function percent(score: number): string {
  return `${Math.round(score * 100)}%`;
}
