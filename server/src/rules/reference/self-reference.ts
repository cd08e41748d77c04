import { partedNumbers } from '../../model/numbering/partedNumbers.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import { linkTarget, type Reference } from '../../model/reference.ts';
import type { Report } from '../../model/report.ts';
import type { Rule } from '../rule.ts';

/**
 * A paragraph refers the reader to itself. Another was meant, or the reference was copied with the text around it.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph 1).
 *                              ^^^^^^^^^^^ This is paragraph 1 itself.
 * ```
 *
 * So does a note that its own mark stands in:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely.[^1]
 *
 * [^1]: Figures of March.[^1]
 *                        ^^^^ This is note 1 itself.
 * ```
 *
 * A range that holds the paragraph among others is no matter:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely (see paragraph 2).
 *
 * 2. What paragraphs 1–2 say holds for all families.
 * ```
 */
export const selfReference: Rule = {
  id: 'self-reference',
  group: 'reference',
  kind: 'fault',
  severity: 'warning',
  summary: 'A paragraph or a note refers to itself',
  fixable: false,
  readsWords: false,
  *check({ report }) {
    for (const { name, marks, texts } of report.footnotes) {
      const own = marks.find(mark => texts.some(({ content }) => mark.from >= content.from && mark.to <= content.to));
      if (own !== undefined)
        yield { ...own, message: `This is note ${name} itself. Say which note is meant, or take the mark out.` };
    }
    for (const reference of report.references) {
      if (reference.kind === 'footnote' || reference.paragraph === undefined) continue;
      const own = report.paragraphs[reference.paragraph];
      if (own?.number === undefined || own.kind === 'entry') continue;
      if (own.kind === 'other' && !isParted(report, own)) continue;
      for (const { kind, number, from, to } of singleNumbers(reference)) {
        if (number !== own.number || (kind === 'recommendation' && own.kind !== 'recommendation')) continue;
        yield {
          from,
          to,
          message: `This is ${kind} ${number} itself. Say which ${kind} is meant, or take the reference out.`,
        };
      }
    }
  },
};

/** Whether a paragraph is numbered by a part of the report’s own, *3.2*. */
function isParted(report: Report, { number = '' }: Paragraph): boolean {
  return partedNumbers(report).has(number.replace(/\d+$/, ''));
}

/** The numbers that a reference names one by one. A single one is marked with its word. */
function singleNumbers({ kind, from, to, numbers, targets }: Reference) {
  if (kind === 'link') {
    const { path, number } = linkTarget(targets[0] ?? '');
    return path === '' && number !== undefined ? [{ ...number, from, to }] : [];
  }
  if (kind === 'footnote') return [];
  const single = numbers.filter(({ first, last }) => first === last);
  return single.map(({ first, firstSpan }) => ({
    kind,
    number: first,
    ...(numbers.length === 1 ? { from, to } : firstSpan),
  }));
}
