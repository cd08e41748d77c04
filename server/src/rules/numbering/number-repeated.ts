import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { hasBreak, seriesOf } from '../../model/numbering/series.ts';
import type { SeriesBreak } from '../../model/numbering/seriesBreaks.ts';
import { shiftedRuns } from '../../model/numbering/shiftedRuns.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { titleKey } from '../../model/titleKey.ts';
import { breakFixes, nounOf, renumberFix } from '../numbers/renumberFix.ts';
import type { Finding, Rule } from '../rule.ts';
import { partedRepeats } from './parted/partedFindings.ts';

/**
 * Two paragraphs have the same number. A reference to it can mean either, and all numbers after it are too low. Renumber;
 * that also changes the references to what follows. A reference to the number itself must be looked at: only you know
 * which of the two it means.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 1. Plans are clear.
 * ^ Two paragraphs are numbered 1. Renumbering changes 2 paragraphs and 1 reference.
 *
 * 2. Visits are regular; see paragraph 2 of this report.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular; see paragraph 3 of this report.
 * ```
 *
 * Where the numbers around it leave only one, that is the mend:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 1. Plans are clear.
 * ^ Two paragraphs are numbered 1. By its place this is paragraph 2.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * A series that starts again is one finding, not one for each number:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of assessments.
 *
 * 2. Reduce changes of social worker.
 *
 * ## Inspection findings
 *
 * 1. Early help is timely.
 * ^ The numbers start again at 1 here, so 2 of them are used twice.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * So is a number that two recommendations bear in the tags at their ends:
 *
 * ```inspectmark,expect
 * ---
 * framework: generic
 * ---
 *
 * ## Recommendations
 *
 * The Director should publish the inventory. (Recommendation 1)
 *
 * The Director should consult its users. (Recommendation 3)
 *                                                        ^ Two recommendations are numbered 3.
 *
 * The Director should correct what is wrong. (Recommendation 3)
 * ```
 *
 * Numbers of lists, and of sections whose paragraphs are not numbered, count nothing:
 *
 * ```inspectmark
 * ## Previous Ofsted inspections
 *
 * 1. A short inspection in 2014.
 *
 * ## Inspection findings
 *
 * 1. Early help is timely.
 * ```
 */
export const numberRepeated: Rule = {
  id: 'number-repeated',
  group: 'numbering',
  kind: 'fault',
  severity: 'error',
  summary: 'Two paragraphs have the same number',
  fixable: true,
  // Words alone change no number.
  readsWords: (_paragraph, report) => hasBreak(report, 'repeated'),
  *check({ report }) {
    for (const { breaks } of seriesOf(report)) {
      for (const own of breaks) {
        const span = own.members[0]?.numberSpan;
        if (own.sort !== 'repeated' || span === undefined) continue;
        // Where a run of wrong numbers ends, its start is told.
        if (shiftedRuns(report).has(own)) continue;
        // A heading behind a number is told as that.
        if (report.document.source.charAt(own.members[0]?.content.from ?? 0) === '#') continue;
        const twin = own.others[0];
        // Of two versions of a text the marks between them are told.
        if (twin !== undefined && partedByMarks(report, twin, own.members[0])) continue;
        // A judgement that has got below a heading is told as that.
        if (isEntry(report, own)) continue;
        // That a section was pasted again is told of it.
        if (isPastedSection(report, own)) continue;
        const related = twin?.numberSpan && { ...twin.numberSpan, message: `This one is numbered ${twin.number} too.` };
        yield {
          ...span,
          message: message(own, renumberFix(report).sentence),
          related: related === undefined ? [] : [related],
          fixes: breakFixes(report, own),
        };
      }
    }
    yield* repeatedInTags(report);
    yield* partedRepeats(report);
  },
};

/** Whether the marks of two versions that were brought together stand between two paragraphs. */
function partedByMarks({ document: { source } }: Report, one: Paragraph, other: Paragraph | undefined): boolean {
  const from = Math.min(one.from, other?.from ?? one.from);
  const to = Math.max(one.from, other?.from ?? one.from);
  return /[\r\n](?:={7}|<{7}|>{7})[ \t\r\n]/.test(source.slice(from, Math.min(to, from + longestVersion)));
}

const longestVersion = 20_000;

/** Whether a single paragraph is an area and its grade, as in the list of judgements. */
function isEntry({ document: { source }, framework }: Report, { members: [own, another] }: SeriesBreak): boolean {
  if (own === undefined || another !== undefined || own.content.to - own.content.from > longestEntry) return false;
  const [, name = '', grade = ''] =
    /^([^:\r\n]{3,100}): ([^:\r\n]{3,40})$/.exec(source.slice(own.content.from, own.content.to)) ?? [];
  const { areaByName, gradeByName } = frameworkIndex(framework);
  return areaByName.has(titleKey(name)) && gradeByName.has(titleKey(grade));
}

const longestEntry = 150;

/** Whether the paragraphs stand in a section of the same title as that of their twins, and say the same. */
function isPastedSection({ document: { source }, sections }: Report, { members, others }: SeriesBreak): boolean {
  if (members.length !== others.length) return false;
  const own = sections[members[0]?.section ?? -1];
  const first = sections[others[0]?.section ?? -1];
  if (own === undefined || first === undefined || own === first || own.title !== first.title) return false;
  // One paragraph that was pasted into another section is no section.
  const text = ({ heading, to }: Section): string => source.slice(heading.to, to).trim();
  return text(own) === text(first);
}

/** Recommendations whose numbers stand in tags at their ends, and so are no series of the framework’s. */
function* repeatedInTags({ recommendations }: Report): Iterable<Finding> {
  const seen = new Map<string, Paragraph>();
  let before: Paragraph | undefined;
  for (const own of recommendations) {
    const { series, number, numberSpan, section } = own;
    if (series !== undefined || number === undefined || numberSpan === undefined) continue;
    const key = `${section} ${number}`;
    const twin = seen.get(key);
    if (twin?.numberSpan !== undefined) {
      // Of two neighbours the earlier one is wrong where it should bear the number before, as what stands above it tells.
      const isEarlier = before === twin && isSecondAfter(recommendations, twin);
      const [here, there] = isEarlier ? [twin.numberSpan, numberSpan] : [numberSpan, twin.numberSpan];
      yield {
        ...here,
        message: `Two recommendations are numbered ${number}. Correct the number of one of them.`,
        related: [{ ...there, message: `This one is numbered ${number} too.` }],
      };
    } else seen.set(key, own);
    before = own;
  }
}

/** Whether a recommendation’s number is two more than that of the one above it. */
function isSecondAfter(recommendations: readonly Paragraph[], own: Paragraph): boolean {
  const above = recommendations[recommendations.indexOf(own) - 1];
  return Number(above?.number) + 2 === Number(own.number);
}

function message({ members, others, right }: SeriesBreak, renumbering: string): string {
  const number = members[0]?.number;
  if (members.every(member => member.number === number)) {
    const noun = nounOf([...members, ...others]);
    const count = members.length === 1 ? 'Two' : String(members.length + 1);
    return `${count} ${noun}s are numbered ${number}. ${right === undefined ? renumbering : `By its place this is ${noun} ${right}.`}`;
  }
  return `The numbers start again at ${number} here, so ${members.length} of them are used twice. ${renumbering}`;
}
