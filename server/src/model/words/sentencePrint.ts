/** What a row of words is known by, from `first` to `last` in a block’s words: the same words, the same print. */
export function sentencePrint(words: Int32Array, first: number, last: number): number {
  let print = 0x811c9dc5 | 0;
  for (let at = 3 * first + 2; at < 3 * last; at += 3)
    print = Math.imul(print ^ (words[at] as number), 0x01000193) ^ (print >>> 15);
  return print;
}
