import type { MissedNumber } from '../../model/numbering/missedNumber.ts';
import { missedNumbers } from '../../model/numbering/missedNumbers.ts';
import type { Report } from '../../model/report.ts';
import { lineBreak } from '../../text/lineBreak.ts';
import type { Finding, Fix, Rule } from '../rule.ts';

/**
 * A line inside a paragraph begins with a number that could be the next paragraph’s. Lines of one paragraph are joined,
 * so it is read as text, and the paragraph has no number. If a paragraph begins there, put an empty line before it. If
 * it is text, a backslash before the full stop says so.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Early help is timely,
 * and families value it.
 * 2. Plans are clear.
 * ^ 2 could start a new paragraph, but is read as text.
 *
 * 3. Visits are regular.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 1. Early help is timely,
 * and families value it.
 *
 * 2. Plans are clear.
 *
 * 3. Visits are regular.
 * ```
 *
 * So may the paragraph’s own number, where another is written right above it:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 1. Plans are reviewed.
 * 1. Early help is timely.
 * ^ 1 could start a new paragraph, but is read as text.
 *
 * 2. Plans are clear.
 * ```
 *
 * A figure that happens to begin a line is no such number if the series goes on without it:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 1. Early help is timely, also for families with more children than
 * 2. Plans are clear to children aged
 * 16. Visits are regular.
 *
 * 2. Supervision is regular.
 * ```
 */
export const hiddenNumber: Rule = {
  id: 'hidden-number',
  group: 'numbering',
  kind: 'fault',
  severity: 'warning',
  summary: 'A line inside a paragraph begins with what could be the next number',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const byBlock = new Map<number, MissedNumber[]>();
    for (const missed of missedNumbers(report)) {
      if (missed.sort !== 'hidden') continue;
      const others = byBlock.get(missed.block);
      if (others === undefined) byBlock.set(missed.block, [missed]);
      else others.push(missed);
    }
    for (const hidden of byBlock.values()) yield findingOf(report, hidden);
  },
};

/** One finding a paragraph: what is hidden in it was written, or pasted, in one go. */
function findingOf({ document: { source } }: Report, hidden: readonly MissedNumber[]): Finding {
  const [first, ...others] = hidden;
  const { from = 0, to = 0, number = '' } = first ?? {};
  const end = lineBreak(source);
  const indent = others.length === 0 ? indentBelowBlank(source, from) : '';
  const apart: Fix = {
    title: others.length === 0 ? `Start paragraph ${number} here` : `Start ${hidden.length} paragraphs here`,
    edits:
      indent === ''
        ? hidden.map(place => ({ from: place.from, to: place.from, text: end }))
        : [{ from: from - indent.length, to: from, text: '' }],
    certain: false,
  };
  const escaped = hidden.map(place => ({ from: place.to, to: place.to, text: '\\' }));
  const text: Fix = { title: 'It is text', edits: escaped, certain: false };
  return {
    from,
    to,
    message: `${number} could start a new paragraph, but is read as text. ${indent === '' ? 'Put a blank line above it' : 'Take out the spaces before it'}, or say that it is text.`,
    related: others.map(place => ({ from: place.from, to: place.to, message: `So could ${place.number}.` })),
    fixes: hidden.every(place => source.charAt(place.to) === '.') ? [apart, text] : [apart],
  };
}

/** What indents a line that has a blank line above it; nothing where it has none, or is not indented. */
function indentBelowBlank(source: string, from: number): string {
  const before = source.slice(Math.max(0, from - 80), from);
  return /(?:\r\n|[\r\n])[ \t]*(?:\r\n|[\r\n])([ \t]+)$/.exec(before)?.[1] ?? '';
}
