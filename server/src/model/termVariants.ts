import type { Span } from '../text/text.ts';
import { idAt, sentenceAt } from './figures.ts';
import type { ProseSentence } from './prose.ts';
import type { Report } from './report.ts';
import { type Statement, statementsOf } from './statements.ts';
import { roleWords, toldBlocks } from './tellingWords.ts';
import { type Topics, topicsOf } from './topics.ts';
import { weaknessesOf } from './weaknesses.ts';
import { idSet } from './wordIds.ts';
import { WordKind } from './wordKinds.ts';

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

/** The terms of a report that may be two for one thing. */
export function termVariants(report: Report): TermVariant[] {
  return [...roleVariants(report), ...loneTerms(report), ...peopleVariants(report)];
}

/** Two words of a sentence, by the number of the second. */
interface Use {
  readonly topics: Topics;
  readonly sentence: Pick<ProseSentence, 'first' | 'last'>;
  readonly base: number;
  readonly at: number;
}

/** So many words besides must two sentences have in common for their terms to be compared. */
const fewestShared: Readonly<Record<TermVariant['kind'], number>> = { role: 2, term: 3, people: 2 };

const possessives = idSet('its their');
/** Says which of several it is, not what it is called. */
const whichOf = idSet('own new old former previous current other key main first second local');

/** *Its school adviser*, *their learning adviser*: somebody of whom there is one, where the same is said of both. */
function roleVariants(report: Report): TermVariant[] {
  const { ofBlock } = topicsOf(report);
  const byHead = new Map<number, Use[]>();
  for (const { index, base, prose, telling } of toldBlocks(report)) {
    for (const at of telling.heads) {
      const id = idAt(prose, at);
      const topics = ofBlock[index];
      if (!roleWords.has(id) || topics === undefined || at < 2 || !possessives.has(idAt(prose, at - 2))) continue;
      if (whichOf.has(idAt(prose, at - 1)) || !isJoined(prose, at)) continue;
      const sentence = sentenceAt(prose, at);
      if (sentence !== undefined) push(byHead, id, { topics, sentence, base, at });
    }
  }
  const variants: TermVariant[] = [];
  for (const uses of byHead.values()) {
    const forms = new Map<number, Use[]>();
    for (const use of uses) push(forms, idAt(use.topics.prose, use.at - 1), use);
    const [usual, ...others] = [...forms.values()].sort((one, other) => other.length - one.length);
    for (const [odd] of others) {
      const variant = odd && usual && variantOf('role', odd, usual);
      if (variant !== undefined) variants.push(variant);
    }
  }
  return variants;
}

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
/** Above every key. */
const keyLimit = 2 ** 22;
/** No report has more places for one term: of more only the first are compared. */
const mostCompared = 50;

/** A summary’s term that stands there once, where recommendations and findings have another of its last word, and no third. */
function loneTerms(report: Report): TermVariant[] {
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
      const head = topics.codes[2 * at] as number;
      if (!asked.has(head) || ((topics.codes[2 * at - 1] as number) & noName) !== 0) continue;
      const term = termAt(topics, at);
      if (term === 0) continue;
      const use = { topics, sentence, base: sentence.base, at };
      if (!asked.add(head, term, use) && isPlural(topics, at)) push(lone, term, use);
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
      const head = topics.codes[2 * at] as number;
      const term = this.#state[head] === 2 ? 0 : termAt(topics, at);
      if (term === 0 || ((topics.codes[2 * at + 1] as number) & WordKind.little) !== 0) continue;
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
      const head = topics.codes[2 * at] as number;
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

function headOf(term: number): number {
  return term % keyLimit;
}

/** A word with the one before it, as one number; 0 where they are no term. */
function termAt({ codes, prose }: Topics, at: number): number {
  const head = codes[2 * at] as number;
  const first = codes[2 * at - 2] as number;
  return head === 0 || first === 0 || head === first || !isJoined(prose, at) ? 0 : first * keyLimit + head;
}

/** Whether nothing but blanks stand between a word and the one before it. */
function isJoined({ text, words }: Topics['prose'], at: number): boolean {
  const end = words[3 * at] as number;
  for (let i = words[3 * at - 2] as number; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x20 && unit !== 0xa0) return false;
  }
  return true;
}

function isPlural({ prose: { text, words } }: Topics, at: number): boolean {
  const end = words[3 * at + 1] as number;
  return text.charCodeAt(end - 1) === 0x73 && text.charCodeAt(end - 2) !== 0x73;
}

/** Groups of people that are near to one another, so that one may be meant by the other. */
const people = idSet('families parents mothers fathers carers relatives');

function isPeople(topics: Topics, at: number): boolean {
  return isPlural(topics, at) && people.has(idAt(topics.prose, at));
}

/** What stands so near to a group of people is said of it. */
const near = 6;

/** A recommendation speaks of *adoptive parents*, and the weakness that it answers of *adoptive families*. */
function peopleVariants(report: Report): TermVariant[] {
  const { ofBlock } = topicsOf(report);
  const asked = new Map<number, Use[]>();
  for (const { block } of report.recommendations) {
    const topics = ofBlock[block];
    for (const sentence of topics?.prose.sentences ?? [])
      for (let at = sentence.first + 1; at < sentence.last; at++)
        if (topics !== undefined && isPeople(topics, at) && termAt(topics, at) !== 0)
          push(asked, idAt(topics.prose, at - 1), { topics, sentence, base: report.document.starts[block] ?? 0, at });
  }
  if (asked.size === 0) return [];
  const stated = new Map<number, Use[]>();
  for (const { statement } of weaknessesOf(report)) {
    const { topics, sentence } = statement;
    for (let at = sentence.first + 1; at < sentence.last; at++)
      if (isPeople(topics, at) && asked.has(idAt(topics.prose, at - 1)) && isJoined(topics.prose, at))
        push(stated, idAt(topics.prose, at - 1), { topics, sentence, base: sentence.base, at });
  }
  return [...stated].flatMap(([first, uses]) => {
    const own = asked.get(first)?.slice(0, mostCompared) ?? [];
    const of = (use: Use) => idAt(use.topics.prose, use.at);
    // Where a recommendation has both, both are meant.
    return own.flatMap(use => {
      const meant = new Set(own.filter(({ topics }) => topics === use.topics).map(of));
      return (
        variantOf(
          'people',
          use,
          uses.slice(0, mostCompared).filter(other => !meant.has(of(other))),
        ) ?? []
      );
    });
  });
}

/** The variant that two terms are if what is said of the odd one is said of the other somewhere. */
function variantOf(kind: TermVariant['kind'], odd: Use, usual: readonly Use[]): TermVariant | undefined {
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
    const key = codes[2 * i] as number;
    if (key !== 0 && i !== at && i !== at - 1 && ((codes[2 * i + 1] as number) & idle) === 0) keys.add(key);
  }
  return keys;
}

function nearby({ sentence: { first, last }, at }: Use): Use['sentence'] {
  return { first: Math.max(first, at - near - 1), last: Math.min(last, at + near + 1) };
}

function placed({ topics: { prose }, base, at }: Use): PlacedTerm {
  const from = prose.words[3 * at - 3] as number;
  const to = prose.words[3 * at + 1] as number;
  return { from: base + from, to: base + to, form: prose.text.slice(from, to).replace(/\s+/g, ' ') };
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
