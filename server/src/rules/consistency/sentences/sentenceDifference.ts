import { topicsOf } from '../../../model/claims/topics.ts';
import type { Report } from '../../../model/report.ts';
import { weaknessWords, wordsOfMeaning } from '../../../model/words/inspectionWords.ts';
import { opposites } from '../../../model/words/opposites.ts';
import type { Sentence } from '../../../model/words/prose.ts';
import { wordId } from '../../../model/words/proseReading.ts';
import { wordsBetween } from '../../../model/words/proseWords.ts';
import { numberWords } from '../../../model/words/tellingWords.ts';
import { endOfWord, idOfWord } from '../../../model/words/wordColumns.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import { commonEnds } from '../../../text/lists.ts';
import { fewestWords } from './likePairs.ts';

/** The words in which two sentences differ, of each those that the other has not. */
export interface Difference {
  readonly one: string;
  readonly other: string;
}

/** So many words may differ, and so much of the sentences must be the same. */
const mostDiffering = 3;
const share = 0.75;
/** What is added among a sentence’s first words is its subject: *many wait*, *many children wait*. */
const subjectWords = 4;
const trifles = idSet(
  `the a an and also however therefore now that this these those which their its his her our they it he she them of to as then
  both in on at for by with from when where while is are was were be been has have had who`,
);

/** The words that make one sentence another than its like; nothing where they say no more or less than the other’s. */
export function differenceOf(report: Report, one: Sentence, other: Sentence): Difference | undefined {
  const a = idsOfSentence(one);
  const b = idsOfSentence(other);
  const longer = Math.max(a.length, b.length);
  const { head: start, tail: end } = commonEnds(a, b);
  const same = start + end;
  if (same < fewestWords || same < share * longer || longer - same > mostDiffering || same === longer) return undefined;
  const between = ({ prose, first, last }: Sentence): string => wordsBetween(prose, first + start, last - end);
  const words = { one: between(one), other: between(other) };
  if (isCount(words.one) && isCount(words.other))
    return start === 0 || labels.has(idOfWord(one.prose.words, one.first + start - 1)) ? undefined : words;
  // A summary may name one thing of two: *a strength and well embedded*, *well embedded*.
  if (/^(?:and |$)|^(?:.* and)$/.test(words.one) && /^(?:and |$)|^(?:.* and)$/.test(words.other)) return undefined;
  if (
    words.one === '' ? isComplement(other, words.other, end) : words.other === '' && isComplement(one, words.one, end)
  )
    return undefined;
  // With another name it is another fact, and so it is with several numbers or other quoted words.
  if (start === 0 || /[\d“”‘"]|(?:^|\s)\p{Lu}/u.test(`${words.one} ${words.other}`)) return undefined;
  if (words.one.replace(/[- ]/g, '') === words.other.replace(/[- ]/g, '')) return undefined;
  if (hasNumber(one, start, end) || hasNumber(other, start, end)) return undefined;
  const ofOne = tellingWords(report, one, start, end);
  const ofOther = tellingWords(report, other, start, end);
  const added = [...ofOne].filter(key => !ofOther.has(key)).length;
  const missing = [...ofOther].filter(key => !ofOne.has(key)).length;
  if (added + missing === 0) return undefined;
  if (areContrary(one, other, start, end)) return words;
  if (added > 0 && missing > 0)
    return added === 1 && missing === 1 && !isVerb(words) && !isSameMeaning(words) ? words : undefined;
  return start >= subjectWords ? words : undefined;
}

/**
 * *Making limited use of it*, *making increasingly good use of it*: whether a word of one says the contrary of one of the
 * other.
 */
function areContrary(one: Sentence, other: Sentence, start: number, end: number): boolean {
  const ids = idsOfSentence(one).slice(start, one.last - one.first - end);
  const others = idsOfSentence(other).slice(start, other.last - other.first - end);
  const says = (a: readonly number[], b: readonly number[]): boolean =>
    a.some(id => opposites.get(id)?.some(contrary => b.includes(contrary)) === true);
  return says(ids, others) || says(others, ids);
}

/** What may be added without another claim: whose a thing is, or what is to be done with it. */
function isComplement({ prose: { text, words }, last }: Sentence, added: string, end: number): boolean {
  const after = text.charAt(endOfWord(words, last - end - 1, text.length));
  return (
    /^\p{L}+(?:[’']s|s[’'])$/u.test(added + (after === '’' || after === "'" ? after : '')) ||
    /^to be \p{L}+$/u.test(added)
  );
}

/** What has a number of its own: *Figure 3* and *Figure 4* are two. */
const labels = idSet('figure table box chart map annex appendix section stage phase paragraph recommendation part');

/** *Timely* and *prompt* say the same; *timely* and *late* do not, though both are about time. */
function isSameMeaning({ one, other }: Difference): boolean {
  const words = [one, other].map(own => own.toLowerCase().split(' ').at(-1) ?? '');
  return wordsOfMeaning(words[0] ?? '').includes(words[1] ?? '') && !words.some(word => weaknessWords.has(word));
}

/** The words that differ, by what they are compared: a plural is no other word than its singular. */
function tellingWords(
  report: Report,
  { block, first, last, prose }: Sentence,
  start: number,
  end: number,
): Set<number> {
  const topics = topicsOf(report).ofBlock[block];
  const telling = new Set<number>();
  for (let at = first + start; at < last - end; at++) {
    const id = idOfWord(prose.words, at);
    if (!trifles.has(id)) telling.add(topics?.codes[2 * at] || id);
  }
  return telling;
}

function hasNumber({ first, last, prose: { words } }: Sentence, start: number, end: number): boolean {
  for (let at = first + start; at < last - end; at++) if (numberWords.has(idOfWord(words, at))) return true;
  return false;
}

/** Whether this is one number, and no year. */
function isCount(word: string): boolean {
  return /^\d{1,3}(?:\.\d)?$/.test(word) || numberWords.has(wordId(word));
}

/** Two verbs in the past are two ways to tell the same. */
function isVerb({ one, other }: Difference): boolean {
  return /ed$/.test(one) && /ed$/.test(other);
}

function idsOfSentence({ prose: { words }, first, last }: Sentence): number[] {
  const ids: number[] = [];
  for (let at = first; at < last; at++) ids.push(idOfWord(words, at));
  return ids;
}
