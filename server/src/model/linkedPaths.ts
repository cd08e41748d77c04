import { linkTarget } from './reference.ts';
import type { Report } from './report.ts';

/** The paths of other reports that a report names, as it writes them: in its links, and in its details that of the report before it. */
export function linkedPaths({ references, metadata }: Report): Set<string> {
  const paths = new Set<string>();
  for (const { kind, targets } of references) {
    if (kind !== 'link') continue;
    const { path, external } = linkTarget(targets[0] ?? '');
    if (path !== '' && !external) paths.add(path);
  }
  if (metadata.previous !== undefined) paths.add(metadata.previous);
  return paths;
}
