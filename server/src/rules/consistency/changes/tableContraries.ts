import { figureSpan, figureText } from '../../../model/figures/figures.ts';
import type { Report } from '../../../model/report.ts';
import { contraryToComparisons } from '../../../model/tables/tableComparisons.ts';
import type { TableFact } from '../../../model/tables/tableFacts.ts';
import { contraryToTrends, markText, type TableContrary } from '../../../model/tables/tableTrends.ts';
import { spanOfWords } from '../../../model/words/proseWords.ts';
import { placeInWords } from '../../messages/placeInWords.ts';
import type { Finding } from '../../rule.ts';

/** Where the words say that a number rises, or is higher than another, and by a table it falls, or is lower. */
export function* tableContraries(report: Report): Iterable<Finding> {
  for (const contrary of contraryToTrends(report))
    yield findingOf(report, contrary, (from, to) => `is ${from} first, and then ${to}`);
  for (const contrary of contraryToComparisons(report))
    yield findingOf(report, contrary, (from, to) => `is ${from} beside ${to}`);
}

function findingOf(report: Report, contrary: TableContrary, told: (from: string, to: string) => string): Finding {
  const { statement, mark, from, to } = contrary;
  const { sentence, topics } = statement;
  const { from: start, to: end } = spanOfWords(topics.prose, mark.first, mark.last);
  const figures = [from, to].map(({ block, figure }) => figureText(block, figure)) as [string, string];
  const place = placeInWords(report, from.table.index);
  return {
    from: sentence.base + start,
    to: sentence.base + end,
    message: `The text says *${markText(contrary)}*, but in ${place} *${from.words[0] ?? ''}* ${told(...figures)}. Correct a word or a figure.`,
    related: [relatedTo(from), relatedTo(to)],
  };
}

function relatedTo({ block, figure }: TableFact): {
  readonly from: number;
  readonly to: number;
  readonly message: string;
} {
  return { ...figureSpan(block, figure), message: `Here it is *${figureText(block, figure)}*.` };
}
