// What `test/client` needs of VS Code's API, in memory: test files are bundled with this in place of `vscode`.
// Of the surface only what is used is there, and `editor` says and sees what an author would.

/** Tells whoever listens. */
export class EventEmitter<T> {
  readonly #listeners = new Set<(value: T) => unknown>();

  readonly event = (listener: (value: T) => unknown) => {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

/** An editor and its author. */
export class Editor {
  readonly files = new Map<string, string>();
  /**
   * The schemes of folders that cannot be written to, and say so beforehand or only when it is tried, be it a file or an
   * edit.
   */
  readonly readOnly = new Set<string>();
  readonly refusing = new Set<string>();
  /** The author's answers to questions, in their order; none is Escape. */
  readonly answers: (string | undefined)[] = [];
  /** What the author was asked and told. */
  readonly said: string[] = [];
  /** The text of each document that was shown, after its path; of one that was shown by its address, the path alone. */
  readonly shown: string[] = [];
  readonly commands: string[] = [];
  /** The folders that are open. */
  folders: readonly Uri[] = [];
  /** What was inserted to be filled in. */
  readonly snippets: string[] = [];
  /** The commands that were registered. */
  readonly registered = new Map<string, (argument?: unknown) => unknown>();
  /** The document in the active editor, and the rules of its problems. */
  active: Document | undefined;
  problems: readonly string[] = [];
  /** The documents of other editors that are seen. */
  visible: readonly Document[] = [];
  readonly activeChanged = new EventEmitter<void>();
  readonly closed = new EventEmitter<Document>();
  /** The views that are trees, by their ids. */
  readonly trees = new Map<string, Tree>();
  /** What shows a view that is a page, by the view’s id. */
  readonly pages = new Map<string, { resolveWebviewView(view: unknown): void }>();
  /** What takes a panel of a type that a window has again after it was loaded anew. */
  readonly broughtBack = new Map<string, PanelSerializer['deserializeWebviewPanel']>();
  /** Called with what the progress shows; gives whether the author cancels. */
  cancels: (message: string) => boolean = () => false;
}

/** A view that is a tree: whether it is seen, and what stands above its lines. */
interface Tree {
  visible: boolean;
  message: string;
}

interface PanelSerializer {
  deserializeWebviewPanel(panel: Panel): Promise<void>;
}

/** A panel that shows a page. Its author sees it; the page says a word at a time. */
export class Panel {
  readonly visible = true;
  title = '';
  isDisposed = false;
  readonly disposed = new EventEmitter<void>();
  readonly words = new EventEmitter<unknown>();
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = new EventEmitter<void>().event;
  readonly webview = {
    html: '',
    cspSource: 'vscode',
    onDidReceiveMessage: this.words.event,
    asWebviewUri: String,
    postMessage() {},
  };

  reveal(): void {}

  dispose(): void {
    this.isDisposed = true;
    this.disposed.fire();
  }
}

let editor = new Editor();

/** A new editor, with these files in it by their paths. */
export function newEditor(files: Readonly<Record<string, string>>): Editor {
  editor = new Editor();
  for (const [path, text] of Object.entries(files)) editor.files.set(path, text);
  return editor;
}

export class Uri {
  readonly scheme: string;
  readonly path: string;

  constructor(path: string, scheme = 'file') {
    this.path = path;
    this.scheme = scheme;
  }

  with({ path }: { path: string }): Uri {
    return new Uri(path, this.scheme);
  }

  toString(): string {
    return `${this.scheme}:${this.path}`;
  }

  static parse(text: string): Uri {
    const [scheme, path = ''] = text.split(':');
    return new Uri(path, scheme);
  }

  static joinPath({ path, scheme }: Uri, ...parts: readonly string[]): Uri {
    const names: string[] = [];
    for (const part of [path, ...parts].join('/').split('/')) {
      if (part === '..') names.pop();
      else if (part !== '' && part !== '.') names.push(part);
    }
    return new Uri(`/${names.join('/')}`, scheme);
  }
}

export enum FileType {
  File = 1,
  Directory = 2,
}

export enum ProgressLocation {
  Notification = 15,
}

export enum TreeItemCollapsibleState {
  None,
  Collapsed,
}

export enum ViewColumn {
  Active = -1,
  Beside = -2,
  One = 1,
}

export class ThemeIcon {}

export class TreeItem {}

export class Range {
  readonly lines: readonly [number, number];

  constructor(from: number, _: number, to: number) {
    this.lines = [from, to];
  }
}

export class Position {
  readonly line: number;

  constructor(line: number) {
    this.line = line;
  }
}

export class WorkspaceEdit {
  readonly edits: { readonly uri: Uri; readonly range: Range; readonly text: string }[] = [];

  insert(uri: Uri, { line }: Position, text: string): void {
    this.replace(uri, new Range(line, 0, line), text.replace(/\n$/, ''));
  }

  replace(uri: Uri, range: Range, text: string): void {
    this.edits.push({ uri, range, text });
  }

  set(uri: Uri, edits: readonly { readonly range: Range; readonly newText: string }[]): void {
    for (const { range, newText } of edits) this.replace(uri, range, newText);
  }
}

export class Document {
  readonly languageId = 'inspectmark';
  readonly isUntitled = false;
  version = 1;
  readonly uri: Uri;
  isClosed = false;
  text: string;

  constructor(uri: Uri, text: string) {
    this.uri = uri;
    this.text = text;
  }

  getText(): string {
    return this.text;
  }

  get lineCount(): number {
    return this.text.split('\n').length;
  }

  async save(): Promise<boolean> {
    editor.files.set(this.uri.path, this.text);
    return true;
  }
}

const open = new Map<string, Document>();

function content({ path }: Uri): string {
  const text = editor.files.get(path);
  if (text === undefined) throw Object.assign(new Error(`ENOENT, ${path}`), { code: 'FileNotFound' });
  return text;
}

const fs = {
  isWritableFileSystem: (scheme: string) => !editor.readOnly.has(scheme),
  stat: async (uri: Uri) => ({ size: content(uri).length }),
  readFile: async (uri: Uri) => new TextEncoder().encode(content(uri)),
  async writeFile({ path, scheme }: Uri, bytes: Uint8Array) {
    if (editor.refusing.has(scheme)) throw new Error('It may not be written.');
    editor.files.set(path, new TextDecoder().decode(bytes));
  },
  async readDirectory({ path }: Uri) {
    const names = [...editor.files.keys()].filter(file => file.startsWith(`${path}/`));
    if (names.length === 0) throw new Error(`There is no ${path}.`);
    return names.map(name => [name.slice(path.length + 1), FileType.File]);
  },
};

export const workspace = {
  fs,
  get workspaceFolders() {
    return editor.folders.map(uri => ({ uri }));
  },
  onDidCloseTextDocument: (listener: (document: Document) => void) => editor.closed.event(listener),
  async openTextDocument(of: Uri | { content?: string }) {
    const document = of instanceof Uri ? new Document(of, content(of)) : new Document(new Uri('new'), of.content ?? '');
    open.set(document.uri.path, document);
    return document;
  },
  async applyEdit({ edits }: WorkspaceEdit) {
    if (edits.some(({ uri }) => editor.refusing.has(uri.scheme))) return false;
    for (const { uri, range, text } of edits) {
      const document = open.get(uri.path)!;
      const lines = document.text.split('\n');
      lines.splice(range.lines[0], range.lines[1] - range.lines[0], text);
      document.text = lines.join('\n');
    }
    return true;
  },
};

async function asked(message: string, ...choices: readonly unknown[]): Promise<string | undefined> {
  const words = choices.filter(choice => typeof choice === 'string');
  editor.said.push([message, ...words.map(word => `[${word}]`)].join(' '));
  return words.length > 0 ? editor.answers.shift() : undefined;
}

/** A list from which the author takes the next answer; none if that is not in it, and the active one if it is *Enter*. */
class QuickPick {
  placeholder = '';
  items: readonly { readonly label: string }[] = [];
  activeItems: readonly { readonly label: string }[] = [];
  readonly #accepted = new EventEmitter<void>();
  readonly #hidden = new EventEmitter<void>();
  readonly onDidAccept = this.#accepted.event;
  readonly onDidHide = this.#hidden.event;

  show(): void {
    void asked(this.placeholder);
    const answer = editor.answers.shift();
    if (answer !== 'Enter') this.activeItems = this.items.filter(({ label }) => label === answer);
    if (this.activeItems.length > 0) this.#accepted.fire();
    else this.hide();
  }

  hide(): void {
    this.#hidden.fire();
  }

  dispose(): void {}
}

export const window = {
  get activeTextEditor() {
    return editor.active && { document: editor.active, selection: { active: { line: 0 } } };
  },
  get visibleTextEditors() {
    return editor.visible.map(document => ({ document, visibleRanges: [] }));
  },
  onDidChangeActiveTextEditor: (listener: () => void) => editor.activeChanged.event(listener),
  createTreeView(id: string) {
    const tree = { visible: true, message: '' };
    editor.trees.set(id, tree);
    return Object.assign(tree, { onDidChangeVisibility: new EventEmitter<void>().event, dispose() {} });
  },
  registerWebviewViewProvider(id: string, provider: { resolveWebviewView(view: unknown): void }) {
    editor.pages.set(id, provider);
    return { dispose: () => editor.pages.delete(id) };
  },
  createWebviewPanel: () => new Panel(),
  registerWebviewPanelSerializer(type: string, { deserializeWebviewPanel }: PanelSerializer) {
    editor.broughtBack.set(type, deserializeWebviewPanel);
    return { dispose: () => editor.broughtBack.delete(type) };
  },
  onDidChangeTextEditorVisibleRanges: () => ({ dispose() {} }),
  showErrorMessage: asked,
  showWarningMessage: asked,
  showInformationMessage: asked,
  showOpenDialog: async () => undefined,
  async showQuickPick<Item extends string | { label: string }>(
    items: readonly Item[],
    { placeHolder }: { placeHolder: string },
  ) {
    await asked(placeHolder);
    const answer = editor.answers.shift();
    return items.find(item => (typeof item === 'string' ? item : item.label) === answer);
  },
  async showInputBox({ prompt, value = '' }: { prompt: string; value?: string }) {
    await asked(`${prompt}: ${value}`);
    return editor.answers.shift();
  },
  createQuickPick: () => new QuickPick(),
  async showTextDocument(of: Document | Uri) {
    editor.shown.push(of instanceof Uri ? of.path : `${of.uri.path}: ${of.text}`);
  },
  async withProgress<T>(
    { title }: { title: string },
    task: (progress: object, token: object) => Promise<T>,
  ): Promise<T> {
    let cancel = () => {};
    const report = ({ message }: { message: string }) => {
      if (editor.cancels(message)) cancel();
    };
    return task(
      { report },
      {
        onCancellationRequested(listener: () => void) {
          cancel = listener;
          if (editor.cancels(title)) cancel();
        },
      },
    );
  },
};

export const languages = {
  match: (selector: readonly { readonly scheme: string }[], { uri }: Document) =>
    selector.some(({ scheme }) => scheme === uri.scheme) ? 10 : 0,
  getDiagnostics: () => editor.problems.map(value => ({ code: { value } })),
};

export const commands = {
  registerCommand(name: string, run: (argument?: unknown) => unknown) {
    editor.registered.set(name, run);
    return { dispose: () => editor.registered.delete(name) };
  },
  async executeCommand(name: string, argument?: { snippet?: string }) {
    editor.commands.push(name);
    if (argument?.snippet !== undefined) editor.snippets.push(argument.snippet);
  },
};
