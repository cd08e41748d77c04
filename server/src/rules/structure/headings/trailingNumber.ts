import type { Report } from '../../../model/report.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';

/** The one title that ends in a number behind several words, where no other does: a page’s, left from a list of contents. A question. */
export function* trailingNumber(report: Report): Iterable<Finding> {
  const numbered = report.sections.filter(({ title }) => ending.test(title));
  const [only, another] = numbered;
  if (only === undefined || another !== undefined) return;
  // Behind a grade it makes another word of it, and is told as that.
  if (report.judgements.some(own => own.block === only.block)) return;
  const [, words = '', number = ''] = whole.exec(only.title) ?? [];
  if (number === '' || words.split(' ').length < fewestWords) return;
  const { to } = titleSpan(only);
  yield {
    from: to - number.length,
    to,
    severity: 'information',
    message: `“${number}” stands at the end of this title, and no other ends in a number. Is it that of a page?`,
  };
}

const ending = /\d$/;
const whole = /^(?:\d{1,2}(?:\.\d{1,2})*\.? )?(\p{L}[^\d]{5,200}\p{Ll}) (\d{1,3})$/u;
/** After one word or two a number names a thing: *Unit 3*. */
const fewestWords = 3;
