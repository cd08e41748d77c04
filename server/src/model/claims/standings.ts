import { DerivedFacts } from '../derivedFacts.ts';
import { idAt } from '../figures/figures.ts';
import type { Report } from '../report.ts';
import type { Prose } from '../words/prose.ts';
import type { WordRun } from '../words/quantities.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { type Aspect, standingWords, WordKind } from '../words/wordKinds.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Topics } from './topics.ts';

/** What a clause says of how a thing stands: that it is *in time* or *late*, *regular* or *rare*, *good* or *poor*, or that it is *always* so. */
export interface Standing {
  readonly statement: Statement;
  /** The clause, from where its subject begins. */
  readonly run: WordRun;
  /** The words that say it. */
  readonly mark: WordRun;
  readonly aspect: Aspect | 'always';
  /** Whether it stands well. */
  readonly holds: boolean;
  /** Whether it does so, or not, by the number of those of whom it is said: *few … are timely*. */
  readonly isByNumber: boolean;
  /** *Mostly*, *generally*: it is so in the main. */
  readonly isInTheMain: boolean;
  /** *Not always*: it is not denied of all. */
  readonly isPartly: boolean;
  /** *All*, *always*: it is so of each. */
  readonly isOfAll: boolean;
  /** By what the word for the thing is compared; 0 if it may be any of the clause: *they wait too long for …*. */
  readonly head: number;
  readonly headWord: number;
  /** By what the words for the thing are compared, and those for who has it. */
  readonly of: readonly number[];
  /** By what the word is compared for what is done so, right beside the mark: *regularly reviewed*; 0 if there is none. */
  readonly deed: number;
  readonly clause: ClauseWords;
}

/** Of what a clause speaks. */
export class ClauseWords {
  readonly #topics: Topics;
  readonly #run: WordRun;
  #keys: readonly number[] | undefined;

  constructor(topics: Topics, run: WordRun) {
    this.#topics = topics;
    this.#run = run;
  }

