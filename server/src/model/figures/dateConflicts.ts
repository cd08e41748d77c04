import { append } from '../../text/lists.ts';
import type { Report } from '../report.ts';
import { type Prose, wordId } from '../words/prose.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { type Figure, type FiguredBlock, figuredBlocks, idAt, sentenceAt, type WrittenDate } from './figures.ts';

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
  'appointment',
  'assumed',
  'for',
  'manager',
  'registered',
  'constable',
);
const otherPeople = idSet(
  'previous previously former formerly interim deputy assistant acting new service vice virtual executive associate',
);

/** The fact of conflicts between the date of the last inspection and that of the report on it. */
export const publicationOfLast = 'report on the last inspection';

/** A date where it stands. */
type PlacedDate = FigurePlace & { readonly figure: WrittenDate };

/** The date of the last inspection, and from when a post has been held, are facts that reports state more than once. */
export function dateConflicts(report: Report): FigureConflict[] {
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
    if (fact === publicationOfLast || fact === namedInspection) continue;
    const isOfSome = fact === someInspection;
    const odd = oddOnes(isOfSome ? places.filter(({ figure }) => isNextTo(figure, places)) : places);
    for (const { place, usual } of odd) {
      const also = [...places, ...(fact === lastInspection ? ofItsParts(byFact) : [])].filter(
        own => own !== usual && isOtherDate(own.figure, place.figure),
      );
      conflicts.push({ one: usual, other: place, shared: [], fact: isOfSome ? anInspection : fact, also });
    }
    const [first] = places;
    if (fact !== lastInspection || odd.length > 0 || first === undefined) continue;
    const { year } = first.figure;
    // An inspection after the last one, and before this one: *the inspection in 2018*, and *the last inspection in 2017*.
    const later = [...(byFact.get(someInspection) ?? []), ...(byFact.get(namedInspection) ?? [])].find(
      ({ figure }) => figure.year > year && isBefore(figure, report),
    );
    if (later !== undefined) conflicts.push({ one: later, other: first, shared: [], fact });
  }
  append(conflicts, publicationConflicts(byFact, conflicts));
  append(conflicts, tenureConflicts(report, byFact));
  return conflicts;
}

/** What else is dated of the last inspection: the report on it, and what it inspected. */
function ofItsParts(byFact: ReadonlyMap<string, readonly PlacedDate[]>): PlacedDate[] {
  return [...byFact].flatMap(([fact, places]) =>
    fact === publicationOfLast || fact.startsWith(`${lastInspection} of `) ? places : [],
  );
}

/** *The inspection in 2015*, *the inspection in 2016*: two years side by side are one inspection rather than two. */
function isNextTo({ year }: WrittenDate, places: readonly PlacedDate[]): boolean {
  return (
    places.some(({ figure }) => Math.abs(figure.year - year) <= 1 && figure.year !== year) ||
    places.every(({ figure }) => figure.year === year)
  );
}

/** A report on an inspection is published within so many months of it. */
const longestToPublish = 7;

/** What was published before it was inspected, or long after: *the last inspection in 2014*, *its report was published in November 2015*. */
function publicationConflicts(
  byFact: ReadonlyMap<string, readonly PlacedDate[]>,
  known: readonly FigureConflict[],
): FigureConflict[] {
  const published = byFact.get(publicationOfLast) ?? [];
  const inspections = byFact.get(lastInspection) ?? partsBefore(byFact, published);
  // (Where the dates of the inspection differ that is told, and not this too.)
  if (published.length === 0 || known.some(({ fact }) => fact === lastInspection)) return [];
  const odd = inspections.filter(({ figure }) => published.every(own => !isPublishedAfter(figure, own.figure)));
  const [first, ...others] = odd;
  const [one, ...also] = published;
  if (first === undefined || one === undefined) return [];
  return [{ one, other: first, shared: [], fact: publicationOfLast, also: [...also, ...others] }];
}

