import { isHigher } from '../syntax/number.ts';
import type { NumberedKind } from '../syntax/referenceInWords.ts';
import { append } from '../text/lists.ts';
import type { Span } from '../text/text.ts';
import { DerivedFacts } from './derivedFacts.ts';
import { linksOf } from './links.ts';
import { acronymAt, acronymUses } from './names/acronymPlaces.ts';
import type { Paragraph, TagLink } from './paragraph.ts';
import { linkTarget, type NumberPlace, numberedLink } from './reference.ts';
import { numberPlaces } from './references.ts';
import type { Report } from './report.ts';
import type { Section } from './section.ts';

/** What an author may ask about: something that has a name or a number, and stands in several places. */
export type Thing =
  | { readonly kind: NumberedKind; readonly number: string }
  | { readonly kind: 'footnote'; readonly name: string }
  | { readonly kind: 'section'; readonly section: number }
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'acronym'; readonly acronym: string }
  | { readonly kind: 'elsewhere'; readonly path: string; readonly id: string }
  | { readonly kind: 'bareTag'; readonly tag: TagLink };

/** A thing in one of its places. */
export interface ThingPlace extends Span {
  readonly thing: Thing;
  /** Whether it is defined here: the paragraph's own number, the footnote's text, the heading. */
  readonly defines: boolean;
}

const placed = new DerivedFacts<readonly ThingPlace[]>();

/**
 * All places of a report's things, in the order of the text; found on first use. Acronyms are listed where they are
 * defined.
 */
function thingPlaces(report: Report): readonly ThingPlace[] {
  return placed.of(report, () =>
    [...paragraphPlaces(report), ...tagPlaces(report), ...referencePlaces(report), ...otherPlaces(report)].sort(
      inOrder,
    ),
  );
}

/** The thing at an offset, the smallest place if several hold it; an acronym also where it is used. */
export function thingAt(report: Report, offset: number): ThingPlace | undefined {
  let found: ThingPlace | undefined;
  for (const place of thingPlaces(report)) {
    if (place.from > offset) break;
    if (offset <= place.to && (found === undefined || place.to - place.from <= found.to - found.from)) found = place;
  }
  if (found !== undefined) return found;
  const use = acronymAt(report, offset);
  return use && { ...use, thing: { kind: 'acronym', acronym: use.acronym }, defines: false };
}

/**
 * All places of one thing in its report, in the order of the text; where one holds another, the smaller: of *paragraph 5*
 * the number. A range of numbers is a place of all that it takes in.
 */
export function placesOf(report: Report, thing: Thing): ThingPlace[] {
  const places = thingPlaces(report).filter(place => sameThing(place.thing, thing));
  if (thing.kind === 'acronym') {
    const known = new Set(places.map(({ from }) => from));
    for (const use of acronymUses(report, thing.acronym))
      if (!known.has(use.from)) places.push({ ...use, thing, defines: false });
  } else if (thing.kind === 'paragraph' || thing.kind === 'recommendation') {
    for (const range of rangesOver(report, thing)) places.push({ ...range, thing, defines: false });
  }
  places.sort(inOrder);
  return places.filter(({ to }, i) => (places[i + 1]?.to ?? Infinity) > to || (places[i + 1]?.from ?? 0) >= to);
}

/** The place of an id in a report, of a section or a numbered paragraph. */
export function placeOfId(report: Report, id: string): Span | undefined {
  const numbered = numberedLink(id);
  if (numbered === undefined) return sectionOfId(report, id)?.heading;
  const paragraph = numberedParagraph(report, numbered.kind, numbered.number);
  return paragraph?.numberSpan ?? paragraph;
}

const sectionsById = new DerivedFacts<ReadonlyMap<string, Section>>();

/** The section that bears an id; the first of several. */
export function sectionOfId(report: Report, id: string): Section | undefined {
  if (id === '') return undefined;
  return sectionsById
    .of(report, ({ sections }) => new Map(sections.toReversed().map(section => [section.id ?? '', section])))
    .get(id);
}

const paragraphsByNumber = new DerivedFacts<ReadonlyMap<string, Paragraph>>();

