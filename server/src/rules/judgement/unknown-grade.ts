import type { Grade } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { gradeEdit, gradesOf } from '../../model/judgements/gradeWriting.ts';
import type { Judgement } from '../../model/judgements/judgement.ts';
import { ownGrade, ownScale } from '../../model/judgements/ownGrades.ts';
import type { Report } from '../../model/report.ts';
import { bareTitle, titleKey } from '../../model/titleKey.ts';
import { addToGroup } from '../../text/lists.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import { fixWith } from '../fixWith.ts';
import { areaWords, gradeList } from '../messages/judgementWords.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';
import { mayBeMeantLine } from './entries/meantJudgements.ts';
import { nearestGrades } from './entries/nearestGrades.ts';
import { oddHeadings } from './entries/oddHeadings.ts';
import { oddEntries } from './entries/openEntries.ts';
import { statedGrades } from './entries/statedGrades.ts';
import { unreadEntries } from './entries/unreadEntries.ts';

/**
 * A grade is expected here, and what stands here is no grade of the framework’s scale. It may be misspelt, or left out.
 * Until it is put right, the place counts as ungraded and cannot be compared with the others.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are goood
 *                                  ^^^^^ “goood” is not a grade
 *
 * 2. Children looked after and achieving permanence: Requires improvment
 *                                                    ^^^^^^^^^^^^^^^^^^^ “Requires improvment” is not a grade
 *
 * ## Leadership, management and governance
 *
 * Judgement:
 * ^^^^^^^^^^ Area 3 has no grade here
 *
 * ### The graded judgement for adoption performance is that it is outstandin
 *                                                                 ^^^^^^^^^^ “outstandin” is not a grade
 * ```
 *
 * Choose the grade that is meant. The likeliest is offered first, in the wording of its place:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * 2. Children looked after and achieving permanence: Requires improvement
 *
 * ## Leadership, management and governance
 *
 * Judgement: Outstanding
 *
 * ### The graded judgement for adoption performance is that it is outstanding
 * ```
 *
 * An area that is not graded anywhere yet is told once, and the grade that is chosen is filled in wherever it belongs:
 *
 * ```inspectmark,expect
 * 3. Leadership, management and governance: …
 *                                           ^ Area 3 has no grade here
 *
 * ## Leadership, management and governance
 *
 * Judgement: …
 * ```
 *
 * ```inspectmark,fixed
 * 3. Leadership, management and governance: Outstanding
 *
 * ## Leadership, management and governance
 *
 * Judgement: Outstanding
 * ```
 *
 * A colon in an ordinary heading asks for no grade, and capital letters do not matter:
 *
 * ```inspectmark
 * # Children’s services in Ely are Good
 *
 * 2. Children looked after and achieving permanence: requires improvement to be good
 *
 * ## Early help: what has changed
 * ```
 *
 * In a list of a report’s own areas the lines beside one show what it is:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * ---
 *
 * ## Judgements
 *
 * 1. Safety: Good
 * 2. Care: Outstandin
 *          ^^^^^^^^^^ “Outstandin” is not a grade
 * 3. Food – Good
 *        ^^^^^^^ This is not read as a grade. Write “: Good”.
 * 4. Rooms: Good
 * ```
 *
 * Of a framework that takes any report, the scale is not the only one: what a report uses as a grade more than once is one
 * of its own.
 *
 * ```inspectmark
 * ---
 * framework: generic
 * ---
 *
 * ## Our judgements
 *
 * | Question | Rating |
 * | --- | --- |
 * | Responding to the public | Adequate |
 * | Preventing crime | Good |
 *
 * ## Responding to the public
 *
 * Rating: Adequate
 * ```
 *
 * Where it grades by a scale of its own, only a slip is told:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * ---
 *
 * ## Our judgements
 *
 * | Regulation | Rating |
 * | --- | --- |
 * | Staffing | Compliant |
 * | Training | Compliant |
 * | Fire precautions | Not met |
 * | Medicines | Complaint |
 *               ^^^^^^^^^ “Complaint” is not a grade
 * ```
 */
