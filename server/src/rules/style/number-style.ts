import { type FiguredBlock, figuredBlocks, figureSpan } from '../../model/figures/figures.ts';
import type { PlacedFigure } from '../../model/figures/figureWholes.ts';
import type { Report } from '../../model/report.ts';
import { type ProseSentence, wordId } from '../../model/words/proseReading.ts';
import { idAt, sentenceAt, wordAt } from '../../model/words/proseWords.ts';
import { endOfWord } from '../../model/words/wordColumns.ts';
import { smallNumbers } from '../../text/phrases.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { moreLikeIt } from '../messages/moreLikeIt.ts';
import type { Edit, Finding, Rule } from '../rule.ts';
import { isTemplateText } from '../templateText.ts';

/**
 * Numbers are written in another way than the house style has them. Ofsted’s has numbers up to nine in words, others in
 * figures, and figures with *%*; a sentence begins with a word. All places where a report does otherwise in one way are one
 * finding.
 *
 * ```inspectmark,expect {"words":9,"percent":"%"}
 * ## Inspection findings
 *
 * 9. Managers review each plan after 6 months, and children see them within fourteen days.
 *                                    ^ Write numbers up to nine in words: “six”
 *                                                                           ^^^^^^^^ Write numbers from 10 on in figures: “14”
 *
 * 10. Of all plans 40 per cent are late. 12 children wait for a plan.
 *                  ^^^^^^^^^^^ Write “40%” in place of “40 per cent”
 *                                        ^^ A sentence begins with a figure
 * ```
 *
 * ```inspectmark,fixed
 * ## Inspection findings
 *
 * 9. Managers review each plan after six months, and children see them within 14 days.
 *
 * 10. Of all plans 40% are late. 12 children wait for a plan.
 * ```
 *
 * What is compared is written alike, and so are names, ages and measures:
 *
 * ```inspectmark {"words":9,"percent":"%"}
 * ## Inspection findings
 *
 * 9. The number has risen from 6 to 14. At key stage 2 most pupils do well. Fourteen pupils do not.
 * ```
 *
 * The figures are options, which the framework sets; without them numbers may be written in any way:
 *
 * ```json
 * { "rules": { "number-style": ["hint", { "words": 9, "percent": "%" }] } }
 * ```
 *
 * Source: Guide to Ofsted’s house style (2018), *Numbers*, as its published reports practise it.
 */
export const numberStyle: Rule = {
  id: 'number-style',
  group: 'style',
  kind: 'style',
  severity: 'hint',
  summary: 'Numbers are not written in the house style',
  fixable: true,
  readsWords: true,
  options: {
    words: { type: 'integer', minimum: 0, description: 'the largest number that is written in words' },
    percent: { enum: ['%', 'per cent'], description: 'how a percentage is written' },
  },
  *check({ report, options }) {
    const words = typeof options.words === 'number' ? options.words : 0;
    const percent = typeof options.percent === 'string' ? options.percent : '';
    if (words === 0 && percent === '') return;
    const habits: Record<Habit, Place[]> = { small: [], large: [], percent: [], opening: [] };
    for (const block of figuredBlocks(report)) {
      for (let i = 0; i < block.figures.length; i++) {
        const figure = block.figures[i]!;
        const habit = habitOf(report, block, i, words, percent);
        if (habit === undefined || isTemplateText(report, block.index)) continue;
        habits[habit].push({ ...figureSpan(block, figure), figure, block });
      }
    }
    for (const habit of ['small', 'large', 'percent', 'opening'] as const)
      yield* findingOf(report, habit, habits[habit], words, percent);
  },
};

/**
 * Ways in which a report departs from the style: small numbers in figures, large ones in words, *per cent*, a figure that
 * begins a sentence.
 */
type Habit = 'small' | 'large' | 'percent' | 'opening';

interface Place extends PlacedFigure, Span {}

/** Words before which a small figure is part of a comparison or of something else that is written in figures. */
const joins = new Set('to and or of at in on out from per by than for is are was were with'.split(' ').map(wordId));

