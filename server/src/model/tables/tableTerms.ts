import type { Topics } from '../claims/topics.ts';
import { idAt } from '../words/proseWords.ts';
import { numberWords } from '../words/tellingWords.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';

/** By what a word of a label or a clause is compared; 0 for those that join others, for those that measure, and for numbers. */
export function termAt({ prose, codes }: Topics, at: number): number {
  const id = idAt(prose, at);
  const kinds = kindsOfWord(codes, at);
  if (isBare(id) || (kinds & WordKind.number) !== 0) return 0;
  return termOf(id, keyOfWord(codes, at));
}

/** By what a word is compared that is none of `isBare`. */
export function termOf(id: number, key: number): number {
  return key !== 0 ? key : id + beyondKeys;
}

/** Whether a word says nothing of what is told in a number. */
export function isBare(id: number): boolean {
  return bare.has(id);
}

/** (What a word is known by may be negative, and is never as large as this.) */
const beyondKeys = 2 ** 33;

/** The terms of some words, without repetition. */
export function termsIn(topics: Topics, first: number, last: number): Set<number> {
  const terms = new Set<number>();
  for (let at = first; at < last; at++) {
    const term = termAt(topics, at);
    if (term !== 0) terms.add(term);
  }
  return terms;
}

/** Says in a label that its column or row holds numbers, and nothing of what. */
const measuring = idSet(
  `number numbers figure figures total totals share shares proportion proportions percentage percentages rate rates count average averages averaged
  value measure measures indicator indicators metric fact facts data`,
);

/** Joins the words of a label or a clause; and *at the time of our inspection*, which is the report’s own time. */
const joining = idSet(
  `a an the of in on at to for by since between with from as per and or is are was were be been being has have had there this that these
  those its their it they who which whose our such also now currently still only just all cent percent million billion m bn
  year years time inspection visit subject`,
);

const bare: ReadonlySet<number> = new Set([...joining, ...measuring, ...numberWords.keys()]);
