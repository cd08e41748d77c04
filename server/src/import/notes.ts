import { addToGroup } from '../text/lists.ts';
import { bulletAt } from './bullets.ts';
import { areParagraphs, type PrintedLine } from './printedLine.ts';
import { endsSentence } from './seriesStarts.ts';

/** A footnote's text: its lines, without its number. */
export interface Note {
  readonly name: string;
  readonly lines: readonly PrintedLine[];
  /** The line of its number, where that stands alone. */
  readonly number?: PrintedLine;
  /** How many lines of the running text come before it. */
  readonly after: number;
}

/** The running text with its footnote marks, and the texts of the notes. */
export interface Annotated {
  readonly lines: readonly PrintedLine[];
  readonly notes: readonly Note[];
}

/** Sets the footnotes' texts apart, and writes their marks; a mark whose note is nowhere is left as the number it is. */
export function annotated(lines: readonly PrintedLine[]): Annotated {
  const { lines: rest, notes } = lines.some(({ look }) => look?.note !== undefined)
    ? notesBySource(lines)
    : notesByNumber(lines);
  const named = uniquelyNamed(notes);
  const unmarked = rest.map((line, at) =>
    line.text.includes('[^')
      ? {
          ...line,
          text: line.text.replace(/(?<!\\)\[\^([^\s[\]]+)\]/g, (_, mark) => {
            const note = noteOf(named.get(mark) ?? [], at, line.page);
            return note === undefined ? mark : `[^${note.name}]`;
          }),
        }
      : line,
  );
  return { lines: unmarked, notes: [...named.values()].flat().sort((a, b) => a.place - b.place) };
}

/** A note as it is numbered in print, and where it stands among the notes. */
interface PlacedNote extends Note {
  readonly place: number;
  readonly page: number | undefined;
}

/** Notes by their numbers in print, each with a name of its own: where the numbers begin anew, the second `1` is `1-2`. */
function uniquelyNamed(notes: readonly Note[]): Map<string, PlacedNote[]> {
  const named = new Map<string, PlacedNote[]>();
  notes.forEach((note, place) => {
    const alike = named.get(note.name) ?? [];
    named.set(note.name, alike);
    const name = alike.length === 0 ? note.name : `${note.name}-${alike.length + 1}`;
    alike.push({ ...note, name, place, page: (note.number ?? note.lines[0])?.page });
  });
  return named;
}

/** The note that a mark on a line means, of those with its number: that of the page, or else the next. */
function noteOf(alike: readonly PlacedNote[], at: number, page: number): PlacedNote | undefined {
  if (alike.length < 2) return alike[0];
  const below = alike.filter(({ after }) => after > at);
  return below.find(note => note.page === page) ?? below[0] ?? alike.at(-1);
}

/** What the source itself calls a note. */
function notesBySource(lines: readonly PrintedLine[]): { lines: PrintedLine[]; notes: Note[] } {
  const rest: PrintedLine[] = [];
  const notes: { name: string; lines: PrintedLine[]; after: number }[] = [];
  for (const line of lines) {
    const name = line.look?.note;
    const last = notes.at(-1);
    if (name === undefined) rest.push(line);
    else if (last?.name === name && last.after === rest.length && last.lines[0]?.page === line.page)
      last.lines.push(line);
    else notes.push({ name, lines: [{ ...line, text: withoutNumber(line.text, name) }], after: rest.length });
  }
  return { lines: rest, notes };
}

function withoutNumber(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length).trimStart() : text;
}

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** A number with which a note's text begins: as such, in brackets, or in raised figures. */
const noteStart = /^(?:(\d{1,3}) (?=[\p{Lu}\p{Pi}“‘"'h])|\[(\d{1,3})\] ?(?=\S)|([⁰¹²³⁴-⁹]{1,3}) ?(?=\S))/u;
/** The same alone on its line. */
const bareNumber = /^(?:(\d{1,3})|\[(\d{1,3})\]|([⁰¹²³⁴-⁹]{1,3}))$/;
/**
 * A note's mark as extraction leaves it: a number glued to the end of a word, a sentence or a year, a number in brackets, or
 * raised figures.
 */
const printedMark =
  /(?<!\d)([1-9]\d{0,2})(?=[\s.,;:)’]|$)(?<=(?:[\p{L}%)][.,;:?!)’”]{0,2}|\b(?:19|20)\d\d[.,;:)]{1,2})[1-9]\d{0,2})|(?<=\S ?)\[([1-9]\d{0,2})\]|(?<=\S)([¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2})/gu;

