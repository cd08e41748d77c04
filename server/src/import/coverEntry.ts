import type { Area, Framework } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { titleKey } from '../model/titleKey.ts';
import { append } from '../text/lists.ts';
import { areaAndGrade, glued, wordsOf } from './areaAndGrade.ts';
import { joinedPieces, type Piece, pieceOf } from './block.ts';
import type { PrintedLine } from './printedLine.ts';

/** An area and its grade in a cover's list of judgements; no pieces for a grade that comes later. */
export interface Entry {
  /** With its number, if it has one. */
  readonly area: Piece[];
  grade: Piece[];
}

/** Entries, and how many lines they take. */
interface Entries {
  readonly entries: readonly Entry[];
  readonly lines: number;
}

/** No line of an entry has more letters; a document may stand on one. */
const longestEntry = 400;

/** The number of an entry, which may stand alone, or be joined to its area. */
const entryNumber = /^\(?(\d(?:\.\d)?)(?:[.)]?(?: (?=\p{Lu})|$)|\.(?=\p{Lu}\p{Ll}))/u;

/**
 * The entry that begins at a line: an area's title and a grade, the words of each in order, on as many lines as they take.
 * Columns may have been cut line by line, so the two may be interleaved; or the grade is not there, and comes later.
 * `isAreaOnly`: grades are a row of their own, so the one below an area need not be this one's.
 */
export function entryAt(
  lines: readonly PrintedLine[],
  at: number,
  framework: Framework,
  { isAreaOnly }: { readonly isAreaOnly: boolean },
): (Entry & { lines: number }) | undefined {
  const { areaByNumber } = frameworkIndex(framework);
  const [printed = '', number] = entryNumber.exec(lines[at]?.text ?? '') ?? [];
  const area = number === undefined ? undefined : areaByNumber.get(number);
  if (number !== undefined && area === undefined) return undefined;
  const first = lines[at];
  // A framework's numbers may be missing where a table or a colon says what is graded.
  const isLoose = first?.look?.cell !== undefined || /: ?\p{Lu}\p{Ll}+/u.test(first?.text ?? '');
  const areas = area === undefined ? framework.areas.filter(each => isLoose || each.number === undefined) : [area];
  // A whole grade on its own line may be the area’s above; behind a number, or in parts, it is this one’s.
  const mayBeFirst = number !== undefined || gradeAt(lines, at, framework)?.lines !== 1;
  let found: (Entry & { lines: number }) | undefined;
  const words: Piece[] = [];
  for (let count = 1; count <= 6; count++) {
    const line = lines[at + count - 1];
    if (line === undefined || line.text.length > longestEntry || (count > 1 && entryNumber.test(line.text))) break;
    const piece = pieceOf(line);
    if (count > 1 || number === undefined) append(words, wordsOf([piece]));
    else {
      const rest = line.text.slice(printed.length);
      words.push(
        { ...piece, text: number.includes('.') ? printed.trim() : `${number}.` },
        ...(rest === '' ? [] : wordsOf([{ ...piece, text: rest }])),
      );
    }
    const own = number === undefined ? words : words.slice(1);
    if (own.length > 30) break;
    const split = areas
      .map(each => areaAndGrade(own, each, framework, { mayBeLow: true, mayBeFirst }))
      .find(each => each !== undefined);
    if (split === undefined) continue;
    if (isAreaOnly && split.grade.some(({ line: at }) => split.area.every(each => each.line < at))) continue;
    const pieces = number === undefined ? split.area : [words[0]!, ...split.area];
    found = { lines: count, area: glued(pieces), grade: glued(split.grade) };
  }
  return found;
}

/** Entries whose cells an extractor has cut to lines in another order than they are read. */
export function cutEntriesAt(lines: readonly PrintedLine[], at: number, framework: Framework): Entries | undefined {
  return (
    cutEntryAt(lines, at, framework) ?? entryInGradeAt(lines, at, framework) ?? underNumbersAt(lines, at, framework)
  );
}

