import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver-types';
import { firstWords } from '../model/firstWords.ts';
import { areaTitle } from '../model/frameworkIndex.ts';
import { judgedAreas } from '../model/judgements/judgedAreas.ts';
import { bareTags } from '../model/links.ts';
import type { Paragraph, TagLink } from '../model/paragraph.ts';
import { paragraphsReferredTo, paragraphsReferringTo } from '../model/referredParagraphs.ts';
import type { Report } from '../model/report.ts';
import { numberedParagraph, placesOf, suggestedRecommendations, thingAt } from '../model/things.ts';
import { tiesOf } from '../model/ties.ts';
import type { Span } from '../text/text.ts';

/*
 * The trace of a report. Findings support recommendations, and the judgement of their area; what a paragraph refers to
 * supports it; the parts of an area support its judgement. What supports something are its incoming calls, what rests on
 * it its outgoing ones.
 */

/** What is traced: a paragraph, or an area with its judgement. */
type Traced =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'area'; readonly area: string };

/** What is traced at an offset: the likeliest recommendations of a bare tag, and the paragraph in which words stand. */
export function prepareCallHierarchy(report: Report, uri: string, offset: number): CallHierarchyItem[] {
  return tracedAt(report, offset).map(traced => itemOf(report, uri, traced));
}

/** What supports an item, and where it does so. */
export function incomingCalls(report: Report, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  return connected(report, item, supportsOf).map(({ item: from, fromRanges }) => ({ from, fromRanges }));
}

/** What rests on an item, and where the item says so. */
export function outgoingCalls(report: Report, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  return connected(report, item, restingOn).map(({ item: to, fromRanges }) => ({ to, fromRanges }));
}

/** What something is tied to, and the places in the supporting one that tie them. */
interface Connection {
  readonly traced: Traced;
  readonly places: readonly Span[];
  /** Whether the tags that tie them name none, and this is what they most likely mean. */
  readonly isLikely?: boolean;
}

function connected(
  report: Report,
  item: CallHierarchyItem,
  connections: (report: Report, traced: Traced) => Iterable<Connection>,
) {
  const traced = tracedOf(report, item);
  if (traced === undefined) return [];
  return Array.from(connections(report, traced), ({ traced, places, isLikely }) => ({
    item: itemOf(report, item.uri, traced, isLikely),
    fromRanges: places.map(place => report.text.range(place)),
  }));
}

function* supportsOf(report: Report, traced: Traced): Iterable<Connection> {
  if (traced.kind === 'area') {
    for (const { area } of judgedAreas(report))
      if (parentOf(report, area) === traced.area)
        yield { traced: { kind: 'area', area }, places: placesOfArea(report, area) };
    for (const paragraph of report.paragraphs)
      if (paragraph.kind === 'finding' && areaOf(report, paragraph) === traced.area) yield whole(paragraph);
    return;
  }
  const { paragraph } = traced;
  const findings = tiesOf(report).findingsOf.get(paragraph) ?? [];
  for (const [finding, { tags }] of findings)
    yield tags.length > 0 ? { traced: { kind: 'paragraph', paragraph: finding }, places: tags } : whole(finding);
  const told = new Set([...findings].map(([finding]) => finding));
  for (const { finding, recommendation, tags } of likelyTies(report))
    if (recommendation === paragraph) yield* likely(finding, tags, told);
  for (const to of paragraphsReferredTo(report, paragraph)) if (!told.has(to)) yield whole(to);
}

function* restingOn(report: Report, traced: Traced): Iterable<Connection> {
  if (traced.kind === 'area') {
    const parent = parentOf(report, traced.area);
    if (parent !== undefined && judgedAreas(report).some(({ area }) => area === parent))
      yield { traced: { kind: 'area', area: parent }, places: placesOfArea(report, traced.area) };
    return;
  }
  const { paragraph } = traced;
  const own = [paragraph.numberSpan ?? paragraph];
  const told = new Set<Paragraph>();
  for (const [recommendation, findings] of tiesOf(report).findingsOf) {
    const tie = findings.get(paragraph);
    if (tie === undefined) continue;
    told.add(recommendation);
    yield { traced: { kind: 'paragraph', paragraph: recommendation }, places: tie.tags.length > 0 ? tie.tags : own };
  }
  for (const { finding, recommendation, tags } of likelyTies(report))
    if (finding === paragraph) yield* likely(recommendation, tags, told);
  const area = areaOf(report, paragraph);
  if (paragraph.kind === 'finding' && area !== undefined && judgedAreas(report).some(each => each.area === area))
    yield { traced: { kind: 'area', area }, places: own };
  for (const from of paragraphsReferringTo(report, paragraph))
    if (!told.has(from)) yield { traced: { kind: 'paragraph', paragraph: from }, places: own };
}

/** A paragraph to which a bare tag may tie another, told once. */
function* likely(paragraph: Paragraph, places: readonly TagLink[], told: Set<Paragraph>): Iterable<Connection> {
  if (told.has(paragraph)) return;
  told.add(paragraph);
  yield { traced: { kind: 'paragraph', paragraph }, places, isLikely: true };
}