  /** By what its words are compared, each once; those that say how it stands are left out. Read on first use. */
  get keys(): readonly number[] {
    if (this.#keys !== undefined) return this.#keys;
    const { codes, prose } = this.#topics;
    const keys: number[] = [];
    for (let at = this.#run.first; at < this.#run.last; at++) {
      const key = codes[2 * at] as number;
      const kinds = codes[2 * at + 1] as number;
      if (key === 0 || (kinds & WordKind.quantity) !== 0 || keys.includes(key)) continue;
      const isMark =
        (kinds & WordKind.standing) !== 0 && standingWords.has(idAt(prose, at)) && !compounds.has(idAt(prose, at));
      if (!isMark && !fillers.has(idAt(prose, at))) keys.push(key);
    }
    this.#keys = keys;
    return keys;
  }
}

const found = new DerivedFacts<Map<number, readonly Standing[]>>();

/** What a statement, given by its number, says of how things stand; found on first use. */
export function standingsIn(report: Report, at: number): readonly Standing[] {
  const read = found.of(report, () => new Map());
  let standings = read.get(at);
  if (standings === undefined) {
    standings = readStandings(statementsOf(report)[at] as Statement);
    read.set(at, standings);
  }
  return standings;
}

const word = idsOf(
  'too',
  'long',
  'without',
  'no',
  'in',
  'on',
  'time',
  'of',
  'for',
  'and',
  'well',
  'a',
  'an',
  'the',
  'only',
  'half',
  'third',
  'quarter',
  'than',
  'many',
  'to',
  'from',
  'need',
  'needs',
  'ensure',
  'few',
  'fewer',
  'less',
  'number',
  'small',
  'significant',
  'minority',
  'within',
  'enough',
  'early',
  'soon',
  'quickly',
  'high',
  'quality',
  'timely',
  'which',
  'that',
  'turnover',
  'every',
  'month',
  'several',
  'any',
);
/** What denies; after *partly* words it denies of a part alone. */
const denials = idSet(
  "not never no nor neither without cannot none isn't aren't don't doesn't hasn't haven't can't lack lacks lacking fail fails failed insufficiently hardly barely",
);
const partly = idSet('always consistently fully all every universally entirely necessarily');
/** What is wished for, or may be. */
const wished = idSet('should would could might unless if whether until must improve strengthen aim aims will may');
/** What was so once, or is so of some. */
const past = idSet('was were had previously previous earlier some several sometimes occasional occasionally certain');
const prepositions = idSet(
  'of for to in with from on at by about within across among between through into during after before against over under when where who which that whose whom as',
);
/** What is put in front of what is said, up to a comma. */
const fronts = idSet('despite once while although because when where for in with as after on at through');
/** What is said of everything: *the quality of plans* is of plans. */
const generic = idSet(
  'quality timeliness standard standards number numbers level levels rate rates range arrangements process processes access approach vast great large overwhelming fewer high low significant',
);
/** They are in every report, and what is said of them is said of one group or another. */
const people = idSet('children child people person young family families parents carers staff workers practitioners');
/** What is said of a thing named right before them: *staff turnover*. */
const compounds = idSet('stability turnover instability churn shortage shortages');
/** What is said of a whole clause: *delay in progressing plans*. */
const delays = idSet('delay delays drift backlog backlogs');
/** What stands for something that another sentence names: then it holds of that alone. */
const pointing = idSet('these those this such them their it its they both another other');
/** Of these, what goes on with a name: *children in need and those who …*, *children and their families*. */
const joining = idSet('those their its');
const relatives = idSet('who which whose whom');
const being = idSet('is are remain remains be been being');
const articles = idSet('a an the');
const manners = idSet('way manner fashion');
/** What such words stand with: *in time*, *of high quality*. */
const fillers = idSet('way manner fashion time timescale timescales timeframe timeframes quality');
const timescales = idSet('timescale timescales timeframe timeframes');
/** How often it is so: of each of them. */
const everywhere = idSet('always consistently invariably all fully');
const longestFront = 14;
const farthestDenial = 6;
const asides = idSet('however therefore though');
const mostOfThing = 6;
const mostOfTimescale = 4;
const farthestVerb = 5;
const hedges = idSet(
  'mostly largely generally usually mainly broadly predominantly increasingly relatively typically often more',
);
/** What makes two claims of one clause. */
const joints = WordKind.auxiliary | WordKind.junction | WordKind.opener;

/** How a clause as a whole is meant. */
interface Reading {
  readonly statement: Statement;
  readonly clause: Clause;
  /** Where what is said begins: after what is put in front. */
  readonly start: number;
  /** *Few*, *fewer than half*: it does not hold of the others. */
  readonly isOfFew: boolean;
  /** *Many*: it may be so, and not be so of as many. */
  readonly isOfMany: boolean;
  readonly isOfAll: boolean;
  readonly words: ClauseWords;
}

/** Whether a statement may say of something that it does not stand well: by its words alone, before it is read. */
export function maySayIll({ topics: { prose, codes }, sentence }: Statement): boolean {
  let denial = -farthestDenial;
  let isOfFew = false;
  let isMarked = false;
  for (let at = sentence.first; at < sentence.last; at++) {
    const kinds = codes[2 * at + 1] as number;
    if ((kinds & (WordKind.standing | WordKind.ill | WordKind.negation)) === 0) continue;
    const id = idAt(prose, at);
    if ((kinds & WordKind.ill) !== 0) {
      if (standingWords.has(id) || id === word.without || id === word.too || long.has(id)) return true;
      isOfFew = true;
    }
    if (denials.has(id)) denial = at;
    if ((kinds & WordKind.standing) === 0) continue;
    if (at - denial <= farthestDenial) return true;
    isMarked = true;
  }
  return isOfFew && isMarked;
}

const none: readonly Standing[] = [];

function readStandings(statement: Statement): readonly Standing[] {
  const { topics, sentence } = statement;
  const { prose, codes } = topics;
  const opening = idAt(prose, sentence.first);
  if (pointing.has(opening) || (opening === word.in && pointing.has(idAt(prose, sentence.first + 1)))) return none;
  // (Most marks prove to be none: *in the long term*, *high caseloads*.)
  const marks: Mark[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    const mark = ((codes[2 * at + 1] as number) & WordKind.standing) === 0 ? undefined : markAt(statement, at);
    if (mark !== undefined) marks.push(mark);
  }
  if (marks.length === 0) return none;
  const all: Standing[] = [];
  let next = 0;
  for (const clause of clausesOf(topics, sentence)) {
    if ((marks[next]?.first ?? Infinity) >= clause.last) continue;
    const reading = readingOf(statement, clause);
    for (; next < marks.length && (marks[next] as Mark).first < clause.last; next++) {
      const standing = reading && standingAt(reading, marks[next] as Mark);
      if (standing !== undefined) all.push(standing);
    }
  }
  return all;
}

function readingOf(statement: Statement, clause: Clause): Reading | undefined {
  const {
    topics: { prose, codes },
  } = statement;
  const { last } = clause;
  let isOfFew = false;
  let isOfMany = false;
  let isOfAll = false;
  for (let at = clause.start; at < last; at++) {
    const id = idAt(prose, at);
    const before = idAt(prose, at - 1);
    const isSpan = id === word.several && long.has(idAt(prose, at + 1));
    if (((codes[2 * at + 1] as number) & (WordKind.year | WordKind.past)) !== 0 || (past.has(id) && !isSpan))
      return undefined;
    if (id === word.few || id === word.minority) {
      if (before === word.the) return undefined;
      if (before === word.a || before === word.too || before === word.small || before === word.significant) {
        if (id === word.few || before !== word.a) return undefined;
      }
      isOfFew = true;
    } else if (id === word.number && (before === word.small || before === word.a)) return undefined;
    else if (wholly.has(id)) isOfAll ||= !denials.has(before) && !nearly.has(before);
    else if (id === word.many) isOfMany = before !== word.too;
    else if ((id === word.fewer || id === word.less) && idAt(prose, at + 1) === word.than)
      isOfFew = idAt(prose, at + 2) === word.half || idAt(prose, at + 3) === word.third;
    else if (id === word.only && shares.has(idAt(prose, at + 1) === word.a ? idAt(prose, at + 2) : idAt(prose, at + 1)))
      isOfFew = true;
  }
  const start = afterFront(prose, clause);
  if ([start, start + 1].some(at => pointing.has(idAt(prose, at)) || relatives.has(idAt(prose, at)))) return undefined;
  const words = new ClauseWords(statement.topics, { first: start, last });
  return { statement, clause, start, isOfFew, isOfMany, isOfAll, words };
}

function kindsAt({ codes }: Topics, at: number): number {
  return codes[2 * at + 1] ?? 0;
}

/** Whether somebody is left or has to do without. */
function goes(prose: Prose, from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) if (doing.has(idAt(prose, i))) return true;
  return false;
}

