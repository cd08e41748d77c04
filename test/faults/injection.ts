import { reportFindings } from '../../server/src/features/reportFindings.ts';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { type Report, reportOf } from '../../server/src/model/report.ts';
import { reportSummary } from '../../server/src/model/reportSummary.ts';
import { PassageShelf, passagesOf } from '../../server/src/model/words/passages.ts';
import type { CheckedFinding } from '../../server/src/rules/checking/check.ts';
import { reportFramework } from '../../server/src/settings/reportFramework.ts';
import { defaultReportSettings } from '../../server/src/settings/settings.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import type { Span } from '../../server/src/text/text.ts';
import type { Beside, FaultKind, Planted } from './faultKind.ts';

/** What the rules say of a text. */
export interface Checked {
  readonly source: string;
  readonly findings: readonly CheckedFinding[];
}

/** What became of one planted fault. */
export interface Outcome {
  readonly result: 'found' | 'found elsewhere' | 'missed';
  /** The rules that found it at its place. */
  readonly by: ReadonlySet<string>;
  /** New errors that are neither the fault nor follow from it. */
  readonly extra: readonly CheckedFinding[];
}

/** Checks a text as the command line does, without settings but for what is given. */
export function checked(source: string, { reports = {}, options = {} }: Beside = {}): Checked {
  const shelf = new PassageShelf();
  for (const [name, text] of Object.entries(reports)) shelf.put(name, passagesOf(documentOf(text), name));
  const rules = Object.fromEntries(
    Object.entries(options).map(([id, own]) => [id, { severity: undefined, options: own }]),
  );
  const linked = (path: string) => {
    const text = reports[path];
    return text === undefined ? undefined : reportSummary(read(text));
  };
  const settings = { ...defaultReportSettings, rules };
  const surroundings = { sharing: shelf.sharing('') };
  return { source, findings: reportFindings(read(source), settings, builtInFrameworks, linked, surroundings) };
}

function read(source: string): Report {
  const document = documentOf(source);
  return reportOf(document, reportFramework(document, defaultReportSettings, builtInFrameworks));
}

/** Compares what is found in a report before and after a fault was planted in it. */
export function outcomeOf(
  { found, also = [], orRelated = false }: FaultKind,
  before: Checked,
  { source, places, ...beside }: Planted,
): Outcome {
  const after = checked(source, beside);
  const added = newFindings(before, after);
  const isNew = new Set(added);
  const isAt = (span: Span) => places.some(({ from, to }) => span.from <= to && span.to >= from);
  const ofFault = ({ rule }: CheckedFinding) => found.includes(rule);
  const isFound = (finding: CheckedFinding) =>
    ofFault(finding) && ((isNew.has(finding) && isAt(finding)) || (orRelated && finding.related.some(isAt)));
  const hits = after.findings.filter(isFound);
  return {
    by: new Set(hits.map(({ rule }) => rule)),
    result: hits.length > 0 ? 'found' : added.some(ofFault) ? 'found elsewhere' : 'missed',
    extra: added.filter(
      finding => finding.severity === 'error' && !hits.includes(finding) && !also.includes(finding.rule),
    ),
  };
}

/** The findings of a text that another does not have: of another rule, or about other words. */
function newFindings(before: Checked, after: Checked): CheckedFinding[] {
  const counts = new Map<string, number>();
  const keyIn = ({ source }: Checked, { rule, from, to }: CheckedFinding) => `${rule}\n${source.slice(from, to)}`;
  for (const finding of before.findings) {
    const key = keyIn(before, finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return after.findings.filter(finding => {
    const key = keyIn(after, finding);
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
}
