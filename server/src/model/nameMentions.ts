import { editDistance } from '../text/editDistance.ts';
import { addToGroup } from '../text/lists.ts';
import type { Span } from '../text/text.ts';
import { gapAfter, idAt, sentenceAt, wordAt } from './figures.ts';
import { type Prose, type Words, wordId } from './prose.ts';
import { quotedVariants } from './quotedNames.ts';
import type { Report } from './report.ts';
import { postWords, roleWords, type ToldBlock, toldBlocks } from './tellingWords.ts';
import { idSet, idsOf } from './wordIds.ts';

/** A name where it stands: of what thing it is the name, and in what form. Mentions of one thing may be of several forms. */
export interface NameMention extends Span {
  readonly kind: 'capitals' | 'order' | 'scheme' | 'spelling' | 'hyphen' | 'possessive' | 'post' | 'board' | 'synonym';
  readonly thing: string;
  readonly form: string;
}

/** Names that mean one thing, by the framework. */
export type Synonyms = readonly (readonly string[])[];

/**
 * The mentions of what a report may name in several ways: names in capitals and the same words without or in another
 * order, schemes, names spelt in two ways, words with a hyphen and without, *adult services* and *adults’ services*, posts, boards, and what the
 * framework holds to mean the same.
 */
export function nameMentions(report: Report, synonyms: Synonyms): NameMention[] {
  const blocks = namingBlocks(report);
  const hyphens = hyphenated(blocks);
  const runs = blocks.map(capitalisedIn);
  const phrases = phrasesIn(blocks, runs, synonyms, hyphens);
  const found = blocks.flatMap(block => phraseMentions(block, phrases));
  const solids = new Set(found.flatMap(({ kind, thing }) => (kind === 'hyphen' ? Number(thing) : [])));
  return [
    ...blocks.flatMap(ownMentions),
    ...found,
    ...blocks.flatMap((block, i) => orderMentions(block, runs[i] ?? [])),
    ...blocks.flatMap((block, i) => schemeMentions(block, runs[i] ?? [])),
    ...spellingMentions(blocks),
    ...quotedVariants(blocks).flatMap(({ forms, places }) =>
      places.map(place => ({ ...place, kind: 'spelling' as const, thing: forms.join(' / ') })),
    ),
    ...[...solids].flatMap(solid => (hyphens.get(solid) ?? []).flatMap(word => hyphenMention(solid, word) ?? [])),
    ...boards(report),
  ];
}

/** Sections in which names are written as in a list or a template. */
const silentRoles = new Set(['notices', 'team', 'judgements', 'definitions', 'contents', 'method']);

function namingBlocks(report: Report): ToldBlock[] {
  return toldBlocks(report).filter(
    ({ paragraph: { kind, section } }) =>
      kind !== 'entry' && !silentRoles.has(report.sections[section ?? -1]?.role ?? ''),
  );
}

const none: readonly never[] = [];
const joints = idSet('of and for');
/** Join what is a name of several words by itself: *Children in Care Council*, *Inquiry into Child Exploitation*, but *Early Help in Norwood*. */
const looseJoints = idSet('in into on to with');
/** What has more words is a line in capitals, and no name. */
const longestName = 12;
/** What begins with these is no name: *Our Children*, *The January inventory*. */
const noNames = idSet('our your my their its we you they the a an in on at as by of and for into to with');

/** The names of two words or more with capitals: the first and the one after the last, in turn. A sentence’s first word is left out: it has its capital from there. */
function capitalisedIn({ prose, telling: { capitals } }: ToldBlock): readonly number[] {
  if (capitals.length < 2) return none;
  const runs: number[] = [];
  let start = -2;
  let end = -2;
  const close = (): void => {
    if (end - start < 2 || end - start > longestName) return;
    const first = opensSentence(prose, start) ? start + 1 : start;
    if (end - first < 2 || noNames.has(idAt(prose, first)) || goesOnInCapitals(prose, end)) return;
    if (!isTitled(prose, capitals, first)) runs.push(first, end);
  };
  for (const [i, at] of capitals.entries()) {
    const isNext =
      at === end || (at === end + 1 && isJoint(prose, start, end, capitals[i + 1]) && isJoined(prose, end));
    if (isNext && isJoined(prose, end - 1) && !opensSentence(prose, at) && !isAcronym(prose, at)) {
      end = at + 1;
      continue;
    }
    close();
    start = isAcronym(prose, at) ? at + 1 : at;
    end = at + 1;
  }
  close();
  return runs;
}

