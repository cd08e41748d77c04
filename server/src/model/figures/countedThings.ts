import { firstWhere } from '../../text/text.ts';
import { type Topics, topicsOf } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import { sectionOfBlock } from '../sectionOfBlock.ts';
import { providerWords } from '../tables/providerWords.ts';
import type { Prose } from '../words/prose.ts';
import { type ProseSentence, wordId } from '../words/proseReading.ts';
import { gapAfter, idAt, isBlankGap, isCapitalAt, sentenceAt, wordAt } from '../words/proseWords.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { isPlural } from '../words/wordEndings.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { Figure } from './figure.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { type FiguredBlock, figuredBlocks } from './figures.ts';
import { months } from './writtenDates.ts';

/** So many things where they are counted: *five subcontractors*, *the five subcontractors*. */
interface CountedThing extends FigurePlace {
  readonly figure: Figure;
  /** By what the words for the things are compared, in their order. */
  readonly name: string;
  readonly words: readonly string[];
  /** *The five*, *all five*: those that there are. */
  readonly isWhole: boolean;
  /** Whose they are, where a name says it: *the school’s*; nothing of *our*. */
  readonly owner: number | undefined;
  /** Such things are counted again and again, each time of others. */
  readonly isPassing: boolean;
}

const word = idsOf('of', 'the', 'all', 'its', 'their', 'and', 'or', 'sample', 'our', 'these');
const wholes = idSet('the all its their these our');
/** What shows that others are meant, or only some of them. */
const others = idSet(
  `other another further additional more new last first next previous remaining extra only least most than about over nearly
  up to per each every these those between from additional same former a average`,
);
/** What is counted again and again, each time of others. */
const passing = idSet(
  `cases case records files children people pupils learners residents patients parents carers families staff workers visits months
  years weeks days hours times occasions areas things points ways examples weeks inspectors boys girls women men places
  prisoners plans reviews assessments interviews percent miles minutes leavers adopters households types kinds forms requirements
  steps options categories actions recommendations examples targets measures questions groups sessions placements members`,
);
/** *20 in the bases*: so many are in them, and not they are so many. */
const places = idSet('in at on within into under with by for through across outside inside');
/** *The county’s eight homes*: those of the place that a report is on. */
const areas = idSet('county borough city district town');
const somewhere = idSet('in at on within across');
const longest = 4;
const mostThings = 30;

/** Where the things of which a report says that there are so many are as many as another number elsewhere. */
export function countedThings(report: Report): FigureConflict[] {
  const byName = new Map<string, CountedThing[]>();
  const { ofBlock } = topicsOf(report);
  const provider = providerWords(report);
  for (const block of figuredBlocks(report)) {
    const topics = ofBlock[block.index];
    if (topics === undefined) continue;
    for (const figure of block.figures) {
      if (figure.kind !== 'count' || figure.value < 2 || figure.value > mostThings) continue;
      const thing = thingAt(topics, block, figure, provider);
      // (What inspectors have looked at is none of what there is.)
      if (thing === undefined || sectionOfBlock(report, block.index)?.role === 'method') continue;
      const same = byName.get(thing.name);
      if (same === undefined) byName.set(thing.name, [thing]);
      else if (same.length < mostAlike) same.push(thing);
    }
  }
  const conflicts: FigureConflict[] = [];
  for (const things of byName.values()) {
    if (things[0]?.isPassing === true) {
      for (const [i, one] of things.entries()) {
        const other = things[i + 1];
        if (other !== undefined && areOfOnePassage(one, other))
          conflicts.push({ one, other, shared: other.words, fact: undefined });
      }
      continue;
    }
    const values = new Set(things.map(({ figure }) => figure.value));
    if (values.size !== 2 || !things.some(({ isWhole }) => isWhole)) continue;
    const [first, ...rest] = things;
    const second = rest.find(({ figure }) => figure.value !== first?.figure.value);
    if (first === undefined || second === undefined) continue;
    if (!first.isWhole && !second.isWhole) continue;
    if (first.owner !== undefined && second.owner !== undefined && first.owner !== second.owner) continue;
    if (isSomeOf(first, second) || isSomeOf(second, first)) continue;
    if (isToldBeside(first, second) || isToldBeside(second, first)) continue;
    if (isBeforeNow(first, second) || isBeforeNow(second, first)) continue;
    conflicts.push({ one: first, other: second, shared: second.words, fact: undefined });
  }
  return conflicts;
}

/** *All 14 schools have a council. Two schools have changed theirs.*: what begins a clause, and is fewer, is some of those there are. */
function isSomeOf({ figure, isWhole, block: { prose } }: CountedThing, whole: CountedThing): boolean {
  if (isWhole || !whole.isWhole || mostSome * figure.value > whole.figure.value) return false;
  const { first } = sentenceAt(prose, figure.first);
  return figure.first === first || opening.has(idAt(prose, figure.first - 1));
}

const opening = idSet('but while although though whereas because');

/** So many times as many are all of them; nearer numbers may be one that was not changed. */
const mostSome = 2;

/** *Ten of the 14 posts have been filled; the remaining four …*, and elsewhere *the four posts*: beside the one number stands the other. */
function isToldBeside(one: CountedThing, other: CountedThing): boolean {
  const { figures } = one.block;
  const at = firstWhere(figures.length, i => (figures[i]?.first ?? 0) >= one.figure.first);
  return figures
    .slice(Math.max(0, at - nearby), at + 1 + nearby)
    .some(own => own.kind === 'count' && own.value === other.figure.value && own !== other.figure);
}

const nearby = 4;

