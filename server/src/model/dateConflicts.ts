import { type FigureConflict, type FigurePlace, mostAlike } from './figureConflict.ts';
import { type FiguredBlock, figuredBlocks, idAt, sentenceAt, type WrittenDate } from './figures.ts';
import type { Prose } from './prose.ts';
import type { Report } from './report.ts';
import { idSet, idsOf } from './wordIds.ts';

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
);
const otherPeople = idSet('previous previously former formerly interim deputy assistant acting new service vice');

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
