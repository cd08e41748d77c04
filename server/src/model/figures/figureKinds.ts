import { isDigit } from '../../text/letters.ts';
import { Unit } from '../../text/unit.ts';
import type { Prose } from '../words/prose.ts';
import { idAt, isBlankGap, isCapitalAt, lengthAt, wordAt } from '../words/proseWords.ts';
import { startOfWord } from '../words/wordColumns.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import type { Figure, FigureKind } from './figure.ts';
import { months } from './writtenDates.ts';

/** Words before a number that is a name. */
const labels = idSet(
  `section sections stage stages level levels tier tiers year years phase phases part parts chapter paragraph paragraphs
  para paras recommendation recommendations table tables figure figures page pages appendix annex area article regulation
  regulations schedule version band bands grade grades protocol 2nd no objective outcome standard standards appendices code`,
);
const spans = idSet(
  'second seconds minute minutes hour hours day days week weeks month months year years miles mile kilometres',
);
const ageOpenings = idSet('age aged ages under over');
const beings = idSet('is are was were');
const nearlys = idSet('nearly almost about just only now still');
const known = idsOf(
  'per',
  'to',
  'and',
  'of',
  'year',
  'old',
  'olds',
  'or',
  'years',
  'under',
  'over',
  'aged',
  'ages',
  'age',
  'who',
);

/** Whether a number goes on with a list of names, *paragraphs 33, 34 and 38*, or with a telephone number. */
export function isPartOfLabel(prose: Prose, word: number, before: Figure | undefined): boolean {
  if (/^\d/.test(wordAt(prose, word - 1)) && isBlankGap(prose, word - 1) && before?.kind !== 'percentage')
    return before?.last !== word || before.kind === 'label';
  if (before?.kind !== 'label') return false;
  // *Of the 60 pupils in Year 6, 45 were …*
  if (before.last === word && isStage(prose, before)) return false;
  const joint = before.last === word - 1 ? idAt(prose, word - 1) : 0;
  // *128 in key stage 1 and 236 in key stage 2*
  if (joint === known.and && isStage(prose, before) && lengthAt(prose, word) > 2) return false;
  return before.last === word || joint === known.and || joint === known.to || joint === known.or;
}

const stages = idSet('stage level tier year phase');

function isStage(prose: Prose, { first }: Figure): boolean {
  return stages.has(idAt(prose, first - 1));
}

/** What a number without a unit of its own measures, by the words around it. */
export function kindOf(prose: Prose, first: number, end: number, follows: boolean): FigureKind {
  const { text, words } = prose;
  const start = startOfWord(words, first);
  const before = idAt(prose, first - 1);
  if (isDayOfMonth(prose, first) || opensWithDash(prose, first)) return 'label';
  if (first > 0 && isBlankGap(prose, first - 1)) {
    if (labels.has(before) || (before === known.per && isPlainNumber(text, start))) return 'label';
    if (ageOpenings.has(before) && /^\d/.test(text.slice(start, start + 1)) && isAge(prose, first)) return 'age';
  }
  if (follows && spans.has(idAt(prose, end))) {
    const isOfAge =
      before === known.under || before === known.years || idAt(prose, end + 1) === known.old || isAge(prose, first);
    return isOfAge && idAt(prose, end) === known.years ? 'age' : 'duration';
  }
  return isAge(prose, first) ? 'age' : 'count';
}

/** *15 October*, *14 and 15th October*: a day, whose year is not told. */
function isDayOfMonth(prose: Prose, first: number): boolean {
  if (lengthAt(prose, first) > 2) return false;
  const next = idAt(prose, first + 1);
  const isPair = (next === known.and || next === known.to || next === known.or) && isDay(wordAt(prose, first + 2));
  const month = first + (isPair ? 3 : 1);
  return months.has(idAt(prose, month)) && isCapitalAt(prose, month) && isDay(wordAt(prose, first));
}

function isDay(word: string): boolean {
  return /^(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(word);
}

/** *4—Evidence shows …*: a number that a dash parts from all that follows it is a grade’s, or the point’s own. */
function opensWithDash({ text, words }: Prose, first: number): boolean {
  return first === 0 && /^\s?[–—]/.test(text.slice(words[1] ?? 0, (words[1] ?? 0) + 2));
}

/** *So many burglaries per 1,000 households*: of how many, which nothing measures. */
function isPlainNumber(text: string, start: number): boolean {
  return isDigit(text.charCodeAt(start));
}

/** Whether a number is an age: *16 to 18-year-olds*, *16- and 17-year-olds*, *under 18*, *aged 0 to 15*. */
function isAge(prose: Prose, first: number): boolean {
  const before = idAt(prose, first - 1);
  if (before === known.aged || before === known.ages) return true;
  // *21 are under five, and …*
  const isBound = before === known.under || before === known.over;
  if (isBound && beings.has(idAt(prose, first - 2)) && !isBlankGap(prose, first)) return true;
  if (before === known.of && idAt(prose, first - 2) === known.age) return true;
  // *Those who are nearly 18*
  const being = nearlys.has(before) ? first - 2 : first - 1;
  if (beings.has(idAt(prose, being)) && idAt(prose, being - 1) === known.who) return true;
  if (before === known.to || before === known.and || before === known.or) {
    const opening = idAt(prose, first - 3);
    if (opening === known.aged || opening === known.ages) return true;
  }
  for (let i = first + 1; i <= first + 3; i++) {
    const id = idAt(prose, i);
    if (id === known.to || id === known.and || id === known.or) continue;
    if (id === known.year) return isOld(prose, i + 1);
    const unit = prose.text.charCodeAt(startOfWord(prose.words, i, Infinity));
    if (!isDigit(unit) && unit !== Unit.smallY) return false;
    const word = wordAt(prose, i);
    if (/^\d*-?year(?:-olds?)?$/.test(word)) return true;
    if (!/^\d/.test(word)) return false;
  }
  return false;
}

function isOld(prose: Prose, word: number): boolean {
  return idAt(prose, word) === known.old || idAt(prose, word) === known.olds;
}
