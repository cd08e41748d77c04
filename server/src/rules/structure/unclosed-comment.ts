import type { Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import { blockText } from '../../syntax/document.ts';
import { isWithin } from '../../text/text.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * A comment is begun and not ended, so it ends with its line: what you meant to keep to yourselves may be printed with
 * the report.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * <!-- ask the data team
 * ^^^^^^^^^^^^^^^^^^^^^^ This comment is not ended
 * about this figure
 *
 * Services are good.
 * ```
 *
 * Write `-->` where it ends:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * <!-- ask the data team
 * about this figure -->
 *
 * Services are good. <!-- since when? -->
 * ```
 *
 * Without its first mark, or with one that is mistyped, a comment is none, and all of it is printed:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are good. Since when? -->
 *                                ^^^ No comment begins before this mark, so it is printed.
 *
 * Plans are clear. <!— who says so? -->
 *                  ^^^ This is not read as a comment, so it is printed.
 * ```
 *
 * A note that is not ended is an error in a final report, as any note is that is left there.
 */
export const unclosedComment: Rule = {
  id: 'unclosed-comment',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A comment is not ended, or not begun',
  fixable: false,
  readsWords: whereStands(mayHoldMark),
  *check({ report: { document, metadata } }) {
    const { blocks, starts, source } = document;
    const finding = (from: number, to: number): Finding => ({
      from,
      to,
      message: 'This comment is not ended, so all after this line is printed. Write “-->” where it ends.',
      severity: metadata.status === 'final' && isNote(source.slice(from, to)) ? 'error' : undefined,
    });
    const hasAngle = angleFinder(source);
    /** Whether a comment is open whose end may come yet. */
    let isOpen = false;
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      const start = starts[i] ?? 0;
      if (block.kind === 'heading') isOpen = false;
      if (block.kind === 'frontMatter') continue;
      if (block.kind === 'comment') {
        if (!block.closed) yield finding(start + block.start, start + block.end);
        isOpen = !block.closed;
        continue;
      }
      const { comments } = block.inlines;
      if (comments.length === 0 && !hasAngle(start, start + block.end)) continue;
      const text = source.slice(start, start + block.end);
      if (comments.length === 0 && !strayMark.test(text)) continue;
      const marks = [...text.matchAll(marksOfComments)].filter(
        ({ index }) => text[index - 1] !== '\\' && !isWithin(comments, index),
      );
      const places = [
        ...comments.map(comment => ({ ...comment, mark: '' })),
        ...marks.map(({ 0: mark, index: from }) => ({ from, to: from + mark.length, closed: false, mark })),
      ].sort((a, b) => a.from - b.from);
      for (const { from, to, closed, mark } of places) {
        if (mark === '' && !closed) yield finding(start + from, start + to);
        if (mark === '' && closed) yield* besideComment(source, start + from, start + to);
        // The end of a comment of which it is told already that something is wrong with it says no more.
        if (mark !== '' && !(isOpen && mark === '-->'))
          yield { from: start + from, to: start + to, message: mark === '-->' ? notBegun : mistyped };
        isOpen = mark === '-->' ? false : mark !== '' || !closed;
      }
    }
  },
};

/** A sign that stands right beside a comment, one more than its marks have: it is printed. */
function* besideComment(source: string, from: number, to: number): Iterable<Finding> {
  const places = [...(source.charAt(from - 1) === '<' ? [from - 1] : []), ...(source.charAt(to) === '>' ? [to] : [])];
  for (const at of places) {
    const place = { from: at, to: at + 1 };
    yield {
      ...place,
      message: 'This extra sign beside a comment is printed. Take it out.',
    };
  }
}

const notBegun =
  'No comment begins before this mark, so it is printed. Write “<!--” where it begins, or take this out.';
const mistyped = 'This is not read as a comment, so it is printed. Write “<!--” here and “-->” where it ends.';

/** What ends a comment, or begins one but for a slip: *<!—* is what some programs make of the mark. */
const marksOfComments = /-->|<--|< ?! ?(?:[–—]|- ?-?)/g;
const strayMark = /--?>|<--|< ?! ?[-–—]/;

/** Tells of stretches of a text, one after the other, whether `<` or `>` is in them. */
function angleFinder(source: string): (from: number, to: number) => boolean {
  const next = ['<', '>'].map(angle => ({ angle, at: source.indexOf(angle) }));
  return (from, to) => {
    for (const each of next) while (each.at >= 0 && each.at < from) each.at = source.indexOf(each.angle, from);
    return next.some(({ at }) => at >= 0 && at < to);
  };
}

function mayHoldMark({ document }: Report, index: number): boolean {
  return strayMark.test(blockText(document, index));
}

/** Whether a comment has words for colleagues: it is neither empty yet nor meant for the checks. */
function isNote(comment: string): boolean {
  return /^<!--\s*(?!inspectmark-)\S/i.test(comment);
}
