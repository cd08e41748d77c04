import type { CodeAction, DocumentSymbol, Range, SymbolInformation, TextEdit } from 'vscode-languageserver-types';
import type { Edit } from '../text/edit.ts';
import type { Span, Text } from '../text/text.ts';

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

/** Edits of a text as the protocol has them. */
export function textEdits(text: Text, edits: readonly Edit[]): TextEdit[] {
  return edits.map(edit => ({ range: text.range(edit), newText: edit.text }));
}

/** A range of the protocol’s as a place in a text. */
export function spanOf(text: Text, { start, end }: Range): Span {
  return { from: text.offsetAt(start), to: text.offsetAt(end) };
}
