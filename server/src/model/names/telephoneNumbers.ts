import type { ToldBlock } from '../words/tellingWords.ts';
import type { NameMention } from './nameMention.ts';

/** A telephone number has so many digits. */
const fewestDigits = 10;
const mostDigits = 11;

/** The telephone numbers of a block by their digits, in the form in which they are written: *0300 123 4234*, *0300123 4234*. */
export function telephoneMentions({ base, prose, telling: { numbers } }: ToldBlock): NameMention[] {
  const { text, words } = prose;
  const mentions: NameMention[] = [];
  for (const first of numbers) {
    const from = words[3 * first] as number;
    if (text.charCodeAt(from) !== zero || (first > 0 && isDigits(prose.text, words, first - 1))) continue;
    let last = first;
    let digits = '';
    while (3 * last < words.length && isDigits(text, words, last) && digits.length < mostDigits) {
      digits += text.slice(words[3 * last], words[3 * last + 1]);
      last++;
      if (!/^[ \u00a0-]$/.test(text.slice(words[3 * last - 2], words[3 * last]))) break;
    }
    const to = words[3 * last - 2] as number;
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

const zero = 0x30;

function isDigits(text: string, words: Int32Array, word: number): boolean {
  for (let at = words[3 * word] ?? 0; at < (words[3 * word + 1] ?? 0); at++) {
    const unit = text.charCodeAt(at);
    if (unit < zero || unit > 0x39) return false;
  }
  return true;
}
