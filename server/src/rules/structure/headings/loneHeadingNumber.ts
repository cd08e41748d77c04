import { seriesOf } from '../../../model/numbering/series.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { bareTitle } from '../../../model/titleKey.ts';
import { fixWith } from '../../fixWith.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';

/** The one heading with a number; without a full stop, only before a title that the framework knows. */
export function* loneNumber(report: Report): Iterable<Finding> {
  const { sections, document } = report;
  const [odd, another] = sections.filter(isCounted);
  if (odd === undefined || another !== undefined || sections.length <= fewestOthers) return;
  // (*Section 2. Safety* is counted too, whatever it is about.)
  if (lettered.test(odd.title) && sections.some(own => own !== odd && lettered.test(own.title))) return;
  const { from, to } = titleSpan(odd);
  const written = document.source.slice(from, to);
  const [number = ''] = numbered.exec(written) ?? lettered.exec(written) ?? [];
  // Of a paragraph’s number that the series lacks it is told there.
  if (number === '' || isLacking(report, number.replace(/\D+$/, ''))) return;
  const [blank = ''] = /^[ \t\u00a0]*/.exec(document.source.slice(from + number.length, to)) ?? [];
  const end = from + number.length;
  yield {
    from,
    to: end,
    message: `Only this heading has a ${/^\d/.test(number) ? 'number' : 'label'}. Take it out.`,
    fixes: [fixWith('Take it out', { from, to: end + blank.length }, '')],
  };
}

/** Whether a title begins with a number or a letter that counts it, as far as that can be told. */
function isCounted({ title, kind }: Section): boolean {
  if (/^[A-Z(ivx]/.test(title)) return kind !== undefined && bareTitle(title) !== title && lettered.test(title);
  if (!/^\d/.test(title)) return false;
  const [number = ''] = numbered.exec(title) ?? [];
  const isNumber = /[.)]$/.test(number) || kind !== undefined || parted.test(title);
  return number !== '' && isNumber && bareTitle(title) !== title;
}

function isLacking(report: Report, number: string): boolean {
  return seriesOf(report).some(({ breaks }) => breaks.some(({ missing }) => missing?.first === number));
}

const numbered = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?(?=[ \t\u00a0])/;
/** A number of two parts: nothing else begins a title so. */
const parted = /^\d{1,2}\.\d{1,2}\s\p{Lu}/u;
/** What else is counted by, before a title that the framework knows. */
const lettered = /^(?:(?:[A-Z]|[IVX]{1,5}|[ivx]{1,4})[.)]|\(\d{1,2}\)|(?:Section|Part|Chapter)\s\w{1,5}[.:)–-]?)(?=\s)/;
/** With so many other headings one with a number stands alone. */
const fewestOthers = 4;
