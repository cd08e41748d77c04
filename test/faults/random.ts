/** Chance that a seed repeats. */
export interface Random {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  /** One of a list; nothing of an empty one. */
  readonly oneOf: <T>(list: readonly T[]) => T | undefined;
  /** All of a list, in any order. */
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

/** The same chances for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const shuffled = <T>(list: readonly T[]): T[] => {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [all[i], all[j]] = [all[j] as T, all[i] as T];
    }
    return all;
  };
  return { below, oneOf, shuffled };
}
