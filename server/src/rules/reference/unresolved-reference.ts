import { numberedTargets } from '../../model/numbering/numberedTargets.ts';
import { partedBreaks, partedNumbers } from '../../model/numbering/partedNumbers.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { NumberPlace, Reference } from '../../model/reference.ts';
import type { Report } from '../../model/report.ts';
import { blockText } from '../../syntax/document.ts';
import { isHigher, letterOf } from '../../syntax/number.ts';
import type { NumberedKind } from '../../syntax/referenceInWords.ts';
import { capitalised } from '../../text/phrases.ts';
import { fixWith } from '../fixWith.ts';
import { lostNumbers } from '../numbers/lostNumbers.ts';
import { numbersInWords } from '../numbers/renumberFix.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { lostExhibits } from './parts/lostExhibits.ts';
import { mayNamePart, namedParts } from './parts/namedParts.ts';

/**
 * The text refers to a paragraph or a recommendation that this report does not have. It was renumbered or taken out, or
 * the number is mistyped. Say which is meant.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph 4).
 *                              ^^^^^^^^^^^ There is no paragraph 4 in this report; the last is 2.
 *
 * 2. Plans are clear (pargraph 9).
 *                     ^^^^^^^^^^ There is no paragraph 9 in this report; the last is 2.
 * ```
 *
 * A finding’s number is no recommendation’s:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 2. Early help is timely.
 *
 * 3. Plans are clear (see recommendation 2).
 *                         ^^^^^^^^^^^^^^^^ There is no recommendation 2 in this report; 2 is a paragraph.
 * ```
 *
 * ```inspectmark,fixed
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * ## Inspection findings
 *
 * 2. Early help is timely.
 *
 * 3. Plans are clear (see paragraph 2).
 * ```
 *
 * Of a range, both ends must be there:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear (paragraphs 1–4).
 *                     ^^^^^^^^^^^^^^ There are no paragraphs 3 and 4 in this report; the last is 2.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear (paragraphs 1–2).
 * ```
 *
 * Where the paragraph itself has lost its number, that is the fault, and no reference to it:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph 2).
 *
 * Plans are clear, and children understand them.
 *
 * 3. Visits are regular.
 * ```
 *
 * Other documents have paragraphs too, and a report without numbers has none to refer to:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * The authority meets paragraph 14 of the guidance, and has acted on the board’s recommendation 3.
 *
 * ## Inspection findings
 *
 * 1. Early help is timely; paragraph 2 says how.
 *
 * 2. Families wait no longer.
 * ```
 */
export const unresolvedReference: Rule = {
  id: 'unresolved-reference',
  group: 'reference',
  kind: 'fault',
  severity: 'error',
  summary: 'A reference leads to a paragraph or recommendation that is not there',
  fixable: true,
  readsWords: whereStands(({ document }, block) => mayNamePart(blockText(document, block))),
  *check({ report }) {
    let items: ReadonlySet<string> | undefined;
    for (const reference of report.references) {
      const { kind } = reference;
      if (kind !== 'paragraph' && kind !== 'recommendation') continue;
      const targets = numberedTargets(report)[kind];
      if (targets.size === 0) continue;
      // A list's item is no target, but a reader finds it.
      const isThere = (number: string): boolean => {
        if (targets.has(number)) return true;
        items ??= new Set(report.paragraphs.flatMap(({ kind, number }) => (kind === 'other' ? (number ?? []) : [])));
        return kind === 'paragraph' && items.has(number);
      };
      const wrong = reference.numbers.filter(({ first, last }) => !isThere(first) || !isThere(last));
      if (
        wrong.length === 0 ||
        wrong.every(({ first, last }) => [first, last].every(own => isThere(own) || lostNumbers(report).has(own)))
      )
        continue;
      yield findingOf(report, reference, kind, wrong, isThere);
    }
    yield* unresolvedParted(report);
    yield* namedParts(report);
    yield* lostExhibits(report);
  },
};

