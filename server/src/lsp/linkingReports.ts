import type { CancellationToken } from 'vscode-languageserver';
import { linksFromElsewhere } from '../features/linksFromElsewhere.ts';
import { everyReport } from './everyReport.ts';
import { outgoing } from './outgoing.ts';
import type { Reports } from './reports.ts';
import { linkedUri } from './uri.ts';
import type { ReportEdits } from './workspaceEdit.ts';

/** By the canonical URIs of reports whose places get other numbers or names: what links must name, by what they name now. */
export type IdsAfter = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** What is asked of the server besides, to change reports for what another has. */
export interface Surroundings {
  /** The URIs of all reports, open or in the folders. */
  readonly allReports: () => Promise<readonly string[]>;
  readonly reports: Reports;
  readonly token: CancellationToken;
  readonly needsConfirmation?: boolean;
}

/** The edits by which the links of reports go on to lead to places in others; where the author has not asked for it, to be confirmed. */
export async function linkingReports(
  changed: IdsAfter,
  { allReports, reports, token, needsConfirmation = true }: Surroundings,
): Promise<ReportEdits[]> {
  const found: ReportEdits[] = [];
  if (changed.size === 0) return found;
  for await (const { report, uri, version } of everyReport(await allReports(), reports)) {
    if (token.isCancellationRequested) return found;
    if (![...outgoing(report, uri)].some(linked => changed.has(linked))) continue;
    const edits = linksFromElsewhere(report, (path, id) => {
      const linked = linkedUri(uri, path);
      return linked === undefined ? undefined : changed.get(linked)?.get(id);
    });
    const annotation = { label: 'Links from other reports', needsConfirmation };
    if (edits.length > 0) found.push({ uri, version, edits, annotation });
  }
  return found;
}
