import {
  type Figure,
  type FiguredBlock,
  figuredBlocks,
  figuresOf,
  idAt,
  inSentence,
  sentenceAt,
  type WrittenDate,
  wordAt,
} from '../../model/figures.ts';
import type { ProseSentence } from '../../model/prose.ts';
import { idSet, idsOf } from '../../model/wordIds.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * The words say that a number has risen, and the figures that it has fallen; or that it is higher than another, and it is
 * lower. Either a word or a figure is wrong, and readers cannot know which.
 *
 * ```inspectmark,expect
 * The number of adopters has risen from 53 to 46.
 *                                       ^^^^^^^^ From 53 to 46 is a fall, but the text says *risen*.
 *
 * - At 30 September 2017, 345 children were the subject of a child protection plan. This is an increase from 367 at 31 March 2017.
 *                                                                                                            ^^^ 345 is less than 367, but the text says *increase*.
 *
 * Attendance stands at 91%, which is higher than the national average of 95%.
 *                                                                        ^^^ 91% is less than 95%, but the text says *higher*.
 * ```
 *
 * It may also be by how much it has changed that is wrong, or a row of years that goes the other way:
 *
 * ```inspectmark,expect
 * Suspensions have halved from 88 in 2021/22 to 64 in 2022/23. Referrals have risen by 22% in a year, from 550 to 616.
 *                              ^^^^^^^^^^^^^^^^^^^ From 88 to 64 is a fall of 27%, but the text says *halved*.
 *                                                                                      ^^^ From 550 to 616 is a rise of 12%, but the text says 22%.
 *
 * There were 611 such children at the time of the inspection, a decrease from 538 a year earlier.
 *                                                                             ^^^ 611 is more than 538, but the text says *decrease*.
 *
 * The number of appeals has fallen. There were 37 in 2020–21, 49 in 2021–22 and 58 in 2022–23.
 *                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ From 37 to 58 is a rise, but the text says *fallen*.
 * ```
 *
 * Or two dated figures that are compared:
 *
 * ```inspectmark,expect
 * Leaders have reduced the use of agency staff, which was 26% in September 2017 compared with 22% in January 2017.
 *                                                                                             ^^^ 26% is more than 22%, but the text says *reduced*.
 * ```
 *
 * Correct the word, or the figure that is wrong.
 *
 * ```inspectmark
 * The number of adopters has risen from 46 to 53, and proceedings have been reduced from 55 weeks to 30 weeks.
 *
 * Assessments doubled from 90 to 178, and referrals have fallen by 12%, from 616 to 542. Of 19 adopters, 14 were local, up from nine.
 *
 * Timeliness has improved from 26 weeks to 24, and is better than the average of 30 weeks.
 * ```
 */
export const changeDirection: Rule = {
  id: 'change-direction',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'The words say that a number rises, and the figures that it falls',
  fixable: false,
  readsWords: whereStands((report, block) => figuresOf(report, block).figures.length > 0),
  unhurried: true,
  *check({ report }) {
    for (const block of figuredBlocks(report)) {
      for (const [i, figure] of block.figures.entries()) {
        if (!isQuantity(figure)) continue;
        const from = opened(block, figure, word.from);
        const finding =
          from === undefined
            ? (yearsFinding(block, i) ?? comparisonFinding(block, i) ?? comparedFinding(block, i))
            : (changeFinding(block, i, from) ??
              amountFinding(block, i, from) ??
              sinceFinding(block, i, from) ??
              asideFinding(block, i, from) ??
              comparisonFinding(block, i));
        if (finding !== undefined) yield finding;
      }
    }
  },
};

