import type { MissedNumber } from '../../model/numbering/missedNumber.ts';
import { mayMissNumber, missedBetween, missedNumbers } from '../../model/numbering/missedNumbers.ts';
import { partedNumbers } from '../../model/numbering/partedNumbers.ts';
import { seriesOf } from '../../model/numbering/series.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import { fixWith } from '../fixWith.ts';
import { tornNumber } from '../numbers/tornNumber.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { unnumberedAmong } from './parted/unnumberedAmong.ts';
import { unnumberedSection } from './parted/unnumberedSection.ts';
import { isCounted } from './unread/isCounted.ts';
import { otherwiseNumbered } from './unread/otherwiseNumbered.ts';
import { unnumberedSeries } from './unread/unnumberedSeries.ts';

/**
 * A paragraph has no number where paragraphs are numbered, so nobody can refer to it. Give it the next number, and
 * renumber what follows; or, if it goes on with the paragraph above, join them.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * Plans are clear, and children understand them.
 * ^^^^^^^^^^^^^^^^ This paragraph has no number.
 *
 * 2. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear, and children understand them.
 *
 * 2. Visits are regular.
 * ```
 *
 * A number without its full stop, or after a word, is not read as a number:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2 Plans are clear.
 * ^ 2 is not read as the paragraph’s number
 *
 * 3. Visits are regular.
 *
 * Paragraph 4. Staff are well trained.
 * ^^^^^^^^^^^^ 4 is not read as the paragraph’s number. Write “4.” for “Paragraph 4.”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 *
 * 4. Staff are well trained.
 * ```
 *
 * A number may have been torn from its paragraph:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2.
 *
 * Plans are clear, and children understand them.
 * ^^^^^^^^^^^^^^^^ The number of this paragraph, 2, stands alone above it. Join the two.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear, and children understand them.
 *
 * 3. Visits are regular.
 * ```
 *
 * Nor is one in brackets, behind a bullet’s mark, or with a letter for a figure:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * (2) Plans are clear.
 * ^^^ 2 is not read as the paragraph’s number. Write “2.” for “(2)”.
 *
 * 3. Visits are regular.
 *
 * - 4. Staff are well trained.
 * ^^^^ 4 is not read as the paragraph’s number. Write “4.” for “- 4.”.
 *
 * 5. Leaders know their services.
 *
 * vi. Supervision is regular.
 * ^^^ 6 is not read as the paragraph’s number. Write “6.” for “vi.”.
 *
 * 7. Records are kept well.
 * ```
 *
 * Bullets, tags, lines that lead in to something, quoted words, and sections whose paragraphs are never numbered need
 * no numbers:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Services for children are now good, and improving.
 *
 * ## Recommendations
 *
 * The local authority should make sure of the following:
 *
 * 1. Assessments are timely.
 *
 * ## Inspection findings
 *
 * 2. Assessments are not always timely. They lack:
 *
 * - the views of children
 *
 * (Recommendation 1)
 *
 * ‘My social worker listens to me and to my brothers.’
 *
 * 3. Plans are clear.
 * ```
 */
export const missingNumber: Rule = {
  id: 'missing-number',
  group: 'numbering',
  kind: 'fault',
  severity: 'warning',
  summary: 'A paragraph has no number where paragraphs are numbered',
  fixable: true,
  readsWords: (paragraph, report, rewording) =>
    mayMissNumber(paragraph, report, rewording) || partedNumbers(report).size > 0,
  *check({ report }) {
    yield* unnumberedSeries(report);
    yield* otherwiseNumbered(report);
    yield* unnumberedAmong(report);
    yield* unnumberedSection(report);
    const missed = missedNumbers(report);
    if (missed.length === 0) return;
    const told = toldAsGap(report);
    const bySection = new Map<number, MissedNumber[]>();
    const inForm = new Set<number>();
    let lettered: MissedNumber | undefined;
    for (const own of missed) {
      if (own.sort === 'undotted') {
        inForm.add(own.section);
        // Letters and Roman numbers go on from the first of them.
        if (lettered?.section !== own.section || lettered.number !== own.number) yield undotted(report, own);
        lettered = own;
      }
      // What follows in the same form is a number when its like above is.
      if (
        own.sort === 'unnumbered' &&
        inForm.has(own.section) &&
        otherForm.test(report.document.source.slice(own.from, own.to))
      )
        continue;
      if (own.sort !== 'unnumbered' || told.has(own)) continue;
      const torn = tornNumber(report, own);
      if (torn !== undefined) {
        yield tornOff(report, own, torn);
        continue;
      }
      const others = bySection.get(own.section);
      if (others === undefined) bySection.set(own.section, [own]);
      else others.push(own);
    }
    const strayed = strayedInto(report);
    for (const [section, [first, ...others]] of bySection)
      if (first !== undefined && !strayed.has(section)) yield unnumbered(report, first, others);
  },
};

