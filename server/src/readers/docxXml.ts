import { SaxesParser } from 'saxes';
import { escapedHtml } from '../text/html.ts';

/** An element of a Word document's XML. Names have the prefixes that Word gives them, whatever the file itself uses. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

/** What stands in an element. */
export type XmlNode = XmlElement | string;

/** The usual prefixes, by how their namespaces end. Of two ends, one is that of the format’s strict form. */
const prefixes: readonly (readonly [string, string])[] = [
  ['wordprocessingml/2006/main', 'w'],
  ['wordprocessingml/main', 'w'],
  ['officeDocument/2006/relationships', 'r'],
  ['officeDocument/relationships', 'r'],
  ['officeDocument/2006/math', 'm'],
  ['officeDocument/math', 'm'],
  ['markup-compatibility/2006', 'mc'],
  ['drawingml/2006/wordprocessingDrawing', 'wp'],
  ['drawingml/wordprocessingDrawing', 'wp'],
  ['drawingml/2006/main', 'a'],
  ['drawingml/main', 'a'],
  ['drawingml/2006/chart', 'c'],
  ['drawingml/chart', 'c'],
  ['drawingml/2006/diagram', 'dgm'],
  ['drawingml/diagram', 'dgm'],
  ['schemas-microsoft-com:vml', 'v'],
  ['office/word/2010/wordml', 'w14'],
];

/** The prefix of what is in any other namespace. */
const unknown = 'other';

/** Deeper than any document nests; what is deeper would be no document, and recursion must end. */
const deepest = 500;

/** So many bytes of an XML file are read at a time. */
const stride = 1 << 16;

/** The root of an XML file, or nothing if it is not well-formed. */
export function xmlOf(bytes: Uint8Array): XmlElement | undefined {
  const reading = new XmlReading(bytes, []);
  const [root] = [...reading.elements()];
  return reading.isWhole ? root : undefined;
}

/** The reading of an XML file one element after the other, so that a long one is never there as a whole. */
export class XmlReading {
  readonly #bytes: Uint8Array;
  readonly #path: readonly string[];
  readonly #open: { name: string; attributes: Record<string, string>; children: XmlNode[] }[] = [];
  #read: XmlElement[] = [];
  #isFound = false;
  #isWhole = false;

  /** @param path the names of the elements, from the root on, in the last of which those that are wanted stand */
  constructor(bytes: Uint8Array, path: readonly string[]) {
    this.#bytes = bytes;
    this.#path = path;
  }

  /** Whether there was such a path, in what has been read. */
  get isFound(): boolean {
    return this.#isFound;
  }

