import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { rarest, speakingOf, statementsWith, weightsOf } from './kindredStatements.ts';
import { type Topics, topicsOf } from './topics.ts';
import { judgingWords, readVerdicts, type Verdict } from './verdicts.ts';

/** A recommendation to improve what a sentence says is good already. */
export interface AnsweredRecommendation {
  readonly verdict: Verdict;
  readonly recommendation: Paragraph;
}

/** Where a report says that what a recommendation asks for is so: *monitoring is strong*, *strengthen the monitoring*. */
export function answeredRecommendations(report: Report): AnsweredRecommendation[] {
  const { ofBlock } = topicsOf(report);
  const weights = weightsOf(report);
  const asked: { readonly recommendation: Paragraph; readonly keys: readonly number[] }[] = [];
  for (const recommendation of report.recommendations) {
    const topics = ofBlock[recommendation.block];
    const keys = topics === undefined ? [] : askedIn(topics);
    if (keys.length > 0) asked.push({ recommendation, keys });
  }
  if (asked.length === 0) return [];
  const found: AnsweredRecommendation[] = [];
  const wanted: number[] = [];
  for (const { keys } of asked) wanted.push(rarest(keys, weights));
  const verdicts: Verdict[] = [];
  const statements = statementsOf(report);
  for (const at of speakingOf(report, statementsWith(report, WordKind.judging), wanted))
    readVerdicts(statements[at] as Statement, verdicts);
  for (const verdict of verdicts) {
    if (verdict.denied || !isPraise(verdict)) continue;
    const own = asked.find(({ keys }) => isSubject(verdict.subject, keys, weights));
    if (own !== undefined) found.push({ verdict, recommendation: own.recommendation });
  }
  return found;
}

/** Whether what is judged is what is asked for, all but a word at most. */
function isSubject(subject: readonly number[], asked: readonly number[], weights: Float64Array): boolean {
  let weight = 0;
  for (const key of subject) {
    if (!asked.includes(key)) return false;
    weight += weights[key] as number;
  }
  return weight >= leastOfAsked && asked.length - subject.length <= (subject.length > 2 ? 1 : 0);
}

const leastOfAsked = 10;

function isPraise(verdict: Verdict): boolean {
  return judgingWords(verdict).some(id => praising.has(id));
}

/** What is not so until a recommendation is met. */
const praising = idSet(
  'good strong strength effective robust timely prompt regular consistent consistently sufficient adequate well excellent accurate clear thorough rigorous',
);

const word = idsOf('the', 'so', 'by', 'to', 'and');

/** By what the words are compared that say what a recommendation asks to improve; none where it asks for more. */
function askedIn({ prose, codes }: Topics): number[] {
  const keys = new Set<number>();
  const [sentence] = prose.sentences;
  if (sentence === undefined) return [];
  let at = sentence.first;
  let asks = false;
  for (; at < sentence.last && asking.has(idAt(prose, at)); at++) asks ||= idAt(prose, at) !== word.the;
  for (; at < sentence.last; at++) {
    const id = idAt(prose, at);
    if (!isBlankGap(prose, at) && at + 1 < sentence.last) return [];
    if (id === word.so || id === word.by || id === word.to) break;
    if ((kindsOfWord(codes, at) & (WordKind.opener | WordKind.auxiliary)) !== 0) return [];
    if (qualities.has(id)) {
      asks ||= id !== word.the && id !== word.and;
      continue;
    }
    const key = keyOfWord(codes, at);
    if (key !== 0) keys.add(key);
  }
  return !asks || keys.size > mostAsked ? [] : [...keys];
}

const mostAsked = 7;
const asking = idSet('improve strengthen increase raise enhance continue to further the accelerate');
const qualities = idSet(
  'quality timeliness consistency regularity effectiveness sufficiency stability robustness pace the and',
);
