import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewView,
  type WebviewViewProvider,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Passage, Question, QuestionsMethod } from '../../server/src/lsp/protocol.ts';
import { type QuestionsPageState, type QuestionsPageWord, questionPage } from './questionsPage.ts';
import { reportAnswer } from './reportAnswer.ts';
import type { ShownReport } from './shownReport.ts';
import { webPage } from './webPage.ts';

const viewId = 'inspectmark.questions';
const method: QuestionsMethod = 'inspectmark/questions';

/** The questions that only the author can answer, one at a time, with the passages that are to be read for each. */
export class QuestionsView implements Disposable, WebviewViewProvider {
  readonly #shown = new EventEmitter<string>();
  /** Tells what the page shows whenever that may have changed, as a screen reader says it. */
  readonly onDidShow = this.#shown.event;
  readonly #listeners: Disposable[];
  readonly #client: () => BaseLanguageClient;
  readonly #report: ShownReport;
  readonly #dist: Uri;
  #view: WebviewView | undefined;
  /** The report of which the page tells, its questions, and which of them is shown. */
  #uri: Uri | undefined;
  #questions: readonly Question[] = [];
  #index = 0;
  #spoken = '';

  constructor({ extensionUri }: ExtensionContext, client: () => BaseLanguageClient, report: ShownReport) {
    this.#client = client;
    this.#report = report;
    this.#dist = Uri.joinPath(extensionUri, 'dist');
    this.#listeners = [
      this.#shown,
      window.registerWebviewViewProvider(viewId, this),
      report.onDidChange(() => this.#renew()),
      commands.registerCommand('inspectmark.nextQuestion', () => this.#go(1)),
      commands.registerCommand('inspectmark.previousQuestion', () => this.#go(-1)),
    ];
  }

  /** What the page shows, as a screen reader says it, and of which report; nothing before it has shown anything. */
  get shown(): { readonly uri: Uri | undefined; readonly spoken: string } {
    return { uri: this.#uri, spoken: this.#spoken };
  }

  /** Called by VS Code when the view is shown for the first time. */
  resolveWebviewView(view: WebviewView): void {
    this.#view = view;
    view.onDidDispose(() => {
      this.#view = undefined;
    });
    view.webview.options = { enableScripts: true, localResourceRoots: [this.#dist] };
    view.webview.onDidReceiveMessage((word: QuestionsPageWord) => this.#heard(word));
    const body = '<p class="spoken" role="status"></p><main></main>';
    view.webview.html = webPage(view.webview, this.#dist, { name: 'questionsPage', title: 'Questions', body });
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
  }

  /** What a button of the page asks for. (The page says that it is ready each time it is shown.) */
  #heard({ word, passage }: QuestionsPageWord): unknown {
    if (word === 'ready') return this.#renew();
    if (word === 'next') return this.#go(1);
    if (word === 'previous') return this.#go(-1);
    const question = this.#questions[this.#index];
    if (question === undefined) return undefined;
    switch (word) {
      case 'show':
        return this.#show(question.passages[passage], false);
      case 'showBoth':
        return this.#showBoth(question, false);
      case 'answer':
        return this.#answer(question);
      case 'why':
        return commands.executeCommand('inspectmark.showRule', question.rule);
      default:
        return word satisfies never;
    }
  }

  /**
   * Goes on by so many questions, the first following the last; if the view is not shown yet, it shows the question at the
   * cursor.
   */
  async #go(by: number): Promise<void> {
    if (this.#view?.visible !== true) {
      await commands.executeCommand(`${viewId}.focus`);
      return;
    }
    const { length } = this.#questions;
    if (length === 0) return;
    this.#index = (this.#index + by + length) % length;
    this.#tell(questionPage(this.#questions, this.#index));
    const question = this.#questions[this.#index];
    // Who reads the report in two editors reads both passages.
    if (question !== undefined && this.#columns().length > 1) await this.#showBoth(question, true);
    else await this.#show(question?.passages[0], true);
  }

  async #renew(): Promise<void> {
    if (this.#view?.visible !== true) return;
    const { uri } = this.#report;
    const questions = uri === undefined ? [] : await reportAnswer<Question[]>(this.#client(), method, uri);
    // A server that is started again tells of the report as soon as it has checked it.
    if (questions === null || !this.#report.is(uri)) return;
    this.#index = uri === undefined ? 0 : this.#indexIn(questions, uri);
    this.#questions = questions;
    this.#uri = uri;
    this.#tell(
      uri === undefined
        ? { spoken: 'Open a report to see what only its author can answer.' }
        : questionPage(questions, this.#index),
    );
  }

  /**
   * The question that was shown, if it is asked still; else the one in its place; of another report the first one from the
   * cursor on.
   */
  #indexIn(questions: readonly Question[], uri: Uri): number {
    if (uri.toString() === this.#uri?.toString() && this.#questions.length > 0) {
      const shown = questions.findIndex(({ id }) => id === this.#questions[this.#index]?.id);
      return shown >= 0 ? shown : Math.max(0, Math.min(this.#index, questions.length - 1));
    }
    const editor = window.activeTextEditor;
    const line = editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : 0;
    return Math.max(
      0,
      questions.findIndex(({ passages: [passage] }) => (passage?.range.start.line ?? 0) >= line),
    );
  }

  /** Where the report is open already, not in the editor that happens to be active. */
  async #show(passage: Passage | undefined, keepsFocus: boolean, column = this.#columns()[0]): Promise<void> {
    if (this.#uri === undefined || passage === undefined) return;
    const selection = this.#client().protocol2CodeConverter.asRange(passage.range);
    const viewColumn = column ?? ViewColumn.Active;
    await window.showTextDocument(this.#uri, { selection, viewColumn, preserveFocus: keepsFocus });
  }

  /** The first two passages in two editors beside each other. */
  async #showBoth({ passages: [one, other] }: Question, keepsFocus: boolean): Promise<void> {
    const [first = ViewColumn.One, second = ViewColumn.Beside] = this.#columns();
    // The one that may be opened comes first: the other is then scrolled to its place in the width that it keeps.
    await this.#show(other, true, second);
    await this.#show(one, keepsFocus, first);
  }

  /** What VS Code offers at the place of a question: corrections, and to accept it with a reason. */
  async #answer({ passages: [passage] }: Question): Promise<void> {
    await this.#show(passage, false);
    await commands.executeCommand('editor.action.quickFix');
  }

  /** Where the report is open, from left to right. */
  #columns(): ViewColumn[] {
    return window.visibleTextEditors
      .filter(({ document }) => document.uri.toString() === this.#uri?.toString())
      .flatMap(({ viewColumn }) => viewColumn ?? [])
      .sort((one, other) => one - other);
  }

  #tell(state: QuestionsPageState): void {
    void this.#view?.webview.postMessage(state);
    this.#spoken = state.spoken;
    this.#shown.fire(state.spoken);
  }
}
