import type { Prose } from '../../model/words/prose.ts';
import { wordId } from '../../model/words/proseReading.ts';
import { gapAfter, idAt, wordAt } from '../../model/words/proseWords.ts';
import { endOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { blocksMarked, marksOf } from '../../model/words/wordMarks.ts';
import type { Fix, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * A blank stands before or after a hyphen within a word, often where a line once ended.
 *
 * ```inspectmark,expect
 * ## Inspection findings
 *
 * 9. Children are protected by multi- agency working, and some by asylum -seeking teams.
 *                              ^^^^^^^^^^^^^ “multi- agency” has a space in it. Write “multi-agency”.
 *                                                                 ^^^^^^^^^^^^^^^ “asylum -seeking” has a space in it. Write “asylum-seeking”.
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Children are protected by multi-agency working, and some by asylum-seeking teams.
 * ```
 *
 * A hyphen that stands for a later word is right, and so is one at a line’s end:
 *
 * ```inspectmark
 * ## Inspection findings
 *
 * 9. Single- and multi-agency audits of six- to 11-year-olds show a well-
 * coordinated response.
 * ```
 */
export const brokenHyphen: Rule = {
  id: 'broken-hyphen',
  group: 'style',
  kind: 'fault',
  severity: 'warning',
  summary: 'There is a space at a hyphen within a word',
  fixable: true,
  unhurried: true, // the word after it may only be coming
  readsWords: whereStands((report, block) => marksOf(report, block).hyphenated.length > 0),
  *check({ report }) {
    for (const { base, prose, marks } of blocksMarked(report, 'hyphenated')) {
      for (const word of marks.hyphenated) {
        const gap = gapAfter(prose, word - 1);
        const [first, second] = [wordAt(prose, word - 1), wordAt(prose, word)];
        const isAfter = gap.startsWith('-');
        const isOne =
          gap === ' - '
            ? isSureWord(first, second)
            : isOneWord(first, second, isAfter) &&
              !(isAfter && leavesOpen.has(idAt(prose, word))) &&
              !isDash(prose, word);
        if (!isOne) continue;
        const from = base + startOfWord(prose.words, word - 1);
        const to = base + endOfWord(prose.words, word);
        const whole = `${first}-${second}`;
        const blank = base + endOfWord(prose.words, word - 1);
        const fix: Fix = {
          title: `Write “${whole}”`,
          edits: [{ from: blank, to: blank + gap.length, text: '-' }],
          certain: isAfter,
        };
        yield { from, to, message: `“${first}${gap}${second}” has a space in it. Write “${whole}”.`, fixes: [fix] };
      }
    }
  },
};

/** Words after a hyphen that stands for a later word: *single- and multi-agency*, *six- to 11-year-olds*. */
const leavesOpen = new Set(['and', 'or', 'to', 'nor', 'but', 'as', 'rather', 'through'].map(wordId));

/** Words that go on after a dash, which a hyphen may stand for. */
const afterDash = new Set(
  'which that the a an this these those it they he she we who where when while because if including such is are was were has have not all some'
    .split(' ')
    .map(wordId),
);

function isDash(prose: Prose, word: number): boolean {
  return afterDash.has(idAt(prose, word));
}

const prefixes = new Set('multi co non inter pre re sub anti semi mid'.split(' '));

/** Second parts by their first: with blanks on both sides a hyphen is mostly a dash. */
const compounds: Readonly<Record<string, RegExp>> = {
  decision: /^mak(?:ing|ers?)$/,
  well: /^(?:being|\p{Ll}+ed)$/u,
  child: /^(?:centred|focused|led)$/,
  ...Object.fromEntries('short long medium'.split(' ').map(word => [word, /^term$/])),
  ...Object.fromEntries('high good poor low better'.split(' ').map(word => [word, /^quality$/])),
  ...Object.fromEntries('full part real'.split(' ').map(word => [word, /^time$/])),
};

function isSureWord(first: string, second: string): boolean {
  if (!/^\p{Ll}/u.test(second)) return false;
  const head = first.toLowerCase();
  return prefixes.has(head) || (Object.hasOwn(compounds, head) && compounds[head]?.test(second) === true);
}

/** Whether two parts may be one word: both in small letters, or two names; not figures, nor a figure and its dash. */
function isOneWord(first: string, second: string, isAfter: boolean): boolean {
  if (/^\d+$/.test(first)) return /^years?\b|^olds?\b/.test(second);
  if (!/\p{L}$/u.test(first)) return false;
  return /^\p{Ll}/u.test(second) || (isAfter && /^\p{Lu}\p{Ll}/u.test(second) && /^\p{Lu}\p{Ll}/u.test(first));
}