/** What was inspected last, part by part, where the report on all of it is said to be older than each. */
function partsBefore(
  byFact: ReadonlyMap<string, readonly PlacedDate[]>,
  published: readonly PlacedDate[],
): readonly PlacedDate[] {
  const parts = [...byFact].flatMap(([fact, places]) => (fact.startsWith(`${lastInspection} of `) ? places : []));
  const areAllLater = parts.every(({ figure: { year, month } }) =>
    published.every(own => 12 * own.figure.year + (own.figure.month ?? 12) < 12 * year + (month ?? 1)),
  );
  return areAllLater ? parts : [];
}

function isPublishedAfter(inspected: WrittenDate, published: WrittenDate): boolean {
  const first = 12 * inspected.year + (inspected.month ?? 1);
  const last = 12 * inspected.year + (inspected.month ?? 12);
  const from = 12 * published.year + (published.month ?? 1);
  const to = 12 * published.year + (published.month ?? 12);
  return to >= first && from <= last + longestToPublish;
}

/** How far from what is said a time in post may be, in months: of so many years, or of so many months. */
const roundingOfYears = 11;
const roundingOfMonths = 4;

/** *In post for two years*, and *took up post in June 2018*: counted from the inspection. */
function tenureConflicts(report: Report, byFact: ReadonlyMap<string, readonly PlacedDate[]>): FigureConflict[] {
  const inspected = report.metadata.inspected.at(-1)?.to;
  if (inspected === undefined || ![...byFact.keys()].some(fact => fact.startsWith(appointment))) return [];
  const now = 12 * Number(inspected.slice(0, 4)) + Number(inspected.slice(5, 7));
  const conflicts: FigureConflict[] = [];
  for (const block of figuredBlocks(report)) {
    for (const figure of block.figures) {
      const post = figure.kind === 'duration' ? tenureOf(block, figure) : undefined;
      const [dated, ...others] = (post === undefined ? undefined : byFact.get(post)) ?? [];
      if (post === undefined || dated === undefined || others.some(own => isOtherDate(own.figure, dated.figure)))
        continue;
      const isInYears = isYears(idAt(block.prose, figure.last));
      const months = isInYears ? 12 * figure.value : figure.value;
      const { year, month } = dated.figure;
      const held = now - (12 * year + (month ?? 6));
      const rounding = (isInYears ? roundingOfYears : roundingOfMonths) + (month === undefined ? 6 : 0);
      if (Math.abs(held - months) > rounding)
        conflicts.push({ one: dated, other: { block, figure }, shared: [], fact: post });
    }
  }
  return conflicts;
}

const years = idSet('year years');
const monthsAndYears = idSet('year years month months');

function isYears(id: number): boolean {
  return years.has(id);
}

/** The post that has been held for so long: *in post for two years*, *in the 18 months since the appointment of the director of children’s services*. */
function tenureOf({ prose }: FiguredBlock, { first, last }: Figure): string | undefined {
  if (!monthsAndYears.has(idAt(prose, last))) return undefined;
  const sentence = sentenceAt(prose, first);
  if (sentence === undefined) return undefined;
  const isHeld =
    idAt(prose, first - 1) === word.for && idAt(prose, first - 2) === word.post && idAt(prose, first - 3) === word.in;
  if (isHeld) {
    for (let at = first - 4; at >= sentence.first; at--) {
      const post = postAt(prose, at, true);
      if (post !== undefined) return post === otherPost ? undefined : post;
    }
    return undefined;
  }
  if (idAt(prose, last + 1) !== word.since || idAt(prose, last + 3) !== word.appointment) return undefined;
  for (let at = last + 4; at < Math.min(sentence.last, last + 4 + farthestPost); at++) {
    const post = postAt(prose, at, true);
    if (post !== undefined) return post === otherPost ? undefined : post;
  }
  return undefined;
}

/** So many words after *appointment* may stand whose it is. */
const farthestPost = 8;

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
const namedInspection = 'inspection of a year';
const anInspection = 'inspection before this one';
const appointment = 'appointment of the ';

