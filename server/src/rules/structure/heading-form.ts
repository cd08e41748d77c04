import { blocksWhere } from '../../model/blocksWith.ts';
import type { Framework, SectionKind } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { knownRoles } from '../../model/sections.ts';
import { seriesOf } from '../../model/series.ts';
import { bareTitle, titleKey } from '../../model/titleKey.ts';
import type { Attribute } from '../../syntax/attributes.ts';
import type { Document } from '../../syntax/document.ts';
import { editDistance } from '../../text/editDistance.ts';
import type { Span } from '../../text/text.ts';
import { lineBreak } from '../lineBreak.ts';
import { blurredTitle, indentedHeadings, mayHoldTitle, missingSections, titleAsText } from '../missingSections.ts';
import { nearest } from '../nearest.ts';
import { titleSpan } from '../reportParts.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

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
 *     ^^^^^^^^^^^^^^^^ Blanks stand before this heading, so it is text. Take them out.
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
      const { attributes } = section;
      if (odd.has(section.block) && section.title !== '') {
        yield* joinedList(report, section);
        yield* besideTitle(report, section);
        yield* looseBraces(report, section);
        yield* oddTitle(report, section);
      }
      if (attributes?.role !== undefined) yield* unknownRole(report, section, attributes.role, framework);
      if (attributes?.area !== undefined) yield* unknownArea(report, section, attributes.area, framework);
    }
    yield* oddNumber(report);
    if (framework.openAreas) yield* nearTitles(report);
    yield* indentedTitles(report);
  },
};

/** Whether a heading’s line, attributes included, has what may be wrong in a title, or the next line may go on with it. */
function mayBeOdd({ source, blocks, starts }: Document, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'heading') return false;
  const start = (starts[index] ?? 0) + block.start;
  const written = source.slice(start, start + block.end - block.start).replace(/^#+/, '');
  // Most titles end in a letter and hold no mark.
  if ((written.includes(' - ') || /[•*\d]/.test(written)) && joined.test(written)) return true;
  if (/[\d)\]]/.test(written.charAt(written.length - 1)) || written.includes('_Toc'))
    if (beside.test(written)) return true;
  if (brace.test(written) || written.includes('＃') || written.length > longestHeading || twice.test(written))
    return true;
  const below = blocks[index + 1];
  return below?.kind === 'plain' && below.end - below.start <= longestRest;
}

/** What is wrong with a title’s words; where a section is missing for it, it is told there. */
function* oddTitle(report: Report, section: Section): Iterable<Finding> {
  const { document } = report;
  const { from, to } = titleSpan(section);
  const written = document.source.slice(from, to);
  const found = titleFault(written) ?? (isToldAsHeadline(report, section) ? undefined : brokenOff(report, section));
  if (found === undefined) return;
  const lost = missingSections(report).flatMap(({ kinds }) => kinds.map(kind => blurredTitle(report, kind)?.section));
  if (lost.includes(section)) return;
  yield {
    from: from + found.from,
    to: from + found.to,
    message: found.message,
    fixes:
      found.cut === undefined
        ? []
        : [
            {
              title: 'Take it out',
              edits: [{ from: from + found.cut.from, to: from + found.cut.to, text: '' }],
              certain: false,
            },
          ],
  };
}

/** Whether a report’s title is told of as one without its judgement, which stands in the line below. */
function isToldAsHeadline({ framework, headline, judgements, sections }: Report, { index }: Section): boolean {
  if (index !== 0 || sections[0]?.level !== 1 || framework.openAreas || framework.headlines.length === 0) return false;
  return (
    headline === undefined || judgements.some(({ carrier, grade }) => carrier === 'headline' && grade === undefined)
  );
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
    if (!/[\r\n]/.test(source.charAt(start - 1))) {
      const end = lineBreak(source);
      yield {
        from,
        to,
        message: 'This heading has got into the line of the text before it. Put a blank line between them.',
        fixes: [
          {
            title: 'Put a blank line between them',
            edits: [{ from: start, to: from, text: end + end }],
            certain: false,
          },
        ],
      };
      continue;
    }
    yield {
      from,
      to,
      message: 'Blanks stand before this heading, so it is text. Take them out.',
      fixes: [{ title: 'Make it a heading', edits: [{ from: start, to: from, text: '' }], certain: false }],
    };
  }
}

/** A first point or a numbered entry in the line of what may be a title. */
const joined = /^.{5,110}?(\s(?:[-•*]|\d{1,2}(?:\.\d)?\.?)\s)(?=[‘“]?\p{Lu})/u;

/** The list below a title that has got into its line: the words before it are a title that the framework knows. */
function* joinedList(report: Report, section: Section): Iterable<Finding> {
  if (section.kind !== undefined) return;
  const { from, to } = titleSpan(section);
  const written = report.document.source.slice(from, to);
  const [whole = '', mark = ''] = joined.exec(written) ?? [];
  if (mark === '') return;
  const title = titleKey(whole.slice(0, whole.length - mark.length));
  if (!frameworkIndex(report.framework).kindsByTitle.has(title)) return;
  const at = from + whole.length - mark.length;
  const end = lineBreak(report.document.source);
  yield {
    from: at + 1,
    to: at + mark.length - 1,
    message: 'The list below this title has got into its line. Put a blank line between them.',
    fixes: [
      {
        title: 'Put a blank line between them',
        edits: [{ from: at, to: at + 1, text: end + end }],
        certain: false,
      },
    ],
  };
}

