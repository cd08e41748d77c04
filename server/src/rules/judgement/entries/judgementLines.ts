import { DerivedFacts } from '../../../model/derivedFacts.ts';
import type { Area } from '../../../model/framework.ts';
import type { Judgement } from '../../../model/judgements/judgement.ts';
import {
  type MisplacedJudgement,
  mayBeMisplaced,
  misplacedJudgements,
} from '../../../model/judgements/misplacedJudgements.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { missingSections } from '../../titles/missingSections.ts';
import { seamOf } from '../../titles/sectionSeam.ts';
import { mayHoldTitle, titleAsText } from '../../titles/titlesAsText.ts';
import { whereStands } from '../../whereStands.ts';

/** A judgement line that is not directly under a heading, with what it could be meant for. */
export interface StrayLine extends MisplacedJudgement {
  /** The section whose grade it would be: the one that names the area, else the one in which it stands. */
  readonly own: Section | undefined;
  /** The judgement that the section has already. */
  readonly first: Judgement | undefined;
}

/** For rules that look for such lines: where a block may be one, or the title above one. */
export const readsStrayLines = whereStands(mayBeMisplaced, mayHoldTitle);

/** The judgement lines of a report that are not under a heading; not those whose heading is missing, or has lost its mark. */
export function strayLines(report: Report): StrayLine[] {
  const lines = misplacedJudgements(report);
  if (lines.length === 0) return [];
  const gaps = missingSections(report);
  const lost = gaps.flatMap(({ kinds }) => kinds.flatMap(kind => titleAsText(report, kind) ?? []));
  const seams = new Set(gaps.map(gap => gap.kinds[0] && seamOf(report, gap, gap.kinds[0])?.from));
  return lines.flatMap(line => {
    const { document } = report;
    const before = document.starts[line.block - 1] ?? 0;
    if (seams.has(line.from)) return [];
    if (lost.some(({ from }) => from >= before && from < line.from)) return [];
    const own = sectionBelow(report, line) ?? gradedSection(report, line.section);
    const first = report.judgements.find(
      judgement => judgement.carrier === 'line' && gradedSection(report, judgement.section) === own,
    );
    return [{ ...line, own, first }];
  });
}

/**
 * The area that a line beside a section’s own judgement is meant for: the only one whose section gives no grade, if the list
 * gives it that of one of the two.
 */
export function areaOfStray(report: Report, { first, grade }: StrayLine): Area | undefined {
  const only = first === undefined ? undefined : areaWithoutGrade(report);
  if (only === undefined) return undefined;
  const entry = report.judgements.find(({ carrier, area }) => carrier === 'entry' && area === only.id);
  return entry?.grade?.id === grade.id || entry?.grade?.id === first?.grade?.id ? only : undefined;
}

const ungraded = new DerivedFacts<{ readonly only: Area | undefined }>();

/** The only area that has a section and no grade but in the list. */
function areaWithoutGrade(report: Report): Area | undefined {
  return ungraded.of(report, ({ framework, judgements, sections }) => {
    const graded = new Set(judgements.filter(({ carrier }) => carrier !== 'entry').map(({ area }) => area));
    const own = new Set(sections.flatMap(({ ownArea, kind }) => (ownArea === kind?.area ? (ownArea ?? []) : [])));
    const [only, another] = framework.areas.filter(area => area.graded && !graded.has(area.id) && own.has(area.id));
    return { only: another === undefined ? only : undefined };
  }).only;
}

/** The section of an area whose heading follows a line: the two have changed places. */
function sectionBelow({ sections, judgements }: Report, { block }: MisplacedJudgement): Section | undefined {
  const below = sections.find(section => section.block === block + 1 && section.ownArea !== undefined);
  const isGraded = judgements.some(({ carrier, section }) => carrier === 'line' && section === below?.index);
  return isGraded ? undefined : below;
}

/** The section whose grade a line in a section would be: the one that names the area, else the section itself. */
function gradedSection({ sections }: Report, section: number | undefined): Section | undefined {
  const own = section === undefined ? undefined : sections[section];
  for (let root = own; root?.area !== undefined; root = root.parent === undefined ? undefined : sections[root.parent]) {
    if (root.ownArea !== undefined) return root;
  }
  return own;
}
