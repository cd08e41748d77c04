import { blocksWith, searchFor } from '../../../model/blocksWith.ts';
import type { Report } from '../../../model/report.ts';
import { matchAt } from '../../../text/matchAt.ts';
import type { Finding } from '../../rule.ts';
import { markForm, writtenMarks } from './markForms.ts';
import { isRunningText } from './runningText.ts';

/** Where all notes are numbered, or there are none, words and brackets that name a note by a number that none has. */
export function* unknownNumbers(report: Report): Iterable<Finding> {
  const { footnotes } = report;
  if (!footnotes.every(({ name }) => /^\d+$/.test(name))) return;
  const known = new Set(footnotes.map(({ name }) => name));
  yield* inWords(report, known);
  yield* inBrackets(report, known);
}

/** *footnote 9*. */
function* inWords({ document }: Report, known: ReadonlySet<string>): Iterable<Finding> {
  for (const { block, places } of blocksWith(document, theWord)) {
    if (!isRunningText(block) || block.kind === 'footnote') continue;
    for (const from of places) {
      const [written = '', number = ''] = matchAt(wordAndNumber, document.source, from) ?? [];
      if (written === '' || known.has(number)) continue;
      yield {
        from,
        to: from + written.length,
        severity: 'warning',
        message: `There is no note ${number}. Say which is meant.`,
      };
    }
  }
}

const theWord = searchFor('footno');
const wordAndNumber = /(?<!\p{L})footnote[ \u00a0](\d{1,3})(?![\d.]\d|[\p{L}\d(]|\s{1,4}(?:of|in|to|under|on)\s)/iuy;

/** *visits.[88]*: a mark without its caret. Of a note that has a text that is told there. */
function* inBrackets(report: Report, known: ReadonlySet<string>): Iterable<Finding> {
  for (const { from, match } of writtenMarks(report, bracketed)) {
    const [written, number = ''] = match;
    // Where there are no notes, what stands by itself may be anything.
    if (known.has(number) || (known.size === 0 && report.document.source.charAt(from - 1) === ' ')) continue;
    yield {
      from,
      to: from + written.length,
      severity: 'warning',
      message: `This is not read as a note’s mark, and there is no note ${number}. Write its text and “[^${number}]”, or take it out.`,
    };
  }
}

const longestNoun = 18;

const bracketed = markForm('[', /\[(\d{1,3})\](?![:([])/y, (text, at) =>
  isAfterWords(text.slice(Math.max(0, at - longestNoun), at)) ? at : -1,
);

/** Whether a bracket stands right after words, and none of them is what it numbers. */
function isAfterWords(before: string): boolean {
  return (
    /[\p{Ll}.,;:!?’”)] ?$/u.test(before) &&
    !/(?:paragraphs?|recommendations?|sections?|pages?|notes?|and|to) $/i.test(before)
  );
}
