import type { Figure } from '../../../model/figures/figure.ts';
import { type FiguredBlock, figureSpan, figureText, inSentence } from '../../../model/figures/figures.ts';
import { figureUnits, unitOf } from '../../../model/figures/figureUnits.ts';
import { isOfFraction } from '../../../model/figures/figureWholes.ts';
import type { ProseSentence } from '../../../model/words/proseReading.ts';
import { gapAfter, idAt, sentenceAt, wordAt } from '../../../model/words/proseWords.ts';
import { idSet, idsOf } from '../../../model/words/wordIds.ts';
import { listInWords } from '../../../text/phrases.ts';
import { singleSpaced } from '../../../text/singleSpaced.ts';
import { firstWhere } from '../../../text/text.ts';
import type { Finding } from '../../rule.ts';
import { countInWords } from './countInWords.ts';
import { areContrary } from './exclusiveParts.ts';

const { of: ofWord, within: withinWord, the: theWord, other: otherWord } = idsOf('of', 'within', 'the', 'other');
/** *Eleven more than in 2013*: by so many another number differs. */
const compared = idSet('more fewer less higher lower');

/** More is no slip: then the parts are some of several, or not all of them. */
const mostOff = 3;
const mostOffOfMany = 0.1;
const mostParts = 10;
/** What has more is a list of its own. */
const longestParts = 160;

/** *Ten babies (five with adopters and four with foster carers)*: parts that do not make up the number. */
export function partsFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const figure = figures[i] as Figure;
  let after = i + 1;
  while (figures[after]?.kind === 'duration' || figures[after]?.kind === 'label') after++;
  const part = figures[after];
  if (part?.kind === figure.kind && prose.text.slice(startOf(part) - 2, startOf(part)) === ': ')
    return colonFinding(block, i, after);
  if (figure.kind !== 'count') return undefined;
  const next = figures[i + 1];
  if (next === undefined || prose.text.charAt(next.from - 1) !== '(') return undefined;
  const inner = /^[^().;:]{3,80}\(([^().;:]*)\)/.exec(prose.text.slice(figure.to, figure.to + longestParts));
  if (inner?.[1] === undefined || figure.value < 3) return undefined;
  const from = figure.to + inner[0].length - 1 - inner[1].length;
  const to = from + inner[1].length;
  const parts = figures.slice(i + 1, i + 1 + mostParts).filter(own => own.from >= from && own.to <= to);
  const [first, ...others] = parts;
  const last = parts.at(-1);
  if (first?.from !== from || others.length === 0 || last === undefined) return undefined;
  if (parts.some(({ kind, value }) => kind !== 'count' || value >= figure.value)) return undefined;
  if (!/(?:,| and) $/.test(prose.text.slice(last.from - 5, last.from))) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  if (sum === figure.value || Math.abs(sum - figure.value) > Math.max(mostOff, mostOffOfMany * figure.value))
    return undefined;
  const said = listInWords(parts.map(own => `*${wordAt(prose, own.first)}*`));
  return {
    from: block.base + first.from,
    to: block.base + last.to,
    message: `${said} add up to ${countInWords(sum)}, not *${wordAt(prose, figure.first).toLowerCase()}*. Correct one of the figures.`,
    related: [{ ...figureSpan(block, figure), message: 'The whole.' }],
  };
}

/** Parts that are farther from the whole than this share of it are some of several. */
const mostOffInAll = 0.25;
const longestHead = 80;

/** Where a figure begins, with the sign of its currency. */
function startOf({ kind, from }: Figure): number {
  return kind === 'money' ? from - 1 : from;
}

/** *(71%)*: what share a number is, which is no part of the whole itself. */
function isBracketed({ prose }: FiguredBlock, { kind, from }: Figure): boolean {
  return kind === 'percentage' && prose.text.charAt(from - 1) === '(';
}

/**
 * *412 pupils: 58 in the nursery, 118 in the infants’ and 236 in the juniors’ classes*: parts that do not make up the
 * number.
 */
