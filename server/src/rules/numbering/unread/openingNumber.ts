import { openingEndOf } from '../../../model/judgements/judgements.ts';
import { seriesOf } from '../../../model/numbering/series.ts';
import type { Report } from '../../../model/report.ts';
import type { Finding } from '../../rule.ts';

/** A paragraph of the report’s opening that has a number, of which the series has one of its own. A question. */
export function* openingNumber(report: Report): Iterable<Finding> {
  const { framework, paragraphs, sections } = report;
  if (framework.openAreas || seriesOf(report).length === 0) return;
  const end = openingEndOf(sections) ?? 0;
  const numbered = paragraphs.filter(
    ({ kind, series, numberSpan, block, content }) =>
      kind === 'other' &&
      series === undefined &&
      numberSpan !== undefined &&
      block < end &&
      content.to - content.from >= shortest,
  );
  const [only, another] = numbered;
  if (only?.numberSpan === undefined || another !== undefined) return;
  yield {
    ...only.numberSpan,
    severity: 'information',
    message: 'This paragraph has a number, and stands before those that are numbered. Take it out, if none is meant.',
  };
}

/** A shorter one may be an entry of a list. */
const shortest = 100;
