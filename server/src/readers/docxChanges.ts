import type { Remark } from '../import/source.ts';
import { elementAt, elementsIn, isText, type XmlElement, type XmlNode } from './docxXml.ts';

/** What a mark of a change says of what stands in it. */
export interface Change {
  readonly kind: Remark['kind'];
  /** Whether what is marked so is in the text now. */
  readonly stays: boolean;
  /** What a remark says before the words. */
  readonly says?: string;
}

/** The changes by the elements that mark them. */
export const changes: ReadonlyMap<string, Change> = new Map([
  ['w:ins', { kind: 'insertion', stays: true }],
  ['w:del', { kind: 'deletion', stays: false }],
  ['w:moveTo', { kind: 'move', stays: true }],
  ['w:moveFrom', { kind: 'move', stays: false }],
]);

/** Elements, with the paragraphs whose ends are deleted joined to those that follow them. */
export function* withoutDeletedEnds(elements: Iterable<XmlElement>): Generator<XmlElement> {
  let open: XmlElement[] = [];
  for (const element of elements) {
    if (element.name === 'w:p') open.push(element);
    if (endIsDeleted(element)) continue;
    if (open.length > 0) yield joined(open);
    open = [];
    if (element.name !== 'w:p') yield element;
  }
  if (open.length > 0) yield joined(open);
}

function joined(paragraphs: readonly XmlElement[]): XmlElement {
  const last = paragraphs.at(-1)!;
  if (paragraphs.length === 1) return last;
  return { ...last, children: paragraphs.flatMap(part => contentOf(part, part === last)) };
}

function contentOf({ children }: XmlElement, withProperties: boolean): readonly XmlNode[] {
  return withProperties ? children : children.filter(node => isText(node) || node.name !== 'w:pPr');
}

function endIsDeleted(element: XmlElement): boolean {
  const end = element.name === 'w:p' ? elementAt(element, 'w:pPr', 'w:rPr') : undefined;
  return elementsIn(end).some(({ name }) => changes.get(name)?.stays === false);
}
