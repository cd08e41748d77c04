import type { Framework, SectionKind } from '../model/framework.ts';
import { titleKey } from '../model/titleKey.ts';
import { type Guess, type ImportedBlock, joinedPieces, type Piece, pieceOf } from './block.ts';
import { bulletAt, doubtfulMark } from './bullets.ts';
import { ListLevels } from './listLevels.ts';
import type { Note } from './notes.ts';
import type { Opening } from './opening.ts';
import { goesOn, hasStrayBlanks, isLabelled, type OpenBlock } from './paragraphFlow.ts';
import type { PrintedLine } from './printedLine.ts';
import { SectionLevels } from './sectionLevels.ts';
import { endsSentence, type SeriesStart } from './seriesStarts.ts';
import { tableAt } from './tableAt.ts';
import { type KnownHeading, knownHeadingAt } from './titles.ts';
import { isTorn, type LineRole, startsUnderNumbers, type TornStart, tornStarts } from './tornNumbers.ts';

/** What the lines of a report are read by. */
export interface Reading {
  readonly lines: readonly PrintedLine[];
  readonly notes: readonly Note[];
  readonly opening: Opening;
  readonly starts: ReadonlyMap<number, SeriesStart>;
  readonly framework: Framework;
  /** Whether each line is a paragraph of its own. */
  readonly isByParagraph: boolean;
}

/** The blocks of a report, and the lines that say by their form what the markup says by its marks. */
export interface Body {
  readonly blocks: readonly ImportedBlock[];
  readonly labels: readonly number[];
  /** Bullets' marks that stand on lines of their own. */
  readonly marks: readonly number[];
}

/** Reads the lines to blocks, one line of markup a paragraph. */
export function bodyBlocks(reading: Reading): Body {
  return new BodyReader(reading).read();
}

/** A title longer than this is a sentence. */
const longestTitle = 100;

