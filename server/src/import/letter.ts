import { type ImportedBlock, type Piece, pieceOf } from './block.ts';
import { datesIn } from './dates.ts';
import type { PrintedLine } from './printedLine.ts';
import { endsSentence } from './seriesStarts.ts';

/** The head of a report that is written as a letter: to whom, the salutation, and what it is about. */
export interface Letter {
  /** Blocks by the line at which they begin, with how many lines they take. */
  readonly blocks: ReadonlyMap<number, { readonly lines: number; readonly blocks: readonly ImportedBlock[] }>;
  readonly subject: readonly Piece[];
  readonly inspected: readonly string[];
  readonly published: string | undefined;
  /** Where its text begins. */
  readonly end: number;
}

/** An address and what stands above it are at most so many lines, and a subject so many. */
const longestHead = 40;
const longestSubject = 3;

/** Reads a letter's head: lines that are not joined above the salutation, and a subject under it, without a full stop. */
export function letterOf(lines: readonly PrintedLine[]): Letter | undefined {
  const salutation = lines.slice(0, longestHead).findIndex(({ text }) => /^Dear \p{Lu}[^.]*$/u.test(text));
  if (salutation < 0) return undefined;
  const subject = subjectUnder(lines, salutation + 1);
  if (subject === undefined) return undefined;
  const blocks = new Map<number, { lines: number; blocks: ImportedBlock[] }>();
  for (let at = 0; at <= salutation; ) {
    let to = at + 1;
    while (to <= salutation && /,$/.test(lines[to - 1]!.text) && !lines[to]!.isApart) to++;
    blocks.set(at, { lines: to - at, blocks: [{ kind: 'plain', pieces: lines.slice(at, to).map(pieceOf) }] });
    at = to;
  }
  const pieces = lines.slice(salutation + 1, subject).map(pieceOf);
  blocks.set(salutation + 1, { lines: pieces.length, blocks: [{ kind: 'heading', level: 1, pieces }] });
  const days = lines.slice(0, salutation).find(({ text }) => dayAlone.test(text));
  return {
    blocks,
    subject: pieces,
    inspected: inspectedIn(lines.slice(subject, subject + longestHead)),
    published: days === undefined ? undefined : datesIn(days.text)[0],
    end: subject,
  };
}

const dayAlone = /^\d{1,2}(?:st|nd|rd|th)? \p{Lu}\p{Ll}+ \d{4}$/u;

/** Where the subject under a salutation ends: before a sentence, which begins with a line that is full or ends it. */
function subjectUnder(lines: readonly PrintedLine[], from: number): number | undefined {
  for (let to = from + 1; to <= from + longestSubject; to++) {
    const last = lines[to - 1];
    const next = lines[to];
    if (last === undefined || next === undefined || /[.,;:]$/.test(last.text)) return undefined;
    const begins = /^\p{Lu}/u.test(next.text) && (next.isFull || endsSentence(next.text));
    if (begins && (!last.isFull || next.isApart)) return to;
  }
  return undefined;
}

/** The days on which a letter says that the inspection took place. */
function inspectedIn(lines: readonly PrintedLine[]): readonly string[] {
  const text = lines.map(line => line.text).join(' ');
  const [, days] = /\binspection took place (?:from|on|between) ([^.]{6,60}?\d{4})\b/i.exec(text) ?? [];
  const found = days === undefined ? [] : datesIn(days);
  return found.length > 2 ? [found[0]!, found.at(-1)!] : found;
}
