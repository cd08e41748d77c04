import type { Look, Remark, SourceLine } from '../import/source.ts';
import { addCount, commonest } from '../text/lists.ts';
import { copied } from '../text/text.ts';
import type { NoteReference, ReadNode, ReadPiece, Run, Table } from './docxMammoth.ts';
import { bookmarkName, type PlainDocument, type PlainParagraph } from './docxPlain.ts';
import { numberInFormat } from './printedNumber.ts';

/** How the marks of a document's notes are counted: `decimal`, `lowerRoman` and so on. */
export type NoteFormats = Readonly<Record<NoteReference['noteType'], string>>;

/** Collects the lines of a document, whose pieces are added in their order. */
export class DocxLines {
  readonly #reading: Reading;
  readonly #warnings = new Set<string>();

  constructor(formats: NoteFormats) {
    this.#reading = new Reading(formats);
  }

  add({ blocks, warnings }: ReadPiece): void {
    this.#reading.add(blocks, {});
    for (const warning of warnings) this.#warnings.add(warning);
  }

  /** Called when the last piece has been added, if there are notes. */
  addNotes({ note, warnings }: ReadPiece): void {
    // A note can have notes of its own, which then come to stand at this list's end.
    for (const { reference, name } of this.#reading.notes) this.#reading.add(note(reference) ?? [], { note: name });
    for (const warning of warnings) this.#warnings.add(warning);
  }

  /** All lines, those of notes at the end, and the remarks on the document with their places. */
  all({ paragraphs, remarks }: PlainDocument): { readonly lines: SourceLine[]; readonly remarks: Remark[] } {
    const { lines } = this.#reading;
    const places = new Map(lines.flatMap(({ remarks }, at) => remarks.map(remark => [remark, { at }] as const)));
    return {
      lines: sourceLines(lines, paragraphs),
      remarks: [
        ...remarks.map((remark, i) => ({ ...remark, ...places.get(i) })),
        ...[...this.#warnings].map(text => ({ kind: 'other', text }) as const),
      ],
    };
  }
}

/** A line as it is read, its looks counted letter by letter. */
interface ReadLine {
  readonly where: Where;
  /** Its paragraph's place in the list of them. */
  readonly paragraph: number;
  /** Whether the paragraph begins with it. */
  readonly first: boolean;
  text: string;
  readonly superscripts: Superscript[];
  /** The superscript that goes on with the next raised letters, if they follow at once: a note’s mark never does. */
  raised: Superscript | undefined;
  letters: number;
  bold: number;
  italic: number;
  readonly sizes: Map<number, number>;
  /** The places of the remarks that belong to it in their list. */
  readonly remarks: number[];
}

interface Superscript {
  readonly from: number;
  to: number;
}

type Where = Pick<Look, 'cell' | 'note'>;

/** In points, of letters of which nothing is said. */
const usualSize = 10;

/** As many columns a cell can reach over in Word. */
const mostColumns = 63;

class Reading {
  readonly lines: ReadLine[] = [];
  readonly notes: { readonly reference: NoteReference; readonly name: string }[] = [];
  readonly #formats: NoteFormats;
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();
  #tables = 0;

  constructor(formats: NoteFormats) {
    this.#formats = formats;
  }

  add(blocks: readonly ReadNode[], where: Where): void {
    for (const block of blocks) {
      if (block.type === 'table') this.#addTable(block, where);
      else this.#addParagraph(block, where);
    }
  }

  /** A table in a table is read as text of its cell, and a frame around one text is no table. */
  #addTable({ children: rows }: Table, where: Where): void {
    const isFrame = rows.length === 1 && rows[0]!.children.length === 1;
    const table = where.cell || isFrame ? undefined : ++this.#tables;
    const takenUntilRow: number[] = [];
    for (const [row, { children: cells }] of rows.entries()) {
      let column = 0;
      for (const { children, colSpan, rowSpan } of cells) {
        while ((takenUntilRow[column] ?? 0) > row) column++;
        const cell = table === undefined ? where.cell : { table, row: row + 1, column: column + 1 };
        this.add(children, { ...where, ...(cell && { cell }) });
        const next = column + Math.min(colSpan || 1, mostColumns);
        for (; column < next; column++) takenUntilRow[column] = row + rowSpan;
      }
    }
  }

  #addParagraph(paragraph: ReadNode, where: Where): void {
    let line = newLine(where, -1, true);
    const end = () => {
      if (line.text.trim() === '') return;
      line.text = copied(line.text);
      this.lines.push(line);
    };
    const read = (node: ReadNode, run?: Run): void => {
      switch (node.type) {
        case 'text':
          write(line, node.value, run);
          break;
        case 'tab':
          write(line, '\t', run);
          break;
        case 'checkbox':
          write(line, node.checked ? '☒' : '☐', run);
          break;
        case 'noteReference':
          writeMark(line, this.#nameOf(node));
          break;
        case 'bookmarkStart': {
          const [, kind, index] = bookmarkName.exec(node.name) ?? [];
          if (kind === 'remark') line.remarks.push(Number(index));
          else line = newLine(where, Number(index), true);
          break;
        }
        case 'break':
          end();
          line = newLine(where, line.paragraph, false);
          break;
        case 'table': // where no table can be
          this.#addTable(node, where);
          break;
        default:
          if ('children' in node) for (const child of node.children) read(child, node.type === 'run' ? node : run);
      }
    };
    read(paragraph);
    end();
  }

  /** The name of a note: its mark as it is printed, which is counted for each sort of marks. */
  #nameOf(reference: NoteReference): string {
    const { noteType, noteId } = reference;
    const known = this.#names.get(`${noteType} ${noteId}`);
    if (known !== undefined) return known;
    const format = this.#formats[noteType];
    const count = (this.#counts.get(format) ?? 0) + 1;
    this.#counts.set(format, count);
    const name = numberInFormat(count, format);
    this.#names.set(`${noteType} ${noteId}`, name);
    this.notes.push({ reference, name });
    return name;
  }
}

function newLine(where: Where, paragraph: number, first: boolean): ReadLine {
  const counts = { letters: 0, bold: 0, italic: 0, sizes: new Map() };
  return { where, paragraph, first, text: '', superscripts: [], raised: undefined, ...counts, remarks: [] };
}

function writeMark(line: ReadLine, name: string): void {
  const from = line.text.length;
  line.text += name;
  line.superscripts.push({ from, to: line.text.length });
  line.raised = undefined;
}

function write(line: ReadLine, written: string, run: Partial<Run> = {}): void {
  // A soft hyphen says where a word may be parted, and Word shows it nowhere else.
  const text = written.replaceAll('\u00ad', '');
  const from = line.text.length;
  line.text += text;
  if (run.verticalAlignment === 'superscript') {
    if (line.raised?.to !== from) {
      line.raised = { from, to: from };
      line.superscripts.push(line.raised);
    }
    line.raised.to = line.text.length;
    return;
  }
  const letters = text.replace(/\s+/g, '').length;
  const size = run.fontSize ?? usualSize;
  line.letters += letters;
  addCount(line.sizes, size, letters);
  if (run.isBold) line.bold += letters;
  if (run.isItalic) line.italic += letters;
}

function sourceLines(lines: readonly ReadLine[], paragraphs: readonly PlainParagraph[]): SourceLine[] {
  const all = new Map<number, number>();
  for (const { sizes } of lines) {
    for (const [size, letters] of sizes) addCount(all, size, letters);
  }
  const usual = commonest(all) ?? usualSize;
  const contentsOf = (line: ReadLine | undefined) => line && paragraphs[line.paragraph]?.style.contents;
  const headings = lines.map(line => paragraphs[line.paragraph]?.style).filter(style => (style?.outline ?? 10) < 10);
  // One title above all headings makes those of the first level its own.
  const isTitled = headings[0]?.title === true && headings.filter(style => style?.title).length === 1;
  return lines.map((line, i) => {
    const contents = contentsOf(line) ?? 'none';
    const isContents = contents === 'line' || (contents === 'title' && contentsOf(lines[i + 1]) === 'line');
    return {
      page: 1,
      line: line.paragraph + 1,
      text: line.text,
      look: lookOf(line, paragraphs[line.paragraph], { usual, isContents, isTitled }),
    };
  });
}

function lookOf(
  line: ReadLine,
  paragraph: PlainParagraph | undefined,
  { usual, isContents, isTitled }: { usual: number; isContents: boolean; isTitled: boolean },
): Look {
  const { style = {}, item } = paragraph ?? {};
  const { left = 0, hanging = 0, outline = 10, title = false } = style;
  const size = rounded((commonest(line.sizes) ?? usual) / usual);
  return {
    ...(size !== 1 && { size }),
    ...(line.letters > 0 && line.bold === line.letters && { bold: true }),
    ...(line.letters > 0 && line.italic === line.letters && { italic: true }),
    ...(!line.where.cell && { left: rounded((left - (line.first ? hanging : 0)) / usual) }),
    ...(!line.first && { above: 1 }),
    ...(line.superscripts.length > 0 && { superscripts: line.superscripts }),
    ...line.where,
    ...(outline < 10 && !isContents && { heading: Math.min(outline + Number(isTitled && !title), 6) }),
    ...(item && line.first && { item: { depth: item.depth, ...(item.number && { number: item.number }) } }),
    ...(isContents && { furniture: 'contents' }),
  };
}

/** What there is most of. */
function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
