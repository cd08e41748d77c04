import type { LineRange } from './ownLists.ts';
import { type PrintedLine, partedAt } from './printedLine.ts';

/** A line with which a numbered paragraph begins. */
export interface SeriesStart {
  readonly number: number;
  /** Where the paragraph's text begins in the line: behind the number, or at the line's end if it stands alone. */
  readonly textFrom: number;
  /** Whether the number is written as the series' numbers are. */
  readonly isUsual: boolean;
  /** The number before it in the series, unless it is the one it should be. */
  readonly gapAfter: number | undefined;
}

/** By what a series is found. */
export interface Numbering {
  /** The line below the cover. */
  readonly from: number;
  /** The number to begin with. */
  readonly first: number;
  /** Whether the report's framework numbers paragraphs: then they may be numbered in any form. */
  readonly isExpected: boolean;
  /** Lines whose numbers are those of a list of its own. */
  readonly except: LineRange | undefined;
}

/** How print writes a series: `9.`, `9)` or `(9)`, `9`. */
type Form = 'dotted' | 'closed' | 'bare';

interface Candidate {
  readonly number: number;
  readonly at: number;
  /** Where in the line the number begins: not at its start where an extractor has joined two paragraphs. */
  readonly numberFrom: number;
  readonly textFrom: number;
  readonly form: Form;
  readonly worth: number;
  /** Whether a paragraph could begin here, its number aside. */
  readonly isStart: boolean;
  /** The depth of the item whose number this is, where Word has numbered it. */
  readonly depth?: number | undefined;
}

interface Chain {
  readonly worth: number;
  /** How many of its numbers are in the form that was looked for. */
  readonly count: number;
  readonly last: Candidate;
  readonly before: Chain | undefined;
}

/** How many numbers may be missing between two of a series. */
const widestGap = 3;
/** With fewer numbers than this nothing is sure of a series without full stops. */
const fewestNumbers = 6;

/**
 * The lines that begin the paragraphs of a series, by their place. A line within a paragraph may begin with a number too
 * (*aged / 16. Only …*): of all numbers those are taken that make the best series, each one more than the last.
 */
export function seriesStarts(lines: readonly PrintedLine[], numbering: Numbering): Map<number, SeriesStart> {
  const found = series(lines, numbering, []);
  const starts = new Map<number, SeriesStart>();
  for (let chain = found?.chain; chain !== undefined; chain = chain.before) {
    const { number, textFrom, form, at } = chain.last;
    const before = chain.before?.last.number ?? numbering.first - 1;
    const isUsual = form === found?.form || form === 'dotted' || lines[at]?.look?.item?.number !== undefined;
    starts.set(at, { number, textFrom, isUsual, gapAfter: before === number - 1 ? undefined : before });
  }
  return starts;
}

/** Lines on which an extractor has joined paragraphs of the series, parted: by the place of each the lines that it becomes. */
export function partedParagraphs(
  lines: readonly PrintedLine[],
  numbering: Numbering,
): ReadonlyMap<number, readonly PrintedLine[]> {
  const places = new Map<number, number[]>();
  for (let chain = series(lines, numbering, joinedCandidates(lines, numbering))?.chain; chain; chain = chain.before) {
    const { at, numberFrom } = chain.last;
    if (numberFrom > 0) places.set(at, [numberFrom, ...(places.get(at) ?? [])]);
  }
  return new Map([...places].map(([at, froms]) => [at, partedAt(lines[at]!, froms)]));
}

/** The best series, in the form in which most of it is. */
function series(
  lines: readonly PrintedLine[],
  numbering: Numbering,
  more: readonly Candidate[],
): { chain: Chain; form: Form } | undefined {
  const { first, isExpected } = numbering;
  const dotted = longestChain(candidates(lines, numbering, 'dotted'), more, first, 'dotted');
  let found = dotted && { chain: dotted, form: 'dotted' as Form };
  if (!isExpected) return found;
  for (const form of ['closed', 'bare'] as const) {
    const chain = longestChain(candidates(lines, numbering, form), [], first, form);
    if (chain !== undefined && chain.count >= fewestNumbers && chain.count > 2 * (found?.chain.count ?? 0))
      found = { chain, form };
  }
  return found;
}

function longestChain(
  own: readonly Candidate[],
  more: readonly Candidate[],
  first: number,
  form: Form,
): Chain | undefined {
  const all = more.length === 0 ? own : [...own, ...more].sort((a, b) => a.at - b.at || a.numberFrom - b.numberFrom);
  const best = new Map<number, Chain>();
  let longest: Chain | undefined;
  for (const candidate of all) {
    const chain = chainTo(candidate, best, first, candidate.form === form);
    if (chain === undefined) continue;
    const known = best.get(candidate.number);
    if (known === undefined || chain.worth > known.worth || isOfNewList(chain, known))
      best.set(candidate.number, chain);
    if (chain.worth > (longest?.worth ?? 0)) longest = chain;
  }
  return longest;
}

/** Whether a chain, as good as an earlier one, is a new list of Word's: what follows then goes on from the new one. */
function isOfNewList({ worth, last: { depth } }: Chain, known: Chain): boolean {
  return worth === known.worth && depth !== undefined && depth === known.last.depth;
}

/** The best series that ends with a number; a first number that is not the one to begin with costs as a gap does. */
function chainTo(
  candidate: Candidate,
  best: ReadonlyMap<number, Chain>,
  first: number,
  isOwn: boolean,
): Chain | undefined {
  const { number, worth, isStart } = candidate;
  let found: Chain | undefined;
  if (number === first) found = { worth, count: Number(isOwn), last: candidate, before: undefined };
  for (let before = number - 1; before >= Math.max(first, number - 1 - widestGap); before--) {
    const chain = best.get(before);
    const missing = number - 1 - before;
    if (chain === undefined || (missing > 0 && !isStart)) continue;
    const total = chain.worth + worth - missing * 0.8;
    if (total > (found?.worth ?? -Infinity))
      found = { worth: total, count: chain.count + Number(isOwn), last: candidate, before: chain };
  }
  return found;
}

