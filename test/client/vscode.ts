// What bringing in a report, beginning one and correcting one use of VS Code's API, in memory: test files are bundled with this in place of `vscode`.
// Of the surface only what is used is there, and `editor` says and sees what an author would.

/** An editor and its author. */
export class Editor {
  readonly files = new Map<string, string>();
  /** The schemes of folders that cannot be written to, and say so beforehand or only when it is tried. */
  readonly readOnly = new Set<string>();
  readonly refusing = new Set<string>();
  /** The author's answers to questions, in their order; none is Escape. */
  readonly answers: (string | undefined)[] = [];
  /** What the author was asked and told. */
  readonly said: string[] = [];
  /** The text of each document that was shown, after its path. */
  readonly shown: string[] = [];
  readonly commands: string[] = [];
  /** What was inserted to be filled in. */
  readonly snippets: string[] = [];
  /** The commands that were registered. */
  readonly registered = new Map<string, () => Promise<unknown>>();
  /** The document in the active editor, and the rules of its problems. */
  active: Document | undefined;
  problems: readonly string[] = [];
  /** Called with what the progress shows; gives whether the author cancels. */
  cancels: (message: string) => boolean = () => false;
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

export class Range {
  readonly lines: readonly [number, number];

  constructor(from: number, _: number, to: number) {
    this.lines = [from, to];
  }
}

export class WorkspaceEdit {
  readonly edits: { readonly uri: Uri; readonly range: Range; readonly text: string }[] = [];

  replace(uri: Uri, range: Range, text: string): void {
    this.edits.push({ uri, range, text });
  }
}

export class Document {
  readonly languageId = 'inspectmark';
  readonly version = 1;
  readonly uri: Uri;
  text: string;

  constructor(uri: Uri, text: string) {
    this.uri = uri;
    this.text = text;
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
  if (text === undefined) throw new Error(`There is no ${path}.`);
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
  async openTextDocument(of: Uri | { content?: string }) {
    const document = of instanceof Uri ? new Document(of, content(of)) : new Document(new Uri('new'), of.content ?? '');
    open.set(document.uri.path, document);
    return document;
  },
  async applyEdit({ edits }: WorkspaceEdit) {
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

export const window = {
  get activeTextEditor() {
    return editor.active && { document: editor.active };
  },
  showErrorMessage: asked,
  showWarningMessage: asked,
  showInformationMessage: asked,
  showOpenDialog: async () => undefined,
  async showQuickPick<Item extends { label: string }>(
    items: readonly Item[],
    { placeHolder }: { placeHolder: string },
  ) {
    await asked(placeHolder);
    const answer = editor.answers.shift();
    return items.find(({ label }) => label === answer);
  },
  async showTextDocument({ uri, text }: Document) {
    editor.shown.push(`${uri.path}: ${text}`);
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
  getDiagnostics: () => editor.problems.map(value => ({ code: { value } })),
};

export const commands = {
  registerCommand(name: string, run: () => Promise<unknown>) {
    editor.registered.set(name, run);
    return { dispose: () => editor.registered.delete(name) };
  },
  async executeCommand(name: string, argument?: { snippet?: string }) {
    editor.commands.push(name);
    if (argument?.snippet !== undefined) editor.snippets.push(argument.snippet);
  },
};
