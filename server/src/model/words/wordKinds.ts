import { weaknessWords } from './inspectionWords.ts';
import { wordId } from './proseReading.ts';

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
  /** *half*, *monthly*, *every*: may say what share, or how often. */
  measure: 536870912,
  /** *chaired*, *provided*: what stands after *by* has charge of it. */
  charge: 1073741824,
} as const;

/** Verbs with which a subject is judged: *are late*, *receive a good service*. */
export const judgingVerbs = {
  being: 'is are was were remain remains remained require requires',
  having:
    'receive receives received have has had offer offers offered provide provides provided get gets experience experiences enjoy enjoys',
};

/** How a number goes, by the words that say it. */
export const changes = {
  up: 'risen increased grown rising increasing growing rise increase grow rose grew growth lengthened',
  down: 'fallen decreased reduced dropped declined falling decreasing reducing dropping declining fall decrease reduce decline fell reduction drop fewer shortened',
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

/** Takes *well-used* and *under-used* for words of how a thing stands. */
export function learnManner(id: number, word: string): void {
  const manner = done.exec(word);
  if (manner !== null) knownStandings.set(id, { aspect: 'quality', well: manner[1] === undefined });
}

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
  [WordKind.change | WordKind.fall, 'gone going stable static unchanged'],
  [WordKind.grade, 'good outstanding inadequate improvement adequate excellent satisfactory weak'],
  [WordKind.load, loads],
  [WordKind.standing, 'too within time high well enough same always all consistently invariably fully every'],
  [WordKind.standing | WordKind.ill, 'days weeks months years without lack lacks lacking date'],
  [WordKind.ill, 'too few minority fewer less only insufficiently hardly barely'],
  [WordKind.number, 'two three four five six seven eight nine ten eleven twelve'],
  [
    WordKind.measure,
    `half third thirds quarter quarters fifth fifths daily weekly fortnightly monthly quarterly annually yearly termly every once
    twice times one`,
  ],
  [
    WordKind.charge,
    'chaired led headed managed overseen hosted provided delivered run commissioned undertaken carried conducted',
  ],
  [
    WordKind.indirect,
    'how whether should could would must other others number numbers proportion proportions percentage percent half too need needs if one',
  ],
];

/** The `WordKind`s of words by themselves, in lower case. */
export const kindOfWord: ReadonlyMap<string, number> = kindsByWord();

function kindsByWord(): Map<string, number> {
  const byWord = new Map<string, number>();
  const all = [
    ...kinds.map(([kind, words]) => [kind, words.split(/\s+/)] as const),
    [WordKind.weakness, weaknessWords] as const,
  ];
  for (const [kind, words] of all) for (const word of words) byWord.set(word, (byWord.get(word) ?? 0) | kind);
  return byWord;
}
