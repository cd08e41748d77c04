import type { Remark } from '../import/source.ts';
import { singleSpaced } from '../text/singleSpaced.ts';
import { type Change, changes, withoutDeletedEnds } from './docxChanges.ts';
import { kept, keptAround, looksOf, renamed } from './docxKept.ts';
import { type Item, type NextItem, nextItemOf } from './docxNumbering.ts';
import { type DocxParts, damaged, noDocument } from './docxPackage.ts';
import { propertiesOf, type Style, type Styles } from './docxStyles.ts';
import {
  elementAt,
  elementsIn,
  elementsWithin,
  isText,
  switchAt,
  valueAt,
  wordsIn,
  type XmlElement,
  type XmlNode,
  XmlReading,
  xmlFile,
  xmlText,
} from './docxXml.ts';
import type { Refusal } from './refusal.ts';

/**
 * A document made plain for mammoth: as it reads when every tracked change is accepted, without what mammoth would leave
 * out in silence, and with bookmarks where each paragraph begins and where each remark belongs.
 */
export interface PlainDocument {
  /** Its text, in files that mammoth can read one by one: all at once would take much memory. */
  readonly pieces: readonly string[];
  readonly footnotes: string | undefined;
  readonly endnotes: string | undefined;
  /** By the numbers of their bookmarks. */
  readonly paragraphs: readonly PlainParagraph[];
  readonly remarks: readonly Remark[];
  /** How the marks of notes are counted, where one of its sections says so. */
  readonly noteFormats: { readonly footnote?: string; readonly endnote?: string };
}

/** What is known of a paragraph and mammoth does not tell. */
export interface PlainParagraph {
  readonly style: Style;
  readonly item: Item | undefined;
}

/** The names of the bookmarks: one of these words, and a number. */
export const bookmarkName = /^(paragraph|remark) (\d+)$/;

/** A document as mammoth is to read it, or why it cannot be. */
export function plainDocument(parts: DocxParts, styles: Styles): PlainDocument | Refusal {
  const writer = new PlainWriter(parts, styles);
  const body = new XmlReading(parts.document, ['w:document', 'w:body']);
  const pieces = [...piecesOf(writer.plainBody(body.elements()))];
  if (!body.isWhole) return { refused: damaged };
  if (!body.isFound) return { refused: noDocument };
  const footnotes = parts.footnotes && writer.plainNotes(parts.footnotes);
  const endnotes = parts.endnotes && writer.plainNotes(parts.endnotes);
  writer.remarkOnTheRest(parts);
  const remarks = writer.remarks.map(remark => ({ ...remark, text: squeezed(remark.text) }));
  const { paragraphs, noteFormats } = writer;
  return { pieces, footnotes, endnotes, paragraphs, remarks, noteFormats };
}

/** After so many characters a piece ends with the next paragraph or table. */
const pieceLength = 1 << 16;

function* piecesOf(blocks: Iterable<XmlNode>): Generator<string> {
  let piece: string[] = [];
  let length = 0;
  for (const block of blocks) {
    const text = xmlText(block);
    piece.push(text);
    length += text.length;
    if (length < pieceLength) continue;
    yield xmlFile(['w:document', 'w:body'], piece.join(''));
    piece = [];
    length = 0;
  }
  yield xmlFile(['w:document', 'w:body'], piece.join(''));
}

/** What is seen and has no words that could be read. */
const pictures: ReadonlySet<string> = new Set(['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds']);

/** What says how notes are counted. */
const notesFormatted: ReadonlyMap<string, 'footnote' | 'endnote'> = new Map([
  ['w:footnotePr', 'footnote'],
  ['w:endnotePr', 'endnote'],
]);

/** A remark whose text may still grow: one change is often cut into many pieces. */
type OpenRemark = Omit<Remark, 'text'> & { text: string };

class PlainWriter {
  readonly paragraphs: PlainParagraph[] = [];
  readonly remarks: OpenRemark[] = [];
  readonly noteFormats: { footnote?: string; endnote?: string } = {};
  readonly #styles: Styles;
  readonly #nextItem: NextItem;
  readonly #comments: Map<string | undefined, XmlElement>;
  /** The notes that have a mark in the text. */
  readonly #marked = new Set<string>();
  /** Of the paragraph that is being written. */
  #style: Style = {};
  /** Whether what is being written is a contents page. */
  #inContents = false;
  #changesOfLooks = 0;

  constructor({ numbering, comments }: DocxParts, styles: Styles) {
    this.#styles = styles;
    this.#nextItem = nextItemOf(numbering, styles);
    this.#comments = new Map(elementsIn(comments, 'w:comment').map(comment => [comment.attributes['w:id'], comment]));
  }

