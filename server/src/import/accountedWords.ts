import type { LedgerEntry } from './ledger.ts';
import type { Source } from './source.ts';

/** A word as an account of an import counts it, with its page and line. */
export interface Word {
  readonly text: string;
  readonly page: number | undefined;
  readonly line: number;
  /** Whether no blank stands between this word and the next. */
  readonly isGlued: boolean | undefined;
}

/** The words of the source that are not dropped, in the order of the markup, and those that are in the front matter. */
export function publishedWords(
  { lines }: Source,
  entries: readonly LedgerEntry[],
  markup: string,
  bodyFrom: number,
  marks: NoteMarks,
): { words: Word[]; front: Word[] } {
  const kept = entries.filter(({ at }) => at !== undefined);
  const front: Word[] = [];
  const words: Word[] = [];
  const moved: LedgerEntry[] = [];
  const inOrder: LedgerEntry[] = [];
  const named = new Set<string>();
  /** The lines whose own numbers have been said. */
  const numbered = new Set<number>();
  for (const entry of kept) {
    if ((entry.at ?? 0) < bodyFrom) {
      for (const word of wordsOf(marks(entry.text), entry.page, entry.line)) front.push(word);
    } else (entry.moved === undefined ? inOrder : moved).push(entry);
  }
  moved.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  let next = 0;
  const add = (entry: LedgerEntry): void => {
    const { look } = lines[entry.index] ?? {};
    const said = [];
    if (look?.note !== undefined && !named.has(look.note)) {
      named.add(look.note);
      if (!entry.text.trimStart().startsWith(look.note)) said.push(look.note);
    }
    if (look?.item?.number !== undefined && !numbered.has(entry.index)) said.push(look.item.number);
    numbered.add(entry.index);
    const text = wordsAt(markup, entry);
    for (const word of wordsOf(
      marks(numberedAs(markup, entry.at ?? 0, [...said, text].join(' '))),
      entry.page,
      entry.line,
    ))
      words.push(word);
  };
  for (const entry of inOrder) {
    while ((moved[next]?.at ?? Infinity) < (entry.at ?? 0)) add(moved[next++]!);
    add(entry);
  }
  while (next < moved.length) add(moved[next++]!);
  return { words, front };
}

/**
 * What a line says where it stands in the markup. A bullet's mark, with which it may begin, is no word there, and a number
 * that print sets so close to its paragraph that an extractor joined them is a word of its own.
 */
function wordsAt(markup: string, { text, at = 0 }: LedgerEntry): string {
  const isItem = /\n *- $/.test(markup.slice(Math.max(0, at - 40), at));
  const said = unmarked(markup.slice(at, at + 2 * text.length + 8));
  // A note's raised figures are glued to its text in print.
  if (/\n\[\^[^\]\s]+\]: $/.test(markup.slice(Math.max(0, at - 40), at)))
    return text.replace(/^\s*(?:[⁰¹²³⁴-⁹]+|\[\d+\])(?=\S)/, '$& ');
  if (isItem && !said.startsWith(text.replace(/\s+/g, ' ').trim())) return text.replace(bulletMark, '');
  return text;
}

/** A line's words with the number that begins a paragraph as the markup writes it: `9.` for `9)`, `(9)` and `9` too. */
function numberedAs(markup: string, at: number, words: string): string {
  const [, number] = /^(\d{1,3})\. /.exec(markup.slice(at, at + 5)) ?? [];
  const [all = '', own] = /^\s*\(?(\d{1,3})(?:[.)]\s*|\s+)(?=\S)/.exec(words) ?? [];
  return number === undefined || own !== number ? words : `${number}. ${words.slice(all.length)}`;
}

/** One sign that is neither letter nor number, or the letter that stands for a circle or a square. */
const bulletMark = /^\s*(?:[^\p{L}\p{N}\s]|[on](?=\s))\s*/u;

