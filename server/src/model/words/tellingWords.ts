import { isSmallLetter } from '../../text/letters.ts';
import { smallNumbers } from '../../text/phrases.ts';
import { Unit } from '../../text/unit.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { Figures } from '../figures/figure.ts';
import type { Paragraph } from '../paragraph.ts';
import { paragraphOfBlock } from '../paragraphOfBlock.ts';
import type { Report } from '../report.ts';
import { type Prose, ProseFacts, proseOf } from './prose.ts';
import { WordLook, watchFor, wordId } from './proseReading.ts';
import { endOfWord, idOfWord, startOfWord } from './wordColumns.ts';
import { idSet } from './wordIds.ts';
import { noWords, withWord } from './wordNumbers.ts';

/** The words of a block at which figures and names may stand, found among those that strike. */
export interface TellingWords {
  /** Begin with a digit, or are a number in words. */
  readonly numbers: readonly number[];
  /** Begin with a capital. */
  readonly capitals: readonly number[];
  /** Name a post, a role or a service. */
  readonly heads: readonly number[];
  /** Have a hyphen between small letters. */
  readonly hyphenated: readonly number[];
  /** Stand right after an opening quotation mark. */
  readonly quoted: readonly number[];
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
    [...smallNumbers, ...'thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ')],
    'thirty forty fifty sixty seventy eighty ninety'.split(' '),
  ].flatMap((words, tens) =>
    words.flatMap((word, i) => {
      const value = tens === 0 ? i : 10 * i + 30;
      const isTens = value >= 20;
      return [[wordId(word), value] as const, ...(isTens ? compounds(word, value) : [])];
    }),
  ),
);

/** *Twenty-one* to *twenty-nine*, and so on. */
function compounds(tens: string, value: number): (readonly [number, number])[] {
  return smallNumbers.slice(1, 10).map((unit, i) => [wordId(`${tens}-${unit}`), value + i + 1] as const);
}

/** What bodies are called: their names end so. */
const bodyWords = idSet('services service council board forum panel team trust home homes centre centres');
/** What the head of a service is called. */
export const postWords = idSet('director');
/** Somebody of whom a body has one: *its school adviser*. */
export const roleWords = idSet('partner adviser advisor commissioner');

const numberLook = watchFor(numberWords.keys());
const headLook = watchFor([...bodyWords, ...postWords, ...roleWords]);

const read = new ProseFacts<TellingWords>();
const found = new DerivedFacts<readonly ToldBlock[]>();

/** The blocks of a report’s paragraphs in the order of the text, found on first use; footnotes are left out. */
export function toldBlocks(report: Report): readonly ToldBlock[] {
  return found.of(report, toldIn);
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
      told.push({ index, base, paragraph, prose, telling: tellingOf(prose, source, base) });
    }
  }
  return told;
}

/** The telling words of one block, if it is of a paragraph and no footnote. */
export function tellingWordsOf(report: Report, index: number): TellingWords | undefined {
  const { source, blocks, starts } = report.document;
  const prose = proseOf(report, index);
  if (prose === undefined || blocks[index]?.kind === 'footnote') return undefined;
  if (paragraphOfBlock(report, index) === undefined) return undefined;
  return tellingOf(prose, source, starts[index] ?? 0);
}

function tellingOf(prose: Prose, source: string, base: number): TellingWords {
  let telling = read.get(prose);
  if (telling === undefined) {
    telling = tellingIn(prose, source, base);
    read.set(prose, telling);
  }
  return telling;
}

/** (Letters are read from the report’s source, where they stand as in the prose: a slice of it would be slower.) */
function tellingIn({ words, striking }: Prose, source: string, base: number): TellingWords {
  let numbers = noWords;
  let capitals = noWords;
  let heads = noWords;
  let hyphenated = noWords;
  let quoted = noWords;
  for (let i = 0; i < striking.length; i += 2) {
    const word = striking[i] as number;
    const look = striking[i + 1] as number;
    const id = idOfWord(words, word);
    if ((look & WordLook.capital) !== 0) capitals = withWord(capitals, word);
    if ((look & WordLook.digit) !== 0 || ((look & numberLook) !== 0 && numberWords.has(id))) {
      numbers = withWord(numbers, word);
    } else if ((look & headLook) !== 0 && (bodyWords.has(id) || postWords.has(id) || roleWords.has(id))) {
      heads = withWord(heads, word);
    }
    if ((look & WordLook.apart) !== 0 && source.charCodeAt(base + startOfWord(words, word) - 1) === Unit.leftQuote)
      quoted = withWord(quoted, word);
    if ((look & WordLook.hyphen) !== 0) {
      const from = base + startOfWord(words, word);
      if (joinsSmall(source, from, base + endOfWord(words, word))) hyphenated = withWord(hyphenated, word);
    }
  }
  return { numbers, capitals, heads, hyphenated, quoted, figures: undefined };
}

/** Whether a hyphen stands between small letters. */
function joinsSmall(source: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++)
    if (
      isHyphen(source.charCodeAt(at)) &&
      isSmallLetter(source.charCodeAt(at - 1)) &&
      isSmallLetter(source.charCodeAt(at + 1))
    )
      return true;
  return false;
}

/** (In the prose all hyphens are one.) */
function isHyphen(unit: number): boolean {
  return unit === Unit.hyphen || unit === Unit.unicodeHyphen || unit === Unit.noBreakHyphen;
}