function opensSentence(prose: Prose, at: number): boolean {
  return sentenceAt(prose, at)?.first === at;
}

/** Whether a name that begins at `start` goes on after a small word; `after` is the next but one with a capital. (*Referrals to Early Help* has one from the sentence.) */
function isJoint(prose: Prose, start: number, at: number, after: number | undefined): boolean {
  const id = idAt(prose, at);
  if (joints.has(id)) return true;
  return looseJoints.has(id) && after === at + 2 && isJoined(prose, at + 1) && !opensSentence(prose, start);
}

/** *Adoption Support UK* is another name than *adoption support*. */
function goesOnInCapitals(prose: Prose, end: number): boolean {
  return 3 * end < prose.words.length && isAcronym(prose, end) && isJoined(prose, end - 1);
}

/** Whether a word stands in a title, half of it in capitals and with no full stop: *Figure 9: Spending by Kind of Programme*. There they tell nothing. */
function isTitled(prose: Prose, capitals: readonly number[], at: number): boolean {
  const sentence = sentenceAt(prose, at);
  // (What has a comma in it is a list, or to whom a letter goes.)
  if (sentence === undefined) return false;
  const isLong = sentence.last - sentence.first > longestTitle;
  const text = prose.text.slice(sentence.from, isLong ? sentence.from + longestCaption : sentence.to);
  if (caption.test(text)) return true;
  if (isLong || /,|[.;:?!]\W*$/.test(text)) return false;
  let count = 0;
  for (const word of capitals) if (word >= sentence.first && word < sentence.last) count++;
  return 2 * count >= sentence.last - sentence.first;
}

/** No title has more words, and no caption’s number comes after more characters. */
const longestTitle = 50;
const longestCaption = 50;
const caption = /^\W*(?:figure|table|chart|box|appendix) (?:\d|[ivx]+\b)/i;

/** Whether a name is the title of something: in quotation marks, slanted, or after a colon. */
function isTitle({ text, words }: Prose, first: number): boolean {
  const from = words[3 * first] as number;
  return /[‘“'"_]$|: $/.test(text.slice(Math.max(0, from - 2), from));
}

function isAcronym({ text, words }: Prose, at: number): boolean {
  const unit = text.charCodeAt((words[3 * at] as number) + 1);
  return unit > 64 && unit < 91;
}

/** Whether nothing but blanks stand between a word and the next. */
function isJoined({ text, words }: Prose, at: number): boolean {
  const next = words[3 * at + 3] ?? 0;
  for (let i = words[3 * at + 1] ?? 0; i < next; i++)
    if (text.charCodeAt(i) > 0x20 && text.charCodeAt(i) !== 0xa0) return false;
  return true;
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
      const same = bySolid.get(solid);
      if (same === undefined) bySolid.set(solid, [{ block, at }]);
      else same.push({ block, at });
    }
  }
  return bySolid;
}

function hyphenMention(solid: number, { block, at }: HyphenatedWord): NameMention | undefined {
  const phrase = { kind: 'hyphen', thing: String(solid), ids: [solid] } as const;
  return tellsForm(phrase, block, at) ? mentionOf(block, at, at + 1, phrase) : undefined;
}

function isSmall(unit: number): boolean {
  return unit > 96 && unit < 123;
}

function mentionOf(
  { base, prose: { words, text } }: ToldBlock,
  first: number,
  last: number,
  phrase: Naming,
): NameMention {
  const from = words[3 * first] ?? 0;
  const to = words[3 * last - 2] ?? 0;
  const written = text.slice(from, to).replace(/\s+/g, ' ').replaceAll("'", '’');
  const form = phrase.form ?? (phrase.kind === 'hyphen' ? written.toLowerCase() : written);
  return { kind: phrase.kind, thing: phrase.thing, form, from: base + from, to: base + to };
}

/** What a name is the name of; and its form, where it is not as written. */
type Naming = Pick<NameMention, 'kind' | 'thing'> & { readonly form?: string | undefined };

