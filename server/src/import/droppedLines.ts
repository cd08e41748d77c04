import type { Word } from './accountedWords.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Source } from './source.ts';

/** Lines that were dropped for a reason that they do not bear out. */
export function wronglyDropped(
  source: Source,
  entries: readonly LedgerEntry[],
  printed: readonly Word[],
): LedgerEntry[] {
  const dropped = entries.filter(({ fate }) => fate === 'dropped');
  const heads = new Map<string, number>();
  for (const { reason, text } of dropped)
    if (reason === 'running head') heads.set(withoutNumbers(text), (heads.get(withoutNumbers(text)) ?? 0) + 1);
  let said: Set<string> | undefined;
  let joined: string | undefined;
  const letters = (): string => {
    joined ??= squeezed(printed);
    return joined;
  };
  const isBorneOut = ({ reason, text, index }: LedgerEntry): boolean => {
    const words = text.trim();
    switch (reason) {
      case 'blank':
        return words === '';
      case 'page number':
        return isPageNumber(words);
      case 'running head':
        return (heads.get(withoutNumbers(text)) ?? 0) > 1;
      case 'contents':
        said ??= new Set(printed.map(word => withoutNumbers(word.text)));
        return (
          // Word’s own contents pages are marked as such, and are often older than the headings.
          (source.format === 'docx' && source.lines[index]?.look?.furniture === 'contents') ||
          /^contents$/i.test(words) ||
          words.split(/\s+/).every(word => said?.has(withoutNumbers(word))) ||
          letters().includes(withoutNumbers(words).replaceAll(' ', ''))
        );
      case 'date':
        return words.length < 120;
      case 'bullet mark':
        return /^[^\p{L}\p{N}]$|^[on]$/u.test(words);
      case 'label':
        return words.length < 60;
      default:
        return false;
    }
  };
  return dropped.filter(entry => !isBorneOut(entry));
}

/** Whether a line holds a number, and besides only words that say that it is a page's. */
function isPageNumber(words: string): boolean {
  const rest = words
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/page|slide|break|of/g, ' ');
  return /^[^\d\p{L}]{0,40}\d{1,4}(?:[^\d\p{L}]{1,3}\d{1,4})?[^\d\p{L}]{0,40}$/u.test(rest);
}

/** All words without blanks: an extractor may have left some within a title, and others within its line of contents. */
function squeezed(printed: readonly Word[]): string {
  return printed.map(({ text }) => text.toLowerCase().replaceAll('\u00ad', '')).join('');
}

/** What of a running head or a line of contents is the same on every page. */
function withoutNumbers(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('\u00ad', '')
    .replace(/[\d.…\s]+/g, ' ')
    .trim();
}
