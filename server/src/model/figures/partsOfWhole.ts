import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { topicsOf } from '../claims/topics.ts';
import type { Report } from '../report.ts';
import type { Prose, Sentence } from '../words/prose.ts';
import { gapAfter, idAt, sentenceAt } from '../words/proseWords.ts';
import { statementsOf } from '../words/statements.ts';
import { endOfWord, keyOfWord, startOfWord } from '../words/wordColumns.ts';
import { isPlural } from '../words/wordEndings.ts';
import { idSet, idsOf } from '../words/wordIds.ts';
import { figuredBlocks } from './figures.ts';

/** What is done to so many of several things in one place, and to the things themselves in another. */
export interface PartOfWhole {
  /** *Sold two of its halls* */
  readonly part: Passage;
  /** *Sold its halls* */
  readonly whole: Passage;
}

/** A few words of a block as written, and where they stand in the text. */
interface Passage extends Span {
  readonly block: number;
  readonly words: string;
}

const { of } = idsOf('of');
const possessives = idSet('its their');
/** So many words may stand between *its* and what it is that is its. */
const longest = 4;

interface Part {
  readonly passage: Passage;
  /** By what the verb is compared, and by what the thing is known. */
  readonly verb: number;
  readonly thing: number;
}

/** Where a report says of a part what it says of the whole elsewhere: *sold two of its halls*, *sold its halls*. */
export function partsOfWhole(report: Report): PartOfWhole[] {
  const parts = partsIn(report);
  if (parts.length === 0) return [];
  const verbs = new Uint8Array(topicsOf(report).keyCount + 1);
  const byThing = new Map<string, Part>();
  for (const part of parts) {
    verbs[part.verb] = 1;
    byThing.set(`${part.verb} ${part.thing}`, part);
  }
  const found: PartOfWhole[] = [];
  for (const statement of statementsOf(report)) {
    const { topics, sentence } = statement;
    for (let at = sentence.first; at < sentence.last; at++) {
      const verb = keyOfWord(topics.codes, at);
      if (verbs[verb] === 0 || !possessives.has(idAt(topics.prose, at + 1))) continue;
      const whole = wholeAt(topics.prose, verb, at, sentence, byThing);
      if (whole !== undefined) found.push(whole);
    }
  }
  return found;
}

/** The whole of which parts are known, after a verb that is theirs. Each part is taken out: once is enough. */
function wholeAt(
  prose: Prose,
  verb: number,
  at: number,
  { last, block, base }: Sentence,
  byThing: Map<string, Part>,
): PartOfWhole | undefined {
  const keyOf = (word: number): string => `${verb} ${idAt(prose, word)}`;
  const thing = thingAfter(prose, at + 1, last, word => byThing.has(keyOf(word)));
  if (thing === undefined) return undefined;
  const part = byThing.get(keyOf(thing));
  byThing.delete(keyOf(thing));
  return part && { part: part.passage, whole: passageOf(prose, block, base, at, thing) };
}

function partsIn(report: Report): Part[] {
  const { ofBlock } = topicsOf(report);
  const parts: Part[] = [];
  for (const { index, base, prose, figures } of figuredBlocks(report)) {
    for (const { kind, first, last } of figures) {
      if (kind !== 'count' || idAt(prose, last) !== of || !possessives.has(idAt(prose, last + 1))) continue;
      const verb = ofBlock[index]?.codes[2 * first - 2] ?? 0;
      const end = sentenceAt(prose, first).last;
      const thing = thingAfter(prose, last + 1, end, word => isPlural(prose, word));
      if (verb === 0 || thing === undefined) continue;
      parts.push({ passage: passageOf(prose, index, base, first - 1, thing), verb, thing: idAt(prose, thing) });
    }
  }
  return parts;
}

/** The first word after another that is what is looked for, where nothing but blanks stands between. */
function thingAfter(prose: Prose, word: number, end: number, isThing: (word: number) => boolean): number | undefined {
  for (let at = word + 1; at < Math.min(end, word + 1 + longest); at++) {
    if (!/^\s+$/.test(gapAfter(prose, at - 1))) return undefined;
    if (isThing(at)) return at;
  }
  return undefined;
}

function passageOf({ text, words }: Prose, block: number, base: number, first: number, last: number): Passage {
  const from = startOfWord(words, first);
  const to = endOfWord(words, last);
  return { block, from: base + from, to: base + to, words: singleSpaced(text.slice(from, to)) };
}
