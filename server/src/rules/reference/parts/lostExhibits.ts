import type { Report } from '../../../model/report.ts';
import { idAt } from '../../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../../model/words/wordColumns.ts';
import { type MarkedBlock, markedBlocks, sideWords } from '../../../model/words/wordMarks.ts';
import type { Span } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';

/** *The table below* in a report that has neither a table nor a picture beside its text. A question: it may come with the report. */
export function* lostExhibits(report: Report): Iterable<Finding> {
  const { document, judgements } = report;
  const named = markedBlocks(report).flatMap(exhibitsIn);
  if (named.length === 0) return;
  const graded = new Set(judgements.map(({ block }) => block));
  const isExhibit = (i: number): boolean =>
    (document.blocks[i]?.kind === 'table' && !graded.has(i)) || (document.blocks[i]?.inlines.pictures.length ?? 0) > 0;
  if (document.blocks.some((_, i) => isExhibit(i))) return;
  for (const { from, to, noun } of named)
    yield {
      from,
      to,
      severity: 'information',
      message: `There is no ${noun} in this report. Put it there, or say where it is.`,
    };
}

/** Where a block says that an exhibit stands near it. */
function exhibitsIn({ base, prose, marks }: MarkedBlock): (Span & { readonly noun: string })[] {
  const { text, words } = prose;
  return marks.watched.flatMap(side => {
    if (side < 2 || !sideWords.has(idAt(prose, side))) return [];
    const from = startOfWord(words, side - 2);
    const to = endOfWord(words, side);
    const [, noun = ''] = exhibit.exec(text.slice(from, to)) ?? [];
    return noun === '' ? [] : [{ from: base + from, to: base + to, noun }];
  });
}

const exhibit = /^(?:the|this) (table|chart|graph|diagram|figure|map) \p{Ll}+$/iu;
