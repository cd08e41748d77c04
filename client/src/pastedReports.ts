import {
  type DataTransfer,
  type Disposable,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentSelector,
  languages,
  Range,
  type TextDocument,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PastedReportMethod, PastedReportParams } from '../../server/src/lsp/protocol.ts';

const method: PastedReportMethod = 'inspectmark/pastedReport';

/**
 * What is pasted or dropped from Word becomes markup: headings, numbers, bullets, tables and notes are kept. VS Code offers
 * *Insert Plain Text* beside it.
 */
export function providePastedReports(selector: DocumentSelector, client: () => BaseLanguageClient): Disposable[] {
  const markupOf = async ({ uri }: TextDocument, range: Range, data: DataTransfer): Promise<string | null> => {
    // (What is copied in an editor has its colours as HTML too.)
    const html = data.get('vscode-editor-data') ? '' : await data.get('text/html')?.asString();
    if (!html || !client().isRunning()) return null;
    const { asUri, asRange } = client().code2ProtocolConverter;
    const params: PastedReportParams = { textDocument: { uri: asUri(uri) }, range: asRange(range), html };
    return client().sendRequest<string | null>(method, params);
  };
  const dropping = languages.registerDocumentDropEditProvider(selector, {
    async provideDocumentDropEdits(document, position, data) {
      const markup = await markupOf(document, new Range(position, position), data);
      return markup ? new DocumentDropEdit(markup) : undefined;
    },
  });
  const kind = DocumentDropOrPasteEditKind?.Text?.append('inspectmark');
  if (kind === undefined) return [dropping];
  const pasting = languages.registerDocumentPasteEditProvider(
    selector,
    {
      async provideDocumentPasteEdits(document, [range], data) {
        const markup = range && (await markupOf(document, range, data));
        return markup ? [new DocumentPasteEdit(markup, 'Paste as Part of a Report', kind)] : undefined;
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/html'] },
  );
  return [dropping, pasting];
}
