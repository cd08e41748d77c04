import type { Location } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import { numberedParagraph, placesOf, suggestedRecommendations, type Thing, thingAt } from '../model/things.ts';
import type { Span } from '../text/text.ts';

/** Other reports, as far as a place in them can be found. */
export interface OtherReports {
  /** The URI of a report by the path that a link in this one writes, and the report if it can be read. */
  readonly linked: (path: string) => { readonly uri: string; readonly report: Report } | undefined;
}

/** Where the thing at an offset is defined: a tag's recommendation, a reference's paragraph, a note's text, an area's section. */
export function definition(report: Report, uri: string, others: OtherReports, offset: number): Location[] {
  const place = thingAt(report, offset);
  if (place === undefined) return [];
  const { thing } = place;
  if (thing.kind === 'elsewhere') {
    const other = others.linked(thing.path);
    return other === undefined
      ? []
      : [{ uri: other.uri, range: other.report.text.range(spanOfId(other.report, thing.id)) }];
  }
  return definitionSpans(report, thing).map(span => ({ uri, range: report.text.range(span) }));
}

function definitionSpans(report: Report, thing: Exclude<Thing, { kind: 'elsewhere' }>): Span[] {
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
      return section === undefined ? [] : [section.heading];
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

/** The place of an id in a report: a section, a paragraph, a recommendation; the report's start if there is none. */
function spanOfId(report: Report, id: string): Span {
  const number = /^(paragraph|recommendation)-(.+)$/.exec(id);
  const paragraph =
    number === null
      ? undefined
      : numberedParagraph(report, number[1] as 'paragraph' | 'recommendation', number[2] ?? '');
  return paragraph?.numberSpan ?? report.sections.find(section => section.id === id)?.heading ?? { from: 0, to: 0 };
}
