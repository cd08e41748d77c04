import { gradeLabel, type ImportedBlock, joinedPieces, joint, type Piece } from './block.ts';
import { escapedHeading, escapedStart } from './escapes.ts';
import type { MoveReason } from './ledger.ts';
import type { SourceLine } from './source.ts';

/** Where a piece of a source line stands in the markup. */
export interface PlacedPiece extends Piece {
  readonly at: number;
  /** Whether it goes on with what another line began. */
  readonly isJoined: boolean;
  readonly moved: MoveReason | undefined;
}

/** The markup of some blocks, and where each piece of the source stands in it. */
export interface WrittenMarkup {
  readonly markup: string;
  readonly placed: readonly PlacedPiece[];
}

/**
 * Writes a front matter and blocks as an author would have typed them: a paragraph a line, lists without blank lines.
 *
 * @param numbered the plain paragraphs that begin with numbers of their own, as they are to be read
 */
export function writtenMarkup(
  front: string,
  blocks: readonly ImportedBlock[],
  lines: readonly SourceLine[],
  numbered: ReadonlySet<ImportedBlock> = new Set(),
): WrittenMarkup {
  const writer = new Writer(front, lines, numbered);
  for (const [i, block] of blocks.entries()) writer.write(block, blocks[i - 1]);
  return { markup: writer.markup, placed: writer.placed };
}

class Writer {
  readonly placed: PlacedPiece[] = [];
  readonly #lines: readonly SourceLine[];
  readonly #numbered: ReadonlySet<ImportedBlock>;
  readonly #parts: string[];
  #length: number;

  constructor(front: string, lines: readonly SourceLine[], numbered: ReadonlySet<ImportedBlock>) {
    this.#lines = lines;
    this.#numbered = numbered;
    this.#parts = [front];
    this.#length = front.length;
  }

  get markup(): string {
    return this.#parts.join('');
  }

  write(block: ImportedBlock, previous: ImportedBlock | undefined): void {
    const isTight =
      block.guess === undefined && previous?.kind === block.kind && (block.kind === 'bullet' || block.kind === 'entry');
    if (!isTight) this.#add('\n');
    if (block.guess !== undefined) {
      const { page, line } = this.#lines[block.guess.line] ?? { page: 1, line: 1 };
      this.#add(`<!-- inspectmark-guess: ${block.guess.reason} (page ${page}, line ${line}) -->\n`);
    }
    this.#writeBlock(block, previous);
    this.#add('\n');
  }

  #writeBlock(block: ImportedBlock, previous: ImportedBlock | undefined): void {
    switch (block.kind) {
      case 'heading':
        this.#add(`${'#'.repeat(block.level)} `);
        this.#writePieces(block.pieces, escapedHeading);
        if (block.areaMark !== undefined) this.#add(` {area=${block.areaMark}}`);
        break;
      case 'untitled':
        this.#add(`## {.${block.role}}`);
        break;
      case 'judgement':
        if (!gradeLabel.test(joinedPieces(block.pieces))) this.#add('Judgement: ');
        this.#writePieces(block.pieces, as, block.isMoved || isBeside(block.pieces, previous) ? 'cell' : undefined);
        break;
      case 'entry':
        this.#writeEntry(block.pieces, block.grade);
        break;
      case 'numbered':
        this.#writeNumber(block.number, block.pieces);
        break;
      case 'bullet':
        this.#add(`${'    '.repeat(block.depth - 1)}- `);
        this.#writePieces(block.pieces);
        break;
      case 'note':
        if (block.number !== undefined) this.#place(block.number);
        this.#add(`[^${block.name}]: `);
        this.#writePieces(block.pieces, as, 'footnote');
        break;
      case 'table':
        this.#writeTable(block.rows);
        break;
      case 'plain':
        this.#writePieces(block.pieces, this.#numbered.has(block) ? as : escapedStart);
        break;
      default:
        block satisfies never;
    }
  }

  /** The number may stand on a line of its own, in a column with the others. */
  #writeEntry(area: readonly Piece[], grade: readonly Piece[]): void {
    const [number, ...title] = area;
    if (number !== undefined && title.length > 0 && /^\d(?:\.\d|\.)$/.test(number.text)) {
      this.#writePieces([number], as, 'number');
      this.#add(' ');
      this.#writePieces(title);
    } else this.#writePieces(area);
    if (grade.length === 0) return;
    this.#add(area.at(-1)?.text.endsWith(':') ? ' ' : ': ');
    this.#writePieces(grade, as, 'cell');
  }

  /** The number is a piece of its own where it was torn off, and a part of its line's first piece where it was not. */
  #writeNumber(number: Piece, pieces: readonly Piece[]): void {
    const [first, ...others] = pieces;
    if (first?.line === number.line) {
      this.#writePieces([{ line: number.line, text: `${number.text} ${first.text}` }, ...others]);
      return;
    }
    this.#writePieces([number], as, 'number');
    this.#add(' ');
    this.#writePieces(pieces);
  }

  #writeTable(rows: readonly (readonly (readonly Piece[])[])[]): void {
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    for (const [i, row] of rows.entries()) {
      for (let column = 0; column < columns; column++) {
        this.#add(column === 0 ? '| ' : ' | ');
        this.#writePieces(row[column] ?? [], text => text.replaceAll('|', '\\|'), 'cell');
      }
      this.#add(' |');
      if (i === 0) this.#add(`\n|${' --- |'.repeat(columns)}`);
      if (i < rows.length - 1) this.#add('\n');
    }
  }

  /** Writes pieces on one line, their words escaped as those of one text. */
  #writePieces(pieces: readonly Piece[], escaped = as, moved?: MoveReason): void {
    const text = joinedPieces(pieces);
    let length = 0;
    const places = pieces.map(({ text: own }, i) => {
      const from = length + joint(pieces[i - 1]?.text, own).length;
      length = from + own.length;
      return from;
    });
    const written = escaped(text);
    // An escape stands at the text's start, before all pieces but the first.
    const shift = written.length - text.length;
    for (const [i, { line, text: own }] of pieces.entries()) {
      const at = this.#length + (places[i] ?? 0) + (i === 0 ? 0 : shift);
      this.placed.push({ line, text: own, at, isJoined: i > 0, moved });
    }
    this.#add(written);
  }

  /** Says of a note's number that it is the name in its label. */
  #place({ line, text }: Piece): void {
    this.placed.push({ line, text, at: this.#length, isJoined: false, moved: 'footnote' });
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

/** Whether a grade stood beside a heading, among its lines. */
function isBeside([grade]: readonly Piece[], previous: ImportedBlock | undefined): boolean {
  if (previous?.kind !== 'heading' || grade === undefined) return false;
  return grade.line < (previous.pieces.at(-1)?.line ?? 0);
}

function as(text: string): string {
  return text;
}
