import type { Span } from '../../text/text.ts';
import type { Grade } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import type { Report } from '../report.ts';
import { titleKey } from '../titleKey.ts';

/** A line such as `Judgement: Good` that is not directly under a heading, and so an ordinary paragraph. */
export interface MisplacedJudgement extends Span {
  readonly grade: Grade;
  readonly block: number;
  /** The section in which it stands. */
  readonly section: number | undefined;
}

const longest = 80;
const label = /^(?:judgement|judgment|grade|rating)\s*:\s*(\S.*)$/i;

/** The judgement lines of a report that are none for their place. */
export function misplacedJudgements(report: Report): MisplacedJudgement[] {
  const { document, framework, sections } = report;
  const misplaced: MisplacedJudgement[] = [];
  let section: number | undefined;
  let next = 0;
  document.blocks.forEach((block, i) => {
    if (sections[next]?.block === i) section = next++;
    if (!mayBeMisplaced(report, i)) return;
    const base = document.starts[i] ?? 0;
    const span = { from: base + block.start, to: base + block.end };
    const words = label.exec(document.source.slice(span.from, span.to))?.[1];
    const grade = words === undefined ? undefined : frameworkIndex(framework).gradeByName.get(titleKey(words));
    if (grade === undefined || (section !== undefined && sections[section]?.role === 'history')) return;
    misplaced.push({ ...span, grade, block: i, section });
  });
  return misplaced;
}

/** Whether a block may be a misplaced judgement by its length and first letter. */
export function mayBeMisplaced({ document: { source, blocks, starts } }: Report, index: number): boolean {
  const block = blocks[index];
  if (block?.kind !== 'plain' || block.end - block.start > longest) return false;
  return /[jgr]/i.test(source.charAt((starts[index] ?? 0) + block.start));
}
