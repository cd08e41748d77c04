import { addToGroup } from '../../text/lists.ts';
import { headOf, mayBePlural, mostCompared, type TermVariant, termAt, type Use, variantOf } from '../names/termUses.ts';
import type { Report } from '../report.ts';
import { idAt } from '../words/proseWords.ts';
import { type Statement, statementsOf } from '../words/statements.ts';
import { keyOfWord, kindsOfWord } from '../words/wordColumns.ts';
import { WordKind } from '../words/wordKinds.ts';
import { type Topics, topicsOf } from './topics.ts';

/** A first word with one of these kinds says how something is, or how much, not what it is called. */
const noName =
  WordKind.little |
  WordKind.negation |
  WordKind.quantity |
  WordKind.weakness |
  WordKind.fullness |
  WordKind.shade |
  WordKind.indirect |
  WordKind.antonym |
  WordKind.defect;
/** Recommendations and findings must have the other term, and no third, and so often. */
const fewestElsewhere = 3;

/** A summary’s term that stands there once, where recommendations and findings have another of its last word, and no third. */
export function summaryTerms(report: Report): TermVariant[] {
  const { ofBlock, keyCount } = topicsOf(report);
  const statements = statementsOf(report);
  const isSummary = ({ part, sentence }: Statement) => part === 'summary' && sentence.paragraph.kind !== 'finding';
  const asked = new TermsByHead(keyCount);
  for (const { block } of report.recommendations) {
    const topics = ofBlock[block];
    for (const sentence of topics?.prose.sentences ?? [])
      if (topics !== undefined) asked.ask(topics, sentence, report.document.starts[block] ?? 0);
  }
  const lone = new Map<number, Use[]>();
  for (const statement of statements) {
    if (!isSummary(statement)) continue;
    const { topics, sentence } = statement;
    for (let at = sentence.first + 1; at < sentence.last; at++) {
      const head = keyOfWord(topics.codes, at);
      if (!asked.has(head) || (kindsOfWord(topics.codes, at - 1) & noName) !== 0) continue;
      const term = termAt(topics, at);
      if (term === 0) continue;
      const use = { topics, sentence, base: sentence.base, at };
      if (!asked.add(head, term, use) && mayBePlural(topics, at)) addToGroup(lone, term, use);
    }
  }
  for (const [term, uses] of lone) if (uses.length > 1) lone.delete(term);
  if (lone.size === 0) return [];
  asked.keep(new Set([...lone.keys()].map(headOf)));
  for (const statement of statements)
    if (!isSummary(statement)) asked.look(statement.topics, statement.sentence, statement.sentence.base);
  return [...lone].flatMap(([term, [use]]) => {
    const uses = asked.usesOf(headOf(term));
    if (use === undefined) return [];
    const id = idAt(use.topics.prose, use.at);
    const alike = uses.filter(({ topics, at }) => idAt(topics.prose, at) === id);
    return (alike.length < fewestElsewhere ? undefined : variantOf('term', use, alike)) ?? [];
  });
}

/** For words that end a term the one term that they end, and where; those that end several are let go. */
class TermsByHead {
  /** 0: not looked at yet, 1: ends one term, 2: let go. */
  readonly #state: Uint8Array;
  readonly #terms = new Map<number, { readonly term: number; readonly uses: Use[] }>();

  constructor(keyCount: number) {
    this.#state = new Uint8Array(keyCount + 1);
  }

  has(head: number): boolean {
    return this.#state[head] === 1;
  }

  usesOf(head: number): readonly Use[] {
    return this.has(head) ? (this.#terms.get(head)?.uses ?? []) : [];
  }

  /** Takes in the terms of a recommendation. */
  ask(topics: Topics, sentence: Use['sentence'], base: number): void {
    for (let at = sentence.first + 1; at < sentence.last; at++) {
      const head = keyOfWord(topics.codes, at);
      const term = this.#state[head] === 2 ? 0 : termAt(topics, at);
      if (term === 0 || (kindsOfWord(topics.codes, at) & WordKind.little) !== 0) continue;
      const use = { topics, sentence, base, at };
      if (this.#state[head] === 1) {
        if (!this.add(head, term, use)) this.#state[head] = 2;
      } else {
        this.#state[head] = 1;
        this.#terms.set(head, { term, uses: [use] });
      }
    }
  }

  /** Takes in the terms of a sentence whose last words are known. */
  look(topics: Topics, sentence: Use['sentence'], base: number): void {
    for (let at = sentence.first + 1; at < sentence.last; at++) {
      const head = keyOfWord(topics.codes, at);
      if (this.#state[head] !== 1) continue;
      const term = termAt(topics, at);
      if (term !== 0 && !this.add(head, term, { topics, sentence, base, at })) this.#state[head] = 2;
    }
  }

  /** Takes in a use, if its term is the one that is known. */
  add(head: number, term: number, use: Use): boolean {
    const known = this.#terms.get(head);
    if (known?.term !== term) return false;
    if (known.uses.length < mostCompared) known.uses.push(use);
    return true;
  }

  /** Lets go of all other words. */
  keep(heads: ReadonlySet<number>): void {
    for (const head of this.#terms.keys()) if (!heads.has(head)) this.#state[head] = 2;
  }
}