const rising = idSet(
  `increase increases increased increasing rise rises rose risen rising grow grows grew grown growing growth climbed
  doubled doubling trebled tripled quadrupled`,
);
const falling = idSet(
  `decrease decreases decreased decreasing reduction reductions reduce reduces reduced reducing fall falls fell fallen falling
  drop drops dropped dropping decline declines declined declining halved halving`,
);
const more = idSet('higher more greater above exceeds exceeding exceeded');
const less = idSet('lower less fewer below');
/** What can decline while its figure rises: *stability has declined, from 7% with three placements to 10%*. */
const qualities = idSet(
  'stability performance quality timeliness outcomes confidence practice morale effectiveness consistency',
);
/** What a verb says of how much has changed: the least and the most that a figure may be of the one before. */
const multiples = new Map(
  (
    [
      ['halved halving', 0.35, 0.6],
      ['doubled doubling', 1.7, 2.6],
      ['trebled tripled', 2.6, 3.6],
      ['quadrupled', 3.5, 4.8],
    ] as const
  ).flatMap(([words, least, most]) => [...idSet(words)].map(id => [id, { least, most }] as const)),
);
const inexact = idSet('almost nearly more than over around about approximately roughly virtually least just under');
const changes = idSet('increase decrease reduction rise fall drop decline');
const negations = idSet('not no without never prevent prevented avoid neither nor');
/** *The figure is down for all staff.* */
const being = idSet('is are was were went gone going');
const softeners = idSet('a an just only around about approximately nearly almost over under some base low high of the');
const word = idsOf(
  'from',
  'to',
  'than',
  'up',
  'down',
  'this',
  'which',
  'that',
  'above',
  'below',
  'and',
  'but',
  'while',
  'by',
  'of',
  'in',
  'a',
  'an',
  'compared',
);

/** So far before *from* the word may stand that says how a number changes. */
const farthest = 14;

function isQuantity({ kind }: Figure): boolean {
  return kind !== 'label' && kind !== 'age' && kind !== 'points';
}

/** (*In the last 12 months* says when, and nothing of what.) */
function isCompared(figure: Figure): boolean {
  return isQuantity(figure) && figure.kind !== 'duration';
}

/** *risen from 53 to 46*. */
function changeFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const one = figures[i] as Figure;
  const sentence = sentenceAt(prose, one.first);
  if (sentence === undefined) return undefined;
  const other = figures
    .slice(i + 1, i + 4)
    .find(
      figure =>
        figure.last <= sentence.last && areAlike(block, one, figure) && opened(block, figure, word.to) !== undefined,
    );
  if (other === undefined || other.first - one.last > farthest || other.value === one.value) return undefined;
  const said = directionBefore(block, sentence, from);
  if (said === undefined) return undefined;
  if (said.rises !== other.value > one.value)
    return againstWord(block, one, other, said.at, said.rises ? 'fall' : 'rise');
  const multiple = multiples.get(idAt(prose, said.at));
  if (multiple === undefined || one.value === 0) return undefined;
  for (let at = said.at - 2; at < said.at; at++) if (inexact.has(idAt(prose, at))) return undefined;
  const ratio = other.value / one.value;
  if (ratio >= multiple.least && ratio <= multiple.most) return undefined;
  return againstWord(block, one, other, said.at, changeInWords(one, other));
}

/** Two figures that do not go as a word says. */
function againstWord(block: FiguredBlock, one: Figure, other: Figure, said: number, change: string): Finding {
  return {
    from: block.base + one.from,
    to: block.base + other.to,
    message: `From ${textOf(block, one)} to ${textOf(block, other)} is a ${change}, but the text says *${wordAt(block.prose, said)}*. Correct the word or a figure.`,
    related: [{ ...spanOf(block, said), message: 'What the text says.' }],
  };
}

function changeInWords(one: Figure, other: Figure): string {
  const share = Math.round((100 * Math.abs(other.value - one.value)) / one.value);
  return `${other.value > one.value ? 'rise' : 'fall'} of ${share}%`;
}

/** So many words may stand between *by 12%* and *from 550*. */
const farFromAmount = 8;
/** Percentages are rounded, and figures too; so many points may come of that. */
const rounding = 1;

const fractions = new Map([...idSet('half')].map(id => [id, 50]));
for (const [words, percent] of [
  ['third', 33.3],
  ['quarter', 25],
  ['fifth', 20],
] as const)
  for (const id of idSet(words)) fractions.set(id, percent);
const roundingOfFraction = 6;

/** *Fallen by a third, from 180 to 120*: the fraction, as a percentage. */
function fractionBefore({ prose }: FiguredBlock, from: number): Figure | undefined {
  const at = from - 1;
  const value = fractions.get(idAt(prose, at));
  if (value === undefined) return undefined;
  const article = idAt(prose, at - 1);
  const first = article === word.a ? at - 1 : at;
  if (idAt(prose, first - 1) !== word.by) return undefined;
  const span = { from: prose.words[3 * first] ?? 0, to: prose.words[3 * at + 1] ?? 0 };
  return { ...span, kind: 'percentage', value, decimals: 0, inWords: true, first, last: at + 1, per: undefined };
}