/** *By 2016 she had replaced five of the nine heads. Seven heads lead the college today.* */
function isBeforeNow(one: CountedThing, other: CountedThing): boolean {
  return hasWordOf(other, today) && !hasWordOf(one, today) && hasWordOf(one, past);
}

function hasWordOf({ block: { prose }, figure }: CountedThing, words: ReadonlySet<number>): boolean {
  const sentence = sentenceAt(prose, figure.first);
  const [from, to] = [figure.first - reach, figure.last + reach];
  for (let at = Math.max(sentence.first, from); at < Math.min(sentence.last, to); at++)
    if (words.has(idAt(prose, at))) return true;
  return false;
}

/** So many words around a number tell of when it is. */
const reach = 20;
const today = idSet('now today currently nowadays');
const past = idSet('had was were did used');

/** *In all four cases sampled …*, and right after it *in two of the five cases*. */
function areOfOnePassage(one: CountedThing, other: CountedThing): boolean {
  if (one.block !== other.block || !one.isWhole || !other.isWhole || one.figure.value === other.figure.value)
    return false;
  const { sentences } = one.block.prose;
  const [first, second] = [one, other].map(({ figure }) => sentences.findIndex(({ last }) => figure.first < last)) as [
    number,
    number,
  ];
  return second === first + 1;
}

function thingAt(
  topics: Topics,
  block: FiguredBlock,
  figure: Figure,
  provider: ReadonlySet<number>,
): CountedThing | undefined {
  const { decimals, first, last } = figure;
  if (decimals > 0) return undefined;
  const { prose } = block;
  if (idAt(prose, last) === word.of || !isBlankGap(prose, last - 1) || others.has(idAt(prose, first - 1)))
    return undefined;
  const sentence = sentenceAt(prose, first);
  const before = first > sentence.first ? idAt(prose, first - 1) : 0;
  // *Our sample of 25 variations*
  const isSample = before === word.of && idAt(prose, first - 2) === word.sample && wholes.has(idAt(prose, first - 3));
  if (before === word.of && !isSample && !wholes.has(idAt(prose, first - 2))) return undefined;
  // *The school’s eight classes*
  const isOurs = before === word.our || before === word.these;
  const owner = first > sentence.first ? ownerOf(wordAt(prose, first - 1)) : 0;
  const isOwned = provider.has(owner) || areas.has(owner);
  if (isOwned && others.has(idAt(prose, first - 2))) return undefined;
  // *In two regions, staff said …*, *at two stations we heard …*: in some of them.
  if (somewhere.has(before) && first - 1 === sentence.first) return undefined;
  if (isOfOnePlace(prose, sentence, provider)) return undefined;
  const keys: number[] = [];
  const words: string[] = [];
  let kind = '';
  for (let at = last; at < Math.min(sentence.last, last + longest); at++) {
    const key = keyOfWord(topics.codes, at);
    const kinds = kindsOfWord(topics.codes, at);
    // (*Cases* ends *in most cases* too.)
    const isQuantity = (kinds & WordKind.quantity) !== 0 && !passing.has(idAt(prose, at));
    if (
      others.has(idAt(prose, at)) ||
      places.has(idAt(prose, at)) ||
      isQuantity ||
      (kinds & (WordKind.auxiliary | WordKind.junction)) !== 0
    )
      return undefined;
    if (key !== 0) {
      keys.push(key);
      words.push(wordAt(prose, at));
    }
    if (isPlural(prose, at)) {
      const isPassing = passing.has(idAt(prose, at));
      const isWhole =
        (isSample ||
          isOwned ||
          before === word.the ||
          before === word.all ||
          before === word.its ||
          before === word.their) &&
        (isPassing || !isNarrowed(prose, at, sentence)) &&
        // (*The council’s two homes for disabled children*)
        !(isOwned && isBlankGap(prose, at) && places.has(idAt(prose, at + 1)));
      // (*Grants* and *grantees* are compared by the same.)
      const name = `${keys.join(' ')} ${kind}${wordAt(prose, at).toLowerCase()}`;
      return keys.length === 0
        ? undefined
        : { block, figure, name, words, isWhole, owner: isOwned || isOurs ? before : undefined, isPassing };
    }
    if (!isBlankGap(prose, at)) return undefined;
    // (*16 small plants* are other things than *21 plants*, though *small* by itself tells nothing.)
    if (key === 0) kind += `${wordAt(prose, at).toLowerCase()} `;
  }
  return undefined;
}

/** *In Moorgate, the 24 officers …*: those of a place. */
function isOfOnePlace(prose: Prose, { first }: ProseSentence, provider: ReadonlySet<number>): boolean {
  const place = idAt(prose, first + 1);
  return (
    somewhere.has(idAt(prose, first)) && isCapitalAt(prose, first + 1) && !provider.has(place) && !months.has(place)
  );
}

/** *The 15 records that we read*, *of the 15 records read, six …*: those of which something is said, and no others. */
function isNarrowed(prose: Prose, at: number, { last }: ProseSentence): boolean {
  if (at + 1 >= last || !isBlankGap(prose, at)) return false;
  if (narrowing.has(idAt(prose, at + 1))) return true;
  return /ed$/.test(wordAt(prose, at + 1)) && /^[,)]/.test(gapAfter(prose, at + 1));
}

/** After a noun these words, without a comma, say which of the things are meant. */
const narrowing = idSet('that which who whom whose where we inspectors they it');

/** Whose something is, by a word with *’s*. */
function ownerOf(word: string): number {
  return /['’]s?$/.test(word) ? wordId(word.replace(/['’]s?$/, '')) : 0;
}