const doing = idSet('go goes going are is remain remains left live lives work works');
const waits = idSet('wait waits waiting take takes taking');
const mutes = idSet('several many');
const long = idSet('days weeks months years');
const wholly = idSet('all every always consistently');
const nearly = idSet('almost nearly virtually of');
const shares = idSet('half third quarter');

/** Where a clause begins after what is put in front of it: *Despite pressures, …*. */
function afterFront(prose: Prose, { start, first, last }: Clause): number {
  if (start !== first || !fronts.has(idAt(prose, start))) return start;
  for (let at = start; at < Math.min(last - 2, start + longestFront); at++) if (hasComma(prose, at)) return at + 1;
  return start;
}

/** Words that say how something stands. */
interface Mark extends WordRun {
  readonly aspect: Standing['aspect'];
  readonly well: boolean;
}

/** The words at a place that say how something stands, if they do. */
function markAt({ topics, sentence }: Statement, first: number): Mark | undefined {
  const { prose } = topics;
  const id = idAt(prose, first);
  const known = standingWords.get(id);
  if (known !== undefined) return { first, last: first + 1, aspect: known.aspect, well: known.well };
  const next = first + 1 < sentence.last ? idAt(prose, first + 1) : 0;
  const before = first > sentence.first ? idAt(prose, first - 1) : 0;
  if (everywhere.has(id)) return { first, last: first + 1, aspect: 'always', well: true };
  if (long.has(id)) {
    // *Wait months for …*, *it can take several weeks to …*
    const verb = mutes.has(before) ? first - 2 : first - 1;
    return verb >= sentence.first && waits.has(idAt(prose, verb))
      ? { first: verb, last: first + 1, aspect: 'time', well: false }
      : undefined;
  }
  if (id === word.without) {
    // *Go for months without supervision*
    const isName =
      next !== 0 &&
      next !== word.a &&
      next !== word.any &&
      !standingWords.has(next) &&
      (kindsAt(topics, first + 1) & joints) === 0;
    return isName && goes(prose, sentence.first, first)
      ? { first, last: first + 1, aspect: 'regularity', well: false }
      : undefined;
  }
  if (id === word.every) {
    // *At least every six months*
    const span = [first + 1, first + 2].find(
      at => at < sentence.last && (long.has(idAt(prose, at)) || idAt(prose, at) === word.month),
    );
    return span === undefined ? undefined : { first, last: span + 1, aspect: 'regularity', well: true };
  }
  if (id === word.too) return next === word.long ? { first, last: first + 2, aspect: 'time', well: false } : undefined;
  if (id === word.high)
    return next === word.quality ? { first, last: first + 2, aspect: 'quality', well: true } : undefined;
  if (id === word.enough) {
    const isSoon = before === word.early || before === word.soon || before === word.quickly;
    return { first, last: first + 1, aspect: isSoon ? 'time' : 'quality', well: true };
  }
  if (id === word.well)
    return next !== 0 && endsInEd(prose, first + 1)
      ? { first, last: first + 1, aspect: 'quality', well: true }
      : undefined;
  if (id === word.time)
    return before === word.in || before === word.on
      ? { first, last: first + 1, aspect: 'time', well: true }
      : undefined;
  for (let at = first + 1; at < Math.min(sentence.last, first + 1 + mostOfTimescale); at++)
    if (timescales.has(idAt(prose, at))) return { first, last: at + 1, aspect: 'time', well: true };
  return undefined;
}

