import type { Framework } from '../model/framework.ts';
import { titleKey } from '../model/titleKey.ts';
import { append } from '../text/lists.ts';
import { type Guess, type ImportedBlock, pieceOf } from './block.ts';
import { bulletAt, doubtfulMark, haveFewMarks } from './bullets.ts';
import { type FoundHeading, HeadingFinder } from './headings.ts';
import { ListLevels } from './listLevels.ts';
import type { Note } from './notes.ts';
import type { Opening } from './opening.ts';
import { goesOn, hasStrayBlanks, type OpenBlock } from './paragraphFlow.ts';
import type { PrintedLine } from './printedLine.ts';
import { SectionLevels } from './sectionLevels.ts';
import { endsSentence, type SeriesStart } from './seriesStarts.ts';
import { tableAt } from './tableAt.ts';
import { startsUnderNumbers } from './tornNumbers.ts';
import { TornParagraphs } from './tornParagraphs.ts';

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

class BodyReader {
  readonly #lines: readonly PrintedLine[];
  readonly #framework: Framework;
  readonly #reading: Reading;
  readonly #blocks: ImportedBlock[] = [];
  readonly #labels: number[] = [];
  readonly #marks: number[] = [];
  readonly #levels: SectionLevels;
  #open: OpenBlock | undefined;
  #nextNote = 0;
  readonly #list = new ListLevels();
  /** Bullets’ marks, or numbers, whose words come on later lines. */
  readonly #tornMarks: string[] = [];
  /** The first lines of the items whose marks stand in a heap above them. */
  #itemStarts: ReadonlySet<number> = new Set();
  /** The last number of the list being read that is no series. */
  #listItem = 0;
  /** The lines that have been written before their turn. */
  readonly #taken = new Set<number>();
  readonly #headings: HeadingFinder;
  readonly #torn: TornParagraphs;
  readonly #hasStrayBlanks: boolean;
  readonly #noticeStarts: readonly string[];
  #inNotices = false;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#lines = reading.lines;
    this.#framework = reading.framework;
    this.#levels = new SectionLevels(
      reading.lines.flatMap(({ look }) => look?.heading ?? []),
      !reading.framework.openAreas,
    );
    const { lines, framework, starts } = reading;
    const underNumbers = startsUnderNumbers(lines, starts);
    this.#headings = new HeadingFinder(lines, framework, starts, underNumbers, this.#levels);
    this.#torn = new TornParagraphs(reading, underNumbers, this.#headings, this.#levels);
    this.#hasStrayBlanks = hasStrayBlanks(lines);
    this.#noticeStarts = reading.framework.standardText
      .filter(({ role }) => role === 'notices')
      .map(({ text }) => titleKey(text.split(' ').slice(0, 5).join(' ')));
  }

  read(): Body {
    const { opening } = this.#reading;
    for (let at = 0; at < this.#lines.length; ) {
      if (this.#lines[at]!.isTop || at === 0) this.#torn.readPage(at);
      this.#writeNotes(at, false);
      const preset = opening.blocks.get(at);
      if (opening.taken.has(at) || this.#taken.has(at)) at++;
      else if (preset !== undefined) {
        this.#end();
        append(this.#blocks, preset.blocks);
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
    const judged = at < opening.end ? undefined : this.#headings.inTableAt(at);
    if (judged !== undefined) return this.#writeHeading(judged);
    if (line.look?.cell !== undefined) {
      this.#end();
      const table = tableAt(this.#lines, at);
      this.#blocks.push(table.block);
      return table.lines;
    }
    const torn = this.#torn.at(at);
    if (torn !== undefined) {
      this.#start({
        kind: 'numbered',
        number: pieceOf(torn.numberLine),
        pieces: [pieceOf(line)],
        last: line,
        depth: 0,
      });
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
    const bullet = bulletAt(line, { inList: this.#isListContext(at) });
    if (bullet !== undefined) {
      if (bullet.text === '') {
        this.#tornMarks.push(bullet.mark);
        this.#marks.push(line.index);
        // An item that its page’s end cuts goes on below the mark of the next.
        if (!line.isTop || !this.#isCutAt(at + 1)) this.#end();
      } else this.#startBullet(line, bullet.mark, bullet.text);
      return 1;
    }
    if (at >= opening.end) {
      // Marks that have found no words when a section begins wait for none of that.
      if (this.#tornMarks.length > 0 && this.#headings.isSectionAt(at)) this.#tornMarks.length = 0;
      const heading = this.#headings.at(at, {
        open: this.#open?.last,
        isStart: this.#mayStart(at),
        isWaiting: this.#tornMarks.length > 0,
        inNotices: this.#inNotices,
      });
      if (heading !== undefined) return this.#writeHeading(heading);
    }
    this.#readText(line, at);
    return 1;
  }

  #writeHeading({ lines, level, title, grade, isMoved, taken, labels, isKnown, areaMark }: FoundHeading): number {
    this.#end();
    this.#blocks.push({ kind: 'heading', level, pieces: title, ...(areaMark !== undefined && { areaMark }) });
    if (grade.length > 0) this.#blocks.push({ kind: 'judgement', pieces: grade, isMoved });
    for (const each of taken) this.#taken.add(each);
    append(this.#labels, labels);
    this.#list.end();
    this.#listItem = 0;
    if (isKnown) this.#inNotices = false;
    return lines;
  }

  /** The number of a list's item outside the series: the first, or the next of the list that is being read. */
  #listNumber(line: PrintedLine, at: number): SeriesStart | undefined {
    const inAnyForm = line.look?.item?.number !== undefined || this.#hasOwnItems();
    const [all = '', digits] = (inAnyForm ? itemInAnyForm : /^(\d{1,3})\.\s+(?=\S)/).exec(line.text) ?? [];
    const number = Number(digits);
    if (digits === undefined || at < this.#reading.opening.end || this.#levels.isNumbered) return undefined;
    const isNext = number === 1 ? this.#hasSecond(at) : number === this.#listItem + 1;
    if (line.look?.item === undefined && (!isNext || !this.#mayStart(at))) return undefined;
    this.#listItem = number;
    return { number, textFrom: all.length, isUsual: true, gapAfter: undefined };
  }

  /** Whether an item numbered 2 follows soon. */
  #hasSecond(at: number): boolean {
    const second = this.#hasOwnItems() ? /^\(?2[.)]?\s+\p{Lu}/u : /^2\.\s/;
    return this.#lines.slice(at + 1, at + 40).some(({ text }) => second.test(text));
  }

  /** Whether what is read has items that are no part of the series, whatever their marks. */
  #hasOwnItems(): boolean {
    return this.#levels.role === 'recommendations' && this.#framework.recommendations.form === 'bullet';
  }

  /** Whether a block may begin at a line: something ends above it. */
  #mayStart(at: number): boolean {
    const line = this.#lines[at]!;
    const open = this.#open;
    if (open === undefined || line.isApart || open.pieces.length === 0) return true;
    if (line.look?.heading !== undefined) return true;
    return !open.last.isFull || endsSentence(open.last.text);
  }

  #startNumber(line: PrintedLine, { number, textFrom, isUsual, gapAfter }: SeriesStart, isItem = false): void {
    if (this.#torn.isGiven(line)) return;
    this.#list.end();
    const text = line.text.slice(textFrom);
    if (text === '') {
      const why = guess(`the number ${number} stands apart from its paragraph`, line.index);
      this.#start({ kind: 'plain', pieces: [pieceOf(line)], last: line, depth: 0, guess: why });
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
    const doubt = reason ?? (isUsual ? undefined : `the number ${number} has lost its full stop`);
    this.#start({
      kind: 'numbered',
      number: { line: line.index, text: `${number}.` },
      pieces: [{ line: line.index, text }],
      last: line,
      depth: 0,
      guess: doubt === undefined ? undefined : guess(doubt, line.index),
    });
  }

  #startBullet(line: PrintedLine, mark: string, text: string): void {
    const above = this.#open?.kind === 'bullet' ? this.#open.last.text : undefined;
    const depth = line.look?.item?.depth ?? this.#list.depth(mark, text, above);
    this.#start({ kind: 'bullet', pieces: [{ line: line.index, text }], last: line, depth });
  }

  #isListContext(at: number): boolean {
    const open = this.#open;
    if (this.#list.isOpen || open?.last.text.endsWith(':') === true) return true;
    if (open === undefined && this.#hasOwnItems() && this.#blocks.at(-1)?.kind === 'heading') return true;
    // Right under a heading, and another line soon begins alike.
    const mark = open === undefined ? doubtfulMark(this.#lines[at]!) : undefined;
    return mark !== undefined && this.#lines.slice(at + 1, at + 8).some(line => doubtfulMark(line) === mark);
  }

  #readText(line: PrintedLine, at: number): void {
    const open = this.#open;
    const piece = pieceOf(line);
    const torn = this.#tornMarks[0];
    if (torn !== undefined && open === undefined) this.#itemStarts = this.#itemsFrom(at);
    if (torn !== undefined && (open === undefined || this.#itemStarts.has(at) || !this.#goesOn(open, line))) {
      this.#tornMarks.shift();
      this.#startBullet(line, this.#hasFewMarks(at) ? '' : torn, line.text);
      return;
    }
    const isNotice = this.#isNotice(line, at);
    if (open?.kind === 'bullet' && !isNotice && /[.;]$/.test(open.last.text) && this.#isUnmarkedItem(line)) {
      this.#startBullet(line, '', line.text);
      return;
    }
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
    if (this.#isUnmarkedItem(line)) this.#startBullet(line, '', line.text);
    else this.#start({ kind: 'plain', pieces: [piece], last: line, depth: 0 });
  }

  /** Whether a paragraph is an item of what needs to improve whose mark is lost: print has items there and nothing else. */
  #isUnmarkedItem({ text, look }: PrintedLine): boolean {
    if (!this.#hasOwnItems()) return false;
    const open = this.#open;
    if (look?.cell !== undefined) return false;
    if (open !== undefined && /^\p{Ll}/u.test(text)) return this.#list.isUnmarked;
    if ((open === undefined && text.endsWith(':')) || !/^[\p{Lu}‘“]/u.test(text)) return false;
    return open === undefined ? this.#blocks.at(-1)?.kind === 'heading' : this.#list.isUnmarked;
  }

  /** Whether the item being read goes on at a line, in the middle of its sentence. */
  #isCutAt(at: number): boolean {
    const open = this.#open;
    if (open?.kind !== 'bullet' || !open.last.isFull || endsSentence(open.last.text)) return false;
    return /^\p{Ll}/u.test(this.#lines[at]?.text ?? '');
  }

  /** Whether an extractor has left of the marks of what needs to improve only the one above a line, and perhaps a few more. */
  #hasFewMarks(at: number): boolean {
    if (this.#list.isUnmarked) return true;
    if (!this.#hasOwnItems() || this.#list.isOpen || this.#tornMarks.length > 0) return false;
    let to = at;
    while (to < this.#lines.length && !this.#headings.isSectionAt(to)) to++;
    return haveFewMarks(this.#lines.slice(at, to));
  }

  /**
   * Where the items begin below a heap of marks, if there are as many lines as marks, or as many sentences with which a
   * line begins.
   */
  #itemsFrom(at: number): ReadonlySet<number> {
    const { starts } = this.#reading;
    let to = at + 1;
    while (to < this.#lines.length && !this.#lines[to]!.isApart && !this.#lines[to]!.isTop && !starts.has(to)) to++;
    const all = Array.from({ length: to - at }, (_, i) => at + i);
    const opened = all.filter(
      each => each === at || (/[.;]$/.test(this.#lines[each - 1]!.text) && /^\p{Lu}/u.test(this.#lines[each]!.text)),
    );
    const marks = this.#tornMarks.length;
    return new Set([all, opened].find(items => items.length === marks && marks > 1) ?? []);
  }

  /** Whether a line stands between an item and the next: what no mark and no blank line parts from an item is its own. */
  #isWithinItem({ kind }: OpenBlock, at: number): boolean {
    const line = this.#lines[at]!;
    const next = this.#lines[at + 1];
    if (kind !== 'bullet' || line.isApart || line.isTop || this.#reading.isByParagraph) return false;
    return next !== undefined && !next.isApart && bulletAt(next, { inList: true }) !== undefined;
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

  #start(open: OpenBlock): void {
    this.#end();
    this.#open = open;
    if (open.kind === 'plain') this.#list.end();
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
    const { notes, starts } = this.#reading;
    for (let note = notes[this.#nextNote]; note !== undefined && note.after <= at; note = notes[this.#nextNote]) {
      const open = this.#open;
      const line = this.#lines[at];
      const isWithin = open !== undefined && line !== undefined && !starts.has(at) && this.#goesOn(open, line);
      if (!isEnd && isWithin) return;
      this.#end();
      this.#nextNote++;
      const number = note.number === undefined ? {} : { number: pieceOf(note.number) };
      this.#blocks.push({ kind: 'note', name: note.name, pieces: note.lines.map(pieceOf), ...number });
    }
  }
}

function guess(reason: string, line: number): Guess {
  return { reason, line };
}

/** A list's item with its number as `2.`, `2)`, `(2)` or `2`. */
const itemInAnyForm = /^\(?(\d{1,3})[.)]?\s+(?=\S)/;
