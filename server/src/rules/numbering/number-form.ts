import { partedNumbers } from '../../model/numbering/partedNumbers.ts';
import { seriesOf } from '../../model/numbering/series.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import { isDigit } from '../../text/letters.ts';
import type { Span } from '../../text/text.ts';
import { certainChangeTo } from '../fixWith.ts';
import type { Rule } from '../rule.ts';
import { oddParted } from './parted/oddNumbers.ts';
import { openingNumber } from './unread/openingNumber.ts';

/**
 * A paragraph’s number begins with a zero, or stands there twice. It is printed so, and who looks for *paragraph 9* does not
 * find *09*.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 02. Plans are clear.
 * ^^ “02” begins with a zero. Write “2”.
 *
 * 3. 3. Visits are regular.
 *    ^^ The number 3 stands here twice. Take one out.
 *
 * 4. 5. Records are kept well.
 *    ^^ Two numbers stand here, 4 and 5. Take one out.
 *
 * 5. Reviews are timely.
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
 * 4. Records are kept well.
 *
 * 5. Reviews are timely.
 * ```
 *
 * So is one that is numbered by another order than those around it:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * R3. Plans are clear.
 * ^^ The paragraphs around this one are numbered otherwise than “R3”.
 *
 * 2. Visits are regular.
 *
 * 2.1. Records are kept well.
 * ^^^ The paragraphs around this one are numbered otherwise than “2.1”.
 *
 * 3. Reviews are timely.
 * ```
 *
 * A paragraph may begin with a figure:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. 1 in 4 children waits for a plan.
 * ```
 */
export const numberForm: Rule = {
  id: 'number-form',
  group: 'numbering',
  kind: 'fault',
  severity: 'warning',
  summary: 'A paragraph’s number begins with a zero, or stands there twice',
  fixable: true,
  readsWords: ({ content }, report) =>
    isDigit(report.document.source.charCodeAt(content.from)) || partedNumbers(report).size > 0,
  *check({ report }) {
    const { source } = report.document;
    yield* oddParted(report);
    yield* openingNumber(report);
    for (const paragraph of report.paragraphs) {
      const { number, numberSpan, series, content } = paragraph;
      if (number === undefined || numberSpan === undefined) continue;
      if (series === undefined) {
        if (isAmongOthers(report, paragraph)) {
          const message = `The paragraphs around this one are numbered otherwise than “${number}”. Number it as they are.`;
          yield { ...numberSpan, message };
        }
        continue;
      }
      if (number.length > 1 && number.startsWith('0')) {
        const text = number.replace(/^0+(?=\d)/, '');
        yield {
          ...numberSpan,
          message: `“${number}” begins with a zero. Write “${text}”.`,
          fixes: [certainChangeTo(numberSpan, text)],
        };
      }
      const again = isDigit(source.charCodeAt(content.from)) ? numberAgain(report, paragraph) : undefined;
      if (again !== undefined) {
        yield {
          from: again.from,
          to: again.numberTo,
          message:
            again.number === number
              ? `The number ${number} stands here twice. Take one out.`
              : `Two numbers stand here, ${number} and ${again.number}. Take one out.`,
          fixes: [
            { title: 'Take one out', edits: [{ from: again.from, to: again.to, text: '' }], certain: again.isDotted },
          ],
        };
      }
    }
  },
};

/** Whether a number with a letter or a second part stands between two of a series that follow on one another. */
function isAmongOthers({ paragraphs }: Report, { index, kind, number = '' }: Paragraph): boolean {
  if (kind === 'entry' || !/^(?:[RS]\d|\d{1,3}\.\d)/.test(number)) return false;
  const [before, after] = [paragraphs[index - 1], paragraphs[index + 1]];
  if (before?.series === undefined || before.series !== after?.series) return false;
  return Number(after.number) === Number(before.number) + 1;
}

const opening = /^(\d{1,3})([.:]?)[ \t\u00a0]{1,4}(?=[‘“'"(]{0,3}\p{Lu})/u;
/** The longest that this can be, with what follows it. */
const longest = 14;

/**
 * A paragraph's own number at the start of its text, before what begins a sentence, or another that has its full stop; it
 * ends where that begins. One that the series lacks is told of as that.
 */
function numberAgain(
  report: Report,
  { number, series, content }: Paragraph,
): (Span & { readonly number: string; readonly numberTo: number; readonly isDotted: boolean }) | undefined {
  const { source } = report.document;
  const [whole = '', again, stop = ''] = opening.exec(source.slice(content.from, content.from + longest)) ?? [];
  if (again === undefined || (again !== number && (stop !== '.' || isMissing(report, series, again)))) return undefined;
  return {
    number: again,
    from: content.from,
    to: content.from + whole.length,
    numberTo: content.from + again.length + stop.length,
    isDotted: stop !== '' && again === number,
  };
}

function isMissing(report: Report, series: number | undefined, number: string): boolean {
  return seriesOf(report).some(
    ({ index, breaks }) =>
      index === series &&
      breaks.some(({ sort, missing }) => sort === 'gap' && missing?.count === 1 && missing.first === number),
  );
}
