import type { NearTag } from '../../syntax/nearTag.ts';
import { smallNumbers } from '../../text/phrases.ts';

/**
 * Why what is nearly a tag is none; nothing of one that is spelt and bracketed well, for it names another document’s
 * recommendation.
 */
export function nearTagFault({ word, numbers }: NearTag, written: string): string | undefined {
  const isOpened = /^[([{]/.test(written);
  const isClosed = /[)\]}]$/.test(written);
  if (!/^recommendations?$/i.test(word))
    return /^recs?$/i.test(word) ? 'its word is shortened' : 'its word is misspelt';
  if (/^[([{]\s*\p{L}+['’]s/u.test(written)) return 'an apostrophe stands in its word';
  if (/^[([{]\s*[,;:~–-]/.test(written)) return 'a mark stands before its word';
  if (!isOpened && !isClosed) return noBrackets;
  if (!isOpened) return 'its bracket is not opened';
  if (!isClosed) return 'its bracket is not closed';
  if (/^\[.*\]$/s.test(written)) return 'it stands in square brackets';
  if (!/^\(.*\)$/s.test(written)) return 'its brackets are not round ones';
  if (numbers === '' && /\p{L}\s?[,;:~–-]\s?[)\]}]$/u.test(written)) return 'a mark stands after its word';
  if (numbers === '' && /\p{L}\s+(?:nos?|numbers?)\b|#/iu.test(written)) return 'no number follows its word';
  if (isOdd(numbers)) return /\d/.test(numbers) ? 'its numbers are not a list' : 'no number follows its word';
  if (/[a-z]\d/i.test(written)) return 'its number follows without a space';
  if (/(?:and|[–,-])\s*$/i.test(numbers)) return 'its list of numbers is broken off';
  if (numberWords.includes(numbers.toLowerCase())) return 'its number is written in words';
  if (/\dand\b/i.test(numbers)) return 'its numbers run together';
  if (/[a-z]/i.test(numbers.replace(/\band\b/g, ''))) return 'a letter stands in its number';
  if (numbers.includes('/')) return 'its numbers are parted by a stroke';
  const head = written.slice(1 + written.indexOf(word) + word.length - 1, written.indexOf(numbers, word.length));
  if (head === '.' && numbers !== '') return 'a full stop stands before its number';
  return /^\.?\s*$/.test(head) ? undefined : 'more than a space stands before its number';
}

/** The fault of a tag that has neither bracket. */
export const noBrackets = 'it stands in no brackets';

/** The numbers that some write in words. */
export const numberWords = smallNumbers.slice(1, 11);

/** Whether what follows a tag’s word is neither a list of numbers nor one that is broken off or has a letter in it. */
export function isOdd(numbers: string): boolean {
  if (/\d\s?[–-]\s?\d{1,3}\s?[–-]|,\s?,|\d\.\s+\d/.test(numbers)) return true;
  if (numbers === '' || numberWords.includes(numbers.toLowerCase())) return false;
  return !/^(?:[\dlI][\d\s.,/–-]*(?:and\b[\d\s.,–-]*)?|\d{0,2}[lIOa-z])$/.test(numbers);
}
