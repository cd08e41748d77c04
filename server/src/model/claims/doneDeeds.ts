import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { type Prose, sentencesOfParagraph } from '../words/prose.ts';
import { idAt, isBlankGap, sentenceAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { speakingOf, statementsWith, weightsOf } from './kindredStatements.ts';
import { type Topics, topicsOf } from './topics.ts';

/** A recommendation to do once what a sentence says has been done. */
export interface DoneDeed {
  readonly said: { readonly statement: Statement; readonly run: WordRun };
  readonly recommendation: Paragraph;
}

/** What is done once, and then is done. (What is improved may be improved further.) */
const deeds = idSet(
  `appoint establish introduce publish complete revise rewrite update agree adopt launch create recruit approve issue produce
  commission implement replace finalise open close appointed established introduced published completed revised rewritten updated
  agreed adopted launched created recruited approved issued produced commissioned implemented replaced finalised opened closed`,
);
const word = idsOf('been', 'by', 'has', 'have', 'new', 'of');
const adverbs = idSet('now also recently already successfully since just both fully');
/** What ends the words for a thing. */
const enders = idSet('so to by until following after before');
/** What says more of it: another may have been made. */
const limits = idSet('that which who with in for at on from when where across within between once twice again several');
/** More of a thing, or another, may be asked for. */
const more = idSet(
  'more additional further another other second all any each every these those this such sufficient enough',
);
const mostOfThing = 8;
const leastWeight = 9;

/** Where a report says that what a recommendation asks to do has been done: *a head of service has been appointed*, *appoint a head of service*. */
export function doneDeeds(report: Report): DoneDeed[] {
  const { ofBlock } = topicsOf(report);
  const weights = weightsOf(report);
  const asked = new Map<string, Paragraph>();
  const wanted = new Set<number>();
  for (const recommendation of report.recommendations) {
    for (const { block, prose, first, last } of sentencesOfParagraph(report, recommendation)) {
      const topics = ofBlock[block];
      if (topics === undefined || !deeds.has(idAt(prose, first))) continue;
      const thing = thingIn(topics, first + 1, last, weights);
      if (thing === undefined) continue;
      const deed = keyOfWord(topics.codes, first);
      wanted.add(deed);
      asked.set(`${deed} ${thing}`, recommendation);
    }
  }
  if (asked.size === 0) return [];
  const found: DoneDeed[] = [];
  const statements = statementsOf(report);
  for (const at of speakingOf(report, statementsWith(report, WordKind.auxiliary), [...wanted])) {
    const statement = statements[at] as Statement;
    const { sentence, topics } = statement;
    for (let verb = sentence.first + 2; verb < sentence.last; verb++) {
      const deed = keyOfWord(topics.codes, verb);
      if (deed === 0 || !wanted.has(deed)) continue;
      const thing = doneAt(statement, verb, weights);
      const recommendation = thing === undefined ? undefined : asked.get(`${deed} ${thing}`);
      if (recommendation === undefined || isQualified(statement, verb)) continue;
      found.push({ said: { statement, run: { first: sentence.first, last: verb + 1 } }, recommendation });
    }
  }
  return found;
}

/** *…, but it does not cover care leavers*, *… The second plan has not*: whether not all has been done, or is done with. */
function isQualified({ sentence, topics: { prose, codes } }: Statement, verb: number): boolean {
  if (turns(prose, codes, verb + 1, sentence.last)) return true;
  const next = sentenceAt(prose, sentence.last);
  return turns(prose, codes, next.first, next.last);
}

function turns(prose: Prose, codes: Topics['codes'], first: number, last: number): boolean {
  for (let at = first; at < last; at++)
    if (turning.has(idAt(prose, at)) || (kindsOfWord(codes, at) & WordKind.negation) !== 0) return true;
  return false;
}

const turning = idSet('but although though however yet while except only');
/** What a sentence says has been done: *a plan has been agreed*, *has agreed a plan*. */
function doneAt({ sentence, topics }: Statement, verb: number, weights: Float64Array): string | undefined {
  const { prose } = topics;
  let at = verb - 1;
  const isPassive = idAt(prose, at) === word.been || idAt(prose, at - 1) === word.been;
  while (at > sentence.first && (adverbs.has(idAt(prose, at)) || idAt(prose, at) === word.been)) at--;
  if (!having.has(idAt(prose, at))) return undefined;
  if (!isPassive) return thingIn(topics, verb + 1, sentence.last, weights);
  // *A plan has been agreed for the north* is agreed in part.
  if (verb + 1 < sentence.last && isBlankGap(prose, verb) && limits.has(idAt(prose, verb + 1))) return undefined;
  // So it is *by one of the seven*.
  const isBySome = idAt(prose, verb + 3) === word.of || (kindsOfWord(topics.codes, verb + 2) & ofSome) !== 0;
  if (idAt(prose, verb + 1) === word.by && verb + 2 < sentence.last && isBySome) return undefined;
  return at - sentence.first > mostOfThing ? undefined : thingIn(topics, sentence.first, at, weights);
}

const ofSome = WordKind.quantity | WordKind.number;
const having = new Set([word.has, word.have]);

/** The words for a thing, by what they are compared, up to what ends them; nothing if there is more of it. */
function thingIn({ prose, codes }: Topics, first: number, last: number, weights: Float64Array): string | undefined {
  const keys = new Set<number>();
  let weight = 0;
  let isNew = false;
  for (let at = first; at < last; at++) {
    const id = idAt(prose, at);
    const kinds = kindsOfWord(codes, at);
    if (more.has(id) || limits.has(id) || (kinds & (WordKind.quantity | WordKind.number)) !== 0) return undefined;
    if (enders.has(id) || (kinds & (WordKind.junction | WordKind.opener | WordKind.auxiliary)) !== 0) break;
    if (at - first > mostOfThing) return undefined;
    isNew ||= id === word.new;
    const key = keyOfWord(codes, at);
    if (key !== 0 && !keys.has(key)) {
      keys.add(key);
      weight += weights[key] as number;
    }
    if (at + 1 < last && !isBlankGap(prose, at)) break;
  }
  return keys.size < 2 || weight < leastWeight ? undefined : `${isNew} ${[...keys].sort((a, b) => a - b).join(' ')}`;
}
