/**
 * The folders whose settings can govern a file: its own and their parents, nearest first. Paths have `/`, or on Windows
 * `\`; a folder comes back as the path writes it, a root with its last separator. A relative path ends in `.`.
 */
export function governingFolders(path: string): string[] {
  const root = /^(?:[A-Za-z]:[\\/]?|[\\/]{2}[^\\/]+[\\/]+[^\\/]+[\\/]?|[\\/])/.exec(path)?.[0] ?? '';
  const isWindows = root.includes(':') || root.startsWith('\\');
  const folders: string[] = [];
  let at = path.length;
  for (;;) {
    const slash = Math.max(path.lastIndexOf('/', at - 1), isWindows ? path.lastIndexOf('\\', at - 1) : -1);
    if (slash < root.length) break;
    at = slash;
    const folder = path.slice(0, at);
    // Of `a//b` and `./a`, each folder once.
    if (!/[\\/]$/.test(folder) && folder !== '.') folders.push(folder);
  }
  folders.push(root === '' ? '.' : root);
  return folders;
}
