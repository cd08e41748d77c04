import { singleSpaced } from '../../text/singleSpaced.ts';
import { isBlankGap } from '../words/proseWords.ts';
import { endOfWord, keyOfWord, kindsOfWord, startOfWord } from '../words/wordColumns.ts';
/* Terms of two words where they stand, and whether two of them may be one by what is said of them. */

import type { Span } from '../../text/text.ts';
import type { Topics } from '../claims/topics.ts';
import type { ProseSentence } from '../words/proseReading.ts';
import { WordKind } from '../words/wordKinds.ts';

/**
 * Two terms of one last or one first word that may mean the same, by what is said of them: a `role` (*its school adviser*,
 * *their learning adviser*), a `term` of a summary where recommendations and findings have another (*distant placements*,
 * *out-of-area placements*), and the `people` of a recommendation and of the weakness that it answers (*adoptive parents*,
 * *adoptive families*).
 */
export interface TermVariant {
  readonly kind: 'role' | 'term' | 'people';
  readonly odd: PlacedTerm;
  /** The other term where it stands, the place that shares most with the odd one first. */
  readonly usual: readonly PlacedTerm[];
}

/** A term as written, and where. */
export interface PlacedTerm extends Span {
  readonly form: string;
}

/** Two words of a sentence, by the number of the second. */
export interface Use {
  readonly topics: Topics;
  readonly sentence: Pick<ProseSentence, 'first' | 'last'>;
  readonly base: number;
  readonly at: number;
}

/** Above every key. */
const keyLimit = 2 ** 22;
/** No report has more places for one term: of more only the first are compared. */
export const mostCompared = 50;

/** So many words besides must two sentences have in common for their terms to be compared. */
const fewestShared: Readonly<Record<TermVariant['kind'], number>> = { role: 2, term: 3, people: 2 };

/** What stands so near to a group of people is said of it. */
const near = 6;

/** The key of a term’s last word. */
export function headOf(term: number): number {
  return term % keyLimit;
}

/** A word with the one before it, as one number; 0 where they are no term. */
export function termAt({ codes, prose }: Topics, at: number): number {
  const head = keyOfWord(codes, at);
  const first = keyOfWord(codes, at - 1);
  return head === 0 || first === 0 || head === first || !isBlankGap(prose, at - 1) ? 0 : first * keyLimit + head;
}

/** Whether a word may be a plural by its end: *plans*, *status*, but not *process*. */
export function mayBePlural({ prose: { text, words } }: Topics, at: number): boolean {
  const end = endOfWord(words, at);
  return text.charAt(end - 1) === 's' && text.charAt(end - 2) !== 's';
}

/** The variant that two terms are if what is said of the odd one is said of the other somewhere. */
export function variantOf(kind: TermVariant['kind'], odd: Use, usual: readonly Use[]): TermVariant | undefined {
  const said = keysOf(kind, odd, odd.sentence);
  const shared = (use: Use, range: Use['sentence']) => intersection(said, keysOf(kind, use, range));
  const ranked = usual
    .slice(0, mostCompared)
    .map(use => ({ use, count: shared(use, use.sentence) }))
    .sort((one, other) => other.count - one.count);
  if ((ranked[0]?.count ?? 0) < fewestShared[kind]) return undefined;
  // Weaknesses of other matters speak of the same people too.
  const same = kind === 'people' ? ranked.filter(({ use }) => shared(use, nearby(use)) > 0) : ranked;
  return same.length === 0 ? undefined : { kind, odd: placed(odd), usual: same.map(({ use }) => placed(use)) };
}

function intersection(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let count = 0;
  for (const key of one) if (other.has(key)) count++;
  return count;
}

/** What words speak of besides a term; of people few words are said, so that common ones count too. */
function keysOf(kind: TermVariant['kind'], { topics: { codes }, at }: Use, range: Use['sentence']): Set<number> {
  const idle = kind === 'people' ? 0 : WordKind.little;
  const keys = new Set<number>();
  for (let i = range.first; i < range.last; i++) {
    const key = keyOfWord(codes, i);
    if (key !== 0 && i !== at && i !== at - 1 && (kindsOfWord(codes, i) & idle) === 0) keys.add(key);
  }
  return keys;
}

function nearby({ sentence: { first, last }, at }: Use): Use['sentence'] {
  return { first: Math.max(first, at - near - 1), last: Math.min(last, at + near + 1) };
}

function placed({ topics: { prose }, base, at }: Use): PlacedTerm {
  const from = startOfWord(prose.words, at - 1);
  const to = endOfWord(prose.words, at);
  return { from: base + from, to: base + to, form: singleSpaced(prose.text.slice(from, to)) };
}
