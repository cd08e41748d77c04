import { DerivedFacts } from './derivedFacts.ts';
import type { Report } from './report.ts';
import { type Statement, statementsOf } from './statements.ts';
import { idSet } from './wordIds.ts';
import { WordKind } from './wordKinds.ts';

/** A statement that something is not as it should be; `at` is the word that says so. */
export interface Weakness {
  readonly statement: Statement;
  readonly at: number;
}

const found = new DerivedFacts<readonly Weakness[]>();

/** The statements that something is not as it should be, in the order of the text; found on first use. */
export function weaknessesOf(report: Report): readonly Weakness[] {
  return found.of(report, () => read(statementsOf(report)));
}

function read(statements: readonly Statement[]): Weakness[] {
  const weaknesses: Weakness[] = [];
  for (const statement of statements) {
    const at = weakWord(statement);
    if (at !== undefined) weaknesses.push({ statement, at });
  }
  return weaknesses;
}

function weakWord({ kinds, sentence: { first, last }, topics: { codes, prose } }: Statement): number | undefined {
  const isDenial = (kinds & WordKind.negation) !== 0 && (kinds & WordKind.fullness) !== 0;
  if ((!isDenial && (kinds & WordKind.defect) === 0) || (kinds & WordKind.past) !== 0) return undefined;
  const id = (i: number) => prose.words[3 * i + 2] as number;
  for (let i = first; i < last; i++) {
    const kind = codes[2 * i + 1] as number;
    if ((kind & WordKind.defect) !== 0 && !isUndone(id, first, i) && !innocent.has(id(i + 1))) return i;
    if ((kind & WordKind.negation) === 0 || !isDenial) continue;
    for (let next = i + 1; next < Math.min(last, i + 3); next++)
      if (((codes[2 * next + 1] as number) & WordKind.fullness) !== 0 && !mere.has(id(next))) return i;
  }
  return undefined;
}

/** *Without delay*, *reducing drift* */
function isUndone(id: (word: number) => number, first: number, word: number): boolean {
  for (let i = Math.max(first, word - 3); i < word; i++) if (undoing.has(id(i))) return true;
  return false;
}

const undoing = idSet(
  'without no not never reduce reduces reduced reducing avoid avoiding prevent prevents preventing address addresses addressed addressing tackle minimise',
);
/** *Too early to tell* */
const innocent = idSet('early soon');
const mere = idSet('only just well necessarily each');
