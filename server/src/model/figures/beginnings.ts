import { addToGroup } from '../../text/lists.ts';
import { type Topics, topicsOf } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import { sectionOfBlock } from '../sectionOfBlock.ts';
import type { Prose } from '../words/prose.ts';
import { gapAfter, idAt, isBlankGap, sentenceAt, wordAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idMap, idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { WrittenDate } from './figure.ts';
import { type FigureConflict, mostAlike, type PlacedDate } from './figureConflict.ts';
import { figuredBlocks } from './figures.ts';
import { isOtherDate } from './writtenDates.ts';

/** That something began to be, and when: *the edge of care team was set up in April 2016*. */
interface Beginning extends PlacedDate {
  readonly words: readonly string[];
}

/** What began, as it is compared, with its words. */
interface BegunThing {
  readonly key: string;
  readonly words: readonly string[];
}

/** Verbs that say of the same thing the same, with their nouns, a way of beginning each. */
const ways = idMap(
  ...[
    'established establish establishing establishment created creation formed formation founded set',
    'introduced introduce introducing introduction implemented implementation launched launch live',
    'opened opening',
    'began begun started commenced',
    'became become becoming',
    'redesigned restructured reorganised remodelled redesign restructure relaunched relaunch',
  ].map((words, way) => [words, way] as const),
);
/** *Became an academy* */
const ofChange = 4;
const indefinite = idSet('a an');
const nouns = idSet('establishment creation formation introduction implementation launch opening');
const word = idsOf('set', 'up', 'in', 'on', 'since', 'of', 'was', 'the', 'live');
/** *Went live* */
const going = idSet('went gone going');
const dated = idSet('in on since');
/** What stands between a thing and its verb. */
const between = idSet(
  'was were is are has had have been being which that who went gone going first then only also recently fully formally officially',
);
const articles = idSet('a an the its their his her this our new');
/** What says nothing of which thing it is. */
const idle = idSet('new newly current present recent latest');
const longestThing = 9;
const farthestVerb = 14;

/** Where a report says twice of one thing when it began, and the dates are two. */
export function beginningConflicts(report: Report): FigureConflict[] {
  const byThing = new Map<string, Beginning[]>();
  const { ofBlock } = topicsOf(report);
  for (const block of figuredBlocks(report)) {
    const topics = ofBlock[block.index];
    if (topics === undefined) continue;
    for (const figure of block.dates) {
      const thing = beginningBefore(topics, figure);
      if (thing === undefined || sectionOfBlock(report, block.index)?.role === 'history') continue;
      addToGroup(byThing, thing.key, { block, figure, words: thing.words });
    }
  }
  return [...byThing.values()].flatMap(all => {
    const [one, ...others] = all.slice(0, mostAlike);
    const other = others.find(({ figure }) => one !== undefined && isOtherDate(one.figure, figure));
    return one === undefined || other === undefined ? [] : [{ one, other, shared: other.words, fact: undefined }];
  });
}

/** What began at a date, as it is compared, with its words. */
function beginningBefore(topics: Topics, { first, last }: WrittenDate): BegunThing | undefined {
  const { prose } = topics;
  const sentence = sentenceAt(prose, first);
  if (!dated.has(idAt(prose, first - 1))) return undefined;
  if (first - 1 === sentence.first) return beginningAfter(topics, last, sentence);
  const end = first - 1;
  for (let at = end - 1; at >= Math.max(sentence.first, end - farthestVerb); at--) {
    const way = ways.get(idAt(prose, at));
    if (way === undefined) {
      if (endsThing(prose, at)) return undefined;
      continue;
    }
    const after = idAt(prose, at) === word.set ? at + 2 : at + 1;
    if (idAt(prose, at) === word.set && idAt(prose, at + 1) !== word.up) return undefined;
    if (idAt(prose, at) === word.live && !going.has(idAt(prose, at - 1))) return undefined;
    const run = after === end ? thingBefore(prose, at, sentence.first) : thingAfter(prose, at, after, end);
    return run && named(topics, run, way);
  }
  return undefined;
}

/** *In September 2019 the council set up a placements panel*: what began stands behind its verb. */
function beginningAfter(topics: Topics, from: number, sentence: WordRun): BegunThing | undefined {
  const { prose } = topics;
  for (let at = from; at < Math.min(sentence.last, from + farthestVerb); at++) {
    if (at > from && endsThing(prose, at - 1)) return undefined;
    const way = ways.get(idAt(prose, at));
    if (way === undefined) continue;
    if (idAt(prose, at) === word.set && idAt(prose, at + 1) !== word.up) return undefined;
    const first = idAt(prose, at) === word.set ? at + 2 : at + 1;
    let last = first;
    while (last < sentence.last && last - first < longestThing && !behind.has(idAt(prose, last))) {
      last++;
      if (!isBlankGap(prose, last - 1)) break;
    }
    const run = nouns.has(idAt(prose, at)) ? undefined : thingAfter(prose, at, first, last);
    return run && named(topics, run, way);
  }
  return undefined;
}

/** What stands behind a thing and tells of what it is for. */
const behind = idSet('to for in with at by which that who and but because as so from on');

/** *The edge of care team was …*, *the edge of care team, which was …* */
function thingBefore(prose: Prose, verb: number, start: number): WordRun | undefined {
  let last = verb;
  while (last > start && between.has(idAt(prose, last - 1))) last--;
  let first = last;
  while (first > start && last - first < longestThing && !opensThing(prose, first - 1, first === last)) first--;
  return first < last ? { first, last } : undefined;
}

/** Whether a word stands before a thing, and is none of its words. (Its own comma may stand behind it: *the team, set up …*.) */
function opensThing(prose: Prose, at: number, isNext: boolean): boolean {
  if (!isNext && !isBlankGap(prose, at)) return true;
  if (isNext && !/^,? $/.test(gapAfter(prose, at))) return true;
  // (*The second office of the hub* is no hub.)
  if (articles.has(idAt(prose, at)) && inner.has(idAt(prose, at - 1))) return false;
  return openers.has(idAt(prose, at));
}

const inner = idSet('of in at for on with to within by from');
const openers = idSet(
  `since when after before until as that which who where while and or but because if although
  is are was were has have had been a an the its their his her this our`,
);

/** *Introduced its new recording system in …*, *the introduction of the new recording system in …* */
function thingAfter(prose: Prose, verb: number, first: number, last: number): WordRun | undefined {
  if (last - first > longestThing || first >= last) return undefined;
  const isNoun = nouns.has(idAt(prose, verb));
  if (isNoun ? idAt(prose, first) !== word.of : !articles.has(idAt(prose, first))) return undefined;
  // (*Was introduced to the team in …*: of something before it.)
  return { first: isNoun ? first + 1 : first, last };
}

function endsThing(prose: Prose, at: number): boolean {
  return !isBlankGap(prose, at) || enders.has(idAt(prose, at));
}

const enders = idSet('and but or which that who when while because to');

function named({ prose, codes }: Topics, { first, last }: WordRun, way: number): BegunThing | undefined {
  const keys = new Set<number>();
  const words: string[] = [];
  for (let at = first; at < last; at++) {
    const key = keyOfWord(codes, at);
    const kinds = kindsOfWord(codes, at);
    if ((kinds & (WordKind.number | WordKind.quantity)) !== 0 || ordinals.has(idAt(prose, at))) return undefined;
    if (key === 0 || idle.has(idAt(prose, at)) || keys.has(key)) continue;
    keys.add(key);
    words.push(wordAt(prose, at));
  }
  // (*A board* may be another than *a board*.)
  if (
    keys.size === 1 &&
    (indefinite.has(idAt(prose, first)) || indefinite.has(idAt(prose, first - 1))) &&
    way !== ofChange
  )
    return undefined;
  if (keys.size === 1 && (isOwned(prose, first - 1) || isOwned(prose, first) || belonging.has(idAt(prose, last - 1))))
    return undefined;
  return keys.size === 0 ? undefined : { key: `${way} ${[...keys].sort((a, b) => a - b).join(' ')}`, words };
}

/** *Whose contract*: of somebody who is told before it. */
function isOwned(prose: Prose, at: number): boolean {
  return owning.has(idAt(prose, at));
}

const owning = idSet('whose his her their');
/** What is of something else, which the sentence before it tells: *the contract*. */
const belonging = idSet(
  'contract contracts pilot project programme review work role agreement arrangement arrangements training',
);

/** Of several things of one name. */
const ordinals = idSet('second third fourth fifth another other further additional each every');
