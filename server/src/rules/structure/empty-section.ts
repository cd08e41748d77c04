import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import type { Block } from '../../syntax/block.ts';
import { tornNumbers } from '../numbers/tornNumber.ts';
import { isWrittenTwice, quotedTitle, titleSpan } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';
import { missingSections } from '../titles/missingSections.ts';
import { whereStands } from '../whereStands.ts';

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
 * A number without a paragraph is found too; a tag is no text:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1.
 * ^ Recommendation 1 has no text yet, nor have 2 more numbers. Write it, or take the number out.
 *
 * 2. Ensure that plans are reviewed.
 *
 * ## Inspection findings
 *
 * 3. <!-- to be written -->
 *
 * 4. (Recommendation 2)
 *
 * 5. Managers see to it that
 *    - plans are reviewed.
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
  summary: 'There is nothing under a heading, or after a number',
  fixable: false,
  // (What stands below a bare number may be its text.)
  readsWords: whereStands(({ document: { source, blocks, starts } }, block) =>
    [block, block - 1].some(i => isBare(source, blocks[i], starts[i] ?? 0)),
  ),
  *check({ report }) {
    yield* bareNumbers(report);
    const leaves = report.sections.filter(own => {
      const { index } = own;
      const next = report.sections[index + 1];
      // That a heading is written twice is told there.
      return (
        next === undefined || (next.parent !== index && !isWrittenTwice(report, next) && !isWrittenTwice(report, own))
      );
    });
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

/** The numbers after which nothing stands, in one finding. */
function bareNumbers(report: Report): Finding[] {
  const { source, blocks, starts } = report.document;
  const all = report.paragraphs.filter(
    ({ kind, block, blockEnd }) =>
      kind !== 'entry' && blockEnd === block + 1 && isBare(source, blocks[block], starts[block] ?? 0),
  );
  // One that is torn from its text is told there.
  const torn = all.length === 0 ? undefined : tornNumbers(report);
  const bare = all.filter(paragraph => torn?.has(paragraph) !== true);
  const [first, ...others] = bare;
  if (first === undefined) return [];
  const name = ({ kind, number }: Paragraph) =>
    `${kind === 'recommendation' ? 'Recommendation' : 'Paragraph'} ${number ?? ''}`;
  const count = others.length;
  const more = count === 0 ? '' : count === 1 ? `, nor has one more number` : `, nor have ${count} more numbers`;
  return [
    {
      ...(first.numberSpan ?? first.content),
      message: `${name(first)} has no text yet${more}. Write it, or take the number out.`,
      related: others.map(each => ({
        ...(each.numberSpan ?? each.content),
        message: `${name(each)} has no text.`,
      })),
    },
  ];
}

/** Whether a numbered paragraph has nothing but tags and comments. */
function isBare(source: string, block: Block | undefined, start: number): boolean {
  if (block?.kind !== 'numbered') return false;
  const { content, inlines } = block;
  if (inlines.tags.length + inlines.comments.length === 0) return content.from >= content.to;
  let rest = source.slice(start + content.from, start + content.to);
  for (const { from, to } of [...inlines.tags, ...inlines.comments].sort((one, other) => other.from - one.from))
    rest = rest.slice(0, Math.max(0, from - content.from)) + rest.slice(Math.max(0, to - content.from));
  return rest.trim() === '';
}

/** Whether a heading that should have text has none; a headline is a text itself. */
function isEmpty({ document, headline }: Report, { index, title, kind, block, blockEnd }: Section): boolean {
  if (title === '' || kind?.mayBeEmpty === true || index === headline) return false;
  for (let i = block + 1; i < blockEnd; i++) if (isText(document.blocks[i])) return false;
  return true;
}

function isText(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'comment' && block.kind !== 'judgement' && block.kind !== 'heading';
}
