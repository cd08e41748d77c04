import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { linksOf } from '../model/links.ts';
import type { Paragraph, TagLink } from '../model/paragraph.ts';
import { paragraphWords, type Report, wordsOf } from '../model/report.ts';
import { numberedParagraph, suggestedRecommendations, type Thing, thingAt } from '../model/things.ts';

/** What stands behind the thing at an offset: a tag's recommendation, a reference's paragraph, an area's grades, a note. */
export function hover(report: Report, offset: number): Hover | null {
  const place = thingAt(report, offset);
  const value = place && words(report, place.thing);
  if (place === undefined || value === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: report.text.range(place) };
}

function words(report: Report, thing: Thing): string | undefined {
  switch (thing.kind) {
    case 'paragraph':
    case 'recommendation': {
      const paragraph = numberedParagraph(report, thing.kind, thing.number);
      return paragraph && paragraphHover(report, paragraph);
    }
    case 'bareTag':
      return tagHover(report, thing.tag);
    case 'area':
      return areaHover(report, thing.area);
    case 'footnote': {
      const text = report.footnotes.find(({ name }) => name === thing.name)?.texts[0];
      return text && `**Note ${inert(thing.name)}**\n\n${inert(wordsOf(report, text.block, text.content))}`;
    }
    case 'acronym': {
      const defined = report.acronyms.find(({ acronym }) => acronym === thing.acronym);
      return defined && `**${inert(defined.acronym)}**: ${inert(wordsOf(report, defined.block, defined.expansion))}`;
    }
    case 'section': {
      const section = report.sections[thing.section];
      return section && `**${inert(section.path)}**`;
    }
    case 'elsewhere':
      return undefined;
    default:
      return thing satisfies never;
  }
}

function paragraphHover(report: Report, paragraph: Paragraph): string {
  const { kind, number = '' } = paragraph;
  const support = kind === 'recommendation' ? linksOf(report).supportedBy.get(number) : undefined;
  const title = kind === 'recommendation' ? `**Recommendation ${number}**` : `**Paragraph ${number}**`;
  const section = paragraph.section === undefined ? undefined : report.sections[paragraph.section]?.path;
  return [
    section === undefined ? title : `${title} · ${inert(section)}`,
    inert(paragraphWords(report, paragraph)),
    ...(support === undefined
      ? []
      : [`Supported by ${support.length === 1 ? 'paragraph' : 'paragraphs'} ${support.join(', ')}.`]),
  ].join('\n\n');
}

function tagHover(report: Report, tag: TagLink): string {
  const suggestions = suggestedRecommendations(report, tag).slice(0, 3);
  if (suggestions.length === 0) return 'This tag names no recommendation, and none speaks of the same things.';
  const lines = suggestions.map(
    ({ recommendation, words }) =>
      `**${recommendation.number}** ${inert(paragraphWords(report, recommendation))}${words.length === 0 ? '' : ` — *${inert(words.slice(0, 3).join(', '))}*`}`,
  );
  return ['This tag names no recommendation. It may mean:', ...lines].join('\n\n');
}

function areaHover(report: Report, area: string): string | undefined {
  const judgements = report.judgements.filter(judgement => judgement.area === area);
  const title = report.framework.areas.find(({ id }) => id === area)?.title ?? judgements[0]?.areaText ?? area;
  const lines = judgements.map(
    ({ carrier, text, from }) =>
      `- ${carriers[carrier]} (line ${report.text.positionAt(from).line + 1}): ${text === '' ? 'no grade' : `**${inert(text)}**`}`,
  );
  return judgements.length === 0 ? undefined : `**${inert(title)}** is graded here:\n\n${lines.join('\n')}`;
}

const carriers = {
  headline: 'Headline',
  entry: 'List of judgements',
  line: 'Its section',
  heading: 'Its heading',
  statement: 'Judgement sentence',
} as const;

/** Words of a report as words: nothing in them is Markdown or HTML. */
function inert(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!<>|~]/g, '\\$&').replace(/\r\n?|\n/g, ' ');
}
