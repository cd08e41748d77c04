import type { Area } from '../../model/framework.ts';
import type { Judgement } from '../../model/judgement.ts';
import { isInOpening, openingEndOf } from '../../model/judgements.ts';
import { listInWords } from '../../model/listInWords.ts';
import { mayBeMisplaced, misplacedJudgements } from '../../model/misplacedJudgements.ts';
import { patternMatch } from '../../model/pattern.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import { listFix } from '../judgementList.ts';
import { areaWords, inSentence } from '../judgementWords.ts';
import { lineBreak } from '../lineBreak.ts';
import { type MeantLine, mayBeMeantLine, mayBeMeantStatement, meantLine, meantStatement } from '../meantJudgements.ts';
import { headingInDetails } from '../metadataKeys.ts';
import { missingEntries, unreadFinding } from '../missingEntries.ts';
import { beginning, titleSpan } from '../reportParts.ts';
import type { Edit, Finding, Fix, Rule } from '../rule.ts';
import { unreadEntries } from '../unreadEntries.ts';
import { whereStands } from '../whereStands.ts';

/**
 * The framework expects an area’s grade in a place where there is none: in the headline, in the list of judgements, or
 * in the area’s section.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.2 Experiences and progress of care leavers: Good
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Area 2.1, “Adoption performance”, is missing from the list
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This section gives no grade
 *
 * ### Inspection findings
 * ```
 *
 * Add the entry, and the judgement line under the heading:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 * ```
 *
 * Where the numbers of entries do not rise, two are read as one:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 * 1. Children who need help and protection: Good
 * ^ This line is read as part of entry 3: its number is not higher
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 3. Leadership, management and governance: Good
 *
 * 1. Children who need help and protection: Good
 *
 * 2. Children looked after and achieving permanence: Good
 *
 * 2.1 Adoption performance: Good
 *
 * 2.2 Experiences and progress of care leavers: Good
 * ```
 *
 * Rows without the line that makes them a table are no list:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-ilacs
 * ---
 *
 * | Judgement | Grade |
 * ^^^^^^^^^^^^^^^^^^^^^ These rows are not read as a table
 * | Overall effectiveness | Good |
 *
 * ## What needs to improve?
 *
 * - The oversight of private fostering.
 * ```
 *
 * An entry that has lost its number, its colon or its line is told where it stands:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * Adoption performance: Good
 * ^^^^^^^^^^^^^^^^^^^^ This is not read as an entry of the list. Write it as a line of its own: “2.1 Adoption performance: …”.
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * So is one that has lost its area:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1: Good
 * ^^^^^^^^^ This is not read as an entry of the list. Write it as a line of its own: “2.1 Adoption performance: …”.
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * And so is a headline that is no heading:
 *
 * ```inspectmark,expect
 * Children’s services in Ely are good
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This overall judgement is not read, for it is no heading. Write “# ” before it.
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 * ```
 *
 * A judgement line that is written with another mark, or as a bullet, is told where it stands:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *
 * Judgement; Good
 * ^^^^^^^^^^^^^^^ This is not read as the grade of its section. Write “Judgement: Good”.
 *
 * ### Inspection findings
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 *
 * ### Inspection findings
 * ```
 *
 * A section’s grade that is in the list can be added as it stands there:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Requires improvement
 *
 * ## Leadership, management and governance
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This section gives no grade
 *
 * Leaders know what is to be done.
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection: Good
 * 2. Children looked after and achieving permanence: Good
 * 2.1 Adoption performance: Good
 * 2.2 Experiences and progress of care leavers: Good
 * 3. Leadership, management and governance: Requires improvement
 *
 * ## Leadership, management and governance
 *
 * Judgement: Requires improvement
 *
 * Leaders know what is to be done.
 * ```
 *
 * Where the list is missing it can be added, for its grades to be filled in:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The list of judgements is missing.
 *
 * ## Executive summary
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 1. Children who need help and protection:
 * 2. Children looked after and achieving permanence:
 * 2.1 Adoption performance:
 * 2.2 Experiences and progress of care leavers:
 * 3. Leadership, management and governance:
 *
 * ## Executive summary
 * ```
 *
 * A draft that states nothing yet is told so once:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *    ^^^^^^^^^^^^^^^^^ The judgements are missing.
 * ```
 */
