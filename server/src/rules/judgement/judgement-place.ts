import { type MisplacedJudgement, mayBeMisplaced, misplacedJudgements } from '../../model/misplacedJudgements.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { lineBreak } from '../lineBreak.ts';
import type { Fix, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * A line such as `Judgement: Good` stands among the text. Only directly under a heading is it the section’s grade; here
 * it is printed as it stands, with its label, and its grade is not compared with the others.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * Leaders know their services well.
 *
 * Judgement: Good
 * ^^^^^^^^^^^^^^^ This grade does not count
 * ```
 *
 * Move it up to the heading:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * Judgement: Good
 *
 * Leaders know their services well.
 * ```
 *
 * Blank lines between the two do no harm, nor do notes to colleagues:
 *
 * ```inspectmark
 * # Children’s services in Ely are good
 *
 * ## Leadership, management and governance
 *
 * <!-- agreed on Friday -->
 *
 * Judgement: Good
 * ```
 */
export const judgementPlace: Rule = {
  id: 'judgement-place',
  group: 'judgement',
  kind: 'fault',
  severity: 'warning',
  summary: 'A judgement line does not stand directly under a heading',
  fixable: true,
  readsWords: whereStands(mayBeMisplaced),
  *check({ report }) {
    for (const line of misplacedJudgements(report)) {
      const { from, to, section } = line;
      const own = gradedSection(report, section);
      const first = report.judgements.find(
        judgement => judgement.carrier === 'line' && gradedSection(report, judgement.section) === own,
      );
      if (first !== undefined) {
        const message = 'This grade does not count: the section has its judgement already. Take one of the two out.';
        yield {
          from,
          to,
          message,
          related: [{ from: first.from, to: first.to, message: 'The judgement of the section.' }],
        };
        continue;
      }
      yield {
        from,
        to,
        message: 'This grade does not count: it is not directly under a heading. Move it up to its heading.',
        fixes: own === undefined ? [] : [moved(report, line, own)],
      };
    }
  },
};

/** The section whose grade a line in a section would be: the one that names the area, else the section itself. */
function gradedSection({ sections }: Report, section: number | undefined): Section | undefined {
  const own = section === undefined ? undefined : sections[section];
  for (let root = own; root?.area !== undefined; root = root.parent === undefined ? undefined : sections[root.parent]) {
    if (root.ownArea !== undefined) return root;
  }
  return own;
}

function moved(
  { document: { source, blocks, starts } }: Report,
  line: MisplacedJudgement,
  { heading, title }: Section,
): Fix {
  const end = lineBreak(source);
  const start = starts[line.block] ?? 0;
  const next = start + (blocks[line.block]?.length ?? 0);
  const before = (starts[line.block - 1] ?? 0) + (blocks[line.block - 1]?.end ?? 0);
  const rest = next < source.length ? { from: start, to: next } : { from: before, to: line.to };
  return {
    title: `Move it under “${title}”`,
    edits: [
      { from: heading.to, to: heading.to, text: `${end}${end}${source.slice(line.from, line.to)}` },
      { ...rest, text: '' },
    ],
    certain: false,
  };
}
