import type { CodeAction, DocumentSymbol, SymbolInformation } from 'vscode-languageserver-types';

/** The outline as a list, for clients that know no tree. */
export function flatSymbols(symbols: readonly DocumentSymbol[], uri: string, within?: string): SymbolInformation[] {
  return symbols.flatMap(({ name, kind, range, children = [] }) => [
    { name, kind, location: { uri, range }, ...(within !== undefined && { containerName: within }) },
    ...flatSymbols(children, uri, name),
  ]);
}

/** An action whose edits count only for one version of the text, for clients that see to it. */
export function versionedEdits({ edit, ...action }: CodeAction, version: number | null): CodeAction {
  if (edit === undefined) return action;
  const { changes = {}, documentChanges: made = [] } = edit;
  const documentChanges = [
    ...Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri, version }, edits })),
    ...made.map(change =>
      'edits' in change ? { ...change, textDocument: { ...change.textDocument, version } } : change,
    ),
  ];
  return { ...action, edit: { documentChanges } };
}
