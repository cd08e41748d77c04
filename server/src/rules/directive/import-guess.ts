import type { Fix, Rule } from '../rule.ts';
import { commentRemoval } from './comments/commentRemoval.ts';

/**
 * The report was brought in from a published one, and here import was unsure: of a number, a heading, a grade, or where
 * a paragraph ends. It left a comment that says why, with the page and line to look at. Until somebody has looked, what
 * follows the comment may not be as it was published.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 14. Plans are clear.
 *
 * <!-- inspectmark-guess: number torn from its text (page 3, line 41) -->
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Import is unsure: number torn from its text (page 3, line 41).
 *
 * 15. Visits are regular.
 * ```
 *
 * Compare it with the published page, correct it where it is wrong, and take the comment out: that accepts the guess.
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 14. Plans are clear.
 *
 * 15. Visits are regular.
 * ```
 *
 * Other comments are none of its business:
 *
 * ```inspectmark
 * <!-- a note to colleagues: is 15 the right number? -->
 *
 * 15. Visits are regular.
 * ```
 */
export const importGuess: Rule = {
  id: 'import-guess',
  group: 'directive',
  kind: 'question',
  severity: 'information',
  summary: 'Import was unsure, and nobody has looked yet',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const guesses = report.directives.filter(({ directive }) => directive.name === 'guess');
    const edits = guesses.map(guess => commentRemoval(report, guess));
    const all: Fix = { title: 'Accept all guesses in this report', edits, certain: false };
    for (const [i, { directive, base }] of guesses.entries()) {
      const one: Fix = { title: 'Accept this guess', edits: edits.slice(i, i + 1), certain: false };
      yield {
        from: base + directive.from,
        to: base + directive.to,
        message: messageOf(directive.reason ?? ''),
        fixes: guesses.length > 1 ? [one, all] : [one],
      };
    }
  },
};

function messageOf(reason: string): string {
  const end = /[.?!]$/.test(reason) ? '' : '.';
  const guess = reason === '' ? 'Import is unsure here.' : `Import is unsure: ${reason}${end}`;
  return `${guess} Compare with the published page, then accept or correct.`;
}
