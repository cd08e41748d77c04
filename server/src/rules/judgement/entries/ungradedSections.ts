import type { Area } from '../../../model/framework.ts';
import type { Judgement } from '../../../model/judgements/judgement.ts';
import { misplacedJudgements } from '../../../model/judgements/misplacedJudgements.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import { addToGroup } from '../../../text/lists.ts';
import { listInWords } from '../../../text/phrases.ts';
import type { Span } from '../../../text/text.ts';
import { changeTo, fixWith } from '../../fixWith.ts';
import { areaWords, inSentence } from '../../messages/judgementWords.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding, Fix } from '../../rule.ts';
import { areaOfStray, strayLines } from './judgementLines.ts';
import { type MeantLine, meantLine, meantStatement } from './meantJudgements.ts';

/** Areas that the text does not grade, though it has their section, or that of the area of which they are a part. */
export function* ungradedSections(report: Report, areas: readonly Area[]): Iterable<Finding> {
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
  // A line beside another section’s judgement is told of where it stands.
  const strayed = new Set(strayLines(report).map(line => areaOfStray(report, line)?.id));
  const parts = new Map<Section, Area[]>();
  for (const area of ungraded) {
    const { id, parent } = area;
    if (misplaced.has(id) || strayed.has(id)) continue;
    const section = sectionOf(report, id);
    // A line right above the heading is told of where it stands.
    if (section !== undefined && above.has(section.block)) continue;
    if (section !== undefined) yield ungradedSection(report, section, area);
    else if (parent !== undefined && !required.has(id) && strangers === 0) {
      const whole = sectionOf(report, parent);
      if (whole !== undefined) addToGroup(parts, whole, area);
    }
  }
  for (const [whole, parted] of parts) yield* ungradedParts(report, whole, parted);
}

/** A section of its own that gives its area no grade, or where it does in a form that is not read. */
function ungradedSection(report: Report, section: Section, area: Area): Finding {
  const meant = meantLine(report, section);
  if (meant !== undefined) return meantFinding(meant);
  const isInHeadings = report.judgements.filter(({ carrier }) => carrier === 'heading').length > 1;
  const isNamed = titleKey(section.title) === titleKey(area.title);
  const subject = isNamed ? '' : ` for ${inSentence(areaWords(report.framework, area.id, area.title))}`;
  const advice = isInHeadings
    ? 'Add it to its heading, after a colon.'
    : 'Add a line “Judgement: …” under its heading.';
  return {
    ...titleSpan(section),
    message: `This section gives no grade${subject}. ${advice}`,
    fixes: asInList(report, section, area.id, isInHeadings),
  };
}

function meantFinding({ from, to, line }: MeantLine): Finding {
  return {
    from,
    to,
    message: `This is not read as the grade of its section. Write “${line}”.`,
    fixes: [changeTo({ from, to }, line)],
  };
}

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
    return [fixWith(`Add “${text.slice(2)}”, as in the list of judgements`, { from: to, to }, text)];
  }
  const line = `Judgement: ${grade}`;
  const end = lineBreak(source);
  const edits = [{ from: heading.to, to: heading.to, text: `${end}${end}${line}` }];
  return [{ title: `Add “${line}”, as in the list of judgements`, edits, certain: false }];
}

/** The areas that are graded within the section of another, and are not. */
function* ungradedParts(report: Report, whole: Section, parts: readonly Area[]): Iterable<Finding> {
  const without: Area[] = [];
  for (const area of parts) {
    const place = meantStatement(report, whole, area);
    const twin = place === undefined ? twiceStated(report, whole, area) : undefined;
    if (twin !== undefined)
      yield {
        from: twin.from,
        to: twin.to,
        message: `“${twin.areaText}” is graded in two headings of this section, and “${area.title}” in none. Is it meant here?`,
      };
    else if (place === undefined) without.push(area);
    // That a heading has no words is told already.
    else if (place.to - place.from > mostMarks)
      yield {
        from: place.from,
        to: place.to,
        message:
          place.lacksArea === true
            ? `This sentence does not say what it grades. Name “${area.title}”, if that is meant.`
            : place.lacksGrade === true
              ? `This heading gives no grade for “${area.title}”. Go on: “… is that it is …”.`
              : `This is not read as the grade of “${area.title}”. Write it as a heading of its own.`,
      };
  }
  if (without.length === 0) return;
  const names = listInWords(without.map(({ title }) => `“${title}”`));
  yield {
    ...titleSpan(whole),
    message: `This section gives no grade for ${names}. Add it in a heading or sentence.`,
  };
}

/**
 * Of two headings in a section that grade one part of an area, the one which by the order of areas may be meant for
 * another.
 */
function twiceStated(
  { judgements, sections, framework }: Report,
  { index, to }: Section,
  area: Area,
): (Span & { readonly areaText: string }) | undefined {
  const order = (id: string | undefined): number => framework.areas.findIndex(own => own.id === id);
  const seen = new Map<string, Judgement>();
  for (const own of judgements) {
    const heading = sections[own.section ?? -1];
    if (own.carrier !== 'statement' || own.area === undefined || heading?.block !== own.block) continue;
    if (heading.index < index || heading.from >= to) continue;
    const first = seen.get(own.area);
    if (first === undefined) seen.set(own.area, own);
    else {
      const meant = order(area.id) < order(own.area) ? first : own;
      const { heading: place } = sections[meant.section ?? -1] ?? heading;
      return { from: place.from, to: place.to, areaText: meant.areaText };
    }
  }
  return undefined;
}

/** A heading's marks without words are no longer. */
const mostMarks = 6;

/** The section in which an area is graded; of several the outermost. */
function sectionOf({ sections }: Report, area: string): Section | undefined {
  let found: Section | undefined;
  for (const section of sections) {
    if (section.ownArea !== area || section.kind?.area !== area) continue;
    if (found === undefined || section.level < found.level) found = section;
  }
  return found;
}
