import { linkedPaths } from '../model/linkedPaths.ts';
import type { Report } from '../model/report.ts';
import { canonicalUri, linkedUri } from './uri.ts';

/** By the paths that a report names. */
const outgoingLinks = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The canonical URIs of the other reports to which a report links, the one before it among them. */
export function outgoing(report: Report, uri: string): ReadonlySet<string> {
  const paths = linkedPaths(report);
  let uris = outgoingLinks.get(paths);
  if (uris === undefined) {
    uris = new Set(
      [...paths].flatMap(path => {
        const linked = linkedUri(uri, path);
        return linked === undefined || linked === canonicalUri(uri) ? [] : [linked];
      }),
    );
    outgoingLinks.set(paths, uris);
  }
  return uris;
}
