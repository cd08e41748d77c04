import { idAt, wordAt } from '../../model/figures.ts';
import { type Prose, wordId } from '../../model/prose.ts';
import { markedBlocks, marksOf } from '../../model/wordMarks.ts';
import type { Fix, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * A word stands twice in a row. Over a line’s end that is easily overlooked.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Plans are reviewed by the the independent reviewing officer.
 *                              ^^^ “the” stands twice. Take one out.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Plans are reviewed by the independent reviewing officer.
 * ```
 *
 * Some words may follow themselves:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Those who had had a social worker said that that had helped very, very much.
 * ```
 */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  group: 'style',
  kind: 'fault',
  severity: 'warning',
  summary: 'A word stands twice in a row',
  fixable: true,
  readsWords: whereStands((report, block) => marksOf(report, block).repeated.length > 0),
  *check({ report }) {
    const { source } = report.document;
    for (const { base, prose, marks } of markedBlocks(report)) {
      for (const word of marks.repeated) {
        if (mayRepeat(prose, word)) continue;
        const { words } = prose;
        const before = base + (words[3 * word - 2] ?? 0);
        const from = base + (words[3 * word] ?? 0);
        const to = base + (words[3 * word + 1] ?? 0);
        const fix: Fix = {
          title: 'Take one out',
          edits: [{ from: before, to, text: '' }],
          certain: true,
        };
        yield {
          from,
          to,
          message: `“${wordAt(prose, word)}” stands twice. Take one out.`,
          // What is not printed may stand between them: then the author has to see to it.
          fixes: source.slice(before, from).trim() === '' ? [fix] : [],
        };
      }
    }
  },
};

/** Words that are right when repeated: in a past perfect, as a pronoun after itself, for emphasis. */
const repeatable = new Set(
  ['had', 'that', 'her', 'you', 'very', 'really', 'so', 'no', 'bye', 'much', 'many'].map(wordId),
);

/** Whether a word may follow itself: a figure, a name (*Walla Walla*), or one of the words that are right so. */
function mayRepeat(prose: Prose, word: number): boolean {
  if (repeatable.has(idAt(prose, word))) return true;
  const [first, second] = [wordAt(prose, word - 1), wordAt(prose, word)];
  return /^(?:\d|.$)/.test(second) || (/^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second));
}
