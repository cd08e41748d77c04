import type { SectionKind } from '../../../model/framework.ts';
import type { Report } from '../../../model/report.ts';
import { listInWords } from '../../../text/phrases.ts';
import { beginning, titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import type { Gap } from '../../titles/missingSections.ts';
import { type Seam, seamMessage, seamOf } from '../../titles/sectionSeam.ts';
import { titleOfKind } from '../../titles/sectionTitles.ts';
import { addedHeadings, mostByName } from './addedHeadings.ts';

/** Sections of which there is no title in any form. */
export function* untitledSections(report: Report, gap: Gap): Iterable<Finding> {
  const [first, ...others] = gap.kinds;
  // A heading without words is told itself: it may be the one that is missing.
  if (first === undefined || gap.kinds.length <= namelessHeadings(report, gap)) return;
  const begun = report.sections.some(({ ownRole }) => ownRole !== undefined);
  const seam = begun ? seamOf(report, gap, first) : undefined;
  // Several that are missing side by side are named in one sentence, which is about the next.
  if (seam === undefined || ((seam.by === 'next' || seam.by === 'end') && others.length > 0)) {
    yield sideBySide(report, gap, begun);
    return;
  }
  if (seam.by !== 'unclosed') yield atSeam(report, gap, first, seam);
  if (others.length > 0) yield sideBySide(report, { ...gap, kinds: others }, begun);
}

/** How many headings without words stand between the heading before a gap and the next as high. */
function namelessHeadings({ document: { blocks } }: Report, { after, level }: Gap): number {
  let count = 0;
  for (let i = (after?.block ?? -1) + 1; i < blocks.length; i++) {
    const block = blocks[i];
    if (block?.kind !== 'heading') continue;
    if (block.title.from === block.title.to && block.attributes === undefined) count++;
    // (Where a section belongs before all others the report’s own title stands above it.)
    else if (block.level <= (after?.level ?? level) && (after !== undefined || block.level > 1)) break;
  }
  return count;
}

/** A section where it was cut out. */
function atSeam(report: Report, gap: Gap, kind: SectionKind, seam: Seam): Finding {
  const { from, to, by } = seam;
  const message = seamMessage(seam, kind);
  if (by === 'comment' || by === 'twin' || by === 'other') return { from, to, message };
  return {
    from,
    to,
    message,
    fixes: addedHeadings(report, { ...gap, kinds: [kind], at: by === 'text' ? from : gap.at }),
  };
}

/** Sections that belong at one place, told at the heading before them. */
function sideBySide(report: Report, gap: Gap, begun: boolean): Finding {
  return {
    ...(gap.after === undefined ? beginning(report) : titleSpan(gap.after)),
    message: messageOf(gap, begun),
    fixes: addedHeadings(report, gap),
  };
}

function messageOf({ after, kinds, level }: Gap, begun: boolean): string {
  const titles = kinds.map(kind => `“${titleOfKind(kind)}”`);
  if (!begun) return `The report has none of its sections yet, such as ${titles[0]}. Add their headings.`;
  const where = after === undefined ? '' : level > after.depth ? ' under this heading' : ' after this one';
  if (titles.length === 1) return `The section ${titles[0]} is missing${where}. Add its heading.`;
  return `${titles.length} sections are missing${where}: ${listInWords(shortened(titles))}. Add their headings.`;
}

function shortened(titles: readonly string[]): readonly string[] {
  if (titles.length <= mostByName) return titles;
  return [...titles.slice(0, mostByName - 1), `${titles.length - mostByName + 1} others`];
}
