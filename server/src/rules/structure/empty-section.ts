import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import type { Block } from '../../syntax/block.ts';
import { missingSections } from '../missingSections.ts';
import { quotedTitle, titleSpan } from '../reportParts.ts';
import type { Rule } from '../rule.ts';

/**
 * A heading has nothing under it: neither text nor another heading. Readers who look the section up in the contents find
 * nothing there.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * Services are good.
 *
 * ## Summary for children and young people
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is nothing under this heading yet
 *
 * <!-- to be written -->
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 *
 * Leaders know their services well.
 * ```
 *
 * Write the text, or take the heading out. While most of a draft’s sections are still to be written, it is said once:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *    ^^^^^^^^^^^^^^^^^ There is nothing yet under this and 3 other headings
 *
 * ## Recommendations
 *
 * ## Summary for children and young people
 *
 * ## Information about this inspection
 * ```
 *
 * A heading that only divides a report may stand alone:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * ## The local authority
 *
 * ## Information about this local authority area
 *
 * About 40,000 children live in Ely.
 * ```
 */
export const emptySection: Rule = {
  id: 'empty-section',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'There is nothing under a heading',
  fixable: false,
  readsWords: false,
  *check({ report }) {
    const leaves = report.sections.filter(({ index }) => report.sections[index + 1]?.parent !== index);
    let empty = leaves.filter(section => isEmpty(report, section));
    if (empty.length === 0) return;
    // Where the framework requires headings under this one, it is they that are missing.
    const lacking = new Set(missingSections(report).map(({ after, level }) => after && level > after.level && after));
    empty = empty.filter(section => !lacking.has(section));
    const [first, ...others] = empty;
    if (first === undefined) return;
    if (empty.length > 3 && empty.length * 2 >= leaves.length) {
      yield {
        ...titleSpan(first),
        message: `There is nothing yet under this and ${others.length} other headings.`,
        related: others.map(section => ({
          ...titleSpan(section),
          message: `There is nothing under ${quotedTitle(section)}.`,
        })),
      };
      return;
    }
    for (const section of empty) {
      yield {
        ...titleSpan(section),
        message: 'There is nothing under this heading yet. Write the text, or take the heading out.',
      };
    }
  },
};

/** Whether a heading that should have text has none; a headline is a text itself. */
function isEmpty({ document, headline }: Report, { index, title, kind, block, blockEnd }: Section): boolean {
  if (title === '' || kind?.mayBeEmpty === true || index === headline) return false;
  for (let i = block + 1; i < blockEnd; i++) if (isText(document.blocks[i])) return false;
  return true;
}

function isText(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'comment' && block.kind !== 'judgement' && block.kind !== 'heading';
}
