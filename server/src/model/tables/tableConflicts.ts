import { addToGroup } from '../../text/lists.ts';
import type { Figure } from '../figures/figure.ts';
import type { FigureConflict } from '../figures/figureConflict.ts';
import { figuresOf, inSentence } from '../figures/figures.ts';
import { figureUnits, unitOf } from '../figures/figureUnits.ts';
import { areApartBy } from '../figures/steps.ts';
import type { Report } from '../report.ts';
import type { WordRun } from '../words/quantities.ts';
import type { Statement } from '../words/statements.ts';
import { WordKind } from '../words/wordKinds.ts';
import type { TableCell } from './tableCells.ts';
import { tableDates } from './tableDates.ts';
import { type TableFact, tableFacts } from './tableFacts.ts';
import { numbersIn } from './tableLabels.ts';
import { clauseAround, isRough, saysOf } from './tableMatches.ts';
import { statementsByTerm } from './tableStatements.ts';
import { termAt } from './tableTerms.ts';
import { dateKey } from './tableUnits.ts';

/** Where a table gives a figure, and a sentence or another table gives another for the same thing at the same date. */
export function tableConflicts(report: Report): FigureConflict[] {
  const facts = tableFacts(report);
  return [
    ...(facts.length === 0 ? [] : [...conflictsWithProse(report, facts), ...conflictsOfTables(facts)]),
    ...tableDates(report),
  ];
}

function conflictsWithProse(report: Report, facts: readonly TableFact[]): FigureConflict[] {
  const byTerm = statementsByTerm(report, facts, WordKind.number);
  const settled = new Set<Figure>();
  return facts.flatMap(fact => {
    const conflicts: FigureConflict[] = [];
    for (const statement of byTerm(fact)) {
      const figure = otherFigure(report, facts, statement, fact);
      if (figure === undefined || settled.has(figure)) continue;
      settled.add(figure);
      const { sentence, topics } = statement;
      const block = {
        ...figuresOf(report, sentence.block),
        index: sentence.block,
        base: sentence.base,
        prose: topics.prose,
      };
      const own = { block: fact.block, figure: fact.figure };
      const said = { block, figure };
      const [one, other] = sentence.from < fact.table.base ? [said, own] : [own, said];
      conflicts.push({ one, other, shared: fact.words, fact: undefined });
    }
    return conflicts;
  });
}

/** The figure of a statement that says of the same another number. */
function otherFigure(
  report: Report,
  facts: readonly TableFact[],
  statement: Statement,
  fact: TableFact,
): Figure | undefined {
  const { sentence, topics } = statement;
  const all = figuresOf(report, sentence.block);
  const dates = inSentence(all.dates, sentence);
  if (
    !(fact.date === ''
      ? dates.length === 0
      : dates.length > 0 && dates.every(date => dateKey(topics.prose, date) === fact.date))
  )
    return undefined;
  const figures = inSentence(all.figures, sentence);
  for (const figure of figures) {
    if (!isOfOneKind(statement, figure, fact) || isRough(statement, figure)) continue;
    if (!areApartBy(Math.max(stepOf(statement, figure), fact.step), figure.value, fact.figure.value)) continue;
    const clause = clauseAround(statement, figure, fact);
    if (!hasItsNumbers(figures, figure, clause, fact) || !saysOf(statement, clause, fact, { figure })) continue;
    // (Another column of its row has it: what is said may be of that, if that is not of another date.)
    const mayBeOf = ({ table, date }: TableFact): boolean =>
      table === fact.table && (fact.date === '' || date === '' || date === fact.date);
    if (facts.some(other => mayBeOf(other) && isLike(other, figure, fact))) continue;
    return figure;
  }
  return undefined;
}