/** References by numbers of the report’s own parts, *paragraph 3.19*, that no paragraph of the part bears. */
function* unresolvedParted(report: Report): Iterable<Finding> {
  const parts = partedNumbers(report);
  if (parts.size === 0) return;
  let known: ReadonlySet<string> | undefined;
  for (const { kind, numbers, from, to } of report.references) {
    if (kind !== 'paragraph') continue;
    for (const { first, last } of numbers) {
      const members = first === last ? parts.get(first.replace(/\d+$/, '')) : undefined;
      if (members === undefined) continue;
      // A heading’s number can be referred to as well.
      known ??= new Set([
        ...report.paragraphs.map(({ number }) => number ?? ''),
        ...report.sections.flatMap(({ title }) => /^\d[\d.]*\d/.exec(title)?.[0] ?? []),
      ]);
      if (known.has(first) || isToldMissing(report, first)) continue;
      yield {
        from,
        to,
        message: `There is no paragraph ${first} in this report; the last there is ${members.at(-1)?.number}. Say which is meant.`,
      };
    }
  }
}

/** Whether a break of its part tells that a number is missing. */
function isToldMissing(report: Report, number: string): boolean {
  return partedBreaks(report).some(
    ({ prefix, missing }) =>
      missing !== undefined && (number === `${prefix}${missing.first}` || number === `${prefix}${missing.last}`),
  );
}

type Targets = ReadonlyMap<string, readonly Paragraph[]>;

function findingOf(
  report: Report,
  reference: Reference,
  kind: NumberedKind,
  wrong: readonly NumberPlace[],
  isThere: (number: string) => boolean,
): Finding {
  const { numbers, targets: named } = reference;
  const targets = numberedTargets(report);
  const missing = named.filter(number => !isThere(number));
  const [first, ...others] = missing;
  const other = kind === 'paragraph' ? 'recommendation' : 'paragraph';
  const isOther = first !== undefined && others.length === 0 && targets[other].has(first);
  const what = others.length === 0 ? `is no ${kind} ${first}` : `are no ${kind}s ${numbersInWords(missing)}`;
  const ascending = ascendingNumbers(targets[kind], letterOf(first ?? ''));
  const where = isOther ? `; ${first} is a ${other}` : nearby(first ?? '', ascending);
  const whole = wrong.length === numbers.length;
  return {
    from: whole ? reference.from : (wrong[0]?.firstSpan.from ?? reference.from),
    to: whole ? reference.to : (wrong.at(-1)?.lastSpan.to ?? reference.to),
    message: `There ${what} in this report${where}. Say which is meant.`,
    fixes: isOther ? otherWord(report, reference, other) : nearerEnd(wrong, targets[kind], ascending.at(-1)),
  };
}

const ordered = new WeakMap<Targets, Map<string, readonly string[]>>();

/** The numbers with a letter, or with none, that can be referred to, in ascending order. */
function ascendingNumbers(targets: Targets, letter: string): readonly string[] {
  const known = ordered.get(targets) ?? new Map<string, readonly string[]>();
  ordered.set(targets, known);
  let numbers = known.get(letter);
  if (numbers === undefined) {
    numbers = [...targets.keys()]
      .filter(number => letterOf(number) === letter)
      .sort((a, b) => (isHigher(a, b) ? 1 : isHigher(b, a) ? -1 : 0));
    known.set(letter, numbers);
  }
  return numbers;
}

/** What a reader finds where the number should be. */
function nearby(number: string, ascending: readonly string[]): string {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isHigher(number, ascending[middle] ?? '')) low = middle + 1;
    else high = middle;
  }
  const [lower, higher] = [ascending[low - 1], ascending[low]];
  if (lower === undefined) return higher === undefined ? '' : `; the first is ${higher}`;
  return higher === undefined ? `; the last is ${lower}` : `; after ${lower} comes ${higher}`;
}

/** *recommendation 12* where 12 is a finding: it is the word that is wrong. */
function otherWord({ document: { source } }: Report, { from, numbers }: Reference, other: string): Fix[] {
  const [number, another] = numbers;
  const word = /^[a-z]+\.?/i.exec(source.slice(from, from + 20))?.[0];
  if (word === undefined || number === undefined || another !== undefined || number.first !== number.last) return [];
  const noun = `${/^[PR]/.test(word) ? capitalised(other) : other}${/s$/i.test(word) ? 's' : ''}`;
  return [fixWith(`Change to “${noun} ${number.first}”`, { from, to: from + word.length }, noun)];
}

/** A range that runs past the last number probably ends there. */
function nearerEnd([range, another]: readonly NumberPlace[], targets: Targets, last: string | undefined): Fix[] {
  if (range === undefined || another !== undefined || last === undefined) return [];
  if (!targets.has(range.first) || !isHigher(last, range.first) || !isHigher(range.last, last)) return [];
  return [fixWith(`Change to ${range.first}–${last}`, range.lastSpan, last)];
}
