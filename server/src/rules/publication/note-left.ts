import type { Document } from '../../syntax/document.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { publicationSeverity } from '../publicationSeverity.ts';
import type { Rule } from '../rule.ts';

/**
 * A note to colleagues is left in a report that is to be published. It is not printed, but whoever gets the file reads it.
 *
 * ```inspectmark,expect
 * ---
 * status: final
 * ---
 *
 * # Children’s services in Ely are good
 *
 * <!-- TODO: check the figure with the data team -->
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ A note is left in a final report: “TODO: check the figure with the data team”.
 *
 * Plans are clear. <!-- are they? -->
 *                  ^^^^^^^^^^^^^^^^^^ A note is left in a final report: “are they?”. Settle it, and take it out.
 * ```
 *
 * In a draft notes are in their place, in review they are pointed out. What tells the checks something is no note, nor is
 * a comment at the head of the file, or one that confirms a tag’s recommendation:
 *
 * ```inspectmark
 * ---
 * status: final
 * ---
 *
 * <!-- Typed from the published report. -->
 *
 * # Children’s services in Ely are good
 *
 * <!-- inspectmark-disable-next number-gap -- as it was published -->
 * 7. Plans are often late. (Recommendation)<!-- 2 and 3 -->
 * ```
 *
 * A note that is begun and not ended is told once, by `unclosed-comment`:
 *
 * ```inspectmark
 * ---
 * status: final
 * ---
 *
 * # Children’s services in Ely are good
 *
 * Plans are clear. <!-- are they?
 * ```
 *
 * The status is told in the report’s details: `status: draft`, `review` or `final`.
 */
export const noteLeft: Rule = {
  id: 'note-left',
  group: 'publication',
  kind: 'fault',
  severity: 'error',
  summary: 'A note is left in a report that is to be published',
  fixable: false,
  readsWords: false,
  *check({ report: { document, metadata, tags } }) {
    const severity = publicationSeverity(metadata);
    if (severity === undefined) return;
    const settled = new Set(tags.flatMap(({ tag: { confirmed }, base }) => confirmed && base + confirmed.to));
    for (const { from, to } of commentsOf(document)) {
      if (settled.has(to)) continue;
      const words = singleSpaced(
        document.source
          .slice(from, to)
          .replace(/^<!--|-->$/g, '')
          .trim(),
      );
      if (words === '' || /^inspectmark-/i.test(words) || /^[\d,\s–-]+$/.test(words)) continue;
      const quoted = words.length > longest ? `${words.slice(0, longest).trimEnd()} …` : words;
      yield {
        from,
        to,
        severity,
        message: `A note is left in a ${metadata.status === 'final' ? 'final report' : 'report in review'}: “${quoted}”. Settle it, and take it out.`,
      };
    }
  },
};

/** So much of a note is quoted. */
const longest = 60;

/** The ended comments of a report from its first heading, list or table on; what stands before is about the file. */
function commentsOf({ blocks, starts }: Document): Span[] {
  const comments: Span[] = [];
  const first = blocks.findIndex(({ kind }) => kind === 'heading' || kind === 'table' || kind === 'numbered');
  for (let i = first; i >= 0 && i < blocks.length; i++) {
    const block = blocks[i];
    const base = starts[i] ?? 0;
    if (block?.kind === 'comment') {
      if (block.closed) comments.push({ from: base + block.start, to: base + block.end });
    } else {
      for (const { from, to, closed } of block?.inlines.comments ?? [])
        if (closed) comments.push({ from: base + from, to: base + to });
    }
  }
  return comments;
}
