import { frameworkIndex } from '../../../model/frameworkIndex.ts';
import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import { fixWith } from '../../fixWith.ts';
import { titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import { isToldAsMissing } from '../../titles/blurredTitles.ts';
import { titleOfKind } from '../../titles/sectionTitles.ts';

/** Whether a heading’s line may hold a list, or something beside its title. (Most titles end in a letter and hold no mark.) */
export function mayHoldMore(written: string): boolean {
  if ((written.includes(' - ') || /[•*\d]/.test(written)) && joined.test(written)) return true;
  return (/[\d)\].d]/.test(written.charAt(written.length - 1)) || written.includes('_Toc')) && beside.test(written);
}

/** What stands in a heading’s line with a title that the framework knows: the list below it, a page’s number, a note. */
export function* besideTitle(report: Report, section: Section): Iterable<Finding> {
  if (section.kind !== undefined) return;
  yield* joinedList(report, section);
  yield* leftBesideTitle(report, section);
}

/** The list below a title that has got into its line: the words before it are a title that the framework knows. */
function* joinedList(report: Report, section: Section): Iterable<Finding> {
  const { from, to } = titleSpan(section);
  const written = report.document.source.slice(from, to);
  const [whole = '', mark = ''] = joined.exec(written) ?? [];
  if (mark === '' || beside.test(written)) return;
  const title = titleKey(whole.slice(0, whole.length - mark.length));
  if (!frameworkIndex(report.framework).kindsByTitle.has(title)) return;
  const at = from + whole.length - mark.length;
  const end = lineBreak(report.document.source);
  yield {
    from: at + 1,
    to: at + mark.length - 1,
    message: 'The list below this title has got into its line. Put a blank line between them.',
    fixes: [fixWith('Put a blank line between them', { from: at, to: at + 1 }, end + end)],
  };
}

/** A first point or a numbered entry in the line of what may be a title. */
const joined = /^.{5,110}?(\s(?:[-•*]|\d{1,2}(?:\.\d)?\.?)\s)(?=[‘“[]?\p{Lu})/u;

/** A title, as a rule one that the framework knows, but for what stands beside it; where its section is missing for it, it is told there. */
function* leftBesideTitle(report: Report, section: Section): Iterable<Finding> {
  const { from, to } = titleSpan(section);
  const written = report.document.source.slice(from, to);
  const match = beside.exec(written);
  if (match === null) return;
  const [kind] = frameworkIndex(report.framework).kindsByTitle.get(titleKey(written.replace(beside, ''))) ?? [];
  if (isToldAsMissing(report, section)) return;
  const [odd] = match;
  // Dots before a page’s number are part of no title, known or not.
  if (kind === undefined && !leader.test(odd)) return;
  const at = from + match.index + odd.length - odd.trimStart().length;
  yield {
    from: at,
    to: at + odd.trim().length,
    message:
      kind === undefined
        ? 'Dots and a page’s number are left here of a list of contents. Take them out.'
        : `“${odd.trim()}” stands beside the title, so that it is not read as “${titleOfKind(kind)}”. Take it out.`,
    fixes: [fixWith('Take it out', { from: from + match.index, to: from + match.index + odd.length }, '')],
  };
}

/** What word processors and lists of contents leave before or after a title, and what authors note there. */
const beside =
  /^\s*_Toc\d{1,12}\s+(?=\S)|(?:[\s.…·]*\s\d{1,3}|\s[-–—]\s?(?:draft|new|old|final|tb[cd])|,?\s(?:contd|cont[’']d|continued)\.?|\s[([](?:draft|continued|cont(?:[’']?d)?\.?|new|old|final|tb[cd]|v\d{1,2})[)\]])\s*$/i;

const leader = /[.…·][\s.…·]{2,80}\d{1,3}$/;
