import {
  type Disposable,
  type DocumentSelector,
  type Event,
  EventEmitter,
  languages,
  type Uri,
  window,
  workspace,
} from 'vscode';

/** The views are renewed when so many milliseconds have passed since the last letter. */
const restTime = 300;

/** The report of which the views tell: that of the active editor, also while something else has the focus. */
export class ShownReport implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** Tells that it is another report, or has another text. */
  readonly onDidChange = this.#changed.event;
  readonly #listeners: Disposable[];
  readonly #selector: DocumentSelector;
  #uri: Uri | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param selector the reports of which the server is told; of an earlier text, as a comparison shows it, it knows nothing
   * @param onDidCheck tells of each report that was checked: its text may be another
   */
  constructor(selector: DocumentSelector, onDidCheck: Event<Uri>) {
    this.#selector = selector;
    this.#listeners = [
      this.#changed,
      window.onDidChangeActiveTextEditor(() => {
        this.#follow();
        this.#changed.fire();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (!this.is(uri)) return;
        this.#uri = undefined;
        this.#changed.fire();
      }),
      onDidCheck(uri => {
        if (!this.is(uri)) return;
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#changed.fire(), restTime);
      }),
    ];
  }

  /** Nothing as long as no report is open. */
  get uri(): Uri | undefined {
    this.#follow(); // the language of a document can change under an editor that stays active
    return this.#uri;
  }

  /** Whether it is this report. */
  is(uri: Uri | undefined): boolean {
    return this.uri?.toString() === uri?.toString();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const listener of this.#listeners) listener.dispose();
  }

  #follow(): void {
    // As long as none has been active, one that is seen: of a window that is loaded again another editor may be.
    for (const editor of [window.activeTextEditor, ...(this.#uri === undefined ? window.visibleTextEditors : [])]) {
      const document = editor?.document;
      if (document === undefined || document.isClosed || languages.match(this.#selector, document) === 0) continue;
      this.#uri = document.uri;
      return;
    }
  }
}
