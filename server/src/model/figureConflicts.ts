import { countUpTo } from '../text/text.ts';
import { alikeFigures } from './alikeFigures.ts';
import { DerivedFacts } from './derivedFacts.ts';
import {
  type Figure,
  type FiguredBlock,
  figuredBlocks,
  idAt,
  sentenceAt,
  type WrittenDate,
  wordAt,
} from './figures.ts';
import type { Prose } from './prose.ts';
import type { Report } from './report.ts';
import { topicsOf } from './topics.ts';
import { idSet, idsOf } from './wordIds.ts';
import { WordKind } from './wordKinds.ts';

/** A figure or a date of a report, where it stands. */
export interface PlacedFigure {
  readonly block: FiguredBlock;
  readonly figure: Figure | WrittenDate;
}

/**
 * Two places that give the same fact in two figures. It is the same by the words that they share, as the first has them, or
 * it is a known one: of what the date is.
 */
export interface FigureConflict {
  readonly one: PlacedFigure;
  readonly other: PlacedFigure;
  readonly shared: readonly string[];
  readonly fact: string | undefined;
}

const found = new DerivedFacts<readonly FigureConflict[]>();

/** Where a report contradicts itself in a figure or a date; found on first use. Each figure is in one conflict at most. */
export function figureConflicts(report: Report): readonly FigureConflict[] {
  return found.of(report, () => {
    const all = [...quantityConflicts(report), ...dateConflicts(report), ...slips(report)];
    const settled = new Set(all.flatMap(({ one, other }) => [one.figure, other.figure]));
    for (const { one, other, shared } of alikeFigures(report)) {
      if (settled.has(one.figure) || settled.has(other.figure)) continue;
      settled.add(one.figure).add(other.figure);
      all.push({ one, other, shared, fact: undefined });
    }
    return all;
  });
}

/** What a figure says: of what it is a number, by the words of its clause, and of when. */
interface Quantity extends PlacedFigure {
  readonly figure: Figure;
  /** The words that say of what it is a number, by what they are compared, in order and without repetition. */
  readonly keys: readonly number[];
  readonly words: readonly string[];
  readonly date: string;
  /** Whether it stands in a list: what it is of may be said above it. */
  readonly isListed: boolean;
}

const clauseEnds = idSet('and but which who whom where while whereas although compared than or with because');
/** Words of other times and other populations than the report's own. */
const elsewhere = idSet(
  `national nationally england average neighbours neighbour comparators comparator previous previously last year target
  expected earlier ago increase increased decrease decreased reduction rise rose risen fell fallen from former another
  other further additional more over since per quarter between next`,
);
const approximate = idSet('about approximately around nearly almost over under roughly up least');
/** A fact is told by so many words, and by this share of them. */
const fewestWords = 4;
const share = 0.8;
/** Of a sum of money fewer tell it, if both places have the same. */
const fewestOfMoney = 3;
/** What is put in front of a sentence has so few words after its figure: *in 92% of cases*. */
const longestFront = 2;
/** And so many before it: *in primary schools*. */
const longestOpening = 6;
const fronts = idSet('in for');
/** Of these few are in a report: they are compared in whatever order their words stand. */
const rareKinds: ReadonlySet<Figure['kind']> = new Set(['percentage', 'rate', 'money']);
/** With so many that begin alike each is compared; with more it would take long, and they are a list’s. */
const mostAlike = 100;

function quantityConflicts(report: Report): FigureConflict[] {
  const byNoun = new Map<number | Figure['kind'], Quantity[]>();
  const conflicts: FigureConflict[] = [];
  const settled = new Set<Figure>();
  for (const block of figuredBlocks(report)) {
    for (const [i, figure] of block.figures.entries()) {
      const quantity = isFact(figure) ? quantityOf(report, block, i) : undefined;
      if (quantity === undefined) continue;
      const key = rareKinds.has(figure.kind) ? figure.kind : (quantity.keys[0] as number);
      const alike = byNoun.get(key);
      if (alike === undefined) {
        byNoun.set(key, [quantity]);
        continue;
      }
      const other = alike.find(earlier => isContrary(earlier, quantity));
      if (other !== undefined && !settled.has(other.figure)) {
        settled.add(other.figure).add(figure);
        const shared = other.words.filter((_, at) => quantity.keys.includes(other.keys[at] as number));
        conflicts.push({ one: other, other: quantity, shared, fact: undefined });
      }
      if (alike.length < mostAlike) alike.push(quantity);
    }
  }
  return conflicts;
}

