import type { Prose } from '../words/prose.ts';
import { idAt } from '../words/proseWords.ts';
import { idMap, idSet, idsOf } from '../words/wordIds.ts';
import type { Figure } from './figure.ts';

const word = idsOf('the', 'age', 'of', 'they', 'are', 'working', 'school', 'calendar');
/** How many hours each unit is. */
const units = idMap(
  ['hour hours', 1],
  ['day days', 24],
  ['week weeks', 7 * 24],
  ['fortnight', 14 * 24],
  ['month months', 30.4 * 24],
  ['year years', 365 * 24],
);
/** *Working days* are fewer than days. */
const daysOfWeek = 7 / 5;
/** Until when something is had, and from when. */
const limits = idSet('until from after before');

/** A span of time: the word of its unit, and how many hours it is. */
export interface Span {
  /** Behind its unit. */
  readonly last: number;
  readonly unit: number;
  readonly hours: number;
}

/** The span of time that a number counts: *72 hours*, *three working days*; nothing of another number. */
export function spanOf(prose: Prose, { last, value, kind }: Figure): Span | undefined {
  if (kind !== 'duration' && kind !== 'count') return undefined;
  const kindOfDay = idAt(prose, last);
  const isWorking = kindOfDay === word.working || kindOfDay === word.school;
  const at = isWorking || kindOfDay === word.calendar ? last + 1 : last;
  const unit = idAt(prose, at);
  const hours = units.get(unit);
  return hours === undefined
    ? undefined
    : { last: at + 1, unit: isWorking ? -unit : unit, hours: value * hours * (isWorking ? daysOfWeek : 1) };
}

/** Whether a number is an age up to or from which something is had: *until they are 21*, *until the age of 25*. */
export function isAgeLimit(prose: Prose, { first, kind, value }: Figure): boolean {
  if ((kind !== 'age' && kind !== 'count') || value > oldest) return false;
  const [two, one] = [idAt(prose, first - 2), idAt(prose, first - 1)];
  if (one === word.are && two === word.they) return limits.has(idAt(prose, first - 3));
  if (one === word.of && two === word.age)
    return (
      limits.has(idAt(prose, first - 3)) || (idAt(prose, first - 3) === word.the && limits.has(idAt(prose, first - 4)))
    );
  return kind === 'age' && one === word.age && limits.has(two);
}

const oldest = 30;
