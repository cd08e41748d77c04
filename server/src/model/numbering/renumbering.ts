import { isHigher, letterOf, numberParts } from '../../syntax/number.ts';
import type { Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import { listInWords } from '../listInWords.ts';
import type { Paragraph } from '../paragraph.ts';
import { linkTarget, type NumberPlace } from '../reference.ts';
import { numberPlaces } from '../references.ts';
import type { Report } from '../report.ts';
import { numberedTargets } from './numberedTargets.ts';
import { type Series, seriesNumber, seriesOf } from './series.ts';

/** A replacement of a span of the text. */
export interface Replacement extends Span {
  readonly text: string;
}

/** A number that renumbering does not change, since it cannot tell which paragraph it means. */
export interface UnclearNumber extends Span {
  readonly number: string;
}

/**
 * The edits that give every series its right numbers, and change with them every tag, confirmed tag, reference and link
 * of this report (`markup.md` §6.3); in the order of the text. A reference to a number that is repeated or does not exist
 * stays as it is, and so does a range one of whose ends is such a number.
 */
export function renumbering(report: Report): Replacement[] {
  return renumbered(report).edits;
}

/** The references that renumbering leaves as they are although their number is another paragraph's after it. */
export function unclearNumbers(report: Report): UnclearNumber[] {
  const { numbers, unclear } = renumbered(report);
  const after = new Map<Kind, Set<string>>();
  const numbersAfter = (kind: Kind): Set<string> => {
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

type Kind = 'paragraph' | 'recommendation';

/** Paragraphs with other numbers. */
interface Renumbered {
  /** The new number of every member whose number changes. */
  readonly numbers: ReadonlyMap<Paragraph, string>;
  readonly edits: Replacement[];
  readonly unclear: (UnclearNumber & { readonly kind: Kind })[];
}

const found = new DerivedFacts<Renumbered>();

/** Found on first use. */
function renumbered(report: Report): Renumbered {
  return found.of(report, newRenumbering);
}

function newRenumbering(report: Report): Renumbered {
  const numbers = new Map<Paragraph, string>();
  for (const series of seriesOf(report)) if (series.breaks.length > 0) addRightNumbers(series, numbers);
  return withNumbers(report, numbers);
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
  const edits: Replacement[] = [];
  const unclear: Renumbered['unclear'] = [];
  if (numbers.size === 0) return { numbers, edits, unclear };
  for (const [{ numberSpan }, text] of numbers) if (numberSpan !== undefined) edits.push({ ...numberSpan, text });
  const targets = numberedTargets(report);

  /** What a number becomes; nothing where it is not clear whose it is. */
  const changed = (kind: Kind, number: string): string | undefined => {
    const [target, another] = targets[kind].get(number) ?? [];
    if (target === undefined || another !== undefined) return undefined;
    const right = numbers.get(target);
    return right === undefined ? number : letterOf(number) === '' ? right.slice(letterOf(right).length) : right;
  };
  const change = (kind: Kind, { first, last, firstSpan, lastSpan }: NumberPlace, isAlone = true): void => {
    let [from, to] = [changed(kind, first), changed(kind, last)];
    if (from === undefined || to === undefined) {
      if (from === undefined) unclear.push({ kind, number: first, ...firstSpan });
      else unclear.push({ kind, number: last, ...lastSpan });
      return;
    }
    if (isReordered && first !== last) {
      const span = { from: firstSpan.from, to: lastSpan.to };
      const numbersIn = [...targets[kind]].flatMap(([number]) =>
        isAmong(number, first, last) ? (changed(kind, number) ?? []) : [],
      );
      const ranges = rangesOf(numbersIn, report.document.source.slice(firstSpan.to, lastSpan.from));
      const text = isAlone ? listInWords(ranges) : ranges.join(', ');
      if (text !== report.document.source.slice(span.from, span.to)) edits.push({ ...span, text });
      return;
    }
    if (isHigher(last, first) && isHigher(from, to)) [from, to] = [to, from];
    if (from !== first) edits.push({ ...firstSpan, text: from });
    if (to !== last && lastSpan.from !== firstSpan.from) edits.push({ ...lastSpan, text: to });
  };

  for (const reference of report.references) {
    const { kind, to } = reference;
    if (kind === 'paragraph' || kind === 'recommendation')
      for (const place of reference.numbers) change(kind, place, reference.numbers.length === 1);
    if (kind !== 'link') continue;
    const { path, number: linked } = linkTarget(reference.targets[0] ?? '');
    if (linked === undefined || path !== '') continue;
    const span = { from: to - 1 - linked.number.length, to: to - 1 };
    if (report.document.source.slice(span.from, span.to) !== linked.number) continue;
    change(linked.kind, { first: linked.number, last: linked.number, firstSpan: span, lastSpan: span });
  }
  const ownNumbers = new Set(report.tags.filter(({ isNumber }) => isNumber).map(({ from }) => from));
  report.document.blocks.forEach(({ inlines }, block) => {
    const base = report.document.starts[block] ?? 0;
    for (const { from, items, confirmed } of inlines.tags) {
      if (ownNumbers.has(base + from)) continue;
      const places = numberPlaces(confirmed?.items ?? items, base);
      for (const place of places) change('recommendation', place, places.length === 1);
    }
  });
  edits.sort((a, b) => a.from - b.from);
  return { numbers, edits, unclear };
}

/** Whether a number is one of a range’s, written as its ends are. */
function isAmong(number: string, first: string, last: string): boolean {
  return letterOf(number) === letterOf(first) && !isHigher(first, number) && !isHigher(number, last);
}

/** Numbers as a reference has them: those that follow one another as a range, joined as the author joins it. */
function rangesOf(numbers: readonly string[], joint: string): string[] {
  const ranges: { first: string; last: string }[] = [];
  for (const number of [...numbers].sort((one, other) => (isHigher(one, other) ? 1 : -1))) {
    const range = ranges.at(-1);
    if (range !== undefined && isNext(range.last, number)) range.last = number;
    else ranges.push({ first: number, last: number });
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first}${joint}${last}`));
}

function isNext(number: string, after: string): boolean {
  const [one, other] = [numberParts(number), numberParts(after)];
  return (
    one.length === other.length && other.every((part, i) => part === (one[i] ?? 0) + (i === one.length - 1 ? 1 : 0))
  );
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
