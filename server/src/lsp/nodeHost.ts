import { readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Host } from './host.ts';

/** Larger files are no reports, and are not read. */
const largest = 64 * 1024 * 1024;

/** Reads from the disk. */
export const nodeHost: Host = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      const status = await stat(path);
      return status.isFile() && status.size <= largest
        ? (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
        : undefined;
    } catch {
      return undefined;
    }
  },
  async find(folder, ending) {
    const path = pathOf(folder);
    return path === undefined ? [] : filesUnder(path, ending);
  },
};

async function filesUnder(folder: string, ending: string): Promise<string[]> {
  try {
    const found: string[] = [];
    for (const entry of (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules')
          found.push(...(await filesUnder(path, ending)));
      } else if (entry.name.endsWith(ending)) found.push(uriOf(path));
    }
    return found;
  } catch {
    return [];
  }
}

function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** As VS Code writes it: a drive's letter small, and its colon encoded. */
function uriOf(path: string): string {
  return pathToFileURL(path).href.replace(
    /^file:\/\/\/([A-Za-z]):/,
    (_, drive: string) => `file:///${drive.toLowerCase()}%3A`,
  );
}
