import { numberInFormat } from './printedNumber.ts';

/** An element of HTML as it is opened. */
export interface HtmlElement {
  /** In small letters. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** What an element says of the words in it, with what the elements around it say. */
export interface ElementLook {
  /** Whether it is a paragraph of its own. */
  readonly isBlock: boolean;
  /** Whether nobody sees it: styles, what was deleted, a colleague’s comments. */
  readonly isHidden: boolean;
  readonly isBold: boolean;
  readonly isRaised: boolean;
  /** Whether its words are the number or bullet that Word prints before an item. */
  readonly isLabel: boolean;
  /** Whether its words are the mark of a note in the text, or the same mark before the note’s own text. */
  readonly isNoteMark: boolean;
  readonly isNoteOwnMark: boolean;
  /** Whether its line ends stand as they are written, as those of code do. */
  readonly isCode: boolean;
  /** From 1. */
  readonly heading: number | undefined;
  /** The depth, from 1, of an item that says so in Word’s own way. */
  readonly depth: number | undefined;
  /** The name of the note whose text it holds. */
  readonly note: string | undefined;
  /** How the items of a list are numbered, in CSS’s or HTML’s own words. */
  readonly listStyle: string;
}

/** What an element says, standing in another. */
export function lookOfElement({ name, attributes }: HtmlElement, above: ElementLook | undefined): ElementLook {
  const { style = '', class: classes = '', href = '' } = attributes;
  return {
    isBlock: blocks.has(name),
    isHidden: above?.isHidden === true || unseen.has(name) || unseenStyle.test(style) || unseenClass.test(classes),
    isBold: isBold(name, style, above),
    isRaised: name === 'sup' || /vertical-align:\s*super/i.test(style) || above?.isRaised === true,
    isLabel: /mso-list:\s*ignore/i.test(style) || above?.isLabel === true,
    isNoteMark: (name === 'a' && noteMark.test(href)) || above?.isNoteMark === true,
    isNoteOwnMark: (name === 'a' && noteOwnMark.test(href)) || above?.isNoteOwnMark === true,
    isCode: name === 'pre' || /white-space:\s*pre\s*(?:;|$)/i.test(style),
    heading: headingOf(name, style, attributes) ?? above?.heading,
    depth: numbered(/mso-list:[^;]*\blevel(\d)/i.exec(style)) ?? above?.depth,
    note: noteOf(name, attributes) ?? above?.note,
    listStyle: /list-style-type:\s*([a-z-]+)/i.exec(style)?.[1]?.toLowerCase() ?? attributes.type ?? '',
  };
}

/** The number of a list’s item as it is printed. */
export function numberOfItem(number: number, listStyle: string): string {
  const format = formats[listStyle];
  return format === 'none' ? '' : `${numberInFormat(number, format ?? 'decimal')}.`;
}

/** Whether an element has one of some names. */
export function own(names: readonly string[]): (element: { readonly name: string }) => boolean {
  return ({ name }) => names.includes(name);
}

const formats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  A: 'upperLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  i: 'lowerRoman',
  'lower-roman': 'lowerRoman',
  I: 'upperRoman',
  'upper-roman': 'upperRoman',
  none: 'none',
};

const blocks = new Set(
  'p div h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote section article header footer body dl dt dd hr'.split(
    ' ',
  ),
);
const unseen = new Set('style script head title meta link xml del noscript template'.split(' '));
const unseenStyle = /display:\s*none|mso-hide:\s*all|mso-element:\s*comment|visibility:\s*hidden/i;
const unseenClass = /\b(?:msocom\w*|MsoCommentReference|msoDel)\b/i;

/** Word’s and LibreOffice’s links between a mark and its note: `#_ftn1` and `#_ftnref1`, `#sdfootnote1sym` and `#sdfootnote1anc`. */
const noteMark = /#(?:_(?:ftn|edn)\d+|sd(?:foot|end)note\w+sym)$/i;
const noteOwnMark = /#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\w+anc)$/i;

/** A note’s name is the number in its id: `ftn1`, `edn1`, `sdfootnote1`. */
function noteOf(name: string, { id = '' }: HtmlElement['attributes']): string | undefined {
  return name === 'div' ? /^(?:ftn|edn|sd(?:foot|end)note)(\d+)$/i.exec(id)?.[1] : undefined;
}

function isBold(name: string, style: string, above: ElementLook | undefined): boolean {
  const weight = /font-weight:\s*(bold|normal|\d+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight === 'bold' || Number(weight) >= 600;
  return name === 'b' || name === 'strong' || name === 'th' || above?.isBold === true;
}

/** By its element, by what it is said to be, or by Word’s own levels; Word’s *Title* is above all. */
function headingOf(name: string, style: string, attributes: HtmlElement['attributes']): number | undefined {
  const { role, class: classes = '', 'aria-level': level = '' } = attributes;
  if (/\bMsoTitle\b/.test(classes)) return 1;
  return (
    numbered(/^h([1-6])$/.exec(name)) ??
    (role === 'heading' ? numbered(/^([1-6])$/.exec(level)) : undefined) ??
    numbered(/mso-outline-level:\s*([1-6])\b/i.exec(style))
  );
}

function numbered(match: RegExpExecArray | null): number | undefined {
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