const forms: Readonly<Record<Form, RegExp>> = {
  dotted: /^(\d{1,3})\.(?:\s+|(?=[\p{Lu}‘“])|$)/u,
  closed: /^\(?(\d{1,3})\)(?:\s+|$)/u,
  bare: /^(\d{1,3})\s+(?=[\p{Lu}‘“]|\d{1,3}(?:[-–%]| \p{Ll}))/u,
};
/** A number without its full stop among numbers that have theirs. */
const undotted = /^(\d{1,3})\s+(?=\p{Lu}[\p{Ll}\s’])/u;

/** A number with its full stop right before a figure, which it is no decimal of. */
const glued = /^([1-9]\d{0,2})\.(?=\d{1,3}(?:[-–]| \p{Ll}))/u;

/** The lines that begin with a number in a form; those that Word itself has numbered may have any. */
function candidates(lines: readonly PrintedLine[], { from, except }: Numbering, wanted: Form): Candidate[] {
  const found: Candidate[] = [];
  for (let at = from; at < lines.length; at++) {
    if (at === except?.from) at = except.to;
    const line = lines[at]!;
    const above = lines[at - 1];
    const isSettled = above === undefined || endsSentence(above.text) || !above.isFull;
    const begun = begunNumber(line, above?.text, isSettled, wanted);
    if (begun === undefined || begun.digits.startsWith('0')) continue;
    const { digits, textFrom, form, isAsWanted } = begun;
    const opens = /^[\p{Lu}\d‘“(]/u.test(line.text.slice(textFrom)) || textFrom >= line.text.length;
    const worth =
      1 +
      (isSettled ? 0.5 : -0.4) +
      (line.isApart || line.isTop ? 0.3 : 0) +
      (opens ? 0.3 : -0.4) -
      (isAsWanted ? 0 : 0.8);
    found.push({
      at,
      number: Number(digits),
      numberFrom: 0,
      textFrom,
      form,
      worth,
      isStart: isSettled || line.isApart,
      depth: line.look?.item?.number === undefined ? undefined : line.look.item.depth,
    });
  }
  return found;
}

/** A number with which a line begins. */
interface BegunNumber extends Pick<Candidate, 'textFrom' | 'form'> {
  readonly digits: string;
  /** Whether it is in the form that was looked for, and not in one that some have among numbers of that form. */
  readonly isAsWanted: boolean;
}

function begunNumber(
  line: PrintedLine,
  above: string | undefined,
  isSettled: boolean,
  wanted: Form,
): BegunNumber | undefined {
  const isApart = line.isApart || line.isTop;
  const begun = (match: RegExpExecArray | null, form: Form, isAsWanted = false): BegunNumber | undefined =>
    match === null ? undefined : { digits: match[1] ?? '', textFrom: match[0].length, form, isAsWanted };
  const form = line.look?.item?.number === undefined ? wanted : formOf(line.text);
  if (form !== undefined && (form !== 'bare' || isSettled || isApart)) {
    const own = begun(forms[form].exec(line.text), form, true);
    if (own !== undefined) return own;
  }
  // Among numbers of another form some may have a full stop all the same.
  if (wanted !== 'dotted') return begun(forms.dotted.exec(line.text), 'dotted');
  if (!isSettled) return undefined;
  const bare = isApart || endsSentence(above ?? '') ? begun(undotted.exec(line.text), 'bare') : undefined;
  // A list’s number may have so little room that no blank parts it from a figure, as `10.16- and 17-year-olds`.
  return bare ?? (endsSentence(above ?? '.') ? begun(glued.exec(line.text), form ?? wanted) : undefined);
}

function formOf(text: string): Form | undefined {
  return (['dotted', 'closed', 'bare'] as const).find(form => forms[form].test(text));
}

/** A number behind a sentence's end, a tag, or what may be a title (not of *Section 4. Food*), and before a sentence. */
const joinedNumber =
  /(?<=(?:[\p{L}\p{N}%)’”][.!?:][)’”]{0,2}(?:\[\^\d+\])?|\((?:R|r)ecommendations?[^)]{0,30}\)|^(?!(?:Section|Part|Chapter|Standard|Theme|Annex|Appendix|Table|Figure|Box|Regulation|Question) \d)\p{Lu}[^.;:!?\d]{4,60}) )([1-9]\d{0,2})\. (?=[\p{Lu}‘“]|\d{1,3}(?:[-–%]| \p{Ll}))/gu;

/** Numbers within lines that could be a paragraph's: a sentence ends before them, and one begins. */
function joinedCandidates(lines: readonly PrintedLine[], { from, except }: Numbering): Candidate[] {
  const found: Candidate[] = [];
  for (let at = from; at < lines.length; at++) {
    if (at === except?.from) at = except.to;
    for (const match of lines[at]!.text.matchAll(joinedNumber)) {
      const textFrom = match.index + match[0].length;
      found.push({
        at,
        number: Number(match[1]),
        numberFrom: match.index,
        textFrom,
        form: 'dotted',
        worth: 0.5,
        isStart: false,
      });
    }
  }
  return found;
}

/** Whether a paragraph could end with these words. */
export function endsSentence(text: string): boolean {
  return /[.!?:;)][)’”"]*(?:\[\^[^\]]+\])?$/.test(text);
}
