import type { Location } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import {
  numberedParagraph,
  placeOfId,
  placesOf,
  suggestedRecommendations,
  type Thing,
  thingAt,
} from '../model/things.ts';
import type { Span } from '../text/text.ts';

/**
 * Where the thing at an offset is defined: a tag's recommendation, a reference's paragraph, a note's text, an area's section.
 *
 * @param other the report to which the link at the offset leads, if there is one
 */
export function definition(
  report: Report,
  uri: string,
  other: { readonly uri: string; readonly report: Report } | undefined,
  offset: number,
): Location[] {
  const thing = thingAt(report, offset)?.thing;
  if (thing === undefined) return [];
  if (thing.kind === 'elsewhere') {
    if (other === undefined) return [];
    const place = placeOfId(other.report, thing.id) ?? { from: 0, to: 0 };
    return [{ uri: other.uri, range: other.report.text.range(place) }];
  }
  return definitionSpans(report, thing).map(span => ({ uri, range: report.text.range(span) }));
}

function definitionSpans(report: Report, thing: Exclude<Thing, { kind: 'elsewhere' }>): readonly Span[] {
  switch (thing.kind) {
    case 'paragraph':
    case 'recommendation': {
      const paragraph = numberedParagraph(report, thing.kind, thing.number);
      return paragraph === undefined ? [] : [paragraph.numberSpan ?? paragraph];
    }
    case 'bareTag':
      // It names none: the likeliest are offered, best first, and the author chooses.
      return suggestedRecommendations(report, thing.tag)
        .slice(0, 3)
        .map(({ recommendation }) => recommendation.numberSpan ?? recommendation);
    case 'area': {
      const section = report.sections.find(section => section.ownArea === thing.area);
      return section === undefined ? placesOf(report, thing).slice(0, 1) : [section.heading];
    }
    case 'footnote':
    case 'section':
    case 'acronym':
      return placesOf(report, thing)
        .filter(({ defines }) => defines)
        .slice(0, 1);
    default:
      return thing satisfies never;
  }
}
