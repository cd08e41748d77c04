import type { Footnote, Report } from '../../model/report.ts';
import type { Edit, Finding, Rule } from '../rule.ts';

/**
 * Notes are not numbered in the order in which a reader meets their marks. Renumber them; marks and texts change together.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * The authority runs 12 schools.[^2] All are good.[^1]
 *                                                 ^^^^ Note 1 is marked after note 2.
 *
 * [^1]: By their last inspection.
 *
 * [^2]: In September 2017.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1] All are good.[^2]
 *
 * [^2]: By their last inspection.
 *
 * [^1]: In September 2017.
 * ```
 *
 * Only the first mark of a note counts, and notes with names have no order:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * The authority runs 12 schools.[^1] All are good.[^grades] Two are small.[^2] None has closed.[^1]
 *
 * [^1]: In September 2017.
 *
 * [^2]: Fewer than 60 children.
 *
 * [^grades]: By their last inspection.
 * ```
 */
export const footnoteOrder: Rule = {
  id: 'footnote-order',
  group: 'reference',
  kind: 'fault',
  severity: 'warning',
  summary: 'Notes are not numbered in the order of their marks',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    const firstMark = ({ marks }: Footnote): number => marks[0]?.from ?? 0;
    const numbered = report.footnotes
      // (What has no text, or no mark, is told as that.)
      .filter(({ name, marks, texts }) => marks.length > 0 && texts.length > 0 && /^\d+$/.test(name))
      .sort((a, b) => firstMark(a) - firstMark(b));
    for (const [i, { name, marks }] of numbered.entries()) {
      const before = numbered[i - 1];
      const [mark] = marks;
      if (before === undefined || mark === undefined || Number(name) > Number(before.name)) continue;
      const related = before.marks
        .slice(0, 1)
        .map(place => ({ ...place, message: `Note ${before.name} is marked here.` }));
      yield {
        ...mark,
        message: `Note ${name} is marked after note ${before.name}. Renumber the notes.`,
        related,
        fixes: [{ title: 'Renumber the notes', edits: renumbered(report, numbered), certain: true }],
      };
      return;
    }
    const odd = jump(numbered, report.footnotes);
    if (odd !== undefined) yield odd;
    yield* exchangedTexts(report);
  },
};

/** The first note whose number does not follow on the one before, where no note has what is lacking. */
function jump(numbered: readonly Footnote[], all: readonly Footnote[]): Finding | undefined {
  const names = new Set(all.map(({ name }) => name));
  for (const [i, { name, marks }] of numbered.entries()) {
    const before = numbered[i - 1];
    const due = before === undefined ? 1 : Number(before.name) + 1;
    const [mark] = marks;
    if (mark === undefined || Number(name) === due || numbered.length < 2) continue;
    // (What is lacking may be there without its text or mark: that is told. Years are names.)
    if (Number(name) > due + mostLacking || (Number(name) > due && names.has(String(due)))) return undefined;
    return {
      ...mark,
      message:
        before === undefined
          ? `The first note is ${name}. Begin with 1.`
          : `Note ${name} follows note ${before.name}. Put back what was removed, or renumber the notes.`,
    };
  }
  return undefined;
}

/** More than a few are no gap. */
const mostLacking = 5;

/** Two texts that stand in another order than their numbers, where no others do. */
function* exchangedTexts({ document: { blocks, starts }, footnotes }: Report): Iterable<Finding> {
  const found: Finding[] = [];
  const texts = footnotes
    .flatMap(({ name, marks, texts: own }) =>
      (marks.length > 0 && /^\d+$/.test(name) ? own : []).map(({ block }) => block),
    )
    .sort((one, other) => one - other);
  for (const [k, i] of texts.entries()) {
    const last = texts[k - 1];
    const [above, block] = [blocks[last ?? -1], blocks[i]];
    if (last === undefined || block?.kind !== 'footnote' || above?.kind !== 'footnote') continue;
    if (Number(block.name) >= Number(above.name)) continue;
    const [start = 0, before = 0] = [starts[i], starts[last]];
    found.push({
      from: start + block.nameSpan.from,
      to: start + block.nameSpan.to,
      message: `The text of note ${block.name} stands under that of note ${above.name}. Put them in order, or exchange their numbers.`,
      related: [
        {
          from: before + above.nameSpan.from,
          to: before + above.nameSpan.to,
          message: `The text of note ${above.name} stands here.`,
        },
      ],
    });
  }
  const [only, another] = found;
  if (only !== undefined && another === undefined) yield only;
}

/** The notes' own numbers, given to them in the order of their marks: so none meets that of a note that has no mark. */
function renumbered({ document: { blocks, starts } }: Report, numbered: readonly Footnote[]): Edit[] {
  const names = numbered.map(({ name }) => name).sort((a, b) => Number(a) - Number(b));
  const edits: Edit[] = [];
  numbered.forEach(({ name, marks, texts }, i) => {
    const text = names[i] ?? name;
    if (text === name) return;
    for (const { from, to } of marks) edits.push({ from: from + 2, to: to - 1, text });
    for (const { block } of texts) {
      const own = blocks[block];
      const base = starts[block] ?? 0;
      if (own?.kind === 'footnote') edits.push({ from: base + own.nameSpan.from, to: base + own.nameSpan.to, text });
    }
  });
  return edits.sort((a, b) => a.from - b.from);
}
