import { fairScore, isRanked, linksOf, type StrayTag, strayTags } from '../../model/links.ts';
import { seriesOf } from '../../model/numbering/series.ts';
import type { Paragraph, TagLink } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import { wordsOf } from '../../model/report.ts';
import { meantTags } from '../../model/tags/nearTags.ts';
import { numbersOf } from '../../syntax/numberList.ts';
import { addCount, addToGroup } from '../../text/lists.ts';
import { capitalised } from '../../text/phrases.ts';
import { quotedTitle } from '../reportParts.ts';
import type { Finding, Rule, Severity } from '../rule.ts';
import { meantByOrder } from './tags/meantByOrder.ts';
import { areFindings } from './wording/areFindings.ts';

/**
 * A recommendation rests on findings. Here findings carry tags that say which recommendation they support, and none
 * supports this one: a tag is missing, or the recommendation has no ground in the report.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 * ^ No finding is tagged with recommendation 2
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation 1)
 *
 * 4. Too many pupils are excluded.
 * ```
 *
 * The tag may be there, and name another:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments of babies.
 * ^ No finding is tagged with recommendation 1. The tag of paragraph 3 names 2, but is 1 meant?
 *
 * 2. Reduce the number of pupils who are excluded from school.
 *
 * ## Inspection findings
 *
 * 3. The health assessments of babies are often late. (Recommendation 2)
 *
 * 4. Too many pupils are excluded from school. (Recommendation 2)
 * ```
 *
 * Where recommendations name their findings, each should:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments (paragraph 3).
 *
 * 2. Reduce the number of pupils who are excluded.
 * ^ Recommendation 2 names no findings
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late.
 *
 * 4. Too many pupils are excluded.
 * ```
 *
 * Where tags name no recommendation, it is asked only of a recommendation whose words no tagged finding shares. A report
 * without any tag is left alone, and a section in which most recommendations are untied is asked about once.
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the number of pupils who are excluded.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are often late. (Recommendation)
 *
 * 4. Too many pupils are excluded. (Recommendation)
 * ```
 *
 * Where a tag is misspelt, that is told, and not that the recommendation has none:
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the caseloads of social workers.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are late. (Recommendation 1)
 *
 * 4. Caseloads are too high. (Recomendation 2)
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments.
 *
 * 2. Reduce the caseloads of social workers.
 *
 * ## Inspection findings
 *
 * 3. Health assessments are late. (Recommendation 1)
 *
 * 4. Caseloads are too high. (Recomendation)
 * ```
 */
export const untaggedRecommendation: Rule = {
  id: 'untagged-recommendation',
  group: 'recommendation',
  kind: 'fault',
  severity: 'warning',
  summary: 'No finding supports a recommendation',
  fixable: false,
  readsWords: isRanked,
  unhurried: true, // what supports it may be no more than a suggestion, and to rank those takes its time
  *check({ report, framework }) {
    const { recommendations } = report;
    const { link, linkRequired } = framework.recommendations;
    if (link === 'none' || recommendations.length === 0) return;
    const { supportedBy, suggestions } = linksOf(report);
    const cited = new Set<number>();
    for (const { kind, paragraph } of report.references) {
      if (kind === 'paragraph' && paragraph !== undefined) cited.add(paragraph);
    }
    const cites = recommendations.some(({ index }) => cited.has(index));
    const known = new Set(recommendations.map(({ number }) => number));
    const linked = report.tags.filter(
      ({ isNumber, numbers }) => !isNumber && numbers.some(number => known.has(number)),
    );
    if (!cites && linked.length === 0 && suggestions.size === 0 && !linkRequired) return;
    // One tag that says what it means is a beginning; where most do, the others are settled too.
    const isSettled = (cites || linked.length > 0) && suggestions.size <= linked.length;
    const severity: Severity = linkRequired || isSettled ? 'warning' : 'information';
    const suggested = suggestedOf(report);
    const meant = meantTags(report).filter(({ paragraph: { kind } }) => kind !== 'recommendation');
    // A tag whose paragraph is not read as a finding is one all the same.
    const inHeadings = tagsInHeadings(report);
    const named = new Set([...meant, ...linked, ...inHeadings].flatMap(({ numbers }) => numbers));
    const wordless = [...recommendations.entries()].filter(
      ([i, { index, number }]) =>
        !suggested.has(i) && !cited.has(index) && !supportedBy.has(number ?? '') && !named.has(number ?? ''),
    );
    const ordered = wordless.length === 0 ? undefined : meantByOrder(report, new Set(wordless.map(([i]) => i)));
    const untagged = wordless.flatMap(([i, own]) => (ordered?.has(i) === true ? [] : own));
    // A tag that is misspelt, or names none, may be the very one that is missed; which it is can be told when it is a tag.
    // So may a bare one that fits none: its author is asked at the tag. And one of a paragraph that is missing, and is told to be.
    const gaps = seriesOf(report).flatMap(({ breaks }) => breaks.flatMap(({ missing }) => missing?.count ?? 0));
    const lost =
      gaps.reduce((sum, count) => sum + count, 0) +
      [...meant, ...inHeadings].filter(({ numbers }) => numbers.length === 0).length +
      report.tags.filter(own => isLost(own, known)).length +
      [...suggestions.values()].filter(([best]) => best === undefined || best.score < fairScore).length;
    if (untagged.length <= lost) return;
    const inSection = new Map<number | undefined, Paragraph[]>();
    const sizes = new Map<number | undefined, number>();
    for (const { section } of recommendations) addCount(sizes, section);
    for (const recommendation of untagged) {
      if (wordsOf(report, recommendation.block, recommendation.content) === '') continue;
      addToGroup(inSection, recommendation.section, recommendation);
    }
    const strays = cites || untagged.length > fewUntagged ? [] : strayTags(report, untagged);
    for (const [section, found] of inSection) {
      const all = sizes.get(section) ?? 0;
      // Where any report is read, some may name their paragraphs and others need none.
      if (framework.openAreas && linked.length === 0 && found.length * fewestCiting > all) continue;
      if (found.length > 1 && found.length * 2 > all)
        yield areFindings(report, section, found)
          ? misplaced(report, found)
          : ofSection(found, all, linkRequired, cites);
      else
        for (const each of found) {
          const stray = strays.filter(({ meant: own }) => own === each);
          if (severity === 'information' || stray.length === 0)
            yield { ...placeOf(each), severity, message: messageOf(each, severity, cites) };
          else yield strayFinding(report, each, severity, stray);
        }
    }
  },
};

