import { blocksOfKind } from '../../model/blocksOfKind.ts';
import type { Rule } from '../rule.ts';

/**
 * A heading has no words. It opens no section, and what follows it counts to the section above.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are good.
 *
 * ##
 * ^^ This heading has no words
 *
 * They have been good since 2014.
 * ```
 *
 * Nor are marks a title:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Services are good.
 *
 * ### ...
 * ^^^^^^^ This heading has marks and no words
 *
 * They have been good since 2014.
 * ```
 *
 * Write the title, or take the heading out. Only a heading that says in braces what its section is for needs no title;
 * it is not printed:
 *
 * ```inspectmark
 * ## {.notices}
 *
 * If you are not happy with this report, please tell us.
 * ```
 */
export const missingTitle: Rule = {
  id: 'missing-title',
  group: 'structure',
  kind: 'fault',
  severity: 'error',
  summary: 'A heading has no words',
  fixable: false,
  readsWords: false,
  *check({ report }) {
    const { sections } = report;
    let next = 0;
    for (const { block, index, start } of blocksOfKind(report, 'heading')) {
      if (sections[next]?.block === index) {
        const { title } = sections[next++] ?? { title: '' };
        if (title === '' || /[\p{L}\p{N}]/u.test(title)) continue;
        yield {
          from: start + block.start,
          to: start + block.end,
          message: 'This heading has marks and no words. Write its title, or take it out.',
        };
        continue;
      }
      // An entry of the list of judgements that is written as a heading is told of there.
      if (block.title.to > block.title.from) continue;
      yield {
        from: start + block.start,
        to: start + block.end,
        message: 'This heading has no words, so it opens no section. Write its title, or take it out.',
      };
    }
  },
};
