import { differenceOfParts, isHigher, letterOf, numberParts } from '../../syntax/number.ts';
import type { NumberPlace } from '../reference.ts';

/** New numbers that follow one another, by their places among all of them. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** One of what a list names: a run of new numbers, or only words, where it is none. */
interface Item {
  readonly words: string;
  readonly run?: Run;
  /** Whether the author names it by a range. */
  readonly isOfRange?: boolean;
  readonly isChanged: boolean;
}

/** The numbers of one letter, or of none: the places of the old ones, for each those of what it becomes, and all new ones. */
interface Order {
  readonly places: ReadonlyMap<string, number>;
  readonly becomes: readonly (readonly number[])[];
  readonly numbers: readonly string[];
}

/**
 * What lists of numbers become where paragraphs stand in another order: a range goes on naming what it named, so that it
 * may become several, and several may become one again.
 */
export class ReorderedNumbers {
  readonly #becomes: ReadonlyMap<string, readonly string[]>;
  readonly #orders = new Map<string, Order>();
  readonly #runs = new Map<string, readonly Run[]>();

  /** Takes every number with what it becomes: several where it is repeated. */
  constructor(becomes: ReadonlyMap<string, readonly string[]>) {
    this.#becomes = becomes;
  }

  /** A list in its new words, and how many numbers and ranges it has; nothing where it stays as it is. */
  listOf(
    places: readonly NumberPlace[],
    source: string,
  ): { readonly text: string; readonly count: number } | undefined {
    const joint = rangeJoint(places, source);
    const all = places.flatMap(place => this.#itemsOf(place, this.#order(letterOf(place.first)), source, joint));
    // What rises goes on rising.
    if (places.every(({ first }, i) => i === 0 || isHigher(first, places[i - 1]?.last ?? '')))
      if (all.every(({ run }) => run !== undefined)) all.sort((one, other) => startOf(one) - startOf(other));
    const order = this.#order(letterOf(places[0]?.first ?? ''));
    const items: Item[] = [];
    for (const item of all) {
      const before = items.at(-1);
      const merged = before && mergedItem(before, item, order, joint);
      if (merged === undefined) items.push(item);
      else items[items.length - 1] = merged;
    }
    if (!items.some(({ isChanged }) => isChanged)) return undefined;
    const between = separators(places, source, items.length);
    return { text: items.map(({ words }, i) => `${words}${between[i] ?? ''}`).join(''), count: items.length };
  }

  #itemsOf({ first, last, firstSpan, lastSpan }: NumberPlace, order: Order, source: string, joint: string): Item[] {
    const written = source.slice(firstSpan.from, lastSpan.to);
    const [from, to] = [this.#only(first), this.#only(last)];
    if (from === undefined || to === undefined) return [{ words: written, isChanged: false }];
    const [low, high] = [order.places.get(first), order.places.get(last)];
    if (low === undefined || high === undefined || low > high) {
      // One that steps back names its two ends; if it rose it would name more.
      const [one, other] = isHigher(first, last) && isHigher(to, from) ? [to, from] : [from, to];
      const words = `${one}${source.slice(firstSpan.to, lastSpan.from)}${other}`;
      return [{ words, isChanged: words !== written }];
    }
    const runs = this.#runsOf(order, low, high);
    const isChanged = runs.length > 1 || from !== first || to !== last;
    return runs.map(run => ({
      words: isChanged ? inWords(run, order, joint) : written,
      run,
      isOfRange: first !== last,
      isChanged,
    }));
  }

  /** What a number becomes whose paragraph is certain. */
  #only(number: string): string | undefined {
    const [one, another] = this.#becomes.get(number) ?? [];
    return another === undefined ? one : undefined;
  }

  #runsOf(order: Order, low: number, high: number): readonly Run[] {
    const key = `${order.numbers[0]} ${low} ${high}`;
    const runs = this.#runs.get(key) ?? runsOf(order.becomes, low, high);
    this.#runs.set(key, runs);
    return runs;
  }

  #order(letter: string): Order {
    let order = this.#orders.get(letter);
    if (order === undefined) {
      const old = inOrder([...this.#becomes.keys()].filter(number => letterOf(number) === letter));
      const numbers = inOrder(new Set(old.flatMap(number => this.#becomes.get(number) ?? [])));
      const placeOf = new Map(numbers.map((number, i) => [number, i]));
      const becomes = old.map(number => (this.#becomes.get(number) ?? []).map(own => placeOf.get(own) ?? 0));
      order = { places: new Map(old.map((number, i) => [number, i])), becomes, numbers };
      this.#orders.set(letter, order);
    }
    return order;
  }
}

/** What the old numbers from one place to another become, in order. */
function runsOf(becomes: Order['becomes'], low: number, high: number): Run[] {
  const found: { first: number; last: number }[] = [];
  const add = (first: number, last: number): void => {
    const run = found.at(-1);
    if (run !== undefined && first >= run.first && first <= run.last + 1) run.last = Math.max(run.last, last);
    else found.push({ first, last });
  };
  for (let i = low; i <= high; i++) for (const place of becomes[i] ?? []) add(place, place);
  const pieces = found.splice(0).sort((one, other) => one.first - other.first);
  for (const { first, last } of pieces) add(first, last);
  return found;
}

/** Two as one range, if the other follows the one, one of them is of a range, and one of them has changed. */
function mergedItem(before: Item, { run, isOfRange, isChanged }: Item, order: Order, joint: string): Item | undefined {
  if (before.run === undefined || run === undefined || run.first !== before.run.last + 1) return undefined;
  if (!(before.isOfRange || isOfRange) || !(before.isChanged || isChanged)) return undefined;
  // (A range of 2.3 to 3.1 is read as its ends alone.)
  if (partsAbove(order.numbers[run.last]) !== partsAbove(order.numbers[before.run.first])) return undefined;
  const whole = { first: before.run.first, last: run.last };
  return { words: inWords(whole, order, joint), run: whole, isOfRange: true, isChanged: true };
}

/** A number without its last part. */
function partsAbove(number = ''): string {
  return number.replace(/\d+$/, '');
}

function startOf({ run }: Item): number {
  return run?.first ?? 0;
}

function inWords({ first, last }: Run, { numbers }: Order, joint: string): string {
  return first === last ? (numbers[first] ?? '') : `${numbers[first]}${joint}${numbers[last]}`;
}

/** How the author joins the ends of a range. */
function rangeJoint(places: readonly NumberPlace[], source: string): string {
  const range = places.find(({ first, last }) => first !== last);
  return range === undefined ? '–' : source.slice(range.firstSpan.to, range.lastSpan.from);
}

/** What stands between so many items: what the author has written between them, as far as it goes. */
function separators(places: readonly NumberPlace[], source: string, count: number): string[] {
  const written = places
    .slice(1)
    .map(({ firstSpan }, i) => source.slice(places[i]?.lastSpan.to ?? firstSpan.from, firstSpan.from));
  if (written.length === count - 1) return written;
  const last = written.at(-1) ?? ' and ';
  const inner = written.length > 1 ? (written[0] ?? '') : /\band\b/i.test(last) ? ', ' : last;
  return Array.from({ length: count - 1 }, (_, i) => (i < count - 2 ? inner : last));
}

function inOrder(numbers: Iterable<string>): string[] {
  return Array.from(numbers, number => ({ number, parts: numberParts(number) }))
    .sort((one, other) => differenceOfParts(one.parts, other.parts))
    .map(({ number }) => number);
}
