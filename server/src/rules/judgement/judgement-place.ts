import { doubledJudgements } from '../../model/judgements/judgedAreas.ts';
import type { MisplacedJudgement } from '../../model/judgements/misplacedJudgements.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { lineBreak } from '../../text/lineBreak.ts';
import { quotedTitle, titleSpan } from '../reportParts.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { readsStrayLines, strayLines } from './entries/judgementLines.ts';

/**
 * A line such as `Judgement: Good` stands among the text. Only directly under a heading is it the section’s grade; here
 * it is printed as it stands, with its label, and its grade is not compared with the others.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * Leaders know their services well.
 *
 * Judgement: Good
 * ^^^^^^^^^^^^^^^ This grade does not count
 * ```
 *
 * Move it up to the heading:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 *
 * Leaders know their services well.
 * ```
 *
 * Nor is it where a reader looks for it under the heading of a part:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 *
 * Judgement: Good
 *            ^^^^ This grade stands under “Summary”. Move it up to the heading “Leadership, management and governance”.
 *
 * Leaders know their services well.
 * ```
 *
 * Nor does it count under the heading of a section that is never graded:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Recommendations
 *
 * Judgement: Good
 *            ^^^^ This grades nothing: “Recommendations” is no area.
 *
 * 1. Reduce caseloads.
 * ```
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## The local authority
 *
 * Judgement: Good
 *            ^^^^ This grades nothing: “The local authority” is no area.
 *
 * ## Leadership, management and governance
 * ```
 *
 * The headline has its place above the list:
 *
 * ```inspectmark,expect
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 3. Leadership, management and governance: Good
 *
 * # Children’s services in Ely are good
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The overall judgement stands below the list of judgements. Move it above the list.
 * ```
 *
 * Blank lines between the two do no harm, nor do notes to colleagues:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * <!-- agreed on Friday -->
 *
 * Judgement: Good
 * ```
 */
export const judgementPlace: Rule = {
  id: 'judgement-place',
  group: 'judgement',
  kind: 'fault',
  severity: 'warning',
  summary: 'A judgement does not stand in its place: directly under a heading, or above the list',
  fixable: true,
  readsWords: readsStrayLines,
  *check({ report }) {
    for (const line of strayLines(report)) {
      const { from, to, own, first } = line;
      if (first !== undefined) continue;
      const way = own !== undefined && own.heading.from > from ? 'down' : 'up';
      yield {
        from,
        to,
        message: `This grade does not count: it is not directly under a heading. ${
          own === undefined || mayBeGraded(report, own)
            ? `Move it ${way} to its heading.`
            : 'Take it out, or move it to what it grades.'
        }`,
        fixes: own === undefined || !mayBeGraded(report, own) ? [] : [moved(report, line, own)],
      };
    }
    yield* headlineBelowList(report);
    if (report.framework.openAreas) return;
    for (const { carrier, area, section, from, to } of report.judgements) {
      const own = report.sections[section ?? -1];
      if (carrier !== 'line' || own === undefined) continue;
      const above = area === undefined || own.ownArea !== undefined ? undefined : gradedAbove(report, own, area);
      // Of an area that is graded twice in its section another rule tells.
      if (above !== undefined && !doubledJudgements(report).some(({ judgement }) => judgement.from === from))
        yield {
          from,
          to,
          message: `This grade stands under ${quotedTitle(own)}. Move it up to the heading ${quotedTitle(above)}.`,
        };
      if (area !== undefined || !ungraded.has(own.role ?? '')) continue;
      yield {
        from,
        to,
        message: `This grades nothing: ${quotedTitle(own)} is no area. Move it under the heading of what it grades.`,
      };
    }
  },
};

/** The section of an area around one of its parts: the grade belongs to its heading, not to that of the part. */
function gradedAbove({ sections }: Report, { parent }: Section, area: string): Section | undefined {
  const above = sections[parent ?? -1];
  return above?.ownArea === area ? above : undefined;
}

/** Whether a grade under a section's heading would count, and be its first. */
function mayBeGraded({ framework, judgements }: Report, { index, area, role }: Section): boolean {
  if (judgements.some(({ carrier, section }) => carrier !== 'entry' && section === index)) return false;
  return framework.openAreas || (area !== undefined && !ungraded.has(role ?? ''));
}

/** The headline where the list of judgements, which it heads, stands above it. */
function* headlineBelowList({ judgements, sections, headline }: Report): Iterable<Finding> {
  const title = sections[headline ?? -1];
  const above = judgements.filter(({ carrier, section }) => carrier === 'entry' && section === undefined);
  if (title === undefined || above.length < fewestEntries || above.some(({ from }) => from > title.from)) return;
  yield {
    ...titleSpan(title),
    message: 'The overall judgement stands below the list of judgements. Move it above the list.',
    related: above.slice(0, 1).map(({ from, to }) => ({ from, to, message: 'The list begins here.' })),
  };
}

const fewestEntries = 2;

/** Sections that say something of the whole report or of no part of it, and never have a grade. */
const ungraded = new Set(
  'summary context recommendations children-summary definitions method team notices divider'.split(' '),
);

function moved(
  { document: { source, blocks, starts } }: Report,
  line: MisplacedJudgement,
  { heading, title }: Section,
): Fix {
  const end = lineBreak(source);
  const start = starts[line.block] ?? 0;
  const next = start + (blocks[line.block]?.length ?? 0);
  const before = (starts[line.block - 1] ?? 0) + (blocks[line.block - 1]?.end ?? 0);
  const rest = next < source.length ? { from: start, to: next } : { from: before, to: line.to };
  const written = { from: heading.to, to: heading.to, text: `${end}${end}${source.slice(line.from, line.to)}` };
  const takenOut = { ...rest, text: '' };
  return {
    title: `Move it under “${title}”`,
    edits: heading.to <= rest.from ? [written, takenOut] : [takenOut, written],
    certain: false,
  };
}
