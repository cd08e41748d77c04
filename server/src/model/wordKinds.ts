import { matterStem, saysLittle, weaknessWords } from './inspectionWords.ts';
import { wordId } from './prose.ts';

/** What a word does in a claim; a word may do several things. */
export const WordKind = {
  /** Says little of the matter: it is in most findings. */
  little: 1,
  /** *not*, *without*, *less* */
  negation: 2,
  /** Ends a quantity: *vast majority*. */
  quantity: 4,
  /** States a weakness. */
  weakness: 8,
  /** *beginning*, *started* */
  beginning: 16,
  /** *is*, *have*, *can*: its subject stands before it. */
  auxiliary: 32,
  /** *although*, *which*: opens a clause after a comma. */
  junction: 64,
  /** *all*, *fully*, *consistently*: if it is denied, a part may still be so. */
  fullness: 128,
  /** *improving*, *offer*, *due*, *too*: how far a thing has come, whether it is had, why, and whether that is enough. */
  shade: 256,
  /** *how*, *should*, *said*, *number*: no plain statement of how things are. */
  indirect: 512,
  /** *poor*, *unclear*: says the contrary of another. */
  antonym: 1024,
  /** *but*, *although*: opens a clause, comma or none. */
  opener: 2048,
  /** *still to join*, *yet to be tried* */
  unfinished: 4096,
  /** *insufficient*, *delay*, *too*: says by itself that something is not as it should be. */
  defect: 8192,
} as const;

/** For each kind its words, in lower case. Quantities are the framework’s. */
const kinds: readonly (readonly [kind: number, words: string])[] = [
  [
    WordKind.negation,
    `not no never nor without less cannot none hardly isn't aren't don't doesn't didn't hasn't haven't wasn't weren't
    can't won't lack lacks lacked lacking fail fails failed failing`,
  ],
  [WordKind.opener, 'but although though while whilst whereas because'],
  [WordKind.unfinished, 'still yet'],
  [
    WordKind.defect,
    `too insufficient insufficiently lack lacks lacked lacking poor poorly inadequate inconsistent inconsistently delay delays
    delayed drift limited shortfall shortfalls shortage deficit deficits deficiency deficiencies weak weakness weaknesses
    unclear underdeveloped variable absent fails failed failure failures underutilised`,
  ],
  [WordKind.beginning, 'begin begins beginning begun began start starts starting started'],
  [
    WordKind.auxiliary,
    'is are was were be been being has have had do does did can could will would may might must should shall',
  ],
  [
    WordKind.junction,
    `although though but while whilst whereas however which who whom whose because so and or yet nor as since when where
    if unless until with particularly including resulting leading meaning enabling this these than`,
  ],
  [
    WordKind.fullness,
    `all always every fully consistently sufficiently enough yet routinely universally entirely only just necessarily
    completely wholly everywhere everyone each well`,
  ],
  [
    WordKind.shade,
    'improving improved increasing increased developing developed rising risen embedding embedded offer offered because due too line',
  ],
  [
    WordKind.indirect,
    'how whether should could would must said told reported other others number numbers proportion proportions percentage percent half too need needs if one',
  ],
];

/** Words that say the contrary of others, all by their `wordId`s. */
export const opposites = new Map(
  `ineffective effective
  insufficient sufficient
  inconsistent consistent
  unclear clear
  inappropriate appropriate
  unsuitable suitable
  unsafe safe
  unstable stable
  irregular regular
  irregularly regularly
  inconsistently consistently
  ineffectively effectively
  poor good strong
  poorly well
  weak strong good
  slow timely prompt quick swift
  slowly promptly quickly swiftly
  delayed timely prompt
  untimely timely`
    .split('\n')
    .map(line => {
      const [word = 0, ...contrary] = line.trim().split(' ').map(wordId);
      return [word, contrary] as const;
    }),
);

const kindOfWord = new Map<string, number>();
for (const [kind, words] of kinds) {
  for (const word of words.split(/\s+/)) kindOfWord.set(word, (kindOfWord.get(word) ?? 0) | kind);
}
for (const word of weaknessWords) kindOfWord.set(word, (kindOfWord.get(word) ?? 0) | WordKind.weakness);

const fewest = 1 << 13;
const most = 1 << 17;
const longestWord = 40;

/** What is known of words by their `wordId`s: an open table, for speed, that is emptied when it has grown large. */
export class WordTable {
  #ids = new Int32Array(fewest);
  #count = 0;
  #quantities = new WeakSet<object>();
  #numbers = new Map<string, number>();
  /** How often it was emptied: before and after, the same number is not the same key. */
  generation = 0;
  /** By slot: the number of what the word is compared by, from 1; 0 if it says nothing of the matter. */
  keys = new Int32Array(fewest);
  /** By slot: its `WordKind`s. */
  kinds = new Int32Array(fewest);

  /** The numbers of keys are not higher than this. */
  get keyCount(): number {
    return this.#numbers.size;
  }

  /** Empties it if it has grown large. */
  tidy(): void {
    if (this.#count <= most) return;
    this.#resize(fewest);
    this.#count = 0;
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
        const slot = this.slotOf(id);
        this.kinds[slot < 0 ? this.learn(id, last) : slot]! |= WordKind.quantity;
      }
    }
  }

  /** Where a word stands; -1 if it is not known yet. */
  slotOf(id: number): number {
    const ids = this.#ids;
    const mask = ids.length - 1;
    let slot = (id ^ (id >>> 15)) & mask;
    for (;;) {
      const there = ids[slot];
      if (there === id) return slot;
      if (there === 0) return -1;
      slot = (slot + 1) & mask;
    }
  }

  /** Takes in a word, and returns where it stands. */
  learn(id: number, word: string): number {
    if (4 * this.#count > 3 * this.#ids.length) this.#grow();
    const slot = this.#add(id);
    this.#count++;
    if (word.length > longestWord) return slot;
    // A copy: a slice that is kept would keep the whole text it was cut from.
    const lower = (' ' + word).slice(1).toLowerCase().replaceAll('’', "'");
    const key = matterStem(lower.replace(/'s?$/, ''));
    if (key !== undefined && !/^\d/.test(key)) {
      this.keys[slot] = this.#numberOf(key);
      if (saysLittle(key)) this.kinds[slot] = WordKind.little;
    }
    this.kinds[slot]! |= kindOfWord.get(lower) ?? 0;
    if (opposites.has(id)) this.kinds[slot]! |= WordKind.antonym;
    if (/^\d/.test(lower)) this.kinds[slot]! |= WordKind.indirect;
    return slot;
  }

  #numberOf(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #add(id: number): number {
    const mask = this.#ids.length - 1;
    let slot = (id ^ (id >>> 15)) & mask;
    while (this.#ids[slot] !== 0) slot = (slot + 1) & mask;
    this.#ids[slot] = id;
    return slot;
  }

  #grow(): void {
    const { keys, kinds } = this;
    const ids = this.#ids;
    this.#resize(2 * ids.length);
    ids.forEach((id, i) => {
      if (id === 0) return;
      const slot = this.#add(id);
      this.keys[slot] = keys[i]!;
      this.kinds[slot] = kinds[i]!;
    });
  }

  #resize(size: number): void {
    this.#ids = new Int32Array(size);
    this.keys = new Int32Array(size);
    this.kinds = new Int32Array(size);
  }
}
