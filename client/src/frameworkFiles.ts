import { FileType, Uri, workspace } from 'vscode';
import type { FrameworkFile, FrameworkFolder } from '../../server/src/importer/protocol.ts';

const frameworkFolder: FrameworkFolder = '.inspectmark/frameworks';

/** The files of a team's own frameworks that govern a report: those of the nearest folder above it that has some. */
export async function frameworkFilesFor(report: Uri): Promise<readonly FrameworkFile[]> {
  let folder = Uri.joinPath(report, '..');
  for (;;) {
    const files = await filesIn(Uri.joinPath(folder, frameworkFolder));
    const parent = Uri.joinPath(folder, '..');
    if (files.length > 0 || parent.path === folder.path) return files;
    folder = parent;
  }
}

async function filesIn(folder: Uri): Promise<FrameworkFile[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    all => all,
    () => [],
  );
  const names = entries.filter(([name, type]) => (type & FileType.File) !== 0 && /^[^.].*\.json$/i.test(name));
  const files = await Promise.all(names.map(([name]) => fileAt(Uri.joinPath(folder, name))));
  return files.filter(file => file !== undefined);
}

/** A file; nothing if it cannot be read, of which the server tells. */
async function fileAt(file: Uri): Promise<FrameworkFile | undefined> {
  return workspace.fs.readFile(file).then(
    bytes => ({ path: file.path, bytes: Uint8Array.from(bytes) }),
    () => undefined,
  );
}
