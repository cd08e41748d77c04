import { smallWords } from '../../syntax/acronym.ts';
import { singleSpaced } from '../../text/singleSpaced.ts';
import type { Span } from '../../text/text.ts';
import { DerivedFacts } from '../derivedFacts.ts';
import type { DefinedAcronym, Report } from '../report.ts';
import type { Prose } from '../words/prose.ts';
import type { Words } from '../words/proseReading.ts';
import { isBlankGap, lengthAt, wordAt } from '../words/proseWords.ts';
import { endOfWord, startOfWord } from '../words/wordColumns.ts';
import { type MarkedBlock, markedBlocks } from '../words/wordMarks.ts';

/** An acronym of a report: where it is explained, and where it is used. Its plural counts as the same. */
export interface ReportAcronym {
  /** Without a plural *s*. */
  readonly acronym: string;
  readonly definitions: readonly DefinedAcronym[];
  /** In running text, footnotes among it; where it is explained is no use. */
  readonly uses: readonly AcronymUse[];
}

/** An acronym where it is used. */
export interface AcronymUse extends Span {
  readonly block: number;
  /**
   * Whether it is taken to be written out there, no definition standing before, though not as a definition is: in brackets
   * after words that do not begin with its letters, *RAG (red, amber, green)*, *API application programming interface*.
   */
  readonly writtenOut: boolean;
  /**
   * The words before it where it stands in brackets as if it were theirs, and one of its letters is not: *care company
   * (CRG)*.
   */
  readonly misfit: Misfit | undefined;
}

/** Words that seem to be written out for an acronym, and the letters with which they begin. */
interface Misfit {
  readonly words: string;
  readonly letters: string;
}

const found = new DerivedFacts<ReadonlyMap<string, ReportAcronym>>();

/** The acronyms of a report by what they are without a plural *s*, found on first use. */
export function acronymsOf(report: Report): ReadonlyMap<string, ReportAcronym> {
  return found.of(report, acronymsIn);
}

/** An acronym without the *s* of its plural. */
export function singularAcronym(acronym: string): string {
  return /[A-Z]s$/.test(acronym) ? acronym.slice(0, -1) : acronym;
}

interface Growing extends ReportAcronym {
  readonly definitions: DefinedAcronym[];
  readonly uses: AcronymUse[];
}

function acronymsIn(report: Report): Map<string, Growing> {
  const acronyms = new Map<string, Growing>();
  const of = (acronym: string): Growing => {
    let own = acronyms.get(acronym);
    if (own === undefined) {
      own = { acronym, definitions: [], uses: [] };
      acronyms.set(acronym, own);
    }
    return own;
  };
  const explained = new Set<number>();
  for (const definition of report.acronyms) {
    of(singularAcronym(definition.acronym)).definitions.push(definition);
    explained.add(definition.from);
  }
  for (const marked of markedBlocks(report)) {
    const { capitals } = marked.marks;
    for (const [i, word] of capitals.entries()) {
      const from = marked.base + startOfWord(marked.prose.words, word);
      if (explained.has(from) || isInCapitals(marked.prose, capitals, i)) continue;
      const acronym = acronymOf(marked, word);
      if (acronym === undefined) continue;
      const { definitions, uses } = of(acronym);
      const isKnown = (definitions[0]?.from ?? Infinity) < from;
      const writtenOut = !isKnown && isWrittenOut(marked.prose, word, acronym);
      const misfit = misfitBefore(marked.prose, word, acronym);
      uses.push({ from, to: from + acronym.length, block: marked.block, writtenOut, misfit });
    }
  }
  return acronyms;
}

/**
 * The acronym that is introduced and never used, and of whose letters another that is not introduced is made: one is
 * mistyped.
 */
export function meantAcronym(report: Report, { acronym, definitions }: ReportAcronym): string | undefined {
  if (definitions.length > 0 || acronym.length < fewestLetters) return undefined;
  return unused.of(report, unusedIn).get(lettersOf(acronym));
}