  plainBody(elements: Iterable<XmlElement>): Iterable<XmlNode> {
    return this.#plainOnes(this.#lookedOver(elements));
  }

  plainNotes(part: XmlElement): string {
    return xmlFile([part.name], [...this.#plainOnes(this.#lookedOver(elementsIn(part)))].map(xmlText).join(''));
  }

  /** Elements as they are; what they say of looks and notes is seen in passing. */
  *#lookedOver(elements: Iterable<XmlElement>): Generator<XmlElement> {
    for (const element of elements) {
      for (const found of elementsWithin(element, isLookedFor)) {
        const kind = notesFormatted.get(found.name);
        const format = kind && valueAt(found, 'w:numFmt');
        if (kind === undefined) this.#changesOfLooks++;
        else if (format !== undefined) this.noteFormats[kind] ??= format;
      }
      yield element;
    }
  }

  /** What has no place in the text: comments and notes on nothing, running heads and feet, changes of looks. */
  remarkOnTheRest({ footnotes, endnotes, heads, feet }: DocxParts): void {
    for (const comment of this.#comments.values()) this.#remark('comment', wordsIn(comment), comment);
    for (const note of [...elementsIn(footnotes, 'w:footnote'), ...elementsIn(endnotes, 'w:endnote')]) {
      const isOfText = ['normal', undefined].includes(note.attributes['w:type']);
      const isMarked = this.#marked.has(`${note.name}Reference ${note.attributes['w:id']}`);
      if (isOfText && !isMarked) this.#remark('other', `Note without a mark: ${wordsIn(note)}`);
    }
    const texts = (parts: readonly XmlElement[]) => new Set(parts.map(part => squeezed(wordsIn(part))).filter(Boolean));
    for (const text of texts(heads)) this.#remark('other', `Running head: ${text}`);
    for (const text of texts(feet)) this.#remark('other', `Running foot: ${text}`);
    if (this.#changesOfLooks > 0) this.#remark('other', `Tracked changes of looks only: ${this.#changesOfLooks}`);
  }

  /** What stands in an element, made plain. */
  #inside(element: XmlElement): XmlNode[] {
    return [...this.#plainOnes(elementsIn(element))];
  }

  *#plainOnes(elements: Iterable<XmlElement>): Generator<XmlNode> {
    let last: { readonly key: string; readonly remark: OpenRemark } | undefined;
    for (const child of withoutDeletedEnds(elements)) {
      const change = this.#changeOf(child);
      if (change === undefined) {
        if (last !== undefined && wordsIn(child) !== '') last = undefined;
        yield* this.#plain(child);
        continue;
      }
      const { kind, stays, says = '' } = change;
      const words = wordsIn(child);
      const key = JSON.stringify([kind, stays, child.attributes['w:author'], child.attributes['w:date']]);
      if (last?.key === key) {
        last.remark.text += words;
      } else if (words.trim() !== '') {
        yield this.#bookmark('remark', this.remarks.length);
        last = { key, remark: this.#remark(kind, says + words, child) };
      }
      if (stays) yield* this.#inside(child);
    }
  }

  /** The change that an element marks. What is hidden is like what is deleted. */
  #changeOf(element: XmlElement): Change | undefined {
    const isHidden = element.name === 'w:r' && this.#lettersOf(element).hidden === true;
    return isHidden ? { kind: 'other', stays: false, says: 'Hidden: ' } : changes.get(element.name);
  }

  #plain(element: XmlElement): XmlNode[] {
    const { name, attributes } = element;
    if (name.endsWith('Reference')) this.#marked.add(`${name} ${attributes['w:id']}`);
    if (kept.has(name)) return [element];
    if (keptAround.has(name)) return [this.#around(element)];
    if (name === 'w:t') return [{ ...element, children: [element.children.filter(isText).join('')] }];
    const other = renamed.get(name);
    if (other !== undefined) return this.#plain({ ...element, name: other });
    switch (name) {
      case 'w:p':
        return [this.#paragraph(element)];
      case 'w:r':
        return [{ name, attributes: {}, children: [looksOf(this.#lettersOf(element)), ...this.#inside(element)] }];
      case 'w:tr':
        return elementAt(element, 'w:trPr', 'w:del') ? this.#deletedRow(element) : [this.#around(element)];
      case 'w:commentReference':
        return this.#commented(attributes['w:id']);
      case 'mc:AlternateContent':
        return this.#inside(bestOf(element));
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return this.#drawn(element);
      case 'w:sdt':
        return this.#controlled(element);
      case 'w:fldChar':
        return boxOf(element);
      case 'w:altChunk':
      case 'w:subDoc':
        this.#remark('other', 'A part that is a file of its own is not read.');
        return [];
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sectPr':
      case 'w:tblPr':
      case 'w:rt': // how a word is spoken, printed above it
        return [];
      default:
        return this.#inside(element);
    }
  }

  #around(element: XmlElement): XmlElement {
    return { ...element, children: this.#inside(element) };
  }

  #paragraph(element: XmlElement): XmlElement {
    const outer = this.#style;
    const properties = elementAt(element, 'w:pPr');
    const id = valueAt(properties, 'w:pStyle');
    const named = this.#styles.ofParagraph(id);
    const own = propertiesOf(properties);
    const item = this.#nextItem({ ...named, ...own }, id);
    const contents: Style = this.#inContents ? { contents: 'line' } : {};
    this.#style = { ...named, ...item?.place, ...own, ...contents };
    const begin = this.#bookmark('paragraph', this.paragraphs.length);
    this.paragraphs.push({ style: this.#style, item });
    const children = [begin, ...this.#inside(element)];
    this.#style = outer;
    return { name: 'w:p', attributes: {}, children };
  }

  /** What is said of the looks of a run's letters, by its paragraph's style, its own, and itself. */
  #lettersOf(run: XmlElement): Style {
    const properties = elementAt(run, 'w:rPr');
    return { ...this.#style, ...this.#styles.ofLetters(valueAt(properties, 'w:rStyle')), ...propertiesOf(properties) };
  }

  #deletedRow(row: XmlElement): XmlNode[] {
    this.#remark('deletion', wordsIn(row), elementAt(row, 'w:trPr', 'w:del'));
    return [];
  }

  #commented(id: string | undefined): XmlNode[] {
    const comment = this.#comments.get(id);
    if (comment === undefined) return [];
    this.#comments.delete(id);
    const place = this.#bookmark('remark', this.remarks.length);
    this.#remark('comment', wordsIn(comment), comment);
    return [place];
  }

  /** Text boxes, as mammoth reads them; a picture is remarked on. */
  #drawn(element: XmlElement): XmlNode[] {
    const plain: XmlNode[] = [];
    const inside = elementsWithin(element, name => name === 'w:txbxContent' || name === 'mc:Fallback');
    for (const box of inside.filter(({ name }) => name === 'w:txbxContent')) {
      plain.push({ name: 'w:pict', attributes: {}, children: [this.#around(box)] });
    }
    if (elementsWithin(element, name => pictures.has(name)).length > 0) {
      const { descr, title, name } = elementsWithin(element, name => name === 'wp:docPr')[0]?.attributes ?? {};
      plain.push(this.#bookmark('remark', this.remarks.length));
      this.#remark('picture', descr || title || name || 'without a description');
    }
    return plain;
  }

  /** What stands in a content control: a contents page, a box to tick, or just text. */
  #controlled(element: XmlElement): XmlNode[] {
    const content = elementAt(element, 'w:sdtContent');
    if (content === undefined) return [];
    const properties = elementAt(element, 'w:sdtPr');
    const outer = this.#inContents;
    this.#inContents ||= valueAt(properties, 'w:docPartObj', 'w:docPartGallery') === 'Table of Contents';
    const plain = this.#inside(content);
    this.#inContents = outer;
    if (elementAt(properties, 'w14:checkbox') === undefined) return plain;
    return [{ ...element, children: [properties!, { ...content, children: plain }] }];
  }

  #remark(kind: Remark['kind'], text: string, of?: XmlElement): OpenRemark {
    const { 'w:author': author, 'w:date': date } = of?.attributes ?? {};
    const remark = { kind, ...(author && { author }), ...(date && { date }), text };
    this.remarks.push(remark);
    return remark;
  }

  #bookmark(kind: 'paragraph' | 'remark', index: number): XmlElement {
    return { name: 'w:bookmarkStart', attributes: { 'w:name': `${kind} ${index}` }, children: [] };
  }
}

/** The form of a drawing that has words, if one has: the others are for older readers. */
function bestOf(alternatives: XmlElement): XmlElement {
  const forms = elementsIn(alternatives);
  return (
    forms.find(form => elementsWithin(form, name => name === 'w:txbxContent').length > 0) ?? forms[0] ?? alternatives
  );
}

/**
 * The box to tick that a field of an older form begins with. Of other fields only the words are read, which are no part of
 * this.
 */
function boxOf(mark: XmlElement): XmlNode[] {
  const box = elementAt(mark, 'w:ffData', 'w:checkBox');
  if (box === undefined) return [];
  const isTicked = switchAt(box, 'w:checked') ?? switchAt(box, 'w:default') ?? false;
  return [{ name: 'w:t', attributes: {}, children: [isTicked ? '☒' : '☐'] }];
}

function isLookedFor(name: string): boolean {
  return name.endsWith('PrChange') || notesFormatted.has(name);
}

function squeezed(text: string): string {
  return singleSpaced(text).trim();
}