export const missingJudgement: Rule = {
  id: 'missing-judgement',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'A grade is missing where the framework expects it',
  fixable: true,
  readsWords: whereStands(
    (report, block) =>
      mayBeMisplaced(report, block) ||
      mayBeMeantLine(report, block) ||
      mayBeMeantStatement(report, block) ||
      isInOpening(report.sections, block),
  ),
  *check({ report, framework }) {
    if (!framework.areas.some(({ required, graded }) => required && graded)) return;
    // An area that need not be graded, and is, is graded in all of its places.
    const stated = new Set(report.judgements.map(({ area }) => area));
    const areas = framework.areas.filter(({ id, required, graded }) => graded && (required || stated.has(id)));
    const entries = report.judgements.filter(({ carrier }) => carrier === 'entry');
    const listed = areas.filter(({ expects }) => expects.includes('entry'));
    const noHeadline =
      report.headline === undefined &&
      areas.some(({ expects }) => expects.includes('headline')) &&
      headingInDetails(report) === undefined;
    const noList = entries.length === 0 && listed.length > 0;
    const rows = noList ? looseRows(report) : undefined;
    const unread = noList && rows === undefined ? unreadEntries(report, listed) : new Map<Area, Span>();
    const textHeadline = noHeadline ? headlineAsText(report) : undefined;
    if (rows !== undefined && !noHeadline) {
      const parting = partingComment(report);
      yield parting === undefined
        ? {
            ...rows,
            message:
              'These rows are not read as a table: the line “| --- | --- |” is missing under the first. Put it there.',
          }
        : { ...parting, message: 'This comment parts the table, so that what is below it is not read. Take it out.' };
    } else if (unread.size > 0 && !noHeadline) {
      yield unreadFinding(unread, 'numbered');
    } else if (noHeadline && !noList && textHeadline !== undefined) {
      yield {
        ...textHeadline,
        message: 'This overall judgement is not read, for it is no heading. Write “# ” before it.',
        fixes: [{ title: 'Make it a heading', edits: [headingEdit(report, textHeadline)], certain: false }],
      };
    } else if (noHeadline || noList) {
      // Where there is a list, it is above that.
      const list = noHeadline ? entries[0] : undefined;
      const isTitled = (report.sections[0]?.block ?? Number.POSITIVE_INFINITY) < (list?.block ?? 0);
      const place = list === undefined || isTitled ? beginning(report) : listStart(report, list);
      const fix = noList ? listFix(report, listed) : undefined;
      yield { ...place, message: openingMessage(report, noHeadline, noList), fixes: fix === undefined ? [] : [fix] };
    }
    if (!noList) yield* missingEntries(report, listed, entries, noHeadline ? beginning(report) : undefined);
    yield* ungradedSections(
      report,
      areas.filter(({ expects }) => expects.includes('section')),
    );
  },
};

function openingMessage({ framework: { headlines } }: Report, noHeadline: boolean, noList: boolean): string {
  const sentence = (headlines[0]?.source ?? '').replace(/\{provider\}/, '…').replace(/\{(is|are) grade\}/, '$1 …');
  const example = sentence.replace(/\(([^(|)]*)[^()]*\)/g, '$1');
  const heading = example === '' ? 'a headline' : `a heading like “${example}”`;
  if (noHeadline && noList) {
    return `The judgements are missing. Begin with ${heading}, and list them under it.`;
  }
  if (noHeadline) return `The overall judgement is missing. Begin the report with ${heading}.`;
  return 'The list of judgements is missing. Give each area with its grade under the headline.';
}

/** The first line of the block in which an entry stands. */
function listStart({ document: { blocks, starts, source } }: Report, { block }: Judgement): Span {
  const own = blocks[block];
  const start = starts[block] ?? 0;
  const from = start + (own?.start ?? 0);
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(from, start + (own?.end ?? 0))) ?? [];
  return { from, to: from + line.length };
}

