import { firstWhere } from '../../text/text.ts';
import { topicsOf } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import { wordId } from '../words/proseReading.ts';
import { gapAfter, idAt, sentenceAt, wordAt } from '../words/proseWords.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { answerVerbs } from './answerVerbs.ts';
import type { Figure, WrittenDate } from './figure.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { type FiguredBlock, figuredBlocks, inSentence } from './figures.ts';

/** What a figure says: of what it is a number, by the words of its clause, and of when. */
interface Quantity extends FigurePlace {
  readonly figure: Figure;
  /** The words that say of what it is a number, by what they are compared, in order and without repetition. */
  readonly keys: readonly number[];
  readonly words: readonly string[];
  readonly date: string;
  /** Whether it stands in a list: what it is of may be said above it. */
  readonly isListed: boolean;
  /** *In our survey, 76% said that …*: so many say something. */
  readonly isAnswer: boolean;
}

const clauseEnds = idSet('and but which who whom where while whereas although compared than or with because');
/** Words of other times and other populations than the report's own. */
const elsewhere = idSet(
  `national nationally england average neighbours neighbour comparators comparator previous previously last year target
  expected earlier ago increase increased decrease decreased reduction rise rose risen fell fallen from former another
  other others remaining further additional more over since per quarter between next`,
);
const additional = wordId('additional');
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

/** Two places that count or measure the same, by the words around their figures, and differ. */
export function quantityConflicts(report: Report): FigureConflict[] {
  const byNoun = new Map<number | Figure['kind'], Quantity[]>();
  const conflicts: FigureConflict[] = [];
  const settled = new Set<Figure>();
  for (const block of figuredBlocks(report)) {
    for (let i = 0; i < block.figures.length; i++) {
      const figure = block.figures[i]!;
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
  if (topics === undefined) return undefined;
  if (approximate.has(idAt(prose, figure.first - 1))) return undefined;
  const [dateBefore, dateAfter] = datesAround(block, figure);
  const least = Math.max(sentence.first, block.figures[i - 1]?.last ?? 0, dateBefore?.last ?? 0);
  const most = Math.min(sentence.last, block.figures[i + 1]?.first ?? Infinity, dateAfter?.first ?? Infinity);
  let first = figure.first;
  let last = figure.last;
  while (first > least && !clauseEnds.has(idAt(prose, first - 1)) && !clauseMarks.test(gapAfter(prose, first - 1)))
    first--;
  while (last < most && !clauseEnds.has(idAt(prose, last)) && !clauseMarks.test(gapAfter(prose, last - 1))) last++;
  // *In primary schools, 17% of pupils are late*: of whom it is said stands in front.
  const opens = figure.kind !== 'money' || fronts.has(idAt(prose, sentence.first));
  if (
    opens &&
    first - sentence.first <= longestOpening &&
    first > least &&
    clauseMarks.test(gapAfter(prose, first - 1))
  )
    first = Math.max(sentence.first, least);
  // *In 92% of cases, visits take place in time*: what the figure is of comes after the comma.
  const isFront = first === sentence.first && fronts.has(idAt(prose, first)) && last - figure.last <= longestFront;
  if (isFront && rareKinds.has(figure.kind) && last < most && clauseMarks.test(gapAfter(prose, last - 1))) {
    last++;
    while (last < most && !clauseEnds.has(idAt(prose, last)) && !clauseMarks.test(gapAfter(prose, last - 1))) last++;
  }
  const keys: number[] = [];
  const words: string[] = [];
  const add = (at: number) => {
    const key = keyOfWord(topics.codes, at);
    if (key === 0 || keys.includes(key) || (kindsOfWord(topics.codes, at) & WordKind.quantity) !== 0) return;
    keys.push(key);
    words.push(wordAt(prose, at));
  };
  let isAnswer = false;
  for (let at = first; at < last; at++) {
    const id = idAt(prose, at);
    if (answerVerbs.has(id)) isAnswer = true;
    // (Of a sum *additional* is what it is for: both places must have it.)
    if (elsewhere.has(id) && !(figure.kind === 'money' && id === additional)) return undefined;
  }
  for (let at = figure.last; at < last; at++) add(at);
  const hasNoun = keys.length > 0;
  for (let at = first; at < figure.first; at++) add(at);
  const fewest = figure.kind === 'money' ? fewestOfMoney : fewestWords;
  if (keys.length < fewest || (figure.kind === 'count' && !hasNoun)) return undefined;
  const date = inSentence(block.dates, sentence)
    .map(({ year, month, day }) => `${year}-${month ?? ''}-${day ?? ''}`)
    .join(' ');
  const isListed = report.document.blocks[block.index]?.kind === 'bullet';
  return { block, figure, keys, words, date, isListed, isAnswer };
}

function datesAround({ dates }: FiguredBlock, { first }: Figure): [WrittenDate | undefined, WrittenDate | undefined] {
  const after = firstWhere(dates.length, at => (dates[at] as WrittenDate).first > first);
  return [dates[after - 1], dates[after]];
}

/** What ends a clause: a comma, a bracket or a dash. */
const clauseMarks = /[,;:()–—]/;

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
  // Answers to two questions begin alike.
  if (one.isAnswer && other.isAnswer && both < most) return false;
  if (a.kind === 'money' && both === most && both >= fewestOfMoney) return true;
  return both >= fewestWords && both >= share * most;
}

function isRounded(a: Figure, b: Figure): boolean {
  const decimals = Math.min(a.decimals, b.decimals);
  return Math.abs(a.value - b.value) < 10 ** -decimals;
}
