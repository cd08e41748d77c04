import { wordId } from '../words/proseReading.ts';
import { gapAfter, idAt } from '../words/proseWords.ts';
import { postWords, roleWords, type ToldBlock } from '../words/tellingWords.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { joints } from './capitalisedNames.ts';
import { lower, lowerWords, mentionOf, type NameMention } from './nameMention.ts';

/** Posts, and the services of whom: by the heads of their names. */
export function postMentions(block: ToldBlock): NameMention[] {
  return block.telling.heads.flatMap(at => {
    const id = idAt(block.prose, at);
    if (roleWords.has(id)) return [];
    return (postWords.has(id) ? postMention(block, at) : possessiveMention(block, at)) ?? [];
  });
}

/** *Director of children’s services*, *strategic director for children’s services*. */
function postMention(block: ToldBlock, at: number): NameMention | undefined {
  const { prose } = block;
  const of = idAt(prose, at + 1);
  if ((of !== ofFor.of && of !== ofFor.for) || 3 * (at + 6) > prose.words.length) return undefined;
  if (otherPosts.has(idAt(prose, at - 1)) || (at > 1 && otherPosts.has(idAt(prose, at - 2)))) return undefined;
  const first = titles.has(idAt(prose, at - 1)) ? at - 1 : at;
  const end = joints.has(idAt(prose, at + 3)) ? at + 6 : at + 4;
  const words = lowerWords(prose, at + 2, end).join(' ');
  const form = `${first < at ? `${lower(prose, first)} ` : ''}director ${lower(prose, at + 1)} ${words}`;
  return mentionOf(block, first, end, { kind: 'post', thing: `director ${words}`, form });
}

const ofFor = idsOf('of', 'for');
const titles = idSet('strategic executive corporate');
const otherPosts = idSet('assistant deputy interim former previous acting associate managing service');

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

const persons = new Map(
  ['adult', 'carer', 'leaver', 'parent', 'worker', 'inspector'].flatMap(word =>
    [word, `${word}s`, `${word}'s`].map(form => [wordId(form), word] as const),
  ),
);
