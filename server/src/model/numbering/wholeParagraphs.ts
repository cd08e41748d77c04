import type { Block } from '../../syntax/block.ts';
import type { Span } from '../../text/text.ts';
import type { Paragraph } from '../paragraph.ts';
import { type Report, wordsOf } from '../report.ts';

const whole = new WeakMap<Block, boolean>();

/** Whether a paragraph's words are whole sentences, found once for its block. */
export function isWhole(report: Report, index: number, { content }: Paragraph): boolean {
  const block = report.document.blocks[index];
  const known = block && whole.get(block);
  if (block === undefined || known !== undefined) return known === true;
  const words = wordsOf(report, index, content, { withoutTags: true });
  const text = words.replace(/^(?:[–—−+-]\d{1,3}|\(?(?:[a-z]|[ivxl]{1,5}))[.)]\s+/, '');
  const is = !beginsAsNote(report, content) && isSentence(text, text === words ? fewestWords : fewestOfPoint);
  whole.set(block, is);
  return is;
}

/** Whether a paragraph begins with a note’s mark: it was meant for the note’s text. */
function beginsAsNote({ document: { source } }: Report, { from }: Span): boolean {
  return source.startsWith('[^', from);
}

/** Where a number is lacking, a short sentence is a paragraph too, and so is one that leads in to points. */
export function mayLackNumber(report: Report, index: number, { content }: Paragraph): boolean {
  if (beginsAsNote(report, content)) return false;
  const words = wordsOf(report, index, content, { withoutTags: true });
  if (!/^[\p{Lu}\d‘“'"]/u.test(words) || !/[.!?…:][’”'")\]]*$/.test(words)) return false;
  return !/^[‘“'"].*[’”'"]$/su.test(words) && words.split(/\s+/, fewestInGap).length === fewestInGap;
}

const fewestInGap = 3;

/** Of fewer words no paragraph is one of its own. */
const fewestWords = 4;
/** A point with a letter of its own may be one of a list. */
export const fewestOfPoint = 6;

/** Whether words are a paragraph of their own: neither a label, nor a quotation, nor the rest of something, nor half typed. */
function isSentence(words: string, fewest: number): boolean {
  // What leads in to points after a sentence of its own is a paragraph, too.
  const leadsIn = words.endsWith(':') && /[.!?][’”'")]*\s+\p{Lu}/u.test(words);
  if (!/^[\p{Lu}\d‘“'"]/u.test(words) || !(leadsIn || /[.!?…][’”'")]*$/.test(words))) return false;
  return !/^[‘“'"].*[’”'"]$/su.test(words) && words.split(/\s+/, fewest).length === fewest;
}

/** Whether what stands before an offset ends a sentence, or leads in to what follows. */
export function endsSentence(source: string, to: number): boolean {
  return /[.!?…:;)\]’”'">]\s*$/.test(source.slice(Math.max(0, to - 8), to));
}
