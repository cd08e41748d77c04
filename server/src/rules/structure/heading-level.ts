import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { addToGroup } from '../../text/lists.ts';
import { quotedTitle } from '../reportParts.ts';
import type { Edit, Rule } from '../rule.ts';
import { mayHoldTitle } from '../titles/titlesAsText.ts';
import { whereStands } from '../whereStands.ts';
import { headingsAsText } from './headings/headingsAsText.ts';
import { isBesideShort } from './headings/shortLines.ts';
import { strangeLevels } from './headings/strangeLevels.ts';

/**
 * A heading is two levels or more below the one it belongs to: `####` follows `##`. Readers who have the report read out
 * to them think that a heading is missing between the two.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * #### Summary
 * ^^^^ This heading skips a level under “Leadership, management and governance”
 *
 * #### Inspection findings
 * ```
 *
 * Take the marks out that are too many. Headings that stand beside it follow:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 *
 * ### Inspection findings
 * ```
 *
 * So does one that stands higher or lower than the sections beside which it belongs:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * # Recommendations
 * ^ This heading belongs lower. Begin it with ##.
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 * ```
 *
 * ```inspectmark,expect
 * ## Children’s services in Ely are good
 * ^^ The report’s title stands no higher than its sections. Begin it with #.
 *
 * ## Executive summary
 *
 * ### Recommendations
 * ^^^ This heading belongs higher, beside “Executive summary”. Begin it with ##.
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 * ```
 *
 * A line with marks is no heading where no blank follows them, or where there are more than six:
 *
 * ```inspectmark,expect
 * ## Leadership, management and governance
 *
 * ###Inspection findings
 * ^^^ This line is printed as it stands: no space follows its marks.
 *
 * ####### Early help
 * ^^^^^^^ This line is printed as it stands: a heading has six marks at most.
 * ```
 *
 * Nor is it one where another mark stands before them, or where they are gone:
 *
 * ```inspectmark,expect
 * ## Leadership, management and governance
 *
 * - ### Early help
 * ^^^^^ This line is printed as it stands: “-” stands before its marks.
 *
 * > ### Early years
 * ^^^^^ This line is printed as it stands: “>” stands before its marks.
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ### Inspection findings
 *
 * 1. Early help is timely.
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * Inspection findings
 * ^^^^^^^^^^^^^^^^^^^ This is the title of a section, and is read as text. Write “### ” before it.
 *
 * 2. Plans are clear.
 * ```
 *
 * A heading that has come out of its section is told too, and, unless the framework takes any report, one that is alone under another:
 *
 * ```inspectmark,expect
 * ## Leadership, management and governance
 *
 * ## Summary
 * ^^ This heading belongs lower, under “Leadership, management and governance”. Begin it with ###.
 *
 * ## Information about this local authority area
 *
 * ### Local leadership
 *
 * ### Child protection in this area
 *
 * #### Children living in this area
 * ^^^^ This is the only heading under “Child protection in this area”.
 *
 * ### Children looked after in this area
 * ```
 *
 * A section may have a part that is called as others of its kind are:
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif-2014
 * ---
 *
 * ## The local authority
 *
 * ### What does the local authority need to improve?
 *
 * #### Areas for improvement
 *
 * 1. Ensure that plans are up to date.
 *
 * ### The local authority’s strengths
 *
 * ## The Local Safeguarding Children Board (LSCB)
 *
 * ### What does the LSCB need to improve?
 *
 * 2. Carry out regular audits.
 * ```
 *
 * A report may begin at any level, and may go up by as many levels as it likes:
 *
 * ```inspectmark
 * ## Leadership, management and governance
 *
 * ### Inspection findings
 *
 * #### Early help
 *
 * ## Information about this inspection
 * ```
 */
export const headingLevel: Rule = {
  id: 'heading-level',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A heading skips a level, is at another than its like, or is none for its marks',
  fixable: true,
  readsWords: whereStands(mayHoldTitle, isBesideShort),
  *check({ report }) {
    yield* headingsAsText(report);
    yield* strangeLevels(report);
    const groups = new Map<number, Section[]>();
    for (const section of report.sections) {
      const parent = section.parent === undefined ? undefined : report.sections[section.parent];
      if (parent === undefined || section.level <= parent.depth + 1) continue;
      addToGroup(groups, parent.index, section);
    }
    for (const [index, [first, ...others]] of groups) {
      const parent = report.sections[index];
      if (first === undefined || parent === undefined) continue;
      yield {
        from: first.heading.from,
        to: first.heading.from + first.level,
        message: `This heading skips a level under ${quotedTitle(parent)}. Begin it with ${'#'.repeat(parent.depth + 1)}.`,
        related: others.map(({ heading, level }) => ({
          from: heading.from,
          to: heading.from + level,
          message: 'This heading as well.',
        })),
        fixes: [
          {
            title: others.length === 0 ? 'Raise the heading' : 'Raise the headings',
            edits: [first, ...others].flatMap(section => raised(report, section, section.level - parent.depth - 1)),
            certain: true,
          },
        ],
      };
    }
  },
};

/** Takes as many marks from a heading and from those under it. */
function raised({ sections }: Report, { index, to }: Section, steps: number): Edit[] {
  const edits: Edit[] = [];
  for (let i = index; (sections[i]?.from ?? to) < to; i++) {
    const from = sections[i]?.heading.from ?? 0;
    edits.push({ from, to: from + steps, text: '' });
  }
  return edits;
}