/** Findings with a bare tag, and the recommendation that it most likely means, in the order of the text. */
function likelyTies(report: Report): { finding: Paragraph; recommendation: Paragraph; tags: TagLink[] }[] {
  const ties = new Map<string, { finding: Paragraph; recommendation: Paragraph; tags: TagLink[] }>();
  for (const tag of bareTags(report)) {
    const finding = report.paragraphs[tag.paragraph];
    const [best] = suggestedRecommendations(report, tag);
    if (finding === undefined || best === undefined) continue;
    const key = `${finding.index} ${best.recommendation.index}`;
    const tie = ties.get(key);
    if (tie === undefined) ties.set(key, { finding, recommendation: best.recommendation, tags: [tag] });
    else tie.tags.push(tag);
  }
  return [...ties.values()];
}

function whole(paragraph: Paragraph): Connection {
  return { traced: { kind: 'paragraph', paragraph }, places: [paragraph.numberSpan ?? paragraph] };
}

/** The area of which another is a part, if that is one. */
function parentOf({ framework }: Report, area: string): string | undefined {
  return framework.areas.find(({ id }) => id === area)?.parent;
}

function areaOf({ sections }: Report, { section }: Paragraph): string | undefined {
  return section === undefined ? undefined : sections[section]?.area;
}

/** Where an area’s judgement is to be seen: the heading of its section, else the first place that grades it. */
function placesOfArea(report: Report, area: string): readonly Span[] {
  const section = report.sections.find(({ ownArea }) => ownArea === area);
  return section === undefined ? placesOf(report, { kind: 'area', area }).slice(0, 1) : [section.heading];
}

function tracedAt(report: Report, offset: number): Traced[] {
  const thing = thingAt(report, offset)?.thing;
  switch (thing?.kind) {
    case 'paragraph':
    case 'recommendation':
      return tracedParagraph(numberedParagraph(report, thing.kind, thing.number));
    case 'area':
      return [{ kind: 'area', area: thing.area }];
    case 'bareTag':
      return suggestedRecommendations(report, thing.tag)
        .slice(0, mostSuggestions)
        .map(({ recommendation }) => ({ kind: 'paragraph', paragraph: recommendation }));
    default: {
      const section = report.sections.find(({ heading }) => heading.from <= offset && offset <= heading.to);
      if (section?.ownArea !== undefined) return [{ kind: 'area', area: section.ownArea }];
      return tracedParagraph(report.paragraphs.find(({ from, to }) => from <= offset && offset <= to));
    }
  }
}

/** So many recommendations that a bare tag may mean are traced. */
const mostSuggestions = 3;

/** (An entry of the list of judgements stands for its area, which `thingAt` finds.) */
function tracedParagraph(paragraph: Paragraph | undefined): Traced[] {
  return paragraph === undefined || paragraph.kind === 'entry' ? [] : [{ kind: 'paragraph', paragraph }];
}

/** By what an item is found again in a text that has changed since: its number or its area, else its place. */
type ItemData =
  | { readonly kind: Paragraph['kind']; readonly number: string }
  | { readonly kind: 'area'; readonly area: string };

function tracedOf(report: Report, { data, selectionRange }: CallHierarchyItem): Traced | undefined {
  const known = data as ItemData | undefined;
  if (known?.kind === 'area') return known;
  const offset = report.text.offsetAt(selectionRange.start);
  if (known === undefined) return tracedAt(report, offset)[0];
  // (Where a number is repeated, the one that is nearest to where it was.)
  const [paragraph] = report.paragraphs
    .filter(({ kind, number }) => kind === known.kind && number === known.number)
    .sort((one, other) => Math.abs(one.from - offset) - Math.abs(other.from - offset));
  return paragraph && { kind: 'paragraph', paragraph };
}

function itemOf(report: Report, uri: string, traced: Traced, isLikely = false): CallHierarchyItem {
  return traced.kind === 'area'
    ? areaItem(report, uri, traced.area)
    : paragraphItem(report, uri, traced.paragraph, isLikely);
}

function areaItem(report: Report, uri: string, area: string): CallHierarchyItem {
  const places = judgedAreas(report).find(each => each.area === area)?.places ?? [];
  const grades = [...new Set(places.map(({ grade }) => grade.label))].join(', ');
  const title = areaTitle(report.framework, area, places[0]?.areaText);
  const section = report.sections.find(({ ownArea }) => ownArea === area);
  const [place = { from: 0, to: 0 }] = placesOfArea(report, area);
  return {
    name: grades === '' ? title : `${grades} · ${title}`,
    kind: SymbolKind.File,
    uri,
    range: report.text.range(section ?? place),
    selectionRange: report.text.range(place),
    data: { kind: 'area', area } satisfies ItemData,
  };
}

/** (A question mark in place of a full stop says that it is likely: names are long, and what follows them is not seen.) */
function paragraphItem(report: Report, uri: string, paragraph: Paragraph, isLikely: boolean): CallHierarchyItem {
  const { number, kind, section } = paragraph;
  const isRecommendation = kind === 'recommendation';
  const words = firstWords(report, paragraph);
  const path = report.sections[section ?? -1]?.path;
  const name = `${number ?? ''}${isLikely ? '?' : number === undefined ? '' : '.'} ${words}`.trim();
  return {
    name: name === '' ? 'Paragraph' : name,
    kind: isRecommendation ? SymbolKind.Enum : SymbolKind.Constant,
    ...(isLikely ? { detail: 'likely; the tag names none' } : path !== undefined && { detail: path }),
    uri,
    range: report.text.range(paragraph),
    selectionRange: report.text.range(paragraph.numberSpan ?? paragraph.content),
    ...(number !== undefined && {
      data: { kind, number } satisfies ItemData,
    }),
  };
}
