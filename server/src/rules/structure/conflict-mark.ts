import type { Report } from '../../model/report.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereWritten } from '../whereStands.ts';

/**
 * Two versions of a text were brought together, and the marks that part them are left. Everything between them stands there
 * twice, and is printed so. Keep one of the two, and take the marks out.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * <<<<<<< HEAD
 * ^^^^^^^ Two versions of this text stand here, one below the other.
 * Services are good.
 * =======
 * Services are now good.
 * >>>>>>> review
 *
 * Plans are clear.
 * ```
 *
 * One that is left alone is told too:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are now good.
 * >>>>>>> review
 * ^^^^^^^ This mark parts two versions of a text.
 * ```
 *
 * So are the marks of a program that compares texts:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are {+now+}[-not yet-] good.
 *              ^^^^^^^^^^^^^^^^^^ The marks of a change are left here. Keep what counts, and take the marks out.
 * ```
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Services are good, and <<< much >>> has improved.
 * ```
 */
export const conflictMark: Rule = {
  id: 'conflict-mark',
  group: 'structure',
  kind: 'fault',
  severity: 'error',
  summary: 'Marks are left that part two versions of a text',
  fixable: false,
  readsWords: whereWritten(/<{7}|\|{7}|={7}|>{7}|\{[+=~-]|\[-/),
  *check({ report }) {
    const { source } = report.document;
    yield* changeMarks(report);
    if (
      !source.includes('<<<<<<<') &&
      !source.includes('>>>>>>>') &&
      !source.includes('=======') &&
      !source.includes('|||||||')
    )
      return;
    let open: { finding: Finding; related: Finding[] } | undefined;
    for (const { 0: line, 1: mark = '', index } of source.matchAll(marks)) {
      const from = index + line.indexOf(mark);
      const place = { from, to: from + mark.length };
      if (mark.startsWith('<')) {
        if (open !== undefined) yield told(open);
        open = {
          finding: {
            ...place,
            message: 'Two versions of this text stand here, one below the other. Keep one, and take the marks out.',
          },
          related: [],
        };
      } else if (open !== undefined) {
        open.related.push({ ...place, message: mark.startsWith('>') ? 'They end here.' : 'The other begins here.' });
        if (!mark.startsWith('>')) continue;
        yield told(open);
        open = undefined;
      } else if (mark.startsWith('>') || standsAlone(source, index)) {
        yield {
          ...place,
          message: 'This mark parts two versions of a text. Keep one of the two, and take the mark out.',
        };
      }
    }
    if (open !== undefined) yield told(open);
  },
};

/** (Seven of them, and after a blank the version’s name.) */
const marks = /(?<=^|[\r\n])((?:<{7}|>{7})(?=\s|$)|(?:\|{7}|={7})(?=[ \t][^\r\n]{1,200}(?:[\r\n]|$)|[\r\n]|$))/g;

/** What a program that compares texts puts around what is new or taken out: *{+new+}[-old-]*. */
const changes = /(?:\{\+(?!\+)[^{}\r\n]{1,200}\+\}|\[-[^[\]\r\n]{1,200}-\](?!\()){1,4}/g;

function* changeMarks({ document: { source } }: Report): Iterable<Finding> {
  if (!source.includes('{+') && !source.includes('[-')) return;
  for (const { 0: written, index } of source.matchAll(changes)) {
    yield {
      from: index,
      to: index + written.length,
      message: 'The marks of a change are left here. Keep what counts, and take the marks out.',
    };
  }
}

/** Whether a line of equals signs underlines nothing. */
function standsAlone(source: string, at: number): boolean {
  return source.charAt(at) !== '=' || /(?:\n[ \t]*\r?\n|\r[ \t]*\r)$/.test(source.slice(Math.max(0, at - 20), at));
}

function told({ finding, related }: { readonly finding: Finding; readonly related: readonly Finding[] }): Finding {
  return { ...finding, related: related.map(({ from, to, message }) => ({ from, to, message })) };
}
