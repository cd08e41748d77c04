import type { MissedNumber } from '../../model/numbering/missedNumber.ts';
import { missedNumbers } from '../../model/numbering/missedNumbers.ts';
import type { Paragraph } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';

/** The number that stands alone right above a paragraph without one, or above its heading: it is that paragraph’s. */
export function tornNumber({ document }: Report, { sort, before, block }: MissedNumber): Paragraph | undefined {
  if (sort !== 'unnumbered' || before === undefined) return undefined;
  const above = document.blocks[block - 1]?.kind === 'heading' ? block - 2 : block - 1;
  return before.block !== above || before.content.to > before.content.from ? undefined : before;
}

/** All of them in a report. */
export function tornNumbers(report: Report): ReadonlySet<Paragraph> {
  return new Set(missedNumbers(report).flatMap(missed => tornNumber(report, missed) ?? []));
}
