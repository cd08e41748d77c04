import { wordId } from './proseReading.ts';

/** Which of several sets of words a word is in, with one look: most words are in none. */
export class WordRoles<Role extends string> {
  /** The bit that stands for each set. */
  readonly bits: Readonly<Record<Role, number>>;
  readonly #roles = new Map<number, number>();
  readonly #sieve = new Uint8Array(mask + 1);

  /** @param words of each set its words, parted by spaces; no more than 30 sets */
  constructor(words: Readonly<Record<Role, string>>) {
    const bits: Partial<Record<Role, number>> = {};
    for (const [i, role] of (Object.keys(words) as Role[]).entries()) {
      bits[role] = 1 << i;
      for (const word of words[role].trim().split(/\s+/)) {
        const id = wordId(word);
        this.#roles.set(id, (this.#roles.get(id) ?? 0) | (1 << i));
        this.#sieve[id & mask] = 1;
      }
    }
    this.bits = bits as Record<Role, number>;
  }

  /** The bits of a word's sets, by its `wordId`; 0 if it is in none. */
  of(id: number): number {
    return this.#sieve[id & mask] === 0 ? 0 : (this.#roles.get(id) ?? 0);
  }
}

const mask = 0xfff;