/** *Risen by 12% in a year, from 550 to 616*. */
function amountFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const one = figures[i] as Figure;
  const amount = fractionBefore(block, from) ?? figures[i - 1];
  const other = figures[i + 1];
  const opening = amount === undefined ? 0 : idAt(prose, amount.first - 1);
  if (amount?.kind !== 'percentage' || (opening !== word.by && opening !== word.of) || other === undefined)
    return undefined;
  if (one.kind === 'percentage' || one.value === 0 || one.kind !== other.kind || !areAlike(block, one, other))
    return undefined;
  const sentence = sentenceAt(prose, amount.first);
  if (sentence === undefined || from - amount.last > farFromAmount) return undefined;
  if (other.last > sentence.last || opened(block, other, word.to) === undefined || other.first - one.last > farthest)
    return undefined;
  const verb = [amount.first - 2, amount.first - 3].find(
    at => rising.has(idAt(prose, at)) || falling.has(idAt(prose, at)),
  );
  if (verb === undefined || isDenied(block, sentence, verb)) return undefined;
  const change = changeInWords(one, other);
  if (rising.has(idAt(prose, verb)) !== other.value > one.value) return againstWord(block, one, other, verb, change);
  const share = (100 * Math.abs(other.value - one.value)) / one.value;
  if (Math.abs(share - amount.value) <= (amount.inWords ? roundingOfFraction : rounding)) return undefined;
  return {
    from: block.base + amount.from,
    to: block.base + amount.to,
    message: `From ${textOf(block, one)} to ${textOf(block, other)} is a ${change}, but the text says ${amount.inWords ? `*${textOf(block, amount)}*` : textOf(block, amount)}. Correct one of the figures.`,
    related: [{ from: block.base + one.from, to: block.base + other.to, message: 'The figures.' }],
  };
}

/** *611 children, an increase from 538*, *19 adopters, up from 14*: of all the figures before it there is one. */
function asideFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const old = figures[i] as Figure;
  const now = figures[i - 1];
  if (now === undefined) return undefined;
  const sentence = sentenceAt(prose, old.first);
  if (sentence === undefined || now.first < sentence.first) return undefined;
  const said = from - 1;
  const id = idAt(prose, said);
  const isUp = id === word.up || id === word.down;
  const article = idAt(prose, said - 1);
  if (!isUp && !(changes.has(id) && (article === word.a || article === word.an))) return undefined;
  // *39, a rise from 32* and *39, which is a rise from 32*, but not *after a rise from 32*.
  const opening = isUp ? said : said - 1;
  const aside = prose.text.slice(now.to, prose.words[3 * opening]).replace(/\s+/g, ' ');
  if (!/(?:,|–|\()(?: ?which (?:is|was|represents|represented))? ?$/.test(aside)) return undefined;
  if (now.kind !== old.kind || !areAlike(block, now, old) || now.value === old.value) return undefined;
  if (idAt(prose, now.first - 1) === word.by || opened(block, now, word.from) !== undefined) return undefined;
  if (figures.filter(isBetween(sentence.first, old.first)).filter(isCompared).length > 1) return undefined;
  const next = figures[i + 1];
  if (next !== undefined && next.last <= sentence.last && opened(block, next, word.to) !== undefined) return undefined;
  const rises = id === word.up || rising.has(id);
  return rises === now.value > old.value ? undefined : contrary(block, now, old, said);
}

/** So many words say that a number falls, before a sentence that gives it year by year. */
const longestClaim = 12;

/** *The number has fallen. There were 58 in 2020–21, 49 in 2021–22 and 37 in 2022–23.* */
function yearsFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures, dates } = block;
  const one = figures[i] as Figure;
  if (dates.length < 2) return undefined;
  const years = yearsFrom(block, i);
  const other = figures[i + years.length - 1];
  if (years.length < 2 || other === undefined || one.value === other.value) return undefined;
  const sentence = sentenceAt(prose, one.first);
  if (sentence === undefined || figures.some(isBetween(sentence.first, one.first))) return undefined;
  const before = prose.sentences[prose.sentences.indexOf(sentence) - 1];
  if (before === undefined || before.last - before.first > longestClaim) return undefined;
  if (figures.some(isBetween(before.first, before.last))) return undefined;
  let said: Direction | undefined;
  for (let at = before.first; at < before.last; at++) {
    const id = idAt(prose, at);
    if (qualities.has(id) || negations.has(id)) return undefined;
    if (!rising.has(id) && !falling.has(id)) continue;
    if (said !== undefined) return undefined;
    said = { rises: rising.has(id), at };
  }
  if (said === undefined || said.rises === other.value > one.value) return undefined;
  return againstWord(block, one, other, said.at, said.rises ? 'fall' : 'rise');
}

