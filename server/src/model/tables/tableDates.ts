import { topicsOfWords } from '../claims/topics.ts';
import type { FigureConflict } from '../figures/figureConflict.ts';
import { type FiguredBlock, figuresOf, inSentence } from '../figures/figures.ts';
import { isOtherDate } from '../figures/writtenDates.ts';
import type { Report } from '../report.ts';
import { gapAfter, idAt } from '../words/proseWords.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';
import { namedRows } from './tableRows.ts';
import { termAt, termsIn } from './tableTerms.ts';

/** A row that says when something was: *Fire risk assessment: 4 March 2022*. */
interface DatedRow {
  readonly row: FiguredBlock;
  readonly terms: ReadonlySet<number>;
}

/** What is said of a thing only to say when it was. */
const idle = idSet('carried out done completed undertaken held conducted took place dated last most recent recently');
const fewestTerms = 2;

/** Where a row gives the date of a thing, and a sentence that says no more gives another. */
export function tableDates(report: Report): FigureConflict[] {
  const rows = namedRows(report).flatMap(row => {
    const [date] = row.dates;
    if (date === undefined || row.dates.length > 1) return [];
    const terms = termsIn(topicsOfWords(report, row.prose), 0, date.first);
    return terms.size < fewestTerms ? [] : [{ row, terms }];
  });
  if (rows.length === 0) return [];
  const dated = statementsOf(report).filter(({ kinds }) => (kinds & WordKind.year) !== 0);
  return rows.flatMap(row => dated.flatMap(statement => conflictIn(report, statement, row) ?? []));
}

function conflictIn(report: Report, statement: Statement, { row, terms }: DatedRow): FigureConflict | undefined {
  const { sentence, topics } = statement;
  if (sentence.last - sentence.first > longestSentence) return undefined;
  const { prose } = topics;
  const all = figuresOf(report, sentence.block);
  const [date, other] = inSentence(all.dates, sentence);
  const [own] = row.dates;
  if (date === undefined || other !== undefined || own === undefined || !dating.has(idAt(prose, date.first - 1)))
    return undefined;
  const isOther = isOtherDate(own, date) || (own.day !== undefined && date.day !== undefined && own.day !== date.day);
  if (!isOther) return undefined;
  const left = new Set(terms);
  for (let at = sentence.first; at < date.first; at++) {
    const term = idle.has(idAt(prose, at)) ? 0 : termAt(topics, at);
    if (term === 0 || left.delete(term) || terms.has(term)) continue;
    return undefined;
  }
  if (left.size > 0 || !/^(?:\s|[.,;)]|$)/.test(gapAfter(prose, date.last - 1))) return undefined;
  const block = { ...all, index: sentence.block, base: sentence.base, prose };
  const said = { block, figure: date };
  const told = { block: row, figure: own };
  const [first, second] = sentence.from < row.base ? [said, told] : [told, said];
  return { one: first, other: second, shared: [nameOf(row)], fact: undefined };
}

const longestSentence = 30;
const dating = idSet('on in');

function nameOf({ prose: { text } }: FiguredBlock): string {
  return text.slice(0, text.indexOf(':')).trim();
}