/** The markup's words, without its marks. */
export function printedWords(markup: string, marks: NoteMarks): { body: Word[]; front: Word[]; bodyFrom: number } {
  const close = markup.startsWith('---\n') ? markup.indexOf('\n---\n') : -1;
  const bodyFrom = close < 0 ? 0 : close + 5;
  const front = markup
    .slice(0, bodyFrom)
    .split('\n')
    .flatMap((text, i) => wordsOf(marks(valueWords(text)), undefined, i + 1));
  const first = markup.slice(0, bodyFrom).split('\n').length;
  const body: Word[] = [];
  markup
    .slice(bodyFrom)
    .split('\n')
    .forEach((text, i) => {
      if (/^\s*<!--.*-->\s*$/.test(text) || /^\|(?: --- \|)+$/.test(text) || /^#+ \{\.\w+\}$/.test(text)) return;
      for (const word of wordsOf(marks(lineWords(text)), undefined, first + i)) body.push(word);
    });
  return { body, front, bodyFrom };
}

/** A line of the markup without the marks at its start and in its words. */
function lineWords(line: string): string {
  const own = line.replace(/^(#{1,6} .*) \{area=[^\s{}]+\}$/, '$1');
  const text = own.replace(/^\s*- |^#{1,6} /, '').replace(/^\[\^([^\]]+?)(?:-\d+)?\]: /, '$1 ');
  return unmarked(line.startsWith('| ') ? text.replace(/(?<!\\)\|/g, ' ') : text);
}

/** Words without the brackets of footnote marks, and without escapes. */
function unmarked(words: string): string {
  return words.replace(/(?<!\\)\[\^([^\s\]]+?)(?:-\d+)?\]/g, '$1').replace(/\\([!-/:-@[-`{-~SR])/g, '$1');
}

/** Makes the marks of notes in some words the numbers that they are. */
type NoteMarks = (words: string) => string;

/**
 * A note's mark is the same mark in each of its published shapes: a number glued to its word, raised figures, a number in
 * brackets. It is one only where the markup has the note's text.
 */
export function noteMarks(markup: string): NoteMarks {
  const names = new Set([...markup.matchAll(/^\[\^(\d+)(?:-\d+)?\]: /gm)].map(([, name]) => name));
  if (names.size === 0) return words => words;
  const plain = (high: string) => high.replace(/./g, figure => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(figure)));
  return words =>
    words
      .replace(/[⁰¹²³⁴-⁹]+/g, high => (names.has(plain(high)) ? plain(high) : high))
      .replace(/\[(\d+)\]/g, (mark, name) => (names.has(name) ? name : mark));
}

/** The markup with blanks for what is its own: the colon between an area and its grade, the label before a section's grade. */
export function withoutOwnMarks(markup: string, entries: readonly LedgerEntry[]): string {
  const label = 'Judgement: ';
  let text = markup;
  let above = '';
  for (const { moved, at = 0, text: own } of [...entries].sort((a, b) => (a.at ?? -1) - (b.at ?? -1))) {
    const isColonOurs = moved === 'cell' && text.startsWith(': ', at - 2) && !above.endsWith(':');
    if (text.startsWith(`\n${label}`, at - label.length - 1))
      text = `${text.slice(0, at - label.length)}${' '.repeat(label.length)}${text.slice(at)}`;
    else if (isColonOurs) text = `${text.slice(0, at - 2)} ${text.slice(at - 1)}`;
    above = own.trimEnd();
  }
  return text;
}

/** What a line of the front matter says: of a list its values, the quotation marks of YAML taken away. */
function valueWords(line: string): string {
  const value = line.replace(/^\w+: /, '').replace(/\[\^([^\s\]]+?)(?:-\d+)?\]/g, '$1');
  const values = value.startsWith('[') ? value.slice(1, -1).split(/, (?=(?:[^']*'[^']*')*[^']*$)/) : [value];
  return values.map(each => (each.startsWith("'") ? each.slice(1, -1).replaceAll("''", "'") : each)).join(' ');
}

/** A text's words, parted after hyphens too: a line's end may have stood there. */
function wordsOf(text: string, page: number | undefined, line: number): Word[] {
  const words: Word[] = [];
  for (const [word] of text.normalize('NFC').matchAll(/\S+/g)) {
    const parts = word.split(/(?<=[\p{L}\d][-\u2010]|\u00ad)(?=[\p{L}\d])/u);
    parts.forEach((part, i) => {
      words.push({ text: part, page, line, isGlued: i < parts.length - 1 });
    });
  }
  const last = words.at(-1);
  // At a line's end nobody knows.
  if (last !== undefined && /[-\u2010\u00ad]$/.test(last.text))
    words[words.length - 1] = { ...last, isGlued: undefined };
  return words;
}
