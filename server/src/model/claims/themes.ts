import { addToGroup, append } from '../../text/lists.ts';
import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { recommendationTopics } from '../suggestions/recommendationTopics.ts';
import { meantTags } from '../tags/nearTags.ts';
import { wordAt } from '../words/proseWords.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { endOfWord, idOfWord, keyOfWord, kindsOfWord, startOfWord } from '../words/wordColumns.ts';
import { WordKind } from '../words/wordKinds.ts';
import {
  fewestShared,
  general,
  generic,
  isAskedFor,
  isInPair,
  isParagraphAskedFor,
  leastPair,
  leastShared,
  pairOf,
  type Weigh,
  weightOf,
  weightOfPair,
} from './askedFor.ts';
import { holdersOf, weightsOf } from './kindredStatements.ts';
import { kinKeys } from './topics.ts';
import { type Weakness, weaknessesOf } from './weaknesses.ts';

/** A weakness that a report states in several places, and no recommendation speaks of. */
export interface Theme {
  /** Where it is stated, in the order of the text. */
  readonly statements: readonly Statement[];
  /** What it is about, as the first place writes it. */
  readonly words: readonly string[];
}

/** What a weakness is about: the words near the one that states it. */
interface Matter {
  readonly statement: Statement;
  /** The word that states it. */
  readonly at: number;
  readonly isFaint: boolean;
  /** Keys, each once, with the words that have them. */
  readonly keys: readonly number[];
  readonly words: readonly number[];
  /** The words side by side, in either order, each two as one number. */
  readonly pairs: readonly number[];
}

/** The themes of a report that no recommendation speaks of, the best founded first. */
export function uncoveredThemes(report: Report): Theme[] {
  const weigh = weigher(report);
  const asked = recommendationTopics(report).map(({ keys }) => keys);
  const misspelt = new Set(meantTags(report).map(({ paragraph }) => paragraph));
  const open = weaknessesOf(report).filter(({ statement: { sentence } }) => {
    const { paragraph } = sentence;
    return paragraph.tags.length === 0 && !misspelt.has(paragraph);
  });
  const hinted = open.map(matterOf);
  const matters = hinted.filter(({ isFaint }) => !isFaint);
  const known = new Set<Matter>();
  const themes: (Theme & { readonly weight: number })[] = [];
  for (const { matter, kin } of kinOf(matters, weigh)) {
    if (known.has(matter)) continue;
    const all = [matter, ...kin].sort((one, other) => one.statement.sentence.from - other.statement.sentence.from);
    if (!isTheme(all) || !all.some(each => each.statement.part === 'finding' && !known.has(each))) continue;
    const [nearest = matter] = kin;
    const shared = matter.keys.filter(key => nearest.keys.includes(key));
    if (isCovered(matter, shared, asked, weigh) || all.some(each => isAskedFor(report, each.statement, weigh)))
      continue;
    for (const each of all) known.add(each);
    const words = wordsOf(matter, shared, weigh);
    themes.push({
      statements: all.map(({ statement }) => statement),
      words,
      weight: all.length * weightOf(shared, weigh),
    });
  }
  append(themes, rareThemes(report, hinted, known, asked));
  themes.sort((one, other) => other.weight - one.weight);
  return [...themes, ...paragraphThemes(report, hinted, known, asked, weigh)];
}

/** So many words to either side of the one that states a weakness say what it is about. */
const reach = 9;
function matterOf({ statement, at, isFaint }: Weakness): Matter {
  const { topics, sentence } = statement;
  const keys: number[] = [];
  const words: number[] = [];
  const pairs: number[] = [];
  let before = 0;
  for (let i = Math.max(sentence.first, at - reach); i < Math.min(sentence.last, at + reach + 1); i++) {
    const key = keyOfWord(topics.codes, i);
    const kinds = kindsOfWord(topics.codes, i);
    const id = idOfWord(topics.prose.words, i);
    if (key === 0 || generic.has(id) || (kinds & (WordKind.defect | WordKind.fullness | WordKind.antonym)) !== 0)
      continue;
    if (before !== 0 && !general.has(id)) pairs.push(pairOf(before, key));
    before = general.has(id) ? 0 : key;
    if (keys.includes(key)) continue;
    keys.push(key);
    words.push(i);
  }
  return { statement, at, isFaint, keys, words, pairs };
}