/** The fact of which a date is the date. */
function factOfDate({ prose }: FiguredBlock, { first, last, year }: WrittenDate): string | undefined {
  let at = first - 1;
  const opening = idAt(prose, at);
  // *The 2014 inspection*
  if (opening === word.the && last === first + 1 && idAt(prose, last) === word.inspection)
    return idAt(prose, last + 1) === word.of ? undefined : namedInspection;
  if (opening !== word.in && opening !== word.since) return undefined;
  at--;
  if (idAt(prose, at) === word.inspection && opening === word.in) {
    if (idAt(prose, at - 1) === word.ofsted) at--;
    const which = idAt(prose, at - 1);
    if (which === word.last || which === word.previous) return lastInspection;
    // *The child protection inspection in 2013*
    const ofPart = inspectable.get(which);
    if (ofPart !== undefined && [at - 2, at - 3].some(i => idAt(prose, i) === word.the))
      return `${lastInspection} of ${ofPart}`;
    if (which === word.the && idAt(prose, last) !== word.of) return someInspection;
  }
  if (opening === word.in) {
    if (idAt(prose, at) === word.published && isOfLastInspection(prose, at)) return publicationOfLast;
    const inspected = inspectedBefore(prose, first);
    if (inspected !== undefined) return `${lastInspection} of ${inspected}`;
  }
  if (idAt(prose, at) === word.visit && idAt(prose, at - 1) === word.focused && idAt(prose, at - 2) === word.the)
    return `focused visit of ${year}`;
  // *The principal’s appointment in …*
  if (opening === word.in && idAt(prose, at) === word.appointment && posts.has(idAt(prose, at - 1))) at--;
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

/** *The last inspection report was published in …* */
function isOfLastInspection(prose: Prose, published: number): boolean {
  const start = Math.max(sentenceAt(prose, published)?.first ?? published, published - farFromInspection);
  let at = published - 1;
  while (at >= start && idAt(prose, at) !== word.inspection) at--;
  return at >= start && isLastly(prose, start, at);
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
  return [at - 1, at - 2].some(verb => idAt(prose, verb) === word.up || idAt(prose, verb) === word.assumed);
}

/** The post whose last word is here; a new holder is the one who holds it, where it is said from when. */
function postAt(prose: Prose, at: number, isHeld = false): string | undefined {
  const id = idAt(prose, at);
  const before = idAt(prose, at - 1);
  let first = -1;
  let post = '';
  const other = posts.get(id);
  if (other !== undefined) {
    first = at;
    post = appointment + other;
  } else if ((id === word.manager && before === word.registered) || (id === word.constable && before === word.chief)) {
    first = at - 1;
    post = `${appointment}${id === word.manager ? 'registered manager' : 'chief constable'}`;
  } else if (id === word.executive && before === word.chief) {
    first = at - 1;
    post = 'appointment of the chief executive';
  } else if (id === word.dcs) {
    if (before !== word.the) return otherPeople.has(before) ? otherPost : undefined;
    first = at;
    post = directorship;
  } else if (isHeld && id === word.director && before === word.new && !ofWhat.has(idAt(prose, at + 1))) {
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
  // *The chief executive, director of …*: two posts.
  const nearest = own === word.the ? first - 1 : first;
  const isJoined = !/[,;(]/.test(prose.text.slice(prose.words[3 * nearest - 2], prose.words[3 * nearest]));
  return isOther && isJoined && sentenceAt(prose, first - 2) === sentenceAt(prose, first) ? otherPost : post;
}

const otherPost = 'another post';
/** What tells of what somebody is the director. */
const ofWhat = idSet('of for');

/** Posts of one word, also with *’s*. */
const posts = new Map(
  ['headteacher', 'principal'].flatMap(post => [post, `${post}'s`].map(form => [wordId(form), post] as const)),
);

const directorship = 'appointment of the director of children’s services';

function isOtherDate(one: WrittenDate, other: WrittenDate): boolean {
  if (one.year !== other.year) return true;
  return one.month !== undefined && other.month !== undefined && one.month !== other.month;
}
