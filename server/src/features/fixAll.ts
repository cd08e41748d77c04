import { certainFixes, editsOf } from '../rules/checking/certainFixes.ts';
import type { CheckedFinding } from '../rules/checking/check.ts';
import type { Edit } from '../rules/rule.ts';
import { editedText } from '../text/edit.ts';

/** A text with everything fixed that is certain. */
export interface Fixed {
  readonly text: string;
  /** What turns the one text into the other, in the order of the text; nothing to do if empty. */
  readonly edits: readonly Edit[];
  /** How many fixes were made, in all rounds. */
  readonly fixes: number;
}

/** Fixes that undo each other would go on for ever; no others need as many rounds. */
const mostRounds = 10;

/**
 * Applies every certain fix in rounds until nothing changes: fixes that overlap wait for the next round, and one fix may
 * bring out what another is for.
 *
 * @param findings what is found in the text as it is
 * @param findingsOf reads and checks a text
 */
export function fixAll(
  source: string,
  findings: readonly CheckedFinding[],
  findingsOf: (text: string) => readonly CheckedFinding[],
): Fixed {
  const first = certainFixes(findings);
  const seen = new Set([source]);
  let text = source;
  let made = 0;
  let rounds = 0;
  for (let fixes = first; fixes.length > 0 && rounds < mostRounds; rounds++) {
    const next = editedText(text, editsOf(fixes));
    if (seen.has(next)) break;
    seen.add(next);
    made += fixes.length;
    text = next;
    fixes = certainFixes(findingsOf(text));
  }
  return { text, edits: rounds === 1 ? editsOf(first) : difference(source, text), fixes: made };
}

/** One edit that leaves alone what two texts have in common before and after it. */
function difference(before: string, after: string): Edit[] {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return before === after ? [] : [{ from, to: before.length - tail, text: after.slice(from, after.length - tail) }];
}