function isFact({ kind, value, inWords }: Figure): boolean {
  return kind !== 'label' && kind !== 'age' && kind !== 'points' && kind !== 'duration' && !(inWords && value < 2);
}

function quantityOf(report: Report, block: FiguredBlock, i: number): Quantity | undefined {
  const figure = block.figures[i] as Figure;
  const { prose } = block;
  const sentence = sentenceAt(prose, figure.first);
  const topics = topicsOf(report).ofBlock[block.index];
  if (sentence === undefined || topics === undefined) return undefined;
  if (approximate.has(idAt(prose, figure.first - 1))) return undefined;
  const [dateBefore, dateAfter] = datesAround(block, figure);
  const least = Math.max(sentence.first, block.figures[i - 1]?.last ?? 0, dateBefore?.last ?? 0);
  const most = Math.min(sentence.last, block.figures[i + 1]?.first ?? Infinity, dateAfter?.first ?? Infinity);
  let first = figure.first;
  let last = figure.last;
  while (first > least && !clauseEnds.has(idAt(prose, first - 1)) && !endsClause(prose, first - 1)) first--;
  while (last < most && !clauseEnds.has(idAt(prose, last)) && !endsClause(prose, last - 1)) last++;
  // *In primary schools, 17% of pupils are late*: of whom it is said stands in front.
  const opens = figure.kind !== 'money' || fronts.has(idAt(prose, sentence.first));
  if (opens && first - sentence.first <= longestOpening && first > least && endsClause(prose, first - 1))
    first = Math.max(sentence.first, least);
  // *In 92% of cases, visits take place in time*: what the figure is of comes after the comma.
  const isFront = first === sentence.first && fronts.has(idAt(prose, first)) && last - figure.last <= longestFront;
  if (isFront && rareKinds.has(figure.kind) && last < most && endsClause(prose, last - 1)) {
    last++;
    while (last < most && !clauseEnds.has(idAt(prose, last)) && !endsClause(prose, last - 1)) last++;
  }
  const keys: number[] = [];
  const words: string[] = [];
  const add = (at: number) => {
    const key = topics.codes[2 * at] ?? 0;
    if (key === 0 || keys.includes(key) || ((topics.codes[2 * at + 1] ?? 0) & WordKind.quantity) !== 0) return;
    keys.push(key);
    words.push(wordAt(prose, at));
  };
  for (let at = first; at < last; at++) {
    const id = idAt(prose, at);
    // (Of a sum *additional* is what it is for: both places must have it.)
    if (elsewhere.has(id) && !(figure.kind === 'money' && id === word.additional)) return undefined;
  }
  for (let at = figure.last; at < last; at++) add(at);
  const hasNoun = keys.length > 0;
  for (let at = first; at < figure.first; at++) add(at);
  const fewest = figure.kind === 'money' ? fewestOfMoney : fewestWords;
  if (keys.length < fewest || (figure.kind === 'count' && !hasNoun)) return undefined;
  const dates = block.dates.filter(date => date.first >= sentence.first && date.last <= sentence.last);
  const date = dates.map(({ year, month, day }) => `${year}-${month ?? ''}-${day ?? ''}`).join(' ');
  const isListed = report.document.blocks[block.index]?.kind === 'bullet';
  return { block, figure, keys, words, date, isListed };
}

function datesAround({ dates }: FiguredBlock, { first }: Figure): [WrittenDate | undefined, WrittenDate | undefined] {
  const after = countUpTo(dates.length, at => (dates[at] as WrittenDate).first <= first);
  return [dates[after - 1], dates[after]];
}

/** Whether a clause ends after a word: at a comma, a bracket or a dash. */
function endsClause({ text, words }: Prose, at: number): boolean {
  const next = words[3 * at + 3] ?? 0;
  for (let i = words[3 * at + 1] ?? next; i < next; i++) {
    const unit = text.charCodeAt(i);
    if (
      unit === 0x2c ||
      unit === 0x3b ||
      unit === 0x3a ||
      unit === 0x28 ||
      unit === 0x29 ||
      unit === 0x2013 ||
      unit === 0x2014
    )
      return true;
  }
  return false;
}

