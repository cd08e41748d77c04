import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind, moveKinds, renumberKind, tagKind } from '../features/codeActions.ts';
import { tokenModifiers, tokenTypes } from '../features/semanticTokens.ts';
import type { ClientAbilities } from './clientAbilities.ts';

/** The characters after which `completion` may offer something without being asked. */
export const completionTriggers = ['(', '#', '^', ' ', '/'];

/** The command that gives the paragraphs of all reports of the workspace their right numbers; it takes no arguments. */
export const renumberAllCommand = 'inspectmark.renumberAll';

/** What the server does for a client. */
export function serverCapabilities({ pulls, preparesRename, showsPlaces }: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(pulls && {
      diagnosticProvider: { identifier: 'inspectmark', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: { resolveProvider: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, renumberKind, tagKind, ...Object.values(moveKinds)],
    },
    completionProvider: { triggerCharacters: completionTriggers },
    ...(showsPlaces && { codeLensProvider: {} }),
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['"', "'"] },
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    inlayHintProvider: true,
    selectionRangeProvider: true,
    linkedEditingRangeProvider: true,
    callHierarchyProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: true,
    },
    executeCommandProvider: { commands: [renumberAllCommand] },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
    },
  };
}
