import { isUtf8 } from 'node:buffer';
import type { Span } from '../text/text.ts';

/** A file's text, and what was wrong with the bytes. A byte order mark is no part of it. */
export interface ReportText {
  readonly text: string;
  /** Whether such a mark stands before it. */
  readonly marked: boolean;
  readonly problem: EncodingProblem | undefined;
}

/** Why a file is not UTF-8, at the first place where it is not. */
export interface EncodingProblem extends Span {
  readonly message: string;
  /** Further places, not all if there are many. */
  readonly more: readonly Span[];
}

/** Related places are shown up to this number. */
const mostPlaces = 9;

/** Reads the bytes of a text file as well as they can be read. */
export function reportText(bytes: Uint8Array): ReportText {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = utf16Kind(buffer);
  if (utf16 !== undefined) return { text: utf16Text(buffer, utf16), marked: false, problem: atStart(utf16Message) };
  const marked = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const content = marked ? buffer.subarray(3) : buffer;
  const nul = content.indexOf(0);
  if (nul >= 0 && isBinary(content)) return { text: '', marked, problem: atStart(binaryMessage) };
  const text = content.toString('utf8');
  // The decoder leaves this sign where it could not read, but it may also stand in the text itself.
  if (text.includes('\ufffd') && !isUtf8(content)) return { text, marked, problem: unreadable(content, text) };
  if (nul < 0) return { text, marked, problem: undefined };
  const at = text.indexOf('\0');
  return { text, marked, problem: { from: at, to: at + 1, message: nulMessage, more: [] } };
}

const utf16Message =
  'This file is in the encoding UTF-16, and reports are in UTF-8, so other tools may not read it. Save it as UTF-8.';
const binaryMessage =
  'This file is not text: it may be a Word document, a PDF or a picture under another name. Save the report as plain text in UTF-8.';
const nulMessage =
  'Here stands a character that cannot be seen and belongs in no report (NUL), and other tools may stop reading there. Delete it.';

function atStart(message: string): EncodingProblem {
  return { from: 0, to: 0, message, more: [] };
}

/** By its mark, or without one by the zeros that it has at every other byte of European text. */
function utf16Kind(buffer: Buffer): 'little' | 'big' | undefined {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return 'little';
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return 'big';
  if (buffer.length < 4 || (buffer[0] !== 0 && buffer[1] !== 0)) return undefined;
  const head = buffer.subarray(0, 1000);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  const many = head.length * 0.3;
  if (odd > many && even === 0) return 'little';
  return even > many && odd === 0 ? 'big' : undefined;
}

function utf16Text(buffer: Buffer, kind: 'little' | 'big'): string {
  const whole = buffer.subarray(0, buffer.length & ~1);
  return (kind === 'little' ? whole : Buffer.from(whole).swap16()).toString('utf16le').replace(/^\ufeff/, '');
}

/** Zeros among what is no UTF-8, or zeros by the dozen. */
function isBinary(content: Buffer): boolean {
  if (!isUtf8(content)) return true;
  let zeros = 0;
  for (let at = content.indexOf(0); at >= 0; at = content.indexOf(0, at + 1)) zeros++;
  return zeros * 100 > content.length;
}

function unreadable(content: Buffer, text: string): EncodingProblem {
  const places: Span[] = [];
  let count = 0;
  let first = 0;
  let byte = 0;
  let unit = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
    byte += Buffer.byteLength(text.slice(unit, at));
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

/** How many bytes the decoder takes for one character that it cannot read. */
function brokenLength(content: Buffer, at: number): number {
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
