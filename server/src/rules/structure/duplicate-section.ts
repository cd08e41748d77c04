import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import { isWrittenTwice, quotedTitle, titleSpan } from '../reportParts.ts';
import type { Rule } from '../rule.ts';

/**
 * A section that a report has once stands there twice. Its text may have been split, or pasted a second time.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Summary for children and young people
 *
 * Social workers listen to you.
 *
 * ## Summary for children and young people
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is a section “Summary for children and young people” already
 *
 * Most of you live close to your friends.
 * ```
 *
 * Bring the two together. Of a section that a report may have twice the text shows that it was pasted a second time:
 *
 * ```inspectmark,expect
 * ## Information about this local authority area
 *
 * ### Children living in this area
 *
 * Approximately 41,000 children and young people under the age of 18 live here.
 *
 * ### Children living in this area
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is a section “Children living in this area” already.
 *
 * Approximately 41,000 children and young people under the age of 18 live here.
 * ```
 *
 * Of what was pasted as a whole its parts are not told again:
 *
 * ```inspectmark,expect
 * ## Information about this local authority area
 *
 * ### Children living in this area
 *
 * Approximately 41,000 children and young people under the age of 18 live here.
 *
 * ## Information about this local authority area
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is a section “Information about this local authority area” already.
 *
 * ### Children living in this area
 *
 * Approximately 41,000 children and young people under the age of 18 live here.
 * ```
 *
 * A heading may stand right under itself:
 *
 * ```inspectmark,expect
 * ## The local authority
 *
 * ## The local authority
 *    ^^^^^^^^^^^^^^^^^^^ The heading “The local authority” stands here twice. Take one out.
 * ```
 *
 * Sections that stand under different headings are different sections, whatever their titles:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * ## The experiences and progress of children who need help and protection
 *
 * ### Summary
 *
 * ## Leadership, management and governance
 *
 * ### Summary
 * ```
 */
export const duplicateSection: Rule = {
  id: 'duplicate-section',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A section stands in the report twice',
  fixable: false,
  readsWords: true,
  unhurried: true,
  *check({ report, framework }) {
    const seen = new Map<string, Section>();
    const repeated = repeatedTitles(report);
    const told = new Set<number>();
    for (const [i, section] of report.sections.entries()) {
      const { kind, parent, title } = section;
      // Of what was pasted as a whole its parts are not told again.
      if (parent !== undefined && told.has(parent)) {
        told.add(i);
        continue;
      }
      if (title === '') continue;
      const above = report.sections[i - 1];
      if (above !== undefined && isWrittenTwice(report, section)) {
        told.add(i);
        // Where both have a name, that it is given twice is told.
        if (section.id !== undefined && section.id === above.id) continue;
        yield {
          ...titleSpan(section),
          message: `The heading ${quotedTitle(section)} stands here twice. Take one out.`,
          related: [{ ...titleSpan(above), message: 'The first of the two.' }],
        };
        continue;
      }
      const isSingle = kind !== undefined && !kind.repeats;
      const beside = isSingle || kind === undefined || framework.openAreas ? undefined : twin(report, section);
      if (beside !== undefined) {
        told.add(i);
        yield {
          ...titleSpan(section),
          message: `There is a section ${quotedTitle(beside)} already. Bring the two together.`,
          related: [{ ...titleSpan(beside), message: 'The first of the two.' }],
        };
        continue;
      }
      if (!isSingle && !repeated.has(title)) continue;
      const key = isSingle ? `${parent} ${framework.sections.indexOf(kind)}` : `${title}\n${opening(report, section)}`;
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, section);
        continue;
      }
      // Of a title that may stand there again the text shows that it was pasted.
      if (!isSingle && !haveOneText(report, first, section)) continue;
      told.add(i);
      yield {
        ...titleSpan(section),
        message: `There is a section ${quotedTitle(first)} already. Bring the two together.`,
        related: [{ ...titleSpan(first), message: 'The first of the two.' }],
      };
    }
  },
};

/**
 * The section right before one, in the same part of the report, that has its title: one that may stand in several parts
 * stands in each once.
 */
function twin({ sections }: Report, { index, parent, depth, title }: Section): Section | undefined {
  let above = index - 1;
  while ((sections[above]?.depth ?? 0) > depth) above--;
  const before = sections[above];
  return before?.title === title && before.parent === parent && before.depth === depth ? before : undefined;
}

/** The titles that more than one section has. */
function repeatedTitles({ sections }: Report): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(sections.flatMap(({ title }) => (seen.size < seen.add(title).size ? [] : [title])));
}

/** How a section begins, by which those that may have one text are found. */
function opening({ document: { source } }: Report, { heading, to }: Section): string {
  return written(source.slice(heading.to, Math.min(to, heading.to + 2 * fewestLetters))).slice(0, fewestLetters / 2);
}

function haveOneText({ document: { source } }: Report, ...sections: readonly [Section, Section]): boolean {
  const [length, other] = sections.map(({ heading, to }) => to - heading.to) as [number, number];
  if (Math.max(length, other) > Math.min(longestText, 2 * Math.min(length, other))) return false;
  const [first, second] = sections.map(({ heading, to }) => written(source.slice(heading.to, to)));
  return first === second && first !== undefined && first.length >= fewestLetters;
}

/** A text without the numbers of its paragraphs. */
function written(text: string): string {
  return singleSpaced(text.replace(/^\d{1,3}\.(?:\d{1,3}\.?)*\s/gm, '')).trim();
}

const fewestLetters = 60;
/** Longer sections are not compared: they are whole parts of a report. */
const longestText = 20_000;
