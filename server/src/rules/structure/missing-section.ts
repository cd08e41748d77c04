import type { SectionKind } from '../../model/framework.ts';
import type { Report } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';
import { titleSpan } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';
import { blurredTitle } from '../titles/blurredTitles.ts';
import { missingSections } from '../titles/missingSections.ts';
import { titleOfKind } from '../titles/sectionTitles.ts';
import { mayHoldTitle, titleAsText } from '../titles/titlesAsText.ts';
import { whereStands } from '../whereStands.ts';
import { beginsText, lackedParts } from './headings/lackedParts.ts';
import { misspeltTitle } from './sections/misspeltTitle.ts';
import { titleAsHeading } from './sections/titleAsHeading.ts';
import { untitledSections } from './sections/untitledSections.ts';
import { withoutUsual } from './sections/usualSections.ts';

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
 *
 * ## The experiences and progress of children who need help and protection
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “Recommendations” is missing before this one. Add its heading.
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ## Information about this inspection
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “Leadership, management and governance” is missing before this one.
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
 * Where its heading alone is lost, that is told where its text begins:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * - The director has been in post since 2014.
 *
 * 1. Ensure that assessments are timely.
 * ^ The section “Recommendations” is missing, and its text seems to begin here. Add its heading.
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
 * So is a part that the section of one area lacks and those of all others have:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recommendations
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ### Summary
 *
 * ### Inspection findings
 *
 * ## The experiences and progress of children looked after and achieving permanence
 *
 * ### Summary
 *
 * ### Inspection findings
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 *
 * Leaders know their services.
 *
 * 1. Plans are clear.
 * ^ The section “Leadership, management and governance” has no “Inspection findings”, as all others of its kind have.
 *
 * ## Information about this inspection
 *
 * ## The inspection team
 * ```
 *
 * A title that is misspelt is told where it stands:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Information about this local authority area
 *
 * ## Recomendations
 *    ^^^^^^^^^^^^^^ “Recomendations” is no section’s title. Is “Recommendations” meant?
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
 * So is a title that has lost the mark of a heading:
 *
 * ```inspectmark,expect
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
 * ##Information about this inspection
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This title is text, and its section is missing. Write “## ” before it.
 *
 * ## The inspection team
 * ```
 *
 * And so is a heading that is nearly its own:
 *
 * ```inspectmark,expect
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
 * ## Leadership, management management and governance
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is not read as the heading “Leadership, management and governance”: a word stands in it twice.
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
 * An area that the list of judgements grades has its section, though the framework may not ask for it:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 * ---
 *
 * | Judgement | Grade |
 * | --- | --- |
 * | The experiences and progress of care leavers | Good |
 *
 * ## The experiences and progress of children who need help and protection: good
 *
 * ## The experiences and progress of children in care: good
 *
 * ## The impact of leaders on social work practice with children and families: good
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The section “The experiences and progress of care leavers” is missing before this one.
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
 *
 * ## Our judgments
 *
 * ## Putting out fires
 *
 * ### Area for improvement
 *
 * The bakery should clean its ovens.
 * ```
 *
 * Of a section that nearly all reports have, a report that is done is asked:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 * status: final
 * ---
 *
 * ## The experiences and progress of children who need help and protection: good
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nearly all reports of this kind have a section “What needs to improve?”.
 *
 * 1. Help is timely.
 *
 * ## The experiences and progress of children in care: good
 *
 * 2. Homes are good.
 *
 * ## The impact of leaders on social work practice with children and families: good
 *
 * 3. Leaders know their services.
 * ```
 */
export const missingSection: Rule = {
  id: 'missing-section',
  group: 'structure',
  kind: 'fault',
  severity: 'error',
  summary: 'A section that the framework requires is missing',
  fixable: true,
  readsWords: whereStands(mayHoldTitle, beginsText),
  *check({ report }) {
    const gaps = missingSections(report);
    const blurredTitles = gaps.flatMap(({ kinds }) =>
      kinds.flatMap(kind => titleKey(blurredTitle(report, kind)?.section.title ?? '')),
    );
    for (const gap of gaps) {
      const without: SectionKind[] = [];
      for (const kind of gap.kinds) {
        const text = titleAsText(report, kind);
        const blurred = text === undefined ? blurredTitle(report, kind) : undefined;
        if (text !== undefined) yield titleAsHeading(report, text, gap.level);
        else if (blurred === undefined) {
          // One whose title has got into another’s is told there.
          if (!blurredTitles.some(title => holdsEnd(title, kind))) without.push(kind);
        }
        // What a heading grades, and no area is called so, is told there.
        else if (!report.judgements.some(own => own.section === blurred.section.index && own.carrier === 'heading'))
          yield {
            ...titleSpan(blurred.section),
            message: `This is not read as the heading “${titleOfKind(kind)}”: ${blurred.fault}. Correct it.`,
          };
      }
      yield* untitledSections(report, { ...gap, kinds: without });
    }
    for (const section of report.sections) {
      const finding = misspeltTitle(report, section);
      if (finding !== undefined) yield finding;
    }
    yield* withoutPart(report);
    yield* withoutUsual(report);
  },
};

/** Whether a title goes on with the last words of a section’s own: *… and children in care*. */
function holdsEnd(title: string, kind: SectionKind): boolean {
  const words = titleKey(titleOfKind(kind)).split(' ');
  return words.length > lastWords && title.includes(` and ${words.slice(-lastWords).join(' ')}`);
}

const lastWords = 3;

/** A part that the section of one area lacks and those of all others have. */
function* withoutPart(report: Report): Iterable<Finding> {
  for (const { from, to, title, section, isNumbered, instead } of lackedParts(report)) {
    // That a title is misspelt, or that the text below it has got into its line, is told as that.
    if (instead !== undefined && (instead.meant !== undefined || titleKey(instead.title).startsWith(titleKey(title))))
      continue;
    const message =
      instead === undefined
        ? `The section “${section.title}” has no “${title}”, as all others of its kind have. Add its heading.`
        : `“${instead.title}” stands where all other areas have “${title}”. Write that, or add its heading.`;
    // A summary without its title reads well.
    yield { from, to, severity: isNumbered ? 'warning' : 'information', message };
  }
}
