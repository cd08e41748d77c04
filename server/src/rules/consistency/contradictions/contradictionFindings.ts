import { type ClaimPlace, type Contradiction, sharedWords } from '../../../model/claims/contradictions.ts';
import type { Report } from '../../../model/report.ts';
import { placeOfWords, wordsBetween } from '../../../model/words/proseWords.ts';
import type { WordRun } from '../../../model/words/quantities.ts';
import type { Statement } from '../../../model/words/statements.ts';
import { idOfWord } from '../../../model/words/wordColumns.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import { addToGroup } from '../../../text/lists.ts';
import type { Span } from '../../../text/text.ts';
import { placeInWords } from '../../messages/placeInWords.ts';
import type { Finding, Related } from '../../rule.ts';

/**
 * Contradictions as findings: those that hang together are one, at the first of their places, which the others are related
 * to. `message` words one, given what is said in both places, each in quotation marks, and where the other is.
 */
export function contradictionFindings(
  report: Report,
  contradictions: readonly Contradiction[],
  message: (contradiction: Contradiction, here: string, there: string, place: string) => string,
): Finding[] {
  return knots(contradictions).map(knot => {
    const first = knot.reduce((before, next) => (isBefore(next, before) ? next : before));
    const places = new Map<Statement, Related>();
    for (const contradiction of knot) {
      for (const { statement, claim } of [contradiction.one, contradiction.other]) {
        if (statement === first.one.statement || places.has(statement)) continue;
        const words = sharedWords(contradiction).slice(0, mostWords);
        places.set(statement, {
          ...spanOf(statement, claim),
          message: `The other place. Both speak of ${words.map(word => `*${word}*`).join(', ')}.`,
        });
      }
    }
    const place = placeInWords(report, first.other.statement.sentence.block);
    return {
      ...spanOf(first.one.statement, first.one.claim),
      message: message(first, `“${quoted(first.one)}”`, `“${quoted(first.other)}”`, place),
      related: [...places.values()],
    };
  });
}

const mostWords = 5;

/** Contradictions that share a sentence, together. */
function knots(contradictions: readonly Contradiction[]): Contradiction[][] {
  const parents = new Map<Statement, Statement>();
  const rootOf = (statement: Statement): Statement => {
    let root = statement;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== statement) parents.set(statement, root);
    return root;
  };
  for (const { one, other } of contradictions) {
    const root = rootOf(one.statement);
    const otherRoot = rootOf(other.statement);
    if (root !== otherRoot) parents.set(otherRoot, root);
  }
  const all = new Map<Statement, Contradiction[]>();
  for (const contradiction of contradictions) {
    const root = rootOf(contradiction.one.statement);
    addToGroup(all, root, contradiction);
  }
  return [...all.values()];
}

/** The first in the text; of those in one place the surest. */
function isBefore(one: Contradiction, other: Contradiction): boolean {
  const by = one.one.statement.sentence.from - other.one.statement.sentence.from;
  return by < 0 || (by === 0 && one.score > other.score);
}

function spanOf(statement: Statement, claim: WordRun): Span {
  const { first, last } = withoutJunction(statement, claim);
  return placeOfWords(statement.sentence, first, last);
}

/** A claim without the words that only tie it to the one before: *and*, *although*. */
function withoutJunction({ topics: { prose } }: Statement, { first, last }: WordRun): WordRun {
  let start = first;
  while (start < last - 1 && ties.has(idOfWord(prose.words, start))) start++;
  return { first: start, last };
}

const ties = idSet('and or but although though while whilst however');

/** So many words of a claim are quoted: all of a short one, else those that make the difference, and so many before them. */
const mostQuoted = 9;
const mostBefore = 2;

function quoted({ statement, claim, mark }: ClaimPlace): string {
  const whole = withoutJunction(statement, claim);
  const isShort = whole.last - whole.first <= mostQuoted;
  const isWithin = mark !== undefined && mark.first >= whole.first && mark.last <= whole.last;
  const start = isShort || !isWithin ? whole.first : Math.min(mark.first - mostBefore, whole.last - mostQuoted);
  const first = Math.max(whole.first, start);
  const last = Math.min(whole.last, first + mostQuoted);
  const written = wordsBetween(statement.topics.prose, first, last);
  return `${first > whole.first ? '… ' : ''}${written}${last < whole.last ? ' …' : ''}`;
}
