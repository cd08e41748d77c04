import { isSmallLetter } from '../../text/letters.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Prose } from '../words/prose.ts';
import { type Words, wordId } from '../words/proseReading.ts';
import { idAt, isBlankGap, lengthAt, startsWithDigit, wordAt } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { startOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { goesOnInCapitals, isTitle, isTitled, joints } from './capitalisedNames.ts';
import { lowerWords, mentionOf, type NameMention, type Naming, opensSentence } from './nameMention.ts';

/** Names that mean one thing, by the framework. */
export type Synonyms = readonly (readonly string[])[];

/**
 * Where phrases stand that may be written in several ways: the names in capitals that stand anywhere, words with a hyphen
 * and without, and what means the same.
 *
 * @param runs the names in capitals of each block
 */
export function phraseMentions(
  blocks: readonly ToldBlock[],
  runs: readonly (readonly WordRun[])[],
  synonyms: Synonyms,
): NameMention[] {
  const hyphens = hyphenated(blocks);
  const phrases = phrasesIn(blocks, runs, synonyms, hyphens);
  const found = blocks.flatMap(block => mentionsIn(block, phrases));
  const solids = new Set(found.flatMap(({ kind, thing }) => (kind === 'hyphen' ? Number(thing) : [])));
  return [
    ...found,
    ...[...solids].flatMap(solid => (hyphens.get(solid) ?? []).flatMap(word => hyphenMention(solid, word) ?? [])),
  ];
}

/** A phrase that is looked for: the words of it, each as it is known. */
interface Phrase extends Naming {
  readonly ids: readonly number[];
  /** Whether it has its capitals only as a title: *the ‘Hidden Harm’ strategy* does not name every hidden harm. */
  readonly isTitle?: boolean;
  /** Whether a number follows where it has capitals: *Key Stage 4* names no other stages. */
  readonly isNumbered?: boolean;
  /** Whether it is what a body is called, after the words that name it. */
  readonly isBody?: boolean;
}

function phrasesIn(
  blocks: readonly ToldBlock[],
  runs: readonly (readonly WordRun[])[],
  synonyms: Synonyms,
  hyphens: ReadonlyMap<number, readonly HyphenatedWord[]>,
): Phrases {
  const byFirst = new Map<number, Phrase[]>();
  const sieve = new Uint8Array(sieveMask + 1);
  const things = new Set<string>();
  const add = (phrase: Phrase): void => {
    const [first] = phrase.ids;
    const key = `${phrase.kind} ${phrase.thing}: ${phrase.form ?? ''}`;
    if (first === undefined || things.has(key)) return;
    things.add(key);
    sieve[first & sieveMask] = 1;
    addToGroup(byFirst, first, phrase);
  };
  for (const phrase of namesIn(blocks, runs)) add(phrase);
  for (const { solid, forms } of openCompounds)
    for (const { form, ids } of forms) add({ kind: 'hyphen', thing: String(solid), ids, form });
  for (const solid of hyphens.keys()) add({ kind: 'hyphen', thing: String(solid), ids: [solid] });
  for (const form of bodies) add({ kind: 'scheme', thing: form, ids: [wordId(form)], isBody: true });
  for (const [i, names] of synonyms.entries())
    for (const form of names) add({ kind: 'synonym', thing: String(i), ids: form.split(/\s+/).map(wordId), form });
  return { sieve, byFirst };
}

/** Words that are written as one and as two, by what they are known by as one. */
const openCompounds = ['head teacher', 'head teachers'].map(open => ({
  solid: wordId(open.replace(' ', '')),
  forms: [open, open.replace(' ', '')].map(form => ({ form, ids: form.split(' ').map(wordId) })),
}));

/** The names in capitals, those that are neither a title nor numbered first: what is a name anywhere is one everywhere. */
function namesIn(blocks: readonly ToldBlock[], runs: readonly (readonly WordRun[])[]): Phrase[] {
  const names: Phrase[] = [];
  const titles: Phrase[] = [];
  for (const [block, { prose }] of blocks.entries()) {
    for (const { first, last } of runs[block] ?? []) {
      const isOfTitle = isTitle(prose, first);
      const isNumbered = startsWithDigit(prose, last);
      (isOfTitle || isNumbered ? titles : names).push({
        kind: 'capitals',
        thing: lowerWords(prose, first, last).join(' '),
        ids: Array.from({ length: last - first }, (_, at) => idAt(prose, first + at)),
        isTitle: isOfTitle,
        isNumbered,
      });
    }
  }
  return [...names, ...titles];
}

function mentionsIn(block: ToldBlock, { sieve, byFirst }: Phrases): NameMention[] {
  const { prose } = block;
  const { words } = prose;
  let mentions: NameMention[] | undefined;
  for (let i = 2; i < words.length; i += 3) {
    const id = words[i] as number;
    if (sieve[id & sieveMask] === 0) continue;
    const at = (i - 2) / 3;
    const phrases = byFirst.get(id);
    if (phrases === undefined) continue;
    for (const phrase of phrases.length > fewPhrases ? thoseAt(words, i, phrases) : phrases) {
      if (phrase.isBody === true) {
        const body = bodyMention(block, at);
        if (body === undefined) continue;
        mentions ??= [];
        mentions.push(body);
        continue;
      }
      if (!goesOn(words, i, phrase.ids) || !tellsForm(phrase, block, at)) continue;
      mentions ??= [];
      mentions.push(mentionOf(block, at, at + phrase.ids.length, phrase));
    }
  }
  return mentions ?? [];
}

/** So many phrases that begin with one word are tried one by one. */
const fewPhrases = 20;

/** Of many phrases that begin with one word, where those of the same words stand among them, and how long they are. */
interface PhrasesByWords {
  readonly lengths: ReadonlySet<number>;
  readonly indexes: ReadonlyMap<string, readonly number[]>;
}

const byWords = new WeakMap<readonly Phrase[], PhrasesByWords>();

/** Of many phrases that begin with one word, those of the words at a place. */
function thoseAt(words: Words, first: number, phrases: readonly Phrase[]): Phrase[] {
  const { lengths, indexes } = byWords.get(phrases) ?? readByWords(phrases);
  const found: number[] = [];
  for (const length of lengths) {
    const ids = Array.from({ length }, (_, i) => words[first + 3 * i]);
    found.push(...(indexes.get(ids.join()) ?? []));
  }
  return found.sort((a, b) => a - b).map(i => phrases[i] as Phrase);
}

function readByWords(phrases: readonly Phrase[]): PhrasesByWords {
  const indexes = new Map<string, number[]>();
  for (const [i, { ids }] of phrases.entries()) addToGroup(indexes, ids.join(), i);
  const read = { lengths: new Set(phrases.map(({ ids }) => ids.length)), indexes };
  byWords.set(phrases, read);
  return read;
}

/** How the thing of a body’s name begins that is known by the words before what it is called. */
export const ofBody = 'body ';

/** What a body is called, one or another. */
const bodies = ['board', 'panel', 'committee', 'forum', 'council', 'group', 'partnership'];

/** *Corporate parenting panel*: a body by the two words before what it is called, in capitals or not. */
function bodyMention(block: ToldBlock, at: number): NameMention | undefined {
  const { prose } = block;
  for (const word of [at - 2, at - 1])
    if (
      word < 0 ||
      lengthAt(prose, word) < shortestOfBody ||
      noBodies.has(idAt(prose, word)) ||
      !isBlankGap(prose, word)
    )
      return undefined;
  const thing = `${ofBody}${lowerWords(prose, at - 2, at).join(' ')}`;
  return mentionOf(block, at - 2, at + 1, { kind: 'scheme', thing });
}

/** Shorter words join others, *across the council*; and so do some longer ones, or they say which of several is meant. */
const shortestOfBody = 4;
const noBodies = idSet(
  `across with within from into this that these those their each every other another both such same through between
  under over about when where which whose whole wider local national regional original current former first second
  third also only have been were they will more most many some small large working steering senior multi-agency`,
);

/** Whether after a phrase’s first word its others follow. */
function goesOn(words: Words, first: number, ids: readonly number[]): boolean {
  for (let i = 1; i < ids.length; i++) if (words[first + 3 * i] !== ids[i]) return false;
  return true;
}

/** Whether a phrase has its form of its own: capitals at a sentence’s start tell nothing, nor does a word within a name. */
function tellsForm(phrase: Phrase, { prose, telling: { capitals } }: ToldBlock, at: number): boolean {
  if (phrase.kind === 'synonym') return true;
  const startsSmall = isSmallLetter(prose.text.charCodeAt(startOfWord(prose.words, at)));
  if (phrase.kind !== 'capitals') return startsSmall || opensSentence(prose, at);
  if (opensSentence(prose, at) || (phrase.isTitle === true && startsSmall)) return false;
  const end = at + phrase.ids.length;
  if (phrase.isNumbered === true && startsSmall && !startsWithDigit(prose, end)) return false;
  for (let word = at; word < end - 1; word++) if (!isBlankGap(prose, word)) return false;
  // (*The inspection of Norwood Prison*: of a name, and no other form of the title *Inspection of Norwood Prison*.)
  if (startsSmall && isNameAfterJoint(prose, at, phrase.ids)) return false;
  return startsSmall || !(goesOnInCapitals(prose, end) || isTitled(prose, capitals, at));
}

/** Whether a phrase is a word in small letters, *of* or the like, and a name in capitals. */
function isNameAfterJoint({ text, words }: Prose, at: number, [, joint = 0, third]: readonly number[]): boolean {
  return joints.has(joint) && third !== undefined && !isSmallLetter(text.charCodeAt(startOfWord(words, at + 2)));
}

/** A word with a hyphen between small letters. */
interface HyphenatedWord {
  readonly block: ToldBlock;
  readonly at: number;
}

/** The words with a hyphen, by what they are known by without it. */
function hyphenated(blocks: readonly ToldBlock[]): Map<number, HyphenatedWord[]> {
  const bySolid = new Map<number, HyphenatedWord[]>();
  const solids = new Map<number, number>();
  for (const block of blocks) {
    for (const at of block.telling.hyphenated) {
      const id = idAt(block.prose, at);
      let solid = solids.get(id);
      if (solid === undefined) {
        solid = wordId(wordAt(block.prose, at).replaceAll('-', ''));
        solids.set(id, solid);
      }
      addToGroup(bySolid, solid, { block, at });
    }
  }
  return bySolid;
}

function hyphenMention(solid: number, { block, at }: HyphenatedWord): NameMention | undefined {
  const phrase = { kind: 'hyphen', thing: String(solid), ids: [solid] } as const;
  return tellsForm(phrase, block, at) ? mentionOf(block, at, at + 1, phrase) : undefined;
}

/** A first look at a word, by the low bits of what it is known by. */
const sieveMask = 0xfff;

/** What is looked for in all blocks, by the first word. */
interface Phrases {
  readonly sieve: Uint8Array;
  readonly byFirst: ReadonlyMap<number, readonly Phrase[]>;
}