const unused = new DerivedFacts<ReadonlyMap<string, string>>();

/** The acronyms that are introduced and never used, by their letters in order. */
function unusedIn(report: Report): ReadonlyMap<string, string> {
  return new Map(
    [...acronymsOf(report).values()].flatMap(({ acronym, definitions, uses }) =>
      definitions.length > 0 && uses.length === 0 ? [[lettersOf(acronym), acronym] as const] : [],
    ),
  );
}

function lettersOf(acronym: string): string {
  return [...acronym].sort().join('');
}

/** So far before a bracket its words may begin. */
const longestExpansion = 90;
/** Shorter acronyms have a letter too few to tell by. */
const fewestLetters = 3;

/**
 * The words before an acronym that stands alone in brackets, if all of its letters but one begin them, and the first does;
 * or all, two of them the other way round.
 */
function misfitBefore({ text, words }: Prose, word: number, acronym: string): Misfit | undefined {
  const from = startOfWord(words, word);
  const to = endOfWord(words, word);
  if (text.charAt(from - 1) !== '(' || text.charAt(to) !== ')' || !/^[A-Z]+$/.test(acronym)) return undefined;
  if (acronym.length < fewestLetters) return undefined;
  const before = text.slice(Math.max(0, from - 1 - longestExpansion), from - 1);
  const phrase = /[^.,;:()‘“”"]*$/.exec(before)?.[0] ?? '';
  const own = [...phrase.matchAll(/[^\s-]+/g)].filter(([part]) => part !== 'or' && !smallWords.has(part.toLowerCase()));
  const last = own.slice(-acronym.length);
  if (last.length < acronym.length || last.some(([part]) => !/^\p{L}/u.test(part))) return undefined;
  const letters = last.map(([part]) => part.charAt(0).toUpperCase()).join('');
  let wrong = 0;
  for (let i = 0; i < letters.length; i++) if (letters.charAt(i) !== acronym.charAt(i)) wrong++;
  const isSlip = wrong === 1 && letters.charAt(0) === acronym.charAt(0);
  if (!isSlip && !(wrong === 2 && isSwapped(letters, acronym))) return undefined;
  return { words: singleSpaced(phrase.slice(last[0]?.index).trim()), letters };
}

/** Whether two letters side by side have changed places: *Norwood Children’s Safeguarding Board (NSCB)*. */
function isSwapped(letters: string, acronym: string): boolean {
  let at = 0;
  while (letters.charAt(at) === acronym.charAt(at)) at++;
  return letters.charAt(at) === acronym.charAt(at + 1) && letters.charAt(at + 1) === acronym.charAt(at);
}

/** So long are both of two words in capitals that are text, *Freepost CHILDREN FIRST*, and no acronyms. */
const longWord = 5;

/** Whether a word is one of three in a row, or of two long ones: text in capitals, or letters after a name. */
function isInCapitals(prose: Prose, words: readonly number[], i: number): boolean {
  const word = words[i] ?? 0;
  const follows = (step: number): boolean => words[i + step] === word + step;
  const isLong = (at: number): boolean => lengthAt(prose, at) >= longWord;
  const goesOn = (step: number): boolean => isBlankGap(prose, Math.min(word, word + step)) && isLong(word + step);
  if (isLong(word) && [-1, 1].some(step => follows(step) && goesOn(step))) return true;
  return (follows(-1) && (follows(-2) || follows(1))) || (follows(1) && follows(2));
}

/** So far before an acronym stand the words that say that something goes by it. */
const longestNaming = 40;
/** *The Children in Care Council, known as KIC*, *a group called the KIC*: it is a name, and what it names is told. */
const naming = /\b(?:known\b[^.;:,]{0,16}\bas|called|named)\s(?:the\s)?['‘“"]?$/;
/** *The DCS, the lead member and the chief executive*, *the DCS, the mayor, the chief executive*: a list, and no *, the …*. */
const listing = /^,\s(?:the|an?)\s[^.;:,()]{1,50}(?:,\s(?:and\s)?|\sand\s)(?:the|an?)\s/i;

/**
 * Whether it can be told what an acronym is: by brackets around it or after it, words with its letters before or after it,
 * that it is said to be a name, or *, the …*.
 */
function isWrittenOut({ text, words }: Prose, word: number, acronym: string): boolean {
  const from = startOfWord(words, word);
  const to = endOfWord(words, word);
  const before = text.slice(Math.max(0, from - 16), from);
  if (/\([^()]*$/.test(before) && /^['’”"]?\s*[),;:–-]/.test(text.slice(to, to + 3))) return true;
  const after = text.slice(to, to + 12);
  if (/^\s*\([a-z\d]/i.test(after)) return true;
  if (naming.test(text.slice(Math.max(0, from - longestNaming), from))) return true;
  // (*The police, the EAS, the youth service* is a list.)
  const isOfList = (): boolean => listing.test(text.slice(to, to + longestListing));
  if (/^,\s+(?:the|a|an)\b/i.test(after) && !/,\s+(?:(?:the|an?)\s+)?$/i.test(before) && !isOfList()) return true;
  // *The SARA model (scanning, analysis, response, assessment)*.
  const [noun] = /^(?:\s+[a-z-]+){1,2}(?=\s+\()/.exec(text.slice(to, to + longestNoun)) ?? [];
  if (noun !== undefined && spells(text, words, word + noun.trim().split(/\s+/).length, acronym, 1)) return true;
  const goesOn = !/[.;!?]/.test(text.slice(to, startOfWord(words, word + 1, to)));
  const comesOf = !/[.;!?]/.test(text.slice(endOfWord(words, word - 1, from), from));
  return (goesOn && spells(text, words, word, acronym, 1)) || (comesOf && spells(text, words, word, acronym, -1));
}

/** So far after an acronym a bracket may explain it. */
const longestNoun = 32;
/** So far after an acronym the first of what is listed with it ends. */
const longestListing = 72;

/**
 * Whether the words before (`step` -1) or after (1) an acronym begin with its letters; small words may be passed over, and
 * a shorter acronym may stand for its own letters, *GPRAMA GPRA Modernization Act*.
 */
function spells(text: string, words: Words, word: number, acronym: string, step: 1 | -1): boolean {
  const letters = acronym.toLowerCase();
  let read = 0;
  for (let at = word + step; at >= 0 && 3 * at < words.length; at += step) {
    const from = startOfWord(words, at);
    const letter = letters.charAt(step > 0 ? read : letters.length - 1 - read);
    const written = text.slice(from, endOfWord(words, at, from));
    if (step > 0 && read === 0 && isAcronymWithin(acronym, written)) read = written.length;
    else if (text.charAt(from).toLowerCase() === letter) read++;
    else if (!smallWords.has(written.toLowerCase())) return false;
    if (read === letters.length) return true;
  }
  return false;
}

function isAcronymWithin(acronym: string, written: string): boolean {
  return written.length > 1 && written.length < acronym.length && acronym.startsWith(written);
}

const acronymWord = /^([A-Z][A-Za-z&]{1,9}?)(?:(?<=[A-Z])s)?(?:['’]s?|-[a-z]+(?:-[a-z]+)*)?$/;

/** The acronym that a word in capitals is, if it is one and no number, code or address. */
function acronymOf({ prose }: MarkedBlock, word: number): string | undefined {
  const written = wordAt(prose, word);
  const letters = acronymWord.exec(written)?.[1];
  if (letters === undefined || /^[IVXL]+$/.test(letters) || /[a-z]{2}/.test(letters)) return undefined;
  const { text, words } = prose;
  const before = text.charAt(startOfWord(words, word) - 1);
  const to = endOfWord(words, word);
  const after = text.charAt(to);
  if (/[@/\\_#.&+]/.test(before) || /[@/\\_&+*]/.test(after) || /^\.[a-z]/.test(text.slice(to, to + 2)))
    return undefined;
  return singularAcronym(letters);
}
