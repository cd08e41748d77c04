import type { Frameworks } from '../framework/builtIn.ts';
import type { Report } from '../model/report.ts';
import type { ReportEdit } from '../model/rewordedReport.ts';
import { openTextProblem, type ReportText } from '../readers/reportText.ts';
import { reportFramework } from '../settings/reportFramework.ts';
import type { ReportSettings } from '../settings/settings.ts';
import type { EncodingProblem } from '../text/encodingProblem.ts';
import type { Governance } from './governance.ts';
import type { OpenReport } from './openReport.ts';

/** A report with all that a check of it needs: everything that had to be waited for is there. */
export interface ReadyReport {
  /** As the client spells it, if the report is open. */
  readonly uri: string;
  /** Nothing for a report that is not open. */
  readonly version: number | undefined;
  readonly report: Report;
  /** The changes that made it from the report that was ready before. */
  readonly edit?: ReportEdit;
  readonly settings: ReportSettings;
  readonly frameworks: Frameworks;
  readonly encoding: EncodingProblem | undefined;
}

/** An open report, once what governs it and its file have been read. */
export function readyReport(
  open: OpenReport,
  { settingsOf, frameworks }: Governance,
  file: ReportText | undefined,
): ReadyReport {
  const settings = settingsOf(open.uri);
  const report = open.report(reportFramework(open.document, settings, frameworks));
  const { uri, version, edit } = open;
  const encoding = open.mayHoldNul || file !== undefined ? openTextProblem(open.document.source, file) : undefined;
  return { uri, version, report, ...(edit && { edit }), settings, frameworks, encoding };
}
