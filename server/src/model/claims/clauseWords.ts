import { idAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { standingWords, WordKind } from '../words/wordKinds.ts';
import type { Topics } from './topics.ts';

/** What is said of a thing named right before them: *staff turnover*. */
export const compounds = idSet('stability turnover instability churn shortage shortages');

/** Of what a clause speaks. */
export class ClauseWords {
  readonly #topics: Topics;
  readonly #run: WordRun;
  #keys: readonly number[] | undefined;

  constructor(topics: Topics, run: WordRun) {
    this.#topics = topics;
    this.#run = run;
  }

  /** By what its words are compared, each once; those that say how it stands are left out. Read on first use. */
  get keys(): readonly number[] {
    this.#keys ??= keysIn(this.#topics, this.#run);
    return this.#keys;
  }
}

function keysIn({ codes, prose }: Topics, { first, last }: WordRun): number[] {
  const keys: number[] = [];
  for (let at = first; at < last; at++) {
    const key = keyOfWord(codes, at);
    const kinds = kindsOfWord(codes, at);
    if (key === 0 || (kinds & WordKind.quantity) !== 0 || keys.includes(key)) continue;
    const id = idAt(prose, at);
    const isMark = (kinds & WordKind.standing) !== 0 && standingWords.has(id) && !compounds.has(id);
    if (!isMark && !fillers.has(id)) keys.push(key);
  }
  return keys;
}

/** What marks stand with: *in time*, *of high quality*. */
const fillers = idSet('way manner fashion time timescale timescales timeframe timeframes quality');
