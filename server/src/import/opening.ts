import type { Area, Framework } from '../model/framework.ts';
import { frameworkIndex } from '../model/frameworkIndex.ts';
import { gradePhrase } from '../model/gradePhrase.ts';
import { patternMatch } from '../model/pattern.ts';
import { titleKey } from '../model/titleKey.ts';
import { areaAndGrade, glued, wordsOf } from './areaAndGrade.ts';
import { type ImportedBlock, joinedPieces, type Piece, pieceOf } from './block.ts';
import { datesIn } from './dates.ts';
import { letterOf } from './letter.ts';
import type { PrintedLine } from './printedLine.ts';

/** What the cover says, for the front matter. */
export interface Cover {
  readonly provider: readonly Piece[];
  /** The name that the headline uses. */
  readonly name: string | undefined;
  readonly title: readonly Piece[];
  readonly inspected: readonly string[];
  readonly published: string | undefined;
  /** The lines of the dates. */
  readonly dates: readonly number[];
}

/** What stands before the first section: the cover, and the blocks that say the judgements. */
export interface Opening {
  readonly cover: Cover;
  /** Blocks by the line at which they begin, with how many lines they take. */
  readonly blocks: ReadonlyMap<number, { readonly lines: number; readonly blocks: readonly ImportedBlock[] }>;
  /** The lines that are the cover's own. */
  readonly taken: ReadonlySet<number>;
  /** Where the text begins. */
  readonly end: number;
}

/** A cover's lines, at most. */
const mostLines = 80;

/** Reads the cover and the judgements on it. */
export function openingOf(lines: readonly PrintedLine[], framework: Framework): Opening {
  const taken = new Set<number>();
  const blocks = new Map<number, { lines: number; blocks: ImportedBlock[] }>();
  const take = (from: number, to: number): Piece[] => {
    for (let at = from; at < to; at++) taken.add(at);
    return lines.slice(from, to).map(pieceOf);
  };
  let at = 0;
  let cover: Cover = { provider: [], name: undefined, title: [], inspected: [], published: undefined, dates: [] };
  const titleAt = lines.slice(0, 20).findIndex(({ text }) => isTitle(text));
  const datesAt = lines.slice(0, 40).findIndex(({ text }) => inspectionDates.test(text));
  // In the details a literal `[^1]` would be a footnote's mark, for they know no escapes: then the cover stays text.
  const isPlain = !lines.slice(0, datesAt).some(({ text }) => text.includes('\\[^'));
  if (titleAt >= 0 && datesAt > titleAt && datesAt - titleAt <= 10 && isPlain) {
    const title = take(titleAt, datesAt);
    const named = providerIn(joinedPieces(title));
    const isProvider = named === undefined && titleAt > 0 && titleAt <= 3;
    const provider = isProvider ? take(0, titleAt) : [];
    const dates = datesTo(lines, datesAt);
    const published = dates.to < lines.length && publication.test(lines[dates.to]?.text ?? '') ? dates.to : undefined;
    const own = lines.slice(datesAt, published === undefined ? dates.to : published + 1);
    take(datesAt, datesAt + own.length);
    cover = {
      ...cover,
      provider,
      name: named,
      title,
      inspected: dates.found,
      published: published === undefined ? undefined : datesIn(lines[published]?.text ?? '')[0],
      dates: own.map(({ index }) => index),
    };
    at = datesAt + own.length;
  }
  const letter = at === 0 ? letterOf(lines) : undefined;
  if (letter !== undefined) {
    for (const [place, block] of letter.blocks) blocks.set(place, { lines: block.lines, blocks: [...block.blocks] });
    const { inspected, published } = letter;
    return {
      cover: { ...cover, name: providerIn(joinedPieces(letter.subject)), inspected, published },
      blocks,
      taken,
      end: letter.end,
    };
  }
  const start = at;
  for (let i = at; i < Math.min(lines.length, start + mostLines); i++) {
    const headline = headlineAt(lines, i, framework);
    if (headline === undefined) continue;
    blocks.set(i, { lines: headline.lines, blocks: [{ kind: 'heading', level: 1, pieces: headline.pieces }] });
    cover = { ...cover, name: headline.provider ?? cover.name };
    at = i + headline.lines;
    break;
  }
  const judged = judgementsIn(lines, at, framework);
  if (judged !== undefined) {
    blocks.set(judged.from, { lines: judged.to - judged.from, blocks: judged.blocks });
    for (const place of judged.late) taken.add(place);
    at = judged.to;
  }
  return { cover, blocks, taken, end: at };
}

const inspectionDates = /^(?:inspection dates?|dates? of inspection|inspected)\b/i;
const publication = /^(?:report )?published\b|^publication date\b|^date published\b/i;

function isTitle(text: string): boolean {
  return (
    /\binspection of\b|^(?:full |short |re-)?inspection\b(?! dates?\b)|\binspection report\b|\bservices inspection$/i.test(
      text,
    ) && !/[.]$/.test(text)
  );
}

