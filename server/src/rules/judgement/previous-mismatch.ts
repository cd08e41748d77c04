import type { Framework, Grade } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { Report } from '../../model/report.ts';
import { sectionOfBlock } from '../../model/sectionOfBlock.ts';
import { titleKey } from '../../model/titleKey.ts';
import { anyOfNames } from '../../text/anyOfNames.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import { areaWords } from '../messages/judgementWords.ts';
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
 * So it is where the grade stands in a table or a sentence:
 *
 * ```inspectmark,expect
 * ---
 * framework: ofsted-sif
 * previous: ely-2014.inspection
 * ---
 *
 * ### Previous Ofsted inspections
 *
 * | Area | Grade |
 * | --- | --- |
 * | Leadership, management and governance | Good |
 *                                           ^^^^ Area 3 is *Good* here, and *Inadequate* in “ely-2014.inspection”.
 *
 * At the last inspection adoption performance was judged to be outstanding.
 *                                                              ^^^^^^^^^^^ Area 2.1 is *Outstanding* here, and *Requires improvement*
 * --- ely-2014.inspection
 * ---
 * framework: ofsted-sif
 * ---
 *
 * # Children’s services in Ely are inadequate
 *
 * 2.1 Adoption performance: Requires improvement
 * 3. Leadership, management and governance: Inadequate
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

/** The earlier grades that a report gives, in lists, tables and sentences; none of an area that has several. */
function said(report: Report): EarlierGrade[] {
  const { document } = report;
  const grades = new Map<string, EarlierGrade[]>();
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind === 'footnote' || sectionOfBlock(report, index)?.role !== 'history') continue;
    const base = document.starts[index] ?? 0;
    const own =
      block.kind === 'table'
        ? block.rows.flatMap(({ cells: [name, grade] }) =>
            name === undefined || grade === undefined ? [] : (graded(report, base, name, grade) ?? []),
          )
        : 'content' in block && block.kind !== 'comment'
          ? (listed(report, base, block.content) ?? inSentences(report, base, block.content))
          : [];
    for (const each of own) addToGroup(grades, each.area, each);
  }
  return [...grades.values()].flatMap(of => (of.length === 1 ? of : []));
}

/** *Adoption performance: good* */
function listed(report: Report, base: number, content: Span): EarlierGrade[] | undefined {
  const colon = report.document.source.slice(base + content.from, base + content.to).lastIndexOf(':');
  if (colon < 0) return undefined;
  const at = content.from + colon;
  const own = graded(report, base, { from: content.from, to: at }, { from: at + 1, to: content.to });
  return own && [own];
}

/** A name and a grade, each by its place in a block, if the framework knows both. */
function graded(
  { document: { source }, framework }: Report,
  base: number,
  name: Span,
  grade: Span,
): EarlierGrade | undefined {
  const { areaByName, gradeByName } = frameworkIndex(framework);
  const text = source.slice(base + name.from, base + name.to).trim();
  const words = source.slice(base + grade.from, base + grade.to);
  const written = words.trim().replace(/[.;,]$/, '');
  const area = areaByName.get(titleKey(text));
  const meant = gradeByName.get(titleKey(written));
  if (area === undefined || meant === undefined) return undefined;
  const from = base + grade.from + words.indexOf(written);
  return { area: area.id, text, grade: meant, from, to: from + written.length };
}

/** *Adoption performance was judged to be good*, *judged inadequate for adoption performance* */
function inSentences({ document: { source }, framework }: Report, base: number, content: Span): EarlierGrade[] {
  const { areaByName, gradeByName } = frameworkIndex(framework);
  const text = source.slice(base + content.from, base + content.to);
  const found: EarlierGrade[] = [];
  for (const sentence of sentenceForms(framework)) {
    for (const match of text.matchAll(sentence)) {
      const { area: name = '', grade: written = '' } = match.groups ?? {};
      const area = areaByName.get(titleKey(name));
      const grade = gradeByName.get(titleKey(written));
      const at = match.indices?.groups?.grade;
      if (area === undefined || grade === undefined || at === undefined) continue;
      const from = base + content.from + at[0];
      found.push({ area: area.id, text: name, grade, from, to: from + written.length });
    }
  }
  return found;
}

const forms = new WeakMap<Framework, readonly RegExp[]>();

/** The sentences that say of an area how it was graded. */
function sentenceForms(framework: Framework): readonly RegExp[] {
  const known = forms.get(framework);
  if (known !== undefined) return known;
  const { areaByName, gradeByName } = frameworkIndex(framework);
  const area = `(?<area>${anyOfNames(areaByName.keys())})`;
  const grade = String.raw`(?<grade>${anyOfNames(gradeByName.keys())})(?![\p{L}\d])`;
  const made = [
    String.raw`(?<![\p{L}\d])${area}\s+(?:was|were)\s+(?:then\s+|previously\s+)?(?:judged|graded|rated)\s+(?:to\s+be\s+|as\s+)?${grade}`,
    String.raw`(?<![\p{L}\d])(?:judged|graded|rated)\s+(?:to\s+be\s+|as\s+)?${grade}\s+for\s+(?:the\s+)?${area}(?![\p{L}\d])`,
  ].map(form => new RegExp(form, 'dgiu'));
  forms.set(framework, made);
  return made;
}
