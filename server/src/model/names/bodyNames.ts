import type { Report } from '../report.ts';
import { idAt, isBlankGap } from '../words/proseWords.ts';
import type { WordRun } from '../words/quantities.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { startOfWord } from '../words/wordColumns.ts';
import { idSet } from '../words/wordIds.ts';
import { lowerWords, mentionOf, type NameMention } from './nameMention.ts';

/**
 * Names in capitals by the words that are in them, in whatever order, with possession or without: *Local Children’s
 * Safeguarding Board* too. Several boards are no board.
 */
export function orderMentions(block: ToldBlock, runs: readonly WordRun[]): NameMention[] {
  const mentions: NameMention[] = [];
  for (const { first, last } of runs) {
    if (last - first < fewestOrdered && !bodyWords.has(idAt(block.prose, last - 1))) continue;
    const words = lowerWords(block.prose, first, last);
    const isBody = bodyWords.has(idAt(block.prose, last - 1));
    // *The Missing and Exploitation panel*: what it is stands after its name.
    const after = isBody || last - first < fewestOrdered ? '' : bodyAfter(block, last);
    const head = after === '' ? (words.pop() ?? '') : after;
    const others = words.map(word => word.replace(/’s?$|s$/, ''));
    if (last - first < fewestOrdered || (!isBody && after === '')) {
      if (last - first >= fewestOrdered) others.sort();
      // A short name is known by its words in order: *Voice Group* and *Voices Group*.
      mentions.push(mentionOf(block, first, last, { kind: 'order', thing: [...others, head].join(' ') }));
      continue;
    }
    const telling = others.filter(word => !small.has(word)).map(word => sameAs.get(word) ?? word);
    if (telling.length < fewestTelling) continue;
    const thing = [...telling.sort(), sameAs.get(head) ?? head].join(' ');
    mentions.push(mentionOf(block, first, last, { kind: 'order', thing }));
  }
  return mentions;
}

const small = new Set(['and', 'of', 'for', 'in', 'the', 'to', 'with', 'on', 'into', 'city']);
const fewestTelling = 2;
/** Of two bodies that differ in nothing else these are one word. */
const sameAs = new Map([
  ['forum', 'group'],
  ['partnership', 'board'],
  ['youth', 'children'],
]);

/** What stands in small letters after a name and says what it names: *panel*. */
function bodyAfter({ prose }: ToldBlock, last: number): string {
  // *… and Missing (SEAM) panel*
  const isAcronym = prose.text.charAt(startOfWord(prose.words, last) - 1) === '(';
  const at = isAcronym ? last + 1 : last;
  return bodyWords.has(idAt(prose, at)) && (isAcronym || isBlankGap(prose, at - 1))
    ? (lowerWords(prose, at, at + 1)[0] ?? '')
    : '';
}

/** So many words has a name at least that may be known by its words alone. */
const fewestOrdered = 4;

/** What a body with a shorter name is called. (*Inspectors General* are several of them.) */
const bodyWords = idSet('group team forum council board panel hub centre trust partnership network project campaign');

/**
 * Names in capitals by their initials, their first word and their last: *Early Help Resource Centre* and *Early Help
 * Referral Centre*.
 */
export function initialsMentions(block: ToldBlock, runs: readonly WordRun[]): NameMention[] {
  const mentions: NameMention[] = [];
  for (const { first, last } of runs) {
    if (last - first < fewestOfInitials) continue;
    const words = lowerWords(block.prose, first, last);
    const initials = words.map(word => word[0]).join('');
    mentions.push(
      mentionOf(block, first, last, { kind: 'initials', thing: `${initials} ${words[0]} ${words.at(-1)}` }),
    );
  }
  return mentions;
}

const fewestOfInitials = 3;

/** Names in capitals of a scheme, with what it is called: *the Harbour Project*, *the Harbour Programme*. */
export function schemeMentions(block: ToldBlock, runs: readonly WordRun[]): NameMention[] {
  const { prose } = block;
  const mentions: NameMention[] = [];
  for (const { first, last } of runs) {
    const end = schemeWords.has(idAt(prose, last)) && isBlankGap(prose, last - 1) ? last + 1 : last;
    const isForce = forceWords.has(idAt(prose, end - 1));
    if ((!isForce && !schemeWords.has(idAt(prose, end - 1))) || end - first < 2) continue;
    const name = lowerWords(prose, first, end - 1).join(' ');
    mentions.push(mentionOf(block, first, end, { kind: 'scheme', thing: isForce ? `police ${name}` : name }));
  }
  return mentions;
}

/** What a scheme, and what a police force, may be called after its name. */
const schemeWords = idSet('project programme scheme initiative');
const forceWords = idSet('police constabulary');

/**
 * Boards that are known by two acronyms of one pattern: *Local Safeguarding Children Board (LSCB)*, *Norwood Safeguarding
 * Children Board (NSCB)*.
 */
export function boards({ acronyms, document: { source, blocks } }: Report): NameMention[] {
  return acronyms.flatMap(({ acronym, expansion, from, to, block }) => {
    const words = source.slice(expansion.from, expansion.to).toLowerCase().split(/\s+/);
    // Headings are the template’s.
    if (words.length < 4 || words.length !== acronym.length || blocks[block]?.kind === 'heading') return [];
    return [{ kind: 'board', thing: words.slice(1).join(' '), form: acronym, from, to } as const];
  });
}
