import { linkTarget, type Reference } from '../../model/reference.ts';
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
  summary: 'A paragraph refers to itself',
  fixable: false,
  readsWords: false,
  *check({ report }) {
    for (const reference of report.references) {
      if (reference.kind === 'footnote' || reference.paragraph === undefined) continue;
      const own = report.paragraphs[reference.paragraph];
      if (own?.number === undefined || own.kind === 'other' || own.kind === 'entry') continue;
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
