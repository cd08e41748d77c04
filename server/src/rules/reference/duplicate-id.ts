import { isReservedId } from '../../model/reference.ts';
import type { Section } from '../../model/section.ts';
import type { Rule } from '../rule.ts';

/**
 * Two headings have the same name for links, so a link to it can mean either. Give each its own.
 *
 * ```inspectmark,expect
 * ## Executive summary {#summary}
 *
 * Services are good.
 *
 * ## Summary for children and young people {#summary}
 *                                           ^^^^^^^^ Another heading has the name “summary” too
 * ```
 *
 * Names that begin with `paragraph-` or `recommendation-` are those of paragraphs and recommendations:
 *
 * ```inspectmark,expect
 * ## Executive summary {#paragraph-1}
 *                       ^^^^^^^^^^^^ “paragraph-1” is the name of a paragraph
 * ```
 *
 * ```inspectmark
 * ## Executive summary {#summary}
 *
 * ## Summary for children and young people {#summary-for-children}
 * ```
 */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  group: 'reference',
  kind: 'fault',
  severity: 'error',
  summary: 'Two headings have the same name for links, or one has a paragraph’s',
  fixable: false,
  readsWords: false,
  *check({ report: { sections, document } }) {
    const seen = new Map<string, Section>();
    const place = ({ block, attributes, heading }: Section) => {
      const base = document.starts[block] ?? 0;
      const id = attributes?.id;
      return id === undefined ? heading : { from: base + id.from, to: base + id.to };
    };
    for (const section of sections) {
      const { id } = section;
      if (id === undefined) continue;
      const first = seen.get(id);
      if (first === undefined) seen.set(id, section);
      if (isReservedId(id)) {
        const kind = id.slice(0, id.indexOf('-'));
        yield {
          ...place(section),
          message: `“${id}” is the name of a ${kind}, and cannot be a heading’s. Give it another.`,
        };
      } else if (first !== undefined) {
        yield {
          ...place(section),
          message: `Another heading has the name “${id}” too, so a link to it can mean either. Give each its own.`,
          related: [{ ...place(first), message: 'This heading has the same name.' }],
        };
      }
    }
  },
};
