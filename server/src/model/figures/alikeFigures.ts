import { clausesOf } from '../claims/clauses.ts';
import { kindredStatements, weightsOf } from '../claims/kindredStatements.ts';
import type { Topics } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import { hasWordOf, idAt, wordAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { answerVerbs } from './answerVerbs.ts';
import { dateSide, earlierWords } from './dateSide.ts';
import type { Figure, WrittenDate } from './figure.ts';
import { type FiguredBlock, figuresOf, inSentence } from './figures.ts';

/** A figure of a statement that another repeats with another figure, and the words that both have. */
export interface AlikeFigures {
  readonly one: { readonly block: FiguredBlock; readonly figure: Figure };
  readonly other: { readonly block: FiguredBlock; readonly figure: Figure };
  readonly shared: readonly string[];
}

/** Where two statements say the same, all but a figure. */
export function alikeFigures(report: Report): AlikeFigures[] {
  const statements = statementsOf(report);
  const weights = weightsOf(report);
  const read = new Map<number, readonly FiguredClause[]>();
  const clausesIn = (statement: number): readonly FiguredClause[] => {
    let clauses = read.get(statement);
    if (clauses === undefined) {
      clauses = figuredClauses(report, statements[statement] as Statement, weights);
      read.set(statement, clauses);
    }
    return clauses;
  };
  const figures = new Map<number, readonly Figure[]>();
  const figuresIn = (statement: number): readonly Figure[] => {
    let own = figures.get(statement);
    if (own === undefined) {
      const { sentence } = statements[statement] as Statement;
      own = inSentence(figuresOf(report, sentence.block).figures, sentence).filter(isQuantity);
      figures.set(statement, own);
    }
    return own;
  };
  const found: AlikeFigures[] = [];
  for (const { one, other } of kindredStatements(report)) {
    if ((statements[one]!.kinds & statements[other]!.kinds & WordKind.number) === 0) continue;
    const [a, b] = [statements[one] as Statement, statements[other] as Statement];
    if (!mayDiffer(a.topics, figuresIn(one), b.topics, figuresIn(other))) continue;
    const pair = firstPair(clausesIn(one), clausesIn(other), weights);
    if (pair !== undefined) found.push(pair);
  }
  return found;
}

function isQuantity({ kind }: Figure): boolean {
  return kind !== 'label' && kind !== 'points';
}

/**
 * Whether each of two sentences has a figure that the other has not, of one kind and of one thing. If they have several and
 * none of them in common, each tells of something else in the same words.
 */
function mayDiffer(topics: Topics, ones: readonly Figure[], otherTopics: Topics, others: readonly Figure[]): boolean {
  if (ones.length > 1 && others.length > 1 && !ones.some(one => others.some(other => isSame(one, other)))) return false;
  return ones.some(
    one =>
      !others.some(other => isSame(one, other)) &&
      others.some(other => isOfOneThing(topics, one, otherTopics, other) && !ones.some(own => isSame(own, other))),
  );
}

function isOfOneThing(topics: Topics, one: Figure, otherTopics: Topics, other: Figure): boolean {
  if (one.kind !== other.kind || one.per !== other.per) return false;
  // (*The remaining 15 were on time*: each is of its own whole.)
  if ([idAt(topics.prose, one.first - 1), idAt(otherTopics.prose, other.first - 1)].some(id => rests.has(id)))
    return false;
  // (*Weeks* says nothing of the matter.)
  // (*Every eight weeks*: how often, and not how long.)
  if (one.kind === 'duration' && idAt(topics.prose, one.first - 1) === every) return false;
  if (one.kind === 'duration') return idAt(topics.prose, one.last) === idAt(otherTopics.prose, other.last);
  // (*In two cases* and *in three cases* may be told of others.)
  if (idAt(topics.prose, one.last) === cases && idAt(otherTopics.prose, other.last) === cases) return false;
  const thing = keyAfter(topics, one);
  if (thing !== undefined && thing === keyAfter(otherTopics, other)) return true;
  const before = idAt(topics.prose, one.first - 1);
  return changing.has(before) && before === idAt(otherTopics.prose, other.first - 1);
}

/** *From 60 to 24*: of what both are numbers is said before. */
const changing = idSet('from to by');
const rests = idSet('remaining other others');
const { cases, every } = idsOf('cases', 'every');

/** A clause that has figures, with its dates, and the keys of its words: each with the place where it stands first. */
interface FiguredClause {
  readonly block: FiguredBlock;
  readonly topics: Topics;
  readonly figures: readonly Figure[];
  readonly dates: readonly WrittenDate[];
  readonly keys: ReadonlyMap<number, number>;
  readonly weight: number;
  /** *The longest stay was 41 weeks*: one of several. */
  readonly isExtreme: boolean;
  /** *At the last inspection*, *a year ago* */
  readonly isEarlier: boolean;
  /** *76% said that …* */
  readonly isAnswer: boolean;
}

const extremes = idSet(
  'longest shortest highest lowest largest smallest oldest youngest maximum minimum average fastest slowest',
);

function figuredClauses(report: Report, statement: Statement, weights: Float64Array): FiguredClause[] {
  const { sentence, topics } = statement;
  const { figures, dates } = figuresOf(report, sentence.block);
  const own = inSentence(figures, sentence).filter(isQuantity);
  if (own.length === 0) return [];
  const dated = inSentence(dates, sentence);
  const block = { figures, dates, index: sentence.block, base: sentence.base, prose: topics.prose };
  const isWithin =
    ({ first, last }: WordRun) =>
    (figure: WordRun): boolean =>
      figure.first >= first && figure.first < last;
  return clausesOf(topics, sentence).flatMap(clause => {
    const within = own.filter(isWithin(clause));
    if (within.length === 0 || measures(topics, clause)) return [];
    const keys = keysOf(statement, clause.start, clause.last);
    let weight = 0;
    for (const key of keys.keys()) weight += weights[key] as number;
    let isExtreme = false;
    let isAnswer = false;
    let isEarlier = false;
    for (let i = clause.first; i < clause.last; i++) {
      isExtreme ||= extremes.has(idAt(topics.prose, i));
      isEarlier ||= earlierWords.has(idAt(topics.prose, i));
      isAnswer ||= answerVerbs.has(idAt(topics.prose, i));
    }
    return [
      {
        isExtreme,
        isEarlier,
        isAnswer,
        block,
        topics,
        figures: within,
        dates: dated.filter(isWithin(clause)),
        keys,
        weight,
      },
    ];
  });
}

/** What others have, or should be had, is told of many things in the same words. */
const yardsticks = idSet(
  `average averages national nationally england neighbour neighbours comparator comparators target targets threshold
  thresholds benchmark expected`,
);

/** Whether a clause measures something against what others have, or what there should be. */
function measures({ prose }: Topics, { first, last }: WordRun): boolean {
  return hasWordOf(prose, first, last, yardsticks);
}

/** By what the telling words of a run are compared, numbers left out. */
function keysOf({ topics: { codes } }: Statement, first: number, last: number): Map<number, number> {
  const keys = new Map<number, number>();
  for (let i = first; i < last; i++) {
    const key = keyOfWord(codes, i);
    const kinds = kindsOfWord(codes, i);
    if (key !== 0 && (kinds & (WordKind.quantity | WordKind.number)) === 0 && !keys.has(key)) keys.set(key, i);
  }
  return keys;
}

function firstPair(
  ones: readonly FiguredClause[],
  others: readonly FiguredClause[],
  weights: Float64Array,
): AlikeFigures | undefined {
  for (const one of ones) {
    for (const other of others) {
      const differing = differingIn(one, other);
      if (
        differing === undefined ||
        one.isExtreme !== other.isExtreme ||
        one.isEarlier !== other.isEarlier ||
        !areDatedAlike(one, other)
      )
        continue;
      const shared = sharedBy(one, other, weights);
      if (shared === undefined) continue;
      const [first, second] = differing;
      return { one: { block: one.block, figure: first }, other: { block: other.block, figure: second }, shared };
    }
  }
  return undefined;
}

/** The one figure of each in which two clauses differ. */
function differingIn(one: FiguredClause, other: FiguredClause): [Figure, Figure] | undefined {
  const [first, ...rest] = one.figures.filter(figure => !other.figures.some(own => isSame(figure, own)));
  const [second, ...more] = other.figures.filter(figure => !one.figures.some(own => isSame(figure, own)));
  if (first === undefined || second === undefined || rest.length + more.length > 0) return undefined;
  if (!isOfOneThing(one.topics, first, other.topics, second)) return undefined;
  return isRounded(one.block, first, other.block, second) ? undefined : [first, second];
}

/** So many words after a figure may stand before what it is a number of. */
const nearby = 3;

/** By what the first telling word after a figure is compared: of what it is a number. */
function keyAfter({ codes }: Topics, { last }: Figure): number | undefined {
  for (let i = last; i < last + nearby; i++) {
    const key = keyOfWord(codes, i);
    if (key !== 0) return key;
  }
  return undefined;
}

function isSame(one: Figure, other: Figure): boolean {
  return one.kind === other.kind && one.value === other.value;
}

const rough = idSet('about approximately around nearly almost over under roughly some than least most up');
/** A figure that is called approximate may differ so much. */
const margin = 0.2;

/** Whether two figures may be one that is rounded, or called approximate. */
function isRounded({ prose }: FiguredBlock, one: Figure, { prose: others }: FiguredBlock, other: Figure): boolean {
  const difference = Math.abs(one.value - other.value);
  if (one.decimals !== other.decimals && difference < 1) return true;
  const before = idAt(prose, one.first - 1);
  const otherBefore = idAt(others, other.first - 1);
  const isRough = rough.has(before) || rough.has(otherBefore);
  return isRough && before !== otherBefore && difference <= margin * Math.max(one.value, other.value);
}

/** What was so in another year may have another figure; and so may what was before a year, in it or since. */
function areDatedAlike(one: FiguredClause, other: FiguredClause): boolean {
  return (
    one.dates.length === other.dates.length &&
    one.dates.every((date, i) => {
      const own = other.dates[i];
      if (own?.year !== date.year || own.month !== date.month || own.day !== date.day) return false;
      return dateSide(one.topics.prose, date) === dateSide(other.topics.prose, own);
    })
  );
}

/** So many bits must two clauses have in common, and such a share of both together. */
const leastScore = 14;
const likeness = 0.75;
const likenessOfSeveral = 0.55;
const likenessOfAnswers = 0.9;

/** The words that two clauses have in common, if they say the same. */
function sharedBy(one: FiguredClause, other: FiguredClause, weights: Float64Array): string[] | undefined {
  let score = 0;
  for (const key of one.keys.keys()) if (other.keys.has(key)) score += weights[key] as number;
  const areAnswers = one.isAnswer && other.isAnswer;
  const least = areAnswers ? likenessOfAnswers : isOfSeveral(one, other) ? likenessOfSeveral : likeness;
  if (score < leastScore || 2 * score < least * (one.weight + other.weight)) return undefined;
  const shared = [...one.keys].filter(([key]) => other.keys.has(key));
  if (shared.some(([key]) => areApart(one, other, key))) return undefined;
  return shared.map(([, word]) => wordAt(one.block.prose, word));
}

/** Whether two clauses have another figure in common. */
function isOfSeveral({ figures }: FiguredClause, other: FiguredClause): boolean {
  return figures.some(figure => other.figures.some(own => isSame(figure, own)));
}

/**
 * Whether a word has another before it in each of two clauses: of *primary schools* something else is said than of
 * *secondary schools*.
 */
function areApart(one: FiguredClause, other: FiguredClause, key: number): boolean {
  const before = keyBefore(one, key);
  const otherBefore = keyBefore(other, key);
  return before !== undefined && otherBefore !== undefined && !other.keys.has(before) && !one.keys.has(otherBefore);
}

/** The key whose word stands right before that of another. */
function keyBefore({ keys }: FiguredClause, key: number): number | undefined {
  const place = keys.get(key) as number;
  for (const [own, at] of keys) if (at === place - 1) return own;
  return undefined;
}