/** What the tags in headings name: that they stand there is told. */
function tagsInHeadings({ document: { blocks }, sections }: Report): { readonly numbers: readonly string[] }[] {
  return sections.flatMap(({ block }) =>
    (blocks[block]?.inlines.tags ?? []).map(({ items }) => ({ numbers: numbersOf(items) })),
  );
}

/** Whether a tag names what is no recommendation, or its numbers are no list: that is told of it. */
function isLost({ isNumber, numbers, tag }: TagLink, known: ReadonlySet<string | undefined>): boolean {
  if (isNumber) return false;
  const isReversed = tag.items.some(({ first, last }) => Number(last) < Number(first));
  return isReversed || tag.loose.length > 0 || numbers.some(number => !known.has(number));
}

/** All but one of so many must name theirs for it to be the habit. */
const fewestCiting = 4;

/** Where more are untagged, the tags are still to be written. */
const fewUntagged = 3;

/** A recommendation that no finding names, and tags that seem to mean it and name another. */
function strayFinding(report: Report, own: Paragraph, severity: Severity, strays: readonly StrayTag[]): Finding {
  const [first] = strays;
  const paragraph = report.paragraphs[first?.tag.paragraph ?? -1]?.number;
  const named = first?.tag.numbers[0] ?? '';
  const where = paragraph === undefined ? 'A tag' : `The tag of paragraph ${paragraph}`;
  return {
    ...placeOf(own),
    severity,
    message: `No finding is tagged with recommendation ${own.number ?? ''}. ${where} names ${named}, but is ${own.number ?? ''} meant?`,
    related: strays.map(({ tag: { from, to } }) => ({
      from,
      to,
      message: `Is recommendation ${own.number ?? ''} meant?`,
    })),
  };
}

/** The recommendations, by index, that are the first or second guess for a tag without a number. */
function suggestedOf(report: Report): Set<number> {
  const suggested = new Set<number>();
  for (const ranked of linksOf(report).suggestions.values()) {
    for (const { recommendation, score } of ranked.slice(0, 2)) {
      if (score >= fairScore) suggested.add(recommendation);
    }
  }
  return suggested;
}

function messageOf({ number }: Paragraph, severity: Severity, cites: boolean): string {
  const name = number === undefined ? 'this recommendation' : `recommendation ${number}`;
  if (severity === 'information') return `No tagged finding speaks of what ${name} asks for. Is a tag missing?`;
  return cites
    ? `${capitalised(name)} names no findings, as the others do. Name the paragraphs on which it rests.`
    : `No finding is tagged with ${name}. Tag the findings on which it rests, or take it out.`;
}

/** Findings that have come under the heading of recommendations. */
function misplaced({ sections }: Report, found: readonly Paragraph[]): Finding {
  const [first, ...others] = found.map(placeOf);
  const own = sections[found[0]?.section ?? -1];
  const heading = own === undefined ? '“Recommendations”' : quotedTitle(own);
  return {
    ...(first ?? { from: 0, to: 0 }),
    severity: 'information',
    message: `${found.length} paragraphs under ${heading} read as findings, from here on. Is a heading missing, or misplaced?`,
    related: others.map(each => ({ ...each, message: 'This reads as a finding too.' })),
  };
}

/** Where most recommendations of a section are untied, that is one question. */
function ofSection(found: readonly Paragraph[], all: number, isRequired: boolean, cites: boolean): Finding {
  const [first, ...others] = found.map(placeOf);
  const some = `${found.length} of the ${all} recommendations of this section`;
  const none = `None of the ${all} recommendations of this section`;
  const isNone = found.length === all;
  const untied = isNone ? `${none} is tied to a finding, as others are.` : `${some} seem to be tied to no finding.`;
  const citesNothing = isNone ? `${none} names its findings, as others do.` : `${some} name no findings.`;
  return {
    ...(first ?? { from: 0, to: 0 }),
    severity: isRequired ? 'warning' : 'information',
    message: cites ? `${citesNothing} On which paragraphs do they rest?` : `${untied} Are tags missing?`,
    related: others.map(each => ({
      ...each,
      message: cites ? 'Names no findings either' : 'Not tied to a finding either.',
    })),
  };
}

function placeOf({ numberSpan, content }: Paragraph) {
  const { from, to } = numberSpan ?? content;
  return { from, to };
}
