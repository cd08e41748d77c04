import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { mayBeTitle, missingSections, titleAsText } from '../missingSections.ts';
import { quotedTitle } from '../reportParts.ts';
import type { Edit, Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

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
 * A line with marks is no heading where no blank follows them, or where there are more than six:
 *
 * ```inspectmark,expect
 * ## Leadership, management and governance
 *
 * ###Inspection findings
 * ^^^ This line is printed as it stands: no blank follows its marks.
 *
 * ####### Early help
 * ^^^^^^^ This line is printed as it stands: a heading has six marks at most.
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
  summary: 'A heading skips a level, or is none for its marks',
  fixable: true,
  readsWords: whereStands(mayBeTitle),
  *check({ report }) {
    yield* headingsAsText(report);
    const groups = new Map<number, Section[]>();
    for (const section of report.sections) {
      const parent = section.parent === undefined ? undefined : report.sections[section.parent];
      if (parent === undefined || section.level <= parent.level + 1) continue;
      groups.set(parent.index, [...(groups.get(parent.index) ?? []), section]);
    }
    for (const [index, [first, ...others]] of groups) {
      const parent = report.sections[index];
      if (first === undefined || parent === undefined) continue;
      yield {
        from: first.heading.from,
        to: first.heading.from + first.level,
        message: `This heading skips a level under ${quotedTitle(parent)}. Begin it with ${'#'.repeat(parent.level + 1)}.`,
        related: others.map(({ heading, level }) => ({
          from: heading.from,
          to: heading.from + level,
          message: 'This heading as well.',
        })),
        fixes: [
          {
            title: others.length === 0 ? 'Raise the heading' : 'Raise the headings',
            edits: [first, ...others].flatMap(section => raised(report, section, section.level - parent.level - 1)),
            certain: true,
          },
        ],
      };
    }
  },
};

const longestTitle = 120;

/** Lines that begin with marks and are no headings; that a required section is missing for it is told there. */
function* headingsAsText(report: Report): Iterable<Finding> {
  const { blocks, starts, source } = report.document;
  let required: ReadonlySet<number> | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'plain') continue;
    const start = (starts[i] ?? 0) + block.start;
    if (!source.startsWith('##', start) || block.end - block.start > longestTitle) continue;
    const text = source.slice(start, start + block.end - block.start);
    const [marks = ''] = /^#+/.exec(text) ?? [];
    if (/[\r\n]|\.$/.test(text) || !/\p{L}/u.test(text)) continue;
    required ??= new Set(
      missingSections(report).flatMap(({ kinds }) => kinds.flatMap(own => titleAsText(report, own)?.from ?? [])),
    );
    if (required.has(start)) continue;
    const isDeep = marks.length > mostMarks;
    yield {
      from: start,
      to: start + marks.length,
      message: `This line is printed as it stands: ${isDeep ? 'a heading has six marks at most' : 'no blank follows its marks'}. Correct it, and it is a heading.`,
      fixes: isDeep
        ? []
        : [
            {
              title: 'Put a blank after the marks',
              edits: [{ from: start + marks.length, to: start + marks.length, text: ' ' }],
              certain: false,
            },
          ],
    };
  }
}

const mostMarks = 6;

/** Takes as many marks from a heading and from those under it. */
function raised({ sections }: Report, { index, to }: Section, steps: number): Edit[] {
  const edits: Edit[] = [];
  for (let i = index; (sections[i]?.from ?? to) < to; i++) {
    const from = sections[i]?.heading.from ?? 0;
    edits.push({ from, to: from + steps, text: '' });
  }
  return edits;
}
