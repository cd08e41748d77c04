import { listInWords } from '../../model/listInWords.ts';
import type { Report } from '../../model/report.ts';
import { lineBreak } from '../lineBreak.ts';
import { type Gap, missingSections, titleOfKind } from '../missingSections.ts';
import { beginning, titleSpan } from '../reportParts.ts';
import type { Fix, Rule } from '../rule.ts';

/**
 * The framework requires a section that the report does not have. Its heading may be worded so that it is not
 * recognised, or the section may still be to be written.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “Recommendations” is missing after this one. Add its heading.
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “Leadership, management and governance” is missing
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * Add the heading in its place, or word an existing heading as the framework does:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Leadership, management and governance
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * If your heading is worded otherwise, say what the section is for, and it is recognised: `## How we inspected {.method}`.
 *
 * A draft that has none of the sections yet is told so once:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The report has none of its sections yet
 * ```
 *
 * A framework may ask for no section at all:
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 *
 * # Inspection of a bakery
 * ```
 */
export const missingSection: Rule = {
  id: 'missing-section',
  group: 'structure',
  kind: 'fault',
  severity: 'error',
  summary: 'A section that the framework requires is missing',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const begun = report.sections.some(({ ownRole }) => ownRole !== undefined);
    for (const gap of missingSections(report)) {
      const { after } = gap;
      yield {
        ...(after === undefined ? beginning(report) : titleSpan(after)),
        message: messageOf(gap, begun),
        fixes: fixesOf(report, gap),
      };
    }
  },
};

function messageOf({ after, kinds, level }: Gap, begun: boolean): string {
  const titles = kinds.map(kind => `“${titleOfKind(kind)}”`);
  if (!begun) return `The report has none of its sections yet, such as ${titles[0]}. Add their headings.`;
  const where = after === undefined ? '' : level > after.level ? ' under this heading' : ' after this one';
  if (titles.length === 1) return `The section ${titles[0]} is missing${where}. Add its heading.`;
  return `${titles.length} sections are missing${where}: ${listInWords(shortened(titles))}. Add their headings.`;
}

function fixesOf(report: Report, { kinds, at, level }: Gap): Fix[] {
  const { source } = report.document;
  const end = lineBreak(source);
  const marks = '#'.repeat(Math.min(level, 6));
  const before = source.slice(Math.max(0, at - 4), at);
  const blank = at === 0 || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before);
  const lead = blank ? '' : /[\r\n]$/.test(before) ? end : end + end;
  const fix = (title: string, headings: readonly string[]): Fix => {
    const text = headings.map(heading => `${marks} ${heading}`).join(end + end);
    return {
      title,
      edits: [{ from: at, to: at, text: lead + text + (at < source.length ? end + end : end) }],
      certain: false,
    };
  };
  const titles = kinds.map(titleOfKind);
  const each = titles.map(title => fix(`Add “${title}”`, [title]));
  if (titles.length === 1) return each;
  return [fix(`Add the ${titles.length} headings`, titles), ...(titles.length > most ? [] : each)];
}

/** So many titles are listed, and so many headings offered one by one. */
const most = 4;

function shortened(titles: readonly string[]): readonly string[] {
  return titles.length > most ? [...titles.slice(0, most - 1), `${titles.length - most + 1} others`] : titles;
}
