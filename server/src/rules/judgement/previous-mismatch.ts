import type { Grade } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import { type Report, wordsOf } from '../../model/report.ts';
import { titleKey } from '../../model/titleKey.ts';
import type { Span } from '../../text/text.ts';
import { areaWords } from '../judgementWords.ts';
import type { Rule } from '../rule.ts';

/**
 * The section on earlier inspections gives an area another grade than the earlier report did. That report is the one named
 * after `previous` in the report’s details. How far a provider has come is the first thing that readers look up, and they
 * have the earlier report to compare.
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * previous: ely-2014.inspection
 * ---
 *
 * ### Previous Ofsted inspections
 *
 * - The judgements at the last inspection were:
 *
 *     - Overall effectiveness: inadequate
 *
 *     - Adoption performance: good
 *                             ^^^^ Area 2.1 is *Good* here, and *Requires improvement* in “ely-2014.inspection”.
 * --- ely-2014.inspection
 * ---
 * framework: ofsted-sif
 * ---
 *
 * # Children’s services in Ely are inadequate
 *
 * 2.1 Adoption performance: Requires improvement
 * ```
 *
 * Look the grade up in the earlier report, and correct it here. Without `previous`, or where that report cannot be found,
 * nothing is compared.
 *
 * ```inspectmark
 * ---
 * framework: ofsted-sif
 * previous: ely-2014.inspection
 * ---
 *
 * ### Previous Ofsted inspections
 *
 * - Adoption performance: requires improvement
 * --- ely-2014.inspection
 * ---
 * framework: ofsted-sif
 * ---
 *
 * # Children’s services in Ely are inadequate
 *
 * 2.1 Adoption performance: Requires improvement
 * ```
 */
export const previousMismatch: Rule = {
  id: 'previous-mismatch',
  group: 'judgement',
  kind: 'fault',
  severity: 'error',
  summary: 'An earlier grade is not the one that the earlier report gives',
  fixable: false,
  readsWords: ({ section }, { sections }) => sections[section ?? -1]?.role === 'history',
  *check({ report, framework, linked }) {
    const path = report.metadata.previous;
    const earlier = path === undefined ? undefined : linked?.(path);
    if (path === undefined || earlier === undefined) return;
    const { scale } = framework;
    for (const { area, grade, text, ...span } of said(report)) {
      const given = earlier.judgements.filter(judgement => judgement.area === area).map(judgement => judgement.grade);
      const [before] = given;
      // An earlier report that contradicts itself proves nothing, nor does one of another scale.
      const meant = given.every(id => id === before) ? scale.find(({ id }) => id === before) : undefined;
      if (meant === undefined || meant === grade) continue;
      yield {
        ...span,
        message: `${areaWords(framework, area, text)} is *${grade.label}* here, and *${meant.label}* in “${path}”. Correct the grade here.`,
      };
    }
  },
};

/** What is said of an earlier grade; the span covers the grade. */
interface EarlierGrade extends Span {
  readonly area: string;
  readonly text: string;
  readonly grade: Grade;
}

/** The earlier grades that a report gives as *area: grade*; none of an area that has several. */
function said(report: Report): EarlierGrade[] {
  const { areaByName, gradeByName } = frameworkIndex(report.framework);
  const grades = new Map<string, EarlierGrade[]>();
  for (const { section, block: first, blockEnd } of report.paragraphs) {
    if (report.sections[section ?? -1]?.role !== 'history') continue;
    for (let index = first; index < blockEnd; index++) {
      const block = report.document.blocks[index];
      if (block === undefined || !('content' in block) || block.kind === 'footnote') continue;
      const base = report.document.starts[index] ?? 0;
      const source = report.document.source.slice(base + block.content.from, base + block.content.to);
      const colon = source.lastIndexOf(':');
      if (colon < 0) continue;
      const from = base + block.content.from + colon + 1 + (/^\s*/.exec(source.slice(colon + 1))?.[0].length ?? 0);
      const words = wordsOf(report, index, { from: base + block.content.from, to: base + block.content.from + colon });
      const name = source
        .slice(colon + 1)
        .trim()
        .replace(/[.;,]$/, '');
      const area = areaByName.get(titleKey(words));
      const grade = gradeByName.get(titleKey(name));
      if (area === undefined || grade === undefined) continue;
      const own = { area: area.id, text: words, grade, from, to: from + name.length };
      grades.set(area.id, [...(grades.get(area.id) ?? []), own]);
    }
  }
  return [...grades.values()].flatMap(of => (of.length === 1 ? of : []));
}