function colonFinding(block: FiguredBlock, i: number, next: number): Finding | undefined {
  const { prose, figures } = block;
  const whole = figures[i] as Figure;
  const sentence = sentenceAt(prose, whole.first);
  const head = prose.text.slice(whole.to, startOf(figures[next] as Figure));
  if (head.length > longestHead || !/^[^.,;:()]*:\s$/.test(head)) return undefined;
  const parts = partsIn(block, next, sentence);
  if (parts === undefined || parts.some(({ kind, value }) => kind !== whole.kind || value >= whole.value))
    return undefined;
  return sumFinding(block, whole, parts);
}

/**
 * *Of the 42 actions, 29 have been completed, ten are under way and three are yet to begin*; *31 stations, of which nine
 * are …, four … and 18 …*. What is not told of may be left out, so this is asked.
 */
export function sharesFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const whole = figures[i] as Figure;
  const next = figures[i + 1];
  const sentence = sentenceAt(prose, whole.first);
  if (whole.kind !== 'count' || next === undefined || whole.value < fewestOfWhole) return undefined;
  const these = theseFinding(block, i);
  if (these !== undefined) return these;
  const of = determiners.has(idAt(prose, whole.first - 1)) ? whole.first - 2 : whole.first - 1;
  const isOpened =
    idAt(prose, of) === ofWord &&
    (of === sentence.first || (of > sentence.first && /^[,;(]\s*$/.test(gapAfter(prose, of - 1))));
  const head = prose.text.slice(whole.to, next.from);
  const aside = isOpened ? undefined : asideFinding(block, i, sentence);
  if (aside !== undefined) return aside;
  if (
    head.length > longestHead ||
    !(isOpened ? /^[^.;:()]*,\s[^.,;:()]{0,30}$/ : /^[^.,;:()]*,\sof\s(?:which|whom)\s$/).test(head)
  )
    return undefined;
  return askedFinding(block, i, whole, sentence);
}

/** *One has a degree and seven hold level 3; the other is an apprentice*: what is left is told of without its number. */
function namesRest(
  prose: FiguredBlock['prose'],
  whole: Figure,
  parts: readonly Figure[],
  { last }: ProseSentence,
): boolean {
  const left = parts.reduce((rest, { value }) => rest - value, whole.value);
  if (left <= 0) return false;
  const from = parts.at(-1)?.last ?? last;
  for (let at = from; at < Math.min(last - 1, from + farthestRest); at++) {
    if (idAt(prose, at) !== theWord) continue;
    const rest = idAt(prose, at + 1);
    if (rests.has(rest) || (rest === otherWord && left === 1)) return true;
  }
  return false;
}

const rests = idSet('others rest remainder');
/** So many words behind the last part the rest is named. */
const farthestRest = 20;

/**
 * *Inspectors read 40 plans. Of these, 22 were good, 15 were poor and six were neither*: the number is the only one of its
 * sentence, and the next begins with its parts. They may be told of in part, so this is asked.
 */
function theseFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const [before, whole, next] = [figures[i - 1], figures[i], figures[i + 1]];
  if (whole === undefined || next === undefined) return undefined;
  const sentence = sentenceAt(prose, next.first);
  const own = sentenceAt(prose, whole.first);
  if (own.last !== sentence.first) return undefined;
  if (before !== undefined && before.first >= own.first) return undefined;
  const isOpened = idAt(prose, sentence.first) === ofWord && pronouns.has(idAt(prose, sentence.first + 1));
  if (!isOpened || next.first > sentence.first + 3) return undefined;
  return askedFinding(block, i, whole, sentence);
}

/** A question, where the parts that follow a whole in a sentence do not add up to it. */
function askedFinding(block: FiguredBlock, i: number, whole: Figure, sentence: ProseSentence): Finding | undefined {
  const parts = partsIn(block, i + 1, sentence);
  if (parts === undefined || parts.some(({ value }) => value >= whole.value)) return undefined;
  if (parts.length < fewestShares && !areContrary(block.prose, whole, parts, sentence)) return undefined;
  if (namesRest(block.prose, whole, parts, sentence)) return undefined;
  const finding = sumFinding(block, whole, parts);
  return finding && { ...finding, severity: 'information' };
}

/**
 * *11 partners, six at home and five abroad*: two parts right after what is counted that are all but the whole. One of the
 * three is a slip, or one thing is neither; so this is asked.
 */
