import type { Report } from '../model/report.ts';
import type { Block, BulletBlock } from '../syntax/block.ts';
import { isSpaceOrTab, skipBlanks, trimmedEnd } from '../syntax/characters.ts';
import type { Document } from '../syntax/document.ts';
import type { Edit } from '../text/edit.ts';
import { addToGroup } from '../text/lists.ts';
import { isLineEnd, type Span, type Text } from '../text/text.ts';
import { Unit } from '../text/unit.ts';

/**
 * The changes that give a report its usual form: no blanks at line ends, one after `#`, numbers, bullets and colons, one
 * blank line where some are and where headings, judgement lines and tables want one, nested bullets by four, one line end
 * at the end. No word, number, mark or wrapped line is another afterwards, and a mark that has no words yet stays as it is
 * typed.
 *
 * @param range only blocks that it touches are changed
 */
export function formatting(report: Report, range?: Span): Edit[] {
  const formatted = new Formatted(report);
  const { blocks, starts } = report.document;
  const isTouched = (i: number): boolean => range === undefined || touches(range, starts[i]!, starts[i + 1]);
  for (const run of bulletRuns(report.document)) if (run.every(isTouched)) formatted.nest(run);
  for (let i = 0; i < blocks.length; i++) if (isTouched(i)) formatted.block(i);
  return formatted.edits();
}

/** What a nested bullet and a paragraph’s indented lines are indented by, where tools write them. */
const nesting = 4;

class Formatted {
  readonly #document: Document;
  readonly #text: Text;
  readonly #source: string;
  readonly #lineStarts: readonly number[];
  readonly #changes: Edit[] = [];
  /** How much further each bullet is to be indented that nests otherwise than by four. */
  readonly #indented = new Map<number, number>();
  /** Where the grades of entries stand, by their blocks. */
  readonly #grades = new Map<number, number[]>();
  #line = 0;

