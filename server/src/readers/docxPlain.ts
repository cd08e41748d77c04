import type { Remark } from '../import/source.ts';
import { type Item, type NextItem, nextItemOf } from './docxNumbering.ts';
import type { DocxParts } from './docxPackage.ts';
import { propertiesOf, type Style, type Styles } from './docxStyles.ts';
import { elementAt, elementsIn, elementsWithin, valueAt, wordsIn, type XmlElement, type XmlNode } from './docxXml.ts';

/**
 * A document made plain for mammoth: as it reads when every tracked change is accepted, without what mammoth would leave
 * out in silence, and with bookmarks where each paragraph begins and where each remark belongs.
 */
export interface PlainDocument {
  readonly document: XmlElement;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  /** By the numbers of their bookmarks. */
  readonly paragraphs: readonly PlainParagraph[];
  readonly remarks: readonly Remark[];
}

/** What is known of a paragraph and mammoth does not tell. */
export interface PlainParagraph {
  readonly style: Style;
  readonly item: Item | undefined;
}

/** The names of the bookmarks: one of these words, and a number. */
export const bookmarkName = /^(paragraph|remark) (\d+)$/;

/** A document as mammoth is to read it. */
export function plainDocument(parts: DocxParts, styles: Styles): PlainDocument {
  const writer = new PlainWriter(parts, styles);
  const document = writer.plainPart(parts.document);
  const footnotes = parts.footnotes && writer.plainPart(parts.footnotes);
  const endnotes = parts.endnotes && writer.plainPart(parts.endnotes);
  writer.remarkOnTheRest(parts);
  const remarks = writer.remarks.map(remark => ({ ...remark, text: squeezed(remark.text) }));
  return { document, footnotes, endnotes, paragraphs: writer.paragraphs, remarks };
}

/** What mammoth reads as it is. */
const kept: ReadonlySet<string> = new Set(
  'trPr tcPr br tab noBreakHyphen sym fldChar footnoteReference endnoteReference'.split(' ').map(name => `w:${name}`),
);
/** What mammoth reads for what stands in it. */
const keptAround: ReadonlySet<string> = new Set(['w:body', 'w:footnote', 'w:endnote', 'w:tbl', 'w:tc']);
/** What holds the words themselves, or a field's code. */
const keptWords: ReadonlySet<string> = new Set(['w:t', 'w:instrText']);
/** What mammoth does not know, and what is the same to a reader. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['w:cr', 'w:br'],
  ['w:ptab', 'w:tab'],
  ['m:t', 'w:t'],
]);
/** What is seen and has no words that could be read. */
const pictures: ReadonlySet<string> = new Set(['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds']);

interface Change {
  readonly kind: Remark['kind'];
  /** Whether what is marked so is in the text now. */
  readonly stays: boolean;
  /** What a remark says before the words. */
  readonly says?: string;
}

/** How changes are marked. */
const changes: ReadonlyMap<string, Change> = new Map([
  ['w:ins', { kind: 'insertion', stays: true }],
  ['w:del', { kind: 'deletion', stays: false }],
  ['w:moveTo', { kind: 'move', stays: true }],
  ['w:moveFrom', { kind: 'move', stays: false }],
]);

/** A remark whose text may still grow: one change is often cut into many pieces. */
type OpenRemark = Omit<Remark, 'text'> & { text: string };

class PlainWriter {
  readonly paragraphs: PlainParagraph[] = [];
  readonly remarks: OpenRemark[] = [];
  readonly #styles: Styles;
  readonly #nextItem: NextItem;
  readonly #comments: Map<string | undefined, XmlElement>;
  /** The notes that have a mark in the text. */
  readonly #marked = new Set<string>();
  /** Of the paragraph that is being written. */
  #style: Style = {};
  /** Whether what is being written is a contents page. */
  #inContents = false;

  constructor({ numbering, comments }: DocxParts, styles: Styles) {
    this.#styles = styles;
    this.#nextItem = nextItemOf(numbering, styles);
    this.#comments = new Map(elementsIn(comments, 'w:comment').map(comment => [comment.attributes['w:id'], comment]));
  }

