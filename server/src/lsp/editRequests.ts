import {
  type Connection,
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { formatting } from '../features/formatting.ts';
import { onTypeFormatting } from '../features/onTypeFormatting.ts';
import { prepareRename } from '../features/prepareRename.ts';
import { rename } from '../features/rename.ts';
import { idsAfter } from '../model/idsAfter.ts';
import { ruleSetting } from '../settings/ruleSetting.ts';
import type { Answering } from './answer.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { linkingReports } from './linkingReports.ts';
import type { Reports } from './reports.ts';
import { spanOf, textEdits } from './translation.ts';
import { canonicalUri } from './uri.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** What the requests for edits ask of the server besides. */
interface Surroundings {
  /** What the client can do; asked at every request, for it is said only when it connects. */
  readonly client: () => ClientAbilities;
  /** The URIs of all reports, open or in the folders. */
  readonly allReports: () => Promise<readonly string[]>;
}

/** Answers the requests for edits of a report: its formatting, and what is renamed in it. */
export function answerEdits(
  connection: Connection,
  answer: Answering,
  reports: Reports,
  { client, allReports }: Surroundings,
): void {
  connection.onDocumentFormatting(
    answer<DocumentFormattingParams, TextEdit[]>([], ({ report }) => textEdits(report.text, formatting(report)), {
      ofItsText: true,
    }),
  );
  connection.onDocumentRangeFormatting(
    answer<DocumentRangeFormattingParams, TextEdit[]>(
      [],
      ({ report }, { range }) => textEdits(report.text, formatting(report, spanOf(report.text, range))),
      { ofItsText: true },
    ),
  );
  connection.onDocumentOnTypeFormatting(
    answer<DocumentOnTypeFormattingParams, TextEdit[]>(
      [],
      ({ report, settings }, { position, ch }) => {
        const { marks } = ruleSetting('quotation-marks', undefined, report.framework, settings).options ?? {};
        return onTypeFormatting(report, report.text.offsetAt(position), ch, marks);
      },
      { ofItsText: true },
    ),
  );
  connection.onPrepareRename(
    answer<PrepareRenameParams, PrepareRenameResult | ResponseError | null>(null, ({ report }, { position }) => {
      const found = prepareRename(report, report.text.offsetAt(position));
      // VS Code shows why at the cursor; for nothing it has words of its own.
      return typeof found === 'string' ? new ResponseError(LSPErrorCodes.RequestFailed, found) : found;
    }),
  );
  connection.onRenameRequest(
    answer<RenameParams, WorkspaceEdit | ResponseError | null>(
      null,
      async ({ report, uri, version }, { position, newName }, token) => {
        const edits = rename(report, report.text.offsetAt(position), newName);
        if (typeof edits === 'string') return new ResponseError(LSPErrorCodes.RequestFailed, edits);
        const ids = idsAfter(report, edits);
        const changed = new Map(ids.size === 0 ? [] : [[canonicalUri(uri), ids] as const]);
        const others = await linkingReports(changed, { allReports, reports, token });
        return workspaceEdit(client(), [{ uri, version, edits: textEdits(report.text, edits) }, ...others]);
      },
    ),
  );
}