function standingAt(reading: Reading, mark: Mark): Standing | undefined {
  const { statement, clause, start, isOfFew, isOfMany } = reading;
  const { prose } = statement.topics;
  const { first: at } = mark;
  const id = idAt(prose, at);
  // (*Despite high staff turnover*: there is some.)
  if (at < start && !compounds.has(id)) return undefined;
  const before = idAt(prose, at - 1);
  // *Improved from poor to good*, *helps to quickly find*; *too good*
  if (before === word.to || before === word.from || (before === word.too && mark.well)) return undefined;
  const denial = denialBefore(reading, at);
  if (denial === undefined || isWished(prose, clause.first, at)) return undefined;
  const denied = denial !== 'not';
  const isDelay = delays.has(id);
  // *Not poor* is not *good*; *without delay* is in time.
  if (denied && ((!mark.well && !(isDelay && isWithout(prose, at))) || isOfFew || mark.aspect === 'always'))
    return undefined;
  if (isOfFew && (!mark.well || mark.aspect === 'always')) return undefined;
  const holds = mark.well !== (denied || isOfFew);
  if (isOfMany && holds) return undefined;
  // *Limited support for those who prefer …*
  if (!holds)
    for (let i = mark.last; i < clause.last && idAt(prose, i) !== word.that; i++)
      if (relatives.has(idAt(prose, i))) return undefined;
  const run = { first: at, last: mark.last };
  const isLoose = isDelay || mark.aspect === 'always' || waits.has(id) || (id === word.too && mark.last === at + 2);
  const thing = isLoose ? (awaited(reading, run) ?? ofClause) : thingOf(reading, run);
  if (thing === undefined) return undefined;
  return {
    statement,
    run: { first: start, last: clause.last },
    mark: run,
    aspect: mark.aspect,
    holds,
    isByNumber: isOfFew,
    isInTheMain: isHedged(prose, start, at),
    isPartly: denial === 'partly',
    isOfAll: reading.isOfAll,
    head: thing.head,
    headWord: thing.headWord,
    of: thing.of,
    deed: deedBeside(statement, run),
    clause: reading.words,
  };
}

