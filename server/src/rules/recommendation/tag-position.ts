import { blocksOfKind } from '../../model/blocksOfKind.ts';
import { missedNumbers } from '../../model/numbering/missedNumbers.ts';
import type { TagLink } from '../../model/paragraph.ts';
import type { Report } from '../../model/report.ts';
import { blockIndexAt } from '../../syntax/document.ts';
import { plainText } from '../../syntax/plainText.ts';
import type { Span } from '../../text/text.ts';
import { moreLikeIt } from '../messages/moreLikeIt.ts';
import type { Edit, Finding, Rule } from '../rule.ts';

/**
 * A tag stands in the middle of its paragraph. Readers look for it at the end, where it speaks for the paragraph as a
 * whole. If it is meant for one sentence only, leave it and accept this.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Health assessments are often late (Recommendation 2). Dental checks take place in time.
 *                                      ^^^^^^^^^^^^^^^^^^ in the middle of its paragraph
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Health assessments are often late. Dental checks take place in time. (Recommendation 2)
 * ```
 *
 * A tag marks a finding. In a recommendation or a heading it says nothing:
 *
 * ```inspectmark,expect
 * ## Recommendations
 *
 * 1. Improve the timeliness of health assessments. (Recommendation 1)
 *                                                  ^^^^^^^^^^^^^^^^^^ This tag stands in a recommendation. Take it out
 *
 * ## Inspection findings
 *
 * ### Health (Recommendation 1)
 *            ^^^^^^^^^^^^^^^^^^ This tag stands in a heading. Move it to the finding that it marks.
 *
 * 2. Health assessments are often late. (Recommendation 1)
 * ```
 *
 * A tag may stand on a line of its own, and several may follow one another. Where a paragraph ends with a tag, those
 * before it mark their sentences.
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Health assessments are often late. (Recommendation)<!-- 2 -->
 *
 * 10. Dental checks take place in time, but hearing is seldom tested.
 *     (Recommendation 2) (Recommendation 3)
 *
 * 11. Plans are vague (Recommendation 3). Reviews are late (Recommendation 4).
 * ```
 *
 * But not where they part words that belong together:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Too many of the (Recommendation 3) plans are vague. Reviews are late. (Recommendation 4)
 *                    ^^^^^^^^^^^^^^^^^^ This tag splits a phrase.
 * ```
 */
export const tagPosition: Rule = {
  id: 'tag-position',
  group: 'recommendation',
  kind: 'fault',
  severity: 'warning',
  summary: 'A tag does not stand at the end of a finding',
  fixable: true,
  readsWords: ({ tags }) => tags.length > 0,
  *check({ report }) {
    if (report.recommendations.length > 0) yield* inHeadings(report);
    if (report.recommendations.length > 0) yield* inNotes(report);
    yield* beforeStops(report);
    let areNamed: boolean | undefined;
    for (const [i, link] of report.tags.entries()) {
      if (link.isNumber) continue;
      if (report.paragraphs[link.paragraph]?.kind === 'recommendation') {
        areNamed ??= areAllNamed(report);
        if (areNamed) continue;
        yield {
          from: link.from,
          to: link.to,
          message: 'This tag stands in a recommendation. Take it out, and tag the findings on which it rests.',
        };
        continue;
      }
      if (report.paragraphs[link.paragraph]?.kind === 'entry') {
        yield {
          from: link.from,
          to: link.to,
          message: 'This tag stands in the list of judgements. Move it to the finding that it marks.',
        };
        continue;
      }
      if (isUnderHeading(report, link)) {
        yield {
          from: link.from,
          to: link.to,
          message: 'This tag stands under a heading, and marks no finding. Move it to the one that it marks.',
        };
        continue;
      }
      if (isOutside(report, link)) {
        yield {
          from: link.from,
          to: link.to,
          message: 'This tag stands outside the findings, and marks none. Move it to the finding that it marks.',
        };
        continue;
      }
      if (report.tags[i + 1]?.base === link.base) {
        if (partsPhrase(report, link)) {
          yield {
            from: link.from,
            to: link.to,
            message: 'This tag splits a phrase. Move it to the end of its sentence.',
          };
        }
        continue;
      }
      const edits = movedToEnd(report, link);
      if (edits === undefined) continue;
      // That a number is lacking where it stands is told already.
      if (missedNumbers(report).some(({ sort, from }) => sort === 'unnumbered' && from === link.from)) continue;
      yield {
        from: link.from,
        to: link.to,
        message:
          'This tag is in the middle of its paragraph. Move it to the end, unless it is meant for its sentence only.',
        fixes: [{ title: 'Move the tag to the paragraph’s end', edits, certain: false }],
      };
    }
  },
};

/** Whether each of several recommendations has its own number once more in a tag at its end: it is how the report prints them. */
function areAllNamed({ recommendations, tags, paragraphs }: Report): boolean {
  if (recommendations.length < 2) return false;
  const named = tags.filter(({ paragraph, numbers }) => {
    const { kind, number } = paragraphs[paragraph] ?? {};
    return kind === 'recommendation' && numbers.length === 1 && numbers[0] === number;
  });
  return named.length === recommendations.length;
}

/** Whether words stand on both sides of a tag of which the first leads in to the second: *of the (Recommendation) plans*. */
function partsPhrase({ document: { source } }: Report, { from, base, tag }: TagLink): boolean {
  const end = base + (tag.confirmed?.to ?? tag.to);
  return (
    leadingIn.test(source.slice(Math.max(base, from - longestGap), from)) &&
    /^\s\p{Ll}/u.test(source.slice(end, end + 3)) &&
    !goingOn.test(source.slice(end, end + longestGap))
  );
}

