import { IdTable } from './idTable.ts';
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
  /** *offer*, *offered*: that a thing is to be had. */
  offer: 16384,
  /** *judged*, *previously*: speaks of an earlier time, or of the judgement. */
  past: 32768,
  /** *2015* */
  year: 65536,
  /** *before*, *after*: which of two things comes first. */
  earlier: 131072,
  later: 262144,
  /** *29*, *seven* */
  number: 524288,
  /** *higher*, *below*: against what others have. */
  comparison: 1048576,
  /** *is*, *receives*: what is judged stands before it, and how after it. */
  judged: 2097152,
  /** *poor*, *strong*: judges. */
  judging: 4194304,
  /** *risen*, *reduction*: how a number goes. */
  change: 8388608,
  /** *outstanding*, *good*: may be a grade. */
  grade: 16777216,
  /** *caseloads*: is of one size for all. */
  load: 33554432,
  /** *fallen*: a change for less. */
  fall: 67108864,
  /** *late*, *regularly*, *too* long: says how a thing stands. */
  standing: 134217728,
  /** *late*, *few*: of these what is said to stand badly is made. */
  ill: 268435456,
} as const;

/** Verbs with which a subject is judged: *are late*, *receive a good service*. */
export const judgingVerbs = {
  being: 'is are was were remain remains remained require requires',
  having:
    'receive receives received have has had offer offers offered provide provides provided get gets experience experiences enjoy enjoys',
};

/** How a number goes, by the words that say it. */
export const changes = {
  up: 'risen increased grown rising increasing growing rise increase grow rose grew growth',
  down: 'fallen decreased reduced dropped declined falling decreasing reducing dropping declining fall decrease reduce decline fell reduction drop fewer',
  better: 'improved improving improvement',
  worse: 'deteriorated worsened deteriorating worsening deterioration',
};

/** What is of one size for all of whom it is said. */
const loads = 'caseloads workloads';

/** In what a thing stands well or badly. */
export type Aspect = 'time' | 'regularity' | 'quality' | 'clarity' | 'stability' | 'currency';

/** In what a word says by itself that a thing stands well or badly. */
export interface StandingWord {
  readonly aspect: Aspect;
  readonly well: boolean;
}

const knownStandings = new Map<number, StandingWord>(
  (
    [
      [
        'time',
        'timely prompt promptly swift swiftly quickly quick immediate immediately rapid rapidly speedily speedy',
        'late overdue delayed slow slowly untimely protracted delay delays drift backlog backlogs',
      ],
      [
        'regularity',
        'regular regularly routine routinely frequently frequent',
        'irregular irregularly infrequent infrequently rarely seldom sporadic sporadically intermittent intermittently ad-hoc',
      ],
      [
        'quality',
        `good strong effective robust high-quality good-quality thorough rigorous excellent comprehensive sound impressive exceptional
        outstanding strength strongly robustly effectively thoroughly in-depth detailed beautifully carefully skilfully sensitively seamless smooth sufficient ample plentiful`,
        `poor weak ineffective inadequate variable inconsistent weakness superficial underdeveloped patchy ineffectively poorly weakly
        poor-quality insufficient shortage shortages limited little minimal scant thin uneven haphazard chaotic fragmented
        piecemeal disjointed cursory inadequately insufficiently`,
      ],
      [
        'clarity',
        'clear clearly specific measurable precise explicit',
        'unclear vague generic ambiguous imprecise confusing muddled',
      ],
      ['stability', 'stable settled stability', 'unstable turnover instability churn'],
      ['currency', 'updated up-to-date', 'outdated out-of-date'],
    ] as const
  ).flatMap(([aspect, well, badly]) =>
    [well, badly].flatMap((words, i) =>
      words.split(/\s+/).map(one => [wordId(one), { aspect, well: i === 0 }] as const),
    ),
  ),
);

/** The words that say by themselves that a thing stands well or badly, by their `wordId`s; those joined by a hyphen once they are learned. */
export const standingWords: ReadonlyMap<number, StandingWord> = knownStandings;

/** *Well-used*, *under-used* */
const done = /^(?:well|(little|under|poorly|badly))-[a-z]{2,}(?:ed|run|led)$/;

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
  [WordKind.offer, 'offer offered'],
  [WordKind.earlier, 'before prior'],
  [WordKind.later, 'after once'],
  [WordKind.past, 'judged graded previous previously'],
  [WordKind.comparison, 'higher lower better worse above below'],
  [WordKind.judged, `${judgingVerbs.being} ${judgingVerbs.having}`],
  [WordKind.change, Object.values(changes).join(' ')],
  [WordKind.fall, `${changes.down} ${changes.worse}`],
  [WordKind.grade, 'good outstanding inadequate improvement adequate excellent satisfactory weak'],
  [WordKind.load, loads],
  [WordKind.standing, 'too within time high well enough always all consistently invariably fully every'],
  [WordKind.standing | WordKind.ill, 'days weeks months years without lack lacks lacking date'],
  [WordKind.ill, 'too few minority fewer less only insufficiently hardly barely'],
  [WordKind.number, 'two three four five six seven eight nine ten eleven twelve'],
  [
    WordKind.indirect,
    'how whether should could would must other others number numbers proportion proportions percentage percent half too need needs if one',
  ],
];