/** *Without (any) delay*, *no delays* */
function isWithout(prose: Prose, at: number): boolean {
  return [at - 1, at - 2].some(i => idAt(prose, i) === word.no || idAt(prose, i) === word.without);
}

/** How far what is said at a place is denied; nothing if it cannot be told. */
function denialBefore({ statement, clause }: Reading, at: number): 'wholly' | 'partly' | 'not' | undefined {
  const { prose } = statement.topics;
  let isPartly = false;
  let isApart = false;
  for (let i = at - 1; i >= clause.first; i--) {
    const id = idAt(prose, i);
    // *Is not, however, robust*; *not clear, specific or measured*
    isApart ||= hasComma(prose, i) && !asides.has(id) && !asides.has(idAt(prose, i + 1));
    if (partly.has(id)) isPartly = true;
    if (!denials.has(id)) continue;
    return isApart || at - i > farthestDenial ? undefined : isPartly ? 'partly' : 'wholly';
  }
  return 'not';
}

function isHedged(prose: Prose, first: number, at: number): boolean {
  for (let i = first; i < at; i++) if (hedges.has(idAt(prose, i))) return true;
  return false;
}

function isWished(prose: Prose, first: number, at: number): boolean {
  for (let i = first; i < at; i++) {
    const id = idAt(prose, i);
    if (wished.has(id)) return true;
    if ((id === word.need || id === word.needs) && idAt(prose, i + 1) === word.to) return true;
    if (id === word.ensure && idAt(prose, i - 1) === word.to) return true;
  }
  return false;
}

function deedBeside({ topics: { prose, codes } }: Statement, { first, last }: WordRun): number {
  if (!isAdverb(prose, first)) return 0;
  const at = [last, first - 1].find(i => endsInEd(prose, i));
  return at === undefined ? 0 : (codes[2 * at] ?? 0);
}

const ofClause: Thing = { head: 0, headWord: 0, of: [] };

/** *They wait too long for mediation*: it is said of what they wait for. */
function awaited({ statement, clause }: Reading, { first, last }: WordRun): Thing | undefined {
  const { prose } = statement.topics;
  const isWait = waits.has(idAt(prose, first)) || waits.has(idAt(prose, first - 1));
  if (!isWait || idAt(prose, last) !== word.for || last >= clause.last) return undefined;
  return nameIn(statement, last + 1, clause.last, true);
}

type Thing = Pick<Standing, 'head' | 'headWord' | 'of'>;