/** Who was inspected, where the title says it: `Inspection of the Isle of Wight local authority children’s services`. */
function providerIn(title: string): string | undefined {
  return /inspection of (?:the )?(\p{Lu}.*?)(?:['’]s?)?(?: (?:local (?:authority|area)|children|services)\b.*)?$/iu
    .exec(title)?.[1]
    ?.match(/^\p{Lu}.*/u)?.[0];
}

/** The dates of the inspection, which may run on over a line's end. */
function datesTo(lines: readonly PrintedLine[], from: number): { to: number; found: string[] } {
  let words = lines[from]?.text ?? '';
  let to = from + 1;
  while (to < from + 3 && (!/\d{4}/.test(words) || /(?:to|and|[–—-])$/.test(words))) {
    words = `${words} ${lines[to]?.text ?? ''}`;
    to++;
  }
  const found = datesIn(words);
  return { to, found: found.length > 2 ? [found[0]!, found.at(-1)!] : found };
}

function headlineAt(lines: readonly PrintedLine[], at: number, framework: Framework) {
  let found: { lines: number; pieces: Piece[]; provider: string | undefined } | undefined;
  for (let count = 1; count <= 4 && at + count <= lines.length; count++) {
    const pieces = lines.slice(at, at + count).map(pieceOf);
    const words = joinedPieces(pieces).replace(/\.?(?:\[\^\d+\])?$/, '');
    for (const pattern of framework.headlines) {
      const groups = patternMatch(pattern, words)?.groups;
      if (groups?.predicate === undefined) continue;
      if (gradePhrase(framework, groups.predicate, 0, pattern.plural)?.grade === undefined) continue;
      found = { lines: count, pieces, provider: groups.provider?.replace(/^the /, '') };
      break;
    }
  }
  return found;
}

interface Judged {
  readonly from: number;
  readonly to: number;
  readonly blocks: ImportedBlock[];
  /** The lines of grades that stand below other text. */
  readonly late: readonly number[];
}

interface Entry {
  /** With its number, if it has one. */
  readonly area: Piece[];
  grade: Piece[];
}

/** The judgements that the cover lists, numbered or in a table, however an extractor has cut its cells to lines. */
function judgementsIn(
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
    const entry = heads.length > 0 ? undefined : entryAt(lines, at, framework, isAreaOnly);
    const grade = heads.length > 0 || entry !== undefined ? undefined : gradeAt(lines, at, framework);
    const cut =
      heads.length > 0 || entry !== undefined
        ? undefined
        : (cutEntryAt(lines, at, framework) ??
          entryInGradeAt(lines, at, framework) ??
          underNumbersAt(lines, at, framework));
    if (cut !== undefined) {
      if (entries.length === 0 && head.length === 0) from = at;
      entries.push(...cut.entries);
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
    } else if (mayBeEarly && grade !== undefined && entryAt(lines, at + grade.lines, framework, true) !== undefined) {
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
  if (early.length > 0) return judgementsIn(lines, start, framework, false);
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
 * A table’s last grades may come below the paragraph under the table, each apart, or right below a line of another column: gives
 * their lines, and them to their entries. If there are fewer than are missing, nobody knows whose they are.
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

const tableHead = /^(?:key )?judge?ments?\s+(?:judge?ment )?grades?$/i;

function entryBlock({ area, grade }: Entry): ImportedBlock {
  return { kind: 'entry', pieces: area, grade };
}

/** The two heads of a table of judgements, on one line or on two. */
function headsAt(lines: readonly PrintedLine[], at: number): Piece[] {
  for (const count of [1, 2]) {
    const words = wordsOf(lines.slice(at, at + count).map(pieceOf));
    if (!tableHead.test(words.map(({ text }) => text).join(' '))) continue;
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

/** No line of an entry has more letters; a document may stand on one. */
const longestEntry = 400;

/** The number of an entry, which may stand alone, or be joined to its area. */
const entryNumber = /^\(?(\d(?:\.\d)?)(?:[.)]?(?: (?=\p{Lu})|$)|\.(?=\p{Lu}\p{Ll}))/u;

/**
 * The entry that begins at a line: an area's title and a grade, the words of each in order, on as many lines as they take.
 * Columns may have been cut line by line, so the two may be interleaved; or the grade is not there, and comes later.
 * `isAreaOnly`: grades are a row of their own, so the one below an area need not be this one's.
 */
function entryAt(
  lines: readonly PrintedLine[],
  at: number,
  framework: Framework,
  isAreaOnly: boolean,
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
    if (count > 1 || number === undefined) words.push(...wordsOf([piece]));
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
      .map(each => areaAndGrade(own, each, framework, true, mayBeFirst))
      .find(each => each !== undefined);
    if (split === undefined) continue;
    if (isAreaOnly && split.grade.some(({ line: at }) => split.area.every(each => each.line < at))) continue;
    const pieces = number === undefined ? split.area : [words[0]!, ...split.area];
    found = { lines: count, area: glued(pieces), grade: glued(split.grade) };
  }
  return found;
}

/** An area with the first words of its grade on a line, and the next area above the others: their cells are of two lines. */
function cutEntryAt(
  lines: readonly PrintedLine[],
  at: number,
  framework: Framework,
): { entries: Entry[]; lines: number } | undefined {
  const first = lines[at];
  const next = first && entryAt(lines, at + 1, framework, true);
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
function entryInGradeAt(
  lines: readonly PrintedLine[],
  at: number,
  framework: Framework,
): { entries: Entry[]; lines: number } | undefined {
  const { gradeByName } = frameworkIndex(framework);
  const first = lines[at];
  if (first === undefined || first.text.length > longestGrade || !/^\p{Lu}/u.test(first.text)) return undefined;
  const entry = entryAt(lines, at + 1, framework, true);
  const last = entry && lines[at + 1 + entry.lines];
  if (entry === undefined || last === undefined || entry.grade.length > 0) return undefined;
  const grade = [pieceOf(first), pieceOf(last)];
  if (!gradeByName.has(titleKey(joinedPieces(grade)))) return undefined;
  return { entries: [{ area: entry.area, grade }], lines: entry.lines + 2 };
}

/** No grade has more letters. */
const longestGrade = 80;

/** Areas below a column of their numbers. */
function underNumbersAt(
  lines: readonly PrintedLine[],
  at: number,
  framework: Framework,
): { entries: Entry[]; lines: number } | undefined {
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
      words.push(...wordsOf([pieceOf(line)]));
      own = areaAndGrade(words, area, framework, true);
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

function gradeAt(
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
