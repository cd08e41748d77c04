import { editDistance } from '../text/editDistance.ts';
import { smallNumbers } from '../text/phrases.ts';
import { copied, type Span } from '../text/text.ts';
import { followsPossessive, speaksOfElsewhere } from './elsewhere.ts';

/**
 * What looks like a tag that is misspelt or in the wrong brackets: `(Recomendation)`, `[Recommendation 3]`,
 * `(Recommendation`, `Recommendation 3)`.
 */
export interface NearTag extends Span {
  /** The word as written. */
  readonly word: string;
  /** What is written of its numbers, or in their place. */
  readonly numbers: string;
}

const inWords = smallNumbers.slice(1, 11).join('|');
/** The word, in two parts where a blank has got into it. All repetitions are bounded, so that time is linear. */
const name = String.raw`(RE[A-Z]{8,16}|(?:[Rr]{1,2}e|[Ee]co|[Rr]co)[a-z01аеіос]{0,18}(?:[ -](?!(?:and|nos?|nrs?|numbers?|tb[acd]|[ivx]{2,5}|${inWords})\b)[a-z]{2,12})?|[Rr]ecs?)(?:['’]s)?`;
/** What some write between the word and its number: *no.*, a colon. */
const between = String.raw`\.?\s{0,30}(?:(?:nos?\b\.?|numbers?\b|[#:–-])\s{0,30})?`;
const list = String.raw`\d[\d\s.,/–-]{0,60}(?:and\s{1,30}\d[\d\s.,–-]{0,30})?`;
const brokenList = String.raw`\d[\d\s.,/–-]{0,60}and`;
/** A letter typed for a figure. */
const withLetter = String.raw`[lI]|[1-9][lIO]|[lI]\d|\d{1,2}[a-z]`;
/** A first look: most brackets hold something else. */
const opening = /[([{]\s*[,;:~–-]?\s?(?:[Rr]{1,2}e|RE|[Ee]co|[Rr]co)/y;
const closed = new RegExp(
  String.raw`[([{]\s*[,;:~–-]?\s?${name}${between}((?:${list}|${brokenList}|(?:${inWords}|${withLetter})(?![a-z\d]))?)\s{0,30}[)\]}](?!\()`,
  'y',
);
/**
 * What stands after the word and is no list of numbers, though no words either: marks, single letters, Roman numbers, what
 * holds a number's place, or the word once more. (A question mark alone belongs to a question.)
 */
const rest = String.raw`(?=[^()[\]{}\r\n?])(?:[^\p{L}()[\]{}\r\n\\]|(?<!\p{L})(?:and|to|or|nrs?|[Nn]os?|tb[acd]|TB[ACD]|x{1,3}|[IVX]{1,5}|[ivx]{2,5}|\p{L}|[Rr]ecommendations?)(?!\p{L})|[[{]\d{1,3}[\]}]){1,30}`;
const odd = new RegExp(String.raw`[([{]\s*([Rr]ecommendations?)(?!\p{L})(${rest})[)\]}](?!\()`, 'uy');
/** One that has brackets of its own for its other numbers: *(Recommendation 1 (and 3))*. */
const nested = /\(\s*([Rr]ecommendations?)\s(\d{1,3}\s\((?:and|to|also|or)?\s?\d{1,3}\))\s?\)/y;
/** A tag that ends its block without a bracket, or before a sentence or a tag. */
const unclosed = new RegExp(
  String.raw`[([{]\s*${name}${between}((?:${list})?)(?=\s{0,30}(?:$|[([{]\s?[Rr]ecommendation)|(?<=[\s.\d])\s{0,30}\p{Lu}\p{Ll}*\s[^()[\]{}.!?]{0,400}(?:[.!?](?:\s|$)|[([{]|$))`,
  'uy',
);
const unopened = new RegExp(String.raw`([Rr]ecommendations?)(?![a-z])${between}((?:${list})?)\s{0,30}([)\]}])?`, 'g');
const joinedOn = /[\p{L}\d([{-]$|[([{]\s*$/u;
const sentenceEnd = /[.!?]['’”]?\s+$/;
/** So much of what stands before a word is looked at: blanks, a line's end and its indentation. */
const longestGap = 40;
const blockEnd = /\s*[.,;]?\s*$/y;

/**
 * What stands at a bracket at `at` and is nearly a tag. A word well spelt between parentheses is no mistake, unless its
 * number follows without a blank, is written otherwise, or its list is broken off.
 */
export function nearTagAt(published: string, at: number): NearTag | undefined {
  opening.lastIndex = at;
  if (!opening.test(published)) return undefined;
  closed.lastIndex = at;
  unclosed.lastIndex = at;
  odd.lastIndex = at;
  nested.lastIndex = at;
  const match = nested.exec(published) ?? closed.exec(published) ?? unclosed.exec(published) ?? odd.exec(published);
  if (match === null) return undefined;
  const [written, word = '', numbers = ''] = match;
  if (!isTagWord(word, numbers) || isWellWritten(written)) return undefined;
  return { from: at, to: at + written.trimEnd().length, word: copied(word), numbers: copied(numbers.trim()) };
}

/** Whether it has a tag's form, and is none since it speaks of something else. */
function isWellWritten(written: string): boolean {
  if (/\d\s?[–-]\s?\d{1,3}\s?[–-]|,\s?,|[–-]\s*\)|\d\.\s+\d/.test(written)) return false;
  return /^\(\s*recommendations?\.?(?:\s+\d[\d\s.,–-]*(?:(?<=[\s,])and\s+\d[\d\s.,–-]*)?)?\)$/i.test(written);
}

/**
 * The tags of a text from `from` on that lack the bracket at their start, or, at the end of the text, both. Of a word in
 * running text nothing but its place tells that a tag was meant: a sentence ends before it, or the text after it.
 */
export function unopenedTags(published: string, from: number, isEnclosed: (at: number) => boolean): NearTag[] {
  const found: NearTag[] = [];
  unopened.lastIndex = from;
  for (let match = unopened.exec(published); match !== null; match = unopened.exec(published)) {
    const [written, word = '', numbers = '', bracket] = match;
    const at = match.index;
    const to = at + written.trimEnd().length;
    const before = published.slice(Math.max(from, at - longestGap), at);
    if (joinedOn.test(before)) continue;
    if (bracket === undefined) {
      // With a full stop it is a sentence that cites a recommendation.
      if (!sentenceEnd.test(before) || published.slice(to).trim() !== '' || numbers === '' || /[.,]\s*$/.test(numbers))
        continue;
    } else if (!sentenceEnd.test(before)) {
      blockEnd.lastIndex = to;
      if (!blockEnd.test(published)) continue;
    }
    if (isEnclosed(at) || speaksOfElsewhere(published, to) || followsPossessive(published, from, at)) continue;
    found.push({ from: at, to, word: copied(word), numbers: copied(numbers.trim()) });
  }
  return found;
}

/** Whether a word is a tag's but for a slip; one that is cut short or torn in two is taken for it before a number alone. */
function isTagWord(written: string, numbers: string): boolean {
  const name = written.toLowerCase().replace(/[ -]/, '');
  if (/^rec(?:c|s|om{1,2}|ommend)?$/.test(name)) return /\d/.test(numbers) || /om{1,2}$/.test(name);
  const distance = Math.min(editDistance(name, 'recommendation', 3), editDistance(name, 'recommendations', 3));
  return distance <= (name.length === written.length ? 2 : 0);
}