export const unknownGrade: Rule = {
  id: 'unknown-grade',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'A grade is expected, and what is given is not on the scale',
  fixable: true,
  // (The grade alone under a heading, where it is not read, is text.)
  readsWords: whereStands((report, block) => report.framework.openAreas && mayBeMeantLine(report, block)),
  *check({ report, framework }) {
    const own = ownScale(report);
    const ungraded = ungradedAreas(report);
    for (const judgement of report.judgements) {
      const { text, area, areaText, carrier } = judgement;
      const grades = own === undefined ? gradesOf(framework, area) : [...gradesOf(framework, area), ...own];
      if (grades.length === 0 || (judgement.grade !== undefined && isOneOf(grades, judgement.grade))) continue;
      // A name that is no area’s is the slip; and a heading may end in a colon above its judgement line.
      if (area === undefined && carrier !== 'line') continue;
      if (ownGrade(report, judgement) !== undefined) continue;
      // On a scale that nobody knows any word may be a grade that is no slip in writing another.
      if (own !== undefined && text !== '' && !nothing.test(text) && nearestGrades(text, grades).length === 0) continue;
      if (text === '' && carrier === 'heading' && isGradedElsewhere(report, judgement)) continue;
      // A heading that its blanks make part of the entry is told of.
      if (/[\r\n][ \t]+#/.test(report.document.source.slice(judgement.from, judgement.to))) continue;
      if (isFollowed(report, judgement) || (text === '' && isGroup(report, judgement))) continue;
      const joined = withTextBelow(report, judgement, grades);
      if (joined !== undefined) {
        yield joined;
        continue;
      }
      const subject = areaWords(framework, area, areaText);
      if (!saysNothing(judgement)) {
        const message = `“${singleSpaced(text)}” is not a grade. Choose ${gradeList(grades)}.`;
        yield { ...markedPlace(report, judgement), message, fixes: fixesOf(report, [judgement], grades) };
        continue;
      }
      // An area that is not graded yet is told once.
      const [first, ...others] = ungraded.get(area ?? '') ?? [judgement];
      if (first !== judgement) continue;
      yield {
        ...markedPlace(report, judgement),
        message: `${subject} has no grade here. Choose ${gradeList(grades)}.`,
        related: others.map(other => ({ ...markedPlace(report, other), message: 'It has none here either.' })),
        fixes: fixesOf(report, [judgement, ...others], grades),
      };
    }
    if (framework.openAreas) {
      yield* oddHeadings(report);
      yield* oddEntries(report);
    }
  },
};

/** What stands where a grade would, and says none: a dash, or the rest of a sentence that breaks off. */
const nothing = /^(?:[^\p{L}\d]+|(?:that|it|they|is|are)(?:\s(?:it|they|is|are))*)$/iu;

function saysNothing({ text }: Judgement): boolean {
  return text === '' || nothing.test(text);
}

/** The areas that have no grade anywhere, with the places where they should have it: those that a report lists or heads so. */
function ungradedAreas({ judgements }: Report): ReadonlyMap<string, readonly Judgement[]> {
  const all = new Map<string, Judgement[]>();
  for (const judgement of judgements)
    if (judgement.area !== undefined && saysNothing(judgement)) addToGroup(all, judgement.area, judgement);
  for (const { area, grade } of judgements) if (area !== undefined && grade !== undefined) all.delete(area);
  return all;
}

/**
 * The grades that are like what is written; else all, first what the area has elsewhere in the report. Chosen for one, a
 * grade is that of all.
 */
function fixesOf(report: Report, places: readonly [Judgement, ...Judgement[]], grades: readonly Grade[]): Fix[] {
  const [judgement] = places;
  const near = nearestGrades(judgement.text, grades);
  const stated = statedGrades(report, judgement.area);
  const likeliest = [...grades].reverse().sort((a, b) => Number(stated.has(b.id)) - Number(stated.has(a.id)));
  const choices = near.length > 0 ? near : likeliest.map(grade => ({ candidate: grade, name: grade.label }));
  return choices.map(({ candidate, name }) => ({
    title: judgement.text === '' ? `Add “${name}”` : `Change to “${name}”`,
    edits: places.map(place => gradeEdit(report.document.source, place, candidate, name)),
    certain: false,
  }));
}

/** A judgement line into which the paragraph below has got, behind its grade. */
function withTextBelow(
  { framework }: Report,
  { carrier, text, from }: Judgement,
  grades: readonly Grade[],
): Finding | undefined {
  if (carrier !== 'line' || text.length < shortestParagraph) return undefined;
  const { gradeByName } = frameworkIndex(framework);
  const words = text.slice(0, longestGrade).split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const name = words.slice(0, count).join(' ');
    const grade = gradeByName.get(titleKey(name));
    if (grade === undefined || !isOneOf(grades, grade) || !/^[\p{Lu}\d]/u.test(words[count] ?? '')) continue;
    const end = from + name.length;
    return {
      from,
      to: end,
      message: `The text after this grade belongs in a paragraph of its own. Put a blank line after “${name}”.`,
      fixes: [fixWith('Put a blank line after it', { from: end, to: end + 1 }, '\n\n')],
    };
  }
  return undefined;
}

