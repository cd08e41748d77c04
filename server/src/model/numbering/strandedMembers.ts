import type { Paragraph } from '../paragraph.ts';
import type { Report } from '../report.ts';
import { seriesOf } from './series.ts';

/**
 * Members of a series that stand alone at the beginning of a section whose text has no numbers, right after the
 * recommendations: its heading has got above them.
 */
export function strandedMembers(report: Report): Paragraph[] {
  return report.framework.openAreas ? [] : seriesOf(report).flatMap(({ members }) => strandedAmong(report, members));
}

function strandedAmong({ sections, document }: Report, members: readonly Paragraph[]): Paragraph[] {
  return members.filter((own, at) => {
    const section = sections[own.section ?? -1];
    const [before, after] = [members[at - 1], members[at + 1]];
    if (section?.kind === undefined || section.kind.paragraphs === 'numbered' || section.block !== own.block - 1)
      return false;
    if (before?.kind !== 'recommendation' || after === undefined || after.section === own.section) return false;
    const next = document.blocks[own.block + 1]?.kind;
    // What leads in to points stands where it should.
    const isWhole = document.source.charAt(own.content.to - 1) !== ':';
    return own.block + 1 < section.blockEnd && isWhole && (next === 'plain' || next === 'bullet');
  });
}
