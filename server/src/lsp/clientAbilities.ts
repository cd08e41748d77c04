import { type InitializeParams, MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.ts';

/** What a client shows of a diagnostic beside its message. */
export interface DiagnosticAbilities {
  /** The other places of a finding. */
  readonly related: boolean;
  /** The page of a rule, at this URI with the rule’s id in place of `{rule}`; nothing if it shows none or there is none. */
  readonly rulePage?: string;
}

/** What a client can do, as far as the server does something else for one that cannot. */
export interface ClientAbilities {
  /** Asks for diagnostics; to others they are pushed. */
  readonly pulls: boolean;
  /** Asks for diagnostics again when told that they have changed. */
  readonly refreshes: boolean;
  readonly diagnostics: DiagnosticAbilities;
  /** Answers what its settings are. */
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  /** Watches files when asked to, and tells what has changed. */
  readonly watches: boolean;
  readonly workspaceFolders: boolean;
  /** Checks that an edit was made for the text it has. */
  readonly versionedEdits: boolean;
  /** Shows what an edit is for, and lets the author confirm it. */
  readonly annotatesEdits: boolean;
  /** Puts the cursor where an edit says. */
  readonly snippetEdits: boolean;
  /** Shows how far something is that takes long. */
  readonly showsProgress: boolean;
  readonly nestedSymbols: boolean;
  /** Asks whether something can be renamed before it asks for the name. */
  readonly preparesRename: boolean;
  readonly markdown: boolean;
  /** Is told how reports stand. */
  readonly status: boolean;
  /** Runs the command of lenses. */
  readonly showsPlaces: boolean;
  /** Asks for the reason for which a finding is accepted. */
  readonly asksReasons: boolean;
}

/**
 * What the client says it can do.
 *
 * @param rulePage the URI of the rules’ pages, for a client that has none of its own
 */
export function clientAbilities(
  { capabilities, initializationOptions }: InitializeParams,
  rulePage?: string,
): ClientAbilities {
  const { workspace, textDocument } = capabilities;
  const formats = textDocument?.hover?.contentFormat;
  const options: Partial<InitializationOptions> = initializationOptions ?? {};
  const shown = textDocument?.publishDiagnostics;
  const page = shown?.codeDescriptionSupport === true ? (options.rulePage ?? rulePage) : undefined;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    // (A client that says nothing at all of diagnostics is not known to refuse the places.)
    diagnostics: {
      related: shown === undefined || shown.relatedInformation === true,
      ...(page !== undefined && { rulePage: page }),
    },
    configuration: workspace?.configuration === true,
    configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    annotatesEdits: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    showsProgress: capabilities.window?.workDoneProgress === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    markdown: formats === undefined || formats.includes(MarkupKind.Markdown),
    status: options.status === true,
    showsPlaces: options.showsPlaces === true,
    asksReasons: options.asksReasons === true,
  };
}
