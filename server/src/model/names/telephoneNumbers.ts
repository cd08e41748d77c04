import { isDigit } from '../../text/letters.ts';
import { wordAt } from '../words/proseWords.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';
import type { NameMention } from './nameMention.ts';

/** A telephone number has so many digits. */
const fewestDigits = 10;
const mostDigits = 11;

/** The telephone numbers of a block by their digits, in the form in which they are written: *0300 123 4234*, *0300123 4234*. */
export function telephoneMentions({ base, prose, telling: { numbers } }: ToldBlock): NameMention[] {
  const { text, words } = prose;
  const mentions: NameMention[] = [];
  for (const first of numbers) {
    const from = startOfWord(words, first);
    if (text.charAt(from) !== '0' || (first > 0 && isDigits(prose.text, words, first - 1))) continue;
    let last = first;
    let digits = '';
    while (3 * last < words.length && isDigits(text, words, last) && digits.length < mostDigits) {
      digits += wordAt(prose, last);
      last++;
      if (!/^[ \u00a0-]$/.test(text.slice(endOfWord(words, last - 1), startOfWord(words, last, text.length)))) break;
    }
    const to = endOfWord(words, last - 1);
    if (digits.length < fewestDigits || digits.length > mostDigits) continue;
    mentions.push({
      kind: 'telephone',
      thing: digits,
      form: text.slice(from, to).replace(/\u00a0/g, ' '),
      from: base + from,
      to: base + to,
    });
  }
  return mentions;
}

function isDigits(text: string, words: Int32Array, word: number): boolean {
  for (let at = startOfWord(words, word); at < endOfWord(words, word); at++)
    if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}
