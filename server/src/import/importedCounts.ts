import type { Frameworks } from '../framework/builtIn.ts';
import { reportOf } from '../model/report.ts';
import { reportFramework } from '../settings/reportFramework.ts';
import { documentOf } from '../syntax/document.ts';
import type { Imported } from './importedReport.ts';

/** How much is in a report that was brought in. */
export interface ImportedCounts {
  readonly recommendations: number;
  /** Those that are numbered in a series. */
  readonly paragraphs: number;
  readonly guesses: number;
}

/** What its author is told of a report that was brought in. */
export function importedCounts({ markup, framework, guesses }: Imported, frameworks: Frameworks): ImportedCounts {
  const document = documentOf(markup);
  const { recommendations, paragraphs } = reportOf(document, reportFramework(document, { framework }, frameworks));
  return {
    recommendations: recommendations.length,
    paragraphs: paragraphs.filter(({ series }) => series !== undefined).length,
    guesses: guesses.length,
  };
}