/** How much a key says, in bits; one that says little, or stands in no statement, says one. */
function weigher(report: Report): Weigh {
  const weights = weightsOf(report);
  return key => Math.max(1, weights[key] as number);
}

/** A weakness with the others that are about the same. */
interface Kin {
  readonly matter: Matter;
  readonly kin: readonly Matter[];
}

/** For each weakness those that share two words side by side with it, and enough besides; those with most of them first. */
function kinOf(matters: readonly Matter[], weigh: Weigh): Kin[] {
  const holders = new Map<number, Matter[]>();
  for (const matter of matters) {
    for (const pair of new Set(matter.pairs)) addToGroup(holders, pair, matter);
  }
  const all: Kin[] = [];
  for (const [pair, held] of holders) {
    if (held.length < 2 || held.length > commonest) continue;
    if (weightOfPair(pair, weigh) < leastPair) continue;
    for (const matter of held) {
      const kin = held.filter(other => other !== matter && isKin(matter, other, weigh));
      if (kin.length > 0) all.push({ matter, kin });
    }
  }
  return all.sort((one, other) => other.kin.length - one.kin.length);
}

function isKin({ keys }: Matter, other: Matter, weigh: Weigh): boolean {
  let count = 0;
  let weight = 0;
  for (const key of keys) {
    if (!other.keys.includes(key)) continue;
    count++;
    weight += weigh(key);
  }
  return count >= fewestShared && weight >= leastShared;
}

/** What more weaknesses than these speak of tells none from another. */
const commonest = 40;

/** Stated in two paragraphs at least, and in a finding. */
function isTheme(matters: readonly Matter[]): boolean {
  const paragraphs = new Set<Paragraph>(matters.map(({ statement }) => statement.sentence.paragraph));
  return paragraphs.size > 1 && matters.some(({ statement }) => statement.part === 'finding');
}

const coveredShare = 0.5;

/** Whether a recommendation speaks of most of it, be it in words that mean the same. */
function isCovered(
  matter: Matter,
  keys: readonly number[],
  asked: readonly ReadonlySet<number>[],
  weigh: Weigh,
): boolean {
  const telling = keys.filter(key => !general.has(idOf(matter, key)));
  const kin = telling.map(key => kinKeys(key, wordOf(matter, key)));
  const whole = weightOf(telling, weigh);
  return asked.some(own => {
    let weight = 0;
    for (let i = 0; i < kin.length; i++)
      if (kin[i]?.some(key => own.has(key)) === true) weight += weigh(telling[i] as number);
    return weight >= coveredShare * whole;
  });
}

function idOf({ statement, keys, words }: Matter, key: number): number {
  return idOfWord(statement.topics.prose.words, words[keys.indexOf(key)] as number);
}

/** So many statements have a word that names what is wanting. */
const fewestOfWord = 3;
const mostOfWord = 6;
/** And it stands so near to what states the weakness. */
const nearest = 7;

/** Of what the report speaks in a few places only, and each time because it is wanting: *genograms*. */
function rareThemes(
  report: Report,
  matters: readonly Matter[],
  known: Set<Matter>,
  asked: readonly ReadonlySet<number>[],
): (Theme & { readonly weight: number })[] {
  const holders = holdersOf(report);
  const byKey = new Map<number, Matter[]>();
  for (const matter of matters) {
    if (known.has(matter)) continue;
    for (let i = 0; i < matter.keys.length; i++) {
      const key = matter.keys[i] as number;
      const count = holders(key);
      if (count < fewestOfWord || count > mostOfWord || Math.abs((matter.words[i] as number) - matter.at) > nearest)
        continue;
      addToGroup(byKey, key, matter);
    }
  }
  const themes: (Theme & { readonly weight: number })[] = [];
  for (const [key, held] of byKey) {
    if (held.length < holders(key) || held.some(matter => known.has(matter)) || !isTheme(held)) continue;
    const words = held.map(matter => wordOf(matter, key));
    const [word = ''] = words;
    // Things, of which there are several: *interpreters*; or with another word before or after it each time: *safe sleep*.
    if (!words.some(own => /[^su]s$/.test(own)) && (/(?:ed|ing)$/.test(word) || !isTwoWords(key, held))) continue;
    // Names are none.
    if (words.every(own => /^\p{Lu}/u.test(own))) continue;
    if (kinKeys(key, word).some(kin => asked.some(own => own.has(kin)))) continue;
    for (const matter of held) known.add(matter);
    const weight = held.length * Math.log2(usualCount / held.length);
    themes.push({ statements: held.map(({ statement }) => statement), words: [word], weight });
  }
  return themes;
}

