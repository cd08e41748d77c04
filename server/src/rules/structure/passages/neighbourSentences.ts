import type { Paragraph } from '../../../model/paragraph.ts';
import type { Report } from '../../../model/report.ts';
import { type Sentence, sentencesOf } from '../../../model/words/prose.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';
import { hasSameWords } from './sameWords.ts';

/** Sentences that also stand in the paragraph right above: a paragraph was split, or pasted, and they were left in both. */
export function* neighbourSentences(report: Report, isSilent: (paragraph: Paragraph) => boolean): Iterable<Finding> {
  const sentences = sentencesOf(report);
  let from = 0;
  let above = { from: 0, to: 0 };
  while (from < sentences.length) {
    let to = from + 1;
    while (sentences[to]?.block === sentences[from]?.block) to++;
    if (areNeighbours(report, sentences[above.from], sentences[from])) {
      const finding = firstTwin(sentences, above, { from, to });
      if (finding !== undefined && !isSilent((sentences[from] as Sentence).paragraph)) yield finding;
    }
    above = { from, to };
    from = to;
  }
}

/** Shorter sentences may be said of two things that are told one after the other. */
const fewestWords = 8;
/** *There had been good progress in this area.* */
const longestVerdict = 12;
/** So many sentences at a paragraph’s end are compared with those of the next. */
const most = 12;

/** Whether two paragraphs of running text follow one another in one section. */
function areNeighbours(
  { document: { blocks } }: Report,
  one: Sentence | undefined,
  other: Sentence | undefined,
): boolean {
  if (one === undefined || other === undefined || one.block === other.block) return false;
  if (other.paragraph.index - one.paragraph.index !== 1 || one.paragraph.section !== other.paragraph.section)
    return false;
  if (one.paragraph.kind !== other.paragraph.kind) return false;
  return [one, other].every(({ block }) => blocks[block]?.kind === 'numbered' || blocks[block]?.kind === 'plain');
}

/** The first of a paragraph’s sentences that the one above has, with those that follow it there too. */
function firstTwin(sentences: readonly Sentence[], above: Span, own: Span): Finding | undefined {
  for (let i = own.from; i < own.to; i++) {
    const sentence = sentences[i] as Sentence;
    if (sentence.last - sentence.first < fewestWords) continue;
    for (let k = Math.max(above.from, above.to - most); k < above.to; k++) {
      if (!hasSameWords(sentences[k] as Sentence, sentence)) continue;
      let count = 1;
      while (i + count < own.to && k + count < above.to && hasSameWords(sentences[k + count], sentences[i + count]))
        count++;
      // Short words with which both end are a verdict that is given of one thing after the other.
      if (count === 1 && i + 1 === own.to && k + 1 === above.to && sentence.last - sentence.first <= longestVerdict)
        return undefined;
      // The whole of a paragraph is told as that.
      if (count === own.to - own.from && count === above.to - above.from) return undefined;
      return {
        from: sentence.from,
        to: (sentences[i + count - 1] as Sentence).to,
        message:
          count === 1
            ? 'This sentence also stands in the paragraph above. Take one out.'
            : `These ${count} sentences also stand in the paragraph above. Take them out once.`,
        related: [
          { from: sentences[k]?.from ?? 0, to: sentences[k + count - 1]?.to ?? 0, message: 'It stands here too.' },
        ],
      };
    }
  }
  return undefined;
}
