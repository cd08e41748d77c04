import type { TextEdit } from 'vscode-languageserver-types';
import { pathInDetails, pathInLink } from '../model/offers/writtenPath.ts';
import { linkTarget } from '../model/reference.ts';
import type { Report } from '../model/report.ts';

/** What leads to no file: a place in the report itself, or anything with a scheme or from a root. */
const elsewhere = /^(?:#|\/|[a-z][a-z0-9+.-]*:|$)/i;

/**
 * How the links of a report, to reports and pictures, are to be written when files get other names: its own among them, it
 * may be.
 *
 * @param pathAfter for a path as a link writes it, decoded, the one that leads to the same file afterwards; nothing where
 * it stays
 */
export function willRenameFiles(report: Report, pathAfter: (path: string) => string | undefined): TextEdit[] {
  const { document, metadata, text } = report;
  const edits: TextEdit[] = [];
  document.blocks.forEach(({ inlines }, block) => {
    const base = document.starts[block] ?? 0;
    for (const { target, targetSpan } of [...inlines.links, ...inlines.pictures]) {
      const after = elsewhere.test(target) ? undefined : pathAfter(linkTarget(target).path);
      if (after === undefined) continue;
      const from = base + targetSpan.from;
      const [path = ''] = /^[^#]*/.exec(document.source.slice(from, base + targetSpan.to)) ?? [];
      edits.push({ range: text.range({ from, to: from + path.length }), newText: pathInLink(after) });
    }
  });
  const previous = metadata.entries.find(({ key, value }) => key === 'previous' && value === metadata.previous);
  const after = previous && pathAfter(metadata.previous ?? '');
  if (previous !== undefined && after !== undefined)
    edits.push({ range: text.range(previous.valueSpan), newText: pathInDetails(after) });
  return edits;
}
