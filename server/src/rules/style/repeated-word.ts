import type { Prose } from '../../model/words/prose.ts';
import { wordId } from '../../model/words/proseReading.ts';
import { gapAfter, idAt, wordAt } from '../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { blocksMarked, marksOf } from '../../model/words/wordMarks.ts';
import { certainFixWith, fixWith } from '../fixWith.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
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
 * However often it stands, that is one slip:
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Plans are reviewed by the the the reviewing officer.
 *                              ^^^^^^^ “the” stands 3 times. Leave one.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Plans are reviewed by the reviewing officer.
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
  unhurried: true, // it tells of words that are written, and to find them again takes longer than all that a letter asks
  readsWords: whereStands((report, block) => marksOf(report, block).repeated.length > 0),
  *check({ report }) {
    const { source } = report.document;
    for (const { base, prose, marks } of blocksMarked(report, 'repeated')) {
      for (const [word, last] of runs(marks.repeated)) {
        if (idAt(prose, word) !== idAt(prose, word - 1)) {
          if (isShortened(prose, word)) yield pairOf(prose, base, word + 1);
          else if (isPair(prose, word)) yield pairOf(prose, base, word);
          continue;
        }
        if (mayRepeat(prose, word)) continue;
        const { words } = prose;
        const before = base + endOfWord(words, word - 1);
        const from = base + startOfWord(words, word);
        const to = base + endOfWord(words, last);
        const title = last === word ? 'Take one out' : 'Leave one';
        const fix: Fix = certainFixWith(title, { from: before, to }, '');
        const times = last === word ? 'twice' : `${last - word + 2} times`;
        yield {
          from,
          to,
          message: `“${wordAt(prose, word)}” stands ${times}. ${title}.`,
          // What is not printed may stand between them: then the author has to see to it.
          fixes: source.slice(before, to).trim().split(/\s+/).length === last - word + 1 ? [fix] : [],
        };
      }
    }
  },
};

/**
 * Whether two words stand twice, and not on purpose: *more and more and more*, *day by day by day*, *those that are late are
 * late for a reason*, a name.
 */
function isPair(prose: Prose, word: number): boolean {
  if (relatives.has(idAt(prose, word - 4))) return false;
  if (joining.has(idAt(prose, word)) || joining.has(idAt(prose, word - 1))) return false;
  for (let at = word - 3; at <= word; at++) {
    if (!/^\p{Ll}/u.test(wordAt(prose, at))) return false;
    if (at < word && gapAfter(prose, at).trim() !== '') return false;
  }
  return true;
}

const relatives = new Set('that who which what whoever whatever where when'.split(' ').map(wordId));
const joining = new Set('and or by after upon not'.split(' ').map(wordId));

/** Whether a word and its *not* are written as one: *isn’t*. */
function isShortened({ words }: Prose, word: number): boolean {
  return endOfWord(words, word) === startOfWord(words, word + 1);
}

function pairOf(prose: Prose, base: number, word: number): Finding {
  const { words } = prose;
  const to = base + endOfWord(words, word);
  const joint = isShortened(prose, word - 1) ? '' : ' ';
  return {
    from: base + startOfWord(words, word - 1),
    to,
    message: `“${wordAt(prose, word - 1)}${joint}${wordAt(prose, word)}” stands twice. Take one out.`,
    fixes: [fixWith('Take one out', { from: base + endOfWord(words, word - 2), to }, '')],
  };
}

/** The first and the last of words that follow one another: one word many times over is one slip. */
function* runs(words: readonly number[]): Iterable<readonly [number, number]> {
  for (let i = 0; i < words.length; i++) {
    const first = words[i] as number;
    while (words[i + 1] === (words[i] as number) + 1) i++;
    yield [first, words[i] as number];
  }
}

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
