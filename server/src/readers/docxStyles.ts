import { elementAt, elementsIn, numberAt, switchAt, valueAt, wholeNumber, type XmlElement } from './docxXml.ts';

/** What a style or a paragraph's own properties say of its look and its place among the others. */
export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly hidden?: boolean;
  readonly superscript?: boolean;
  /** Of its letters, in points. */
  readonly size?: number;
  /** A heading's level from 1; 10 says that it is none. */
  readonly outline?: number;
  /** Whether it is the style of a document's title, which stands over all headings. */
  readonly title?: boolean;
  /** The list it belongs to; 0 is none. */
  readonly list?: string;
  /** The level in this list, from 0. */
  readonly level?: number;
  /** The level that the name of a list’s style tells: `List Bullet 2`. */
  readonly namedLevel?: number;
  /**
   * Whether it is a line of the contents page, or the title of one: that is also given to titles which are to stay out of
   * it.
   */
  readonly contents?: 'line' | 'title';
  /** From the margin, in points; `hanging` is how much further left the first line begins. */
  readonly left?: number;
  readonly hanging?: number;
}

/** The styles of a document, each with what it takes from the style it is based on. */
export interface Styles {
  /** The style of a paragraph, by its id; without one, the document's default. */
  readonly ofParagraph: (id: string | undefined) => Style;
  readonly ofLetters: (id: string | undefined) => Style;
  /** The list that a style of lists stands for. */
  readonly listOf: (id: string) => string | undefined;
}

/** The styles that a part of a document defines. */
export function stylesOf(part: XmlElement | undefined): Styles {
  const elements = new Map<string | undefined, XmlElement>();
  for (const element of elementsIn(part, 'w:style')) {
    const { 'w:styleId': id, 'w:type': type, 'w:default': preset = '0' } = element.attributes;
    if (!elements.has(id)) elements.set(id, element);
    if (type === 'paragraph' && ['1', 'true', 'on'].includes(preset)) elements.set(undefined, element);
  }
  const defaults = {
    ...propertiesOf(elementAt(part, 'w:docDefaults', 'w:pPrDefault', 'w:pPr')),
    ...propertiesOf(elementAt(part, 'w:docDefaults', 'w:rPrDefault', 'w:rPr')),
  };
  const known = new Map<string | undefined, Style>();
  const own = (id: string | undefined): Style => {
    const found = known.get(id);
    if (found !== undefined) return found;
    known.set(id, {}); // for styles that are based on each other
    const element = elements.get(id);
    const base = valueAt(element, 'w:basedOn');
    const style = { ...(base === undefined ? {} : own(base)), ...styleOf(element) };
    known.set(id, style);
    return style;
  };
  return {
    ofParagraph: id => ({ ...defaults, ...own(elements.has(id) ? id : undefined) }),
    ofLetters: id => (id === undefined ? {} : own(id)),
    listOf: id => own(id).list,
  };
}

function styleOf(element: XmlElement | undefined): Style {
  const name = valueAt(element, 'w:name')?.toLowerCase() ?? '';
  const heading = /^heading ([1-9])$/.exec(name)?.[1] ?? (name === 'title' ? '1' : undefined);
  const level = /^list(?: bullet| number| continue)? ([2-5])$/.exec(name)?.[1];
  return {
    ...(heading !== undefined && { outline: Number(heading), title: name === 'title' }),
    ...(level !== undefined && { namedLevel: Number(level) - 1 }),
    ...(/^(?:(?:toc|contents) [1-9]|table of figures)$/.test(name) && { contents: 'line' }),
    ...(/^(?:toc|contents) heading$/.test(name) && { contents: 'title' }),
    ...propertiesOf(elementAt(element, 'w:pPr')),
    ...propertiesOf(elementAt(element, 'w:rPr')),
  };
}

/** What the properties of a paragraph (`w:pPr`) or of letters (`w:rPr`) say. */
export function propertiesOf(element: XmlElement | undefined): Style {
  if (element === undefined) return {};
  const indent = elementAt(element, 'w:ind')?.attributes ?? {};
  const outline = numberAt(element, 'w:outlineLvl');
  const size = numberAt(element, 'w:sz');
  const vertical = valueAt(element, 'w:vertAlign');
  const said = {
    bold: switchAt(element, 'w:b'),
    italic: switchAt(element, 'w:i'),
    hidden: switchAt(element, 'w:vanish'),
    superscript: vertical === undefined ? undefined : vertical === 'superscript',
    size: size === undefined || size <= 0 ? undefined : size / 2,
    outline: outline === undefined ? undefined : outline + 1,
    list: valueAt(element, 'w:numPr', 'w:numId'),
    level: numberAt(element, 'w:numPr', 'w:ilvl'),
    left: points(indent['w:start'] ?? indent['w:left']),
    hanging: points(indent['w:hanging']) ?? points(indent['w:firstLine'], -1),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** A length, written in twentieths of a point. */
function points(length: string | undefined, sign = 1): number | undefined {
  const twentieths = wholeNumber(length);
  return twentieths === undefined ? undefined : (sign * twentieths) / 20;
}
