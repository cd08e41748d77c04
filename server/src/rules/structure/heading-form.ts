import { blocksWhere } from '../../model/blocksWith.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { Report } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';
import type { Document } from '../../syntax/document.ts';
import { editDistance } from '../../text/editDistance.ts';
import { lineBreak } from '../../text/lineBreak.ts';
import { changeTo, fixWith } from '../fixWith.ts';
import { titleSpan } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';
import { missingSections } from '../titles/missingSections.ts';
import { indentedHeadings, mayHoldTitle, titleAsText } from '../titles/titlesAsText.ts';
import { whereStands } from '../whereStands.ts';
import { besideTitle, mayHoldMore } from './headings/besideTitle.ts';
import { gradeSigns } from './headings/gradeSigns.ts';
import { bareRole, looseBraces, mayHaveLooseBraces, unknownAttributes } from './headings/headingAttributes.ts';
import { headingNumbers } from './headings/headingNumbers.ts';
import { headingsInLists } from './headings/headingsInLists.ts';
import { loneNumber } from './headings/loneHeadingNumber.ts';
import { mayHaveFault, oddTitle } from './headings/titleFaults.ts';
import { trailingNumber } from './headings/trailingNumber.ts';

/**
 * What is written beside a heading’s words is not read, or means nothing: braces that are not closed or hold something else, a
 * role or an area that the framework does not know. It is printed with the title, or the section is taken for another.
 *
 * ```inspectmark,expect
 * ## Executive summary {#summary
 *                      ^^^^^^^^^ This is not read, so it is printed with the title.
 *
 * ## How we inspect {.notises}
 *                    ^^^^^^^^ No section has the role “notises”. Is “notices” meant?
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * ## How we inspect {.notices}
 * ```
 *
 * ```inspectmark,expect
 * ## Care leavers {area=9.9}
 *                  ^^^^^^^^ There is no area 9.9. Write the number that the framework gives the area.
 * ```
 *
 * Braces hold a name for links, what the section is for, or its area:
 *
 * ```inspectmark
 * ## Executive summary {#summary}
 *
 * ## How we inspect {.notices}
 *
 * ## Care leavers {area=2.2}
 * ```
 *
 * So are marks before a title, a word that stands in it twice, and a title that goes on in the next line:
 *
 * ```inspectmark,expect
 * ## # Care leavers
 *    ^ These marks are printed with the title.
 *
 * ## Care for for children
 *             ^^^ This word stands here twice.
 *
 * ## Children who live
 *    ^^^^^^^^^^^^^^^^^ This title breaks off: “in this area” goes on with it below.
 * in this area
 *
 * ## Executive summary (#summary)
 *                      ^^^^^^^^^^ This is not read, so it is printed with the title.
 * ```
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Plans are clear.
 *
 *     ### Care leavers
 *     ^^^^^^^^^^^^^^^^ There are spaces before this heading, so it is read as text. Take them out.
 *
 * 2. Visits are regular.
 * ```
 *
 * The list below a title may have got into its line:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 * ---
 *
 * ## What needs to improve - The timeliness of visits.
 *                          ^ The list below this title has got into its line.
 * - The quality of plans.
 * ```
 *
 * A grade stands behind a colon where it does so in the other headings:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 * ---
 *
 * ## The experiences and progress of children who need help and protection: good
 *
 * ## The experiences and progress of children in care – good
 *                                                    ^^^ The other headings have a colon before their grade. Write it here too.
 *
 * ## The experiences and progress of care leavers: good
 * ```
 *
 * A number before a single heading is told too, where no other heading has one:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * ## Recommendations
 *
 * ## 3. Summary for children and young people
 *    ^^ Only this heading has a number. Take it out.
 *
 * ## Information about this local authority area
 *
 * ## Leadership, management and governance
 * ```
 */
export const headingForm: Rule = {
  id: 'heading-form',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'What is written beside a heading’s words is not read',
  fixable: true,
  readsWords: whereStands(mayHoldTitle),
  *check({ report, framework }) {
    const odd = new Set(blocksWhere(report.document, mayBeOdd));
    for (const section of report.sections) {
      if (odd.has(section.block) && section.title !== '') {
        const beside = [...besideTitle(report, section)];
        yield* beside;
        yield* looseBraces(report, section);
        if (beside.length === 0) yield* oddTitle(report, section);
      }
      if (section.attributes !== undefined) yield* unknownAttributes(report, section);
      else yield* bareRole(report, section);
    }
    yield* loneNumber(report);
    yield* trailingNumber(report);
    yield* headingNumbers(report);
    yield* gradeSigns(report);
    if (framework.openAreas) {
      yield* nearTitles(report);
      yield* nearAreas(report);
    }
    yield* indentedTitles(report);
    yield* headingsInLists(report);
  },
};