function asideFinding(block: FiguredBlock, i: number, sentence: ProseSentence): Finding | undefined {
  const { prose, figures } = block;
  const [whole, one, other] = figures.slice(i, i + 3);
  if (whole === undefined || one === undefined || other === undefined || other.last > sentence.last) return undefined;
  if ((figures[i - 1]?.first ?? -1) >= sentence.first || fronts.has(idAt(prose, whole.first - 1))) return undefined;
  if ([one, other].some(({ kind, value, decimals }) => kind !== 'count' || value >= whole.value || decimals > 0))
    return undefined;
  const head = singleSpaced(prose.text.slice(whole.to, one.from));
  if (!/^(?: [\p{L}’-]+){1,4}, $/u.test(head) || /\b(?:is|are|was|were|ha[sd]|have)\b/.test(head)) return undefined;
  // (*Six of whom are women and five of whom are new*: one may be both.)
  if (overlapping.has(idAt(prose, one.last)) || overlapping.has(idAt(prose, other.last))) return undefined;
  const between = singleSpaced(prose.text.slice(one.to, Math.min(other.from, one.to + longestHead)));
  const after = prose.text.slice(other.to, other.to + longestHead);
  if (!/^[^,.;:()]{3,60} and $/.test(between) || !/^[^,.;:()]{3,60}(?:[,.;]|$)/.test(after)) return undefined;
  // (*Eleven patients, three relatives and nine staff took part.*: what begins a sentence, and has its verb behind the last.)
  if (whole.first === sentence.first && !/^[^,.;:()]*,/.test(after)) return undefined;
  if (Math.abs(one.value + other.value - whole.value) > Math.max(1, mostOffOfMany * whole.value)) return undefined;
  const finding = sumFinding(block, whole, [one, other]);
  return finding && { ...finding, severity: 'information' };
}

/** What one thing may be as well as another. */
const overlapping = idSet('of with without who which that whose are is were was have has had');
/** *In four years, two …*: what stands after these is no whole. */
const fronts = idSet('of in at on within over after for by between to since');

/** *45% as good, 58% as requiring improvement and 7% as inadequate*: shares of one whole that are more than all of it. */
export function gradedShares(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const first = figures[i] as Figure;
  const sentence = sentenceAt(prose, first.first);
  if (first.kind !== 'percentage' || (figures[i - 1]?.first ?? -1) >= sentence.first) return undefined;
  const shares = inSentence(figures.slice(i, i + mostParts), sentence);
  const last = shares.at(-1);
  if (last === undefined || shares.length < fewestShares || shares.some(({ kind }) => kind !== 'percentage'))
    return undefined;
  const isGraded = shares.every(({ last: at }) => [0, 1, 2, 3].some(step => grades.has(idAt(prose, at + step))));
  const sum = shares.reduce((all, { value }) => all + value, 0);
  if (!isGraded || sum <= 100 + shares.length || sum > 100 * (1 + mostOffInAll)) return undefined;
  const said = listInWords(shares.map(({ from, to }) => `*${prose.text.slice(from, to)}*`));
  return {
    from: block.base + first.from,
    to: block.base + last.to,
    message: `${said} add up to ${sum}%, which is more than all of them. Correct one of the figures.`,
  };
}

const grades = idSet('outstanding good improvement inadequate');

const fewestOfWhole = 5;
const fewestShares = 3;
const determiners = idSet('the these those its their all');

