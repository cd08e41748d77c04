/** Pairs of keys, each as one number that is not 0. Its table is used again by the next: only one is in use at a time. */
export class PairSet {
  readonly #mask: number;

  /** @param rows there are no more pairs than they have keys */
  constructor(rows: readonly (readonly number[])[]) {
    let slots = 1024;
    for (let count = 0, i = 0; i < rows.length; i++) {
      count += rows[i]!.length;
      while (slots < 2 * count) slots *= 2;
    }
    this.#mask = slots - 1;
    if (pairTable.length < slots) pairTable = new Int32Array(slots);
    else pairTable.fill(0, 0, slots);
  }

  /** Takes in a pair. */
  add(pair: number): void {
    pairTable[this.#slotOf(pair)] = pair;
  }

  /** Whether it has a pair. */
  has(pair: number): boolean {
    return pairTable[this.#slotOf(pair)] === pair;
  }

  #slotOf(pair: number): number {
    let slot = (Math.imul(pair, 0x9e3779b1) >>> 12) & this.#mask;
    while (pairTable[slot] !== 0 && pairTable[slot] !== pair) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

let pairTable = new Int32Array(1 << 12);
