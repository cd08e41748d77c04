import type { CheckedFinding } from '../rules/checking/check.ts';

/** No word is looked at any further back. */
const longestWord = 80;

/** By what a finding is known again while the author types behind it. */
export type FindingKey = Pick<CheckedFinding, 'rule' | 'message' | 'from'>;

/** What is told of a report while its author types, and what is not yet. */
export interface Told {
  readonly findings: readonly CheckedFinding[];
  readonly withheld: readonly FindingKey[];
}

const nothing: readonly FindingKey[] = [];

/**
 * Leaves out what begins to be wrong with what is being typed: half a tag is no tag yet. What was told before goes on to
 * be told; what was not, is not until the author pauses, for while a mark is half typed nobody asks whether it still holds.
 */
export function withoutHalfTyped(
  findings: readonly CheckedFinding[],
  source: string,
  at: number | undefined,
  before: Told | undefined,
): Told {
  if (at === undefined) return { findings, withheld: nothing };
  // The last word with the blanks after it: of what is said of it the next letter may be the end.
  const [word = ''] = /\S* *$/.exec(source.slice(Math.max(0, at - longestWord), at)) ?? [];
  const isTyped = ({ from, to }: CheckedFinding): boolean => from <= at && to > at - word.length;
  const isWithheld = (finding: CheckedFinding): boolean =>
    before?.withheld.some(other => isSame(other, finding)) === true ||
    (isTyped(finding) && before?.findings.some(other => isSame(other, finding)) !== true);
  const withheld = findings.filter(isWithheld).map(({ rule, message, from }) => ({ rule, message, from }));
  if (withheld.length === 0) return { findings, withheld: nothing };
  return { findings: findings.filter(finding => !isWithheld(finding)), withheld };
}

function isSame(one: FindingKey, other: FindingKey): boolean {
  return one.rule === other.rule && one.message === other.message && one.from === other.from;
}
