import { addToGroup } from '../../text/lists.ts';
import { dateSide } from '../figures/dateSide.ts';
import type { WrittenDate } from '../figures/figure.ts';
import { figuresOf, inSentence } from '../figures/figures.ts';
import type { Report } from '../report.ts';
import { idAt, wordAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { changes, WordKind } from '../words/wordKinds.ts';
import { type TableFact, tableFacts } from './tableFacts.ts';
import { clauseAround, saysOf } from './tableMatches.ts';
import { statementsByTerm } from './tableStatements.ts';

/** A sentence that says how two figures of a table stand to each other, and they do not. */
export interface TableContrary {
  readonly statement: Statement;
  /** The words that say it. */
  readonly mark: WordRun;
  /** The earlier figure and the later; or the one that is compared, and the one with which. */
  readonly from: TableFact;
  readonly to: TableFact;
}

const ups = idSet(changes.up);
const downs = idSet(changes.down);
const word = idsOf('since', 'from', 'in', 'between', 'fewer');

/** Where the words say that a number has risen, and by a table it has fallen; or that it has fallen, and it has risen. */
export function contraryToTrends(report: Report): TableContrary[] {
  const series = seriesOf(tableFacts(report));
  const firsts = series.flatMap(facts => facts.slice(0, 1));
  if (firsts.length === 0) return [];
  const statementsOf = statementsByTerm(report, firsts, WordKind.change);
  return series.flatMap(facts => {
    const [fact] = facts;
    if (fact === undefined) return [];
    return statementsOf(fact).flatMap(statement => contraryIn(report, statement, facts) ?? []);
  });
}

/** What is of the same thing at several dates, in their order. */
function seriesOf(facts: readonly TableFact[]): TableFact[][] {
  const byThing = new Map<string, TableFact[]>();
  for (const fact of facts) {
    if (fact.when === undefined) continue;
    addToGroup(byThing, `${fact.table.index} ${[...fact.terms]} ${[...fact.numbers]} ${fact.figure.kind}`, fact);
  }
  return [...byThing.values()].filter(all => all.length > 1).map(all => all.sort((a, b) => timeOf(a) - timeOf(b)));
}

function timeOf({ when }: TableFact): number {
  return when === undefined ? 0 : months(when);
}

function months({ year, month }: WrittenDate): number {
  return 12 * year + (month ?? 1);
}

function contraryIn(report: Report, statement: Statement, facts: readonly TableFact[]): TableContrary | undefined {
  const { sentence, topics } = statement;
  const { prose } = topics;
  const all = figuresOf(report, sentence.block);
  const [fact] = facts;
  if (fact === undefined || inSentence(all.figures, sentence).some(({ value }) => !fact.numbers.has(value)))
    return undefined;
  for (let at = sentence.first; at < sentence.last; at++) {
    const id = idAt(prose, at);
    if (!ups.has(id) && !downs.has(id)) continue;
    const clause = clauseAround(statement, { first: at, last: at + 1 }, fact);
    const isOwn = (own: number): boolean => own === at || adverbs.has(idAt(prose, own));
    if (!saysOf(statement, clause, fact, { isOwn })) return undefined;
    const span = spanOfTime(prose, inSentence(all.dates, sentence), facts);
    if (span === undefined) return undefined;
    const change = span.to.figure.value - span.from.figure.value;
    if (change === 0 || change > 0 === ups.has(id)) return undefined;
    return { statement, mark: { first: at, last: at + 1 }, ...span };
  }
  return undefined;
}

const adverbs = idSet(
  'significantly slightly steadily recently considerably rapidly sharply slowly markedly gradually further substantially continued every each welcome small large marked steady',
);

/** From when to when a sentence tells of: since a year, between two, in one; if it does not say, of all. */
function spanOfTime(
  prose: Statement['topics']['prose'],
  dates: readonly WrittenDate[],
  facts: readonly TableFact[],
): Pick<TableContrary, 'from' | 'to'> | undefined {
  const [one, other, ...more] = dates;
  const last = facts.at(-1);
  const first = facts[0];
  if (first === undefined || last === undefined || more.length > 0) return undefined;
  if (one === undefined) return isOneWay(facts) ? { from: first, to: last } : undefined;
  const [from, to] = [one, other].map(date => date && factOf(date, facts));
  if (other !== undefined) return from && to && from !== to && timeOf(from) < timeOf(to) ? { from, to } : undefined;
  if (from === undefined) return undefined;
  const side = dateSide(prose, one);
  if (side === word.since || side === word.from) return from === last ? undefined : { from, to: last };
  const before = facts[facts.indexOf(from) - 1];
  return idAt(prose, one.first - 1) === word.in && before !== undefined ? { from: before, to: from } : undefined;
}

function factOf(date: WrittenDate, facts: readonly TableFact[]): TableFact | undefined {
  const [fact, ...others] = facts.filter(
    ({ when }) => when?.year === date.year && (date.month === undefined || when.month === date.month),
  );
  return others.length > 0 ? undefined : fact;
}

function isOneWay(facts: readonly TableFact[]): boolean {
  const steps = facts.slice(1).map(({ figure }, i) => Math.sign(figure.value - (facts[i]?.figure.value ?? 0)));
  return steps.every(step => step !== 0 && step === steps[0]);
}

/** A word of a statement as written. */
export function markText({ statement: { topics }, mark }: TableContrary): string {
  return wordAt(topics.prose, mark.first);
}
