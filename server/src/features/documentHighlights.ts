import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import { placesOf, thingAt } from '../model/things.ts';

/** All places of the thing at an offset, that of its definition marked as written. */
export function documentHighlights(report: Report, offset: number): DocumentHighlight[] {
  const place = thingAt(report, offset);
  if (place === undefined) return [];
  return placesOf(report, place.thing).map(({ from, to, defines }) => ({
    range: report.text.range({ from, to }),
    kind: defines ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
