import type { Block } from '../syntax/block.ts';
import { addToSet } from '../text/lists.ts';
import { DerivedFacts } from './derivedFacts.ts';
import type { Paragraph, TagLink } from './paragraph.ts';
import { paragraphWords, type Report, wordsOf } from './report.ts';
import { type Suggestion, suggestRecommendations } from './suggestions/suggestions.ts';

/** A suggestion with a lower score than this is no more than a guess. */
export const fairScore = 0.1;

/** What ties findings and recommendations together in one report. Numbers are as written. */
export interface Links {
  /** The paragraphs that support each recommendation, by their tags or because it cites them, in the order of the text. */
  readonly supportedBy: ReadonlyMap<string, readonly string[]>;
  /** For each bare tag of a finding what it may mean, best first. */
  readonly suggestions: ReadonlyMap<TagLink, readonly Suggestion[]>;
}

const linked = new DerivedFacts<Links>();

/** A ranking, and all that it was made of. */
interface Ranking {
  readonly of: readonly unknown[];
  readonly ranked: readonly (readonly Suggestion[])[];
}

/**
 * The last ranking in the report that holds a block: it takes milliseconds, and stays as it is while the author types
 * elsewhere.
 */
const rankings = new WeakMap<Block, Ranking>();

/** The links of a report, found on first use. */
export function linksOf(report: Report): Links {
  return linked.of(report, () => ({ supportedBy: supportedBy(report), suggestions: suggestions(report) }));
}

/** Whether the words of a paragraph bear on the suggestions: those of recommendations and of what is tagged do. */
export function isRanked({ kind, tags }: Paragraph): boolean {
  return kind === 'recommendation' || tags.length > 0;
}

/** The bare tags of a report's findings: those of which it must be asked what they mean. */
export function bareTags(report: Report): TagLink[] {
  return report.tags.filter(({ basis, isNumber }) => basis === 'suggested' && !isNumber);
}

function supportedBy(report: Report): Map<string, string[]> {
  const supporters = new Map<string, Set<string>>();
  const add = (recommendation: string, finding: string | undefined): void => {
    if (finding !== undefined) addToSet(supporters, recommendation, finding);
  };
  for (const { isNumber, numbers, paragraph } of report.tags) {
    if (!isNumber) for (const number of numbers) add(number, report.paragraphs[paragraph]?.number);
  }
  for (const { kind, paragraph, targets } of report.references) {
    const recommendation = kind === 'paragraph' && paragraph !== undefined ? report.paragraphs[paragraph] : undefined;
    if (recommendation?.kind !== 'recommendation' || recommendation.number === undefined) continue;
    for (const finding of targets) add(recommendation.number, finding);
  }
  return new Map([...supporters].map(([recommendation, findings]) => [recommendation, [...findings]]));
}

function suggestions(report: Report): Map<TagLink, readonly Suggestion[]> {
  const tags = bareTags(report);
  if (tags.length === 0) return new Map();
  const first = report.document.blocks[report.recommendations[0]?.block ?? -1];
  const of = rankedOf(report, tags);
  let ranking = first && rankings.get(first);
  if (ranking === undefined || ranking.of.length !== of.length || ranking.of.some((part, i) => part !== of[i])) {
    ranking = { of, ranked: ranked(report, tags) };
    if (first !== undefined) rankings.set(first, ranking);
  }
  return new Map(tags.map((tag, i) => [tag, ranking.ranked[i] ?? []]));
}

/** All that a ranking depends on: the blocks of the tagged findings and of the recommendations, and where they stand. */
function rankedOf(report: Report, tags: readonly TagLink[]): unknown[] {
  const { blocks } = report.document;
  const of: unknown[] = [];
  const add = (paragraph: Paragraph | undefined, own: unknown): void => {
    if (paragraph === undefined) return;
    of.push(own, pathOf(report, paragraph));
    for (let i = paragraph.block; i < paragraph.blockEnd; i++) of.push(blocks[i]);
  };
  for (const { tag, paragraph } of tags) add(report.paragraphs[paragraph], tag);
  for (const recommendation of report.recommendations) add(recommendation, recommendation.number);
  return of;
}

/** A tag that names one recommendation, and by the words of its finding means another. */
export interface StrayTag {
  readonly tag: TagLink;
  readonly meant: Paragraph;
}

/** So sure is a meaning that a tag does not name, and so unlikely the one that it names. */
const surely = 0.9;
const hardly = 0.02;

/** The tags that seem to mean one of some recommendations, and name another. */
export function strayTags(report: Report, recommendations: readonly Paragraph[]): StrayTag[] {
  const tags = report.tags.filter(
    ({ basis, isNumber, numbers }) => basis !== 'suggested' && !isNumber && numbers.length === 1,
  );
  if (tags.length === 0 || recommendations.length === 0) return [];
  return ranked(report, tags).flatMap((row, i) => {
    const tag = tags[i] as TagLink;
    const meant = report.recommendations[row[0]?.recommendation ?? -1];
    if (meant === undefined || !recommendations.includes(meant) || (row[0]?.score ?? 0) < surely) return [];
    const named = row.find(own => report.recommendations[own.recommendation]?.number === tag.numbers[0]);
    return meant.number !== tag.numbers[0] && (named?.score ?? 0) < hardly ? [{ tag, meant }] : [];
  });
}

function ranked(report: Report, tags: readonly TagLink[]): Suggestion[][] {
  const recommendations = report.recommendations.map(recommendation => ({
    number: recommendation.number ?? '',
    text: paragraphWords(report, recommendation, { withoutTags: true }),
    section: pathOf(report, recommendation),
  }));
  const findings = tags.map(tag => {
    const paragraph = report.paragraphs[tag.paragraph] as Paragraph;
    const text = paragraphWords(report, paragraph, { withoutTags: true });
    const before =
      tag.from >= paragraph.content.to
        ? text
        : wordsOf(report, paragraph.block, { from: paragraph.content.from, to: tag.from }, { withoutTags: true });
    return { text, tagAt: Math.min(before.length, text.length), section: pathOf(report, paragraph) };
  });
  return suggestRecommendations(recommendations, findings);
}

function pathOf({ sections }: Report, { section }: Paragraph): string {
  return section === undefined ? '' : (sections[section]?.path ?? '');
}
