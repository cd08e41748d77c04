import { figuresOf, inSentence } from '../figures/figures.ts';
import type { Report } from '../report.ts';
import { idAt } from '../words/proseWords.ts';
import type { Statement } from '../words/statements.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { type TableFact, tableFacts } from './tableFacts.ts';
import { saysOf } from './tableMatches.ts';
import { statementsByTerm } from './tableStatements.ts';
import { termAt } from './tableTerms.ts';
import type { TableContrary } from './tableTrends.ts';

const more = idSet('above higher');
const less = idSet('below lower');
/** What may stand beside a comparison, and says nothing of what is compared. */
const beside = idSet('than that those average averages well slightly much far significantly considerably just whose');

/** Where the words say that a figure of the provider is higher than another in its row, and it is lower; or the other way. */
export function contraryToComparisons(report: Report): TableContrary[] {
  const facts = tableFacts(report);
  const own = facts.filter(({ isOwn }) => isOwn);
  if (own.length === 0) return [];
  const byRow = new Map(own.map(fact => [`${fact.table.index} ${fact.row}`, fact]));
  const others = facts.filter(fact => !fact.isOwn && byRow.has(`${fact.table.index} ${fact.row}`));
  const statementsOf = statementsByTerm(report, others, WordKind.comparison);
  return others.flatMap(other => {
    const fact = byRow.get(`${other.table.index} ${other.row}`);
    return fact === undefined || fact.figure.kind !== other.figure.kind
      ? []
      : statementsOf(other).flatMap(statement => contraryIn(report, statement, fact, other) ?? []);
  });
}

function contraryIn(report: Report, statement: Statement, own: TableFact, other: TableFact): TableContrary | undefined {
  const { sentence, topics } = statement;
  const { prose } = topics;
  const { figures, dates } = figuresOf(report, sentence.block);
  if (inSentence(dates, sentence).length > 0) return undefined;
  if (inSentence(figures, sentence).some(({ value, per }) => !other.numbers.has(per ?? value))) return undefined;
  for (let at = sentence.first + 1; at < sentence.last; at++) {
    const id = idAt(prose, at);
    const isMore = more.has(id);
    if (!isMore && !less.has(id)) continue;
    // What it is compared with stands after it: *above the England average*.
    const first = [...other.terms].filter(term => !own.terms.has(term));
    for (let i = sentence.first; i < at; i++) if (first.includes(termAt(topics, i))) return undefined;
    const isOwn = (i: number): boolean => i === at || beside.has(idAt(prose, i));
    if (!saysOf(statement, sentence, other, { isOwn })) return undefined;
    const difference = own.figure.value - other.figure.value;
    if (difference === 0 || difference > 0 === isMore) return undefined;
    return { statement, mark: { first: at, last: at + 1 }, from: own, to: other };
  }
  return undefined;
}
