import type { CancellationToken, ChangeAnnotation } from 'vscode-languageserver';
import { idsAfter } from '../model/idsAfter.ts';
import { renumbering } from '../model/numbering/renumbering.ts';
import { everyReport } from './everyReport.ts';
import { linkingReports } from './linkingReports.ts';
import type { Reports } from './reports.ts';
import { textEdits } from './translation.ts';
import { canonicalUri } from './uri.ts';
import type { ReportEdits } from './workspaceEdit.ts';

/**
 * The edits that give every series of some reports its right numbers, and change with them the links that lead there from
 * others.
 *
 * @param all the reports that may link to them
 * @param annotation what the author is told of the edits of the reports themselves
 */
export async function renumberedReports(
  uris: readonly string[],
  all: () => Promise<readonly string[]>,
  reports: Reports,
  token: CancellationToken,
  annotation?: ChangeAnnotation,
): Promise<ReportEdits[]> {
  const edited: ReportEdits[] = [];
  const changed = new Map<string, ReadonlyMap<string, string>>();
  for await (const { report, uri, version, settings } of everyReport(uris, reports)) {
    if (token.isCancellationRequested) return [];
    const edits = settings.ignored ? [] : renumbering(report);
    if (edits.length === 0) continue;
    edited.push({
      uri,
      version,
      edits: textEdits(report.text, edits),
      ...(annotation !== undefined && { annotation }),
    });
    changed.set(canonicalUri(uri), idsAfter(report, edits));
  }
  return [...edited, ...(await linkingReports(changed, all, reports, token))];
}
