import { type Disposable, type Event, EventEmitter, type Uri, window } from 'vscode';

/** The views are renewed when so many milliseconds have passed since the last letter. */
const restTime = 300;

/** The report of which the views tell: that of the active editor, also while something else has the focus. */
export class ShownReport implements Disposable {
  readonly #changed = new EventEmitter<void>();
  /** Tells that it is another report, or has another text. */
  readonly onDidChange = this.#changed.event;
  readonly #listeners: Disposable[];
  #uri: Uri | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param onDidCheck tells of each report that was checked: its text may be another */
  constructor(onDidCheck: Event<Uri>) {
    this.#listeners = [
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#changed.fire()),
      onDidCheck(uri => {
        if (this.#uri !== undefined && uri.toString() !== this.#uri.toString()) return;
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#changed.fire(), restTime);
      }),
    ];
  }

  /** Nothing as long as no report was opened. */
  get uri(): Uri | undefined {
    const document = window.activeTextEditor?.document;
    if (document?.languageId === 'inspectmark') this.#uri = document.uri;
    return this.#uri;
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const listener of this.#listeners) listener.dispose();
  }
}
