import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** What a client can do, as far as the server does something else for one that cannot. */
export interface ClientAbilities {
  /** Asks for diagnostics; to others they are pushed. */
  readonly pulls: boolean;
  /** Asks for diagnostics again when told that they have changed. */
  readonly refreshes: boolean;
  /** Answers what its settings are. */
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  /** Watches files when asked to, and tells what has changed. */
  readonly watches: boolean;
  readonly workspaceFolders: boolean;
  /** Checks that an edit was made for the text it has. */
  readonly versionedEdits: boolean;
  /** Puts the cursor where an edit says. */
  readonly snippetEdits: boolean;
  readonly nestedSymbols: boolean;
  readonly markdown: boolean;
  /** Is told how reports stand. */
  readonly status: boolean;
}

/** What the client says it can do. */
export function clientAbilities({ capabilities, initializationOptions }: InitializeParams): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  const formats = textDocument?.hover?.contentFormat;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: formats === undefined || formats.includes(MarkupKind.Markdown),
    status: (initializationOptions as Partial<InitializationOptions> | null | undefined)?.status === true,
  };
}