/** Whether a heading’s line, attributes included, has what may be wrong in a title, or the next line may go on with it. */
function mayBeOdd({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'heading') return false;
  const start = (starts[index] ?? 0) + block.start;
  const written = source.slice(start, start + block.end - block.start).replace(/^#+/, '');
  return mayHoldMore(written) || mayHaveLooseBraces(written) || mayHaveFault(written, blocks[index + 1]);
}

/** Headings that their blanks make text; where a section is missing for it, it is told there. */
function* indentedTitles(report: Report): Iterable<Finding> {
  const all = indentedHeadings(report);
  if (all.length === 0) return;
  const { source } = report.document;
  const lost = missingSections(report).flatMap(({ kinds }) => kinds.map(kind => titleAsText(report, kind)?.from));
  for (const { from, to } of all) {
    if (lost.includes(from)) continue;
    let start = from;
    while (/[ \t]/.test(source.charAt(start - 1))) start--;
    if (/[\r\n]/.test(source.charAt(start - 1)))
      yield {
        from,
        to,
        message: 'There are spaces before this heading, so it is read as text. Take them out.',
        fixes: [fixWith('Make it a heading', { from: start, to: from }, '')],
      };
    else {
      const end = lineBreak(source);
      const edit = { from: start, to: from, text: end + end };
      yield {
        from,
        to,
        message: 'This heading has got into the line of the text before it. Put a blank line between them.',
        fixes: [{ title: 'Put a blank line between them', edits: [edit], certain: false }],
      };
    }
  }
}

/** Of a report whose framework requires no section, titles that are a known one but for a slip. */
function* nearTitles({ framework, sections }: Report): Iterable<Finding> {
  const { kindsByTitle } = frameworkIndex(framework);
  for (const section of sections) {
    if (section.kind !== undefined || section.attributes?.role !== undefined) continue;
    const key = titleKey(section.title);
    if (key.length < shortestTitle || kindsByTitle.has(key)) continue;
    const near = [...kindsByTitle.keys()].find(
      other =>
        other.length >= shortestTitle &&
        editDistance(key, other, 2) < 2 &&
        key.replace(/s$/, '') !== other.replace(/s$/, ''),
    );
    const meant = kindsByTitle
      .get(near ?? '')
      ?.flatMap(({ titles }) => titles)
      .find(title => titleKey(title) === near);
    if (meant === undefined) continue;
    const place = titleSpan(section);
    yield {
      ...place,
      message: `“${section.title}” is no section’s title. Is “${meant}” meant?`,
      fixes: [changeTo(place, meant)],
    };
  }
}

const shortestTitle = 7;

/** Of a report that names its own areas, headings that are one of them but for a slip, where no other heading is that. */
function* nearAreas({ document: { source }, judgements, sections }: Report): Iterable<Finding> {
  const titles = new Set(sections.map(({ title }) => titleKey(title)));
  const entries = judgements.filter(({ carrier, areaText }) => carrier === 'entry' && areaText.length >= longestSlip);
  const lacking = entries.filter(({ areaText }) => !titles.has(titleKey(areaText)));
  // Some of the areas at least must have their headings.
  if (lacking.length === 0 || lacking.length * 2 > entries.length) return;
  const listed = new Set(entries.map(({ areaText }) => titleKey(areaText)));
  for (const section of sections) {
    const key = titleKey(section.title);
    if (section.kind !== undefined || listed.has(key) || key.length < longestSlip) continue;
    // (Two areas may differ by no more than a number.)
    const meant = lacking.find(({ areaText }) => {
      const name = titleKey(areaText);
      return name.replace(/\D/g, '') === key.replace(/\D/g, '') && editDistance(key, name, 3) <= 2;
    });
    if (meant === undefined) continue;
    const place = titleSpan(section);
    const text = source.slice(meant.areaSpan?.from, meant.areaSpan?.to);
    yield {
      ...place,
      message: `“${section.title}” is none of the areas that are graded. Is “${text}” meant?`,
      fixes: [changeTo(place, text)],
    };
  }
}

/** A slip or two in so short a name would make another. */
const longestSlip = 10;
