import { mostAlike } from '../figures/figureConflict.ts';
import type { Report } from '../report.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import type { TableFact } from './tableFacts.ts';
import { termAt } from './tableTerms.ts';

/** Longer sentences say several things. */
const longestSentence = 80;

/** The statements with a word of some kinds that may speak of a fact: they have the one of its words that is the rarest. */
export function statementsByTerm(
  report: Report,
  facts: readonly TableFact[],
  kinds: number,
): (fact: TableFact) => readonly Statement[] {
  const byTerm = new Map<number, Statement[]>();
  for (const { terms } of facts) for (const term of terms) byTerm.set(term, []);
  for (const statement of statementsOf(report)) {
    if ((statement.kinds & kinds) === 0) continue;
    const { sentence, topics } = statement;
    if (sentence.last - sentence.first > longestSentence) continue;
    for (let at = sentence.first; at < sentence.last; at++) {
      const same = byTerm.get(termAt(topics, at));
      if (same !== undefined && same.at(-1) !== statement && same.length < mostAlike) same.push(statement);
    }
  }
  return ({ terms }) => {
    let fewest: readonly Statement[] | undefined;
    for (const term of terms) {
      const all = byTerm.get(term) ?? [];
      if (fewest === undefined || all.length < fewest.length) fewest = all;
    }
    return fewest ?? [];
  };
}
