import type { Prose } from '../words/prose.ts';
import { idAt, wordAt } from '../words/proseWords.ts';
import { numberWords } from '../words/tellingWords.ts';
import { idMap, idsOf } from '../words/wordIds.ts';
import type { Figure } from './figure.ts';
import { figureInWords } from './figureInWords.ts';

const word = idsOf('every', 'each', 'a', 'per', 'once', 'twice', 'times', 'other');
const days = byWord({ day: 1, week: 7, fortnight: 14, month: 30, quarter: 91, year: 365, term: 120 });
const plurals = byWord({ days: 1, weeks: 7, months: 30, years: 365 });
const adverbs = byWord({
  daily: 1,
  weekly: 7,
  fortnightly: 14,
  monthly: 30,
  quarterly: 91,
  annually: 365,
  yearly: 365,
  termly: 120,
});

function byWord(values: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return idMap(...Object.entries(values));
}

/** How often something is done, in days from one time to the next, by a word and those beside it: *monthly*, *every six weeks*, *twice a year*. */
export function frequencyAt(prose: Prose, at: number): Figure | undefined {
  return idAt(prose, at) === word.times ? frequencyFrom(prose, at - 1) : frequencyFrom(prose, at);
}

function frequencyFrom(prose: Prose, at: number): Figure | undefined {
  const id = idAt(prose, at);
  const adverb = adverbs.get(id);
  if (adverb !== undefined) return figureInWords(prose, { first: at, last: at + 1 }, 'count', adverb);
  if (id === word.every || id === word.each) {
    const next = idAt(prose, at + 1);
    const unit = days.get(next);
    if (unit !== undefined) return figureInWords(prose, { first: at, last: at + 2 }, 'count', unit);
    if (next === word.other) return frequencyOf(prose, at, at + 3, 2, days.get(idAt(prose, at + 2)));
    return frequencyOf(prose, at, at + 3, numberAt(prose, at + 1), plurals.get(idAt(prose, at + 2)));
  }
  const isTwice = id === word.once || id === word.twice;
  if (!isTwice && idAt(prose, at + 1) !== word.times) return undefined;
  const joint = isTwice ? at + 1 : at + 2;
  const unit = joints.has(idAt(prose, joint)) ? days.get(idAt(prose, joint + 1)) : undefined;
  if (unit === undefined) return undefined;
  const times = id === word.once ? 1 : id === word.twice ? 2 : numberAt(prose, at);
  return times === undefined ? undefined : frequencyOf(prose, at, joint + 2, 1 / times, unit);
}

const joints = new Set([word.a, word.per, word.each, word.every]);

function numberAt(prose: Prose, at: number): number | undefined {
  const value = numberWords.get(idAt(prose, at)) ?? Number(wordAt(prose, at) || Number.NaN);
  return value > 0 ? value : undefined;
}

function frequencyOf(
  prose: Prose,
  first: number,
  last: number,
  times: number | undefined,
  unit: number | undefined,
): Figure | undefined {
  return times === undefined || unit === undefined
    ? undefined
    : figureInWords(prose, { first, last }, 'count', times * unit);
}
