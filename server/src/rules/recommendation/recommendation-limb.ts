import { fairScore, linksOf } from '../../model/links.ts';
import { listInWords } from '../../model/listInWords.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import { wordId } from '../../model/prose.ts';
import type { Report } from '../../model/report.ts';
import { type ReportTopics, type Topics, topicsOf } from '../../model/topics.ts';
import { idSet } from '../../model/wordIds.ts';
import { WordKind } from '../../model/wordKinds.ts';
import type { Span } from '../../text/text.ts';
import type { Rule } from '../rule.ts';

/**
 * A recommendation asks for several things, and of one of them none of its tagged findings speaks. Either a finding lacks
 * its tag, or the limb goes beyond what was found.
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Ensure that all plans have clear timescales; are understood by families; and record the dental appointments of pupils.
 *                                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ No finding tagged with recommendation 1 speaks of this limb.
 *
 * ## Inspection findings
 *
 * 2. Timescales in plans are vague, and families do not understand them. (Recommendation 1)
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
 * Tag the finding that supports it, or take the limb out. A bare tag counts for the recommendation whose words fit it best.
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
    for (const recommendation of report.recommendations) {
      const findings = [...(supporters.get(recommendation) ?? [])].slice(0, mostFindings);
      if (findings.length === 0) continue;
      const limbs = limbsOf(topics, recommendation);
      if (limbs.length < 2) continue;
      const said = findings.map(saidIn);
      const silent = limbs.filter(
        ({ keys }) =>
          keys.length >= fewest &&
          shareOf(keys, key => said.some(own => own.has(key))) < leastShare &&
          // Where another tagged finding speaks of it, the tag may mean this recommendation too.
          !tagged.some(finding => shareOf(keys, key => saidIn(finding).has(key)) >= otherShare),
      );
      // Of which nothing is said at all, the tag may be the wrong one.
      if (silent.length === 0 || silent.length === limbs.length) continue;
      for (const limb of silent) {
        const base = report.document.starts[limb.block] ?? 0;
        yield {
          from: base + limb.from,
          to: base + limb.to,
          message: `No finding tagged with recommendation ${recommendation.number ?? ''} speaks of this limb. Tag the finding that does, or take it out.`,
          related: findings.map(({ content, number }) => ({
            ...content,
            message: `Paragraph ${number ?? ''} supports the recommendation, and has no word of ${listInWords(limb.words)}.`,
          })),
        };
      }
    }
  },
};

/** So many words of its own a limb must have for it to be missed. */
const fewest = 2;
/** A limb of which its findings have less than this share of the words is not spoken of. */
const leastShare = 0.3;
const otherShare = 0.5;

/** No report has so many for one recommendation: of more only the first are asked. */
const mostFindings = 200;

function shareOf(keys: readonly number[], isSaid: (key: number) => boolean): number {
  let count = 0;
  for (const key of keys) if (isSaid(key)) count++;
  return count / keys.length;
}

/** For each recommendation the findings that support it, by their tags or by what fits a bare tag best. */
function supportersOf(report: Report): Map<Paragraph, Set<Paragraph>> {
  const { supportedBy, suggestions } = linksOf(report);
  const supporters = new Map<Paragraph, Set<Paragraph>>();
  const add = (recommendation: Paragraph | undefined, finding: Paragraph | undefined): void => {
    if (recommendation === undefined || finding === undefined) return;
    const own = supporters.get(recommendation);
    if (own === undefined) supporters.set(recommendation, new Set([finding]));
    else own.add(finding);
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

/** What names findings is no part of what is asked for. */
const references = idSet('paragraph paragraphs recommendation recommendations');

interface Limb extends Span {
  readonly block: number;
  readonly keys: readonly number[];
  /** The words of the keys. */
  readonly words: readonly string[];
}

/** The limbs of a recommendation: what semicolons part, or *and* before a verb of the list’s. Keys are those that no other limb has. */
function limbsOf({ ofBlock }: ReportTopics, { block }: Paragraph): Limb[] {
  const topics = ofBlock[block];
  if (topics === undefined) return [];
  const { prose, codes } = topics;
  const { text, words } = prose;
  const count = prose.sentences[0]?.last ?? 0;
  const limbs: { first: number; last: number }[] = [];
  let first = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count && !partsLimbs(topics, first, i)) continue;
    limbs.push({ first, last: i });
    first = i;
  }
  const holders = new Map<number, number>();
  for (const limb of limbs)
    for (const key of new Set(keysBetween(codes, limb))) holders.set(key, (holders.get(key) ?? 0) + 1);
  return limbs.map(limb => {
    const start = /^(?:and|or)$/i.test(text.slice(words[3 * limb.first], words[3 * limb.first + 1]))
      ? limb.first + 1
      : limb.first;
    const keys: number[] = [];
    const own: string[] = [];
    for (let i = limb.first; i < limb.last; i++) {
      const key = codes[2 * i] as number;
      const isSlight = ((codes[2 * i + 1] as number) & WordKind.little) !== 0;
      if (
        key === 0 ||
        isSlight ||
        references.has(words[3 * i + 2] as number) ||
        keys.includes(key) ||
        (holders.get(key) ?? 0) > 1
      )
        continue;
      keys.push(key);
      own.push(`*${text.slice(words[3 * i], words[3 * i + 1])}*`);
    }
    return { block, from: words[3 * start] as number, to: words[3 * limb.last - 2] as number, keys, words: own };
  });
}

const and = wordId('and');

/** Whether a limb begins with a word: after a semicolon or colon, or *… is timely and considers …* */
function partsLimbs({ prose: { text, words }, codes }: Topics, first: number, word: number): boolean {
  for (let i = words[3 * word - 2] as number; i < (words[3 * word] as number); i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x3b || unit === 0x3a) return true;
  }
  if (words[3 * word + 2] !== and || 3 * word + 5 >= words.length) return false;
  if (!/[^s]s$/i.test(text.slice(words[3 * word + 3], words[3 * word + 4]))) return false;
  for (let i = first; i < word; i++) if (((codes[2 * i + 1] as number) & WordKind.auxiliary) !== 0) return true;
  return false;
}

function keysBetween(
  codes: readonly number[],
  { first, last }: { readonly first: number; readonly last: number },
): number[] {
  const keys: number[] = [];
  for (let i = first; i < last; i++) if (codes[2 * i] !== 0) keys.push(codes[2 * i] as number);
  return keys;
}

function keysOf({ ofBlock }: ReportTopics, { block, blockEnd }: Paragraph): Set<number> {
  const keys = new Set<number>();
  for (let i = block; i < blockEnd; i++) {
    const codes = ofBlock[i]?.codes;
    if (codes !== undefined) for (let word = 0; word < codes.length; word += 2) keys.add(codes[word] as number);
  }
  return keys;
}
