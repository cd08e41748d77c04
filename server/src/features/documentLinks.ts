import type { DocumentLink } from 'vscode-languageserver-types';
import { linkTarget, type Reference } from '../model/reference.ts';
import type { Report } from '../model/report.ts';
import { numberedParagraph, placeOfId } from '../model/things.ts';
import type { Span } from '../text/text.ts';

/** Schemes that a link may open; `javascript:`, `command:` and all others are inert. */
const safe = /^(?:https?|mailto|tel):/i;

/** What a link to a place in another report carries until it is followed: only then is the other report read. */
export interface LinkToPlace {
  readonly uri: string;
  readonly path: string;
  readonly id: string;
}

/**
 * The links of a report: those written as links, footnote marks, and references in words. `resolve` gives the URI of a
 * path as a link writes it, or nothing if it may not be opened. A target in this report is its URI with the line, `#L12`.
 */
export function documentLinks(
  report: Report,
  uri: string,
  resolve: (path: string) => string | undefined,
): DocumentLink[] {
  const links: DocumentLink[] = [];
  const add = (span: Span, link: Omit<DocumentLink, 'range'> | undefined): void => {
    if (link !== undefined) links.push({ range: report.text.range(span), ...link });
  };
  const here = (place: Span | undefined) =>
    place === undefined ? undefined : { target: withPlace(report, uri, place) };
  for (const reference of report.references) {
    const { kind, targets, numbers } = reference;
    if (kind === 'link') {
      add(reference, writtenLink(report, uri, reference, resolve, here));
    } else if (kind === 'footnote') {
      add(reference, here(report.footnotes.find(({ name }) => name === targets[0])?.texts[0]));
    } else {
      for (const { first, last, firstSpan, lastSpan } of numbers) {
        add(firstSpan, here(numberedParagraph(report, kind, first)));
        if (last !== first) add(lastSpan, here(numberedParagraph(report, kind, last)));
      }
    }
  }
  return links;
}

/** A link to a place in another report, once that report is there. */
export function linkWithPlace(
  link: DocumentLink,
  other: { readonly uri: string; readonly report: Report },
  id: string,
): DocumentLink {
  const place = placeOfId(other.report, id);
  return { ...link, target: place === undefined ? other.uri : withPlace(other.report, other.uri, place) };
}

function writtenLink(
  report: Report,
  uri: string,
  { targets: [written = ''] }: Reference,
  resolve: (path: string) => string | undefined,
  here: (place: Span | undefined) => { target: string } | undefined,
): Omit<DocumentLink, 'range'> | undefined {
  const { path, id, external } = linkTarget(written);
  if (safe.test(written)) return { target: written };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) return undefined;
  if (path === '') return here(placeOfId(report, id));
  const target = resolve(path);
  if (target === undefined) return undefined;
  return external || id === '' ? { target } : { data: { uri, path, id } satisfies LinkToPlace };
}

function withPlace({ text }: Report, uri: string, { from }: Span): string {
  return `${uri}#L${text.positionAt(from).line + 1}`;
}