/** The paragraph that bears a number: a recommendation, or the first finding of it. */
export function numberedParagraph(report: Report, kind: NumberedKind, number: string): Paragraph | undefined {
  return paragraphsByNumber.of(report, byNumber).get(`${kind} ${number}`);
}

function byNumber({ recommendations, paragraphs }: Report): Map<string, Paragraph> {
  const found = new Map<string, Paragraph>();
  const add = (kind: NumberedKind, paragraph: Paragraph): void => {
    const key = `${kind} ${paragraph.number}`;
    if (!found.has(key)) found.set(key, paragraph);
  };
  for (const recommendation of recommendations) add('recommendation', recommendation);
  const numbered = paragraphs.filter(({ kind }) => kind === 'finding' || kind === 'recommendation');
  // Recommendations with numbers of their own come before the paragraphs with the same.
  for (const paragraph of numbered) if (paragraph.series !== undefined) add('paragraph', paragraph);
  for (const paragraph of numbered) add('paragraph', paragraph);
  return found;
}

/** A place that holds another stands before it. */
function inOrder(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to;
}

function sameThing(a: Thing, b: Thing): boolean {
  if (a.kind === 'bareTag' || b.kind === 'bareTag')
    return a.kind === b.kind && (a as { tag: TagLink }).tag === (b as { tag: TagLink }).tag;
  return keyOf(a) === keyOf(b);
}

function keyOf(thing: Exclude<Thing, { kind: 'bareTag' }>): string {
  switch (thing.kind) {
    case 'paragraph':
    case 'recommendation':
      return `${thing.kind} ${thing.number}`;
    case 'footnote':
      return `footnote ${thing.name}`;
    case 'section':
      return `section ${thing.section}`;
    case 'area':
      return `area ${thing.area}`;
    case 'acronym':
      return `acronym ${thing.acronym}`;
    case 'elsewhere':
      return `elsewhere ${thing.path}#${thing.id}`;
    default:
      return thing satisfies never;
  }
}

function paragraphPlaces(report: Report): ThingPlace[] {
  return report.paragraphs.flatMap(({ kind, number, numberSpan }) => {
    if (number === undefined || numberSpan === undefined || (kind !== 'finding' && kind !== 'recommendation'))
      return [];
    return [
      { ...numberSpan, thing: { kind: kind === 'finding' ? 'paragraph' : kind, number }, defines: true } as const,
    ];
  });
}

/** A tag's numbers are the recommendations' places; a bare tag is a thing of its own, with suggestions. */
function tagPlaces(report: Report): ThingPlace[] {
  const places: ThingPlace[] = [];
  for (const link of report.tags) {
    if (link.isNumber) continue;
    const items = link.tag.confirmed?.items ?? link.tag.items;
    if (items.length === 0)
      places.push({ from: link.from, to: link.to, thing: { kind: 'bareTag', tag: link }, defines: false });
    else append(places, rangePlaces('recommendation', numberPlaces(items, link.base)));
    const only = link.numbers.length === 1 ? link.numbers[0] : undefined;
    if (only !== undefined)
      places.push({ from: link.from, to: link.to, thing: { kind: 'recommendation', number: only }, defines: false });
  }
  return places;
}

function referencePlaces(report: Report): ThingPlace[] {
  const places: ThingPlace[] = [];
  for (const { kind, from, to, targets, numbers } of report.references) {
    if (kind === 'footnote') places.push({ from, to, thing: { kind, name: targets[0] ?? '' }, defines: false });
    else if (kind === 'link') {
      const thing = linkedThing(report, targets[0] ?? '');
      if (thing !== undefined) places.push({ from, to, thing, defines: false });
    } else {
      append(places, rangePlaces(kindOfNumber(report, kind, targets), numbers));
      const only = targets.length === 1 ? targets[0] : undefined;
      if (only !== undefined)
        places.push({ from, to, thing: { kind: kindOfNumber(report, kind, targets), number: only }, defines: false });
    }
  }
  return places;
}

/** Where one series runs through recommendations and findings, *paragraph 5* may be a recommendation. */
function kindOfNumber(report: Report, kind: NumberedKind, targets: readonly string[]): NumberedKind {
  if (kind === 'recommendation') return kind;
  return numberedParagraph(report, kind, targets[0] ?? '')?.kind === 'recommendation' ? 'recommendation' : 'paragraph';
}

