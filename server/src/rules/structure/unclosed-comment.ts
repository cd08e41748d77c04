import type { Block } from '../../syntax/block.ts';
import type { Rule } from '../rule.ts';

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
 */
export const unclosedComment: Rule = {
  id: 'unclosed-comment',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A comment is not ended',
  fixable: false,
  readsWords: false,
  *check({ report: { document } }) {
    const message = 'This comment is not ended, so all after this line is printed. Write “-->” where it ends.';
    for (let i = 0; i < document.blocks.length; i++) {
      const block = document.blocks[i] as Block;
      const start = document.starts[i] ?? 0;
      if (block.kind === 'comment') {
        if (!block.closed) yield { from: start + block.start, to: start + block.end, message };
        continue;
      }
      for (const { from, to, closed } of block.inlines.comments) {
        if (!closed) yield { from: start + from, to: start + to, message };
      }
    }
  },
};