const usualCount = 400;

function isTwoWords(key: number, [first, ...others]: readonly Matter[]): boolean {
  return first?.pairs.some(pair => isInPair(key, pair) && others.every(({ pairs }) => pairs.includes(pair))) === true;
}

function wordOf({ statement, keys, words }: Matter, key: number): string {
  return wordAt(statement.topics.prose, words[keys.indexOf(key)] as number);
}

/** So many weaknesses in one paragraph are a theme of their own, and so many of them state it beyond doubt. */
const severalInOne = 3;
const firmInOne = 2;

/** What findings that state weakness upon weakness speak of. */
function paragraphThemes(
  report: Report,
  matters: readonly Matter[],
  known: ReadonlySet<Matter>,
  asked: readonly ReadonlySet<number>[],
  weigh: Weigh,
): Theme[] {
  const ofParagraph = new Map<Paragraph, Matter[]>();
  for (const matter of matters) {
    const { paragraph } = matter.statement.sentence;
    if (matter.statement.part !== 'finding' || paragraph.series === undefined || known.has(matter)) continue;
    addToGroup(ofParagraph, paragraph, matter);
  }
  const statements = new Map<Paragraph, Statement[]>();
  for (const [paragraph, own] of ofParagraph)
    if (own.length >= severalInOne && own.filter(({ isFaint }) => !isFaint).length >= firmInOne)
      statements.set(paragraph, []);
  if (statements.size === 0) return [];
  for (const statement of statementsOf(report)) statements.get(statement.sentence.paragraph)?.push(statement);
  return [...statements].flatMap(([paragraph, all]) => {
    const own = ofParagraph.get(paragraph) ?? [];
    const [opening] = all;
    if (opening === undefined || 2 * own.length < all.length || isParagraphAskedFor(report, all, weigh)) return [];
    const { keys } = matterOf({
      statement: opening,
      at: (opening.sentence.first + opening.sentence.last) >> 1,
      isFaint: true,
    });
    if (keys.some(key => weigh(key) >= tellingWeight && asked.some(of => of.has(key)))) return [];
    const name = nameOf(opening, all, weigh);
    if (name.length === 0 || asked.some(of => name.every(word => of.has(keyOfWord(opening.topics.codes, word)))))
      return [];
    const { text, words } = opening.topics.prose;
    const written = text.slice(startOfWord(words, name[0] ?? 0), endOfWord(words, name.at(-1) ?? 0));
    return [{ statements: own.map(({ statement }) => statement), words: [written] }];
  });
}

/** A recommendation that has a word which says so much speaks of the same. */
const tellingWeight = 4.5;

/** The two words of the first of some sentences of which they speak most: *pathway plans*. */
function nameOf({ sentence, topics }: Statement, statements: readonly Statement[], weigh: Weigh): number[] {
  const counts = new Map<number, number>();
  for (const {
    sentence: { first, last },
    topics: { codes },
  } of statements) {
    for (let i = first; i < last; i++) {
      const key = keyOfWord(codes, i);
      if (key !== 0) counts.set(key, (counts.get(key) ?? weigh(key) / 100) + 1);
    }
  }
  const count = (word: number) => counts.get(keyOfWord(topics.codes, word)) ?? -Infinity;
  const { words } = topics.prose;
  let best: number[] = [];
  let most = 0;
  for (let i = sentence.first + 1; i < sentence.last; i++) {
    const score = count(i - 1) + count(i);
    if (score <= most || startOfWord(words, i) - endOfWord(words, i - 1) !== 1) continue;
    most = score;
    best = [i - 1, i];
  }
  return best;
}

const mostWords = 3;

/** The words that say most of some keys, in their order. */
function wordsOf({ statement, keys, words }: Matter, shared: readonly number[], weigh: Weigh): string[] {
  const { prose } = statement.topics;
  const telling = new Set([...shared].sort((one, other) => weigh(other) - weigh(one)).slice(0, mostWords));
  return words.filter((_, i) => telling.has(keys[i] as number)).map(word => wordAt(prose, word));
}
