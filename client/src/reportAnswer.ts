import type { Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/**
 * What the server answers when it is asked about a report; null where the report is not open, or the server does not run or
 * ends meanwhile.
 */
export async function reportAnswer<Answer>(
  client: BaseLanguageClient,
  method: string,
  report: Uri,
): Promise<Answer | null> {
  if (!client.isRunning()) return null;
  const textDocument = { uri: client.code2ProtocolConverter.asUri(report) };
  return client.sendRequest<Answer | null>(method, { textDocument }).catch(() => null);
}
