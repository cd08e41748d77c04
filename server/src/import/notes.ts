import type { PrintedLine } from './printedLine.ts';

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
  const names = new Set(notes.map(({ name }) => name));
  const unmarked = rest.map(line =>
    line.text.includes('[^')
      ? {
          ...line,
          text: line.text.replace(/(?<!\\)\[\^([^\s[\]]+)\]/g, (mark, name) => (names.has(name) ? mark : name)),
        }
      : line,
  );
  return { lines: unmarked, notes };
}

/** What the source itself calls a note. */
function notesBySource(lines: readonly PrintedLine[]): { lines: PrintedLine[]; notes: Note[] } {
  const rest: PrintedLine[] = [];
  const notes: { name: string; lines: PrintedLine[]; after: number }[] = [];
  for (const line of lines) {
    const name = line.look?.note;
    const last = notes.at(-1);
    if (name === undefined) rest.push(line);
    else if (last?.name === name && last.after === rest.length) last.lines.push(line);
    else notes.push({ name, lines: [{ ...line, text: withoutNumber(line.text, name) }], after: rest.length });
  }
  return { lines: rest, notes };
}

function withoutNumber(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length).trimStart() : text;
}

/** A number with which a note's text begins. */
const noteStart = /^(\d{1,3}) (?=[\p{Lu}\p{Pi}“‘"'h])/u;
/** A number glued to the end of a word, a sentence or a year, as a note's mark is left by extraction. */
const gluedNumber =
  /(?<!\d)[1-9]\d{0,2}(?=[\s.,;:)’]|$)(?<=(?:[\p{L}%)][.,;:?!)’”]{0,2}|\b(?:19|20)\d\d[.,;:)]{1,2})[1-9]\d{0,2})/gu;

interface Place {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Notes of a text, of which nothing is known but words: lines that begin with the next note's number, at a page's foot or
 * apart, if the number also stands somewhere above, glued to a word. The number may stand alone, above the text or below.
 */
function notesByNumber(lines: readonly PrintedLine[]): { lines: readonly PrintedLine[]; notes: Note[] } {
  if (!lines.some(({ text }) => /^1(?: |$)/.test(text))) return { lines, notes: [] };
  const marks = marksIn(lines);
  const rest: PrintedLine[] = [];
  const notes: { name: string; lines: PrintedLine[]; number?: PrintedLine; after: number }[] = [];
  const texts = lines.map(({ text }) => text);
  let previous: Place = { at: 0, from: -1, to: 0 };
  let inNote = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const number = notes.length + 1;
    const kind = noteKind(lines, at, number, inNote);
    const mark = kind && marks.get(number)?.find(place => place.at < at && isAfter(place, previous));
    if (kind !== undefined && mark !== undefined) {
      previous = mark;
      texts[mark.at] = marked(texts[mark.at] ?? '', mark, number, lines[mark.at]?.text ?? '');
      const name = String(number);
      if (kind === 'with text') {
        const text = line.text.slice(name.length).trim();
        notes.push({ name, lines: [{ ...line, text }], after: rest.length });
      } else {
        const above = kind === 'below text' ? rest.splice(noteStartAbove(rest)) : [];
        notes.push({ name, lines: above, number: line, after: rest.length });
      }
      inNote = kind !== 'below text';
      continue;
    }
    inNote &&= goesOn(lines, at);
    if (inNote) notes.at(-1)?.lines.push(line);
    else rest.push(line);
  }
  const byIndex = new Map(lines.map((line, at) => [line.index, texts[at] ?? '']));
  return { lines: rest.map(line => ({ ...line, text: byIndex.get(line.index) ?? line.text })), notes };
}

/** The numbers that could be marks, and where each stands. */
function marksIn(lines: readonly PrintedLine[]): Map<number, Place[]> {
  const marks = new Map<number, Place[]>();
  lines.forEach(({ text }, at) => {
    for (const match of text.matchAll(gluedNumber)) {
      const number = Number(match[0]);
      const place = { at, from: match.index, to: match.index + match[0].length };
      const own = marks.get(number);
      if (own === undefined) marks.set(number, [place]);
      else own.push(place);
    }
  });
  return marks;
}

/** How a line could begin a note of a number: with its text, or alone above it or below it. */
function noteKind(lines: readonly PrintedLine[], at: number, number: number, inNote: boolean) {
  const { text, isApart } = lines[at]!;
  if (Number(noteStart.exec(text)?.[1]) === number) {
    return isApart || inNote || isAtFoot(lines, at) ? 'with text' : undefined;
  }
  if (text !== String(number)) return undefined;
  if (!isApart && /[.!?]$/.test(lines[at - 1]?.text ?? '')) return 'below text';
  return /^\p{Lu}/u.test(lines[at + 1]?.text ?? '') && lines[at + 1]?.isTop === false ? 'above text' : undefined;
}

/** Where the text of a note begins whose number stands below it: at the last line that stands apart, or the last sentence's. */
function noteStartAbove(lines: readonly PrintedLine[]): number {
  for (let at = lines.length - 1; at > Math.max(0, lines.length - 8); at--) {
    if (lines[at]?.isApart || lines[at]?.isTop) return at;
  }
  return lines.length - 1;
}

function isAfter(place: Place, previous: Place): boolean {
  return place.at > previous.at || (place.at === previous.at && place.from > previous.from);
}

/** Writes a mark; marks already written in the line have made it longer, so the place is counted from its end. */
function marked(text: string, { to, from }: Place, number: number, before: string): string {
  const end = text.length - (before.length - to);
  return `${text.slice(0, end - (to - from))}[^${number}]${text.slice(end)}`;
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
  return !line.isApart || !/[.!?]$/.test(above);
}
