import { frameworkIndex } from '../model/frameworkIndex.ts';
import type { Report } from '../model/report.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { isOpenQuestion } from '../rules/checking/isOpenQuestion.ts';
import { counted } from '../text/phrases.ts';
import type { ReportStatus } from './protocol.ts';

/** How a report stands: its overall grade, and how many findings it has of each sort. */
export function reportStatus(report: Report, uri: string, findings: readonly CheckedFinding[]): ReportStatus {
  const overall = frameworkIndex(report.framework).overall?.id ?? 'overall';
  const count = (severity: CheckedFinding['severity']): number =>
    findings.filter(finding => finding.severity === severity).length;
  const status = {
    uri,
    grade: report.judgements.find(({ area, grade }) => area === overall && grade !== undefined)?.grade?.label ?? null,
    errors: count('error'),
    warnings: count('warning'),
    questions: findings.filter(isOpenQuestion).length,
    advice: findings.filter(finding => finding.severity === 'information' && !isOpenQuestion(finding)).length,
  };
  return { ...status, text: statusText(status) };
}

/** `Requires improvement · 2 errors, 1 warning, 3 questions, 1 suggestion` */
function statusText({ grade, errors, warnings, questions, advice }: Omit<ReportStatus, 'text'>): string {
  const sorts = { error: errors, warning: warnings, question: questions, suggestion: advice };
  const counts = Object.entries(sorts).flatMap(([sort, count]) => (count === 0 ? [] : [counted(count, sort)]));
  return `${grade ?? 'No overall grade'} · ${counts.length > 0 ? counts.join(', ') : 'no findings'}`;
}