/** What joins a clause to one that has ended: *those who are not (Recommendation) because …*; or the verb of what ended it. */
const goingOn =
  /^\s(?:and|as|at|because|but|by|for|from|if|in|is|of|on|or|since|so|than|that|though|to|unless|until|where|which|while|who|with|although|are|had|has|have|was|were|when)(?!\p{L})/u;

/** An article, a pronoun before a noun, a preposition that has nothing before it, a form of *be* or *have*: no clause ends in one. */
const leadingIn =
  /(?<!\p{L})(?:the|an?|of|at|from|into|their|its|our|your|these|those|is|are|was|were|been|has|have|had|not|and|or|that|which|who|every|very|too|in|for|with|by|as|on|to)\s$/iu;

/** Whether a tag is a paragraph of its own right under a heading. */
function isUnderHeading(
  { document: { blocks, source }, paragraphs }: Report,
  { paragraph, from, to }: TagLink,
): boolean {
  const { block, content } = paragraphs[paragraph] ?? {};
  if (block === undefined || content === undefined || blocks[block - 1]?.kind !== 'heading') return false;
  return blocks[block]?.kind === 'plain' && content.from === from && source.slice(to, content.to).trim() === '';
}

/** Whether a tag stands in a summary or a part about other things, where numbered paragraphs elsewhere are the findings. */
function isOutside({ paragraphs, sections, tags }: Report, { paragraph }: TagLink): boolean {
  const own = paragraphs[paragraph];
  if (own?.kind !== 'other' || !outside.has(sections[own.section ?? -1]?.role ?? '')) return false;
  const inFindings = tags.filter(link => paragraphs[link.paragraph]?.kind === 'finding').length;
  return inFindings > tags.length - inFindings;
}

/** Sections that state no findings. */
const outside = new Set(['summary', 'children-summary', 'context', 'method', 'team', 'notices']);

function* inNotes(report: Report): Iterable<Finding> {
  for (const { block, start } of blocksOfKind(report, 'footnote')) {
    for (const { from, to } of block.inlines.tags)
      yield {
        from: start + from,
        to: start + to,
        message: 'This tag stands in a note. Move it to the finding that it marks.',
      };
  }
}

function* inHeadings({ document, sections }: Report): Iterable<Finding> {
  for (const { block } of sections) {
    const tags = document.blocks[block]?.inlines.tags ?? [];
    const start = document.starts[block] ?? 0;
    for (const { from, to } of tags) {
      yield {
        from: start + from,
        to: start + to,
        message: 'This tag stands in a heading. Move it to the finding that it marks.',
      };
    }
  }
}

/** So many tags stand after the full stop for one that does not. */
const usual = 4;
/** Beside one alone two show what the report does. */
const usualBesideOne = 2;

/** Tags within their sentence, *are vague (Recommendation 1).*, where nearly all others stand after its full stop. */
function* beforeStops({ document: { source }, tags }: Report): Iterable<Finding> {
  const within: (Span & { readonly base: number })[] = [];
  let after = 0;
  for (const { from, to, base, isNumber } of tags) {
    if (isNumber) continue;
    const before = source.slice(Math.max(0, from - longestGap), from).trimEnd();
    if (/[.!?][’”)]?$/.test(before)) after++;
    else if (/^\.\s*(?:[\r\n]|$)/.test(source.slice(to, to + longestGap)) && /[\p{L}\d’”)]$/u.test(before))
      within.push({ from, to, base });
  }
  const [first, ...others] = within;
  // Beside others in its paragraph a tag marks its sentence.
  const isAlone = others.length === 0 && tags.filter(({ base }) => base === first?.base).length === 1;
  if (first === undefined || after < (isAlone ? usualBesideOne : usual * within.length)) return;
  yield {
    from: first.from,
    to: first.to,
    severity: 'hint',
    message: `This tag stands before the full stop, and the others stand after it${moreLikeIt(others)}. Move it.`,
    related: others.map(({ from, to }) => ({ from, to, message: 'So does this one.' })),
    fixes: [
      { title: 'Move the full stop before it', edits: within.flatMap(place => moved(source, place)), certain: false },
    ],
  };
}

const longestGap = 20;

function moved(source: string, { from, to }: Span): Edit[] {
  const end = from - (/\s*$/.exec(source.slice(Math.max(0, from - longestGap), from))?.[0].length ?? 0);
  return [
    { from: end, to: end, text: '.' },
    { from: to, to: to + 1, text: '' },
  ];
}

/** The edits that move a tag to the end of its block, if words follow it there. */
function movedToEnd({ document }: Report, { tag, base }: TagLink): Edit[] | undefined {
  const block = document.blocks[blockIndexAt(document, base) ?? -1];
  if (block === undefined || block.kind === 'table') return undefined;
  const end = tag.confirmed?.to ?? tag.to;
  const text = document.source.slice(base, base + block.end);
  if (!/[\p{L}\p{N}]/u.test(plainText(text, block.inlines, { from: end, to: block.end }))) return undefined;
  const contentFrom = 'content' in block ? block.content.from : block.start;
  let from = tag.from;
  let to = end;
  while (from > contentFrom && /\s/.test(text.charAt(from - 1))) from--;
  if (from === contentFrom) while (/\s/.test(text.charAt(to))) to++;
  return [
    { from: base + from, to: base + to, text: '' },
    { from: base + block.end, to: base + block.end, text: ` ${text.slice(tag.from, end)}` },
  ];
}