/** The thing of which a mark says how it stands: what follows it, or what stands before the verb. */
function thingOf(reading: Reading, mark: WordRun): Thing | undefined {
  const { statement, clause } = reading;
  const {
    topics: { prose, codes },
  } = statement;
  const { first, last } = mark;
  const id = idAt(prose, first);
  if (compounds.has(id)) {
    if (isOtherwise(statement, clause, first)) return undefined;
    let from = first;
    while (from - 1 >= clause.first && first - from < 2 && isPartOfName(statement, from - 1)) from--;
    return from === first ? undefined : nameIn(statement, from, first, true);
  }
  const subject = subjectBefore(reading, first);
  const isOfVerb =
    isAdverb(prose, first) ||
    id === word.every ||
    last - first > 1 ||
    manners.has(idAt(prose, last)) ||
    id === word.time;
  if (isOfVerb || isSaidOf(statement.topics, clause.first, first)) {
    const thing = nameIn(statement, subject.first, subject.last, true);
    // *Children receive a diagnosis promptly*: it is said of what they receive.
    return isOfVerb && thing !== undefined && people.has(thing.headWord) ? { ...thing, head: 0 } : thing;
  }
  let end = last;
  while (
    end < clause.last &&
    end - last < mostOfThing &&
    (end === last || isJoined(prose, end - 1)) &&
    (idAt(prose, end) === word.and || ((codes[2 * end + 1] as number) & joints) === 0) &&
    !pointing.has(idAt(prose, end)) &&
    !prepositions.has(idAt(prose, end))
  )
    end++;
  // *Oversight of these arrangements*
  if (idAt(prose, end) === word.of || idAt(prose, end) === word.for)
    for (let i = end; i < Math.min(clause.last, end + 4); i++) if (pointing.has(idAt(prose, i))) return undefined;
  // *A good range of homes*: of homes.
  const isRange = idAt(prose, end) === word.of && end > last;
  const thing =
    nameIn(statement, last, end, true) ??
    (isRange ? nameIn(statement, end + 1, nameEnd(statement, end + 1, clause.last), true) : undefined);
  if (thing === undefined) return nameIn(statement, subject.first, subject.last, true);
  const owner = nameIn(statement, subject.first, Math.min(subject.last, first), false);
  return owner === undefined ? thing : { ...thing, of: [...thing.of, ...owner.of] };
}

/** Where a name that begins at a word ends. */
function nameEnd({ topics: { prose, codes } }: Statement, first: number, last: number): number {
  let end = first;
  while (
    end < last &&
    end - first < mostOfThing &&
    (end === first || isJoined(prose, end - 1)) &&
    ((codes[2 * end + 1] as number) & joints) === 0 &&
    !pointing.has(idAt(prose, end)) &&
    !prepositions.has(idAt(prose, end))
  )
    end++;
  return end;
}

/** The subject of the clause, up to its verb; from what *that* opens, if it opens one: *they ensure that plans are …*. */
function subjectBefore({ statement, start }: Reading, at: number): WordRun {
  const {
    topics: { prose, codes },
  } = statement;
  let first = start;
  let last = at;
  for (let i = start + 1; i < at; i++) {
    if (idAt(prose, i) === word.that && isVerbOfThat(prose, i - 1)) {
      first = i + 1;
      last = at;
    } else if (
      last === at &&
      i > first &&
      (((codes[2 * i + 1] as number) & (WordKind.auxiliary | WordKind.judged)) !== 0 || verbs.has(idAt(prose, i)))
    )
      last = i;
  }
  return { first, last };
}

/** Verbs that are no nouns. */
const verbs = idSet(
  'take takes meet meets see sees make makes know knows benefit benefits live lives wait waits go goes attend attends',
);
const opensThat = idSet(
  'ensure ensures ensuring ensured means meaning so shows show reports report found find and demonstrates',
);

function isVerbOfThat(prose: Prose, at: number): boolean {
  return opensThat.has(idAt(prose, at));
}

/** *Staff turnover has fallen*, *stability is a challenge*: nothing is said by the word alone. */
function isOtherwise({ topics: { prose } }: Statement, { first, last }: Clause, at: number): boolean {
  if (idAt(prose, at) === word.turnover && ![at - 1, at - 2].some(i => i >= first && amounts.has(idAt(prose, i))))
    return true;
  for (let i = at + 1; i < Math.min(last, at + farthestVerb); i++) if (turns.has(idAt(prose, i))) return true;
  return false;
}