class BodyReader {
  readonly #lines: readonly PrintedLine[];
  readonly #framework: Framework;
  readonly #reading: Reading;
  readonly #blocks: ImportedBlock[] = [];
  readonly #labels: number[] = [];
  readonly #marks: number[] = [];
  readonly #levels = new SectionLevels();
  #open: OpenBlock | undefined;
  #nextNote = 0;
  readonly #list = new ListLevels();
  /** Bullets’ marks, or numbers, whose words come on later lines. */
  readonly #tornMarks: string[] = [];
  /** The last number of the list being read that is no series. */
  #listItem = 0;
  /** The paragraphs whose numbers stand elsewhere on their page. */
  readonly #torn = new Map<number, TornStart>();
  /** The lines of those numbers. */
  readonly #given = new Set<number>();
  /** The lines that have been written before their turn. */
  readonly #taken = new Set<number>();
  readonly #hasLooks: boolean;
  readonly #hasStrayBlanks: boolean;
  readonly #noticeStarts: readonly string[];
  #inNotices = false;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#lines = reading.lines;
    this.#framework = reading.framework;
    this.#hasLooks = reading.lines.some(
      ({ look }) => look?.size !== undefined || look?.bold !== undefined || look?.heading !== undefined,
    );
    this.#hasStrayBlanks = hasStrayBlanks(reading.lines);
    for (const [at, start] of startsUnderNumbers(reading.lines, reading.starts)) {
      this.#torn.set(at, start);
      this.#given.add(start.numberLine.index);
    }
    this.#noticeStarts = reading.framework.standardText
      .filter(({ role }) => role === 'notices')
      .map(({ text }) => titleKey(text.split(' ').slice(0, 5).join(' ')));
  }

  read(): Body {
    const { opening } = this.#reading;
    for (let at = 0; at < this.#lines.length; ) {
      if (this.#lines[at]!.isTop || at === 0) this.#readTornNumbers(at);
      this.#writeNotes(at, false);
      const preset = opening.blocks.get(at);
      if (opening.taken.has(at) || this.#taken.has(at)) at++;
      else if (preset !== undefined) {
        this.#end();
        this.#blocks.push(...preset.blocks);
        at += preset.lines;
      } else at += this.#readAt(at);
    }
    this.#end();
    this.#writeNotes(this.#lines.length, true);
    return { blocks: this.#blocks, labels: this.#labels, marks: this.#marks };
  }

  /** Reads what begins at a line, and gives how many lines it took. */
  #readAt(at: number): number {
    const line = this.#lines[at]!;
    const { starts, opening } = this.#reading;
    const start = starts.get(at);
    const judged = this.#judgementTableAt(at);
    if (judged > 0) return judged;
    if (line.look?.cell !== undefined) {
      this.#end();
      const table = tableAt(this.#lines, at);
      this.#blocks.push(table.block);
      return table.lines;
    }
    const torn = this.#torn.get(at);
    if (torn !== undefined) {
      this.#start('numbered', [pieceOf(line)], line, 0, undefined, pieceOf(torn.numberLine));
      return 1;
    }
    if (start !== undefined) {
      this.#startNumber(line, start);
      return 1;
    }
    const item = this.#listNumber(line, at);
    if (item !== undefined) {
      this.#startNumber(line, item, true);
      return 1;
    }
    const bullet = bulletAt(line, this.#isListContext(at));
    if (bullet !== undefined) {
      if (bullet.text === '') {
        this.#tornMarks.push(bullet.mark);
        this.#marks.push(line.index);
        this.#end();
      } else this.#startBullet(line, bullet.mark, bullet.text);
      return 1;
    }
    if (at >= opening.end) {
      const isStart = this.#mayStart(at);
      const graded = isStart && !this.#hasLooks ? this.#readGradeAndHeading(at) : 0;
      if (graded > 0) return graded;
      const heading =
        this.#looksLikeText(line) || !isStart || this.#tornMarks.length > 0
          ? undefined
          : knownHeadingAt(this.#lines, at, this.#framework);
      if (heading !== undefined && this.#isHeading(heading, at)) return this.#writeHeading(heading, at);
      const title = isStart ? this.#otherHeadingAt(at) : 0;
      if (title > 0) {
        this.#end();
        const level = line.look?.heading ?? this.#levels.minor();
        const pieces = this.#lines.slice(at, at + title).map(pieceOf);
        this.#blocks.push({ kind: 'heading', level, pieces });
        this.#list.end();
        this.#listItem = 0;
        return title;
      }
    }
    this.#readText(line, at);
    return 1;
  }

  /** How many lines a small table takes that is a section's title and its grade, or none if there is none. */
  #judgementTableAt(at: number): number {
    if (at < this.#reading.opening.end) return 0;
    const heads =
      [1, 2].find(count => tableHead.test(joinedPieces(this.#lines.slice(at, at + count).map(pieceOf)))) ?? 0;
    if (heads === 0 && this.#lines[at]?.look?.cell === undefined) return 0;
    const heading = knownHeadingAt(this.#lines, at + heads, this.#framework);
    if (heading?.area === undefined || heading.isStatement) return 0;
    for (const { index } of this.#lines.slice(at, at + heads)) this.#labels.push(index);
    return heads + this.#writeHeading(heading, at + heads);
  }

  /** The number of a list's item outside the series: the first, or the next of the list that is being read. */
  #listNumber(line: PrintedLine, at: number): SeriesStart | undefined {
    const [all = '', digits] = /^(\d{1,3})\.\s+(?=\S)/.exec(line.text) ?? [];
    const number = Number(digits);
    if (digits === undefined || at < this.#reading.opening.end || this.#levels.isNumbered) return undefined;
    const isNext = number === 1 ? this.#hasSecond(at) : number === this.#listItem + 1;
    if (line.look?.item === undefined && (!isNext || !this.#mayStart(at))) return undefined;
    this.#listItem = number;
    return { number, textFrom: all.length, isDotted: true, gapAfter: undefined };
  }

  /** Whether an item numbered 2 follows soon. */
  #hasSecond(at: number): boolean {
    return this.#lines.slice(at + 1, at + 40).some(({ text }) => /^2\.\s/.test(text));
  }

  /** Whether a block may begin at a line: something ends above it. */
  #mayStart(at: number): boolean {
    const line = this.#lines[at]!;
    const open = this.#open;
    if (open === undefined || line.isApart || open.pieces.length === 0) return true;
    if (line.look?.heading !== undefined) return true;
    return !open.last.isFull || endsSentence(open.last.text);
  }

  /** In a source whose letters are known, what looks like running text is no heading. */
  #looksLikeText({ look }: PrintedLine): boolean {
    if (!this.#hasLooks) return false;
    return look?.heading === undefined && look?.bold !== true && (look?.size ?? 1) < largest;
  }

  /** Whether what could be a title is one: a short one could also be a line of a paragraph. */
  #isHeading({ lines, kinds, area, grade, isStatement }: KnownHeading, at: number): boolean {
    const last = this.#lines[at + lines - 1]!;
    const next = this.#lines[at + lines];
    // An earlier inspection's judgements are listed, not headings.
    if (area !== undefined && isStatement && this.#levels.role === 'history') return false;
    if (isStatement || grade.length > 0 || this.#hasLooks) return true;
    if (next !== undefined && !next.isApart && !next.isTop && /^\p{Ll}/u.test(next.text)) return false;
    return (kinds.length > 0 || area !== undefined) && !(last.isFull && lines === 1 && last.text.length > 60);
  }

  /** How many lines a heading takes together with its grade that an extractor has put above it, or none. */
  #readGradeAndHeading(at: number): number {
    const grade = this.#gradeBelow(at);
    if (grade.length === 0) return 0;
    const to = at + grade.length;
    const heading = knownHeadingAt(this.#lines, to, this.#framework);
    if (heading?.area === undefined || heading.grade.length > 0 || heading.isStatement) return 0;
    if (this.#gradeBelow(to + heading.lines).length > 0) return 0;
    return grade.length + this.#writeHeading({ ...heading, grade }, to);
  }

  /** The grade under the heading below a heading, where an extractor has put it. */
  #gradeBelowNext(at: number): { pieces: Piece[]; at: number } {
    const next = knownHeadingAt(this.#lines, at, this.#framework);
    const to = at + (next?.lines ?? 0);
    return { pieces: next === undefined || next.area !== undefined ? [] : this.#gradeBelow(to), at: to };
  }

  #writeHeading(heading: KnownHeading, at: number): number {
    this.#end();
    const { title, area } = heading;
    let { grade, lines } = heading;
    let isMoved = false;
    if (area !== undefined && grade.length === 0 && !heading.isStatement) {
      const below = this.#gradeBelow(at + lines);
      grade = below;
      lines += below.length;
      const later = this.#gradeBelowNext(at + lines);
      if (below.length === 0 && later.pieces.length > 0) {
        grade = later.pieces;
        isMoved = true;
        for (let i = 0; i < grade.length; i++) this.#taken.add(later.at + i);
      }
    }
    const kind = this.#kindOf(heading, grade.length > 0 || heading.isStatement);
    const isPart =
      area === undefined ? heading.isStatement : area.parent !== undefined && (kind?.role ?? 'area') === 'area';
    const level = this.#levels.known(kind, isPart);
    this.#blocks.push({ kind: 'heading', level, pieces: title });
    if (grade.length > 0) this.#blocks.push({ kind: 'judgement', pieces: grade, isMoved });
    this.#list.end();
    this.#listItem = 0;
    this.#inNotices = false;
    return lines;
  }

  /** A grade on the lines under a title. */
  #gradeBelow(at: number): Piece[] {
    for (let count = 3; count > 0; count--) {
      const pieces = this.#lines.slice(at, at + count).map(pieceOf);
      const key = titleKey(joinedPieces(pieces));
      if (
        pieces.length === count &&
        this.#framework.scale.some(({ names }) => names.some(name => titleKey(name) === key))
      )
        return pieces;
    }
    return [];
  }

  /** Of the kinds of section that share a title, the one that fits the place. */
  #kindOf({ kinds, area }: KnownHeading, isGraded: boolean): SectionKind | undefined {
    const within = kinds.find(kind => kind.within.length > 0 && this.#levels.isWithin(kind.within));
    const areaKind = this.#framework.sections.find(kind => area !== undefined && kind.area === area.id);
    if (isGraded) return areaKind;
    const nested = this.#framework.sections.find(
      kind =>
        kind.within.length > 0 &&
        area !== undefined &&
        this.#levels.isWithin(kind.within) &&
        kind.titles.some(title => titleKey(title) === titleKey(area.title)),
    );
    return within ?? nested ?? kinds.find(kind => kind.within.length === 0) ?? areaKind ?? kinds[0];
  }

  /** How many lines a heading takes that the framework does not know, or none if there is none. */
  #otherHeadingAt(at: number): number {
    const line = this.#lines[at]!;
    if (line.look?.heading !== undefined) return 1;
    if (this.#hasLooks) return this.#looksLikeText(line) || this.#inNotices ? 0 : this.#linesAlike(at);
    if (this.#inNotices || line.text.length > longestTitle || line.isFull || this.#tornMarks.length > 0) return 0;
    // An earlier inspection's judgement, of a list whose marks have been lost.
    if (this.#levels.role === 'history' && line.text.includes(': ')) return 0;
    if (!/^\p{Lu}/u.test(line.text) || inSentence.test(line.text) || /[.:;,!)\]]$/.test(line.text) || isLabelled(line))
      return 0;
    const next = this.#lines[at + 1];
    if (next === undefined || next.isTop) return 0;
    const open = this.#open;
    if (open !== undefined && !endsSentence(open.last.text) && !line.isApart) return 0;
    const start = this.#reading.starts.get(at + 1);
    const begins = (start !== undefined && !isTorn(start, next)) || bulletAt(next, true) !== undefined;
    const isAlone = (line.isApart || line.isTop || open === undefined) && (next.isApart || next.isFull);
    return begins || (isAlone && /^[\p{Lu}‘“]/u.test(next.text) && !isLabelled(next) && next.isFull) ? 1 : 0;
  }

  /** A heading of several lines: they look alike, and none stands apart from the one above. A bold sentence is none. */
  #linesAlike(at: number): number {
    const first = this.#lines[at]!;
    let count = 1;
    while (count < 4 && isAlike(first, this.#lines[at + count])) count++;
    const isLarge = (first.look?.size ?? 1) >= largest;
    return isLarge || !/[.;,]$/.test(this.#lines[at + count - 1]!.text) ? count : 0;
  }

  #startNumber(line: PrintedLine, { number, textFrom, isDotted, gapAfter }: SeriesStart, isItem = false): void {
    if (this.#given.has(line.index)) return;
    this.#list.end();
    const text = line.text.slice(textFrom);
    if (text === '') {
      const why = guess(`the number ${number} stands apart from its paragraph`, line.index);
      this.#start('plain', [pieceOf(line)], line, 0, why);
      return;
    }
    const reason =
      gapAfter === undefined
        ? !isItem && line.look?.item === undefined && /^\p{Ll}/u.test(text)
          ? `paragraph ${number} begins in small letters`
          : undefined
        : gapAfter === 0
          ? `the numbers begin at ${number}`
          : `${number} follows ${gapAfter}`;
    if (!isDotted) this.#start('plain', [pieceOf(line)], line, 0, undefined);
    else {
      const piece = { line: line.index, text: line.text.slice(0, textFrom).trim() };
      const why = reason === undefined ? undefined : guess(reason, line.index);
      this.#start('numbered', [{ line: line.index, text }], line, 0, why, piece);
    }
  }

  #startBullet(line: PrintedLine, mark: string, text: string): void {
    const above = this.#open?.kind === 'bullet' ? this.#open.last.text : undefined;
    const depth = line.look?.item?.depth ?? this.#list.depth(mark, text, above);
    this.#start('bullet', [{ line: line.index, text }], line, depth, undefined);
  }

  #isListContext(at: number): boolean {
    const open = this.#open;
    if (this.#list.isOpen || open?.last.text.endsWith(':') === true) return true;
    // Right under a heading, and another line soon begins alike.
    const mark = open === undefined ? doubtfulMark(this.#lines[at]!) : undefined;
    return mark !== undefined && this.#lines.slice(at + 1, at + 8).some(line => doubtfulMark(line) === mark);
  }

  #readText(line: PrintedLine, at: number): void {
    const open = this.#open;
    const piece = pieceOf(line);
    const torn = this.#tornMarks[0];
    if (torn !== undefined && (open === undefined || !this.#goesOn(open, line))) {
      this.#tornMarks.shift();
      this.#startBullet(line, torn, line.text);
      return;
    }
    const isNotice = this.#isNotice(line, at);
    if (open !== undefined && !isNotice && (this.#goesOn(open, line) || this.#isWithinItem(open, at))) {
      open.pieces.push(piece);
      open.last = line;
      return;
    }
    if (isNotice && !this.#inNotices) {
      this.#end();
      this.#blocks.push({ kind: 'untitled', role: 'notices' });
      this.#inNotices = true;
      this.#list.end();
    }
    this.#start('plain', [piece], line, 0, undefined);
  }

  /** Whether a line stands between an item and the next: what no mark and no blank line parts from an item is its own. */
  #isWithinItem({ kind }: OpenBlock, at: number): boolean {
    const line = this.#lines[at]!;
    const next = this.#lines[at + 1];
    if (kind !== 'bullet' || line.isApart || line.isTop || this.#reading.isByParagraph) return false;
    return next !== undefined && !next.isApart && bulletAt(next, true) !== undefined;
  }

  /** Finds the paragraphs of the page that begins at a line whose numbers an extractor has torn off. */
  #readTornNumbers(from: number): void {
    const { starts } = this.#reading;
    let to = from + 1;
    while (this.#lines[to]?.isTop === false) to++;
    const last = starts.get(to - 1);
    // The number is the page's last line: its paragraph begins the next page.
    if (last !== undefined && isTorn(last, this.#lines[to - 1]!) && to < this.#lines.length && !starts.has(to)) to++;
    let isNumbered = this.#levels.isNumbered;
    let headingTo = from;
    const roleOf = (at: number): LineRole => {
      if (at < headingTo) return 'heading';
      const line = this.#lines[at]!;
      if (bulletAt(line, false) !== undefined) return 'bullet';
      const heading = knownHeadingAt(this.#lines, at, this.#framework);
      if (heading === undefined) return isNumbered ? 'numbered text' : 'other text';
      headingTo = at + heading.lines;
      isNumbered = heading.isStatement || this.#kindOf(heading, false)?.paragraphs === 'numbered';
      return 'heading';
    };
    for (const [at, start] of tornStarts(this.#lines, from, to, starts, roleOf)) {
      if (this.#given.has(start.numberLine.index) || this.#torn.has(at)) continue;
      this.#torn.set(at, start);
      this.#given.add(start.numberLine.index);
    }
  }

  /** Whether a line begins one of the framework's closing notices, or the section that holds them. */
  #isNotice(line: PrintedLine, at: number): boolean {
    if (this.#noticeStarts.length === 0 || at < this.#lines.length / 2 || !this.#mayStart(at)) return false;
    const key = titleKey(line.text);
    return this.#noticeStarts.some(start => key.startsWith(start));
  }

  /** Whether a line goes on with the block being read. */
  #goesOn(open: OpenBlock, line: PrintedLine): boolean {
    const { isByParagraph } = this.#reading;
    return goesOn(open, line, {
      isByParagraph,
      hasStrayBlanks: this.#hasStrayBlanks,
      isTeam: this.#levels.role === 'team',
      isNumbered: this.#levels.isNumbered,
    });
  }

  #start(
    kind: OpenBlock['kind'],
    pieces: Piece[],
    last: PrintedLine,
    depth: number,
    why: Guess | undefined,
    number?: Piece,
  ): void {
    this.#end();
    this.#open = { kind, pieces, last, depth, guess: why, ...(number && { number }) };
    if (kind === 'plain') this.#list.end();
    this.#levels.text();
  }

  /** Ends the block being read, and writes the notes that waited for its end. */
  #end(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return;
    const { kind, pieces, depth, number } = open;
    const why = open.guess === undefined ? {} : { guess: open.guess };
    if (kind === 'numbered' && number !== undefined) this.#blocks.push({ kind, number, pieces, ...why });
    else if (kind === 'bullet') this.#blocks.push({ kind, depth, pieces, ...why });
    else this.#blocks.push({ kind: 'plain', pieces, ...why });
  }

  /** Writes the notes that stand above a line, once no paragraph runs over them. */
  #writeNotes(at: number, isEnd: boolean): void {
    const { notes } = this.#reading;
    for (let note = notes[this.#nextNote]; note !== undefined && note.after <= at; note = notes[this.#nextNote]) {
      const open = this.#open;
      const line = this.#lines[at];
      if (!isEnd && open !== undefined && line !== undefined && this.#goesOn(open, line)) return;
      this.#end();
      this.#nextNote++;
      const number = note.number === undefined ? {} : { number: pieceOf(note.number) };
      this.#blocks.push({ kind: 'note', name: note.name, pieces: note.lines.map(pieceOf), ...number });
    }
  }
}

/** What stands in sentences and in no title. */
const inSentence = /^(?:However|Therefore|In addition|Of (?:these|them|this number)),|%/;
/** The heads of a table of an area and its grade. */
const tableHead = /^(?:key )?judge?ments?\s+(?:judge?ment )?grades?$/i;
/** Letters from this size on are a heading's, whatever their weight. */
const largest = 1.08;

/** Whether a line looks as the one above a heading's lines does, and does not stand apart from it. */
function isAlike(first: PrintedLine, line: PrintedLine | undefined): boolean {
  if (line === undefined || line.isApart || line.isTop || line.look?.bold !== first.look?.bold) return false;
  return Math.abs((line.look?.size ?? 1) - (first.look?.size ?? 1)) < 0.03;
}

function guess(reason: string, line: number): Guess {
  return { reason, line };
}
