/** Adds an item to the group of its key, in place: a copy for each item would make a report of one big group slow. */
export function addToGroup<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}

/** Adds an item to the set of its key, in place. */
export function addToSet<Key, Item>(sets: Map<Key, Set<Item>>, key: Key, item: Item): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([item]));
  else set.add(item);
}

/** Counts a key once more, or so many times more, in place. */
export function addCount<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The key that is counted most often; of several the first. */
export function commonest<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let most: readonly [Key, number] | undefined;
  for (const entry of counts) if (entry[1] > (most?.[1] ?? 0)) most = entry;
  return most?.[0];
}

/** A list in runs: an item that goes on from the one before it is in the same run. */
export function runsOf<Item>(
  items: Iterable<Item>,
  goesOn: (item: Item, before: Item) => boolean,
): [Item, ...Item[]][] {
  const runs: [Item, ...Item[]][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(item, run.at(-1) as Item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** Adds items to a list, in place, as many as there are: `push(...items)` throws for some hundred thousand. */
export function append<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** How many items of two lists are the same at the start, and of the rest at the end. */
export function commonEnds<Item>(
  one: readonly Item[],
  other: readonly Item[],
): { readonly head: number; readonly tail: number } {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  return { head, tail };
}

/** Each two items of a list, the earlier first. */
export function* pairsOf<Item>(items: readonly Item[]): Generator<readonly [Item, Item]> {
  for (let i = 0; i < items.length; i++)
    for (let j = i + 1; j < items.length; j++) yield [items[i] as Item, items[j] as Item];
}
