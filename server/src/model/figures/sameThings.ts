import { addToGroup } from '../../text/lists.ts';
import { type Clause, clausesOf } from '../claims/clauses.ts';
import { areOfOthers } from '../claims/otherAreas.ts';
import { afterFrame } from '../claims/toldFrame.ts';
import type { Report } from '../report.ts';
import { providerWords } from '../tables/providerWords.ts';
import { idAt, isCapitalAt, wordAt } from '../words/proseWords.ts';
import { isSummedUp, type Statement, statementsOf } from '../words/statements.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { dateSide } from './dateSide.ts';
import type { Figure } from './figure.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { figuredBlocks, inSentence } from './figures.ts';
import { fewestTerms, type Thing, thingOf } from './figureThings.ts';
import { comparedFrom, isMeasure, onlyOne, type Said, spokenIn } from './saidFigures.ts';
import { spanOf } from './spans.ts';
import { areApartBy } from './steps.ts';

/** A clause that says one number of one thing. */
interface SaidFigure extends FigurePlace {
  readonly figure: Figure;
  readonly kind: Said['kind'];
  readonly statement: Statement;
  readonly clause: Clause;
  readonly thing: Thing;
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
    if (spoken.length === 0 && !figures.some(figure => isMeasure(topics.prose, figure))) continue;
    let before: Clause | undefined;
    for (const clause of clausesOf(topics, sentence)) {
      const said = onlyOne(topics.prose, clause, figures, spoken);
      const thing = said && thingOf(statement, clause, said, provider, before);
      before = clause;
      if (said !== undefined && thing !== undefined)
        addToGroup(byThing, thing.print, { block, ...said, statement, clause, thing });
    }
  }
  return [...byThing.values()].flatMap(all => (all.length > 1 ? conflictIn(report, all) : []));
}

const longestSentence = 80;

/** Two of what was said of one thing, if there are two numbers and no more. */
function conflictIn(report: Report, group: readonly SaidFigure[]): FigureConflict[] {
  const [one, ...rest] = group.slice(0, mostAlike);
  if (one === undefined) return [];
  const all = rest.filter(own => areOne(report, one, own));
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
function fewestToTell(report: Report, { kind, statement }: SaidFigure, { statement: other }: SaidFigure): number {
  if (statement.area !== undefined && other.area !== undefined && statement.area !== other.area)
    return areOfOthers(report, statement, other) ? fewestElsewhere : fewestOfAll;
  return kind === 'often' ? fewestTerms : 0;
}

const fewestElsewhere = 4;
/** What leaders do is done for all. */
const fewestOfAll = 3;

function areOne(report: Report, one: SaidFigure, other: SaidFigure): boolean {
  const { terms } = other.thing;
  return (
    one.thing.terms.length === terms.length &&
    one.thing.terms.every(term => terms.includes(term)) &&
    (terms.length >= fewestToTell(report, one, other) || isSummedUp(one.statement, other.statement)) &&
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
function measureOf({ block, figure, kind, statement: { sentence }, clause }: SaidFigure): string {
  const unit = figure.per ?? '';
  const end = comparedFrom(block.prose, figure.last, clause.last);
  const numbers = inSentence(block.figures, { first: clause.first, last: end }).flatMap(({ first, value }) =>
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
const rough = idSet('about approximately around nearly almost roughly');

/** *72 hours*, *three days*; *five working days*, *a week*: in two units nearly the same may be meant. */
function areOtherSpans({ block, figure }: SaidFigure, { block: otherBlock, figure: otherFigure }: SaidFigure): boolean {
  const [one, other] = [spanOf(block.prose, figure), spanOf(otherBlock.prose, otherFigure)];
  if (one === undefined || other === undefined) return one === other && figure.value !== otherFigure.value;
  const apart = Math.abs(one.hours - other.hours);
  const isRough =
    rough.has(idAt(block.prose, figure.first - 1)) || rough.has(idAt(otherBlock.prose, otherFigure.first - 1));
  return one.unit === other.unit && !isRough ? apart > 0 : apart > roughly * Math.max(one.hours, other.hours);
}

function isApart(first: SaidFigure, second: SaidFigure): boolean {
  const [one, other] = [first.figure, second.figure];
  const apart = Math.abs(one.value - other.value);
  // (*Every four weeks* is *monthly*, near enough; *about 31%* may be 35%.)
  if (first.kind === 'duration') return areOtherSpans(first, second);
  const isRough = [first, second].some(({ block, figure }) => rough.has(idAt(block.prose, figure.first - 1)));
  if (first.kind === 'often' || isRough) return apart > roughly * Math.max(one.value, other.value);
  if (one.kind !== 'percentage' || (!one.inWords && !other.inWords))
    return areApartBy(10 ** -Math.min(one.decimals, other.decimals), one.value, other.value);
  // (Of two shares in words `quantifier-drift` tells, and of what somebody found.)
  return one.inWords !== other.inWords && apart > farthest && !isFramed(first) && !isFramed(second);
}

function isFramed({ statement: { topics, sentence } }: SaidFigure): boolean {
  return afterFrame(topics, sentence) > sentence.first;
}