  constructor({ document, text, judgements }: Report) {
    this.#document = document;
    this.#text = text;
    this.#source = text.source;
    this.#lineStarts = text.lineStarts;
    for (const { carrier, block, grade, from } of judgements) {
      if (carrier === 'entry' && grade !== undefined) addToGroup(this.#grades, block, from);
    }
  }

  /** The changes in the order of the text. */
  edits(): Edit[] {
    return this.#changes.sort((a, b) => a.from - b.from || a.to - b.to);
  }

  /** Takes note of how bullets that follow one another nest. Where two are indented by one blank more or less nobody knows. */
  nest(run: readonly number[]): void {
    const bullets = run.map(i => this.#document.blocks[i] as BulletBlock);
    const indents = [...new Set(bullets.map(({ indent }) => indent))].sort((a, b) => a - b);
    const [least = 0] = indents;
    if (indents.some((indent, rank) => rank > 0 && indent - indents[rank - 1]! < 2)) return;
    const base = least < 2 ? 0 : this.#isWithin(run[0]!) ? nesting : least;
    bullets.forEach(({ indent }, i) => {
      this.#indented.set(run[i]!, base + indents.indexOf(indent) * nesting - indent);
    });
  }

  /** Changes a block, and the blank lines after it. */
  block(i: number): void {
    const { blocks, starts } = this.#document;
    const block = blocks[i]!;
    const from = starts[i]!;
    if (block.end <= block.start) return; // blank lines alone
    this.#findLine(from);
    if (i === 0) this.#opening(block.start);
    this.#mark(i, block, from);
    this.#lines(i, block, from);
    this.#gap(block, blocks[i + 1], from + block.length);
  }

  /** Whether a bullet’s list stands in a numbered paragraph or a note. */
  #isWithin(bullet: number): boolean {
    let above = bullet - 1;
    while (this.#document.blocks[above]?.kind === 'comment') above--;
    const kind = this.#document.blocks[above]?.kind;
    return kind === 'numbered' || kind === 'footnote';
  }

  /**
   * Blank lines at a report’s start. They stay before what would mean something else in the first line: `---`, a byte order
   * mark.
   */
  #opening(start: number): void {
    const to = this.#lineStarts[this.#lineOf(start)]!;
    const isOther = this.#source.startsWith('---', start) || this.#source.charCodeAt(start) === Unit.byteOrderMark;
    const from = this.#source.charCodeAt(0) === Unit.byteOrderMark ? 1 : 0;
    if (!isOther && from < to) this.#replace(from, to, '');
    this.#findLine(start);
  }

  /** What stands around a block’s mark. */
  #mark(i: number, block: Block, from: number): void {
    const start = from + block.start;
    switch (block.kind) {
      case 'heading':
        this.#margin(start);
        this.#oneBlank(start + block.level);
        break;
      case 'judgement':
        this.#margin(start);
        this.#oneBlank(this.#source.indexOf(':', from + block.label.to) + 1);
        break;
      case 'numbered': {
        this.#margin(start);
        this.#oneBlank(from + block.number.to + (block.number.dotted ? 1 : 0));
        for (const grade of this.#grades.get(i) ?? []) {
          const colon = trimmedEnd(this.#source, start, grade);
          if (this.#source.charCodeAt(colon - 1) === Unit.colon) this.#oneBlank(colon);
        }
        break;
      }
      case 'bullet': {
        const more = this.#indented.get(i);
        if (more !== undefined) this.#indent(start, block.indent + more);
        this.#oneBlank(start + 1);
        break;
      }
      case 'footnote':
        this.#margin(start);
        this.#oneBlank(from + block.nameSpan.to + 2);
        break;
    }
  }

  /** The lines of a block. */
  #lines(i: number, block: Block, from: number): void {
    const end = from + block.end;
    const isKept = block.kind === 'frontMatter' && !block.closed;
    const indents = block.kind === 'numbered' || block.kind === 'bullet' || block.kind === 'footnote';
    const more = this.#indented.get(i) ?? 0;
    const { comments } = block.inlines;
    let comment = 0;
    let blank = 0;
    // (A last line of no-break spaces alone begins at the block’s end.)
    for (let line = this.#line; line < this.#lineStarts.length && this.#lineStarts[line]! <= end; line++) {
      this.#line = line;
      const lineFrom = this.#lineStarts[line]!;
      while (comment < comments.length && from + comments[comment]!.to <= lineFrom) comment++;
      const isCommented = comment < comments.length && from + comments[comment]!.from < lineFrom;
      const mark = skipIndent(this.#source, lineFrom);
      blank = mark >= this.#text.lineEnd(line) ? blank + 1 : 0;
      if (indents && blank > 1 && !isCommented) this.#replace(lineFrom, this.#lineStarts[line + 1]!, '');
      else if (!isKept && !(lineFrom <= from + block.start && isHalfTyped(block)))
        this.#lineEnd(line, mark, block.kind === 'frontMatter');
      if (!indents || isCommented || blank > 0 || lineFrom <= from + block.start) continue;
      const indent = this.#columns(lineFrom, mark);
      if (indent < 2) continue;
      if (more !== 0 || this.#source.slice(lineFrom, mark).includes('\t'))
        this.#replace(lineFrom, mark, ' '.repeat(Math.max(2, indent + more)));
    }
  }

  /** The blank lines between a block, which ends at an offset, and the next. */
  #gap(block: Block, next: Block | undefined, to: number): void {
    const first = this.#lineStarts[this.#line + 1] ?? to;
    if (next === undefined) {
      if (first < to) this.#replace(first, to, '');
      else if (!endsLine(this.#source, to)) this.#replace(to, to, this.#usualLineEnd());
    } else if (first < to) {
      this.#lineEnd(this.#line + 1, skipIndent(this.#source, first), false);
      this.#replace(this.#lineStarts[this.#line + 2]!, to, '');
    } else if (wantsBlankLine(block, next) && !this.#goesOn(block, next, to)) {
      this.#replace(to, to, this.#source.slice(this.#text.lineEnd(this.#line), to));
    }
  }

  /** Whether what stands right below a heading, a row and the like may be the rest of that line: it does not look like text. */
  #goesOn(above: Block, below: Block, from: number): boolean {
    if (below.kind !== 'plain' || above.kind === 'frontMatter') return false;
    const words = this.#source.slice(from + below.start, from + below.end);
    return /^\p{Ll}/u.test(words) || !/[.!?:\r\n]/.test(words) || words.includes('|');
  }

  /** Takes a single blank before a block’s mark away. */
  #margin(start: number): void {
    if (start > 0 && this.#source.charCodeAt(start - 1) === Unit.space) this.#indent(start, 0);
  }

  /** Indents a mark by so many blanks. */
  #indent(mark: number, indent: number): void {
    let from = mark;
    while (from > 0 && isSpaceOrTab(this.#source.charCodeAt(from - 1))) from--;
    this.#replace(from, mark, ' '.repeat(indent));
  }

  /** Writes one blank after a mark that ends at an offset, if words follow it on its line. */
  #oneBlank(at: number): void {
    const to = skipBlanks(this.#source, at);
    if (to < this.#source.length && !isLineEnd(this.#source.charCodeAt(to))) this.#replace(at, to, ' ');
  }

  /** Takes the blanks from a line’s end that mean nothing there; `mark` is the first of its characters that is none. */
  #lineEnd(line: number, mark: number, isYaml: boolean): void {
    const to = this.#text.lineEnd(line);
    if (mark >= to) {
      const from = this.#lineStarts[line]!;
      this.#replace(from === 0 && this.#source.charCodeAt(0) === Unit.byteOrderMark ? 1 : from, to, '');
      return;
    }
    const end = trimmedEnd(this.#source, mark, to);
    if (end === to || end === mark) return;
    const last = this.#source.charCodeAt(end - 1);
    // A bullet is none without its blank.
    if (end === mark + 1 && (last === Unit.hyphen || last === Unit.star)) return;
    // A backslash and a hyphen mean something at a line’s end, and not before a no-break space.
    const hasMeaning = last === Unit.backslash || last === Unit.hyphen || last === Unit.unicodeHyphen;
    if (hasMeaning && this.#source.slice(end, to).includes('\u00a0')) return;
    if (isYaml && last === Unit.backslash) return;
    this.#replace(end, to, '');
  }

  #replace(from: number, to: number, text: string): void {
    if (this.#source.slice(from, to) === text) return;
    // Without what stands between them a return and a line feed would be one line end.
    if (
      text === '' &&
      this.#source.charCodeAt(from - 1) === Unit.carriageReturn &&
      this.#source.charCodeAt(to) === Unit.lineFeed
    )
      return;
    this.#changes.push({ from, to, text });
  }

  #columns(from: number, to: number): number {
    let columns = 0;
    for (let at = from; at < to; at++) columns += this.#source.charCodeAt(at) === Unit.tab ? 4 : 1;
    return columns;
  }

  /** The line end that the report begins with. */
  #usualLineEnd(): string {
    const [, second] = this.#lineStarts;
    return second === undefined ? '\n' : this.#source.slice(this.#text.lineEnd(0), second);
  }

  /** Goes on to the line of an offset: blocks are asked for in order. */
  #findLine(offset: number): void {
    if (this.#lineStarts[this.#line]! > offset || offset - this.#lineStarts[this.#line]! > 10_000)
      this.#line = this.#lineOf(offset);
    while ((this.#lineStarts[this.#line + 1] ?? Infinity) <= offset) this.#line++;
  }

  #lineOf(offset: number): number {
    return this.#text.positionAt(offset).line;
  }
}

/** Bullets that follow one another, comments and notes between them or not. */
function bulletRuns({ blocks }: Document): number[][] {
  const runs: number[][] = [];
  let run: number[] | undefined;
  blocks.forEach(({ kind }, i) => {
    if (kind === 'bullet') {
      if (run === undefined) {
        run = [];
        runs.push(run);
      }
      run.push(i);
    } else if (kind !== 'comment' && kind !== 'footnote') run = undefined;
  });
  return runs;
}

/**
 * Whether a range touches a block that starts at an offset, before another or as the last. A range that only ends there
 * does not.
 */
function touches({ from, to }: Span, start: number, next = Infinity): boolean {
  return from < next && (to > start || from === start);
}

/**
 * Whether two blocks that stand without a blank line between them want one. Comments and the lines of lists stand as they
 * do.
 */
function wantsBlankLine(above: Block, below: Block): boolean {
  if (above.kind === 'comment' || below.kind === 'comment') return false;
  if (isApart(above) || isApart(below)) return true;
  return below.kind === 'footnote' && above.kind !== 'bullet' && above.kind !== 'footnote';
}

function isApart({ kind }: Block): boolean {
  return (
    kind === 'frontMatter' || kind === 'heading' || kind === 'judgement' || kind === 'table' || kind === 'quotation'
  );
}

/** Whether a block is a mark whose words have yet to come. */
function isHalfTyped(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
      return block.title.from >= block.title.to && block.attributes === undefined;
    case 'judgement':
    case 'numbered':
    case 'bullet':
    case 'footnote':
      return block.content.from >= block.content.to;
    default:
      return false;
  }
}

/** Where a line's indentation ends; a byte order mark counts as some. */
function skipIndent(source: string, lineFrom: number): number {
  let at = lineFrom;
  while (isSpaceOrTab(source.charCodeAt(at)) || (at === 0 && source.charCodeAt(0) === Unit.byteOrderMark)) at++;
  return at;
}

function endsLine(source: string, at: number): boolean {
  return isLineEnd(source.charCodeAt(at - 1));
}