/** Words that say the contrary of others, all by their `wordId`s. */
export const opposites = new Map(
  `ineffective effective strong good robust
  insufficient sufficient enough adequate
  inadequate adequate good sufficient strong effective robust
  few sufficient enough adequate
  shortage sufficient enough adequate plentiful
  shortages sufficient enough adequate plentiful
  inconsistent consistent consistently
  variable consistent consistently
  patchy consistent
  unclear clear specific
  vague clear specific measurable precise detailed
  confusing clear
  superficial thorough detailed rigorous comprehensive robust
  inappropriate appropriate
  unsuitable suitable
  unsafe safe
  unstable stable settled
  irregular regular frequent
  infrequent regular frequent
  sporadic regular frequent
  irregularly regularly frequently
  infrequently regularly frequently routinely
  sporadically regularly frequently routinely
  rarely regularly frequently routinely consistently
  seldom regularly frequently routinely consistently
  inconsistently consistently
  ineffectively effectively well
  poor good strong excellent high
  poorly well
  weak strong good effective robust rigorous
  slow timely prompt quick swift
  slowly promptly quickly swiftly
  late timely prompt promptly
  overdue timely prompt promptly
  delayed timely prompt promptly quickly swiftly
  untimely timely
  low high good
  weakness strength strong good
  limited good extensive broad wide
  narrow broad wide extensive
  dirty clean
  unclean clean
  underdeveloped developed established embedded
  manageable high unmanageable excessive
  rare common frequent
  deteriorating improving
  worsening improving
  declining improving rising increasing growing
  falling rising increasing growing risen increased grown
  decreasing rising increasing growing risen increased grown
  deteriorated improved
  worsened improved
  declined improved risen increased grown
  fallen risen increased grown rising increasing growing doubled trebled
  decreased risen increased grown rising increasing growing doubled trebled
  reduced risen increased grown rising increasing growing doubled trebled
  reducing rising increasing growing risen increased grown
  halved doubled trebled risen increased grown rising increasing growing
  shrinking growing
  shorter longer
  fewer more
  negative positive
  worse better improved well favourably
  unaware aware know knows
  unable able
  unwilling willing
  unallocated allocated
  unmet met
  untrained trained
  inaccurate accurate
  incomplete complete
  unreliable reliable
  unrealistic realistic
  unsettled settled
  unhappy happy satisfied
  dissatisfied satisfied happy
  absent present evident included
  missing included present evident
  outdated up current
  out up`
    .split('\n')
    .map(line => {
      const [word = 0, ...contrary] = line.trim().split(' ').map(wordId);
      return [word, contrary] as const;
    }),
);

/** Words that are the contrary of one. */
const contraries = new Set([...opposites.values()].flat());

/** Takes a word for the opposite of another, where neither is known for one. */
function negates(id: number, other: number): void {
  if (!opposites.has(id) && !opposites.has(other)) opposites.set(id, [other]);
}

/** *Unwelcoming*, but not *understand* or *until*. */
const negated = /^un(?!der|il|ion|iqu|iver|it|less|til|animous)[a-z]{5,}$/;

const kindOfWord = new Map<string, number>();
for (const [kind, words] of kinds) {
  for (const word of words.split(/\s+/)) kindOfWord.set(word, (kindOfWord.get(word) ?? 0) | kind);
}
for (const word of weaknessWords) kindOfWord.set(word, (kindOfWord.get(word) ?? 0) | WordKind.weakness);

const fewest = 1 << 13;
const most = 1 << 17;
const longestWord = 40;

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
  learn(id: number, word: string): number {
    const slot = this.#words.add(id);
    if (word.length > longestWord) return slot;
    // A copy: a slice that is kept would keep the whole text it was cut from.
    const lower = (' ' + word).slice(1).toLowerCase().replaceAll('’', "'");
    const key = matterStem(lower.replace(/'s?$/, ''));
    let kinds = kindOfWord.get(lower) ?? 0;
    if (key !== undefined && !/^\d/.test(key)) {
      this.#words.set(slot, 1, this.#numberOf(key));
      if (saysLittle(key)) kinds |= WordKind.little;
    }
    if (negated.test(lower)) negates(id, wordId(lower.slice(2)));
    if (opposites.has(id)) kinds |= WordKind.antonym | WordKind.judging;
    if (contraries.has(id)) kinds |= WordKind.judging;
    const manner = done.exec(lower);
    if (manner !== null) knownStandings.set(id, { aspect: 'quality', well: manner[1] === undefined });
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
