import type { Report } from '../../model/report.ts';
import type { Prose } from '../../model/words/prose.ts';
import { type ProseSentence, wordId } from '../../model/words/proseReading.ts';
import { gapAfter, hasWord, idAt, sentenceAt, wordAt } from '../../model/words/proseWords.ts';
import { type ToldBlock, toldBlocks } from '../../model/words/tellingWords.ts';
import { endOfWord, idOfWord, startOfWord } from '../../model/words/wordColumns.ts';
import { idSet, idsOf } from '../../model/words/wordIds.ts';
import { addToGroup } from '../../text/lists.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { Unit } from '../../text/unit.ts';
import { isSameProvider } from '../details/providerNames.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * The text names another provider where this report’s is meant. It is what is left of a passage that was copied from
 * another report, and the worst thing to publish.
 *
 * ```inspectmark,expect {"providers":["Eastvale","Norwood","Upper Weald"]}
 * ---
 * framework: ofsted-sif
 * provider: Norwood
 * ---
 *
 * ## Executive summary
 *
 * Care leavers in Eastvale receive good support. Norwood’s schools help them.
 *                 ^^^^^^^^ This speaks of “Eastvale”, and the report is about “Norwood”.
 *
 * Upper Weald is among the best local authorities for this measure.
 * ^^^^^^^^^^^ This speaks of “Upper Weald”
 * ```
 *
 * Write this provider’s name, and look at the sentences around: they may be about the other one too. Neighbours and partners
 * that are named in passing are no fault:
 *
 * ```inspectmark {"providers":["Eastvale","Norwood","Upper Weald"]}
 * ---
 * framework: ofsted-sif
 * provider: Norwood
 * ---
 *
 * ## Executive summary
 *
 * Some children are placed in Eastvale. The council works with its neighbour Upper Weald, and Upper Weald’s services support
 * its improvement.
 * ```
 *
 * The names are those of the inspectorate’s providers, and come from the framework; in `inspectmark.json` the option `providers`
 * takes others. Where a framework takes any report (`listed`), only those are looked at whose own provider is on the list.
 */
export const otherProvider: Rule = {
  id: 'other-provider',
  group: 'consistency',
  kind: 'fault',
  severity: 'warning',
  summary: 'Another provider is named where this one is meant',
  fixable: false,
  readsWords: true,
  unhurried: true,
  options: {
    providers: { type: 'array', items: { type: 'string' }, description: 'the names of providers as texts write them' },
    listed: {
      type: 'boolean',
      description: 'whether only reports are looked at whose own provider is among these names',
    },
  },
  *check({ report, options }) {
    const { providers } = report.metadata;
    const names = Array.isArray(options.providers) ? namesOf(options.providers) : undefined;
    if (names === undefined || providers.length === 0) return;
    const mentions = new Map<string, Mention[]>();
    for (const block of toldBlocks(report)) {
      if (listingRoles.has(report.sections[block.paragraph.section ?? -1]?.role ?? '')) continue;
      for (const place of namesIn(block, report.document.source, names)) {
        addToGroup(mentions, place.name, { ...place, base: block.base, prose: block.prose });
      }
    }
    if (mentions.size === 0 || (options.listed === true && !isListed(providers, options.providers))) return;
    for (const [name, all] of mentions) {
      if (providers.some(provider => isSameProvider(provider, name))) continue;
      const own = all.filter(mention => !isPartOfName(mention));
      // One who is a partner in one place is one in the others.
      if (own.length > 0 && !own.some(isPassing)) yield finding(report, own);
    }
  },
};

/** Sections in which others are named as of right: the inspectorate’s own text, and lists. */
const listingRoles = new Set(['notices', 'team', 'method', 'definitions', 'contents']);

function isListed(providers: readonly string[], names: unknown): boolean {
  return (
    Array.isArray(names) &&
    names.some(name => typeof name === 'string' && providers.some(provider => isSameProvider(provider, name)))
  );
}

/** Providers’ names by their first words; those of more words stand first. */
interface Names {
  readonly sieve: Uint8Array;
  readonly byFirst: ReadonlyMap<number, readonly Name[]>;
}

interface Name {
  readonly name: string;
  readonly ids: readonly number[];
}

const sieveSize = 4096;
const known = new WeakMap<object, Names>();

function namesOf(providers: readonly unknown[]): Names {
  let names = known.get(providers);
  if (names === undefined) {
    const byFirst = new Map<number, Name[]>();
    const sieve = new Uint8Array(sieveSize);
    for (const name of providers) {
      if (typeof name !== 'string') continue;
      const ids = name.split(/[\s,]+/).map(wordId);
      const [first] = ids;
      if (first === undefined || name.trim() === '') continue;
      sieve[first & (sieveSize - 1)] = 1;
      addToGroup(byFirst, first, { name, ids });
    }
    for (const alike of byFirst.values()) alike.sort((a, b) => b.ids.length - a.ids.length);
    names = { sieve, byFirst };
    known.set(providers, names);
  }
  return names;
}

