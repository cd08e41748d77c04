import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan, figureText } from '../../../model/figures/figures.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import type { Finding } from '../../rule.ts';

/**
 * *Just over a fifth (31%)*, *half of the plans (37%)*, *only a minority of plans, 62%, …*: a share in words, and beside it a
 * percentage that is none such.
 */
export function fractionBeside(block: FiguredBlock, percentage: Figure): Finding | undefined {
  const { text } = block.prose;
  const isBracketed = text.charAt(percentage.from - 1) === '(';
  const isAside = !isBracketed && /^,\s$/.test(text.slice(percentage.from - 2, percentage.from));
  if (!isBracketed && !isAside) return undefined;
  // (*Most are well, 12% of them with help*: only what closes at once is the share itself.)
  const isClosed = (isBracketed ? ')' : ',') === text.charAt(percentage.to);
  if (isAside && !isClosed) return undefined;
  const before = singleSpaced(text.slice(Math.max(0, percentage.from - longest), percentage.from)).replace(
    /(?: ?\(|, )$/,
    '',
  );
  return fractionFinding(block, percentage, before) ?? (isClosed ? shareFinding(block, percentage, before) : undefined);
}

function fractionFinding(block: FiguredBlock, percentage: Figure, before: string): Finding | undefined {
  const [, open, words] = fraction.exec(before) ?? [];
  const value = words && percents.find(([pattern]) => pattern.test(words))?.[1];
  if (words === undefined || typeof value !== 'number') return undefined;
  const off = percentage.value - value;
  // (*More than half* may be far more.)
  if (off >= -farthest && (off <= farthest || open !== undefined)) return undefined;
  return isNot(block, percentage, words);
}

/** *Almost all plans (71%)*: how many a word for so many stands for at least, and at most. */
function shareFinding(block: FiguredBlock, percentage: Figure, before: string): Finding | undefined {
  const [, article, words] = share.exec(before) ?? [];
  const bounds = words && shares.find(([pattern]) => pattern.test(words));
  // (*The most deprived areas*, *England’s most deprived areas*)
  if (words === undefined || !bounds || (/^most/i.test(words) && article !== undefined)) return undefined;
  const [, least, most] = bounds;
  if (percentage.value >= least && percentage.value <= most) return undefined;
  return isNot(block, percentage, words);
}

function isNot(block: FiguredBlock, percentage: Figure, words: string): Finding {
  return {
    ...figureSpan(block, percentage),
    message: `${figureText(block, percentage)} is not *${words.toLowerCase()}*. Correct one of the two.`,
  };
}

/** A fraction stands for what is within so many points of it. */
const farthest = 10;
const longest = 64;
/** What is of something else than how many there are: *most of the increase (12%)*. */
const counted = '(?: (?:of )?(?!increase|rise|growth|reduction|fall|drop)[\\p{L}’-]{1,20}){0,6} ?$';
const fraction =
  /(?:^|\s)((?:(?<!just )(?:more than|over)|at least) )?(half|(?:a|one|two)[ -]thirds?|(?:a|one|three)[ -]quarters?|(?:a|one) fifth|(?:one|two|three) in (?:three|four|five|ten))(?: [\p{L}’ -]{1,34})?$/iu;
const percents: readonly (readonly [RegExp, number])[] = [
  [/^half/i, 50],
  [/^one in three/i, 33.3],
  [/^one in four/i, 25],
  [/^one in five/i, 20],
  [/^one in ten/i, 10],
  [/^two in three/i, 66.7],
  [/^two in five/i, 40],
  [/^three in four/i, 75],
  [/^three in five/i, 60],
  [/^two/i, 66.7],
  [/third/i, 33.3],
  [/^three/i, 75],
  [/quarter/i, 25],
  [/fifth/i, 20],
];
const share = new RegExp(
  `(?:^|\\s)((?:the|its|their|[\\p{L}]{1,20}[’']s) )?((?:almost|nearly|virtually) all|(?:vast|great|large|overwhelming) majority|majority|(?:fewer|less|more) than half|(?:under|over) half|most(?! (?:recent|common|likely|frequent)\\b)|an? (?:small |significant |large |sizeable )?minority|very few|few)${counted}`,
  'iu',
);
const shares: readonly (readonly [RegExp, number, number])[] = [
  [/ all$/i, 80, 100],
  [/^(?:vast|great|overwhelming) /i, 60, 100],
  [/majority$|^most$/i, 49, 100],
  [/^(?:fewer|less|under) /i, 0, 50],
  [/^(?:more|over) /i, 50, 100],
  [/minority$/i, 0, 51],
  [/few$/i, 0, 45],
];