const amounts = idSet('high higher significant considerable constant excessive frequent');
const turns = idSet(
  'reduced reducing fallen falling decreased decreasing improved improving challenge concern issue priority problem target rate',
);

function isAdverb({ text, words }: Prose, at: number): boolean {
  const id = words[3 * at + 2] as number;
  if (id === word.timely) return false;
  const end = words[3 * at + 1] as number;
  return (
    id === word.well || id === word.enough || (text.charCodeAt(end - 1) === 0x79 && text.charCodeAt(end - 2) === 0x6c)
  );
}

/** *Plans are (now) late*: it is said of what stands before. */
function isSaidOf({ prose, codes }: Topics, from: number, at: number): boolean {
  for (let i = at - 1; i >= Math.max(from, at - farthestVerb); i--) {
    const id = idAt(prose, i);
    if (being.has(id)) return true;
    if (articles.has(id) || id === word.and || (codes[2 * i] !== 0 && !isAdverb(prose, i))) return false;
  }
  return false;
}

function isPartOfName({ topics: { prose, codes } }: Statement, at: number): boolean {
  const kinds = codes[2 * at + 1] as number;
  return (
    codes[2 * at] !== 0 &&
    (kinds & (joints | WordKind.negation | WordKind.judged)) === 0 &&
    !prepositions.has(idAt(prose, at)) &&
    !generic.has(idAt(prose, at)) &&
    isJoined(prose, at)
  );
}

/** What some words name; nothing if it stands for something named elsewhere. */
function nameIn(
  { topics: { prose, codes } }: Statement,
  from: number,
  to: number,
  hasHead: boolean,
): Thing | undefined {
  let head = 0;
  let headWord = 0;
  let isHead = hasHead;
  const of: number[] = [];
  for (let at = from; at < to; at++) {
    const id = idAt(prose, at);
    if (pointing.has(id) && !(at > from && joining.has(id))) return undefined;
    if (standingWords.has(id)) continue;
    const isParticiple = at + 1 < to && endsInEd(prose, at);
    if (head !== 0 && (prepositions.has(id) || isParticiple)) isHead = false;
    // *Child in need and child protection plans*
    if (id === word.and && hasHead && people.has(headWord)) isHead = true;
    const key = codes[2 * at] as number;
    if (key === 0 || ((codes[2 * at + 1] as number) & WordKind.quantity) !== 0 || generic.has(id)) continue;
    if (!isHead && (isParticiple || (!hasHead && people.has(id)))) continue;
    if (!people.has(id) && !of.includes(key)) of.push(key);
    if (isHead) {
      head = key;
      headWord = id;
    }
  }
  return head === 0 && of.length === 0 ? undefined : { head, headWord, of };
}

/** Whether what is said of a thing may be said of one group of people or another. */
export function isOfPeople({ headWord }: Standing): boolean {
  return people.has(headWord);
}

function endsInEd({ text, words }: Prose, at: number): boolean {
  const end = words[3 * at + 1] ?? 0;
  return text.charCodeAt(end - 1) === 0x64 && text.charCodeAt(end - 2) === 0x65;
}

/** Whether a comma or the like stands between a word and the next. */
function hasComma({ text, words }: Prose, at: number): boolean {
  const next = words[3 * at + 3] ?? 0;
  for (let i = words[3 * at + 1] ?? next; i < next; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x2c || unit === 0x3b || unit === 0x3a || unit === 0x2013) return true;
  }
  return false;
}

/** Whether nothing but blanks stand between a word and the next. */
function isJoined({ text, words }: Prose, at: number): boolean {
  const next = words[3 * at + 3] ?? 0;
  for (let i = words[3 * at + 1] ?? 0; i < next; i++)
    if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0xa0) return false;
  return true;
}
