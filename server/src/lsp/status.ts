import { frameworkIndex } from '../model/frameworkIndex.ts';
import type { Report } from '../model/report.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { isOpenQuestion } from '../rules/checking/isOpenQuestion.ts';
import type { ReportStatus } from './protocol.ts';

/** How a report stands: its overall grade, and how many findings it has of each sort. */
export function reportStatus(report: Report, uri: string, findings: readonly CheckedFinding[]): ReportStatus {
  const overall = frameworkIndex(report.framework).overall?.id ?? 'overall';
  const count = (severity: CheckedFinding['severity']): number =>
    findings.filter(finding => finding.severity === severity).length;
  return {
    uri,
    grade: report.judgements.find(({ area, grade }) => area === overall && grade !== undefined)?.grade?.label ?? null,
    errors: count('error'),
    warnings: count('warning'),
    questions: findings.filter(isOpenQuestion).length,
    advice: findings.filter(finding => finding.severity === 'information' && !isOpenQuestion(finding)).length,
  };
}
