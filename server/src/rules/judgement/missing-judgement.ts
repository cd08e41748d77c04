import type { Area } from '../../model/framework.ts';
import { doubledJudgements } from '../../model/judgedAreas.ts';
import type { Judgement } from '../../model/judgement.ts';
import { isInOpening, openingEndOf } from '../../model/judgements.ts';
import { listInWords } from '../../model/listInWords.ts';
import { mayBeMisplaced, misplacedJudgements } from '../../model/misplacedJudgements.ts';
import { patternMatch } from '../../model/pattern.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import type { Block, NumberedBlock } from '../../syntax/block.ts';
import type { Span } from '../../text/text.ts';
import { anyOfNames } from '../anyOfNames.ts';
import { areaWords, inSentence } from '../judgementWords.ts';
import { lineBreak } from '../lineBreak.ts';
import { type MeantLine, mayBeMeantLine, meantLine, meantStatement } from '../meantJudgements.ts';
import { beginning, titleSpan } from '../reportParts.ts';
import type { Edit, Finding, Rule } from '../rule.ts';
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
      mayBeMisplaced(report, block) || mayBeMeantLine(report, block) || isInOpening(report.sections, block),
  ),
  *check({ report, framework }) {
    if (!framework.areas.some(({ required, graded }) => required && graded)) return;
    // An area that need not be graded, and is, is graded in all of its places.
    const stated = new Set(report.judgements.map(({ area }) => area));
    const areas = framework.areas.filter(({ id, required, graded }) => graded && (required || stated.has(id)));
    const entries = report.judgements.filter(({ carrier }) => carrier === 'entry');
    const listed = areas.filter(({ expects }) => expects.includes('entry'));
    const noHeadline = report.headline === undefined && areas.some(({ expects }) => expects.includes('headline'));
    const noList = entries.length === 0 && listed.length > 0;
    const rows = noList ? looseRows(report) : undefined;
    const unread = noList && rows === undefined ? unreadEntries(report, listed) : new Map<Area, Span>();
    const textHeadline = noHeadline ? headlineAsText(report) : undefined;
    if (rows !== undefined && !noHeadline) {
      yield {
        ...rows,
        message:
          'These rows are not read as a table: the line “| --- | --- |” is missing under the first. Put it there.',
      };
    } else if (unread.size > 0 && !noHeadline) {
      yield unreadFinding(unread, 'numbered');
    } else if (noHeadline && !noList && textHeadline !== undefined) {
      yield {
        ...textHeadline,
        message: 'This overall judgement is not read, for it is no heading. Write “# ” before it.',
        fixes: [{ title: 'Make it a heading', edits: [headingEdit(report, textHeadline)], certain: false }],
      };
    } else if (noHeadline || noList) {
      yield { ...beginning(report), message: openingMessage(report, noHeadline, noList) };
    }
    if (!noList) yield* missingEntries(report, listed, entries);
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

const longestRow = 400;

/** Areas without an entry, but not while an entry that is read otherwise may be theirs. */
function* missingEntries(report: Report, areas: readonly Area[], entries: readonly Judgement[]): Iterable<Finding> {
  const named = new Set(entries.map(({ area }) => area));
  const missing = areas.filter(({ id }) => !named.has(id));
  const unread = unreadEntries(report, missing);
  const told = new Set(unread.keys());
  let hidden = 0;
  for (const { block } of entries) {
    const own = report.document.blocks[block];
    if (own?.kind !== 'numbered' || own.hiddenNumbers.length === 0) continue;
    const start = report.document.starts[block] ?? 0;
    const first = start + (own.hiddenNumbers[0]?.from ?? 0);
    const within = [...unread].filter(([, { from }]) => from > start && from < start + own.end);
    // What stands before the numbers is the cause: a line without one, which no other can follow.
    if (within.some(([, { from }]) => from < first)) continue;
    hidden += Math.max(0, own.hiddenNumbers.length - within.length);
    for (const [area] of within) unread.delete(area);
    if (isMisnumbered(report, block)) continue;
    const entry = report.document.source.slice(start, first);
    // Its own second line is what hides the numbers below it.
    if (/[\r\n]\s*[^\s\d]/.test(entry)) {
      const end = start + (/[\r\n]/.exec(entry)?.index ?? 0);
      yield {
        from: start,
        to: end,
        message: 'This entry goes on in the next line, and hides those below it. Write it in one line.',
      };
      continue;
    }
    yield runOn(report, own, start);
  }
  if (unread.size > 0) yield unreadFinding(unread, report.document.blocks[entries[0]?.block ?? -1]?.kind);
  if (told.size === 0 && hidden === 0 && missing.length > 0) {
    const broken = brokenRow(report, missing);
    if (broken !== undefined) {
      yield { ...broken, message: 'This row of the table is broken off, and goes on below it. Write it in one line.' };
      return;
    }
  }
  const strangers = entries.filter(({ area }) => area === undefined).length;
  const doubled = doubledJudgements(report).filter(({ judgement }) => judgement.carrier === 'entry').length;
  const unnamed = missing.filter(area => !told.has(area));
  if (strangers + doubled + hidden >= unnamed.length) return;
  for (const area of unnamed) {
    const place = neighbour(report, areas, area, entries);
    if (place === undefined) continue;
    const { number } = area;
    const name = number === undefined ? `“${area.title}”` : `Area ${number}, “${area.title}”,`;
    yield { ...place, message: `${name} is missing from the list. Add it with its grade.` };
  }
}

/** A line before the first section that begins with a pipe and has no second, with the next line names an area that has no entry. */
function brokenRow({ document: { source }, sections }: Report, missing: readonly Area[]): Span | undefined {
  const end = sections.find(({ ownRole }) => ownRole !== undefined)?.from ?? source.length;
  const names = new RegExp(
    String.raw`(?<!\p{L})(?:${anyOfNames(missing.flatMap(({ title, headings, names }) => [title, ...headings, ...names]))})(?!\p{L})`,
    'iu',
  );
  for (const { 0: line, 1: first = '', index } of source
    .slice(0, end)
    .matchAll(/(?<=^|[\r\n])(\|[^|\r\n]{1,200})\r?\n[^|\r\n]{1,200}\|/g))
    if (names.test(line.replace(/\s+/g, ' '))) return { from: index, to: index + first.length };
  return undefined;
}

/** Whether an entry's own number is not its area's: what cannot follow it then is in order. */
function isMisnumbered({ framework, judgements }: Report, block: number): boolean {
  const entry = judgements.find(own => own.block === block && own.carrier === 'entry' && own.areaMatch === 'name');
  const area = framework.areas.find(({ id }) => id === entry?.area);
  return area?.number !== undefined && entry?.number !== area.number;
}

/** Entries that are meant and not read: their form is at fault. */
function unreadFinding(unread: ReadonlyMap<Area, Span>, kind: Block['kind'] | undefined): Finding {
  const inOrder = [...unread].sort(([, one], [, other]) => one.from - other.from);
  const [[area, place], ...others] = inOrder as [[Area, Span], ...[Area, Span][]];
  const entry = [...(area.number === undefined ? [] : [area.number]), `${area.title}: …`].join(' ');
  const form = kind === 'table' ? `a row of the table: “| ${area.title} | … |”` : `a line of its own: “${entry}”`;
  return {
    ...place,
    message: `This is not read as an entry of the list. Write it as ${form}.`,
    related: others.map(([, other]) => ({ ...other, message: 'Nor is this.' })),
  };
}

/** What is to be said of an entry that runs on, because the numbers below it are not higher than its own. */
function runOn({ document: { source } }: Report, { number, hiddenNumbers }: NumberedBlock, start: number): Finding {
  const end = lineBreak(source);
  const places = hiddenNumbers.map(({ from, to }) => ({ from: start + from, to: start + to }));
  const first = places[0] ?? { from: start, to: start };
  return {
    ...first,
    message: `This line is read as part of entry ${number.number}: its number is not higher. Correct it, or put a blank line above it.`,
    fixes: [
      {
        title: 'Put a blank line between the entries',
        edits: places.map(({ from }) => ({ from, to: from, text: end })),
        certain: false,
      },
    ],
  };
}

/** The entry of the next area that has one, else of the one before. */
function neighbour(
  report: Report,
  areas: readonly Area[],
  area: Area,
  entries: readonly Judgement[],
): Span | undefined {
  const at = areas.indexOf(area);
  for (const { id } of [...areas.slice(at + 1), ...areas.slice(0, at).reverse()]) {
    const entry = entries.find(other => other.area === id);
    if (entry !== undefined) return spanOf(entry);
  }
  return entries[0] === undefined ? beginning(report) : spanOf(entries[0]);
}

function spanOf({ from, to, areaSpan }: Judgement): Span {
  return { from: areaSpan?.from ?? from, to: areaSpan?.to ?? to };
}

/** A heading's marks without words are no longer. */
const mostMarks = 6;

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
      const message = `This section gives no grade for ${subject}. Add a line “Judgement: …” under its heading.`;
      yield { ...titleSpan(section), message };
    } else if (parent !== undefined && !required.has(id) && strangers === 0) {
      const whole = sectionOf(report, parent);
      if (whole !== undefined) parts.set(whole, [...(parts.get(whole) ?? []), area]);
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
          ...place,
          message: `This is not read as the grade of “${area.title}”. Write it as a heading of its own.`,
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
