import type { DocumentLink } from 'vscode-languageserver-types';
import { linkTarget } from '../model/reference.ts';
import type { Report } from '../model/report.ts';
import { numberedParagraph } from '../model/things.ts';
import type { Span } from '../text/text.ts';

/** Schemes that a link may open; `javascript:` and `command:` are inert. */
const safe = /^(?:https?|mailto|tel):/i;

/**
 * The links of a report: those written as links, and references in words. `resolve` gives the URI of a path as a link
 * writes it; a target in this report is its URI with the line, as `#L12`.
 */
export function documentLinks(
  report: Report,
  uri: string,
  resolve: (path: string) => string | undefined,
): DocumentLink[] {
  const links: DocumentLink[] = [];
  const here = (span: Span | undefined): string | undefined =>
    span && `${uri}#L${report.text.positionAt(span.from).line + 1}`;
  for (const { kind, from, to, targets, numbers } of report.references) {
    if (kind === 'footnote') continue;
    if (kind === 'link') {
      const written = targets[0] ?? '';
      const { path, id, number, external } = linkTarget(written);
      let target: string | undefined;
      if (external)
        target = safe.test(written) ? written : /^[a-z][a-z0-9+.-]*:/i.test(written) ? undefined : resolve(path);
      else if (path !== '') target = resolve(path);
      else if (number !== undefined) target = here(numberedParagraph(report, number.kind, number.number));
      else target = here(report.sections.find(section => section.id === id)?.heading);
      if (target !== undefined) links.push({ range: report.text.range({ from, to }), target });
      continue;
    }
    for (const { first, firstSpan } of numbers) {
      const target = here(numberedParagraph(report, kind, first));
      if (target !== undefined) links.push({ range: report.text.range(firstSpan), target });
    }
  }
  return links;
}