/** An area with the first words of its grade on a line, and the next area above the others: their cells are of two lines. */
function cutEntryAt(lines: readonly PrintedLine[], at: number, framework: Framework): Entries | undefined {
  const first = lines[at];
  const next = first && entryAt(lines, at + 1, framework, { isAreaOnly: true });
  const last = next && lines[at + 1 + next.lines];
  if (last === undefined || next === undefined || next.grade.length > 0) return undefined;
  const { gradeByName } = frameworkIndex(framework);
  const words = wordsOf([pieceOf(first!)]);
  for (let count = words.length - 1; count > 0; count--) {
    const own = words.slice(0, count);
    const grade = [...glued(words.slice(count)), pieceOf(last)];
    const isCut = gradeByName.has(titleKey(joinedPieces(grade)));
    if (isCut && framework.areas.some(area => areaAndGrade(own, area, framework)?.grade.length === 0))
      return {
        entries: [
          { area: glued(own), grade },
          { area: next.area, grade: [] },
        ],
        lines: next.lines + 2,
      };
  }
  return undefined;
}

/** An area between the two lines of its grade, which stand about the middle of their row. */
function entryInGradeAt(lines: readonly PrintedLine[], at: number, framework: Framework): Entries | undefined {
  const { gradeByName } = frameworkIndex(framework);
  const first = lines[at];
  if (first === undefined || first.text.length > longestGrade || !/^\p{Lu}/u.test(first.text)) return undefined;
  const entry = entryAt(lines, at + 1, framework, { isAreaOnly: true });
  const last = entry && lines[at + 1 + entry.lines];
  if (entry === undefined || last === undefined || entry.grade.length > 0) return undefined;
  const grade = [pieceOf(first), pieceOf(last)];
  if (!gradeByName.has(titleKey(joinedPieces(grade)))) return undefined;
  return { entries: [{ area: entry.area, grade }], lines: entry.lines + 2 };
}

/** No grade has more letters. */
const longestGrade = 80;

/** Areas below a column of their numbers. */
function underNumbersAt(lines: readonly PrintedLine[], at: number, framework: Framework): Entries | undefined {
  const { areaByNumber } = frameworkIndex(framework);
  const numbers: { piece: Piece; area: Area }[] = [];
  for (let area: Area | undefined; ; numbers.push({ piece: pieceOf(lines[at + numbers.length]!), area })) {
    const number = numberAlone.exec(lines[at + numbers.length]?.text ?? '')?.[1];
    area = number === undefined ? undefined : areaByNumber.get(number);
    if (area === undefined) break;
  }
  if (numbers.length < 2) return undefined;
  const entries: Entry[] = [];
  let next = at + numbers.length;
  for (const { piece, area } of numbers) {
    const words: Piece[] = [];
    let own: Entry | undefined;
    for (let count = 1; count <= 3 && own === undefined; count++) {
      const line = lines[next++];
      if (line === undefined || line.text.length > longestEntry) return undefined;
      append(words, wordsOf([pieceOf(line)]));
      own = areaAndGrade(words, area, framework, { mayBeLow: true });
    }
    if (own === undefined) return undefined;
    const { text } = piece;
    const number = {
      ...piece,
      text: text.includes('.', 1) && !text.endsWith('.') ? text : `${text.replace(/\.$/, '')}.`,
    };
    entries.push({ area: [number, ...own.area], grade: own.grade });
  }
  return { entries, lines: next - at };
}

const numberAlone = /^(\d(?:\.\d)?)\.?$/;

/** A grade that takes up to three lines for itself. */
export function gradeAt(
  lines: readonly PrintedLine[],
  at: number,
  framework: Framework,
): { lines: number; pieces: Piece[] } | undefined {
  const { gradeByName } = frameworkIndex(framework);
  for (let count = 3; count > 0; count--) {
    const pieces = lines.slice(at, at + count).map(pieceOf);
    if (pieces.length === count && gradeByName.has(titleKey(joinedPieces(pieces)))) return { lines: count, pieces };
  }
  return undefined;
}
