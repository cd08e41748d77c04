import { DerivedFacts } from './derivedFacts.ts';
import type { Figures } from './figures.ts';
import type { Paragraph } from './paragraph.ts';
import { type Prose, ProseFacts, proseOf, wordId } from './prose.ts';
import type { Report } from './report.ts';
import { idSet } from './wordIds.ts';

/** The words of a block at which figures and names may stand, found in one pass over all its words. */
interface TellingWords {
  /** Begin with a digit, or are a number in words. */
  readonly numbers: readonly number[];
  /** Begin with a capital. */
  readonly capitals: readonly number[];
  /** Name a post or a service. */
  readonly heads: readonly number[];
  /** What `figures.ts` has read of them, once it has. */
  figures: Figures | undefined;
}

/** A block of a report’s paragraphs with its telling words; `base` is its place in the text. */
export interface ToldBlock {
  readonly index: number;
  readonly base: number;
  readonly paragraph: Paragraph;
  readonly prose: Prose;
  readonly telling: TellingWords;
}

/** Numbers in words, by what they are known by. */
export const numberWords: ReadonlyMap<number, number> = new Map(
  [
    `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty`.split(/\s+/),
    'thirty forty fifty sixty seventy eighty ninety'.split(' '),
  ].flatMap((words, tens) => words.map((word, i) => [wordId(word), tens === 0 ? i : 10 * i + 30] as const)),
);

/** What bodies are called: their names end so. */
const bodyWords = idSet('services service council board forum panel team trust home homes centre centres');
/** What the head of a service is called. */
export const postWords = idSet('director');

const isNumber = 1;
const isHead = 2;
const sieveMask = 0xfff;
/** A first look at a word, by the low bits of what it is known by: what it may be. */
const sieve = new Uint8Array(sieveMask + 1);
for (const id of numberWords.keys()) sieve[id & sieveMask]! |= isNumber;
for (const id of [...bodyWords, ...postWords]) sieve[id & sieveMask]! |= isHead;

const read = new ProseFacts<TellingWords>();
const found = new DerivedFacts<readonly ToldBlock[]>();

/** The blocks of a report’s paragraphs in the order of the text, found on first use; footnotes are left out. */
export function toldBlocks(report: Report): readonly ToldBlock[] {
  let told = found.get(report);
  if (told === undefined) {
    told = toldIn(report);
    found.set(report, told);
  }
  return told;
}

function toldIn(report: Report): ToldBlock[] {
  const { source, blocks, starts } = report.document;
  const told: ToldBlock[] = [];
  for (const paragraph of report.paragraphs) {
    for (let index = paragraph.block; index < paragraph.blockEnd; index++) {
      const block = blocks[index];
      const prose = proseOf(report, index);
      if (block === undefined || prose === undefined || block.kind === 'footnote') continue;
      const base = starts[index] ?? 0;
      let telling = read.get(prose);
      if (telling === undefined) {
        telling = tellingIn(prose, source, base);
        read.set(prose, telling);
      }
      told.push({ index, base, paragraph, prose, telling });
    }
  }
  return told;
}

const none: readonly number[] = Object.freeze([]);

/** (The words are read from the report’s source, where they stand as in the prose: a slice of it would be slower.) */
function tellingIn({ words }: Prose, source: string, base: number): TellingWords {
  let numbers: number[] | undefined;
  let capitals: number[] | undefined;
  let heads: number[] | undefined;
  for (let at = 0; at < words.length; at += 3) {
    const id = words[at + 2] as number;
    const unit = source.charCodeAt(base + (words[at] as number));
    if (unit < 91) {
      if (unit > 64) {
        if (capitals === undefined) capitals = [at / 3];
        else capitals.push(at / 3);
      } else if (unit > 47 && unit < 58) {
        if (numbers === undefined) numbers = [at / 3];
        else numbers.push(at / 3);
        continue;
      }
    }
    const may = sieve[id & sieveMask] as number;
    if (may === 0) continue;
    if ((may & isNumber) !== 0 && numberWords.has(id)) {
      if (numbers === undefined) numbers = [at / 3];
      else numbers.push(at / 3);
    } else if ((may & isHead) !== 0 && (bodyWords.has(id) || postWords.has(id))) {
      if (heads === undefined) heads = [at / 3];
      else heads.push(at / 3);
    }
  }
  return { numbers: numbers ?? none, capitals: capitals ?? none, heads: heads ?? none, figures: undefined };
}
