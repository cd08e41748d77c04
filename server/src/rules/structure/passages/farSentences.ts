import type { Report } from '../../../model/report.ts';
import { type Sentence, sentencesOf } from '../../../model/words/prose.ts';
import { sentencePrint } from '../../../model/words/sentencePrint.ts';
import type { Finding } from '../../rule.ts';
import { hasSameWords } from './sameWords.ts';

/**
 * Sentences that follow one another in a finding, and also in another one farther off: they were pasted in, or were to be
 * moved and were left. Whole paragraphs, and what stands in neighbours, are told otherwise.
 */
export function* farSentences(report: Report): Iterable<Finding> {
  const sentences = sentencesOf(report);
  const known = new Map<number, number>();
  for (let i = 0; i < sentences.length; ) {
    const own = sentences[i] as Sentence;
    const words = own.last - own.first;
    if (words < fewestWords || !isOfFindings(own)) {
      i++;
      continue;
    }
    const print = sentencePrint(own.prose.words, own.first, own.last);
    const first = known.get(print);
    if (first === undefined) {
      known.set(print, i++);
      continue;
    }
    const count = countOfSame(sentences, first, i);
    const other = sentences[first] as Sentence;
    const last = sentences[i + count - 1] ?? own;
    if (isPasted(sentences, first, i, count)) {
      yield {
        from: own.from,
        to: last.to,
        message:
          count === 1
            ? `This sentence also stands in ${nameOf(other)}. Take one out.`
            : `These ${count} sentences also stand in ${nameOf(other)}. Take them out once.`,
        related: [
          { from: other.from, to: sentences[first + count - 1]?.to ?? other.to, message: 'It stands here too.' },
        ],
      };
    }
    i += Math.max(1, count);
  }
}

/** Shorter sentences may be said of two things. */
const fewestWords = 6;
/** So many words, of one sentence or of several in a row, are never said twice. */
const fewestOfOne = 22;
const fewestOfSeveral = 16;

/** Whether a sentence stands in a finding, or in a paragraph that a report numbers in its own way. */
function isOfFindings({ paragraph: { kind, number } }: Sentence): boolean {
  return kind === 'finding' || (kind === 'other' && number !== undefined);
}

function nameOf({ paragraph: { number } }: Sentence): string {
  return number === undefined ? 'a paragraph above' : `paragraph ${number}`;
}

/** How many sentences from two places on are the same, each within its paragraph. */
function countOfSame(sentences: readonly Sentence[], first: number, own: number): number {
  let count = 0;
  while (
    first + count < own &&
    sentences[first + count]?.block === sentences[first]?.block &&
    sentences[own + count]?.block === sentences[own]?.block &&
    hasSameWords(sentences[first + count], sentences[own + count])
  )
    count++;
  return count;
}

function isPasted(sentences: readonly Sentence[], first: number, own: number, count: number): boolean {
  const [one, other, last] = [sentences[first], sentences[own], sentences[own + count - 1]];
  if (one === undefined || other === undefined || last === undefined || one.block === other.block) return false;
  if (last.last - other.first < (count > 1 ? fewestOfSeveral : fewestOfOne)) return false;
  if (other.paragraph.index - one.paragraph.index === 1) return false;
  // The whole of a paragraph is told as that.
  return !(isWhole(sentences, first, count) && isWhole(sentences, own, count));
}

function isWhole(sentences: readonly Sentence[], at: number, count: number): boolean {
  const block = sentences[at]?.block;
  return sentences[at - 1]?.block !== block && sentences[at + count]?.block !== block;
}