/** The headline where it stands as a paragraph, in stars or not, before the first section. */
function headlineAsText({ document: { blocks, starts, source }, framework, sections }: Report): Span | undefined {
  for (const [i, block] of blocks.slice(0, openingEndOf(sections)).entries()) {
    if (block.kind !== 'plain' || block.content.to - block.content.from > longestRow) continue;
    const start = starts[i] ?? 0;
    const place = { from: start + block.content.from, to: start + block.content.to };
    const words = source.slice(place.from, place.to).replace(/^[#*]+|[.*]+$/g, '');
    if (framework.headlines.some(pattern => patternMatch(pattern, words) !== undefined)) return place;
  }
  return undefined;
}

function headingEdit({ document: { source } }: Report, place: Span): Edit {
  const words = source.slice(place.from, place.to).replace(/^[#*]+|[.*]+$/g, '');
  return { ...place, text: `# ${words}` };
}

/** The first line of what would be a table before the first section, but for the line under its head. */
function looseRows({ document: { blocks, starts, source }, sections }: Report): Span | undefined {
  for (const [i, block] of blocks.slice(0, openingEndOf(sections)).entries()) {
    if (block.kind !== 'plain') continue;
    const from = (starts[i] ?? 0) + block.content.from;
    const [line = ''] = /^\|[^\r\n|]+\|[^\r\n|]+\|?/.exec(source.slice(from, from + longestRow)) ?? [];
    if (line !== '') return { from, to: from + line.length };
  }
  return undefined;
}

/** The comment that stands between a table's head and its rows. */
function partingComment({ document: { blocks, starts }, sections }: Report): Span | undefined {
  const opening = blocks.slice(0, openingEndOf(sections));
  const i = opening.findIndex((block, at) => block.kind === 'comment' && blocks[at - 1]?.kind === 'table');
  const block = blocks[i];
  return block && { from: (starts[i] ?? 0) + block.start, to: (starts[i] ?? 0) + block.end };
}

const longestRow = 400;

/** A heading's marks without words are no longer. */
const mostMarks = 6;

/** The line that an area’s section lacks, if the list of judgements gives it one grade. */
function asInList(
  { document: { source }, judgements }: Report,
  { heading, titleSpan: { to } }: Section,
  area: string,
  isInHeading: boolean,
): Fix[] {
  const [entry, another] = judgements.filter(own => own.carrier === 'entry' && own.area === area);
  if (entry?.grade === undefined || another !== undefined) return [];
  const grade = source.slice(entry.from, entry.to);
  if (isInHeading) {
    const text = `: ${grade.charAt(0).toLowerCase()}${grade.slice(1)}`;
    return [
      {
        title: `Add “${text.slice(2)}”, as in the list of judgements`,
        edits: [{ from: to, to, text }],
        certain: false,
      },
    ];
  }
  const line = `Judgement: ${grade}`;
  const end = lineBreak(source);
  const edits = [{ from: heading.to, to: heading.to, text: `${end}${end}${line}` }];
  return [{ title: `Add “${line}”, as in the list of judgements`, edits, certain: false }];
}

/** Areas that the text does not grade, though it has their section, or that of the area of which they are a part. */
function* ungradedSections(report: Report, areas: readonly Area[]): Iterable<Finding> {
  const { framework, judgements, sections } = report;
  const graded = new Set(judgements.filter(({ carrier }) => carrier !== 'entry').map(({ area }) => area));
  const ungraded = areas.filter(({ id }) => !graded.has(id));
  if (ungraded.length === 0) return;
  const strangers = judgements.filter(({ carrier, area }) => carrier === 'statement' && area === undefined).length;
  const lines = misplacedJudgements(report);
  const misplaced = new Set(lines.map(({ section }) => sections[section ?? -1]?.area));
  const stray = judgements.filter(({ carrier, area }) => carrier === 'line' && area === undefined);
  const above = new Set([...lines, ...stray].map(({ block }) => block + 1));
  const required = new Set(framework.sections.map(({ area, required }) => (required ? area : undefined)));
  const parts = new Map<Section, Area[]>();
  for (const area of ungraded) {
    const { id, title, parent } = area;
    if (misplaced.has(id)) continue;
    const section = sectionOf(report, id);
    // A line right above the heading is told of where it stands.
    if (section !== undefined && above.has(section.block)) continue;
    if (section !== undefined) {
      const meant = meantLine(report, section);
      if (meant !== undefined) {
        yield meantFinding(meant);
        continue;
      }
      const subject = inSentence(areaWords(framework, id, title));
      const isInHeadings = judgements.filter(({ carrier }) => carrier === 'heading').length > 1;
      const advice = isInHeadings
        ? 'Add it to its heading, after a colon.'
        : 'Add a line “Judgement: …” under its heading.';
      const message = `This section gives no grade for ${subject}. ${advice}`;
      yield { ...titleSpan(section), message, fixes: asInList(report, section, id, isInHeadings) };
    } else if (parent !== undefined && !required.has(id) && strangers === 0) {
      const whole = sectionOf(report, parent);
      if (whole !== undefined) addToGroup(parts, whole, area);
    }
  }
  for (const [whole, parted] of parts) {
    const without: Area[] = [];
    for (const area of parted) {
      const place = meantStatement(report, whole, area);
      if (place === undefined) without.push(area);
      // That a heading has no words is told already.
      else if (place.to - place.from > mostMarks)
        yield {
          from: place.from,
          to: place.to,
          message:
            place.lacksGrade === true
              ? `This heading gives no grade for “${area.title}”. Go on: “… is that it is …”.`
              : `This is not read as the grade of “${area.title}”. Write it as a heading of its own.`,
        };
    }
    if (without.length === 0) continue;
    const names = listInWords(without.map(({ title }) => `“${title}”`));
    const message = `This section gives no grade for ${names}. Add it in a heading or sentence.`;
    yield { ...titleSpan(whole), message };
  }
}

function meantFinding({ from, to, line }: MeantLine): Finding {
  return {
    from,
    to,
    message: `This is not read as the grade of its section. Write “${line}”.`,
    fixes: [{ title: `Change to “${line}”`, edits: [{ from, to, text: line }], certain: false }],
  };
}

/** The section in which an area is graded; of several the outermost. */
function sectionOf({ sections }: Report, area: string): Section | undefined {
  let found: Section | undefined;
  for (const section of sections) {
    if (section.ownArea !== area || section.kind?.area !== area) continue;
    if (found === undefined || section.level < found.level) found = section;
  }
  return found;
}
