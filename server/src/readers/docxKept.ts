import type { Style } from './docxStyles.ts';
import type { XmlElement } from './docxXml.ts';

/** What mammoth reads as it is. */
export const kept: ReadonlySet<string> = new Set(
  'trPr tcPr br tab noBreakHyphen sym footnoteReference endnoteReference'.split(' ').map(name => `w:${name}`),
);
/** What mammoth reads for what stands in it. */
export const keptAround: ReadonlySet<string> = new Set(['w:body', 'w:footnote', 'w:endnote', 'w:tbl', 'w:tc']);
/** What mammoth does not know, and what is the same to a reader. */
export const renamed: ReadonlyMap<string, string> = new Map([
  ['w:cr', 'w:br'],
  ['w:ptab', 'w:tab'],
  ['m:t', 'w:t'],
]);

/** The looks of letters, as the properties of a run of them. */
export function looksOf({ bold, italic, superscript, size }: Style): XmlElement {
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
