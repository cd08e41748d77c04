// What VS Code has for pasting since 1.97, as far as it is used here. The extension runs in 1.91 too: there some of it is undefined, and the rest throws.

declare module 'vscode' {
  /** What an edit does, in a hierarchy of words. */
  export interface DocumentDropOrPasteEditKind {
    append(...parts: string[]): DocumentDropOrPasteEditKind;
  }

  /** The kinds that VS Code itself knows. */
  export const DocumentDropOrPasteEditKind: { readonly Text?: DocumentDropOrPasteEditKind } | undefined;

  /** What is put in where something is pasted. */
  export class DocumentPasteEdit {
    constructor(insertText: string, title: string, kind: DocumentDropOrPasteEditKind);
  }

  /** Makes edits of what is on the clipboard. */
  export interface DocumentPasteEditProvider {
    provideDocumentPasteEdits(
      document: TextDocument,
      ranges: readonly Range[],
      data: DataTransfer,
    ): Promise<DocumentPasteEdit[] | undefined>;
  }

  export namespace languages {
    function registerDocumentPasteEditProvider(
      selector: DocumentSelector,
      provider: DocumentPasteEditProvider,
      metadata: {
        readonly providedPasteEditKinds: readonly DocumentDropOrPasteEditKind[];
        readonly pasteMimeTypes: readonly string[];
      },
    ): Disposable;
  }
}