/** The figures from one on to the sentence’s end, where they are a list of counts or sums. */
function partsIn(block: FiguredBlock, next: number, sentence: ProseSentence): Figure[] | undefined {
  const { prose, figures } = block;
  const parts = inSentence(figures.slice(next, next + 2 * mostParts), sentence).filter(
    figure =>
      figure.kind !== 'label' &&
      figure.kind !== 'age' &&
      !isWithin(block, figure) &&
      !isOfPart(block, figure) &&
      !isBracketed(block, figure),
  );
  const [first] = parts;
  if (first === undefined || parts.length < 2 || parts.length > mostParts) return undefined;
  if (
    parts.some(({ kind, decimals }) => kind !== first.kind || (kind !== 'money' && (kind !== 'count' || decimals > 0)))
  )
    return undefined;
  if (parts.some(({ last }) => compared.has(idAt(prose, last)))) return undefined;
  if (parts.some(part => isOfFraction(block, figures.indexOf(part, next)))) return undefined;
  const joints = parts.slice(1).map(part => {
    const start = startOf(part);
    return singleSpaced(prose.text.slice(Math.max(0, start - 8), start));
  });
  const last = joints.pop() ?? '';
  // *29 in time and six late; two were not read*
  if (/; $/.test(last) ? !joints.every(joint => / and $/.test(joint)) : !isListed(joints, last)) return undefined;
  return parts;
}

/** *29 in time, six late and two not at all* */
function isListed(joints: readonly string[], last: string): boolean {
  return / and $/.test(last) && joints.every(joint => /[,;] $/.test(joint));
}

/** *76 work or study, and 19 of these are at university*: a part of a part. */
function isOfPart({ prose }: FiguredBlock, { last }: Figure): boolean {
  return idAt(prose, last) === ofWord && pronouns.has(idAt(prose, last + 1));
}

const pronouns = idSet('these them those');

/** *Within two days*: when, and no part. */
function isWithin({ prose }: FiguredBlock, { kind, first }: Figure): boolean {
  return kind === 'duration' && idAt(prose, first - 1) === withinWord;
}

/** Parts that do not add up to the whole, and not because they are rounded. */
function sumFinding(block: FiguredBlock, whole: Figure, parts: readonly Figure[]): Finding | undefined {
  const { prose } = block;
  // That the share of a part is another is told with it.
  if (parts.some(part => isOtherShare(block, whole, part))) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  // *Places for 510 of the 640 prisoners: 210 …*: they are the parts of the other.
  if (isSaidBefore(block, whole, sum)) return undefined;
  const leeway = whole.kind === 'money' ? [whole, ...parts].reduce((all, own) => all + roundedBy(prose, own), 0) : 0;
  if (Math.abs(sum - whole.value) <= leeway || Math.abs(sum - whole.value) > mostOffInAll * whole.value)
    return undefined;
  const [first] = parts as [Figure];
  const last = parts.at(-1) as Figure;
  const written = (figure: Figure): string => `*${figureText(block, figure)}*`;
  return {
    from: block.base + first.from,
    to: block.base + last.to,
    message: `${listInWords(parts.map(written))} add up to ${sumInWords(prose, whole, sum)}, not ${written(whole)}. Correct one of the figures.`,
    related: [{ ...figureSpan(block, whole), message: 'The whole.' }],
  };
}

/** Whether a number of the same kind stands before another in its sentence. */
function isSaidBefore({ prose, figures }: FiguredBlock, { kind, first }: Figure, value: number): boolean {
  const sentence = sentenceAt(prose, first);
  const before = inSentence(figures, { first: sentence.first, last: first });
  return before.some(own => own.kind === kind && own.value === value);
}

/** *3,272 undergraduates (80%)* of 4,215. */
function isOtherShare({ prose, figures }: FiguredBlock, whole: Figure, part: Figure): boolean {
  const share = figures[firstWhere(figures.length, at => (figures[at]?.first ?? 0) >= part.last)];
  if (share === undefined || sentenceAt(prose, share.first) !== sentenceAt(prose, part.first)) return false;
  return share.kind === 'percentage' && Math.abs((100 * part.value) / whole.value - share.value) > 1;
}

/** Half of a sum’s last digit, where it is given in millions or the like. */
function roundedBy(prose: FiguredBlock['prose'], figure: Figure): number {
  const unit = figureUnits.get(unitOf(prose, figure));
  return unit === undefined ? 0 : 0.5 * 10 ** -figure.decimals * unit;
}

function sumInWords(prose: FiguredBlock['prose'], whole: Figure, sum: number): string {
  const unit = unitOf(prose, whole);
  const number = Math.round((100 * sum) / (figureUnits.get(unit) ?? 1)) / 100;
  return `${number.toLocaleString('en-GB')}${unit.length > 2 ? ' ' : ''}${unit}`;
}
