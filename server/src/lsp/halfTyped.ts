import type { CheckedFinding } from '../rules/check.ts';

/** No word is looked at any further back. */
const longestWord = 80;

/**
 * Leaves out what begins to be wrong with what is being typed: half a tag is no tag yet. What was told before goes on to
 * be told.
 */
export function withoutHalfTyped(
  findings: readonly CheckedFinding[],
  source: string,
  at: number | undefined,
  before: readonly CheckedFinding[] = [],
): readonly CheckedFinding[] {
  if (at === undefined) return findings;
  // The last word with the blanks after it: of what is said of it the next letter may be the end.
  const [word = ''] = /\S* *$/.exec(source.slice(Math.max(0, at - longestWord), at)) ?? [];
  const isTyped = ({ from, to }: CheckedFinding): boolean => from <= at && to > at - word.length;
  if (!findings.some(isTyped)) return findings;
  return findings.filter(
    finding =>
      !isTyped(finding) ||
      before.some(
        ({ rule, message, from }) => rule === finding.rule && message === finding.message && from === finding.from,
      ),
  );
}
