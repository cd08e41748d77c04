import type { EncodingProblem } from '../text/encodingProblem.ts';
import type { Span } from '../text/text.ts';

/** A file's text, and what was wrong with the bytes. A byte order mark is no part of it. */
export interface ReportText {
  readonly text: string;
  /** Whether such a mark stands before it. */
  readonly marked: boolean;
  readonly problem: EncodingProblem | undefined;
}

/** Related places are shown up to this number. */
const mostPlaces = 9;

/** Reads the bytes of a text file as well as they can be read. */
export function reportText(bytes: Uint8Array): ReportText {
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes.subarray(0, bytes.length & ~1));
    return { text, marked: false, problem: atStart(utf16Message) };
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const content = marked ? bytes.subarray(3) : bytes;
  const nul = content.includes(0);
  if (nul && isBinary(content)) return { text: '', marked, problem: atStart(binaryMessage) };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  // The decoder leaves this sign where it could not read, but it may also stand in the text itself.
  if (text.includes(unread) && !isUtf8(content)) return { text, marked, problem: unreadable(content, text) };
  return { text, marked, problem: nul ? nulProblem(text) : undefined };
}

/**
 * What is wrong with the encoding of a report that is open in an editor, whose text may have been changed since, and may
 * have been read otherwise than here.
 *
 * @param file the file as it is on the disk, if it is there
 */
export function openTextProblem(text: string, file: ReportText | undefined): EncodingProblem | undefined {
  const problem = file?.problem;
  // Such a file is what it is until it is saved in another encoding, which the text does not show.
  if (problem?.message === utf16Message || problem?.message === binaryMessage) return problem;
  if (problem === undefined || problem.message === nulMessage) return nulProblem(text);
  if (file?.text === text) return problem;
  const places: Span[] = [];
  for (let at = text.indexOf(unread); at >= 0 && places.length <= mostPlaces; at = text.indexOf(unread, at + 1))
    places.push({ from: at, to: at + 1 });
  const [place = { from: 0, to: 0 }, ...more] = places;
  return { ...place, message: notUtf8Message, more };
}

/** Stands where the decoder could not read. */
const unread = '\ufffd';

const utf16Message =
  'This file is in the encoding UTF-16, and reports are in UTF-8, so other tools may not read it. Save it as UTF-8.';
const binaryMessage =
  'This file is not text: it may be a Word document, a PDF or a picture under another name. Save the report as plain text in UTF-8.';
const nulMessage =
  'Here stands a character that cannot be seen and belongs in no report (NUL), and other tools may stop reading there. Delete it.';

const notUtf8Message =
  'This file is not UTF-8, so some of its characters may be shown wrong. Open it again in its own encoding, then save it as UTF-8.';

function nulProblem(text: string): EncodingProblem | undefined {
  const at = text.indexOf('\0');
  return at < 0 ? undefined : { from: at, to: at + 1, message: nulMessage, more: [] };
}

function atStart(message: string): EncodingProblem {
  return { from: 0, to: 0, message, more: [] };
}

/** By its mark, or without one by the zeros that it has at every other byte of European text. */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 4 || (bytes[0] !== 0 && bytes[1] !== 0)) return undefined;
  const head = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  const many = head.length * 0.3;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

/** Zeros among what is no UTF-8, or zeros by the dozen. */
function isBinary(content: Uint8Array): boolean {
  if (!isUtf8(content)) return true;
  let zeros = 0;
  for (let at = content.indexOf(0); at >= 0; at = content.indexOf(0, at + 1)) zeros++;
  return zeros * 100 > content.length;
}

function unreadable(content: Uint8Array, text: string): EncodingProblem {
  const places: Span[] = [];
  let count = 0;
  let first = 0;
  let byte = 0;
  let unit = 0;
  for (let at = text.indexOf(unread); at >= 0; at = text.indexOf(unread, at + 1)) {
    byte += utf8Length(text, unit, at);
    unit = at + 1;
    if (content[byte] === 0xef && content[byte + 1] === 0xbf && content[byte + 2] === 0xbd) {
      byte += 3;
      continue;
    }
    if (count++ === 0) first = content[byte] ?? 0;
    if (places.length <= mostPlaces) places.push({ from: at, to: at + 1 });
    byte += brokenLength(content, byte);
  }
  const [place = { from: 0, to: 0 }, ...more] = places;
  const others =
    count === 1 ? '' : ` There ${count === 2 ? 'is one more such place' : `are ${count - 1} more such places`}.`;
  const message = `This file is not UTF-8: the byte ${hex(first)} here stands for no character${guess(first)}.${others} Save the file as UTF-8.`;
  return { ...place, message, more };
}

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/** How many bytes a part of a text is, in which every surrogate has its other half. */
function utf8Length(text: string, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return length;
}

/** How many bytes the decoder takes for one character that it cannot read. */
function brokenLength(content: Uint8Array, at: number): number {
  const lead = content[at] ?? 0;
  const wanted =
    lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
  let length = 1;
  while (length <= wanted && continues(content[at + length] ?? 0, lead, length === 1)) length++;
  return length;
}

/** Whether a byte may go on with a character; which may stand second depends on the first. */
function continues(byte: number, lead: number, second: boolean): boolean {
  if (second && lead === 0xe0) return byte >= 0xa0 && byte <= 0xbf;
  if (second && lead === 0xed) return byte >= 0x80 && byte <= 0x9f;
  if (second && lead === 0xf0) return byte >= 0x90 && byte <= 0xbf;
  if (second && lead === 0xf4) return byte >= 0x80 && byte <= 0x8f;
  return byte >= 0x80 && byte <= 0xbf;
}

/** What the byte is in the encoding that Word and old editors on Windows write. */
function guess(byte: number): string {
  const sign = byte < 0xa0 ? windowsSigns[byte - 0x80] : String.fromCharCode(byte);
  return sign === undefined || sign.trim() === '' ? '' : `, though in Windows’s old encoding it is “${sign}”`;
}

/** What Windows-1252 has at 0x80 to 0x9f. */
const windowsSigns = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'];

function hex(byte: number): string {
  return `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
