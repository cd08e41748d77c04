import { isHigher, letterOf, numberParts } from '../../syntax/number.ts';
import type { NumberedKind } from '../../syntax/referenceInWords.ts';
import type { Edit } from '../../text/edit.ts';
import type { Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Paragraph } from '../paragraph.ts';
import { linkTarget, type NumberPlace } from '../reference.ts';
import { numberPlaces } from '../references.ts';
import type { Report } from '../report.ts';
import { numberedTargets } from './numberedTargets.ts';
import { ReorderedNumbers } from './reorderedNumbers.ts';
import { type Series, seriesOf } from './series.ts';
import { seriesNumber } from './seriesNumbers.ts';

/** A number that renumbering does not change, since it cannot tell which paragraph it means. */
export interface UnclearNumber extends Span {
  readonly number: string;
}

/**
 * The edits that give every series its right numbers, and change with them every tag, confirmed tag, reference and link
 * of this report (`markup.md` §6.3); in the order of the text. A reference to a number that is repeated or does not exist
 * stays as it is, and so does a range one of whose ends is such a number.
 */
export function renumbering(report: Report): Edit[] {
  return renumbered(report).edits;
}

/** The references that renumbering leaves as they are although their number is another paragraph's after it. */
export function unclearNumbers(report: Report): UnclearNumber[] {
  const { numbers, unclear } = renumbered(report);
  const after = new Map<NumberedKind, Set<string>>();
  const numbersAfter = (kind: NumberedKind): Set<string> => {
    let known = after.get(kind);
    if (known === undefined) {
      const targets = [...numberedTargets(report)[kind].values()].flat();
      known = new Set(targets.flatMap(target => numbers.get(target) ?? []));
      after.set(kind, known);
    }
    return known;
  };
  return unclear.filter(
    ({ kind, number }) =>
      (numberedTargets(report)[kind].get(number)?.length ?? 0) > 1 || numbersAfter(kind).has(number),
  );
}

/** Paragraphs with other numbers. */
interface Renumbered {
  /** The new number of every member whose number changes. */
  readonly numbers: ReadonlyMap<Paragraph, string>;
  readonly edits: Edit[];
  readonly unclear: (UnclearNumber & { readonly kind: NumberedKind })[];
}

const found = new DerivedFacts<Renumbered>();

/** Found on first use. */
function renumbered(report: Report): Renumbered {
  return found.of(report, newRenumbering);
}

function newRenumbering(report: Report): Renumbered {
  return withNumbers(report, rightNumbers(report));
}

const right = new DerivedFacts<ReadonlyMap<Paragraph, string>>();

/** The right number of every member of a series that bears another, found on first use. */
export function rightNumbers(report: Report): ReadonlyMap<Paragraph, string> {
  return right.of(report, () => {
    const numbers = new Map<Paragraph, string>();
    for (const series of seriesOf(report)) if (series.breaks.length > 0) addRightNumbers(series, numbers);
    return numbers;
  });
}

/**
 * The edits that give paragraphs other numbers, and change with them all that refers to them; in the order of the text.
 *
 * @param isReordered whether what had the higher number may have the lower now, so that a range may become several
 */
