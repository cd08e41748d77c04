import { TabInputText, window, workspace } from 'vscode';
import {
  type BaseLanguageClient,
  type DiagnosticProviderMiddleware,
  DocumentDiagnosticRequest,
} from 'vscode-languageclient';

/**
 * Keeps a report under check whose tab is closed and at once opened again. When a tab closes the client asks for the findings
 * a last time, and with that answer it lets go of the report, even if its tab is there again by then: it would ask at
 * no letter any more.
 */
export function keptWhenReopened(client: () => BaseLanguageClient): DiagnosticProviderMiddleware {
  return {
    provideDiagnostics: async (report, previousResultId, token, next) => {
      const isFarewell = !('uri' in report) || report.isClosed;
      try {
        return await next(report, previousResultId, token);
      } finally {
        // By then the client has let go.
        if (isFarewell) setTimeout(() => askAgain(client(), String('uri' in report ? report.uri : report)));
      }
    },
  };
}

/** Has the client ask for the findings of all reports that are shown, if a certain one is. */
function askAgain(client: BaseLanguageClient, report: string): void {
  const isShown = window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === report),
  );
  const document = isShown ? workspace.textDocuments.find(({ uri }) => uri.toString() === report) : undefined;
  if (document === undefined || !client.isRunning()) return;
  client.getFeature(DocumentDiagnosticRequest.method).getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
}
