import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { areaTitle } from '../model/frameworkIndex.ts';
import { linksOf } from '../model/links.ts';
import type { Paragraph, TagLink } from '../model/paragraph.ts';
import { numberedLink } from '../model/reference.ts';
import { paragraphWords, type Report, wordsOf } from '../model/report.ts';
import { numberedParagraph, sectionOfId, suggestedRecommendations, type Thing, thingAt } from '../model/things.ts';
import { singleSpaced } from '../text/singleSpaced.ts';

/** How a hover is written: the words of a report so that nothing in them is taken for marks, and what is to stand out. */
interface Writing {
  readonly words: (text: string) => string;
  readonly strong: (words: string) => string;
}

const markdown: Writing = {
  words: text => oneLine(text).replace(/[\\`*_{}[\]()#+!<>|~&-]/g, '\\$&'),
  strong: words => `**${words}**`,
};

const plaintext: Writing = { words: oneLine, strong: words => words };

/**
 * What stands behind the thing at an offset: a tag's recommendation, a reference's paragraph, an area's grades, a note.
 *
 * @param other the report to which the link at the offset leads, if there is one
 */
export function hover(
  report: Report,
  other: { readonly report: Report } | undefined,
  offset: number,
  kind: MarkupKind,
): Hover | null {
  const place = thingAt(report, offset);
  const writing = kind === MarkupKind.Markdown ? markdown : plaintext;
  const value =
    place?.thing.kind === 'elsewhere'
      ? other && elsewhere(other.report, place.thing.id, writing)
      : place && behind(report, place.thing, writing);
  return place === undefined || value === undefined
    ? null
    : { contents: { kind, value }, range: report.text.range(place) };
}

function behind(report: Report, thing: Exclude<Thing, { kind: 'elsewhere' }>, writing: Writing): string | undefined {
  const { words, strong } = writing;
  switch (thing.kind) {
    case 'paragraph':
    case 'recommendation': {
      const paragraph = numberedParagraph(report, thing.kind, thing.number);
      return paragraph && behindParagraph(report, paragraph, writing);
    }
    case 'bareTag':
      return behindBareTag(report, thing.tag, writing);
    case 'area':
      return behindArea(report, thing.area, writing);
    case 'footnote': {
      const text = report.footnotes.find(({ name }) => name === thing.name)?.texts[0];
      return text && paragraphs(strong(`Note ${words(thing.name)}`), words(wordsOf(report, text.block, text.content)));
    }
    case 'acronym': {
      const defined = report.acronyms.find(({ acronym }) => acronym === thing.acronym);
      return (
        defined && `${strong(words(defined.acronym))}: ${words(wordsOf(report, defined.block, defined.expansion))}`
      );
    }
    case 'section': {
      const path = report.sections[thing.section]?.path;
      return path && strong(words(path));
    }
    default:
      return thing satisfies never;
  }
}

function elsewhere(report: Report, id: string, writing: Writing): string {
  const { words, strong } = writing;
  const title = strong(words(report.metadata.title ?? report.sections[0]?.title ?? 'Another report'));
  const numbered = numberedLink(id);
  const paragraph = numbered && numberedParagraph(report, numbered.kind, numbered.number);
  if (paragraph !== undefined) return paragraphs(title, behindParagraph(report, paragraph, writing));
  const path = sectionOfId(report, id)?.path;
  return path === undefined ? title : paragraphs(title, words(path));
}

function behindParagraph(report: Report, paragraph: Paragraph, { words, strong }: Writing): string {
  const { kind, number = '' } = paragraph;
  const title = strong(`${kind === 'recommendation' ? 'Recommendation' : 'Paragraph'} ${number}`);
  const section = paragraph.section === undefined ? undefined : report.sections[paragraph.section]?.path;
  const support = kind === 'recommendation' ? linksOf(report).supportedBy.get(number) : undefined;
  return paragraphs(
    section === undefined ? title : `${title} · ${words(section)}`,
    words(paragraphWords(report, paragraph)),
    ...(support === undefined
      ? []
      : [`Supported by ${support.length === 1 ? 'paragraph' : 'paragraphs'} ${support.join(', ')}.`]),
  );
}

function behindBareTag(report: Report, tag: TagLink, { words, strong }: Writing): string {
  const suggestions = suggestedRecommendations(report, tag).slice(0, 3);
  if (suggestions.length === 0) return 'This tag names no recommendation, and none speaks of the same things.';
  return paragraphs(
    'This tag names no recommendation. It may mean:',
    ...suggestions.map(({ recommendation, words: shared }) => {
      const both = shared.length === 0 ? '' : ` (both speak of ${words(shared.slice(0, 3).join(', '))})`;
      return `${strong(words(recommendation.number ?? ''))} ${words(paragraphWords(report, recommendation))}${both}`;
    }),
  );
}

function behindArea(report: Report, area: string, { words, strong }: Writing): string | undefined {
  const judgements = report.judgements.filter(judgement => judgement.area === area);
  const title = areaTitle(report.framework, area, judgements[0]?.areaText);
  const places = judgements.map(({ carrier, text, from }) => {
    const line = report.text.positionAt(from).line + 1;
    return `- ${carriers[carrier]}, line ${line}: ${text === '' ? 'no grade' : strong(words(text))}`;
  });
  return places.length === 0 ? undefined : paragraphs(`${strong(words(title))} is graded here:`, places.join('\n'));
}

const carriers = {
  headline: 'Headline',
  entry: 'List of judgements',
  line: 'Its section',
  heading: 'Its heading',
  statement: 'Sentence of judgement',
} as const;

function paragraphs(...texts: readonly string[]): string {
  return texts.join('\n\n');
}

function oneLine(text: string): string {
  return singleSpaced(text).trim();
}
