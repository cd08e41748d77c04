import { isCapitalLetter } from '../../text/letters.ts';
import type { Prose } from '../words/prose.ts';
import { wordId } from '../words/proseReading.ts';
import { gapAfter, idAt, isBlankGap, sentenceAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { startOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { opensSentence } from './nameMention.ts';

/** The names of two words or more with capitals. A sentence’s first word is left out: it has its capital from there. */
export function capitalisedIn({ prose, telling: { capitals } }: ToldBlock): readonly WordRun[] {
  if (capitals.length < 2) return none;
  const runs: WordRun[] = [];
  let start = -2;
  let end = -2;
  // *Severn Hospitals NHS Foundation Trust* names no *Foundation Trust*.
  let isRest = false;
  const close = (): void => {
    if (isRest || end - start < 2 || end - start > longestName) return;
    const first = opensSentence(prose, start) ? start + 1 : start;
    if (end - first < 2 || noNames.has(idAt(prose, first)) || goesOnInCapitals(prose, end)) return;
    if (isWithinName(prose, first, end)) return;
    if (!isTitled(prose, capitals, first)) runs.push({ first, last: end });
  };
  for (const [i, at] of capitals.entries()) {
    const isNext =
      at === end || (at === end + 1 && isJoint(prose, start, end, capitals[i + 1]) && isBlankGap(prose, end));
    const goesOn = isNext && isBlankGap(prose, end - 1) && !opensSentence(prose, at);
    if (goesOn && !isAcronym(prose, at)) {
      end = at + 1;
      continue;
    }
    close();
    isRest = goesOn && end > start;
    start = isAcronym(prose, at) ? at + 1 : at;
    end = at + 1;
  }
  close();
  return runs;
}

const none: readonly never[] = [];

/** What has more words is a line in capitals, and no name. */
const longestName = 12;
/** What begins with these is no name: *Our Children*, *The January inventory*. */
const noNames = idSet('our your my their its we you they the a an in on at as by of and for into to with');

/**
 * Whether a name that begins at `start` goes on after a small word; `after` is the next but one with a capital. (*Referrals
 * to Early Help* has one from the sentence.)
 */
function isJoint(prose: Prose, start: number, at: number, after: number | undefined): boolean {
  const id = idAt(prose, at);
  if (joints.has(id)) return true;
  const isOpened = opensSentence(prose, start) && !(idAt(prose, start) === the && at > start + 1);
  return looseJoints.has(id) && after === at + 2 && isBlankGap(prose, at + 1) && !isOpened;
}

const the = wordId('the');
/** Join what is a name of several words. */
export const joints = idSet('of and for');
/**
 * Join only what is a name of several words by itself: *Children in Care Council*, *Inquiry into Child Exploitation*, but
 * *Early Help in Norwood*.
 */
const looseJoints = idSet('in into on to with');

/** *Adoption Support UK* is another name than *adoption support*, and *Care Homes (Wales) Regulations* than *care homes*. */
export function goesOnInCapitals(prose: Prose, end: number): boolean {
  if (3 * end >= prose.words.length) return false;
  return isBlankGap(prose, end - 1) ? isAcronym(prose, end) : goesOnAfterBracket(prose, end);
}

/** *Education (School Councils) (Wales) Regulations*: what stands in brackets after a word in capitals, and before another. */
function isWithinName({ text, words }: Prose, first: number, end: number): boolean {
  if (first === 0 || 3 * end >= words.length) return false;
  const [open, close] = [startOfWord(words, first), startOfWord(words, end)];
  const isNamed = isCapitalLetter(text.charCodeAt(startOfWord(words, first - 1)));
  return (
    isNamed &&
    text.charAt(open - 1) === '(' &&
    /^\) \(?$/.test(text.slice(Math.max(0, close - 3), close).replace(/^[^)]+/, '')) &&
    isCapitalLetter(text.charCodeAt(close))
  );
}

const longestBracket = 7;

function goesOnAfterBracket(prose: Prose, end: number): boolean {
  const { text, words } = prose;
  if (gapAfter(prose, end - 1) !== ' (') return false;
  // (*Mental Health (Compulsory Assessment and Treatment) Act* has several words in its bracket.)
  let last = end;
  while (last < end + longestBracket && gapAfter(prose, last) === ' ') last++;
  if (gapAfter(prose, last) !== ') ') return false;
  return isCapitalLetter(text.charCodeAt(startOfWord(words, last + 1, text.length)));
}

/**
 * Whether a word stands in a title, half of it in capitals and with no full stop: *Figure 9: Spending by Kind of
 * Programme*. There they tell nothing.
 */
export function isTitled(prose: Prose, capitals: readonly number[], at: number): boolean {
  const sentence = sentenceAt(prose, at);
  // (What has a comma in it is a list, or to whom a letter goes.)
  const isLong = sentence.last - sentence.first > longestTitle;
  const text = prose.text.slice(sentence.from, isLong ? sentence.from + longestCaption : sentence.to);
  if (caption.test(text)) return true;
  if (isLong || /,|[.;:?!]\W*$/.test(text)) return false;
  let count = 0;
  for (const word of capitals) if (word >= sentence.first && word < sentence.last) count++;
  return 2 * count >= sentence.last - sentence.first;
}

/** No title has more words, and no caption’s number comes after more characters. */
const longestTitle = 50;
const longestCaption = 50;
const caption = /^\W*(?:figure|table|chart|box|appendix) (?:\d|[ivx]+\b)/i;

/** Whether a name is the title of something: in quotation marks, slanted, or after a colon. */
export function isTitle({ text, words }: Prose, first: number): boolean {
  const from = startOfWord(words, first);
  return /[‘“'"_]$|: $/.test(text.slice(Math.max(0, from - 2), from));
}

function isAcronym({ text, words }: Prose, at: number): boolean {
  return isCapitalLetter(text.charCodeAt(startOfWord(words, at) + 1));
}