function isOfOneKind({ topics }: Statement, { kind, per, value, inWords, last }: Figure, fact: TableFact): boolean {
  if (inWords && value < fewestInWords) return false;
  const own = fact.figure.kind;
  // (*Average wait in weeks: 14*, and *14 weeks*; *per 10,000: 84*, and *84 per 10,000*.)
  if (kind === 'duration') return (own === kind || own === 'count') && fact.terms.has(termAt(topics, last));
  if (kind === 'rate') return own === kind ? per === fact.figure.per : own === 'count' && fact.numbers.has(per ?? 0);
  return kind === own;
}

/** *One* is not always a number. */
const fewestInWords = 2;

/** By how much a figure of a sentence may be rounded. */
function stepOf({ topics: { prose } }: Statement, figure: Figure): number {
  return (figureUnits.get(unitOf(prose, figure)) ?? 1) * 10 ** -figure.decimals;
}

/** Whether a clause has the numbers of a fact’s name, and no others: *within 20 working days*. */
function hasItsNumbers(figures: readonly Figure[], figure: Figure, clause: WordRun, { numbers }: TableFact): boolean {
  const within = figures.filter(({ first }) => first >= clause.first && first < clause.last);
  const others = numbersIn(within.filter(own => own !== figure));
  if (figure.per !== undefined && numbers.has(figure.per)) others.push(figure.per);
  return others.every(number => numbers.has(number)) && [...numbers].every(number => others.includes(number));
}

/** Whether a cell in a fact’s row gives a figure. */
function isLike({ figure: own, row, step }: TableFact, { value }: Figure, fact: TableFact): boolean {
  return row === fact.row && own.kind === fact.figure.kind && Math.abs(own.value - value) < step;
}

/** Where two tables give the same in two figures, but for tables that have the same names and tell of two things. */
function conflictsOfTables(facts: readonly TableFact[]): FigureConflict[] {
  const byName = new Map<string, TableFact[]>();
  for (const fact of facts) {
    const terms = [...fact.terms].sort((a, b) => a - b).join(' ');
    const numbers = [...fact.numbers].sort((a, b) => a - b).join(' ');
    addToGroup(byName, `${terms}|${numbers}|${fact.date}|${fact.figure.kind}|${fact.figure.per}`, fact);
  }
  const alike = new Map<string, { one: TableFact; other: TableFact; differ: boolean }[]>();
  for (const [one, ...others] of byName.values()) {
    const other = others.find(({ table }) => table !== one?.table);
    if (one === undefined || other === undefined) continue;
    const differ = areApartBy(Math.max(one.step, other.step), one.figure.value, other.figure.value);
    addToGroup(alike, `${one.table.index} ${other.table.index}`, { one, other, differ });
  }
  return [...alike.values()].flatMap(pairs => {
    const differing = pairs.filter(({ differ }) => differ);
    const [first] = differing;
    if (first === undefined || !mayBeOfOne(first.one, first.other, pairs.length)) return [];
    if (pairs.length > 1 && 2 * differing.length > pairs.length) return [];
    return differing.map(({ one, other }) => ({ one, other, shared: one.words, fact: undefined }));
  });
}

/** Whether two tables that have one name in common, or several, are of the same: neither is one of a row of tables. */
function mayBeOfOne(one: TableFact, other: TableFact, common: number): boolean {
  const [own, others] = [one.setting, other.setting];
  const [caption] = [...own.caption].filter(term => !others.caption.has(term));
  const [second] = [...others.caption].filter(term => !own.caption.has(term));
  if (caption !== undefined && second !== undefined) return false;
  if (common > 1) return true;
  return (one.terms.size >= fewestTerms || one.date !== '') && !areShapedAlike(one, other);
}

const fewestTerms = 2;

/** Whether two tables have one head: such are made for each wing, for each team. */
function areShapedAlike({ table: one }: TableFact, { table: other }: TableFact): boolean {
  const [head, second] = [one, other].map(({ rows }) => rows[0]?.map(textOfCell).join('|'));
  return head === second;
}

function textOfCell({ prose: { text, words } }: TableCell): string {
  return text.slice(words[0] ?? 0, words[words.length - 2] ?? 0);
}
