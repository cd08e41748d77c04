import type { Report } from '../../../model/report.ts';
import type { Section } from '../../../model/section.ts';
import { blockSpan } from '../../../syntax/document.ts';
import { addCount, addToGroup } from '../../../text/lists.ts';
import { firstWhere } from '../../../text/text.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** A title is no longer than this. */
const longest = 80;
/** So many headings beside each other with nothing but lists under them show how a section is divided. */
const fewestLists = 3;

/**
 * A short line between two lists, without a stop, in a section that is divided by headings with lists right under them, and
 * has no other such line: its marks are gone. A question, for it may lead in to the second list.
 */
export function* listTitles(report: Report, told: ReadonlySet<number>): Iterable<Finding> {
  const { document, sections } = report;
  const { blocks, starts, source } = document;
  const lines = new Map<number, number[]>();
  for (let i = 1; i < blocks.length - 1; i++) {
    const block = blocks[i];
    if (block?.kind !== 'plain' || block.end - block.start > longest) continue;
    if (blocks[i - 1]?.kind !== 'bullet' || blocks[i + 1]?.kind !== 'bullet') continue;
    const from = (starts[i] ?? 0) + block.start;
    const around = sections[firstWhere(sections.length, at => (sections[at]?.block ?? 0) >= i) - 1];
    if (told.has(from) || around?.parent === undefined || around.level < 3) continue;
    if (!title.test(source.slice(from, (starts[i] ?? 0) + block.end))) continue;
    addToGroup(lines, around.parent, i);
  }
  if (lines.size === 0) return;
  const lists = new Map<number, number>();
  for (const own of sections) if (own.parent !== undefined && isList(report, own)) addCount(lists, own.parent);
  for (const [parent, [first, another]] of lines) {
    if (first === undefined || another !== undefined || (lists.get(parent) ?? 0) < fewestLists) continue;
    const { from, to } = blockSpan(document, first);
    const marks = '#'.repeat(Math.min((sections[parent]?.level ?? 2) + 1, 6));
    yield {
      from,
      to,
      severity: 'information',
      message: `This short line stands between two lists, as headings do here. If it is one, write “${marks} ” before it.`,
      fixes: [fixWith('Make it a heading', { from, to: from }, `${marks} `)],
    };
  }
}

/** Whether a list begins right under a section's heading. */
function isList({ document: { blocks } }: Report, { block }: Section): boolean {
  return blocks[block + 1]?.kind === 'bullet';
}

/** Two words at least, of letters alone. */
const title = /^\p{Lu}\p{L}*(?:[ ’'–-]+\p{L}+){1,11}\??$/u;
