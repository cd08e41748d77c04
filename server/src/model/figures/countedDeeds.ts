import { addToGroup } from '../../text/lists.ts';
import { type Topics, topicsOf } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import type { Prose } from '../words/prose.ts';
import type { ProseSentence } from '../words/proseReading.ts';
import { gapAfter, hasWordOf, idAt, isBlankGap, lengthAt, sentenceAt, wordAt } from '../words/proseWords.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { endsInEd, isPlural } from '../words/wordEndings.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { dateSide, earlierWords } from './dateSide.ts';
import type { Figure } from './figure.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { figuredBlocks, inSentence } from './figures.ts';

/** So many things to which something was done: *closed 14 crossings*, *of the 24 consumers interviewed*. */
interface CountedDeed extends FigurePlace {
  readonly figure: Figure;
  /** The words for the deed and for the things. */
  readonly words: readonly string[];
  readonly sentence: ProseSentence;
  /** By what the words between the number and its thing are compared. */
  readonly modifiers: readonly number[];
  /** By what those who did it are compared, where they stand right before the verb; nothing if they are a number of several. */
  readonly doers: readonly number[] | undefined;
}

const word = idsOf('of', 'total', 'miles');
/** Between a number and the thing of which it is one stand so few words, and between the thing and its verb. */
const longest = 4;
const mostPassive = 3;
/** Two numbers of one deed are apart by so little: others are of others. */
const nearest = 3;
const nearestShare = 0.2;

/** Where a report says in two places to how many things the same was done, and the numbers are near each other. */
export function countedDeeds(report: Report): FigureConflict[] {
  const byDeed = new Map<string, CountedDeed[]>();
  const { ofBlock } = topicsOf(report);
  for (const block of figuredBlocks(report)) {
    const topics = ofBlock[block.index];
    if (topics === undefined) continue;
    let listed: Listed | undefined;
    for (const figure of block.figures) {
      if (!mayBeThings(block.prose, figure)) continue;
      const sentence = sentenceAt(block.prose, figure.first);
      const thing = thingAfter(topics, block.prose, figure, sentence);
      if (thing === undefined) continue;
      const verb = verbOf(topics, block.prose, figure, thing.at, sentence, listed);
      if (verb === undefined) continue;
      listed = { verb, sentence };
      addToGroup(byDeed, `${keyOfWord(topics.codes, verb)} ${thing.name}`, {
        block,
        figure,
        words: [wordAt(block.prose, verb), wordAt(block.prose, thing.at)],
        sentence,
        modifiers: thing.modifiers,
        doers: verb < figure.first ? doersOf(topics, verb, sentence) : [],
      });
    }
  }
  return [...byDeed.values()].flatMap(all => conflictsIn(all.slice(0, mostAlike)));
}

/** Two numbers alone: of a deed that has three it is not known which is meant. */
function conflictsIn([one, ...others]: readonly CountedDeed[]): FigureConflict[] {
  const other = others.find(({ figure }) => figure.value !== one?.figure.value);
  if (one === undefined || other === undefined || one.block === other.block || !mayBeOne(one, other)) return [];
  if (others.some(({ figure: { value } }) => value !== one.figure.value && value !== other.figure.value)) return [];
  if (announces(one) && other.block.index - one.block.index <= mostBelow && other.figure.value < one.figure.value)
    return [];
  return [{ one, other, shared: other.words, fact: undefined }];
}

/** *We have closed 11 recommendations for various reasons:*, and below that *we have closed eight as no longer valid*: a part. */
function announces({ block: { prose }, sentence }: CountedDeed): boolean {
  return prose.text.slice(sentence.from, sentence.to).trimEnd().endsWith(':');
}

/** So many blocks below what announces them its parts may stand. */
const mostBelow = 8;

function mayBeOne(one: CountedDeed, other: CountedDeed): boolean {
  if (!mayBeOfOne(one.doers, other.doers) || isEarlier(one) || isEarlier(other)) return false;
  const [a, b] = [one.figure.value, other.figure.value];
  if (Math.abs(a - b) > Math.max(nearest, nearestShare * Math.max(a, b))) return false;
  const [years, others] = [one, other].map(({ block, sentence }) =>
    inSentence(block.dates, sentence)
      .map(date => `${date.year} ${dateSide(block.prose, date)}`)
      .join(' '),
  );
  if (years !== others && years !== '' && others !== '') return false;
  const both = one.modifiers.filter(key => other.modifiers.includes(key)).length;
  return both === Math.min(one.modifiers.length, other.modifiers.length);
}

/** *The six actions agreed in our last report*: of another time. */
function isEarlier({ block: { prose }, sentence: { first, last } }: CountedDeed): boolean {
  return hasWordOf(prose, first, last, earlierWords);
}

