import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan } from '../../../model/figures/figures.ts';
import { between, isCount, type PlacedFigure, wholeOf } from '../../../model/figures/figureWholes.ts';
import type { Report } from '../../../model/report.ts';
import { idAt } from '../../../model/words/proseWords.ts';
import { idSet } from '../../../model/words/wordIds.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Finding } from '../../rule.ts';
import { figureWords, wholePlace } from './figurePlaces.ts';

const fraction = `(half|(?:a|one|two)[ -]thirds?|(?:a|one|three)[ -]quarters?|(?:a|one|two|three|four)[ -]fifths?)`;
const softly = `(?:((?:just |well )?(?:over|under|about|around|almost|nearly|more than|less than|at least|roughly|approximately)) )?`;
/** *Just under half (12 of 40)*, *half of the 40 staff (12)*, *two thirds of the 90 care leavers, 45 in all* */
const inBrackets = new RegExp(String.raw`(?:^|\s)${softly}${fraction}(?: of [\p{L}’ -]{1,40})? \($`, 'iu');
const ofWhole = new RegExp(String.raw`(?:^|\s)${softly}${fraction} of (?:(?:the|its|their|our|all|these) )?$`, 'iu');
/** *86, or almost half,* and *86 live elsewhere. This is almost half.* */
const after = new RegExp(
  String.raw`^(?:, or |, | \(|\. This (?:is|was|represents) )${softly}${fraction}(?=[,.)])`,
  'iu',
);
const further = new RegExp(
  String.raw`^[\p{L}’ -]{0,60}\. This (?:is|was|represents) ${softly}${fraction}(?=[,.)]| (?!of\b))`,
  'iu',
);
const fractionWords = idSet('half third thirds quarter quarters fifth fifths');
const farBefore = 12;
const farAfter = 16;
const longest = 90;
const fewestOfWhole = 8;

/** A fraction in words that is not that of two numbers beside it. */
export function fractionOfNumbers(report: Report, block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const part = figures[i] as Figure;
  let near = part.first - farBefore;
  while (near < part.last + farAfter && !fractionWords.has(idAt(prose, near))) near++;
  if (near >= part.last + farAfter) return undefined;
  const { text } = prose;
  const start = part.from;
  const before = (at: number): string => singleSpaced(text.slice(Math.max(0, at - longest), at));
  const rest = singleSpaced(text.slice(part.to, part.to + longest));
  const next = figures[i + 1];
  if (isCount(next) && /^ (?:out )?of (?:the |these |all )?$/.test(between(block, part, next)))
    return told(report, block, part, { figure: next, block }, inBrackets.exec(before(start)));
  const last = figures[i - 1];
  const isOfLast = isCount(last) && /^ [\p{L}’ -]{1,40}(?: \(|, )$/u.test(between(block, last, part));
  if (isOfLast && /^(?:\)| in (?:all|total)\b)/.test(rest)) {
    const finding = told(report, block, part, { figure: last, block }, ofWhole.exec(before(last.from)));
    if (finding !== undefined) return finding;
  }
  const match = after.exec(rest) ?? further.exec(rest);
  const whole = match === null ? undefined : wholeOf(report, block, i);
  return whole && told(report, block, part, whole, match);
}

/** How far a fraction may be from what it stands for. (*More than half* may be far more.) */
const rounding = 0.08;

function told(
  report: Report,
  block: FiguredBlock,
  part: Figure,
  whole: PlacedFigure,
  match: RegExpExecArray | null,
): Finding | undefined {
  const [, soft = '', words = ''] = match ?? [];
  const share = shareOf(words);
  if (share === undefined || whole.figure.value < fewestOfWhole || part.value > whole.figure.value) return undefined;
  const actual = part.value / whole.figure.value;
  const isOver = /^(?:well )?(?:over|more|at least)/i.test(soft);
  const isUnder = /^(?:well )?(?:under|less)/i.test(soft);
  if (actual >= share - (isUnder ? 1 : rounding) && actual <= share + (isOver ? 1 : rounding)) return undefined;
  return {
    ...figureSpan(block, part),
    message: `${figureWords(report, block, part)} of ${figureWords(report, whole.block, whole.figure)} is ${(100 * actual).toFixed(0)}%, not ${words.toLowerCase()}. Correct one of the two.`,
    related: [wholePlace(whole)],
  };
}

function shareOf(words: string): number | undefined {
  const [times, part] = words.toLowerCase().split(/[ -]/);
  if (times === 'half') return 1 / 2;
  const top = ['', 'one', 'two', 'three', 'four'].indexOf(times === 'a' ? 'one' : (times ?? ''));
  const by = part === undefined ? 0 : part.startsWith('third') ? 3 : part.startsWith('quarter') ? 4 : 5;
  return top > 0 && by > top ? top / by : undefined;
}
