/** The one seam to the platform: how the server reads files. URIs in, URIs out. */
export interface Host {
  /** A file's text, or nothing if there is no such file or it cannot be read. */
  readonly read: (uri: string) => Promise<string | undefined>;
  /** The files under a folder with this ending, dot folders and `node_modules` passed over; nothing if there is no such folder. */
  readonly find: (folder: string, ending: string) => Promise<readonly string[]>;
}

/** The folder in which a file stands, without a slash at its end; of `untitled:Untitled-1`, nothing. */
export function folderOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  return slash <= uri.indexOf(':') ? undefined : uri.slice(0, slash);
}

/** The folder of a file and its parents, nearest first. */
export function foldersOf(uri: string): string[] {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? '';
  const folders: string[] = [];
  for (let folder = folderOf(uri); folder !== undefined && folder.length >= root.length; folder = folderOf(folder)) {
    folders.push(folder);
    if (folder === root) break;
  }
  return folders;
}

/** The URI of a path as a link in a report writes it, or nothing where paths mean nothing. */
export function linkedUri(uri: string, path: string): string | undefined {
  if (folderOf(uri) === undefined) return undefined;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  try {
    return new URL(encoded, uri).href;
  } catch {
    return undefined;
  }
}