  /** Whether all has been read, and is well-formed. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  /** The elements at the path, in their order, up to where the file is no more well-formed. */
  *elements(): Generator<XmlElement> {
    const parser = this.#parser();
    const decoder = new TextDecoder();
    for (let at = 0; at < this.#bytes.length; at += stride) {
      const text = decoder.decode(this.#bytes.subarray(at, at + stride), { stream: true });
      if (!succeeds(() => parser.write(text))) return;
      yield* this.#read;
      this.#read = [];
    }
    this.#isWhole = succeeds(() => parser.write(decoder.decode()).close());
  }

  #parser(): SaxesParser<{ xmlns: true; position: false }> {
    const open = this.#open;
    const depth = this.#path.length;
    const isAtPath = () => open.length === depth && open.every(({ name }, i) => name === this.#path[i]);
    const parser = new SaxesParser({ xmlns: true, position: false });
    parser.on('error', error => {
      throw error;
    });
    parser.on('opentag', ({ uri, local, attributes }) => {
      const element = { name: nameOf(uri, local), attributes: attributesOf(attributes), children: [] };
      if (open.length > depth) open.at(-1)!.children.push(element);
      if (open.push(element) > deepest) throw new RangeError('nested too deeply');
      if (isAtPath()) this.#isFound = true;
    });
    parser.on('closetag', () => {
      const element = open.pop()!;
      if (isAtPath()) this.#read.push(element);
    });
    const addText = (characters: string) => {
      if (open.length > depth) open.at(-1)!.children.push(characters);
    };
    parser.on('text', addText);
    parser.on('cdata', addText);
    return parser;
  }
}

/** Whether something is done without an error. */
function succeeds(done: () => void): boolean {
  try {
    done();
    return true;
  } catch {
    return false;
  }
}

function attributesOf(
  attributes: Readonly<Record<string, { uri: string; local: string; value: string }>>,
): Record<string, string> {
  const all = Object.values(attributes).filter(({ uri }) => uri !== 'http://www.w3.org/2000/xmlns/');
  return Object.fromEntries(all.map(({ uri, local, value }) => [uri === '' ? local : nameOf(uri, local), value]));
}

const knownPrefixes = new Map<string, string>();

function nameOf(uri: string, local: string): string {
  let prefix = knownPrefixes.get(uri);
  if (prefix === undefined) {
    prefix = prefixes.find(([end]) => uri.endsWith(end))?.[1] ?? unknown;
    knownPrefixes.set(uri, prefix);
  }
  return `${prefix}:${local}`;
}

/** What stands in an element as it is written in an XML file, without what is in other namespaces than Word's own. */
export function xmlText(node: XmlNode): string {
  if (isText(node)) return escaped(node);
  if (!isOwn(node.name)) return '';
  const attributes = Object.entries(node.attributes).filter(([name]) => isOwn(name));
  const written = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
  return `<${node.name}${written}>${node.children.map(xmlText).join('')}</${node.name}>`;
}

/** An XML file whose elements, one in the other, have these names, and the innermost this written content. */
export function xmlFile([root, ...inner]: readonly [string, ...string[]], content: string): string {
  const ends = [...inner].reverse().map(name => `</${name}>`);
  return `<${root}${ownSpaces}>${inner.map(name => `<${name}>`).join('')}${content}${ends.join('')}</${root}>`;
}

const ownSpaces =
  ' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

function isOwn(name: string): boolean {
  return /^(?:w|w14):/.test(name);
}

/** (XML has the four entities of HTML that are needed.) */
function escaped(text: string): string {
  return escapedHtml(text).replace(/[\t\n\r]/g, white => `&#${white.charCodeAt(0)};`);
}

/** The elements that stand in another, of one name or of any. */
export function elementsIn(element: XmlElement | undefined, name?: string): XmlElement[] {
  const elements = (element?.children ?? []).filter(node => typeof node !== 'string');
  return name === undefined ? elements : elements.filter(node => node.name === name);
}

/** The element at the end of a path of names, the first of each name. */
export function elementAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((at, name) => elementsIn(at, name)[0], element);
}

/** What an element at the end of a path says as its value. */
export function valueAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return elementAt(element, ...path)?.attributes['w:val'];
}

/** The whole number that an element at the end of a path says. */
export function numberAt(element: XmlElement | undefined, ...path: readonly string[]): number | undefined {
  return wholeNumber(valueAt(element, ...path));
}

/** A whole number as an attribute writes it. */
export function wholeNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Whether a property is on, off, or not spoken of: `<w:b/>` is on. */
export function switchAt(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = elementAt(element, name);
  return property && !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '');
}

/** Everything of some names in an element, at any depth; what stands in such a thing itself is not looked for. */
export function elementsWithin(element: XmlElement, wanted: (name: string) => boolean): XmlElement[] {
  return elementsIn(element).flatMap(child => (wanted(child.name) ? [child] : elementsWithin(child, wanted)));
}

/** The words in an element as they stand, blanks and all; what is deleted inside it is no word of it. */
export function wordsIn(element: XmlElement): string {
  if (words.has(element.name)) return element.children.filter(isText).join('');
  if (spaces.has(element.name)) return ' ';
  const inside = elementsIn(element).map(child => (deletions.has(child.name) ? '' : wordsIn(child)));
  return element.name === 'w:p' ? `${inside.join('')} ` : inside.join('');
}

const words: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t']);
const spaces: ReadonlySet<string> = new Set(['w:tab', 'w:br', 'w:cr', 'w:ptab']);
const deletions: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback']);

/** Whether what stands in an element is text. */
export function isText(node: XmlNode): node is string {
  return typeof node === 'string';
}