function habitOf(
  report: Report,
  block: FiguredBlock,
  index: number,
  words: number,
  percent: string,
): Habit | undefined {
  const { prose } = block;
  const figure = block.figures[index];
  if (figure === undefined) return undefined;
  const { kind, value, first, last } = figure;
  if (kind === 'percentage') {
    if (percent === '' || figure.inWords) return undefined;
    const written = report.document.source.slice(block.base + figure.from, block.base + figure.to);
    if (last - first < 2) return /\s%$/.test(written) ? 'percent' : undefined;
    return /^(?:cent|percent)$/i.test(wordAt(prose, last - 1)) ? 'percent' : undefined;
  }
  if (words === 0 || (kind !== 'count' && kind !== 'duration') || !Number.isInteger(value)) return undefined;
  const sentence = sentenceAt(prose, first);
  const starts = sentence.first === first;
  if (figure.inWords) {
    const isName = /^\p{Lu}/u.test(wordAt(prose, first)) || isOfRatio(block, index);
    return value > words && value < 100 && !starts && !isName ? 'large' : undefined;
  }
  const next = idAt(prose, first + 1);
  const goesOn = first + 1 < sentence.last && /^\p{Ll}/u.test(wordAt(prose, first + 1));
  if (!goesOn) return undefined;
  if (starts) {
    // A bullet or a list’s item may begin with its figure.
    const isItem = sentence.first === 0 && report.document.blocks[block.index]?.kind !== 'numbered';
    return isItem || joins.has(next) ? undefined : 'opening';
  }
  const isAlone = wordAt(prose, first) === String(value) && !/[£$€#(]/.test(prose.text.charAt(figure.from - 1));
  // (*Progress 8 scores*, *Unit 3 staff*: the name of a thing.)
  const isOfName = first - 1 > sentence.first && /^\p{Lu}/u.test(wordAt(prose, first - 1));
  const isSmall = value > 0 && value <= words && isAlone && !isOfName && !joins.has(next);
  return isSmall && !isCompared(block, index, sentence) ? 'small' : undefined;
}

/** *Four in ten*, *nine out of ten*, *one post in ten*: a ratio is written in one way. */
function isOfRatio({ prose: { text }, figures }: FiguredBlock, index: number): boolean {
  const [part, whole] = [figures[index - 1], figures[index]];
  if (part === undefined || whole === undefined || !part.inWords) return false;
  const between = singleSpaced(text.slice(part.to, whole.from));
  if (/^ (?:in|out of)(?: every)? $/.test(between)) return true;
  return /^ \p{Ll}+ in $/u.test(between) && /^(?:$|[.,;:)])/.test(text.slice(whole.to, whole.to + 1));
}

/** Whether a figure of its kind, or an age, stands in the same sentence. */
function isCompared(
  { figures }: FiguredBlock,
  index: number,
  sentence: Pick<ProseSentence, 'first' | 'last'>,
): boolean {
  const kind = figures[index]?.kind;
  for (const step of [-1, 1]) {
    for (let i = index + step; ; i += step) {
      const other = figures[i];
      if (other === undefined || other.first < sentence.first || other.last > sentence.last) break;
      if (!other.inWords && (other.kind === kind || other.kind === 'age')) return true;
    }
  }
  return false;
}

function* findingOf(
  report: Report,
  habit: Habit,
  places: readonly Place[],
  words: number,
  percent: string,
): Generator<Finding> {
  const [first, ...others] = places;
  if (first === undefined) return;
  const edits = places.flatMap(place => editOf(place, habit, percent) ?? []);
  const also = moreLikeIt(others);
  const { source } = report.document;
  const written = ({ from, to }: Span): string => singleSpaced(source.slice(from, to));
  const wanted = edits[0]?.text ?? '';
  const messages: Record<Habit, string> = {
    small: `Write numbers up to ${smallNumbers[words] ?? words} in words: “${wanted}”${also}.`,
    large: `Write numbers from ${words + 1} on in figures: “${wanted}”${also}.`,
    percent: `Write “${wanted}” in place of “${written(first)}”${also}.`,
    opening: `A sentence begins with a figure${also}. Begin with a word.`,
  };
  yield {
    from: first.from,
    to: first.to,
    message: messages[habit],
    related: others.map(({ from, to }) => ({ from, to, message: `“${written({ from, to })}” here.` })),
    fixes:
      edits.length === 0
        ? []
        : [{ title: others.length === 0 ? `Write “${wanted}”` : 'Write all so', edits, certain: false }],
  };
}

/** The edit that puts a number in the style, where it is one of a single word. */
function editOf({ from, to, figure, block: { base, prose } }: Place, habit: Habit, percent: string): Edit | undefined {
  const { value, first } = figure;
  const end = base + endOfWord(prose.words, first);
  if (habit === 'percent') return { from, to, text: `${wordAt(prose, first)}${percent}` };
  if (habit === 'large') return { from, to: end, text: String(value) };
  const word = smallNumbers[value];
  return habit === 'small' && word !== undefined ? { from, to: end, text: word } : undefined;
}
