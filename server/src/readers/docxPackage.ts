import { unzipSync } from 'fflate';
import { elementsIn, type XmlElement, xmlOf } from './docxXml.ts';
import { isCompoundFile, isZip } from './fileSignatures.ts';
import type { Refusal } from './refusal.ts';

/** The parts of a Word document that say something. A document need not have any but the first. */
export interface DocxParts {
  /** As it is in the file: the document’s text is too long to be read as a whole. */
  readonly document: Uint8Array;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly settings: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  readonly comments: XmlElement | undefined;
  readonly heads: readonly XmlElement[];
  readonly feet: readonly XmlElement[];
}

/** More is not unpacked: a document of 500 pages has a fifth of it, and a small file can be made to hold any amount. */
const largest = 32 * 1024 * 1024;

/** What is said of a file that only has a Word document’s name. */
export const noDocument =
  'This is no Word document (.docx). Open it in the program it was made with and save it as one, or as a PDF.';
/** What is said of a file that is a Word document but for a fault in it. */
export const damaged = 'The Word document is damaged. Open it in Word and save it again.';

/** The parts of a Word document, or why there are none. */
export function docxParts(bytes: Uint8Array): DocxParts | Refusal {
  if (isCompoundFile(bytes)) return { refused: whyNotRead(bytes) };
  if (!isZip(bytes)) return { refused: noDocument };
  const files = unpacked(bytes);
  if ('refused' in files) return files;

  const main = relatedTo('', files).find(({ type }) => type === 'officeDocument')?.path ?? 'word/document.xml';
  const relations = relatedTo(main, files);
  let whole = true;
  const read = (path: string): XmlElement[] => {
    const content = files.get(path);
    if (content === undefined) return [];
    const root = xmlOf(content);
    if (root === undefined) whole = false;
    return root === undefined ? [] : [root];
  };
  const all = (type: string) => relations.filter(to => to.type === type).flatMap(({ path }) => read(path));
  const document = files.get(main);
  const parts = {
    styles: all('styles')[0],
    numbering: all('numbering')[0],
    settings: all('settings')[0],
    footnotes: all('footnotes')[0],
    endnotes: all('endnotes')[0],
    comments: all('comments')[0],
    heads: all('header'),
    feet: all('footer'),
  };
  if (!whole) return { refused: damaged };
  return document === undefined ? { refused: noDocument } : { document, ...parts };
}

/** The XML files in a zip, by their paths. */
function unpacked(bytes: Uint8Array): Map<string, Uint8Array> | Refusal {
  let size = 0;
  try {
    // What a file's entry says of its size is also all that is unpacked of it.
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        return size <= largest;
      },
    });
    if (size > largest) return { refused: 'The Word document is too large: it holds more than 32 MB of text.' };
    return new Map(Object.entries(files).map(([path, content]) => [path.replace(/^\//, ''), content]));
  } catch {
    return { refused: damaged };
  }
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** What a file of the package says to be related to it; of the package itself, whose path is empty, its main parts. */
function relatedTo(path: string, files: ReadonlyMap<string, Uint8Array>): Relation[] {
  const slash = path.lastIndexOf('/') + 1;
  const [folder, name] = [path.slice(0, slash), path.slice(slash)];
  const content = files.get(`${folder}_rels/${name}.rels`);
  const root = content && xmlOf(content);
  return elementsIn(root).map(({ attributes }) => {
    const target = attributes.Target ?? '';
    return {
      type: /[^/]*$/.exec(attributes.Type ?? '')![0],
      path: target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''),
    };
  });
}

/** A file of Word's older form, or a newer one inside it, because it is encrypted. */
function whyNotRead(bytes: Uint8Array): string {
  const encrypted = [...'EncryptedPackage'].flatMap(letter => [letter.charCodeAt(0), 0]);
  return includes(bytes, encrypted)
    ? 'The Word document has a password. Save it without one.'
    : 'The document is in Word’s old format. Open it in Word and save it as .docx.';
}

function includes(bytes: Uint8Array, part: readonly number[]): boolean {
  for (let at = bytes.indexOf(part[0]!); at >= 0; at = bytes.indexOf(part[0]!, at + 1)) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