/** No date has more words. */
const longestDate = 4;

/** The years, each later than the last, in which a figure and those after it are dated: *58 in 2020–21, 49 in 2021–22*. */
function yearsFrom({ prose, figures, dates }: FiguredBlock, i: number): number[] {
  const years: number[] = [];
  for (let at = i; at < figures.length; at++) {
    const { kind, last } = figures[at] as Figure;
    const [date] =
      idAt(prose, last) === word.in ? inSentence(dates, { first: last + 1, last: last + 1 + longestDate }) : [];
    if (date?.first !== last + 1 || kind !== figures[i]?.kind || (years.at(-1) ?? 0) >= date.year) break;
    years.push(date.year);
  }
  return years;
}

/** The place of a word that introduces a figure, *from 53*, *from a low base of 53*; nothing if it does not. */
function opened({ prose }: FiguredBlock, figure: Figure, id: number): number | undefined {
  for (let at = figure.first - 1; at >= Math.max(0, figure.first - 5); at--) {
    if (idAt(prose, at) === id) return at;
    if (!softeners.has(idAt(prose, at))) return undefined;
  }
  return undefined;
}

/** Whether two figures can be compared: *from 351 per 10,000 to 380*, not *from two years to 18 months*. */
function areAlike({ prose }: FiguredBlock, one: Figure, other: Figure): boolean {
  if (!isQuantity(other)) return false;
  if (one.kind === 'duration' && other.kind === 'duration') return idAt(prose, one.last) === idAt(prose, other.last);
  if (one.kind === 'rate' && other.kind === 'rate') return one.per === other.per;
  return one.kind === other.kind || one.kind === 'count' || (other.kind === 'count' && one.kind === 'rate');
}

interface Direction {
  readonly rises: boolean;
  readonly at: number;
}

function directionBefore(block: FiguredBlock, sentence: ProseSentence, from: number): Direction | undefined {
  const { prose, figures } = block;
  const before = idAt(prose, from - 1);
  if (before === word.up || before === word.down) return { rises: before === word.up, at: from - 1 };
  const first = Math.max(sentence.first, from - farthest);
  let nearest: Direction | undefined;
  for (let at = from - 1; at >= first; at--) {
    const id = idAt(prose, at);
    const isUp = (id === word.up || id === word.down) && being.has(idAt(prose, at - 1));
    const rises = isUp ? id === word.up : rising.has(id);
    if (!isUp && !rises && !falling.has(id)) {
      if (nearest === undefined && figures.some(figure => figure.first === at && isCompared(figure))) return undefined;
      continue;
    }
    // Where words of both directions stand it cannot be told which is meant.
    if (nearest === undefined) nearest = { rises, at };
    else if (nearest.rises !== rises && nearest.at < from - 2) return undefined;
  }
  if (nearest === undefined || isDenied(block, sentence, nearest.at)) return undefined;
  for (let at = Math.max(sentence.first, nearest.at - 4); at < from; at++)
    if (qualities.has(idAt(prose, at))) return undefined;
  return nearest;
}

function isDenied({ prose }: FiguredBlock, sentence: ProseSentence, at: number): boolean {
  for (let i = at - 1; i >= Math.max(sentence.first, at - 4); i--) if (negations.has(idAt(prose, i))) return true;
  return false;
}

/** *519 children … This is an increase from 367.* */
function sinceFinding(block: FiguredBlock, i: number, from: number): Finding | undefined {
  const { prose, figures } = block;
  const old = figures[i] as Figure;
  const sentence = sentenceAt(prose, old.first);
  if (sentence === undefined || idAt(prose, sentence.first) !== word.this) return undefined;
  if (from - sentence.first > 8 || figures.some(isBetween(sentence.first, old.first))) return undefined;
  const said = directionBefore(block, sentence, from);
  const before = prose.sentences[prose.sentences.indexOf(sentence) - 1];
  const [now, another] = figures.filter(
    figure => figure.kind === old.kind && before !== undefined && isBetween(before.first, before.last)(figure),
  );
  if (said === undefined || now === undefined || another !== undefined || now.value === old.value) return undefined;
  // *This is an increase from 53 to 46*
  if (figures[i + 1] !== undefined && opened(block, figures[i + 1] as Figure, word.to) !== undefined) return undefined;
  return said.rises === now.value > old.value ? undefined : contrary(block, now, old, said.at);
}

