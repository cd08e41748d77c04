import { Parser } from 'htmlparser2';
import type { Look, Source, SourceLine } from '../import/source.ts';
import { singleSpaced } from '../text/singleSpaced.ts';
import { type ElementLook, type HtmlElement, lookOfElement, numberOfItem, own } from './clippedElements.ts';

/**
 * What was copied in Word, in a browser or another editor, by the HTML on the clipboard: its paragraphs as lines, with what
 * is a heading, an item, a cell or a note. Nothing if it has no words, or is code, whose line ends say what they say.
 */
export function clippedSource(html: string): Source | undefined {
  const reading = new Clipping();
  const parser = new Parser({
    onopentag: (name, attributes) => reading.open({ name, attributes }),
    ontext: text => reading.write(text),
    onclosetag: name => reading.close(name),
  });
  for (let at = 0; at < html.length && reading.isReadable; at += stride) parser.write(html.slice(at, at + stride));
  parser.end();
  const lines = reading.lines();
  return lines === undefined || lines.length === 0 ? undefined : { format: 'docx', lines, remarks: [] };
}

/** So many units of it are read at a time, as what is nested too deep is read no further. */
const stride = 1 << 16;
/** Deeper than anything that is written nests. */
const deepest = 500;

/** An element that is open, with what holds for the words in it. */
interface OpenElement extends ElementLook {
  readonly name: string;
  /** Of a list: the number of its last item. */
  count: number;
}

interface Cell {
  readonly table: number;
  row: number;
  column: number;
  /** The column behind it. */
  next: number;
  /** Of each column the last row that a cell of a row above reaches. */
  readonly takenTo: number[];
}

class Clipping {
  readonly #lines: SourceLine[] = [];
  readonly #open: OpenElement[] = [];
  #text = '';
  /** What the source has printed before the words: `12.`, `(a)`, a bullet. */
  #label = '';
  #superscripts: { from: number; to: number }[] = [];
  #letters = 0;
  #bold = 0;
  /** The item that the next line begins. */
  #item: Look['item'];
  #isBroken = false;
  #paragraphs = 0;
  #tables = 0;
  #cell: Cell | undefined;
  #isReadable = true;

  /** Whether it is neither code nor a thicket. */
  get isReadable(): boolean {
    return this.#isReadable;
  }

  /** All that was read; nothing where it is not readable. */
  lines(): readonly SourceLine[] | undefined {
    this.#endLine();
    return this.#isReadable ? this.#lines : undefined;
  }

  open(element: HtmlElement): void {
    const { name, attributes } = element;
    const above = this.#open.at(-1);
    const look = lookOfElement(element, above);
    const opened: OpenElement = { ...look, name, count: (numberOf(attributes.start) ?? 1) - 1 };
    this.#isReadable &&= !look.isCode && this.#open.length < deepest;
    if (look.isBlock) {
      this.#endLine();
      this.#paragraphs++;
    }
    if (name === 'br') {
      this.#endLine();
      this.#isBroken = true;
    }
    this.#openCell(element);
    if (name === 'li') this.#item = this.#itemOf(element);
    this.#open.push(opened);
  }

  close(name: string): void {
    const at = this.#open.findLastIndex(element => element.name === name);
    if (at < 0) return;
    if (this.#open.slice(at).some(({ isBlock }) => isBlock)) {
      this.#endLine();
      this.#item = undefined;
    }
    this.#open.length = at;
    if (name === 'table' && !this.#open.some(element => element.name === 'table')) this.#cell = undefined;
  }

  write(text: string): void {
    const look = this.#open.at(-1);
    if (look?.isHidden === true) return;
    if (look?.isLabel === true) {
      this.#label += text;
      return;
    }
    // (Of a note's own mark, before its text, the note's name is known already.)
    if (look?.isNoteOwnMark === true) return;
    const from = this.#text.length;
    const isMark = look?.isNoteMark === true;
    this.#text += isMark ? text.replace(/[[\]\s]/g, '') : text;
    if (isMark || look?.isRaised === true) this.#raise(from);
    const letters = text.replace(/\s+/g, '').length;
    this.#letters += letters;
    if (look?.isBold === true) this.#bold += letters;
  }

  #raise(from: number): void {
    const last = this.#superscripts.at(-1);
    if (last?.to === from) last.to = this.#text.length;
    else this.#superscripts.push({ from, to: this.#text.length });
  }

  /** A table in a table is read as text of its cell. */
  #openCell({ name, attributes }: HtmlElement): void {
    const depth = this.#open.filter(element => element.name === 'table').length;
    if (name === 'table' && depth === 0)
      this.#cell = { table: ++this.#tables, row: 0, column: 0, next: 1, takenTo: [] };
    if (this.#cell === undefined || depth > 1) return;
    if (name === 'tr') {
      this.#cell.row++;
      this.#cell.column = 0;
      this.#cell.next = 1;
    }
    if (name === 'td' || name === 'th') placeCell(this.#cell, attributes);
  }

  #itemOf({ attributes }: HtmlElement): NonNullable<Look['item']> {
    const list = this.#open.findLast(own(['ol', 'ul']));
    const depth = Math.max(1, this.#open.filter(own(['ol', 'ul'])).length);
    if (list === undefined) return { depth };
    list.count = numberOf(attributes.value) ?? list.count + 1;
    const number = list.name === 'ol' ? numberOfItem(list.count, list.listStyle) : '';
    return { depth, ...(number !== '' && { number }) };
  }

  #endLine(): void {
    const look = this.#open.at(-1);
    const label = singleSpaced(this.#label).trim();
    if (this.#text.trim() !== '') {
      const { table = 0, row = 0, column = 0 } = this.#cell ?? {};
      const item = look?.depth === undefined ? this.#item : itemLabelled(label, look.depth);
      this.#lines.push({
        page: 1,
        line: this.#paragraphs,
        text: this.#text,
        look: {
          ...(this.#letters > 0 && this.#bold === this.#letters && { bold: true }),
          ...(this.#isBroken && { above: 1 }),
          ...(this.#superscripts.length > 0 && { superscripts: this.#superscripts }),
          ...(column > 0 && { cell: { table, row, column } }),
          ...(look?.note !== undefined && { note: look.note }),
          ...(look?.heading !== undefined && column === 0 && { heading: look.heading }),
          ...(item !== undefined && column === 0 && { item }),
        },
      });
      this.#item = undefined;
    }
    this.#text = '';
    this.#label = '';
    this.#superscripts = [];
    this.#letters = 0;
    this.#bold = 0;
    this.#isBroken = false;
  }
}

/** As many columns a cell can reach over in Word. */
const mostColumns = 63;

/** Puts a cell behind the one before it in its row, past the columns that cells of rows above reach into. */
function placeCell(cell: Cell, { colspan, rowspan }: HtmlElement['attributes']): void {
  const { row, takenTo } = cell;
  while ((takenTo[cell.next] ?? -1) >= row) cell.next++;
  cell.column = cell.next;
  cell.next += Math.max(1, Math.min(numberOf(colspan) ?? 1, mostColumns));
  for (let column = cell.column; column < Math.min(cell.next, mostColumns); column++)
    takenTo[column] = row - 1 + (numberOf(rowspan) ?? 1);
}

/** An item by what Word prints before it: a number or letter with its marks, or a bullet. */
function itemLabelled(label: string, depth: number): NonNullable<Look['item']> {
  return /\d|^\(?[a-z]{1,5}[.)]/i.test(label) ? { depth, number: label } : { depth };
}

function numberOf(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,4}$/.test(written) ? Number(written) : undefined;
}
