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
import { ruleSetting } from '../settings/ruleSetting.ts';
import type { Answering } from './answer.ts';
import type { ClientAbilities } from './clientAbilities.ts';
import { spanOf, textEdits } from './translation.ts';

/**
 * Answers the requests for edits of a report: its formatting, and what is renamed in it.
 *
 * @param client what the client can do; asked at every request, for it is said only when it connects
 */
export function answerEdits(connection: Connection, answer: Answering, client: () => ClientAbilities): void {
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
      ({ report, uri, version }, { position, newName }) => {
        const edits = rename(report, report.text.offsetAt(position), newName);
        if (typeof edits === 'string') return new ResponseError(LSPErrorCodes.RequestFailed, edits);
        return client().versionedEdits
          ? { documentChanges: [{ textDocument: { uri, version: version ?? null }, edits }] }
          : { changes: { [uri]: edits } };
      },
    ),
  );
}
