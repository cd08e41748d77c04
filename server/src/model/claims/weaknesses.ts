import { DerivedFacts } from '../derivedFacts.ts';
import type { Report } from '../report.ts';
import { wordId } from '../words/proseReading.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { idOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';

/** A statement that something is not as it should be; `at` is the word that says so. */
export interface Weakness {
  readonly statement: Statement;
  readonly at: number;
  /** Whether the word alone does not tell: *not given*, *rarely*, *late*. Then it is one if another says so of the same. */
  readonly isFaint: boolean;
}

const found = new DerivedFacts<readonly Weakness[]>();

/** The statements that something is not as it should be, in the order of the text; found on first use. */
export function weaknessesOf(report: Report): readonly Weakness[] {
  return found.of(report, () => read(statementsOf(report)));
}

function read(statements: readonly Statement[]): Weakness[] {
  const weaknesses: Weakness[] = [];
  for (const statement of statements) {
    const weakness = weaknessIn(statement);
    if (weakness !== undefined) weaknesses.push(weakness);
  }
  return weaknesses;
}

const telling = WordKind.negation | WordKind.defect | WordKind.weakness | WordKind.antonym | WordKind.quantity;

function weaknessIn(statement: Statement): Weakness | undefined {
  const {
    kinds,
    sentence: { first, last },
    topics: { codes, prose },
  } = statement;
  if ((kinds & telling) === 0 || (kinds & WordKind.past) !== 0) return undefined;
  let faint = -1;
  const id = (i: number) => idOfWord(prose.words, i);
  for (let i = first; i < last; i++) {
    const kind = kindsOfWord(codes, i);
    if ((kind & telling) === 0) continue;
    if ((kind & WordKind.defect) !== 0) {
      if (!isUndone(id, first, i) && !innocent.has(id(i + 1)) && !isPointedAt(id, i))
        return { statement, at: i, isFaint: false };
      continue;
    }
    if ((kind & WordKind.negation) !== 0) {
      for (let next = i + 1; next < Math.min(last, i + 3); next++)
        if ((kindsOfWord(codes, next) & WordKind.fullness) !== 0 && !mere.has(id(next)))
          return { statement, at: i, isFaint: false };
      if (i + 3 < last && id(i + 3) === enough) return { statement, at: i, isFaint: false };
    }
    // *No delay*: both together are none.
    const isDoubled = i + 1 < last && (kindsOfWord(codes, i + 1) & (WordKind.defect | WordKind.weakness)) !== 0;
    if (faint < 0 && hints.has(id(i)) && !isDoubled && !isUndone(id, first, i)) faint = i;
  }
  return faint < 0 ? undefined : { statement, at: faint, isFaint: true };
}

/** Words that state a weakness, unless it is one that is wanting. */
const hints = idSet(
  `not no cannot rarely seldom few never late overdue slow slowly hard difficult missing incomplete unable gap gaps without
  don't doesn't isn't aren't`,
);

const enough = wordId('enough');

/** *Without delay*, *reducing drift*, *delay is avoided* */
function isUndone(id: (word: number) => number, first: number, word: number): boolean {
  for (let i = Math.max(first, word - 3); i < word; i++) if (undoing.has(id(i))) return true;
  return undone.has(id(word + 2)) && auxiliaries.has(id(word + 1));
}

/** *Managers have recognised these deficiencies*: what has been told already, and who knows of it. */
function isPointedAt(id: (word: number) => number, word: number): boolean {
  return pointers.has(id(word - 1)) && knowing.has(id(word - 2));
}

const pointers = idSet('the these those this such');
const knowing = idSet('recognise recognised recognises acknowledged identified understand understood accepted know');

const auxiliaries = idSet('is are was were');
const undone = idSet('avoided reduced prevented minimised rare unusual');

const undoing = idSet(
  'without no not never reduce reduces reduced reducing avoid avoiding prevent prevents preventing address addresses addressed addressing tackle minimise',
);
/** *Too early to tell* */
const innocent = idSet('early soon');
const mere = idSet('only just well necessarily each');
