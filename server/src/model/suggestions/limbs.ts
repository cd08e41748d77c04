import { addCount } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import { Unit } from '../../text/unit.ts';
import { kinKeys, type ReportTopics, type Topics } from '../claims/topics.ts';
import type { Paragraph } from '../paragraph.ts';
import { type ProseSentence, wordId } from '../words/proseReading.ts';
import { wordAt } from '../words/proseWords.ts';
import { endOfWord, idOfWord, keyOfWord, kindsOfWord, startOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';

/** One of several things that a recommendation asks for; its span counts from its block’s start. */
export interface Limb extends Span {
  readonly block: number;
  /** What it is about: the words that no other limb has, as written, each once. */
  readonly words: readonly string[];
  /** For each word the key by which it is compared. */
  readonly keys: readonly number[];
  /** Whether it says what is to be done with the thing of another: *and set out what they show*. */
  readonly refersBack: boolean;
  /** Whether it is parted from the others by its form: by a semicolon, or as one of several verbs of one subject. */
  readonly isListed: boolean;
}

/** What names findings is no part of what is asked for. */
const references = idSet('paragraph paragraphs para paras recommendation recommendations');

/** The limbs of a recommendation: what semicolons or sentences part, or *and* before a verb, *that* or *to*. */
export function limbsOf({ ofBlock }: ReportTopics, { block }: Paragraph): Limb[] {
  const topics = ofBlock[block];
  if (topics === undefined || topics.codes.length > 2 * mostWords) return [];
  const answer = topics.prose.sentences.findIndex(({ first }, i) => i > 0 && isAnswer(topics, first));
  const asked = topics.prose.sentences.filter(
    (sentence, i) => (answer < 0 || i < answer) && !isOfInspectors(topics, sentence),
  );
  const runs = asked.flatMap(sentence => runsOf(topics, sentence)).filter(run => !isOfReferences(topics, run));
  if (runs.length < 2) return [];
  const { codes, prose } = topics;
  const { words } = prose;
  const holders = new Map<number, number>();
  for (const { first, last } of runs) {
    const own = new Set<number>();
    for (let i = first; i < last; i++) own.add(keyOfWord(codes, i));
    for (const key of own) addCount(holders, key);
  }
  return runs.map(({ first, last, isListed }) => {
    const start = ties.has(idOfWord(words, first)) && last - first > 1 ? first + 1 : first;
    const found = new Map<number, string>();
    let refersBack = false;
    for (let i = first; i < last; i++) {
      refersBack ||= i > start && pronouns.has(idOfWord(words, i));
      const key = keyOfWord(codes, i);
      const isSlight = (kindsOfWord(codes, i) & WordKind.little) !== 0;
      if (key === 0 || isSlight || references.has(idOfWord(words, i))) continue;
      const isOpening = i < start + 2 || modal.has(idOfWord(words, i - 1));
      if (isOpening && (asking.has(idOfWord(words, i)) || idOfWord(words, i) === certain)) continue;
      if ((holders.get(key) ?? 0) < 2 && !found.has(key)) found.set(key, wordAt(topics.prose, i));
    }
    return {
      block,
      from: startOfWord(words, start),
      to: endOfWord(words, last - 1),
      words: [...found.values()],
      keys: [...found.keys()],
      refersBack,
      isListed,
    };
  });
}

/**
 * Whether what follows a recommendation begins at a word, such as its priority and what managers answered: *Partly agreed:
 * …*.
 */
function isAnswer({ prose: { words } }: Topics, first: number): boolean {
  const at = partly.has(idOfWord(words, first)) ? first + 1 : first;
  return answers.has(idOfWord(words, at));
}

/** *(Paragraphs 12 and 13.)*: what names nothing but findings asks for nothing. */
function isOfReferences({ codes, prose: { words } }: Topics, { first, last }: Run): boolean {
  if (!references.has(idOfWord(words, first))) return false;
  for (let i = first + 1; i < last; i++)
    if (keyOfWord(codes, i) !== 0 && (kindsOfWord(codes, i) & (WordKind.number | WordKind.little)) === 0) return false;
  return true;
}

/** *We welcome this*: what the inspectors do themselves they ask of nobody. */
function isOfInspectors({ prose: { words } }: Topics, { first }: ProseSentence): boolean {
  return idOfWord(words, first) === we && !wishing.has(idOfWord(words, first + 1));
}

const we = wordId('we');
const wishing = idSet('recommend expect ask urge want suggest propose advise therefore also');

const answers = idSet('agreed accepted rejected response priority');
const partly = idSet('partly partially not');
const pronouns = idSet('it they them');
const modal = idSet('should must');
const certain = wordId('certain');

/** What is longer tells what was found, whatever its heading says. */
const mostWords = 100;

interface Run {
  readonly first: number;
  readonly last: number;
  readonly isListed: boolean;
}

function runsOf(topics: Topics, { first, last }: ProseSentence): Run[] {
  const runs: Run[] = [];
  let start = first;
  let isListed = false;
  for (let i = first + 1; i <= last; i++) {
    const listed = i < last && isListedLimb(topics, start, i);
    if (i < last && !listed && !isFurtherLimb(topics, i)) continue;
    // The first limb of a list is one of it.
    runs.push({ first: start, last: i, isListed: isListed || listed });
    start = i;
    isListed = listed;
  }
  return runs;
}

const and = wordId('and');
const ties = idSet('and or');

/** Whether a limb of a list begins with a word: after a semicolon or colon, or *… is timely and considers …* */
function isListedLimb({ prose }: Topics, first: number, word: number): boolean {
  const { text, words } = prose;
  for (let i = endOfWord(words, word - 1); i < startOfWord(words, word); i++) {
    const unit = text.charCodeAt(i);
    if (unit === Unit.semicolon || unit === Unit.colon) return true;
  }
  if (idOfWord(words, word) !== and || 3 * word + 5 >= words.length) return false;
  if (!/[^s]s$/i.test(wordAt(prose, word + 1))) return false;
  for (let i = first; i < word; i++) if (singular.has(idOfWord(words, i))) return true;
  return false;
}

/** A verb in -s has the same subject as one of these; after *are* it would be a noun: *assessments and plans*. */
const singular = idSet('is was has does');

/** *… and that …*, *… and to …*, *… and reduce …*, *…, including …* */
function isFurtherLimb({ prose: { text, words } }: Topics, word: number): boolean {
  const id = idOfWord(words, word);
  if (id === including) return text.charAt(endOfWord(words, word - 1)) === ',';
  if (id !== and || 3 * word + 5 >= words.length) return false;
  const next = idOfWord(words, word + 1);
  return openers.has(next) || asking.has(next);
}

const including = wordId('including');
const openers = idSet('that to also');
/** With these recommendations ask for something. */
const asking = idSet(
  `ensure make provide improve increase reduce develop review establish strengthen implement monitor record publish introduce
  consider extend promote give offer take put set raise address evaluate agree complete update track share arrange`,
);

/** Of so many words of a limb, and of such a share of them, a report has none. */
const fewestUnheard = 2;
const unheardShare = 0.5;

/** The words of a limb of which the report’s summaries and findings have none; nothing if it is not about them. */
export function unheardWords(limb: Limb, weights: Float64Array): readonly string[] | undefined {
  const { keys, words } = limb;
  if (limb.refersBack) return undefined;
  // (What is read beside the report has keys above those of its statements.)
  const isHeard = (key: number): boolean => (weights[key] ?? 0) !== 0;
  // A first look, without the words that mean the same.
  if (keys.filter(key => !isHeard(key)).length < fewestUnheard) return undefined;
  const kin = kinOf(limb);
  const unheard = words.filter((_, i) => !isSaid(kin, i, isHeard));
  return unheard.length >= fewestUnheard && unheard.length >= unheardShare * words.length ? unheard : undefined;
}

/** For each word of a limb the keys of those that mean the same, itself among them. */
export function kinOf({ keys, words }: Limb): readonly (readonly number[])[] {
  return keys.map((key, i) => kinKeys(key, words[i] ?? ''));
}

/** Whether a word of a limb is said, or one that means the same. */
export function isSaid(kin: ReturnType<typeof kinOf>, word: number, isSaidKey: (key: number) => boolean): boolean {
  return kin[word]?.some(isSaidKey) === true;
}
