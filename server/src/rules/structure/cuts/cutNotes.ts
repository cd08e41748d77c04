import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';
import { linkingWords, longestWord } from './edgeWords.ts';

/** Notes’ texts that end with a word which leads on. */
export function* cutNotes({ document: { source }, footnotes }: Report): Iterable<Finding> {
  for (const { texts } of footnotes)
    for (const { content } of texts) {
      const [word = ''] =
        /(?<= )\p{Ll}{1,6}$/u.exec(source.slice(Math.max(content.from, content.to - longestWord), content.to)) ?? [];
      if (!linkingWords.has(word)) continue;
      const message = 'This note breaks off here. Put back what is missing, or end it with a full stop.';
      yield { from: content.to - word.length, to: content.to, message };
    }
}
