import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import type { SeriesKind } from '../../server/src/model/framework.ts';
import { seriesOf } from '../../server/src/model/numbering/series.ts';
import type { SeriesBreak } from '../../server/src/model/numbering/seriesBreaks.ts';
import type { Paragraph } from '../../server/src/model/paragraph.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

/** The breaks of findings so numbered, in words: `gap 12`, `repeated 9`, `displaced 11`, `start 1`. */
export function breaks(numbers: string, form: SeriesKind['form']): string {
  const text = numbers.split(' ').map(number => `${number}. Text.`);
  const framework = {
    ...builtInFramework('ofsted-sif')!,
    numbering: [{ roles: ['findings'], form, start: 1 }],
  };
  const report = reportOf(documentOf(['## Inspection findings', ...text].join('\n\n')), framework);
  return (
    seriesOf(report)
      .flatMap(series => series.breaks.map(inWords))
      .join(', ') || 'none'
  );
}

function inWords({ sort, members, others, missing, right }: SeriesBreak): string {
  const numbers = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ number }) => number).join(' ');
  if (sort === 'gap' || sort === 'start') {
    return `${sort} ${missing === undefined ? '' : missing.count === 1 ? missing.first : `${missing.first}-${missing.last}`}`;
  }
  const with_ = sort === 'displaced' && others.length > 0 ? ` with ${numbers(others)}` : '';
  return `${sort} ${numbers(members)}${with_}${right === undefined ? '' : ` for ${right}`}`;
}
