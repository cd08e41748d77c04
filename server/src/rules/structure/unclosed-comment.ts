import type { Block } from '../../syntax/block.ts';
import type { Finding, Rule } from '../rule.ts';

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
 * A note that is not ended is an error in a final report, as any note is that is left there.
 */
export const unclosedComment: Rule = {
  id: 'unclosed-comment',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A comment is not ended',
  fixable: false,
  readsWords: false,
  *check({ report: { document, metadata } }) {
    const { blocks, starts, source } = document;
    const finding = (from: number, to: number): Finding => ({
      from,
      to,
      message: 'This comment is not ended, so all after this line is printed. Write “-->” where it ends.',
      severity: metadata.status === 'final' && isNote(source.slice(from, to)) ? 'error' : undefined,
    });
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[i] as Block;
      const start = starts[i] ?? 0;
      if (block.kind === 'comment') {
        if (!block.closed) yield finding(start + block.start, start + block.end);
        continue;
      }
      for (const { from, to, closed } of block.inlines.comments) if (!closed) yield finding(start + from, start + to);
    }
  },
};

/** Whether a comment has words for colleagues: it is neither empty yet nor meant for the checks. */
function isNote(comment: string): boolean {
  return /^<!--\s*(?!inspectmark-)\S/i.test(comment);
}