export function withNumbers(
  report: Report,
  numbers: ReadonlyMap<Paragraph, string>,
  { isReordered = false } = {},
): Renumbered {
  const edits: Edit[] = [];
  const unclear: Renumbered['unclear'] = [];
  if (numbers.size === 0) return { numbers, edits, unclear };
  for (const [{ numberSpan }, text] of numbers) if (numberSpan !== undefined) edits.push({ ...numberSpan, text });
  const targets = numberedTargets(report);

  const becomes = (number: string, target: Paragraph): string => {
    const right = numbers.get(target);
    return right === undefined ? number : letterOf(number) === '' ? right.slice(letterOf(right).length) : right;
  };
  /** What a number becomes; nothing where it is not clear whose it is. */
  const changed = (kind: NumberedKind, number: string): string | undefined => {
    const [target, another] = targets[kind].get(number) ?? [];
    return target === undefined || another !== undefined ? undefined : becomes(number, target);
  };
  const change = (kind: NumberedKind, { first, last, firstSpan, lastSpan }: NumberPlace): void => {
    let [from, to] = [changed(kind, first), changed(kind, last)];
    if (from === undefined || to === undefined) {
      if (from === undefined) unclear.push({ kind, number: first, ...firstSpan });
      else unclear.push({ kind, number: last, ...lastSpan });
      return;
    }
    if (isHigher(last, first) && isHigher(from, to)) [from, to] = [to, from];
    if (from !== first) edits.push({ ...firstSpan, text: from });
    if (to !== last && lastSpan.from !== firstSpan.from) edits.push({ ...lastSpan, text: to });
  };
  const reordered = new Map<NumberedKind, ReorderedNumbers>();
  const reorderedNumbers = (kind: NumberedKind): ReorderedNumbers => {
    const known = reordered.get(kind);
    if (known !== undefined) return known;
    const all = [...targets[kind]].map(
      ([number, own]) => [number, own.map(target => becomes(number, target))] as const,
    );
    const own = new ReorderedNumbers(new Map(all));
    reordered.set(kind, own);
    return own;
  };
  /** Changes a list; its word at an offset, if that is for one number and the list has more now. */
  const changeList = (kind: NumberedKind, places: readonly NumberPlace[], word?: number): void => {
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return;
    if (!isReordered || places.every(place => place.first === place.last)) {
      for (const place of places) change(kind, place);
      return;
    }
    const { source } = report.document;
    const list = reorderedNumbers(kind).listOf(places, source);
    if (list === undefined) return;
    edits.push({ from: first.firstSpan.from, to: last.lastSpan.to, text: list.text });
    if (word === undefined || list.count <= places.length) return;
    const to = word + (/^[a-z]+/i.exec(source.slice(word, first.firstSpan.from))?.[0].length ?? 0);
    if (!/s/i.test(source.charAt(to - 1))) edits.push({ from: to, to, text: 's' });
  };

  for (const { kind, from, to, targets, numbers } of report.references) {
    if (kind === 'paragraph' || kind === 'recommendation') changeList(kind, numbers, from);
    if (kind !== 'link') continue;
    const { path, number: linked } = linkTarget(targets[0] ?? '');
    if (linked === undefined || path !== '') continue;
    const span = { from: to - 1 - linked.number.length, to: to - 1 };
    if (report.document.source.slice(span.from, span.to) !== linked.number) continue;
    change(linked.kind, { first: linked.number, last: linked.number, firstSpan: span, lastSpan: span });
  }
  const ownNumbers = new Set(report.tags.filter(({ isNumber }) => isNumber).map(({ from }) => from));
  report.document.blocks.forEach(({ inlines }, block) => {
    const base = report.document.starts[block] ?? 0;
    for (const { from, items, confirmed } of inlines.tags)
      if (!ownNumbers.has(base + from)) changeList('recommendation', numberPlaces(confirmed?.items ?? items, base));
  });
  edits.sort((a, b) => a.from - b.from);
  return { numbers, edits, unclear };
}

/** Adds the new numbers of a series' members, of those that change. */
function addRightNumbers(series: Series, numbers: Map<Paragraph, string>): void {
  const { form, start } = series.kind;
  const sections = form === '1.1' ? sectionNumbers(series) : undefined;
  let section = 0;
  let next = start;
  series.members.forEach((member, i) => {
    const own = sections?.[i] ?? 0;
    if (own !== section) next = start;
    section = own;
    const number = sections === undefined ? seriesNumber(form, next) : `${section}.${next}`;
    if (number !== member.number) numbers.set(member, number);
    next++;
  });
}

/** The first part of every member's right number: its own, or if that is out of order its neighbour's in its section. */
function sectionNumbers({ members, breaks }: Series): number[] {
  const wrong = new Set(
    breaks.flatMap(({ sort, members, others }) =>
      sort === 'displaced' ? [...members, ...others] : sort === 'repeated' ? members : [],
    ),
  );
  const own = ({ number }: Paragraph): number => numberParts(number ?? '')[0] ?? 0;
  const sections: number[] = [];
  let before: Paragraph | undefined;
  let ahead = 0;
  members.forEach((member, i) => {
    if (!wrong.has(member)) before = member;
    while (ahead < i || (ahead < members.length && wrong.has(members[ahead] as Paragraph))) ahead++;
    if (!wrong.has(member)) {
      sections.push(own(member));
      return;
    }
    const neighbours = [before, members[ahead]].filter(neighbour => neighbour !== undefined);
    const inSection = neighbours.filter(({ section }) => section === member.section);
    const possible = (inSection.length > 0 ? inSection : neighbours).map(own);
    sections.push(possible.includes(own(member)) ? own(member) : (possible[0] ?? own(member)));
  });
  return sections;
}
