import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { ReadyReport, Reports } from './reports.ts';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * Wraps the answers to requests: each gets the report of the newest text, answers the empty value where the report is not
 * open, LSP's own error where the request was cancelled, and survives a throw, which is a bug and goes to the log.
 */
export function answering(reports: Reports, connection: Connection) {
  return <Params extends AboutDocument, Answer>(
    empty: Answer,
    feature: (ready: ReadyReport, params: Params) => Answer | Promise<Answer>,
  ) =>
    async (params: Params, token: CancellationToken): Promise<Answer | ResponseError<void>> => {
      try {
        const ready = await reports.ready(params.textDocument.uri);
        if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled');
        return ready === undefined ? empty : await feature(ready, params);
      } catch (error) {
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return empty;
      }
    };
}