function rangePlaces(kind: NumberedKind, numbers: readonly NumberPlace[]): ThingPlace[] {
  return numbers.flatMap(({ first, last, firstSpan, lastSpan }) => {
    const ends: ThingPlace[] = [
      { from: firstSpan.from, to: firstSpan.to, thing: { kind, number: first }, defines: false },
    ];
    if (last !== first)
      ends.push({ from: lastSpan.from, to: lastSpan.to, thing: { kind, number: last }, defines: false });
    return ends;
  });
}

/** The ranges that take in a number and do not name it: *paragraphs 111–131* of 120. */
function rangesOver(report: Report, { kind, number }: { kind: NumberedKind; number: string }): Span[] {
  return rangesWhere(report, kind, ({ first, last }) => isHigher(number, first) && isHigher(last, number));
}

/** The ranges of numbers of one kind, in references and tags, of which something is true. */
export function rangesWhere(report: Report, kind: NumberedKind, isTrue: (range: NumberPlace) => boolean): Span[] {
  const among = (numbers: readonly NumberPlace[]): Span[] =>
    numbers
      .filter(place => place.first !== place.last && isTrue(place))
      .map(({ firstSpan, lastSpan }) => ({ from: firstSpan.from, to: lastSpan.to }));
  const inReferences = report.references.flatMap(({ kind: own, targets, numbers }) =>
    own !== 'link' && own !== 'footnote' && kindOfNumber(report, own, targets) === kind ? among(numbers) : [],
  );
  if (kind === 'paragraph') return inReferences;
  return [
    ...inReferences,
    ...report.tags.flatMap(({ tag, base }) => among(numberPlaces(tag.confirmed?.items ?? tag.items, base))),
  ];
}

function linkedThing(report: Report, target: string): Thing | undefined {
  const { path, id, external } = linkTarget(target);
  if (external) return undefined;
  if (path !== '') return { kind: 'elsewhere', path, id };
  const numbered = numberedLink(id);
  if (numbered !== undefined)
    return { kind: kindOfNumber(report, numbered.kind, [numbered.number]), number: numbered.number };
  const section = sectionOfId(report, id);
  return section && { kind: 'section', section: section.index };
}

function otherPlaces(report: Report): ThingPlace[] {
  const places: ThingPlace[] = [];
  for (const { name, marks, texts } of report.footnotes) {
    for (const mark of marks)
      if (mark.from < report.metadata.span.to)
        places.push({ ...mark, thing: { kind: 'footnote', name }, defines: false });
    for (const { from, block } of texts) {
      const own = report.document.blocks[block];
      const to = own?.kind === 'footnote' ? (report.document.starts[block] ?? 0) + own.nameSpan.to + 1 : from;
      places.push({ from, to, thing: { kind: 'footnote', name }, defines: true });
    }
  }
  for (const { from, to, area, areaSpan } of report.judgements) {
    if (area === undefined) continue;
    places.push({ from, to, thing: { kind: 'area', area }, defines: false });
    if (areaSpan !== undefined)
      places.push({ from: areaSpan.from, to: areaSpan.to, thing: { kind: 'area', area }, defines: false });
  }
  for (const { index, heading, id } of report.sections) {
    if (id !== undefined)
      places.push({ from: heading.from, to: heading.to, thing: { kind: 'section', section: index }, defines: true });
  }
  for (const { from, to, acronym } of report.acronyms)
    places.push({ from, to, thing: { kind: 'acronym', acronym }, defines: true });
  return places;
}

/** The suggestions for a bare tag, as recommendations with what speaks for them, best first. */
export function suggestedRecommendations(
  report: Report,
  tag: TagLink,
): { readonly recommendation: Paragraph; readonly score: number; readonly words: readonly string[] }[] {
  return (linksOf(report).suggestions.get(tag) ?? []).flatMap(({ recommendation, score, words }) => {
    const paragraph = report.recommendations[recommendation];
    return paragraph === undefined ? [] : [{ recommendation: paragraph, score, words }];
  });
}
