import { IdTable } from './idTable.ts';
import { matterStem, saysLittle } from './inspectionWords.ts';
import { contraries, learnNegated, opposites } from './opposites.ts';
import { wordId } from './proseReading.ts';
import { kindOfWord, learnManner, standingWords, WordKind } from './wordKinds.ts';

const fewest = 1 << 13;
const most = 1 << 17;
const longestWord = 40;
/** Words that may be written as one with others, by what they are known by: of *won’t* the *wo* is known as *will*. */
const elided = new Map(['not', 'will', 'shall'].map(word => [wordId(word), word] as const));

/** What is known of words by their `wordId`s; it is emptied when it has grown large. */
export class WordTable {
  readonly #words = new IdTable(fewest);
  #quantities = new WeakSet<object>();
  #numbers = new Map<string, number>();
  /** How often it was emptied: before and after, the same number is not the same key. */
  generation = 0;

  /** The numbers of keys are not higher than this. */
  get keyCount(): number {
    return this.#numbers.size;
  }

  /** Where a word stands; -1 if it is not known yet. */
  slotOf(id: number): number {
    return this.#words.slotOf(id);
  }

  /** The number of what the word of a slot is compared by, from 1; 0 if it says nothing of the matter. */
  keyAt(slot: number): number {
    return this.#words.get(slot, 1);
  }

  /** The `WordKind`s of the word of a slot. */
  kindsAt(slot: number): number {
    return this.#words.get(slot, 2);
  }

  /** Empties it if it has grown large. */
  tidy(): void {
    if (this.#words.count <= most) return;
    this.#words.clear();
    this.#quantities = new WeakSet();
    this.#numbers = new Map();
    this.generation++;
  }

  /** Learns which words end a quantity. */
  learnQuantities(quantities: readonly { readonly words: readonly string[] }[]): void {
    if (this.#quantities.has(quantities)) return;
    this.#quantities.add(quantities);
    for (const { words } of quantities) {
      for (const phrase of words) {
        const last = phrase.slice(phrase.lastIndexOf(' ') + 1);
        const id = wordId(last);
        const known = this.slotOf(id);
        const slot = known < 0 ? this.learn(id, last) : known;
        this.#words.set(slot, 2, this.kindsAt(slot) | WordKind.quantity);
      }
    }
  }

  /** Takes in a word, and returns where it stands. */
  learn(id: number, written: string): number {
    const slot = this.#words.add(id);
    // (Whichever report is read first: *n’t* is *not*.)
    const word = elided.get(id) ?? written;
    if (word.length > longestWord) return slot;
    // A copy: a slice that is kept would keep the whole text it was cut from.
    const lower = (' ' + word).slice(1).toLowerCase().replaceAll('’', "'");
    const key = matterStem(lower.replace(/'s?$/, ''));
    let kinds = kindOfWord.get(lower) ?? 0;
    if (key !== undefined && !/^\d/.test(key)) {
      this.#words.set(slot, 1, this.#numberOf(key));
      if (saysLittle(key)) kinds |= WordKind.little;
    }
    learnNegated(id, lower);
    if (opposites.has(id)) kinds |= WordKind.antonym | WordKind.judging;
    if (contraries.has(id)) kinds |= WordKind.judging;
    learnManner(id, lower);
    const standing = standingWords.get(id);
    if (standing !== undefined) kinds |= standing.well ? WordKind.standing : WordKind.standing | WordKind.ill;
    if (/^\d/.test(lower)) kinds |= WordKind.indirect | WordKind.number;
    if (/^(?:19|20)\d\d$/.test(lower)) kinds |= WordKind.year;
    this.#words.set(slot, 2, kinds);
    return slot;
  }

  /** The number of a stem by which words are compared, if one of them was learned. */
  keyOf(stem: string): number | undefined {
    return this.#numbers.get(stem);
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}