/** The number that one of three groups holds. */
function numberIn([, plain, bracketed, high]: RegExpExecArray | readonly string[]): number {
  return Number(plain ?? bracketed ?? high?.replace(/./g, figure => String(raised.indexOf(figure))));
}

/** The number of a paragraph, or of a recommendation. */
const paragraphNumber = /^(\d{1,3})\. (?=[\p{Lu}\d‘“(])/u;

interface Place {
  readonly number: number;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Notes of a text, of which nothing is known but words: lines that begin with the next note's number, or with 1 again, at a
 * page's foot or apart, if the number is also marked somewhere above. The number may stand alone, above the text or below.
 */
function notesByNumber(lines: readonly PrintedLine[]): { lines: readonly PrintedLine[]; notes: Note[] } {
  if (!lines.some(({ text }) => /^(?:1(?: |$)|\[1\]|¹)/.test(text))) return { lines, notes: [] };
  const marks = marksIn(lines);
  const isWhole = areParagraphs(lines);
  const isBare = hasBareNumbers(lines, marks);
  const rest: PrintedLine[] = [];
  const notes: FoundNote[] = [];
  const marked = new Map<number, Place[]>();
  let previous: Place = { number: 0, at: 0, from: -1, to: 0 };
  let number = 0;
  let noteAt = -1;
  let inNote = false;
  /** The last number of a paragraph above. */
  let paragraph = 0;
  /** Whether a line begins with a number that is no note’s: a list’s of judgements, or a paragraph’s. */
  const isOther = (at: number) => isJudged(lines, at) || (isBare && !inNote && !isLastAtFoot(lines, at));
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const found = [number + 1, ...(number > 0 ? [1] : [])].flatMap(next => {
      const kind = isOther(at) ? undefined : noteKind(lines, at, next, inNote, isWhole);
      // Numbers that begin anew have their marks below the last note.
      const isPlace = (place: Place) =>
        place.at < at && isAfter(place, previous) && (next > number || place.at > noteAt);
      const mark = kind && marks.get(next)?.find(isPlace);
      return kind && mark ? [{ next, kind, mark }] : [];
    })[0];
    if (found !== undefined) {
      const { next, kind, mark } = found;
      previous = mark;
      number = next;
      noteAt = at;
      addToGroup(marked, mark.at, mark);
      const name = String(number);
      if (kind === 'with text') {
        notes.push({ name, lines: [line], after: rest.length });
      } else {
        const above = kind === 'below text' ? rest.splice(noteStartAbove(rest, rest.length)) : [];
        notes.push({ name, lines: above, number: line, after: rest.length });
      }
      inNote = kind !== 'below text';
      continue;
    }
    const own = Number(paragraphNumber.exec(line.text)?.[1] ?? -1);
    const isSettled = endsSentence(lines[at - 1]?.text ?? '');
    inNote &&= goesOn(lines, at) && !(isSettled && (isWhole || own === paragraph + 1));
    if (!inNote && own > 0) paragraph = own;
    if (inNote) notes.at(-1)?.lines.push(line);
    else rest.push(line);
  }
  const written = new Map([...marked].map(([at, places]) => [lines[at]!.index, withMarks(lines[at]!.text, places)]));
  const withWritten = (line: PrintedLine) => ({ ...line, text: written.get(line.index) ?? line.text });
  return {
    lines: rest.map(withWritten),
    notes: notes.map(note => {
      const [first, ...more] = note.lines.map(withWritten);
      const isBare = first === undefined || note.number !== undefined;
      const own = isBare ? first : { ...first, text: first.text.replace(noteStart, '').trim() };
      return { ...note, lines: own === undefined ? more : [own, ...more] };
    }),
  };
}

interface FoundNote {
  readonly name: string;
  readonly lines: PrintedLine[];
  readonly number?: PrintedLine;
  readonly after: number;
}

/** The numbers that could be marks, and where each stands. */
function marksIn(lines: readonly PrintedLine[]): Map<number, Place[]> {
  const marks = new Map<number, Place[]>();
  lines.forEach(({ text }, at) => {
    for (const match of text.matchAll(printedMark)) {
      const number = numberIn(match);
      const place = { number, at, from: match.index, to: match.index + match[0].length };
      addToGroup(marks, number, place);
    }
  });
  return marks;
}

/** A line with its marks as the markup writes them. */
function withMarks(text: string, places: readonly Place[]): string {
  return places.reduceRight(
    (written, { number, from, to }) => `${written.slice(0, from)}[^${number}]${written.slice(to)}`,
    text,
  );
}

/**
 * How a line could begin a note of a number: with its text, or alone above it or below it. `isWhole`: lines are paragraphs.
 */
function noteKind(lines: readonly PrintedLine[], at: number, number: number, inNote: boolean, isWhole: boolean) {
  const { text, isApart } = lines[at]!;
  const start = noteStart.exec(text);
  if (start !== null && numberIn(start) === number) {
    return isApart || inNote || isWhole || isAtFoot(lines, at) ? 'with text' : undefined;
  }
  const bare = bareNumber.exec(text);
  if (bare === null || numberIn(bare) !== number) return undefined;
  // What is a paragraph of the series, or an item, is no note’s text.
  const above = lines.slice(noteStartAbove(lines, at), at);
  const isOther =
    inNote || above.some(line => /^\d{1,3}\. /.test(line.text) || bulletAt(line, { inList: false }) !== undefined);
  if (!isApart && /[.!?]$/.test(lines[at - 1]?.text ?? '') && !isOther) return 'below text';
  return /^\p{Lu}/u.test(lines[at + 1]?.text ?? '') && lines[at + 1]?.isTop === false ? 'above text' : undefined;
}

/**
 * Where, above a place, the text of a note begins whose number stands below it: at the last line that stands apart, or the
 * last sentence's.
 */
function noteStartAbove(lines: readonly PrintedLine[], to: number): number {
  for (let at = to - 1; at > Math.max(0, to - 8); at--) {
    if (lines[at]?.isApart || lines[at]?.isTop) return at;
  }
  return to - 1;
}

/** Whether a line stands at its page’s foot, and none below it begins with the same number. */
function isLastAtFoot(lines: readonly PrintedLine[], at: number): boolean {
  if (!isAtFoot(lines, at)) return false;
  const number = /^\d+ /.exec(lines[at]!.text)?.[0];
  for (let i = at + 1; number !== undefined && lines[i] !== undefined && !lines[i]!.isTop; i++)
    if (lines[i]!.text.startsWith(number)) return false;
  return true;
}

/** Whether paragraphs have numbers without a full stop, as notes have: then most of the numbers are marked nowhere. */
function hasBareNumbers(lines: readonly PrintedLine[], marks: ReadonlyMap<number, readonly Place[]>): boolean {
  const bare = lines.flatMap(({ text }) => /^(\d{1,3}) \p{Lu}/u.exec(text)?.[1] ?? []);
  const dotted = lines.filter(({ text }) => /^\d{1,3}\. /.test(text)).length;
  const marked = bare.filter(number => marks.has(Number(number))).length;
  return bare.length > 12 && bare.length > 2 * dotted && marked < bare.length / 2;
}

/** Whether a list begins at a line that goes on with 2.1: no notes are numbered so. */
function isJudged(lines: readonly PrintedLine[], at: number): boolean {
  if (!/^1 \p{Lu}/u.test(lines[at]!.text)) return false;
  return lines.slice(at + 1, at + 9).some(({ text }) => /^\(?2\.1\b/.test(text));
}

function isAfter(place: Place, previous: Place): boolean {
  return place.at > previous.at || (place.at === previous.at && place.from > previous.from);
}

/** Whether only a few lines of the page come after a line. */
function isAtFoot(lines: readonly PrintedLine[], at: number): boolean {
  for (let i = at + 1; i < at + 12; i++) if (lines[i] === undefined || lines[i]?.isTop) return true;
  return false;
}

/** Whether a line under a note's line is still the note's. */
function goesOn(lines: readonly PrintedLine[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.isTop) return false;
  const above = lines[at - 1]?.text ?? '';
  return !line.isApart || !endsSentence(above);
}
