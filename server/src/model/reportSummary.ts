import { copied } from '../text/text.ts';
import { linkTarget } from './reference.ts';
import type { Report } from './report.ts';

/**
 * What other reports need to know of a report: all of it copies, so that the report and its text can be forgotten. This
 * is what a workspace keeps of each report that is not open.
 */
export interface ReportSummary {
  readonly title: string | undefined;
  readonly framework: string;
  /** Ids of sections as written, in order. */
  readonly ids: readonly string[];
  readonly sectionTitles: readonly string[];
  readonly paragraphs: readonly string[];
  readonly recommendations: readonly string[];
  readonly judgements: readonly { readonly area: string; readonly grade: string }[];
  /** The links that lead into other reports: the path as written and what follows `#`. */
  readonly links: readonly { readonly path: string; readonly id: string }[];
}

/** The summary of a report. */
export function reportSummary(report: Report): ReportSummary {
  const numbers = (kind: 'finding' | 'recommendation'): string[] =>
    report.paragraphs.flatMap(paragraph =>
      paragraph.kind === kind && paragraph.number !== undefined ? [copied(paragraph.number)] : [],
    );
  return {
    title: report.metadata.title && copied(report.metadata.title),
    framework: report.framework.id,
    ids: report.sections.flatMap(({ id }) => (id === undefined ? [] : [copied(id)])),
    sectionTitles: report.sections.map(({ title }) => copied(title)),
    paragraphs: numbers('finding'),
    recommendations: numbers('recommendation'),
    judgements: report.judgements.flatMap(({ area, grade }) =>
      area === undefined || grade === undefined ? [] : [{ area: copied(area), grade: grade.id }],
    ),
    links: report.references.flatMap(({ kind, targets }) => {
      const target = kind === 'link' ? linkTarget(targets[0] ?? '') : undefined;
      return target === undefined || target.external || target.path === ''
        ? []
        : [{ path: copied(target.path), id: copied(target.id) }];
    }),
  };
}
