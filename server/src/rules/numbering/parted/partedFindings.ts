import { missedNumbers } from '../../../model/numbering/missedNumbers.ts';
import { type PartedBreak, partedBreaks, partedNumbers } from '../../../model/numbering/partedNumbers.ts';
import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { openingWords } from '../../../text/phrases.ts';
import type { Finding } from '../../rule.ts';
import { sentencesBetween } from './unnumberedAmong.ts';
import { isHeadingNumber, unreadNumber } from './unreadNumber.ts';

/** A number that the paragraphs of a part lack, *2.4* between *2.3* and *2.5*; where it stands unread, it is told there. */
export function* partedGaps(report: Report): Iterable<Finding> {
  const odd = new Set(
    partedBreaks(report).flatMap(({ sort, members }) =>
      sort === 'repeated' || sort === 'displaced' ? members.map(({ block }) => block) : [],
    ),
  );
  const missed = new Set(missedNumbers(report).map(({ number }) => number));
  for (const { sort, before, after, missing, prefix, start } of partedBreaks(report)) {
    if ((sort !== 'gap' && sort !== 'start') || after?.numberSpan === undefined) continue;
    if (missing === undefined) {
      yield { ...after.numberSpan, message: `The first number is ${prefix}${after.number}, not ${start}. Renumber.` };
      continue;
    }
    // Whose number stands in another part instead is told there.
    const between = report.paragraphs[(before?.index ?? -2) + 1];
    if (missing.count === 1 && between !== undefined && odd.has(between.block)) continue;
    // So is the last of what stands above that has its number in another form.
    if (sort === 'start' && missed.has(missing.first)) continue;
    const number = `${prefix}${missing.first}`;
    const place = { from: before?.content.from ?? sectionStart(report, after), to: after.from };
    if (isHeadingNumber(report, place, number)) continue;
    const related =
      before?.numberSpan === undefined ? [] : [{ ...before.numberSpan, message: 'The numbers go on from here.' }];
    const unread =
      missing.count === 1
        ? (unreadNumber(report, place, number) ??
          otherNumber(report, before, after, number) ??
          unnumbered(report, before, after, number))
        : undefined;
    yield unread !== undefined
      ? { ...unread, related }
      : {
          ...after.numberSpan,
          message:
            missing.count === 1
              ? `Paragraph ${number} is missing. Put back what was removed, or renumber.`
              : `Paragraphs ${number} and ${prefix}${missing.last} are missing. Put back what was removed, or renumber.`,
          related,
        };
  }
  yield* afterLast(report);
}

/** The one paragraph in a gap that has another number. */
function otherNumber(
  { paragraphs }: Report,
  before: Paragraph | undefined,
  after: Paragraph,
  number: string,
): Finding | undefined {
  if (before === undefined || after.index !== before.index + 2) return undefined;
  const { numberSpan, number: written } = paragraphs[before.index + 1] ?? {};
  return (
    numberSpan && {
      ...numberSpan,
      message: `“${written}” does not fit the numbers before and after it. Write “${number}”.`,
    }
  );
}

/** The one paragraph in a gap that is a whole sentence and has no number. */
function unnumbered(
  report: Report,
  before: Paragraph | undefined,
  after: Paragraph,
  number: string,
): Finding | undefined {
  if (before === undefined || after.block - before.block > farthest) return undefined;
  const [only, another] = sentencesBetween(report, before, after);
  if (only === undefined || another !== undefined) return undefined;
  return {
    ...openingWords(report.document.source, only),
    message: `This paragraph has no number, and ${number} is missing. Number it, or renumber what follows.`,
  };
}

/** Farther apart two neighbours have other parts between them. */
const farthest = 12;

/** The number after a part’s last one, where it stands in the section and is not read. */
function* afterLast(report: Report): Iterable<Finding> {
  for (const [prefix, members] of partedNumbers(report)) {
    const last = members.at(-1);
    const section = report.sections[last?.section ?? -1];
    if (last?.number === undefined || section === undefined) continue;
    const number = `${prefix}${Number(last.number.slice(prefix.length)) + 1}`;
    const place = { from: last.content.from, to: section.to };
    if (isHeadingNumber(report, place, number)) continue;
    const unread = unreadNumber(report, place, number);
    if (unread !== undefined) yield unread;
  }
}

function sectionStart({ sections }: Report, { section, from }: Paragraph): number {
  return sections[section ?? -1]?.heading.to ?? from;
}

/** A number that two paragraphs of a part bear. */
export function* partedRepeats(report: Report): Iterable<Finding> {
  for (const { sort, members, others, prefix } of partedBreaks(report)) {
    const [own] = members;
    if (sort !== 'repeated' || own?.numberSpan === undefined) continue;
    const twin = others[0]?.numberSpan;
    const number = `${prefix}${own.number}`;
    yield {
      ...own.numberSpan,
      message: `Two paragraphs are numbered ${number}. Renumber one of them, and what follows.`,
      related: twin === undefined ? [] : [{ ...twin, message: `This one is numbered ${number} too.` }],
    };
  }
}

/** A paragraph of a part that does not stand where its number belongs. */
export function* partedDisplaced(report: Report): Iterable<Finding> {
  for (const own of partedBreaks(report)) {
    const place = own.members[0]?.numberSpan;
    if (own.sort === 'displaced' && place !== undefined) yield { ...place, message: displaced(own) };
  }
}

function displaced({ members, before, right, prefix }: PartedBreak): string {
  const place = before === undefined ? 'out of order' : `after ${prefix}${before.number}`;
  const advice = right === undefined ? 'Move it back, or renumber.' : `By its place this is ${prefix}${right}.`;
  return `Paragraph ${prefix}${members[0]?.number} stands ${place}. ${advice}`;
}
