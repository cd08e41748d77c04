import { idsAfter } from '../model/idsAfter.ts';
import { renumbering } from '../model/numbering/renumbering.ts';
import { everyReport } from './everyReport.ts';
import { linkingReports, type Surroundings } from './linkingReports.ts';
import { textEdits } from './translation.ts';
import { canonicalUri } from './uri.ts';
import type { ReportEdits } from './workspaceEdit.ts';

/** The edits that give every series of some reports its right numbers, and change with them the links that lead there. */
export async function renumberedReports(uris: readonly string[], surroundings: Surroundings): Promise<ReportEdits[]> {
  const { reports, token } = surroundings;
  const edited: ReportEdits[] = [];
  const changed = new Map<string, ReadonlyMap<string, string>>();
  for await (const { report, uri, version, settings } of everyReport(uris, reports)) {
    if (token.isCancellationRequested) return [];
    const edits = settings.ignored ? [] : renumbering(report);
    if (edits.length === 0) continue;
    edited.push({ uri, version, edits: textEdits(report.text, edits) });
    changed.set(canonicalUri(uri), idsAfter(report, edits));
  }
  return [...edited, ...(await linkingReports(changed, surroundings))];
}
