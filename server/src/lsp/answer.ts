import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Host } from './host.ts';
import type { ReadyReport } from './readyReport.ts';
import type { Reports } from './reports.ts';

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** Runs what must not end the server: a throw is a bug, and goes to the log. */
export async function surviving<Answer>(
  connection: Pick<Connection, 'console'>,
  fallback: Answer,
  work: () => Answer | Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return fallback;
  }
}

/**
 * Wraps the answers to requests about a report: each is given the report of the newest text, answers the empty value where
 * the report is not open and LSP's own error where the request was cancelled, and survives a throw. Some answers clients take
 * for the text they asked about, and shift by what was typed since: such a request is `ofItsText`, and where the text has
 * changed meanwhile it answers LSP's own error, so that the client asks again.
 */
export function answering(reports: Reports, host: Host, connection: Connection) {
  return <Params extends AboutDocument, Answer, Data = void>(
    empty: Answer,
    feature: (ready: ReadyReport, params: Params, token: CancellationToken) => Answer | Promise<Answer>,
    { ofItsText = false } = {},
  ) =>
    (params: Params, token: CancellationToken): Promise<Answer | ResponseError<Data>> =>
      surviving<Answer | ResponseError<Data>>(connection, empty, async () => {
        const { uri } = params.textDocument;
        const version = reports.open(uri)?.version;
        await host.pause();
        const ready = token.isCancellationRequested ? undefined : await reports.ready(uri);
        if (token.isCancellationRequested) return cancelled();
        if (ofItsText && ready?.version !== version)
          return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed meanwhile.');
        const answer = ready === undefined ? empty : await feature(ready, params, token);
        return token.isCancellationRequested ? cancelled() : answer;
      });
}

/** What wraps the answers of one server. */
export type Answering = ReturnType<typeof answering>;

/** The protocol's answer to a request that its client has withdrawn. */
export function cancelled<Data>(): ResponseError<Data> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
