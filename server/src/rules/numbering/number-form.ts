import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/text.ts';
import type { Rule } from '../rule.ts';

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
  readsWords: ({ content }, { document: { source } }) => isDigit(source.charCodeAt(content.from)),
  *check({ report }) {
    const { source } = report.document;
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
      if (number.charCodeAt(0) === 48 && number.length > 1) {
        const text = number.replace(/^0+(?=\d)/, '');
        yield {
          ...numberSpan,
          message: `“${number}” begins with a zero. Write “${text}”.`,
          fixes: [{ title: `Change to “${text}”`, edits: [{ ...numberSpan, text }], certain: true }],
        };
      }
      const again = isDigit(source.charCodeAt(content.from)) ? repeatedNumber(report, paragraph) : undefined;
      if (again !== undefined) {
        yield {
          from: again.from,
          to: again.numberTo,
          message: `The number ${number} stands here twice. Take one out.`,
          fixes: [
            { title: 'Take one out', edits: [{ from: again.from, to: again.to, text: '' }], certain: again.isDotted },
          ],
        };
      }
    }
  },
};

/** Whether a number with a letter stands between two of a series that follow on one another. */
function isAmongOthers({ paragraphs }: Report, { index, number = '' }: Paragraph): boolean {
  if (!/^[RS]\d/.test(number)) return false;
  const [before, after] = [paragraphs[index - 1], paragraphs[index + 1]];
  if (before?.series === undefined || before.series !== after?.series) return false;
  return Number(after.number) === Number(before.number) + 1;
}

const opening = /^(\d{1,3})([.:]?)[ \t\u00a0]{1,4}(?=[‘“'"(]{0,3}\p{Lu})/u;
/** The longest that this can be, with what follows it. */
const longest = 14;

/** A paragraph's own number at the start of its text, before what begins a sentence; it ends where that begins. */
function repeatedNumber(
  { document: { source } }: Report,
  { number, content }: Paragraph,
): (Span & { readonly numberTo: number; readonly isDotted: boolean }) | undefined {
  const [whole = '', again, stop = ''] = opening.exec(source.slice(content.from, content.from + longest)) ?? [];
  if (again === undefined || again !== number) return undefined;
  return {
    from: content.from,
    to: content.from + whole.length,
    numberTo: content.from + again.length + stop.length,
    isDotted: stop !== '',
  };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