function isBetween(first: number, last: number): (figure: Figure) => boolean {
  return figure => figure.first >= first && figure.first < last;
}

/** *91%, which is higher than the national average of 95%*. */
function comparisonFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures } = block;
  const other = figures[i] as Figure;
  const own = figures[i - 1];
  if (own === undefined || other.kind !== own.kind || other.kind === 'duration' || other.kind === 'count')
    return undefined;
  const sentence = sentenceAt(prose, other.first);
  if (sentence === undefined || own.first < sentence.first || other.first - own.last > farthest) return undefined;
  if (
    figures.some(figure => figure.kind === own.kind && figure !== own && isBetween(sentence.first, own.first)(figure))
  )
    return undefined;
  if (opened(block, own, word.from) !== undefined || idAt(prose, own.first - 1) === word.than) return undefined;
  let said: Direction | undefined;
  for (let at = own.last; at < other.first; at++) {
    const id = idAt(prose, at);
    const isComparison = idAt(prose, at + 1) === word.than || id === word.above || id === word.below;
    if (id === word.and || id === word.but || id === word.while) return undefined;
    if (!isComparison || (!more.has(id) && !less.has(id))) continue;
    // *13% below the average*: the figure is the difference; *13%, below the average*, is no difference.
    if ((at === own.last && !/^,/.test(prose.text.slice(own.to))) || said !== undefined) return undefined;
    said = { rises: more.has(id), at };
  }
  if (said === undefined || isDenied(block, sentence, said.at) || own.value === other.value) return undefined;
  return said.rises === own.value > other.value ? undefined : contrary(block, own, other, said.at);
}

/** So many words may stand between a change and the figures that show it. */
const farFromChange = 12;

/** *Use has been reduced, and was 16% in September 2017 compared to 22% in January*: two dated figures that show a change. */
function comparedFinding(block: FiguredBlock, i: number): Finding | undefined {
  const { prose, figures, dates } = block;
  const then = figures[i] as Figure;
  const compared = then.first - 2;
  if (idAt(prose, compared) !== word.compared) return undefined;
  const now = figures[i - 1];
  const sentence = sentenceAt(prose, then.first);
  if (now === undefined || sentence === undefined || now.first < sentence.first || now.kind !== then.kind)
    return undefined;
  if (now.value === then.value || now.kind === 'duration') return undefined;
  // (What is looked at stands around the two, however long their sentence is.)
  const around = {
    first: Math.max(sentence.first, now.first - farFromChange),
    last: Math.min(sentence.last, then.last + 1 + longestDate),
  };
  const dated = inSentence(dates, around);
  const [later, another] = dated.filter(date => date.first >= now.last && date.last <= compared);
  const earlier = dated.find(({ first }) => first > then.last - 1 && first <= then.last + 1);
  if (later === undefined || another !== undefined || earlier === undefined || !isBefore(earlier, later))
    return undefined;
  const own = inSentence(figures, around);
  let said: Direction | undefined;
  for (let at = around.first; at < now.first; at++) {
    const id = idAt(prose, at);
    if (qualities.has(id) || negations.has(id) || own.some(({ first }) => first === at)) return undefined;
    if (!rising.has(id) && !falling.has(id)) continue;
    if (said !== undefined) return undefined;
    said = { rises: rising.has(id), at };
  }
  return said === undefined || said.rises === now.value > then.value ? undefined : contrary(block, now, then, said.at);
}

function isBefore(one: WrittenDate, other: WrittenDate): boolean {
  return 12 * one.year + (one.month ?? 1) < 12 * other.year + (other.month ?? 12);
}

function contrary(block: FiguredBlock, now: Figure, then: Figure, said: number): Finding {
  const relation = now.value > then.value ? 'more' : 'less';
  return {
    from: block.base + then.from,
    to: block.base + then.to,
    message: `${textOf(block, now)} is ${relation} than ${textOf(block, then)}, but the text says *${wordAt(block.prose, said)}*. Correct the word or a figure.`,
    related: [
      { ...spanOf(block, said), message: 'What the text says.' },
      { from: block.base + now.from, to: block.base + now.to, message: 'The figure with which it is compared.' },
    ],
  };
}

function textOf({ prose: { text } }: FiguredBlock, { from, to }: Figure): string {
  return text.slice(from, to).replace(/\s+/g, ' ');
}

function spanOf({ base, prose: { words } }: FiguredBlock, at: number): { from: number; to: number } {
  return { from: base + (words[3 * at] ?? 0), to: base + (words[3 * at + 1] ?? 0) };
}