/** The sections in which the only paragraphs with numbers are told to stand out of order or twice: theirs have none. */
function strayedInto(report: Report): ReadonlySet<number> {
  const odd = new Set<Paragraph>();
  for (const { breaks } of seriesOf(report))
    for (const { sort, members } of breaks)
      if (sort === 'displaced' || sort === 'repeated') for (const own of members) odd.add(own);
  if (odd.size === 0) return new Set();
  const strayed = new Set([...odd].flatMap(({ section }) => section ?? []));
  for (const own of report.paragraphs) if (own.series !== undefined && !odd.has(own)) strayed.delete(own.section ?? -1);
  return strayed;
}

/** A number that is not written as one. */
const otherForm = /^[([]?\d{1,3} ?[)\]:,;–-]/;

/** Nothing but the full stop is wrong, or a word too many. */
const plainForm = /^(?:[a-z]{2,}\.?[ \t\u00a0]?|[§¶][ \t\u00a0]?)?\d+[.:]?$/i;

const longestIndent = 40;

function undotted({ document: { source } }: Report, { from, to, number }: MissedNumber): Finding {
  const written = source.slice(from, to);
  const spaced = /[ \t\u00a0]/.test(source.charAt(to)) ? `${number}.` : `${number}. `;
  const advice =
    written === number
      ? 'Put a full stop after it.'
      : written === `${number}.`
        ? 'Put a space after its full stop.'
        : `Write “${number}.” for “${written}”.`;
  // An indented line would be text.
  const margin = /[ \t]*$/.exec(source.slice(Math.max(0, from - longestIndent), from))?.index ?? 0;
  const start = Math.max(0, from - longestIndent) + margin;
  return {
    from,
    to,
    message: `${number} is not read as the paragraph’s number. ${advice}`,
    fixes: [
      { title: `Change to “${number}.”`, edits: [{ from: start, to, text: spaced }], certain: plainForm.test(written) },
    ],
  };
}

function tornOff(
  { document }: Report,
  { from, to, block }: MissedNumber,
  { number = '', from: start, to: end }: Paragraph,
): Finding {
  const heading = (document.starts[block - 1] ?? 0) + (document.blocks[block - 1]?.start ?? 0);
  if (document.blocks[block - 1]?.kind === 'heading')
    return {
      from,
      to,
      message: `The number of this paragraph, ${number}, stands alone above the heading. Put it before the paragraph.`,
      fixes: [
        {
          title: `Move ${number} to the paragraph`,
          edits: [
            { from: start, to: heading, text: '' },
            { from, to: from, text: `${number}. ` },
          ],
          certain: false,
        },
      ],
    };
  return {
    from,
    to,
    message: `The number of this paragraph, ${number}, stands alone above it. Join the two.`,
    fixes: [fixWith(`Join it to ${number}`, { from: end, to: from }, ' ')],
  };
}

function unnumbered(report: Report, missed: MissedNumber, others: readonly MissedNumber[]): Finding {
  const { from, to, number, block } = missed;
  const { blocks, starts } = report.document;
  const above = blocks[block - 1];
  const end = (starts[block - 1] ?? 0) + (above?.end ?? 0);
  const fixes: Fix[] = [fixWith(`Number it ${number}`, { from, to: from }, `${number}. `)];
  // Where the next paragraph has the number, it may be the second half of the one above.
  const isTaken = isCounted(report, number);
  if (isTaken && (above?.kind === 'numbered' || above?.kind === 'plain'))
    fixes.push(fixWith('Join it to the paragraph above', { from: end, to: from }, ' '));
  const count = others.length === 0 ? '' : `, nor have ${others.length} more in this section`;
  return {
    from,
    to,
    message: `This paragraph has no number${count}. Number it, or join it to the one above.`,
    related: others.map(other => ({ from: other.from, to: other.to, message: 'This paragraph has no number either.' })),
    fixes,
  };
}

/** The unnumbered paragraphs that stand where numbers are missing: the gap is the finding, and offers to number them. */
function toldAsGap(report: Report): Set<MissedNumber> {
  const told = new Set<MissedNumber>();
  for (const { index, breaks } of seriesOf(report)) {
    for (const { sort, before, after } of breaks) {
      if (sort !== 'gap' && sort !== 'start') continue;
      for (const missed of missedBetween(report, index, before, after)) told.add(missed);
    }
  }
  return told;
}
