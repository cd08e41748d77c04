import type { SectionKind } from '../../model/framework.ts';
import type { Report } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';
import { listInWords } from '../../text/phrases.ts';
import { beginning, titleSpan } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';
import { blurredTitle } from '../titles/blurredTitles.ts';
import { type Gap, missingSections } from '../titles/missingSections.ts';
import { type Seam, seamMessage, seamOf } from '../titles/sectionSeam.ts';
import { titleOfKind } from '../titles/sectionTitles.ts';
import { mayHoldTitle, titleAsText } from '../titles/titlesAsText.ts';
import { whereStands } from '../whereStands.ts';
import { beginsText, lackedParts } from './headings/lackedParts.ts';
import { addedHeadings, mostByName } from './sections/addedHeadings.ts';
import { misspeltTitle } from './sections/misspeltTitle.ts';
import { titleAsHeading } from './sections/titleAsHeading.ts';
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
      yield* withoutTitle(report, { ...gap, kinds: without });
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

/** Sections of which there is no title in any form. */
function* withoutTitle(report: Report, gap: Gap): Iterable<Finding> {
  const [first, ...others] = gap.kinds;
  // A heading without words is told itself: it may be the one that is missing.
  if (first === undefined || gap.kinds.length <= namelessHeadings(report, gap)) return;
  const begun = report.sections.some(({ ownRole }) => ownRole !== undefined);
  const seam = begun ? seamOf(report, gap, first) : undefined;
  // Several that are missing side by side are named in one sentence, which is about the next.
  if (seam === undefined || ((seam.by === 'next' || seam.by === 'end') && others.length > 0)) {
    yield sideBySide(report, gap, begun);
    return;
  }
  if (seam.by !== 'unclosed') yield atSeam(report, gap, first, seam);
  if (others.length > 0) yield sideBySide(report, { ...gap, kinds: others }, begun);
}

/** How many headings without words stand between the heading before a gap and the next as high. */
function namelessHeadings({ document: { blocks } }: Report, { after, level }: Gap): number {
  let count = 0;
  for (let i = (after?.block ?? -1) + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'heading') continue;
    if (block.title.from === block.title.to && block.attributes === undefined) count++;
    // (Where a section belongs before all others the report’s own title stands above it.)
    else if (block.level <= (after?.level ?? level) && (after !== undefined || block.level > 1)) break;
  }
  return count;
}

/** A section where it was cut out. */
function atSeam(report: Report, gap: Gap, kind: SectionKind, seam: Seam): Finding {
  const { from, to, by } = seam;
  const message = seamMessage(seam, kind);
  if (by === 'comment' || by === 'twin' || by === 'other') return { from, to, message };
  return {
    from,
    to,
    message,
    fixes: addedHeadings(report, { ...gap, kinds: [kind], at: by === 'text' ? from : gap.at }),
  };
}

/** Sections that belong at one place, told at the heading before them. */
function sideBySide(report: Report, gap: Gap, begun: boolean): Finding {
  return {
    ...(gap.after === undefined ? beginning(report) : titleSpan(gap.after)),
    message: messageOf(gap, begun),
    fixes: addedHeadings(report, gap),
  };
}

function messageOf({ after, kinds, level }: Gap, begun: boolean): string {
  const titles = kinds.map(kind => `“${titleOfKind(kind)}”`);
  if (!begun) return `The report has none of its sections yet, such as ${titles[0]}. Add their headings.`;
  const where = after === undefined ? '' : level > after.depth ? ' under this heading' : ' after this one';
  if (titles.length === 1) return `The section ${titles[0]} is missing${where}. Add its heading.`;
  return `${titles.length} sections are missing${where}: ${listInWords(shortened(titles))}. Add their headings.`;
}

function shortened(titles: readonly string[]): readonly string[] {
  if (titles.length <= mostByName) return titles;
  return [...titles.slice(0, mostByName - 1), `${titles.length - mostByName + 1} others`];
}

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
