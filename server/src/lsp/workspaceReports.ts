import type { Host } from './host.ts';
import { canonicalUri } from './uri.ts';

/** The URIs of all reports, each once: those that are open as their client spells them, then the others of the folders. */
export async function workspaceReports(
  open: readonly string[],
  folders: readonly string[],
  host: Pick<Host, 'find'>,
): Promise<string[]> {
  const uris = new Map(open.map(uri => [canonicalUri(uri), uri]));
  for (const folder of folders)
    for (const uri of await host.find(folder, '.inspection'))
      if (!uris.has(canonicalUri(uri))) uris.set(canonicalUri(uri), uri);
  return [...uris.values()];
}
