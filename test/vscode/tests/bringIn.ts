import {
  commands,
  EventEmitter,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { harbours } from '../../importer/ownFramework.ts';
import { docxFile, inStyle, p } from '../../readers/docxFile.ts';
import { text, writtenPdf } from '../../readers/pdfWriter.ts';
import { closedEditors } from './documents.ts';
import { contains, equal, present, type Tests } from './testing.ts';

const words = 'Ensure that plans are reviewed in time.';

const wordReport = docxFile(p('Recommendations', inStyle('Heading1')) + p(words), {
  styles: '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>',
});

/** Bringing in published reports, the same on the desktop, in Restricted Mode and in a browser. */
export const bringInTests: Tests = {
  'a Word report is brought in beside its source': async () => {
    const document = await broughtIn('published.docx', wordReport);
    equal(document.languageId, 'inspectmark');
    contains(document.uri.path, '/published.inspection');
    equal(document.isDirty, false);
    contains(document.getText(), '# Recommendations\n');
    contains(document.getText(), words);
  },

  'a PDF is brought in': async () => {
    contains((await broughtIn('published.pdf', writtenPdf([text(72, 72, words)]))).getText(), words);
  },

  'a text is brought in': async () => {
    contains((await broughtIn('published.txt', bytesOf(`${words}\n`))).getText(), words);
  },

  'a report of a team’s own framework is brought in by it': async () => {
    const folder = present(workspace.workspaceFolders?.[0], 'folder').uri;
    const own = Uri.joinPath(folder, '.inspectmark');
    await workspace.fs.createDirectory(Uri.joinPath(own, 'frameworks'));
    await workspace.fs.writeFile(Uri.joinPath(own, 'frameworks/harbours.json'), bytesOf(harbours.framework));
    try {
      contains((await broughtIn('harbour.txt', bytesOf(harbours.report))).getText(), '\nframework: harbours\n');
    } finally {
      await workspace.fs.delete(own, { recursive: true });
    }
  },

  'a report of a folder that cannot be written to is brought in as a new document': async () => {
    for (const [scheme, isReadonly] of [
      ['read-only', true],
      ['refusing', false],
    ] as const) {
      const registration = workspace.registerFileSystemProvider(scheme, new OneFile('/far/published.txt', words), {
        isReadonly,
      });
      try {
        await commands.executeCommand('inspectmark.bringInReport', Uri.from({ scheme, path: '/far/published.txt' }));
        const document = present(window.activeTextEditor?.document, 'report');
        equal([document.isUntitled, document.languageId], [true, 'inspectmark']);
        contains(document.getText(), words);
        await closedEditors();
      } finally {
        registration.dispose();
      }
    }
  },

  'what cannot be read leaves nothing behind': async () => {
    await withFile('published.docx', wordReport.slice(0, 300), async ({ source, target }) => {
      await commands.executeCommand('inspectmark.bringInReport', source);
      equal(window.activeTextEditor?.document.fileName, undefined);
      equal(await isThere(target), false);
    });
  },
};

/** What is shown when a file of these bytes has been brought in. */
async function broughtIn(name: string, bytes: Uint8Array): Promise<TextDocument> {
  return withFile(name, bytes, async ({ source }) => {
    await commands.executeCommand('inspectmark.bringInReport', source);
    return present(window.activeTextEditor?.document, 'report');
  });
}

/** Has a file in the workspace while something is done with it. */
async function withFile<T>(
  name: string,
  bytes: Uint8Array,
  done: (files: { source: Uri; target: Uri }) => Promise<T>,
): Promise<T> {
  const folder = present(workspace.workspaceFolders?.[0], 'folder').uri;
  const source = Uri.joinPath(folder, name);
  const target = Uri.joinPath(folder, name.replace(/\.\w+$/, '.inspection'));
  await workspace.fs.writeFile(source, bytes);
  try {
    return await done({ source, target });
  } finally {
    for (const file of [source, target]) if (await isThere(file)) await workspace.fs.delete(file);
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A virtual folder in which there is one file, and can be no other. */
class OneFile implements FileSystemProvider {
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;
  readonly #path: string;
  readonly #bytes: Uint8Array;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#bytes = bytesOf(text);
  }

  stat({ path }: Uri): FileStat {
    if (path !== this.#path) throw FileSystemError.FileNotFound();
    return { type: FileType.File, ctime: 0, mtime: 0, size: this.#bytes.length };
  }

  readFile({ path }: Uri): Uint8Array {
    if (path !== this.#path) throw FileSystemError.FileNotFound();
    return this.#bytes;
  }

  readDirectory(): [string, FileType][] {
    throw FileSystemError.FileNotFound();
  }

  watch(): { dispose(): void } {
    return { dispose: () => {} };
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }
}

async function isThere(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