  plainPart(part: XmlElement): XmlElement {
    return { name: part.name, attributes: {}, children: this.#inside(part) };
  }

  /** What has no place in the text: comments and notes on nothing, running heads and feet, changes of looks. */
  remarkOnTheRest({ document, footnotes, endnotes, heads, feet }: DocxParts): void {
    for (const comment of this.#comments.values()) this.#remark('comment', wordsIn(comment), comment);
    for (const note of [...elementsIn(footnotes, 'w:footnote'), ...elementsIn(endnotes, 'w:endnote')]) {
      const isOfText = ['normal', undefined].includes(note.attributes['w:type']);
      const isMarked = this.#marked.has(`${note.name}Reference ${note.attributes['w:id']}`);
      if (isOfText && !isMarked) this.#remark('other', `Note without a mark: ${wordsIn(note)}`);
    }
    const texts = (parts: readonly XmlElement[]) => new Set(parts.map(part => squeezed(wordsIn(part))).filter(Boolean));
    for (const text of texts(heads)) this.#remark('other', `Running head: ${text}`);
    for (const text of texts(feet)) this.#remark('other', `Running foot: ${text}`);
    const looks = [document, footnotes, endnotes].flatMap(part =>
      part ? elementsWithin(part, name => name.endsWith('PrChange')) : [],
    );
    if (looks.length > 0) this.#remark('other', `Tracked changes of looks only: ${looks.length}`);
  }

  /** What stands in an element, made plain. */
  #inside(element: XmlElement): XmlNode[] {
    const plain: XmlNode[] = [];
    let last: { readonly key: string; readonly remark: OpenRemark } | undefined;
    for (const child of withoutDeletedEnds(elementsIn(element))) {
      const change = this.#changeOf(child);
      if (change === undefined) {
        if (last !== undefined && wordsIn(child) !== '') last = undefined;
        plain.push(...this.#plain(child));
        continue;
      }
      const { kind, stays, says = '' } = change;
      const words = wordsIn(child);
      const key = JSON.stringify([kind, stays, child.attributes['w:author'], child.attributes['w:date']]);
      if (last?.key === key) {
        last.remark.text += words;
      } else if (words.trim() !== '') {
        plain.push(this.#bookmark('remark', this.remarks.length));
        last = { key, remark: this.#remark(kind, says + words, child) };
      }
      if (stays) plain.push(...this.#inside(child));
    }
    return plain;
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
    if (keptWords.has(name)) return [{ ...element, children: [element.children.filter(isText).join('')] }];
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
    const contents = this.#inContents ? { contents: true } : {};
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

/** Elements, with the paragraphs whose ends are deleted joined to those that follow them. */
function withoutDeletedEnds(elements: readonly XmlElement[]): readonly XmlElement[] {
  if (!elements.some(endIsDeleted)) return elements;
  const joined: XmlElement[] = [];
  let open: XmlElement[] = [];
  const close = () => {
    const last = open.at(-1);
    if (last !== undefined) joined.push({ ...last, children: open.flatMap(part => contentOf(part, part === last)) });
    open = [];
  };
  for (const element of elements) {
    if (element.name === 'w:p') open.push(element);
    if (!endIsDeleted(element)) close();
    if (element.name !== 'w:p') joined.push(element);
  }
  close();
  return joined;
}

function contentOf({ children }: XmlElement, withProperties: boolean): readonly XmlNode[] {
  return withProperties ? children : children.filter(node => isText(node) || node.name !== 'w:pPr');
}

function endIsDeleted(element: XmlElement): boolean {
  const end = element.name === 'w:p' ? elementAt(element, 'w:pPr', 'w:rPr') : undefined;
  return elementsIn(end).some(({ name }) => changes.get(name)?.stays === false);
}

/** The form of a drawing that has words, if one has: the others are for older readers. */
function bestOf(alternatives: XmlElement): XmlElement {
  const forms = elementsIn(alternatives);
  return (
    forms.find(form => elementsWithin(form, name => name === 'w:txbxContent').length > 0) ?? forms[0] ?? alternatives
  );
}

/** The looks of letters, as the properties of a run of them. */
function looksOf({ bold, italic, superscript, size }: Style): XmlElement {
  const properties = [
    bold && property('w:b'),
    italic && property('w:i'),
    superscript && property('w:vertAlign', 'superscript'),
    size !== undefined && property('w:sz', String(size * 2)),
  ];
  return { name: 'w:rPr', attributes: {}, children: properties.filter(one => typeof one === 'object') };
}

function property(name: string, value = '1'): XmlElement {
  return { name, attributes: { 'w:val': value }, children: [] };
}

function isText(node: XmlNode): node is string {
  return typeof node === 'string';
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
