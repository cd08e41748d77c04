import type { Area } from '../../model/framework.ts';
import { doubledJudgements } from '../../model/judgedAreas.ts';
import type { Judgement } from '../../model/judgement.ts';
import { misplacedJudgements } from '../../model/misplacedJudgements.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../text/text.ts';
import { areaWords, inSentence } from '../judgementWords.ts';
import { beginning, titleSpan } from '../reportParts.ts';
import type { Finding, Rule } from '../rule.ts';

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
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Area 2.1, “Adoption performance”, is missing from the list of judgements
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
 * A draft that states nothing yet is told so once:
 *
 * ```inspectmark,expect
 * ## Executive summary
 *    ^^^^^^^^^^^^^^^^^ The report does not state its judgements yet
 * ```
 */
export const missingJudgement: Rule = {
  id: 'missing-judgement',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'A grade is missing where the framework expects it',
  fixable: false,
  *check({ report, framework }) {
    const areas = framework.areas.filter(({ required, graded }) => required && graded);
    if (areas.length === 0) return;
    const entries = report.judgements.filter(({ carrier }) => carrier === 'entry');
    const listed = areas.filter(({ expects }) => expects.includes('entry'));
    const noHeadline = report.headline === undefined && areas.some(({ expects }) => expects.includes('headline'));
    const noList = entries.length === 0 && listed.length > 0;
    if (noHeadline || noList) yield { ...beginning(report), message: openingMessage(report, noHeadline, noList) };
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
  const heading = example === '' ? 'a headline' : `a heading such as “${example}”`;
  if (noHeadline && noList) {
    return `The report does not state its judgements yet. Begin with ${heading} and, under it, the list of judgements.`;
  }
  if (noHeadline) return `The overall judgement is missing. Begin the report with ${heading}.`;
  return 'The list of judgements is missing. Give each area with its grade under the headline.';
}

/** Areas without an entry, but not while an entry with a wrong name may be theirs. */
function* missingEntries(report: Report, areas: readonly Area[], entries: readonly Judgement[]): Iterable<Finding> {
  const named = new Set(entries.map(({ area }) => area));
  const missing = areas.filter(({ id }) => !named.has(id));
  if (missing.length === 0) return;
  const strangers = entries.filter(({ area }) => area === undefined).length;
  const doubled = doubledJudgements(report).filter(({ judgement }) => judgement.carrier === 'entry').length;
  if (strangers + doubled >= missing.length) return;
  for (const area of missing) {
    const place = neighbour(report, areas, area, entries);
    if (place === undefined) continue;
    const { number } = area;
    const name = number === undefined ? `“${area.title}”` : `Area ${number}, “${area.title}”,`;
    yield { ...place, message: `${name} is missing from the list of judgements. Add it with its grade.` };
  }
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

function* ungradedSections(report: Report, areas: readonly Area[]): Iterable<Finding> {
  const { framework, judgements, sections } = report;
  const graded = new Set(judgements.filter(({ carrier }) => carrier !== 'entry').map(({ area }) => area));
  const ungraded = areas.filter(({ id }) => !graded.has(id));
  if (ungraded.length === 0) return;
  const misplaced = new Set(misplacedJudgements(report).map(({ section }) => sections[section ?? -1]?.area));
  for (const { id, title } of ungraded) {
    const own = sections.filter(({ ownArea, kind }) => ownArea === id && kind?.area === id);
    const section = own.sort((a, b) => a.level - b.level || a.from - b.from)[0];
    if (section === undefined || misplaced.has(id)) continue;
    yield {
      ...titleSpan(section),
      message: `This section gives no grade for ${inSentence(areaWords(framework, id, title))}. Add a line “Judgement: …” under its heading.`,
    };
  }
}