function isContrary(one: Quantity, other: Quantity): boolean {
  const a = one.figure;
  const b = other.figure;
  if (one.block === other.block && sentenceAt(one.block.prose, a.first) === sentenceAt(other.block.prose, b.first))
    return false;
  if (a.kind !== b.kind || a.value === b.value || a.per !== b.per || one.date !== other.date) return false;
  if (one.keys[0] !== other.keys[0] && (one.isListed || other.isListed)) return false;
  if (a.decimals !== b.decimals && isRounded(a, b)) return false;
  // Of boys and of girls: what one is a number of the other must speak of.
  if (!one.keys.includes(other.keys[0] as number) || !other.keys.includes(one.keys[0] as number)) return false;
  const both = one.keys.filter(key => other.keys.includes(key)).length;
  // If each has a word that the other has not, they are of two things: of primary schools, and of secondary ones.
  if (both < Math.min(one.keys.length, other.keys.length)) return false;
  const most = Math.max(one.keys.length, other.keys.length);
  if (a.kind === 'money' && both === most && both >= fewestOfMoney) return true;
  return both >= fewestWords && both >= share * most;
}

function isRounded(a: Figure, b: Figure): boolean {
  const decimals = Math.min(a.decimals, b.decimals);
  return Math.abs(a.value - b.value) < 10 ** -decimals;
}

/** From so many on a number is told in figures of which two may change places. */
const fewestOfSlip = 100;
/** A number with so many digits is seldom met by chance; of one with fewer more words must tell that it is the same. */
const longFigure = 1000;
/** So many words must the sentences of a number and its slip have in common. */
const sharedBySlip = { long: 1, short: 3 };

/**
 * Two numbers of which one is the other with two digits that have changed places, *226* and *262*, and two shares of one
 * number, *277 (42.5%)* and *277 (45.2%)*, in sentences that speak of the same.
 */
function slips(report: Report): FigureConflict[] {
  const byRest: (PlacedCount[] | undefined)[] = new Array(9);
  const conflicts: FigureConflict[] = [];
  for (const block of figuredBlocks(report)) {
    for (const [i, figure] of block.figures.entries()) {
      if (figure.kind !== 'count' || figure.value < fewestOfSlip || figure.inWords || figure.decimals > 0) continue;
      const own = { block, figure, i };
      // Numbers of the same digits leave the same rest.
      const rest = figure.value % 9;
      const alike = byRest[rest];
      if (alike === undefined) {
        byRest[rest] = [own];
        continue;
      }
      for (const other of alike) {
        const conflict =
          other.figure.value === figure.value ? sharesConflict(report, other, own) : swapConflict(report, other, own);
        if (conflict !== undefined) conflicts.push(conflict);
      }
      if (alike.length < mostAlike) alike.push(own);
    }
  }
  return conflicts;
}

/** A number with its place among its block’s figures. */
interface PlacedCount extends PlacedFigure {
  readonly figure: Figure;
  readonly i: number;
}

function swapConflict(report: Report, one: PlacedCount, other: PlacedCount): FigureConflict | undefined {
  if (!isSwapped(one.figure.value, other.figure.value)) return undefined;
  const shared = wordsOfBoth(report, one, other);
  const fewest = one.figure.value < longFigure ? sharedBySlip.short : sharedBySlip.long;
  return shared.length < fewest ? undefined : { one, other, shared, fact: undefined };
}

function sharesConflict(report: Report, one: PlacedCount, other: PlacedCount): FigureConflict | undefined {
  const share = shareBeside(one.block, one.i);
  const otherShare = shareBeside(other.block, other.i);
  if (share === undefined || otherShare === undefined || Math.abs(share.value - otherShare.value) < 1) return undefined;
  const shared = wordsOfBoth(report, one, other);
  return shared.length === 0
    ? undefined
    : {
        one: { block: one.block, figure: share },
        other: { block: other.block, figure: otherShare },
        shared: [wordAt(one.block.prose, one.figure.first), ...shared],
        fact: undefined,
      };
}

