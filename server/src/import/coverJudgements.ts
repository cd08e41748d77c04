import type { Framework } from '../model/framework.ts';
import { append } from '../text/lists.ts';
import { glued, judgementTableHead, wordsOf } from './areaAndGrade.ts';
import { type ImportedBlock, type Piece, pieceOf } from './block.ts';
import { cutEntriesAt, type Entry, entryAt, gradeAt } from './coverEntry.ts';
import type { PrintedLine } from './printedLine.ts';

/** A cover's list of judgements: its lines, and what it becomes. */
interface Judged {
  readonly from: number;
  readonly to: number;
  readonly blocks: ImportedBlock[];
  /** The lines of grades that stand below other text. */
  readonly late: readonly number[];
}

/** So far after the cover a list may begin. */
const mostLines = 80;

/** The judgements that the cover lists, numbered or in a table, however an extractor has cut its cells to lines. */
export function coverJudgements(
  lines: readonly PrintedLine[],
  start: number,
  framework: Framework,
  mayBeEarly = true,
): Judged | undefined {
  const entries: Entry[] = [];
  /** Grades that stand before their areas, as where the columns are not of one height. */
  const early: Piece[][] = [];
  let isEarly = false;
  let from = start;
  let head: Piece[] = [];
  let at = start;
  let to = start;
  const isOver = () => at >= (entries.length === 0 ? start + mostLines : to + 4);
  while (at < lines.length && !isOver()) {
    const heads = entries.length === 0 && head.length === 0 ? headsAt(lines, at) : lateHead(lines, at, head);
    const isAreaOnly = isEarly || entries.some(each => each.grade.length === 0);
    const entry = heads.length > 0 ? undefined : entryAt(lines, at, framework, { isAreaOnly });
    const grade = heads.length > 0 || entry !== undefined ? undefined : gradeAt(lines, at, framework);
    const cut = heads.length > 0 || entry !== undefined ? undefined : cutEntriesAt(lines, at, framework);
    if (cut !== undefined) {
      if (entries.length === 0 && head.length === 0) from = at;
      append(entries, cut.entries);
      at += cut.lines;
      to = at;
    } else if (heads.length > 0) {
      if (head.length === 0) from = at;
      head = [...head, ...heads];
      at += new Set(heads.map(each => each.line)).size;
    } else if (entry !== undefined) {
      if (entries.length === 0 && head.length === 0 && early.length === 0) from = at;
      entries.push(entry.grade.length > 0 ? entry : { area: entry.area, grade: early.shift() ?? [] });
      at += entry.lines;
      to = at;
    } else if (grade !== undefined && entries.some(each => each.grade.length === 0)) {
      entries.find(each => each.grade.length === 0)!.grade = grade.pieces;
      at += grade.lines;
      to = at;
    } else if (
      mayBeEarly &&
      grade !== undefined &&
      entryAt(lines, at + grade.lines, framework, { isAreaOnly: true }) !== undefined
    ) {
      if (entries.length === 0 && head.length === 0) from = at;
      early.push(grade.pieces);
      isEarly = true;
      at += grade.lines;
    } else if (entries.length > 0) break;
    else {
      head = [];
      at++;
    }
  }
  if (early.length > 0) return coverJudgements(lines, start, framework, false);
  if (entries.length < 2) return undefined;
  const late = lateGrades(lines, to, entries, framework);
  const isNumbered = entries.every(({ area }) => /^\d/.test(area[0]?.text ?? ''));
  return {
    from,
    to,
    blocks: isNumbered && head.length === 0 ? entries.map(entryBlock) : [table(head, entries)],
    late,
  };
}

/**
 * A table’s last grades may come below the paragraph under the table, each apart, or right below a line of another column:
 * gives their lines, and them to their entries. If there are fewer than are missing, nobody knows whose they are.
 */
function lateGrades(
  lines: readonly PrintedLine[],
  from: number,
  entries: readonly Entry[],
  framework: Framework,
): number[] {
  const missing = entries.filter(({ grade }) => grade.length === 0);
  const grades: Piece[][] = [];
  const found: number[] = [];
  for (let at = from; grades.length < missing.length && at < Math.min(lines.length, from + mostLines / 2); at++) {
    const grade = lines[at]?.isApart || at === from + 1 ? gradeAt(lines, at, framework) : undefined;
    if (grade === undefined || lines[at + grade.lines]?.isApart === false) continue;
    grades.push(grade.pieces);
    for (let i = 0; i < grade.lines; i++) found.push(at + i);
    at += grade.lines - 1;
  }
  if (grades.length < missing.length) return [];
  for (const [i, grade] of grades.entries()) missing[i]!.grade = grade;
  return found;
}

function entryBlock({ area, grade }: Entry): ImportedBlock {
  return { kind: 'entry', pieces: area, grade };
}

/** The two heads of a table of judgements, on one line or on two. */
function headsAt(lines: readonly PrintedLine[], at: number): Piece[] {
  for (const count of [1, 2]) {
    const words = wordsOf(lines.slice(at, at + count).map(pieceOf));
    if (!judgementTableHead.test(words.map(({ text }) => text).join(' '))) continue;
    return [...glued(words.slice(0, -1)), words.at(-1)!];
  }
  // The head of the first column, if its first area comes before the head of the second.
  return firstHead.test(lines[at]?.text ?? '') && /^\p{Lu}/u.test(lines[at + 1]?.text ?? '')
    ? [pieceOf(lines[at]!)]
    : [];
}

const firstHead = /^(?:key )?judge?ments?$/i;
const secondHead = /^(?:judge?ment )?grades?$/i;

/** The head of the second column, where only that of the first has been read. */
function lateHead(lines: readonly PrintedLine[], at: number, head: readonly Piece[]): Piece[] {
  const line = lines[at];
  return head.length === 1 && line !== undefined && secondHead.test(line.text) ? [pieceOf(line)] : [];
}

/** A table of judgements; where its heads are not printed they are empty. */
function table(heads: readonly Piece[], entries: readonly Entry[]): ImportedBlock {
  return {
    kind: 'table',
    rows: [
      heads.length === 1 ? [heads] : [heads.slice(0, -1), heads.slice(-1)],
      ...entries.map(({ area, grade }) => [area, grade]),
    ],
  };
}
