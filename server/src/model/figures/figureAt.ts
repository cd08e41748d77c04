import type { Prose } from '../words/prose.ts';
import { idAt, isBlankGap, spanOfWords, wordAt } from '../words/proseWords.ts';
import { numberWords } from '../words/tellingWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';
import { idsOf } from '../words/wordIds.ts';
import type { Figure, FigureKind } from './figure.ts';
import { kindOf } from './figureKinds.ts';
import { figureUnits } from './figureUnits.ts';

const known = idsOf('per', 'cent', 'percent', 'percentage', 'points', 'hundred', 'million', 'billion', 'and');

/** The figure whose first word is one, in digits or in words. */
export function figureAt(prose: Prose, first: number, isDigit: boolean): Figure | undefined {
  const { text } = prose;
  const written = isDigit ? wordAt(prose, first) : '';
  const inWords = isDigit ? undefined : numberInWords(prose, first);
  const shortened = isDigit ? shortenedSum(prose, first) : undefined;
  if (shortened !== undefined) return shortened;
  const value = isDigit ? digitsValue(written) : inWords?.value;
  if (value === undefined) return undefined;
  const end = inWords?.end ?? first + 1;
  const span = spanOfWords(prose, first, end);
  const figure = (kind: FigureKind, last = end, to = span.to, scale = 1, rateOf?: number): Figure => ({
    from: span.from,
    to: Math.max(to, last > end ? spanOfWords(prose, first, last).to : to),
    kind,
    value: value * scale,
    decimals: decimalsOf(written),
    inWords: !isDigit,
    first,
    last,
    per: rateOf,
  });
  const next = idAt(prose, end);
  const before = text.charAt(span.from - 1);
  if (before !== '' && '[/#_=^'.includes(before)) return figure('label');
  if (before === '£' || before === '$' || before === '€') {
    const scale = next === known.million ? 1e6 : next === known.billion ? 1e9 : 1;
    return figure('money', scale > 1 ? end + 1 : end, span.to, scale);
  }
  if (text[span.to] === '%') return figure('percentage', end, span.to + 1);
  if (text.startsWith(' %', span.to)) return figure('percentage', end, span.to + 2);
  const follows = isBlankGap(prose, end - 1);
  if (follows) {
    if (next === known.percent) return figure('percentage', end + 1);
    if (next === known.percentage && idAt(prose, end + 1) === known.points) return figure('points', end + 2);
    if (next === known.points) return figure('points', end + 1);
    if (next === known.per) {
      if (idAt(prose, end + 1) === known.cent) return figure('percentage', end + 2);
      const rateOf = digitsValue(wordAt(prose, end + 1));
      if (rateOf !== undefined && rateOf >= 100) return figure('rate', end + 2, span.to, 1, rateOf);
    }
    if (next === known.million || next === known.billion)
      return figure('count', end + 1, span.to, next === known.million ? 1e6 : 1e9);
  }
  return figure(kindOf(prose, first, end, follows));
}

/** *£46.2m*: a sum of money whose unit is a letter of its word. */
function shortenedSum(prose: Prose, first: number): Figure | undefined {
  const { text, words } = prose;
  const to = endOfWord(words, first);
  if (!/[mkn]/.test(text.charAt(to - 1)) || !/[£$€]/.test(text.charAt(startOfWord(words, first) - 1))) return undefined;
  const [, digits = '', unit = ''] = /^([\d.,]+)(k|m|bn)$/.exec(wordAt(prose, first)) ?? [];
  const value = digitsValue(digits);
  const scale = figureUnits.get(unit);
  if (value === undefined || scale === undefined) return undefined;
  const span = spanOfWords(prose, first, first + 1);
  return {
    ...span,
    kind: 'money',
    value: value * scale,
    decimals: decimalsOf(digits),
    inWords: false,
    first,
    last: first + 1,
    per: undefined,
  };
}

/** How many digits follow the point. */
function decimalsOf(written: string): number {
  const point = written.indexOf('.');
  return point < 0 ? 0 : written.length - point - 1;
}

/** A number in words, with where it ends: *nine*, *one hundred and twenty-six*. */
function numberInWords(prose: Prose, first: number): { readonly value: number; readonly end: number } | undefined {
  const value = numberWords.get(idAt(prose, first));
  if (value === undefined || value > 99 || idAt(prose, first + 1) !== known.hundred || !isBlankGap(prose, first))
    return value === undefined ? undefined : { value, end: first + 1 };
  const rest = idAt(prose, first + 2) === known.and ? numberWords.get(idAt(prose, first + 3)) : undefined;
  return { value: 100 * value + (rest ?? 0), end: first + (rest === undefined ? 2 : 4) };
}

/** The value of digits as a report writes them: *518*, *56,593*, *17.6*; nothing for other words, and for telephone numbers. */
function digitsValue(word: string): number | undefined {
  if (!/^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?$/.test(word)) return undefined;
  return Number(word.replaceAll(',', ''));
}
