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

/** The URI of another report by its path as a link writes it; nothing where paths mean nothing. */
export function linkedUri(uri: string, path: string): string | undefined {
  if (folderOf(uri) === undefined) return undefined;
  try {
    return canonicalUri(new URL(path.split('/').map(encoded).join('/'), uri).href);
  } catch {
    return undefined;
  }
}

/** The path that leads from one file to another, decoded, with `..` where it must be; nothing where there is none. */
export function pathBetween(from: string, to: string): string | undefined {
  const own = canonicalUri(from).split('/');
  const other = canonicalUri(to).split('/');
  let shared = 0;
  while (shared < Math.min(own.length, other.length) - 1 && own[shared] === other[shared]) shared++;
  // (`file:`, an empty part and the host are no folders.)
  if (shared < 3) return undefined;
  return [...own.slice(shared + 1).map(() => '..'), ...other.slice(shared).map(decodedPart)].join('/');
}

/** The spellings of URIs that were asked for: those of open reports are asked for several times a letter. */
const spellings = new Map<string, string>();
const mostSpellings = 1000;

/** A URI as VS Code spells it, so that two spellings of one file are one: what need not be encoded is not, a drive is small. */
export function canonicalUri(uri: string): string {
  let canonical = spellings.get(uri);
  if (canonical === undefined) {
    canonical = spelled(uri);
    if (spellings.size >= mostSpellings) spellings.clear();
    spellings.set(uri, canonical);
  }
  return canonical;
}

function spelled(uri: string): string {
  const [, root = '', path = '', rest = ''] = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)(.*)$/is.exec(uri) ?? [];
  const segments = path.split('/').map(segment => encoded(decodedPart(segment)));
  if (/^[A-Za-z]%3A$/.test(segments[1] ?? '')) segments[1] = (segments[1] ?? '').toLowerCase().replace('%3a', '%3A');
  return root.toLowerCase() + segments.join('/') + rest;
}

/** The text of a part of a URI; a stray percent sign means itself. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function encoded(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