interface NamePlace {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** A name in a block that starts at `base`. */
interface Mention extends NamePlace {
  readonly prose: Prose;
  readonly base: number;
}

/** Where providers are named; also with a possessive *s*. */
function namesIn(
  { prose: { words }, base, telling }: ToldBlock,
  source: string,
  { sieve, byFirst }: Names,
): NamePlace[] {
  let places: NamePlace[] | undefined;
  let next = 0;
  for (const at of telling.capitals) {
    if (at < next) continue;
    const id = bareId(words, source, base, at);
    const found = sieve[id & (sieveSize - 1)] === 0 ? undefined : byFirst.get(id);
    const name = found?.find(({ ids }) =>
      ids.every((own, i) => i === 0 || bareId(words, source, base, at + i) === own),
    );
    if (name === undefined) continue;
    next = at + name.ids.length;
    places ??= [];
    places.push({ name: name.name, first: at, last: next });
  }
  return places ?? [];
}

const smallS = 0x73;

/** What a word is known by without a possessive *s*. */
function bareId(words: Int32Array, source: string, base: number, at: number): number {
  const end = base + endOfWord(words, at);
  if (source.charCodeAt(end - 1) !== smallS) return idOfWord(words, at);
  const before = source.charCodeAt(end - 2);
  return before === Unit.apostrophe || before === Unit.rightQuote
    ? wordId(source.slice(base + startOfWord(words, at), end - 2))
    : idOfWord(words, at);
}

const word = idsOf('and', 'or', 'in', 'live', 'lives', 'living', 'age');
/** Words before a name by which it is another’s. */
const leading = idSet('with and or from between including like versus than near placed moved visited');
/** Words of partners, close before a name or right after it. */
const partnership = idSet(
  `partner partners partnership partnerships supported support improvement learning learned agency trust commissioned commission
  collaboration collaborative collaborating review university universities court hospital police college prison airport
  arrangement arrangements`,
);
const close = 4;
/** Words of neighbours and regions. */
const neighbourhood = idSet(
  `neighbour neighbours neighbouring nearby adjoining region regional sub-regional consortium jointly joint shared placed moved
  moving reports report inquiry peer peers colleagues counterparts seconded secondment another bordering tri-borough hosted`,
);
const wide = 12;

/** Whether a provider is one named in passing: a neighbour, a partner, a place where some live. */
function isPassing({ prose, first, last }: Mention): boolean {
  const sentence = sentenceAt(prose, first);
  if (isSpoken(prose, sentence, first)) return true;
  const at = (place: number) => (place >= sentence.first && place < sentence.last ? idAt(prose, place) : 0);
  for (let i = first - 1; i >= first - 2; i--) if (leading.has(at(i))) return true;
  if ((at(last) === word.and || at(last) === word.or) && /^\p{Lu}/u.test(wordAt(prose, last + 1))) return true;
  for (let i = first - wide; i < last + wide; i++) {
    if (i >= first && i < last) continue;
    if (neighbourhood.has(at(i))) return true;
    if (i >= first - close && i <= last + 1 && partnership.has(at(i))) return true;
  }
  const verb = at(first - 2);
  const isHome = at(first - 1) === word.in && (verb === word.live || verb === word.lives || verb === word.living);
  return isHome && !hasWord(prose, sentence, word.age);
}

/** Whether a word stands in a quotation of several words of its sentence: whoever speaks may name any place. */
function isSpoken({ text, words }: Prose, sentence: ProseSentence, first: number): boolean {
  const from = startOfWord(words, first);
  const before = text.slice(Math.max(sentence.from, from - longestQuoted), from);
  const [...openings] = before.matchAll(/[“‘]|(?<![^\s(])["']/g);
  const opening = openings.at(-1)?.index ?? -1;
  const quoted = before.slice(opening + 1);
  return opening >= 0 && /\s/.test(quoted) && !/["”]|['’](?!\p{L})/u.test(quoted);
}

/** A quotation begins so far before a word of it. */
const longestQuoted = 200;

const ownWord =
  /^(?:Council|City|County|Borough|Metropolitan|Children|Safeguarding|Local|Early|Family|Domestic|Strategic|Virtual)/;

/** Whether a name is a part of a longer one: *Greater Manchester*, *York House*. */
function isPartOfName({ prose, first, last }: Mention): boolean {
  const sentence = sentenceAt(prose, first);
  const isCapital = (at: number, gap: string) => /^\p{Lu}/u.test(wordAt(prose, at)) && !/[.,;:()‘’'“”]/.test(gap);
  if (last < sentence.last && isCapital(last, gapAfter(prose, last - 1)) && !ownWord.test(wordAt(prose, last)))
    return true;
  return first - 1 > sentence.first && isCapital(first - 1, gapAfter(prose, first - 1));
}

function finding(report: Report, mentions: readonly Mention[]): Finding {
  const [first = { from: 0, to: 0 }, ...others] = mentions.map(spanOf);
  const { document, metadata } = report;
  const entry = metadata.entries.find(({ key }) => key === 'provider');
  const name = singleSpaced(document.source.slice(first.from, first.to));
  return {
    ...first,
    message: `This speaks of “${name}”, and the report is about “${metadata.providers.at(-1)}”. Correct the name, and look at the sentences around.`,
    related: [
      ...others.map(span => ({ ...span, message: `“${name}” again.` })),
      ...(entry === undefined ? [] : [{ ...entry.valueSpan, message: 'The provider in the report’s details.' }]),
    ],
  };
}

/** The name without its possessive. */
function spanOf({ base, prose: { text, words }, first, last }: Mention): Span {
  const from = startOfWord(words, first);
  const name = text.slice(from, endOfWord(words, last - 1)).replace(/['’]s$/, '');
  return { from: base + from, to: base + from + name.length };
}
