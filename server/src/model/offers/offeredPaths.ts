import type { BegunPath } from './begunPath.ts';
import { pathInDetails, pathInLink } from './writtenPath.ts';

/** No more paths are offered: a shelf may hold thousands of reports. */
const most = 200;

/** The paths that may be meant where one is being written, the nearest first: as an author reads them, and as they are written. */
export function offeredPaths(
  { isDetail }: BegunPath,
  paths: readonly string[],
): { readonly path: string; readonly written: string }[] {
  const depth = (path: string): number => path.split('/').length;
  return paths
    .toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .slice(0, most)
    .map(path => ({ path, written: isDetail ? pathInDetails(path) : pathInLink(path) }));
}
