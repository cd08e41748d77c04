/** A slot has an id and three numbers more side by side: one look into memory for all of them. */
const width = 4;

/** Numbers by `wordId`s, three for each: an open table, which for that is much faster than a `Map`. */
export class IdTable {
  readonly #fewest: number;
  #slots: Int32Array;
  #count = 0;

  /** `fewest`: for how many ids there is room from the start, a power of two. */
  constructor(fewest: number) {
    this.#fewest = fewest;
    this.#slots = new Int32Array(width * fewest);
  }

  /** How many ids it has. */
  get count(): number {
    return this.#count;
  }

  /** Where an id stands; -1 if it is not there. */
  slotOf(id: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = firstSlot(id, mask);
    for (;;) {
      const there = slots[slot];
      if (there === id) return slot;
      if (there === 0) return -1;
      slot = (slot + width) & mask;
    }
  }

  /** Takes in an id that is not there yet, with three zeros, and returns where it stands. */
  add(id: number): number {
    if (3 * this.#slots.length < 4 * width * this.#count) this.#grow();
    this.#count++;
    return this.#place(id);
  }

  /** A number of a slot, from 1 to 3. */
  get(slot: number, number: 1 | 2 | 3): number {
    return this.#slots[slot + number]!;
  }

  /** Sets a number of a slot, from 1 to 3. */
  set(slot: number, number: 1 | 2 | 3, value: number): void {
    this.#slots[slot + number] = value;
  }

  /** Empties it. */
  clear(): void {
    this.#slots = new Int32Array(width * this.#fewest);
    this.#count = 0;
  }

  #place(id: number): number {
    const mask = this.#slots.length - 1;
    let slot = firstSlot(id, mask);
    while (this.#slots[slot] !== 0) slot = (slot + width) & mask;
    this.#slots[slot] = id;
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += width)
      if (old[from] !== 0) this.#slots.set(old.subarray(from + 1, from + width), this.#place(old[from]!) + 1);
  }
}

function firstSlot(id: number, mask: number): number {
  return ((id ^ (id >>> 15)) << 2) & mask;
}