/** Posts, and the services of whom: by the heads of their names. */
function ownMentions(block: ToldBlock): NameMention[] {
  return block.telling.heads.flatMap(at => {
    const id = idAt(block.prose, at);
    if (roleWords.has(id)) return [];
    return (postWords.has(id) ? postMention(block, at) : possessiveMention(block, at)) ?? [];
  });
}

const ofFor = idsOf('of', 'for');
const titles = idSet('strategic executive corporate');
const otherPosts = idSet('assistant deputy interim former previous acting associate managing service');

/** *Director of children’s services*, *strategic director for children’s services*. */
function postMention(block: ToldBlock, at: number): NameMention | undefined {
  const { prose } = block;
  const of = idAt(prose, at + 1);
  if ((of !== ofFor.of && of !== ofFor.for) || 3 * (at + 6) > prose.words.length) return undefined;
  if (otherPosts.has(idAt(prose, at - 1)) || (at > 1 && otherPosts.has(idAt(prose, at - 2)))) return undefined;
  const first = titles.has(idAt(prose, at - 1)) ? at - 1 : at;
  const end = joints.has(idAt(prose, at + 3)) ? at + 6 : at + 4;
  const words = Array.from({ length: end - at - 2 }, (_, i) => lower(prose, at + 2 + i)).join(' ');
  const form = `${first < at ? `${lower(prose, first)} ` : ''}director ${lower(prose, at + 1)} ${words}`;
  return mentionOf(block, first, end, { kind: 'post', thing: `director ${words}`, form });
}

const persons = new Map(
  ['adult', 'carer', 'leaver', 'parent', 'worker', 'inspector'].flatMap(word =>
    [word, `${word}s`, `${word}'s`].map(form => [wordId(form), word] as const),
  ),
);

