import { noteMarks, printedWords, publishedWords, type Word, withoutOwnMarks } from './accountedWords.ts';
import { wronglyDropped } from './droppedLines.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import type { Source } from './source.ts';

/** A word that is in the source or in the markup only. */
export interface Discrepancy {
  readonly word: string;
  /** Of a lost word the source's page and line, of an invented one the markup's line. */
  readonly page: number | undefined;
  readonly line: number;
}

/** What an import lost and what it invented: nothing, if all is well. */
export interface Account {
  readonly lost: readonly Discrepancy[];
  readonly invented: readonly Discrepancy[];
  /** How many words of the source are in the markup. */
  readonly words: number;
}

/**
 * Counts an import against its source: the words of the source, less those of lines that were dropped for a reason that
 * they bear out, must be the words of the markup, in the order that the ledger says. It reads the markup in its own way,
 * and shares no code with what wrote it.
 */
export function accountOf(source: Source, markup: string, { entries }: Ledger): Account {
  const marks = noteMarks(markup);
  const printed = printedWords(withoutOwnMarks(markup, entries), marks);
  const { words, front } = publishedWords(source, entries, markup, printed.bodyFrom, marks);
  const lost: Discrepancy[] = [
    ...unaccounted(source, entries),
    ...wronglyDropped(source, entries, printed.body).map(({ text, page, line }) => ({ word: text.trim(), page, line })),
  ];
  const said = counted(printed.front);
  for (const { text, page, line } of front) if (!taken(said, text)) lost.push({ word: text, page, line });
  const invented: Discrepancy[] = [];
  compare(words, printed.body, lost, invented);
  return { lost, invented, words: words.length + front.length };
}

const mostDiscrepancies = 200;
const farthest = 400;

/** Goes through both rows of words; where they part, what is skipped until they meet again is lost or invented. */
function compare(source: readonly Word[], markup: readonly Word[], lost: Discrepancy[], invented: Discrepancy[]): void {
  let i = 0;
  let j = 0;
  while (i < source.length || j < markup.length) {
    if (isSame(source[i], markup[j])) {
      i++;
      j++;
      continue;
    }
    if (lost.length + invented.length > mostDiscrepancies) return;
    const [left, right] = meeting(source, i, markup, j);
    for (; i < left; i++) lost.push(discrepancy(source[i]!));
    for (; j < right; j++) invented.push(discrepancy(markup[j]!));
  }
}

function isSame(a: Word | undefined, b: Word | undefined): boolean {
  if (a === undefined || b === undefined || a.text !== b.text) return false;
  return a.isGlued === undefined || b.isGlued === undefined || a.isGlued === b.isGlued;
}

/** Where two rows of words meet again, three words alike. */
function meeting(source: readonly Word[], i: number, markup: readonly Word[], j: number): [number, number] {
  for (let sum = 1; sum < farthest; sum++) {
    for (let skipped = 0; skipped <= sum; skipped++) {
      const left = i + skipped;
      const right = j + sum - skipped;
      if (left > source.length || right > markup.length) continue;
      const both = Math.min(3, Math.max(source.length - left, markup.length - right));
      if ([...Array(both).keys()].every(k => isSame(source[left + k], markup[right + k]))) return [left, right];
    }
  }
  return [source.length, markup.length];
}

function discrepancy({ text, page, line }: Word): Discrepancy {
  return { word: text, page, line };
}

/** Lines whose entries in the ledger do not make up their words. */
function unaccounted({ lines }: Source, entries: readonly LedgerEntry[]): Discrepancy[] {
  const accounted = new Map<number, string>();
  for (const { index, text } of entries) accounted.set(index, `${accounted.get(index) ?? ''} ${text}`);
  return lines.flatMap(({ page, line, text }, index) =>
    text.replace(/\s+/g, '') === (accounted.get(index) ?? '').replace(/\s+/g, '')
      ? []
      : [{ word: text.trim(), page, line }],
  );
}

function counted(words: readonly Word[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of words) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function taken(counts: Map<string, number>, word: string): boolean {
  const count = counts.get(word) ?? 0;
  counts.set(word, count - 1);
  return count > 0;
}