/** Whether two numbers are the same but for two digits side by side that have changed places. */
export function isSwapped(one: number, other: number): boolean {
  // (Then they differ by nine times a digit, with noughts after it.)
  let digit = Math.abs(one - other) / 9;
  while (digit > 9 && digit % 10 === 0) digit /= 10;
  if (digit > 9) return false;
  const a = String(one);
  const b = String(other);
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** The percentage that says what share a number is: *271 (or 52%)*, *42.5% (277)*. */
function shareBeside({ prose, figures }: FiguredBlock, i: number): Figure | undefined {
  const figure = figures[i] as Figure;
  return [figures[i + 1], figures[i - 1]].find(
    other =>
      other?.kind === 'percentage' &&
      /^(?: ?\(|, )(?:or )?$/.test(prose.text.slice(Math.min(figure.to, other.to), Math.max(figure.from, other.from))),
  );
}

/** The telling words of one figure’s sentence that another’s has too. */
function wordsOfBoth(report: Report, one: PlacedFigure, other: PlacedFigure): string[] {
  const keys = new Set(keysAround(report, other).values());
  return [...keysAround(report, one)].flatMap(([word, key]) => (keys.delete(key) ? wordAt(one.block.prose, word) : []));
}

/** By what the telling words of a figure’s sentence are compared. */
function keysAround(report: Report, { block, figure }: PlacedFigure): Map<number, number> {
  const topics = topicsOf(report).ofBlock[block.index];
  const sentence = sentenceAt(block.prose, figure.first);
  const keys = new Map<number, number>();
  for (let at = sentence?.first ?? 0; topics !== undefined && at < (sentence?.last ?? 0); at++) {
    const key = topics.codes[2 * at] as number;
    const kinds = topics.codes[2 * at + 1] as number;
    if (key !== 0 && (kinds & (WordKind.quantity | WordKind.number)) === 0) keys.set(at, key);
  }
  return keys;
}

const word = idsOf(
  'in',
  'since',
  'post',
  'last',
  'previous',
  'inspection',
  'ofsted',
  'chief',
  'executive',
  'director',
  "children's",
  'services',
  'additional',
  'the',
  'of',
  'visit',
  'focused',
  'published',
  'inspected',
  'inspections',
  'appointed',
  'up',
  'dcs',
  'new',
  "people's",
);
const otherPeople = idSet('previous previously former formerly interim deputy assistant acting new service vice');

/** A date where it stands. */
type PlacedDate = PlacedFigure & { readonly figure: WrittenDate };

/** The date of the last inspection, and from when a post has been held, are facts that reports state more than once. */
function dateConflicts(report: Report): FigureConflict[] {
  const byFact = new Map<string, PlacedDate[]>();
  for (const block of figuredBlocks(report)) {
    for (const figure of block.dates) {
      const fact = factOfDate(block, figure);
      if (fact === undefined) continue;
      const same = byFact.get(fact);
      if (same === undefined) byFact.set(fact, [{ block, figure }]);
      else if (same.length < mostAlike) same.push({ block, figure });
    }
  }
  const conflicts: FigureConflict[] = [];
  for (const [fact, places] of byFact) {
    if (fact === someInspection) continue;
    const odd = oddOnes(places);
    for (const { place, usual } of odd) conflicts.push({ one: usual, other: place, shared: [], fact });
    const [first] = places;
    if (fact !== lastInspection || odd.length > 0 || first === undefined) continue;
    const { year } = first.figure;
    // An inspection after the last one, and before this one: *the inspection in 2018*, and *the last inspection in 2017*.
    const later = byFact.get(someInspection)?.find(({ figure }) => figure.year > year && isBefore(figure, report));
    if (later !== undefined) conflicts.push({ one: later, other: first, shared: [], fact });
  }
  return conflicts;
}

/** The dates that fewer others agree with than with one that they contradict, or as few and stand after it. */
function oddOnes(places: readonly PlacedDate[]): { readonly place: PlacedDate; readonly usual: PlacedDate }[] {
  const agreeing = places.map(({ figure }) => places.filter(({ figure: other }) => !isOtherDate(figure, other)).length);
  return places.flatMap((place, i) => {
    let best: number | undefined;
    for (const [j, other] of places.entries()) {
      if (!isOtherDate(place.figure, other.figure)) continue;
      if (best === undefined || (agreeing[j] as number) > (agreeing[best] as number)) best = j;
    }
    if (best === undefined) return [];
    const difference = (agreeing[best] as number) - (agreeing[i] as number);
    return difference > 0 || (difference === 0 && best < i) ? [{ place, usual: places[best] as PlacedDate }] : [];
  });
}

function isBefore({ year }: WrittenDate, { metadata: { inspected } }: Report): boolean {
  return inspected.length > 0 && inspected.every(({ from }) => year < Number(from.slice(0, 4)));
}

const lastInspection = 'last inspection';
const someInspection = 'inspection';

/** The fact of which a date is the date. */
function factOfDate({ prose }: FiguredBlock, { first, last, year }: WrittenDate): string | undefined {
  let at = first - 1;
  const opening = idAt(prose, at);
  if (opening !== word.in && opening !== word.since) return undefined;
  at--;
  if (idAt(prose, at) === word.inspection && opening === word.in) {
    if (idAt(prose, at - 1) === word.ofsted) at--;
    const which = idAt(prose, at - 1);
    if (which === word.last || which === word.previous) return lastInspection;
    if (which === word.the && idAt(prose, last) !== word.of) return someInspection;
  }
  if (opening === word.in) {
    const inspected = inspectedBefore(prose, first);
    if (inspected !== undefined) return `${lastInspection} of ${inspected}`;
  }
  if (idAt(prose, at) === word.visit && idAt(prose, at - 1) === word.focused && idAt(prose, at - 2) === word.the)
    return `focused visit of ${year}`;
  const isHeld = opening === word.since && idAt(prose, at) === word.post && idAt(prose, at - 1) === word.in;
  if (!isHeld && (opening === word.since || !isTakenUp(prose, at))) {
    const post = opening === word.in ? postAt(prose, at) : undefined;
    return post === otherPost ? undefined : post;
  }
  const sentence = sentenceAt(prose, first);
  for (at -= 1; at >= (sentence?.first ?? 0); at--) {
    const post = postAt(prose, at, true);
    if (post !== undefined) return post === otherPost ? undefined : post;
  }
  return undefined;
}

/** So far before its date may stand what was inspected. */
const farFromInspection = 24;
const lastly = idSet('last previous previously recent');
/** What is inspected by itself, by a word of its name. */
const inspectable = new Map(
  (
    [
      ['protection safeguarding', 'child protection arrangements'],
      ['looked', 'services for children looked after'],
      ['fostering', 'the fostering service'],
      ['adoption', 'the adoption service'],
      ['leavers', 'services for care leavers'],
    ] as const
  ).flatMap(([words, name]) => [...idSet(words)].map(id => [id, name] as const)),
);

/** *The previous inspection of services for children looked after was in March 2014*: what was inspected, by the nearest word that tells it. */
function inspectedBefore(prose: Prose, first: number): string | undefined {
  const start = Math.max(sentenceAt(prose, first)?.first ?? first, first - farFromInspection);
  if (idAt(prose, first - 2) === word.published) return undefined;
  let at = first - 2;
  while (at >= start && !isInspection(idAt(prose, at))) at--;
  if (at < start || !isLastly(prose, start, at)) return undefined;
  // (What stands in brackets, or between figures, is told of something else.)
  if (/[\d(]/.test(prose.text.slice(prose.words[3 * at], prose.words[3 * first]))) return undefined;
  for (let i = first - 2; i >= start; i--) {
    const name = i === at ? undefined : inspectable.get(idAt(prose, i));
    if (name !== undefined) return name;
  }
  return undefined;
}

function isInspection(id: number): boolean {
  return id === word.inspection || id === word.inspected || id === word.inspections;
}

function isLastly(prose: Prose, start: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(start, at - 3); i--) if (lastly.has(idAt(prose, i))) return true;
  return false;
}

/** *Took up her post*, *was appointed* */
function isTakenUp(prose: Prose, at: number): boolean {
  if (idAt(prose, at) === word.appointed) return true;
  if (idAt(prose, at) !== word.post) return false;
  return idAt(prose, at - 1) === word.up || idAt(prose, at - 2) === word.up;
}

/** The post whose last word is here; a new holder is the one who holds it, where it is said from when. */
function postAt(prose: Prose, at: number, isHeld = false): string | undefined {
  const id = idAt(prose, at);
  const before = idAt(prose, at - 1);
  let first = -1;
  let post = '';
  if (id === word.executive && before === word.chief) {
    first = at - 1;
    post = 'appointment of the chief executive';
  } else if (id === word.dcs) {
    if (before !== word.the) return otherPeople.has(before) ? otherPost : undefined;
    first = at;
    post = directorship;
  } else if (id === word.services && (before === word["children's"] || before === word["people's"])) {
    first = before === word["children's"] ? at - 3 : at - 6;
    if (idAt(prose, first) !== word.director) return undefined;
    post = directorship;
  }
  if (first < 0) return undefined;
  const own = idAt(prose, first - 1);
  const isOther =
    (otherPeople.has(own) && !(isHeld && own === word.new)) ||
    (own === word.the && otherPeople.has(idAt(prose, first - 2)));
  return isOther && sentenceAt(prose, first - 2) === sentenceAt(prose, first) ? otherPost : post;
}

const otherPost = 'another post';

const directorship = 'appointment of the director of children’s services';

function isOtherDate(one: WrittenDate, other: WrittenDate): boolean {
  if (one.year !== other.year) return true;
  return one.month !== undefined && other.month !== undefined && one.month !== other.month;
}