/** Whether the same may have done two deeds: nobody is named, or somebody in both. */
function mayBeOfOne(doers: readonly number[] | undefined, others: readonly number[] | undefined): boolean {
  if (doers === undefined || others === undefined) return false;
  if (doers.length === 0 || others.length === 0) return true;
  // (*The night service*, *the hospital service*: each has what the other has not.)
  const both = doers.filter(key => others.includes(key)).length;
  return both > 0 && both >= Math.min(doers.length, others.length);
}

/** *Five children attended 12 sessions* and *eight children attended ten*: each number of them its own. */
function doersOf({ prose, codes }: Topics, verb: number, { first }: ProseSentence): readonly number[] | undefined {
  const doers: number[] = [];
  for (let at = verb - 1; at >= Math.max(first, verb - mostDoers) && isBlankGap(prose, at); at--) {
    const kinds = kindsOfWord(codes, at);
    if ((kinds & (WordKind.junction | WordKind.opener | WordKind.year)) !== 0 || joints.has(idAt(prose, at))) break;
    if ((kinds & (WordKind.number | WordKind.quantity)) !== 0) return undefined;
    if (keyOfWord(codes, at) !== 0) doers.push(keyOfWord(codes, at));
  }
  return doers;
}

const mostDoers = 5;

/** The verb of the number before, which the items of a list have in common: *we read 12 plans and 15 records*. */
interface Listed {
  readonly verb: number;
  readonly sentence: ProseSentence;
}

/** Whether a figure is a number of things, or of miles. */
function mayBeThings(prose: Prose, { kind, value, decimals, last }: Figure): boolean {
  if (decimals > 0 || value < 2) return false;
  return kind === 'count' || (kind === 'duration' && idAt(prose, last) === word.miles);
}

/** *14 level crossings*: of what a number is one, and what tells it apart. */
function thingAfter(
  { codes }: Topics,
  prose: Prose,
  { last: end }: Figure,
  { last }: ProseSentence,
): { readonly at: number; readonly name: string; readonly modifiers: readonly number[] } | undefined {
  const modifiers: number[] = [];
  for (let at = end; at < Math.min(last, end + longest); at++) {
    const id = idAt(prose, at);
    const kinds = kindsOfWord(codes, at);
    if (!isBlankGap(prose, at - 1) || stops.has(id)) return undefined;
    if ((kinds & (WordKind.auxiliary | WordKind.junction | WordKind.number)) !== 0) return undefined;
    const key = keyOfWord(codes, at);
    if (isPlural(prose, at)) return anyone.has(id) ? undefined : { at, name: `${key || `${id} of words`}`, modifiers };
    if (key !== 0) modifiers.push(key);
  }
  return undefined;
}

/** After a number these show that others are meant, or that its thing is not what follows. */
const stops = idSet(
  `of in at on within into under with by for through across outside inside other further more new additional to and or
  times percent`,
);
/** The same is done to so many of these again and again, each time to others. */
const anyone = idSet('cases hours days weeks months years minutes occasions times examples areas');

/** What was done to so many things: right before the number, or after the things, or before a list. */
function verbOf(
  topics: Topics,
  prose: Prose,
  figure: Figure,
  thing: number,
  { first, last }: ProseSentence,
  listed: Listed | undefined,
): number | undefined {
  let before = figure.first - 1;
  if (idAt(prose, before) === word.of && idAt(prose, before - 1) === word.total) before -= 3;
  if (before >= first && isBlankGap(prose, before) && isDeed(topics, before)) return before;
  let after = thing + 1;
  if (after < last && isBlankGap(prose, thing)) {
    // *Of the 24 consumers interviewed*, *22 children were adopted*, but not *five anglers attended*.
    let isDone = definite.has(idAt(prose, figure.first - 1));
    while (after < Math.min(last, thing + 1 + mostPassive) && passive.has(idAt(prose, after))) {
      isDone ||= doing.has(idAt(prose, after));
      after++;
    }
    if (isDone && after < last && isDeed(topics, after)) return after;
  }
  const isListed =
    listed?.sentence.first === first && (/,/.test(gapAfter(prose, before)) || joints.has(idAt(prose, before)));
  return isListed ? listed.verb : undefined;
}

const joints = idSet('and');
const definite = idSet('the all');
/** What shows that something was done to the things. */
const doing = idSet('we inspectors were was are been');
const passive = idSet('that which who whom we inspectors were was are had been have has');

/** Whether a word is a verb of the past, or what a body does all the time. */
function isDeed({ prose, codes }: Topics, at: number): boolean {
  if (keyOfWord(codes, at) === 0) return false;
  if (irregular.has(idAt(prose, at))) return true;
  return endsInEd(prose, at) && lengthAt(prose, at) > 3;
}

const irregular = idSet(
  'held ran made read met saw found spoke sold built bought sent taught gave won lost cut led kept took wrote operates employs runs owns',
);
