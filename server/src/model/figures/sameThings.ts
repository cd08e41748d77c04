import { addToGroup } from '../../text/lists.ts';
import { type Clause, clausesOf } from '../claims/clauses.ts';
import type { Topics } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import { providerWords } from '../tables/providerWords.ts';
import { isBare, termAt, termOf } from '../tables/tableTerms.ts';
import type { Prose } from '../words/prose.ts';
import { gapAfter, idAt, isCapitalAt, wordAt } from '../words/proseWords.ts';
import { isSummedUp, type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { dateSide } from './dateSide.ts';
import type { Figure } from './figure.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { figuredBlocks, inSentence } from './figures.ts';
import { frequencyAt } from './frequencies.ts';
import { shareAt } from './spokenShares.ts';
import { months } from './writtenDates.ts';

/** A clause that says one number of one thing. */
interface SaidFigure extends FigurePlace {
  readonly figure: Figure;
  readonly kind: Said['kind'];
  readonly statement: Statement;
  readonly clause: Clause;
  readonly thing: Thing;
}

/** Of what a clause gives its figure, as it is compared. */
interface Thing {
  /** The same for the same terms, in whatever order. */
  readonly print: number;
  readonly terms: readonly number[];
  /** Where their words stand. */
  readonly places: readonly number[];
}

/**
 * Where two clauses say of the very same thing, in whatever order of words, two numbers, shares, spans of time or how often.
 * All their words must be the same but those that say nothing of the thing: *take place*, *are held*. (What begins with a small
 * letter or a number goes on with what a list’s head says.)
 */
export function sameThings(report: Report): FigureConflict[] {
  const byThing = new Map<number, SaidFigure[]>();
  const figured = figuredBlocks(report);
  const provider = providerWords(report);
  let next = 0;
  for (const statement of statementsOf(report)) {
    if ((statement.kinds & (WordKind.number | WordKind.measure)) === 0) continue;
    const { sentence, topics } = statement;
    if (sentence.last - sentence.first > longestSentence || !isCapitalAt(topics.prose, sentence.first)) continue;
    const spoken = spokenIn(statement);
    while ((figured[next]?.index ?? Infinity) < sentence.block) next++;
    const own = figured[next];
    const isFigured = own?.index === sentence.block;
    if (!isFigured && spoken.length === 0) continue;
    const { block: index, base } = sentence;
    const block = isFigured ? own : { index, base, prose: topics.prose, figures: [], dates: [] };
    const figures = inSentence(block.figures, sentence);
    if (spoken.length === 0 && !figures.some(isMeasure)) continue;
    let before: Clause | undefined;
    for (const clause of clausesOf(topics, sentence)) {
      const said = onlyOne(clause, figures, spoken);
      const thing = said && thingOf(statement, clause, said, provider, before);
      before = clause;
      if (said !== undefined && thing !== undefined)
        addToGroup(byThing, thing.print, { block, ...said, statement, clause, thing });
    }
  }
  return [...byThing.values()].flatMap(all => (all.length > 1 ? conflictIn(all) : []));
}

const longestSentence = 80;

/** A number of a clause; or a share in words, or how often something is done. */
interface Said {
  readonly kind: Figure['kind'] | 'often';
  readonly figure: Figure;
}

/** What a sentence says without figures: shares, and how often something is done. */
function spokenIn({ topics: { prose, codes }, sentence: { first, last }, kinds }: Statement): readonly Said[] {
  if ((kinds & WordKind.measure) === 0) return nothing;
  const spoken: Said[] = [];
  for (let at = first; at < last; at++) {
    if ((kindsOfWord(codes, at) & WordKind.measure) === 0) continue;
    const share = shareAt(prose, at);
    const often = share === undefined ? frequencyAt(prose, at) : undefined;
    if (share !== undefined) spoken.push({ kind: 'percentage', figure: share });
    else if (often !== undefined) spoken.push({ kind: 'often', figure: often });
  }
  return spoken;
}

const nothing: readonly Said[] = [];

/** (Numbers in words are of few things, which others compare.) */
function isMeasure({ kind, inWords }: Figure): boolean {
  if (kind === 'count') return !inWords;
  return kind !== 'label' && kind !== 'age' && kind !== 'points';
}

/** What a clause says in its only figure. */
function onlyOne({ first, last }: Clause, figures: readonly Figure[], spoken: readonly Said[]): Said | undefined {
  const isWithin = (figure: Figure): boolean => figure.first >= first && figure.first < last;
  const own = spoken.filter(({ figure }) => isWithin(figure));
  const plain = figures.filter(
    figure =>
      isWithin(figure) &&
      figure.kind !== 'label' &&
      figure.kind !== 'age' &&
      !own.some(said => figure.first >= said.figure.first && figure.first < said.figure.last),
  );
  const [said, ...others] = [...own, ...plain.map(figure => ({ kind: figure.kind, figure }))];
  return others.length > 0 || said?.kind === 'points' ? undefined : said;
}

/** Of what a clause gives its figure; nothing if it says too little of it. */
function thingOf(
  { topics }: Statement,
  clause: Clause,
  { kind, figure }: Said,
  provider: ReadonlySet<number>,
  before: Clause | undefined,
): Thing | undefined {
  const { prose, codes } = topics;
  if (kind === 'count' && (idAt(prose, figure.last) === word.of || figure.inWords)) return undefined;
  if (bounding.has(idAt(prose, figure.first - 1))) return undefined;
  const named = before !== undefined && namesFor(topics, before, clause) ? before : clause;
  // (*It takes six weeks* says of nothing before it.)
  const opening = idAt(prose, clause.first);
  const isOpen = subjectless.has(opening) && !(opening === word.it && lasting.has(idAt(prose, clause.first + 1)));
  if (named === clause && isOpen) return undefined;
  const isCounted = kind === 'count' || kind === 'money';
  // (*In two cases* and *in three cases* may be told of others.)
  if (isCounted && idAt(prose, figure.last) === word.cases) return undefined;
  const terms: number[] = [];
  const places: number[] = [];
  let print = 0;
  let telling = 0;
  const last = named === clause ? clause.last : asideEnd(prose, figure.last, clause.last);
  for (let at = afterOwner(prose, named.first); at < last; at++) {
    if (at >= figure.first && at < figure.last) continue;
    const kinds = kindsOfWord(codes, at);
    const id = idAt(prose, at);
    if ((kinds & WordKind.number) !== 0 || isBare(id)) continue;
    const role = roles.get(id);
    if (role === teller || (isCounted && (kinds & WordKind.negation) !== 0)) return undefined;
    if (role === idle || provider.has(id) || (kind === 'duration' && everybody.has(id))) continue;
    const term = termOf(id, keyOfWord(codes, at));
    if (terms.includes(term)) continue;
    terms.push(term);
    places.push(at);
    print = (print + Math.imul(term | 0, spread)) | 0;
    if (keyOfWord(codes, at) !== 0 && (kinds & (WordKind.little | WordKind.quantity)) === 0) telling++;
  }
  const fewest = kind === 'often' ? 1 : isCounted ? fewestOfCount : fewestTerms;
  if (terms.length < fewest || telling < 1) return undefined;
  return { print, terms, places };
}

/** *The board, which meets twice a year, …*: whether a clause is but the name of what the next tells. */
function namesFor({ prose, codes }: Topics, { first, last }: Clause, clause: Clause): boolean {
  if (idAt(prose, clause.first) !== word.which || last !== clause.first || last - first > longestName) return false;
  if (idAt(prose, first) !== word.the || !gapAfter(prose, last - 1).startsWith(',')) return false;
  for (let at = first; at < last; at++) if ((kindsOfWord(codes, at) & WordKind.auxiliary) !== 0) return false;
  return true;
}

const longestName = 6;

/** Where what is said between two commas ends. */
function asideEnd(prose: Prose, first: number, last: number): number {
  for (let at = first - 1; at + 1 < last; at++) if (gapAfter(prose, at).startsWith(',')) return at + 1;
  return last;
}

/** *The service has a vacancy rate of 8%*: where a clause says what there is, after whose it is. */
function afterOwner(prose: Prose, first: number): number {
  const isOwner = idAt(prose, first) === word.the && owners.has(idAt(prose, first + 1));
  return isOwner && idAt(prose, first + 2) === word.has ? first + 3 : first;
}

const owners = idSet('service council authority department trust school home prison force provider');

/** Spreads the terms of a thing over all numbers. */
const spread = 0x9e3779b1 | 0;
const word = idsOf('of', 'cases', 'which', 'the', 'has', 'it');
const lasting = idSet('takes took');
const fewestTerms = 2;
const fewestOfCount = 3;
const bounding = idSet('over under some than least most up to by');
const rough = idSet('about approximately around nearly almost roughly');

/** What opens a clause that goes on about what was said before it. */
const subjectless = idSet('which who whose that this these it they');

/** Who wait is not said of every wait. */
const everybody = idSet('families parents patients prisoners pupils residents learners carers');

const teller = 1;
const idle = 2;
/** Who tell what they did themselves; and what is said of a thing whenever it is told how much or how often it is. */
const roles: ReadonlyMap<number, number> = new Map([
  ...[...idSet('we us i inspectors')].map(id => [id, teller] as const),
  ...[
    ...idSet(
      `take takes took taking place held hold holds happen happens happened carried undertaken completed made conducted meet
      meets met once out child children young people wait waits waited waiting stand stands stood receive receives received`,
    ),
    ...months.keys(),
  ].map(id => [id, idle] as const),
]);

/** Two of what was said of one thing, if there are two numbers and no more. */
function conflictIn(group: readonly SaidFigure[]): FigureConflict[] {
  const [one, ...rest] = group.slice(0, mostAlike);
  if (one === undefined) return [];
  const all = rest.filter(own => areOne(one, own));
  const other = all.find(own => isApart(one, own));
  if (other === undefined || one.statement.sentence.paragraph === other.statement.sentence.paragraph) return [];
  if (new Set([one, ...all].map(({ figure }) => figure.value)).size > 2) return [];
  const { prose } = other.block;
  const shared = other.thing.places.map(at => wordAt(prose, at));
  return [{ one, other, shared, fact: undefined }];
}

/**
 * So many terms tell of a thing that it is one: *reviews are held every three months* is said of some reviews here, and of
 * others there, above all in another area. (A summary says it of all.)
 */
function fewestToTell({ kind, statement: { area } }: SaidFigure, { statement }: SaidFigure): number {
  if (area !== undefined && statement.area !== undefined && area !== statement.area) return fewestElsewhere;
  return kind === 'often' ? fewestTerms : 0;
}

const fewestElsewhere = 4;

function areOne(one: SaidFigure, other: SaidFigure): boolean {
  const { terms } = other.thing;
  return (
    one.thing.terms.length === terms.length &&
    one.thing.terms.every(term => terms.includes(term)) &&
    (terms.length >= fewestToTell(one, other) || isSummedUp(one.statement, other.statement)) &&
    !areOfTwoTimes(tenseOf(one), tenseOf(other)) &&
    measureOf(one) === measureOf(other)
  );
}

/** *Turnover is 12%*, *turnover was 15%*: now and before. */
function areOfTwoTimes(one: Tense, other: Tense): boolean {
  return one !== other && one !== 'either' && other !== 'either';
}

type Tense = 'now' | 'before' | 'either';

function tenseOf({ statement: { topics }, clause }: SaidFigure): Tense {
  let tense: Tense = 'either';
  for (let at = clause.first; at < clause.last; at++) {
    const id = idAt(topics.prose, at);
    if (present.has(id)) return 'now';
    if (past.has(id)) tense = 'before';
  }
  return tense;
}

const present = idSet('is are has have');
const past = idSet('was were had did');

/** In what something is measured, and when; and the other numbers of its clause, which are of its name. */
function measureOf({ block, figure, kind, statement: { topics, sentence }, clause }: SaidFigure): string {
  const unit = kind === 'duration' ? termAt(topics, figure.last) : (figure.per ?? '');
  const numbers = inSentence(block.figures, clause).flatMap(({ first, value }) =>
    first < figure.first || first >= figure.last ? value : [],
  );
  const when = inSentence(block.dates, sentence).map(
    date => `${date.year} ${date.month} ${date.day} ${dateSide(block.prose, date)}`,
  );
  return [kind, unit, ...numbers, ...when].join('|');
}

/** A share in words stands for what is within so many points of it. */
const farthest = 10;
const roughly = 0.2;

function isApart(first: SaidFigure, second: SaidFigure): boolean {
  const [one, other] = [first.figure, second.figure];
  const apart = Math.abs(one.value - other.value);
  // (*Every four weeks* is *monthly*, near enough; *about 31%* may be 35%.)
  const isRough = [first, second].some(({ block, figure }) => rough.has(idAt(block.prose, figure.first - 1)));
  if (first.kind === 'often' || isRough) return apart > roughly * Math.max(one.value, other.value);
  if (one.kind !== 'percentage' || (!one.inWords && !other.inWords))
    return apart >= Math.max(10 ** -one.decimals, 10 ** -other.decimals);
  // (Of two shares in words `quantifier-drift` tells.)
  return one.inWords !== other.inWords && apart > farthest;
}
