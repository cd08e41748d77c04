import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan, figureText } from '../../../model/figures/figures.ts';
import type { Finding } from '../../rule.ts';

/** *Just over a fifth (31%)*, *half of the plans (37%)*: a fraction in words, and another percentage in brackets after it. */
export function fractionBeside(block: FiguredBlock, percentage: Figure): Finding | undefined {
  const { text } = block.prose;
  if (text.charAt(percentage.from - 1) !== '(') return undefined;
  const before = text.slice(Math.max(0, percentage.from - longest), percentage.from).replace(/\s+/g, ' ');
  const [, open, words] = fraction.exec(before) ?? [];
  const value = words && percents.find(([pattern]) => pattern.test(words))?.[1];
  if (words === undefined || typeof value !== 'number') return undefined;
  const off = percentage.value - value;
  // (*More than half* may be far more.)
  if (off >= -farthest && (off <= farthest || open !== undefined)) return undefined;
  return {
    ...figureSpan(block, percentage),
    message: `${figureText(block, percentage)} is not *${words.toLowerCase()}*. Correct one of the two.`,
  };
}

/** A fraction stands for what is within so many points of it. */
const farthest = 10;
const longest = 64;
const fraction =
  /(?:^|\s)((?:(?<!just )(?:more than|over)|at least) )?(half|(?:a|one|two)[ -]thirds?|(?:a|one|three)[ -]quarters?|(?:a|one) fifth)(?: of [\p{L}’ -]{1,30})? \($/iu;
const percents: readonly (readonly [RegExp, number])[] = [
  [/^half/i, 50],
  [/^two/i, 66.7],
  [/third/i, 33.3],
  [/^three/i, 75],
  [/quarter/i, 25],
  [/fifth/i, 20],
];
