import { editDistance } from '../../text/editDistance.ts';
import { isSmallLetter } from '../../text/letters.ts';
import { Unit } from '../../text/unit.ts';
import type { Prose } from '../words/prose.ts';
import { idAt } from '../words/proseWords.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';
import { lower, mentionOf, type NameMention } from './nameMention.ts';
import { quotedVariants } from './quotedNames.ts';

/** Names that a report spells in two ways: in words of their own, and in quotation marks. */
export function spellingMentions(blocks: readonly ToldBlock[]): NameMention[] {
  return [
    ...slips(blocks),
    ...quotedVariants(blocks).flatMap(({ forms, places }) =>
      places.map(place => ({ ...place, kind: 'spelling' as const, thing: forms.join(' / ') })),
    ),
  ];
}

/** Names that differ within by a letter: *Bridgnorth*, *Bridgenorth*. What is also written small is a word like others. */
function slips(blocks: readonly ToldBlock[]): readonly NameMention[] {
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

/** More names that begin and end alike are no slips in writing one. */
const mostLikeNames = 12;

function nameOf(blocks: readonly ToldBlock[], id: number): string {
  for (const { prose, telling } of blocks)
    for (const at of telling.capitals) if (idAt(prose, at) === id) return lower(prose, at).replace(/’s?$/, '');
  return '';
}

/**
 * How a word begins and ends that may be a long name, as a number; 0 if it is short or opens its sentence, where any word
 * has a capital.
 */
function nameKey({ text, words }: Prose, at: number): number {
  const from = startOfWord(words, at);
  let to = endOfWord(words, at);
  if (to - from < shortestName || from < 2 || stops.has(text.charCodeAt(from - 2))) return 0;
  const last = text.charCodeAt(to - 2);
  if (last === Unit.rightQuote || last === Unit.apostrophe) to -= 2;
  if (to - from < shortestName) return 0;
  let key = 1;
  for (let i = 0; i < nameOpening + nameEnding; i++) {
    const letter = (text.charCodeAt(i < nameOpening ? from + i : to - nameOpening - nameEnding + i) | 0x20) - 0x61;
    if (letter < 0 || letter > 25) return 0;
    key = 32 * key + letter;
  }
  return key;
}

/** So many letters has a name that may be known again with another, and so many begin and end it. */
const shortestName = 7;
const nameOpening = 3;
const nameEnding = 2;

/** Full stop, question and exclamation mark. */
const stops: ReadonlySet<number> = new Set([0x2e, 0x3f, 0x21]);

function isWrittenSmall(blocks: readonly ToldBlock[], ids: ReadonlySet<number>): boolean {
  return blocks.some(({ prose: { text, words } }) => {
    for (let i = 2; i < words.length; i += 3)
      if (ids.has(words[i] as number) && isSmallLetter(text.charCodeAt(words[i - 2] as number))) return true;
    return false;
  });
}

function namesAmong(block: ToldBlock, ids: ReadonlySet<number>, thing: string): NameMention[] {
  return block.telling.capitals
    .filter(at => ids.has(idAt(block.prose, at)))
    .map(at => mentionOf(block, at, at + 1, { kind: 'spelling', thing }));
}