/** What word processors and lists of contents leave before or after a title, and what authors note there. */
const beside =
  /^\s*_Toc\d{1,12}\s+(?=\S)|(?:[\s.…·]*\s\d{1,3}|\s[([](?:draft|continued|cont\.?|new|old|final|tb[cd]|v\d{1,2})[)\]])\s*$/i;

/** A title that the framework knows, but for what stands beside it; where its section is missing for it, it is told there. */
function* besideTitle(report: Report, section: Section): Iterable<Finding> {
  if (section.kind !== undefined) return;
  const { from, to } = titleSpan(section);
  const written = report.document.source.slice(from, to);
  const match = beside.exec(written);
  if (match === null) return;
  const kinds = frameworkIndex(report.framework).kindsByTitle.get(titleKey(written.replace(beside, '')));
  if (kinds === undefined) return;
  const lost = missingSections(report).flatMap(gap => gap.kinds.map(kind => blurredTitle(report, kind)?.section));
  if (lost.includes(section)) return;
  const [odd] = match;
  const at = from + match.index + odd.length - odd.trimStart().length;
  yield {
    from: at,
    to: at + odd.trim().length,
    message: `“${odd.trim()}” stands beside the title, so that it is not read as “${titleOfKind(kinds[0])}”. Take it out.`,
    fixes: [
      {
        title: 'Take it out',
        edits: [{ from: from + match.index, to: from + match.index + odd.length, text: '' }],
        certain: false,
      },
    ],
  };
}

function titleOfKind(kind: SectionKind | undefined): string {
  return kind?.titles[0] ?? kind?.role ?? '';
}

interface TitleFault extends Span {
  readonly message: string;
  readonly cut?: Span;
}

/** A word, and the same again; but for those that may well stand side by side. */
const twice = /(?<![\p{L}\d])(?!(?:had|that|is)\s)(\p{L}{2,30})(\s\1)(?![\p{L}\d])/iu;
/** A title’s end and a sentence’s beginning, in a line too long for a title. */
const withText =
  /^.{5,120}?[\p{Ll})][.:;]? (?=(?:The|In|There|This|These|Since|Children|Most|Some|Inspectors|Services)\s\p{Ll})/u;
const longestHeading = 160;

