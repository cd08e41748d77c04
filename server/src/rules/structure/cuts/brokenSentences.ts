import type { Report } from '../../../model/report.ts';
import { type Prose, proseOf, sentencesOf } from '../../../model/words/prose.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { endOfWord, idOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';

/** Sentences that end in a word with which none does: what followed it was deleted, and the full stop left. */
export function* brokenSentences(report: Report): Iterable<Finding> {
  for (const { prose, base, first, last } of sentencesOf(report)) {
    const place = openEnd(prose, first, last);
    if (place === undefined) continue;
    yield {
      from: base + place.from,
      to: base + place.to,
      message: `This sentence ends in “${prose.text.slice(place.from, place.to)}”. Write what is missing, or take the word out.`,
    };
  }
}

/** Whether a block has such a sentence. */
export function hasBrokenSentence(report: Pick<Report, 'document'>, block: number): boolean {
  const prose = proseOf(report, block);
  const isOpen = ({ first, last }: ProseSentence): boolean =>
    prose !== undefined && openEnd(prose, first, last) !== undefined;
  return prose?.sentences.some(isOpen) === true;
}

/** Fewer words are no sentence. */
const fewestWords = 4;

/** (A preposition may well be the last word: *what they were told of*.) */
const openWords = idSet('the an and or their its our your whose than every');

/** The last word of a sentence, counted from its block’s start, if none can end in it. */
function openEnd({ text, words }: Prose, first: number, last: number): Span | undefined {
  if (last - first < fewestWords || !openWords.has(idOfWord(words, last - 1))) return undefined;
  const from = startOfWord(words, last - 1);
  const to = endOfWord(words, last - 1);
  // (A small word, and nothing but a blank before it: one that is quoted, or the second of a pair, may be the last.)
  return /^[\p{L}\d]\s\p{Ll}+[.!?]$/u.test(text.slice(from - 2, to + 1)) ? { from, to } : undefined;
}
