import type { TextEdit } from 'vscode-languageserver-types';
import { linkTarget } from '../model/reference.ts';
import type { Report } from '../model/report.ts';

/**
 * The edits by which the links of a report that lead to places in another go on to lead there, when those places get other
 * numbers or names.
 *
 * @param idAfter for a link’s path and id, as they are read, the id that the place has afterwards; nothing where it stays
 */
export function linksFromElsewhere(
  { document, text }: Report,
  idAfter: (path: string, id: string) => string | undefined,
): TextEdit[] {
  const edits: TextEdit[] = [];
  document.blocks.forEach(({ inlines }, block) => {
    const base = document.starts[block] ?? 0;
    for (const { target, targetSpan } of inlines.links) {
      const { path, id, external } = linkTarget(target);
      const newText = external || path === '' || id === '' ? undefined : idAfter(path, id);
      if (newText === undefined) continue;
      const hash = document.source.indexOf('#', base + targetSpan.from);
      edits.push({ range: text.range({ from: hash + 1, to: base + targetSpan.to }), newText });
    }
  });
  return edits;
}
