import { strToU8, zipSync } from 'fflate';

/** The parts of a Word document beside its text, each as what stands in its root. */
export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly settings?: string;
}

const roots = { header: 'hdr' } as const;

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The bytes of a Word document with this body. */
export function docxFile(body: string, parts: DocxParts = {}): Uint8Array {
  const names = Object.keys(parts) as (keyof DocxParts)[];
  const relations = names.map(
    (name, i) => `<Relationship Id="r${i}" Type="${relationship}/${name}" Target="${name}.xml"/>`,
  );
  const files = Object.fromEntries(
    names.map(name => [`word/${name}.xml`, part({ ...roots }[name as 'header'] ?? name, parts[name]!)]),
  );
  return zip({
    '_rels/.rels': related(`<Relationship Id="r" Type="${relationship}/officeDocument" Target="word/document.xml"/>`),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': related(relations.join('')),
    ...files,
  });
}

/** The bytes of a zip with these texts in it. */
export function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function part(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${spaces}>${content}</w:${root}>`;
}

function related(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

/** A paragraph: what stands in it, as runs or as words, and its properties. */
export function p(content: string, properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : r(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A run of words, and its properties. */
export function r(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

/** A paragraph's property: its style. */
export function inStyle(id: string): string {
  return `<w:pStyle w:val="${id}"/>`;
}

/** A paragraph's property: that it belongs to a list. */
export function inList(id: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}
