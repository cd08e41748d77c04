import { weightsOf } from '../../model/claims/kindredStatements.ts';
import { type ReportTopics, topicsOf } from '../../model/claims/topics.ts';
import { fairScore, linksOf } from '../../model/links.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import { isSaid, kinOf, limbsOf, unheardWords } from '../../model/suggestions/limbs.ts';
import { addToSet } from '../../text/lists.ts';
import { listInWords } from '../../text/phrases.ts';
import type { Rule } from '../rule.ts';

/**
 * A recommendation asks for several things, and of one of them none of its tagged findings speaks. Either a finding lacks
 * its tag, or the limb goes beyond what was found.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Ensure that all plans have clear timescales; are understood by families; and record the dental appointments of pupils.
 *                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No finding tagged with recommendation 1 speaks of this part of it.
 *
 * ## Inspection findings
 *
 * 2. Timescales in plans are vague, and families do not understand them. (Recommendation 1)
 *
 * 3. Dental appointments are missed.
 * ```
 *
 * ```inspectmark
 * ## Recommendations
 *
 * 1. Ensure that all plans have clear timescales; are understood by families; and record the dental appointments of pupils.
 *
 * ## Inspection findings
 *
 * 2. Timescales in plans are vague, and families do not understand them. (Recommendation 1)
 *
 * 3. Dental appointments are missed. (Recommendation 1)
 * ```
 *
 * Also where there are no semicolons, it is asked about what is added to the first if the report has hardly a word of it:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of visits and ensure that young carers have respite breaks.
 *                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Recommendation 1 asks for this, and no finding mentions *carers*, *respite* or *breaks*.
 *
 * ## Inspection findings
 *
 * 2. Visits to children are not timely. (Recommendation 1)
 * ```
 *
 * Tag the finding that supports it, write what was found, or take the limb out. A bare tag counts for the recommendation whose words fit it best.
 */
export const recommendationLimb: Rule = {
  id: 'recommendation-limb',
  group: 'recommendation',
  kind: 'question',
  severity: 'information',
  summary: 'No tagged finding speaks of a limb of a recommendation',
  fixable: false,
  readsWords: true,
  *check({ report, framework }) {
    if (framework.recommendations.link === 'none' || report.recommendations.length === 0) return;
    const supporters = supportersOf(report);
    if (supporters.size === 0) return;
    const topics = topicsOf(report);
    const tagged = report.paragraphs
      .filter(({ kind, tags }) => kind === 'finding' && tags.length > 0)
      .slice(0, mostFindings);
    const sets = new Map<Paragraph, ReadonlySet<number>>();
    const saidIn = (finding: Paragraph): ReadonlySet<number> => {
      const known = sets.get(finding) ?? keysOf(topics, finding);
      sets.set(finding, known);
      return known;
    };
    const limbs = new Map(report.recommendations.map(own => [own, limbsOf(topics, own)]));
    const weights = weightsOf(report);
    for (const [recommendation, all] of limbs) {
      const findings = [...(supporters.get(recommendation) ?? [])].slice(0, mostFindings);
      if (findings.length === 0) continue;
      const said = findings.map(saidIn);
      const untagged = all.filter(limb => {
        if (!limb.isListed || limb.keys.length < fewest) return false;
        const isSaidKey = (key: number): boolean => said.some(own => own.has(key));
        if (shareOf(limb.keys, isSaidKey) >= leastShare) return false;
        const kin = kinOf(limb);
        return (
          shareOf(kin, own => own.some(isSaidKey)) < leastShare &&
          // Where another tagged finding speaks of it, the tag may mean this recommendation too.
          !tagged.some(finding => shareOf(kin, own => own.some(key => saidIn(finding).has(key))) >= otherShare)
        );
      });
      const silent = all.flatMap(limb => {
        // (The first is what the recommendation is about, and its findings may say it in other words.)
        const unheard = limb === all[0] ? undefined : unheardWords(limb, weights);
        return unheard !== undefined || untagged.includes(limb) ? [{ limb, unheard }] : [];
      });
      // Of which nothing is said at all, the tag may be the wrong one.
      if (silent.length === all.length) continue;
      for (const { limb, unheard } of silent) {
        const base = report.document.starts[limb.block] ?? 0;
        const number = recommendation.number ?? '';
        const kin = kinOf(limb);
        yield {
          from: base + limb.from,
          to: base + limb.to,
          message:
            unheard === undefined
              ? `No finding tagged with recommendation ${number} speaks of this part of it. Tag the finding that does, or take it out.`
              : `Recommendation ${number} asks for this, and no finding mentions ${anyOf(unheard)}. Say what was found, or take it out.`,
          related: findings.map((finding, i) => ({
            ...finding.content,
            message: `Paragraph ${finding.number ?? ''} supports the recommendation, and does not mention ${listInWords(
              limb.words
                .filter((_, word) => !isSaid(kin, word, key => said[i]?.has(key) === true))
                .map(word => `*${word}*`),
              'or',
            )}.`,
          })),
        };
      }
    }
  },
};

/** So many words are named. */
const mostNamed = 3;

function anyOf(words: readonly string[]): string {
  const named = words.slice(0, mostNamed).map(word => `*${word}*`);
  return listInWords(named, 'or');
}

/** So many words of its own a limb must have for it to be missed. */
const fewest = 2;
/** A limb of which its findings have less than this share of the words is not spoken of. */
const leastShare = 0.3;
const otherShare = 0.5;

/** No report has so many for one recommendation: of more only the first are asked. */
const mostFindings = 200;

function shareOf<Word>(words: readonly Word[], isCounted: (word: Word) => boolean): number {
  let count = 0;
  for (const word of words) if (isCounted(word)) count++;
  return count / words.length;
}

/** For each recommendation the findings that support it, by their tags or by what fits a bare tag best. */
function supportersOf(report: Report): Map<Paragraph, Set<Paragraph>> {
  const { supportedBy, suggestions } = linksOf(report);
  const supporters = new Map<Paragraph, Set<Paragraph>>();
  const add = (recommendation: Paragraph | undefined, finding: Paragraph | undefined): void => {
    if (recommendation !== undefined && finding !== undefined) addToSet(supporters, recommendation, finding);
  };
  const numbered = new Map(report.paragraphs.map(paragraph => [paragraph.number, paragraph]));
  for (const recommendation of report.recommendations)
    for (const number of supportedBy.get(recommendation.number ?? '')?.slice(0, mostFindings) ?? [])
      add(recommendation, numbered.get(number));
  // A bare tag may mean the second as well.
  for (const [tag, ranked] of suggestions)
    for (const { recommendation, score } of ranked.slice(0, 2))
      if (score >= fairScore) add(report.recommendations[recommendation], report.paragraphs[tag.paragraph]);
  return supporters;
}

function keysOf({ ofBlock }: ReportTopics, { block, blockEnd }: Paragraph): Set<number> {
  const keys = new Set<number>();
  for (let i = block; i < blockEnd; i++) {
    const codes = ofBlock[i]?.codes;
    if (codes !== undefined) for (let word = 0; word < codes.length; word += 2) keys.add(codes[word] as number);
  }
  return keys;
}