/** No grade that somebody has written is so long. */
const shortestParagraph = 60;
const longestGrade = 60;

/** The words that are no grade; where there are none, what asks for one. */
function markedPlace({ document: { blocks, starts } }: Report, { from, to, text, areaSpan, block }: Judgement) {
  if (text !== '') return { from, to };
  if (areaSpan !== undefined && areaSpan.to > areaSpan.from) return { from: areaSpan.from, to: areaSpan.to };
  const start = starts[block] ?? 0;
  const own = blocks[block];
  return own === undefined ? { from, to } : { from: start + own.start, to: start + own.end };
}

/** Whether an entry’s grade stands in its line, and another entry that is not read in the next: that is told of there. */
function isFollowed(report: Report, { carrier, from, to }: Judgement): boolean {
  const [line = '', below = ''] = report.document.source.slice(from, to).split(/[\r\n]+/, 2);
  if (carrier !== 'entry' || below === '' || !frameworkIndex(report.framework).gradeByName.has(titleKey(line)))
    return false;
  const listed = new Set(report.judgements.flatMap(own => (own.carrier === 'entry' ? own.area : undefined)));
  const missing = report.framework.areas.filter(({ id, graded }) => graded && !listed.has(id));
  return [...unreadEntries(report, missing).values()].some(place => place.from > from && place.to <= to);
}

/**
 * Whether what an entry names is a part of the report in which others that are listed have their sections: *Quality and
 * safety*.
 */
function isGroup({ framework, judgements, sections }: Report, { carrier, areaText }: Judgement): boolean {
  if (carrier !== 'entry' || !framework.openAreas) return false;
  const key = titleKey(areaText);
  const whole = sections.find(({ title }) => titleKey(bareTitle(title)) === key);
  if (whole === undefined) return false;
  const listed = new Set(judgements.flatMap(own => (own.text === '' ? [] : titleKey(own.areaText))));
  return sections.some(
    ({ index, from, title }) => index > whole.index && from < whole.to && listed.has(titleKey(title)),
  );
}

function isOneOf(grades: readonly Grade[], { id, label }: Grade): boolean {
  return grades.some(grade => grade.id === id || grade.label === label);
}

function isGradedElsewhere({ judgements }: Report, own: Judgement): boolean {
  return judgements.some(({ area, carrier }) => area === own.area && (carrier === 'line' || carrier === 'statement'));
}
