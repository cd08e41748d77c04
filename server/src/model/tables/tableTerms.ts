import type { Topics } from '../claims/topics.ts';
import { idAt } from '../words/proseWords.ts';
import { numberWords } from '../words/tellingWords.ts';
import { idSet } from '../words/wordIds.ts';
import { WordKind } from '../words/wordKinds.ts';

/** The words of a label or a clause, by what they are compared; those that join others are left out, and so are numbers. */
export function termAt({ prose, codes }: Topics, at: number): number {
  const id = idAt(prose, at);
  const kinds = codes[2 * at + 1] ?? 0;
  if (joining.has(id) || measuring.has(id) || (kinds & WordKind.number) !== 0 || numberWords.has(id)) return 0;
  const key = codes[2 * at] ?? 0;
  return key !== 0 ? key : id + beyondKeys;
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
  `number numbers figure figures total totals share shares proportion proportions percentage percentages rate rates count
  value measure measures indicator indicators metric fact facts data`,
);

/** Joins the words of a label or a clause; and *at the time of our inspection*, which is the report’s own time. */
const joining = idSet(
  `a an the of in on at to for by since between with from as per and or is are was were be been being has have had there this that these
  those its their it they who which whose our such also now currently still only just all cent percent million billion m bn
  year years time inspection visit subject`,
);
