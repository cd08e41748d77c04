import { DerivedFacts } from './derivedFacts.ts';
import { linkTarget } from './reference.ts';
import type { Report } from './report.ts';

/** No change of words touches a link. */
const found = new DerivedFacts<ReadonlySet<string>>({ stands: true });

/**
 * The paths of other reports that a report names, as it writes them: in its links, and in its details that of the report
 * before it. (They are found in the blocks: this is asked after every letter, when nothing else of the report may be.)
 */
export function linkedPaths(report: Report): ReadonlySet<string> {
  return found.of(report, find);
}

function find({ document, metadata }: Report): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { inlines } of document.blocks)
    for (const { target } of inlines.links) {
      const { path, external } = linkTarget(target);
      if (path !== '' && !external) paths.add(path);
    }
  if (metadata.previous !== undefined) paths.add(metadata.previous);
  return paths;
}
