import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { Framework } from '../model/framework.ts';
import { type Report, reportOf } from '../model/report.ts';
import { changedDocument, type Document, documentOf } from '../syntax/document.ts';

/**
 * A report that is open in the editor: the editor's text with its blocks, kept in step with every change. Its report is
 * made when it is first asked for.
 */
export class OpenReport {
  readonly #text: TextDocument;
  #document: Document;
  #report: Report | undefined;

  private constructor(text: TextDocument) {
    this.#text = text;
    this.#document = documentOf(text.getText());
  }

  /** For `TextDocuments`: an opened document. */
  static create(uri: string, languageId: string, version: number, content: string): OpenReport {
    return new OpenReport(TextDocument.create(uri, languageId, version, content));
  }

  /** For `TextDocuments`: takes a notification's changes, one after the other; each counts in the text that the one before has left. */
  static update(open: OpenReport, changes: TextDocumentContentChangeEvent[], version: number): OpenReport {
    for (const change of changes) {
      if (!('range' in change)) {
        TextDocument.update(open.#text, [change], version);
        open.#document = documentOf(open.#text.getText());
        continue;
      }
      const a = open.#text.offsetAt(change.range.start);
      const b = open.#text.offsetAt(change.range.end);
      const span = { from: Math.min(a, b), to: Math.max(a, b), length: change.text.length };
      TextDocument.update(open.#text, [change], version);
      open.#document = changedDocument(open.#document, open.#text.getText(), span);
    }
    if (changes.length === 0) TextDocument.update(open.#text, [], version);
    open.#report = undefined;
    return open;
  }

  get uri(): string {
    return this.#text.uri;
  }

  get version(): number {
    return this.#text.version;
  }

  get document(): Document {
    return this.#document;
  }

  /** The report as a framework reads it; the same object until the text or the framework changes. */
  report(framework: Framework): Report {
    if (this.#report?.framework !== framework) this.#report = reportOf(this.#document, framework);
    return this.#report;
  }

  /** The offset of a position; one outside the text is taken to its nearest place. */
  offsetAt(position: Position): number {
    return this.#text.offsetAt(position);
  }
}
