import type { NumberPlace } from '../../model/reference.ts';
import { tagNumbers } from '../../model/tags/tagNumbers.ts';
import type { Span } from '../../text/text.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Two numbers of a list are parted by a space alone, or by a comma without a space. *12 13* may be two paragraphs, a range
 * whose dash has gone, or one number torn apart; a comma and a space leave no doubt.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely (paragraphs 1 2,3).
 *                                     ^^^^^ The numbers of this list run together.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely (paragraphs 1, 2, 3).
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely (paragraphs 1, 2 and 3).
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 */
export const listPunctuation: Rule = {
  id: 'list-punctuation',
  group: 'reference',
  kind: 'fault',
  severity: 'warning',
  summary: 'Numbers of a list are not parted by a comma and a space',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const { source } = report.document;
    for (const { loose, numbers } of report.references) if (loose.length > 0) yield findingOf(source, loose, numbers);
    for (const { loose, numbers } of tagNumbers(report)) if (loose.length > 0) yield findingOf(source, loose, numbers);
  },
};

function findingOf(source: string, loose: readonly Span[], numbers: readonly NumberPlace[]): Finding {
  const from = loose[0]?.from ?? 0;
  const to = loose.at(-1)?.to ?? 0;
  const edits = loose.map(span => {
    const gap = source.slice(span.from, span.to);
    return { ...span, text: /[\r\n]/.test(gap) ? `,${gap}` : ', ' };
  });
  return {
    from: numbers.find(({ lastSpan }) => lastSpan.to === from)?.firstSpan.from ?? from,
    to: numbers.find(({ firstSpan }) => firstSpan.from === to)?.lastSpan.to ?? to,
    message: 'The numbers of this list run together. Put a comma and a space between them.',
    fixes: [
      {
        title: 'Put a comma and a space between them',
        edits,
        // A space alone may stand for a lost dash.
        certain: loose.every(span => source.charAt(span.from) === ','),
      },
    ],
  };
}
