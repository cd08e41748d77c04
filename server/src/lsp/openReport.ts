import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import type { Framework } from '../model/framework.ts';
import { type Report, reportOf } from '../model/report.ts';
import { type ReportEdit, rewordedReport } from '../model/rewordedReport.ts';
import { type Change, changedDocument, type Document, documentOf, isTyped } from '../syntax/document.ts';
import { rewordingOf } from '../syntax/rewording.ts';
import type { Text } from '../text/text.ts';

/** A report changed more often than this at once is read as if it were another. */
const mostChanges = 1000;

/**
 * A report that is open in the editor: the editor's text with its blocks, kept in step with every change. Its report is
 * made when it is first asked for.
 */
export class OpenReport {
  readonly #text: TextDocument;
  #document: Document;
  #report: Report | undefined;
  /** The last report, and the changes since. */
  #before: { readonly report: Report; readonly changes: Change[] } | undefined;
  #edit: ReportEdit | undefined;
  #edited: Set<number> | undefined = undefined;
  #typedAt: number | undefined;
  #mayHoldNul: boolean;

  private constructor(text: TextDocument) {
    this.#text = text;
    this.#document = documentOf(text.getText());
    this.#mayHoldNul = text.getText().includes('\0');
  }

  /** For `TextDocuments`: an opened document. */
  static create(uri: string, languageId: string, version: number, content: string): OpenReport {
    return new OpenReport(TextDocument.create(uri, languageId, version, content));
  }

  /**
   * For `TextDocuments`: takes a notification's changes, one after the other; each counts in the text that the one before
   * has left. The order in which they come is what counts, whatever their versions.
   */
  static update(open: OpenReport, changes: readonly TextDocumentContentChangeEvent[], version: number): OpenReport {
    if (open.#report !== undefined) open.#before = { report: open.#report, changes: [] };
    open.#report = undefined;
    open.#typedAt = undefined;
    for (const change of changes) {
      open.#mayHoldNul ||= change.text.includes('\0');
      if ('range' in change && change.range !== undefined) {
        const made = open.#change(change, version);
        if (changes.length === 1 && isTyped(made)) open.#typedAt = made.from + made.length;
        if ((open.#before?.changes.push(made) ?? 0) > mostChanges) open.#before = undefined;
      } else {
        open.#before = undefined;
        TextDocument.update(open.#text, [change], version);
        open.#document = documentOf(open.#text.getText());
        open.#edited = undefined;
      }
    }
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

  /** Whether the character NUL may stand in the text: to look for it takes longer than a letter may. */
  get mayHoldNul(): boolean {
    return this.#mayHoldNul;
  }

  /** The report as a framework reads it; the same object until the text or the framework changes. */
  report(framework: Framework): Report {
    if (this.#report?.framework !== framework) {
      this.#report = this.#editedReport(framework) ?? reportOf(this.#document, framework, this.#editedText());
      this.#before = undefined;
    }
    return this.#report;
  }

  /**
   * The changes that made the report from the one asked for before; nothing if the whole text or the framework is another.
   */
  get edit(): ReportEdit | undefined {
    return this.#edit;
  }

  /** The report as it comes of the last one, if that can be said of it. */
  #editedReport(framework: Framework): Report | undefined {
    this.#edit = undefined;
    if (this.#before?.report.framework !== framework) return undefined;
    const { report: of, changes } = this.#before;
    const [change, ...more] = changes;
    const words = change && more.length === 0 ? rewordingOf(of.document, this.#document, change) : undefined;
    const reworded = words && rewordedReport(of, this.#document, words);
    this.#edit = { of, changes, rewording: reworded && words };
    return reworded;
  }

  /** The text with its lines, if it comes of the last report’s by one change and that one’s are known. */
  #editedText(): Text | undefined {
    const { report, changes } = this.#before ?? {};
    const [change, ...more] = changes ?? [];
    return change && more.length === 0 ? report?.text.changed(this.#document.source, change) : undefined;
  }

  /** Where a letter was typed or deleted, if that was the last change. */
  get typedAt(): number | undefined {
    return this.#typedAt;
  }

  /**
   * The lines edited since this was last called, none of which was parted or joined; nothing if there may be more or fewer
   * lines than then, so that the numbers no longer hold.
   */
  takeEditedLines(): ReadonlySet<number> | undefined {
    const edited = this.#edited;
    this.#edited = new Set();
    return edited;
  }

  #change({ range, text }: { range: { start: Position; end: Position }; text: string }, version: number): Change {
    let [start, end] = [this.#within(range.start), this.#within(range.end)];
    if (start.line > end.line || (start.line === end.line && start.character > end.character)) {
      [start, end] = [end, start];
    }
    const change = { from: this.#text.offsetAt(start), to: this.#text.offsetAt(end), length: text.length };
    TextDocument.update(this.#text, [{ range: { start, end }, text }], version);
    this.#document = changedDocument(this.#document, this.#text.getText(), change);
    if (start.line === end.line && !/[\r\n]/.test(text)) this.#edited?.add(start.line);
    else this.#edited = undefined;
    return change;
  }

  /** `TextDocument` loses count of its lines at a position outside the text, so such a one is taken to its nearest place. */
  #within({ line, character }: Position): Position {
    const last = this.#text.lineCount - 1;
    if (!(line >= 0)) return { line: 0, character: 0 };
    return line > last
      ? { line: last, character: Number.MAX_SAFE_INTEGER }
      : { line, character: Math.max(0, character) };
  }
}