function titleFault(written: string): TitleFault | undefined {
  const [marks = ''] = /^[#＃]{1,9}\s+(?=\S)/.exec(written) ?? [];
  if (marks !== '') {
    const message = 'These marks are printed with the title. Take them out.';
    return { from: 0, to: marks.trimEnd().length, message, cut: { from: 0, to: marks.length } };
  }
  const second = written.includes('##') ? /\s(#{2,6})\s+(?=\p{L})/u.exec(written) : null;
  if (second !== null)
    return {
      from: second.index + 1,
      to: written.length,
      message: 'Another heading has got into this line. Put a blank line before it.',
    };
  const again = twice.exec(written);
  if (again !== null) {
    const from = again.index + (again[1] ?? '').length;
    const to = again.index + again[0].length;
    return { from: from + 1, to, message: 'This word stands here twice. Take one out.', cut: { from, to } };
  }
  if (written.length <= longestHeading) return undefined;
  const [title = ''] = withText.exec(written) ?? [];
  if (title === '' && !/[.!?] \p{Lu}/u.test(written)) return undefined;
  return {
    from: 0,
    to: written.length,
    message: 'The text below this title has got into its line. Put a blank line between them.',
  };
}

/** A title that goes on, with a small letter and right below, in a short line of its own. */
function brokenOff(
  { document: { blocks, starts, source }, metadata }: Report,
  section: Section,
): TitleFault | undefined {
  const next = blocks[section.block + 1];
  const start = (starts[section.block + 1] ?? 0) + (next?.start ?? 0);
  if (next?.kind !== 'plain' || next.end - next.start > longestRest) return undefined;
  const rest = source.slice(start, start + next.end - next.start);
  const isName = (): boolean => {
    const whole = titleKey(`${section.title} ${rest}`);
    return [metadata.title, ...metadata.providers].some(name => name !== undefined && titleKey(name) === whole);
  };
  if (
    !(/^\p{Ll}[^.!?:\r\n]*$/u.test(rest) || isName()) ||
    /[\r\n]\s*[\r\n]/.test(source.slice(section.heading.to, start))
  )
    return undefined;
  const { from, to } = titleSpan(section);
  return {
    from: 0,
    to: to - from,
    message: `This title breaks off: “${rest}” goes on with it below. Write it in one line.`,
  };
}

const longestRest = 80;

const braces = /(?<!\\)(?:\{(?:[#.][^{}]{0,80}|[\w=:.-]{1,40})[)\]}]?|#[\w-]{1,40}\}|[([][#.][\w-]{1,40}[)\]}]?)$/;
/** What one of them has. */
const brace = /[{}#]|[([]\./;
/** Braces before a title. */
const early = /^\{[#.][\w-]{1,40}\}(?=\s)/;

/** Braces at a title’s end that are no attributes, or half of them. */
function* looseBraces(report: Report, section: Section): Iterable<Finding> {
  const { from: start, to: end } = titleSpan(section);
  const written = report.document.source.slice(start, end).trimEnd();
  if (!brace.test(written)) return;
  const match = early.exec(written) ?? braces.exec(written);
  if (match === null) return;
  const from = start + match.index;
  const to = from + match[0].length;
  yield {
    from,
    to,
    message: 'This is not read, so it is printed with the title. Write a name as {#name}, a role as {.role}.',
    fixes: [{ title: 'Take it out', edits: [{ from: bareEnd(report, from), to, text: '' }], certain: false }],
  };
}

function bareEnd({ document: { source } }: Report, from: number): number {
  let at = from;
  while (/[ \t\u00a0]/.test(source.charAt(at - 1))) at--;
  return at;
}

function* unknownRole(
  report: Report,
  { block }: Section,
  { value, from, to }: Attribute,
  { sections, numbering }: Framework,
): Iterable<Finding> {
  const roles = new Set([...knownRoles, ...sections.map(({ role }) => role), ...numbering.flatMap(own => own.roles)]);
  if (roles.has(value)) return;
  const start = report.document.starts[block] ?? 0;
  const place = { from: start + from, to: start + to };
  const near = nearest(value, [...roles], own => [own]).map(({ name }) => name);
  yield {
    ...place,
    message: `No section has the role “${value}”. ${near[0] === undefined ? 'Write one that the framework knows, or take it out.' : `Is “${near[0]}” meant?`}`,
    fixes: near.map(
      (name): Fix => ({ title: `Change to “${name}”`, edits: [{ ...place, text: `.${name}` }], certain: false }),
    ),
  };
}

function* unknownArea(
  report: Report,
  { block }: Section,
  { value, from, to }: Attribute,
  framework: Framework,
): Iterable<Finding> {
  const { areaById, areaByNumber } = frameworkIndex(framework);
  if (framework.openAreas || areaById.has(value) || areaByNumber.has(value)) return;
  const start = report.document.starts[block] ?? 0;
  yield {
    from: start + from,
    to: start + to,
    message: `There is no area ${value}. Write the number that the framework gives the area.`,
  };
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
      fixes: [{ title: `Change to “${meant}”`, edits: [{ ...place, text: meant }], certain: false }],
    };
  }
}

const shortestTitle = 7;

function isLacking(report: Report, number: string): boolean {
  return seriesOf(report).some(({ breaks }) => breaks.some(({ missing }) => missing?.first === number));
}

const numbered = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?=[ \t\u00a0])/;
/** What else is counted by, before a title that the framework knows. */
const lettered = /^(?:(?:[A-Z]|[IVX]{1,5}|[ivx]{1,4})[.)]|\(\d{1,2}\)|(?:Section|Part|Chapter)\s\w{1,5}[.:)–-]?)(?=\s)/;
/** With so many other headings one with a number stands alone. */
const fewestOthers = 4;

/** The one heading with a number; without a full stop, only before a title that the framework knows. */
function* oddNumber(report: Report): Iterable<Finding> {
  const {
    sections,
    document: { source },
  } = report;
  const all = sections.filter(({ title, kind }) => {
    const unit = title.charCodeAt(0);
    // A capital, a bracket, or *i*, *v*, *x*.
    if ((unit >= 65 && unit <= 90) || unit === 40 || unit === 105 || unit === 118 || unit === 120)
      return kind !== undefined && bareTitle(title) !== title && lettered.test(title);
    if (unit < 48 || unit > 57) return false;
    const [number = ''] = numbered.exec(title) ?? [];
    return number !== '' && (/[.)]$/.test(number) || kind !== undefined) && bareTitle(title) !== title;
  });
  const [odd, another] = all;
  if (odd === undefined || another !== undefined || sections.length <= fewestOthers) return;
  const { from, to } = titleSpan(odd);
  const written = source.slice(from, to);
  const [number = ''] = numbered.exec(written) ?? lettered.exec(written) ?? [];
  // Of a paragraph’s number that the series lacks it is told there.
  if (number === '' || isLacking(report, number.replace(/\D+$/, ''))) return;
  const [blank = ''] = /^[ \t\u00a0]*/.exec(source.slice(from + number.length, to)) ?? [];
  const end = from + number.length;
  yield {
    from,
    to: end,
    message: `Only this heading has a ${/^\d/.test(number) ? 'number' : 'label'}. Take it out.`,
    fixes: [{ title: 'Take it out', edits: [{ from, to: end + blank.length, text: '' }], certain: false }],
  };
}
