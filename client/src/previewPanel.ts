import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  Range,
  type TextEditor,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PreviewMethod, ReportPreview } from '../../server/src/lsp/protocol.ts';
import { reportAnswer } from './reportAnswer.ts';
import type { ShownReport } from './shownReport.ts';
import { webPage } from './webPage.ts';

const viewType = 'inspectmark.preview';
const method: PreviewMethod = 'inspectmark/preview';

/** What the page of the preview is told: the report as it is now, or the line (from 0) at the top of its editor. */
export type PreviewPageState =
  | ({ readonly kind: 'report' } & ReportPreview)
  | { readonly kind: 'line'; readonly line: number };

/** What the page says to the extension: that it is there, or which line of the report (from 0) is to be shown in the editor. */
export type PreviewPageWord = { readonly word: 'ready' } | { readonly word: 'show'; readonly line: number };

/** The report in the active editor as it is published, beside the editor; it follows the typing and the scrolling. */
export class PreviewPanel implements Disposable {
  readonly #shown = new EventEmitter<string>();
  /** Tells the HTML that the page was given. */
  readonly onDidShow = this.#shown.event;
  readonly #listeners: Disposable[];
  readonly #client: () => BaseLanguageClient;
  readonly #report: ShownReport;
  readonly #extension: Uri;
  #panel: WebviewPanel | undefined;
  /** The report that is shown. */
  #uri: Uri | undefined;

  constructor({ extensionUri }: ExtensionContext, client: () => BaseLanguageClient, report: ShownReport) {
    this.#client = client;
    this.#report = report;
    this.#extension = extensionUri;
    this.#listeners = [
      this.#shown,
      report.onDidChange(() => this.#renew()),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scroll(textEditor)),
      commands.registerCommand('inspectmark.showPreview', () => this.#open()),
      // The panel of a window that is loaded again, empty as yet.
      window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: panel => this.#keep(panel) }),
    ];
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #open(): void {
    if (this.#report.uri === undefined) return;
    if (this.#panel !== undefined) {
      this.#panel.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    void this.#keep(window.createWebviewPanel(viewType, 'Preview', place, { enableFindWidget: true }));
  }

  /** Takes a panel for its own, and shows the report in it as soon as there is one. */
  #keep(panel: WebviewPanel): Promise<void> {
    const icon = (theme: string) => Uri.joinPath(this.#extension, `client/icons/report.${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#uri = undefined;
    });
    panel.onDidChangeViewState(() => this.#renew());
    panel.webview.onDidReceiveMessage((word: PreviewPageWord) =>
      word.word === 'ready' ? this.#renew() : this.#show(word.line),
    );
    this.#panel?.dispose(); // one that was opened while this had not been brought back yet
    this.#panel = panel;
    return this.#renew();
  }

  /**
   * Loads the page for a report, for where its pictures are depends on its folder, and says whether it was another page: one
   * that is loaded asks for the report when it is ready, and one that is there already does not.
   */
  #begin(panel: WebviewPanel, uri: Uri): boolean {
    this.#uri = uri;
    const folder = Uri.joinPath(uri, '..');
    const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [folder];
    const dist = Uri.joinPath(this.#extension, 'dist');
    panel.title = `Preview ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`;
    panel.webview.options = { enableScripts: true, localResourceRoots: [dist, ...folders] };
    const body = '<main tabindex="0"></main>';
    const html = webPage(panel.webview, dist, { name: 'previewPage', title: 'Preview', body, pictures: folder });
    const isOther = panel.webview.html !== html;
    if (isOther) panel.webview.html = html;
    return isOther;
  }

  async #renew(): Promise<void> {
    const panel = this.#panel;
    const { uri } = this.#report;
    if (panel?.visible !== true || uri === undefined) return;
    if (uri.toString() !== this.#uri?.toString() && this.#begin(panel, uri)) return;
    const preview = await reportAnswer<ReportPreview>(this.#client(), method, uri);
    if (preview === null || this.#uri?.toString() !== uri.toString()) return;
    this.#tell({ kind: 'report', ...preview });
    this.#shown.fire(preview.html);
    for (const editor of window.visibleTextEditors) this.#scroll(editor);
  }

  /** Shows what is at the top of the editor. */
  #scroll({ document, visibleRanges: [range] }: TextEditor): void {
    if (range !== undefined && document.uri.toString() === this.#uri?.toString())
      this.#tell({ kind: 'line', line: range.start.line });
  }

  /** Shows a line of the report in its editor. */
  async #show(line: number): Promise<void> {
    if (this.#uri === undefined) return;
    const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.#uri?.toString());
    const selection = new Range(line, 0, line, 0);
    await window.showTextDocument(this.#uri, { selection, viewColumn: editor?.viewColumn ?? ViewColumn.One });
  }

  #tell(state: PreviewPageState): void {
    void this.#panel?.webview.postMessage(state);
  }
}
