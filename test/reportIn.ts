import { builtInFramework } from '../server/src/framework/builtIn.ts';
import { type Report, reportOf } from '../server/src/model/report.ts';
import { documentOf } from '../server/src/syntax/document.ts';

/** A text read as a report by a built-in framework. */
export function reportIn(text: string, framework = 'ofsted-sif'): Report {
  return reportOf(documentOf(text), builtInFramework(framework)!);
}
