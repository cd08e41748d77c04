import { type Dirent, existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reasonOf } from '../readers/fileReason.ts';
import { reportText } from '../readers/reportText.ts';
import { append } from '../text/lists.ts';
import { type FileReading, type Host, largestFile } from './host.ts';
import { canonicalUri } from './uri.ts';

/**
 * Reads from the disk. What is not on the disk, a virtual folder's files, `elsewhere` may know.
 *
 * @param pages the folder with the pages of the rules, if they were installed
 */
export function nodeHost(elsewhere: Host, pages?: URL): Host {
  return {
    ...(pages !== undefined && existsSync(pages) && { rulePage: `${pages.href}{rule}.md` }),
    async read(uri) {
      const path = pathOf(uri);
      return path === undefined ? elsewhere.read(uri) : readingOf(path);
    },
    async list(folder, ending) {
      const path = pathOf(folder);
      if (path === undefined) return elsewhere.list(folder, ending);
      const files = (await entriesOf(path)).filter(entry => !entry.isDirectory() && isShown(entry, ending));
      return files.map(({ name }) => uriOf(`${path}/${name}`));
    },
    async find(folder, ending) {
      const path = pathOf(folder);
      return path === undefined ? elsewhere.find(folder, ending) : filesUnder(path, ending);
    },
    pause: () => setImmediate(),
  };
}

async function readingOf(path: string): Promise<FileReading | undefined> {
  try {
    const status = await stat(path);
    if (!status.isFile()) return undefined;
    if (status.size > largestFile) return { unread: 'it is too large' };
    return reportText(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return { unread: reasonOf(error) };
  }
}

async function filesUnder(folder: string, ending: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) {
      if (isShown(entry, ending)) found.push(uriOf(path));
    } else if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
      append(found, await filesUnder(path, ending));
    }
  }
  return found;
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function isShown({ name }: Dirent, ending: string): boolean {
  return !name.startsWith('.') && name.toLowerCase().endsWith(ending);
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function uriOf(path: string): string {
  return canonicalUri(pathToFileURL(path).href);
}