/** *Adult services*, *adults’ services*: by whom a service is for. */
function possessiveMention(block: ToldBlock, at: number): NameMention | undefined {
  const { prose } = block;
  const person = at > 0 ? persons.get(idAt(prose, at - 1)) : undefined;
  if (person === undefined) return undefined;
  const gap = gapAfter(prose, at - 1);
  if (!/^['’]?\s+$/.test(gap)) return undefined;
  const form = `${lower(prose, at - 1)}${gap.trim() === '' ? '' : '’'} ${lower(prose, at)}`;
  return mentionOf(block, at - 1, at + 1, { kind: 'possessive', thing: `${person} ${lower(prose, at)}`, form });
}

function lower(prose: Prose, at: number): string {
  return wordAt(prose, at).toLowerCase().replaceAll("'", '’');
}

/** A phrase that is looked for: the words of it, each as it is known. */
interface Phrase extends Naming {
  readonly ids: readonly number[];
  /** Whether it has its capitals only as a title: *the ‘Hidden Harm’ strategy* does not name every hidden harm. */
  readonly isTitle?: boolean;
}

/** A first look at a word, by the low bits of what it is known by. */
const sieveMask = 0xfff;

/** What is looked for in all blocks, by the first word. */
interface Phrases {
  readonly sieve: Uint8Array;
  readonly byFirst: ReadonlyMap<number, readonly Phrase[]>;
}

function phrasesIn(
  blocks: readonly ToldBlock[],
  capitals: readonly (readonly number[])[],
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
  for (const phrase of namesIn(blocks, capitals)) add(phrase);
  for (const { solid, forms } of openCompounds)
    for (const { form, ids } of forms) add({ kind: 'hyphen', thing: String(solid), ids, form });
  for (const solid of hyphens.keys()) add({ kind: 'hyphen', thing: String(solid), ids: [solid] });
  for (const [i, names] of synonyms.entries())
    for (const form of names) add({ kind: 'synonym', thing: String(i), ids: form.split(/\s+/).map(wordId), form });
  return { sieve, byFirst };
}

/** Words that are written as one and as two, by what they are known by as one. */
const openCompounds = ['head teacher', 'head teachers'].map(open => ({
  solid: wordId(open.replace(' ', '')),
  forms: [open, open.replace(' ', '')].map(form => ({ form, ids: form.split(' ').map(wordId) })),
}));

/** The names in capitals, those that are no title first: what is a name anywhere is one everywhere. */
function namesIn(blocks: readonly ToldBlock[], capitals: readonly (readonly number[])[]): Phrase[] {
  const names: Phrase[] = [];
  const titles: Phrase[] = [];
  for (const [block, { prose }] of blocks.entries()) {
    const runs = capitals[block] ?? [];
    for (let i = 0; i < runs.length; i += 2) {
      const [first = 0, last = 0] = runs.slice(i, i + 2);
      const words = Array.from({ length: last - first }, (_, at) => first + at);
      const thing = words.map(at => lower(prose, at)).join(' ');
      const isOfTitle = isTitle(prose, first);
      (isOfTitle ? titles : names).push({
        kind: 'capitals',
        thing,
        ids: words.map(at => idAt(prose, at)),
        isTitle: isOfTitle,
      });
    }
  }
  return [...names, ...titles];
}

function phraseMentions(block: ToldBlock, { sieve, byFirst }: Phrases): NameMention[] {
  const { prose } = block;
  const { words } = prose;
  let mentions: NameMention[] | undefined;
  for (let i = 2; i < words.length; i += 3) {
    const id = words[i] as number;
    if (sieve[id & sieveMask] === 0) continue;
    const at = (i - 2) / 3;
    const phrases = byFirst.get(id);
    if (phrases === undefined) continue;
    for (const phrase of phrases) {
      if (!goesOn(words, i, phrase.ids) || !tellsForm(phrase, block, at)) continue;
      mentions ??= [];
      mentions.push(mentionOf(block, at, at + phrase.ids.length, phrase));
    }
  }
  return mentions ?? [];
}

/** Whether after a phrase’s first word its others follow. */
function goesOn(words: Words, first: number, ids: readonly number[]): boolean {
  for (let i = 1; i < ids.length; i++) if (words[first + 3 * i] !== ids[i]) return false;
  return true;
}

/** Whether a phrase has its form of its own: capitals at a sentence’s start tell nothing, nor does a word within a name. */
function tellsForm(phrase: Phrase, { prose, telling: { capitals } }: ToldBlock, at: number): boolean {
  if (phrase.kind === 'synonym') return true;
  const startsSmall = isSmall(prose.text.charCodeAt(prose.words[3 * at] as number));
  if (phrase.kind !== 'capitals') return startsSmall || opensSentence(prose, at);
  if (opensSentence(prose, at) || (phrase.isTitle === true && startsSmall)) return false;
  const end = at + phrase.ids.length;
  for (let word = at; word < end - 1; word++) if (!isJoined(prose, word)) return false;
  return startsSmall || !(goesOnInCapitals(prose, end) || isTitled(prose, capitals, at));
}

/** So many words has a name at least that may be known by its words alone. */
const fewestOrdered = 4;

/** What a body with a shorter name is called. (*Inspectors General* are several of them.) */
const bodyWords = idSet('group team forum council board panel hub centre trust partnership network project campaign');

/** Names in capitals by the words that are in them, in whatever order, with possession or without: *Local Children’s Safeguarding Board* too. Several boards are no board. */
function orderMentions(block: ToldBlock, runs: readonly number[]): NameMention[] {
  const mentions: NameMention[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const [first = 0, last = 0] = runs.slice(i, i + 2);
    if (last - first < fewestOrdered && !bodyWords.has(idAt(block.prose, last - 1))) continue;
    const words = Array.from({ length: last - first }, (_, i) => lower(block.prose, first + i));
    const head = words.pop() ?? '';
    const others = words.map(word => word.replace(/’s?$|s$/, ''));
    // A short name is known by its words in order: *Voice Group* and *Voices Group*.
    if (last - first >= fewestOrdered) others.sort();
    mentions.push(mentionOf(block, first, last, { kind: 'order', thing: [...others, head].join(' ') }));
  }
  return mentions;
}

/** So many letters has a name that may be known again with another, and so many begin and end it. */
const shortestName = 7;
const nameOpening = 3;
const nameEnding = 2;

/** More names that begin and end alike are no slips in writing one. */
const mostLikeNames = 12;

/** Names that differ within by a letter: *Bridgnorth*, *Bridgenorth*. What is also written small is a word like others. */
function spellingMentions(blocks: readonly ToldBlock[]): readonly NameMention[] {
  const first = new Map<number, number>();
  const more = new Map<number, Set<number>>();
  for (const { prose, telling } of blocks) {
    for (const at of telling.capitals) {
      const key = nameKey(prose, at);
      if (key === 0) continue;
      const id = idAt(prose, at);
      const known = first.get(key);
      if (known === undefined) first.set(key, id);
      else if (known !== id) more.set(key, (more.get(key) ?? new Set([known])).add(id));
    }
  }
  return [...more.values()].flatMap(ids => {
    if (ids.size > mostLikeNames) return [];
    const names = [...ids].map(id => ({ id, name: nameOf(blocks, id) }));
    return names.flatMap(({ id, name }, i) =>
      names.slice(i + 1).flatMap(other => {
        const pair = new Set([id, other.id]);
        if (editDistance(name, other.name, 2) !== 1 || isWrittenSmall(blocks, pair)) return [];
        return blocks.flatMap(block => namesAmong(block, pair, `${name} ${other.name}`));
      }),
    );
  });
}

function nameOf(blocks: readonly ToldBlock[], id: number): string {
  for (const { prose, telling } of blocks)
    for (const at of telling.capitals) if (idAt(prose, at) === id) return lower(prose, at).replace(/’s?$/, '');
  return '';
}

/** How a word begins and ends that may be a long name, as a number; 0 if it is short or opens its sentence, where any word has a capital. */
function nameKey({ text, words }: Prose, at: number): number {
  const from = words[3 * at] as number;
  let to = words[3 * at + 1] as number;
  if (to - from < shortestName || from < 2 || stops.has(text.charCodeAt(from - 2))) return 0;
  const last = text.charCodeAt(to - 2);
  if (last === 0x2019 || last === 0x27) to -= 2;
  if (to - from < shortestName) return 0;
  let key = 1;
  for (let i = 0; i < nameOpening + nameEnding; i++) {
    const letter = (text.charCodeAt(i < nameOpening ? from + i : to - nameOpening - nameEnding + i) | 0x20) - 0x61;
    if (letter < 0 || letter > 25) return 0;
    key = 32 * key + letter;
  }
  return key;
}

/** Full stop, question and exclamation mark. */
const stops: ReadonlySet<number> = new Set([0x2e, 0x3f, 0x21]);

function isWrittenSmall(blocks: readonly ToldBlock[], ids: ReadonlySet<number>): boolean {
  return blocks.some(({ prose: { text, words } }) => {
    for (let i = 2; i < words.length; i += 3)
      if (ids.has(words[i] as number) && isSmall(text.charCodeAt(words[i - 2] as number))) return true;
    return false;
  });
}

function namesAmong(block: ToldBlock, ids: ReadonlySet<number>, thing: string): NameMention[] {
  return block.telling.capitals
    .filter(at => ids.has(idAt(block.prose, at)))
    .map(at => mentionOf(block, at, at + 1, { kind: 'spelling', thing }));
}

/** What a scheme, and what a police force, may be called after its name. */
const schemeWords = idSet('project programme scheme initiative');
const forceWords = idSet('police constabulary');

/** Names in capitals of a scheme, with what it is called: *the Harbour Project*, *the Harbour Programme*. */
function schemeMentions(block: ToldBlock, runs: readonly number[]): NameMention[] {
  const { prose } = block;
  const mentions: NameMention[] = [];
  for (let i = 0; i < runs.length; i += 2) {
    const [first = 0, last = 0] = runs.slice(i, i + 2);
    const end = schemeWords.has(idAt(prose, last)) && isJoined(prose, last - 1) ? last + 1 : last;
    const isForce = forceWords.has(idAt(prose, end - 1));
    if ((!isForce && !schemeWords.has(idAt(prose, end - 1))) || end - first < 2) continue;
    const name = Array.from({ length: end - first - 1 }, (_, at) => lower(prose, first + at)).join(' ');
    mentions.push(mentionOf(block, first, end, { kind: 'scheme', thing: isForce ? `police ${name}` : name }));
  }
  return mentions;
}

/** Boards that are known by two acronyms of one pattern: *Local Safeguarding Children Board (LSCB)*, *Norwood Safeguarding Children Board (NSCB)*. */
function boards({ acronyms, document: { source, blocks } }: Report): NameMention[] {
  return acronyms.flatMap(({ acronym, expansion, from, to, block }) => {
    const words = source.slice(expansion.from, expansion.to).toLowerCase().split(/\s+/);
    // Headings are the template’s.
    if (words.length < 4 || words.length !== acronym.length || blocks[block]?.kind === 'heading') return [];
    return [{ kind: 'board', thing: words.slice(1).join(' '), form: acronym, from, to } as const];
  });
}
