import { randomNumbers } from '../randomNumbers.ts';
import type { Block, InventedReport } from './inventedReport.ts';

/** How an extractor lays out a report's blocks as text. */
export interface Layout {
  readonly name: string;
  /** Characters a line; 0 where a paragraph is a line. */
  readonly width: number;
  /** Whether a blank line stands between two blocks. */
  readonly hasGaps: boolean;
  /** How a number, a bullet and a footnote's number stand before their words: a line's end is one of theirs. */
  readonly number: (mark: string) => string;
  readonly bullet: string;
  readonly note: string;
  readonly entries: 'a line' | 'two lines' | 'grade first' | 'grade below' | 'columns' | 'numbers apart' | 'wide';
  readonly contents: 'a line' | 'dots' | 'page below' | 'columns';
  /** What stands at each page's head and foot; `#` is its number. */
  readonly head: readonly string[];
  readonly foot: readonly string[];
  readonly pageEnd: string;
  /** Whether each page is a line, or the whole report is. */
  readonly joins?: 'pages' | 'all';
  readonly isStraight?: boolean;
}

const plain: Layout = {
  name: 'plain',
  width: 88,
  hasGaps: true,
  number: mark => `${mark}. `,
  bullet: '• ',
  note: ' ',
  entries: 'a line',
  contents: 'a line',
  head: [],
  foot: ['#'],
  pageEnd: '\n\f',
};
const tight: Layout = { ...plain, hasGaps: false, entries: 'a line' };
const cells: Layout = { ...tight, name: 'cells', entries: 'grade below', contents: 'page below', note: '\n' };

/** Layouts of the extractors and programs that are in use, each with its ways. */
export const layouts: readonly Layout[] = [
  plain,
  { ...plain, name: 'title and number', head: ['Anytown: report', 'August 2017 #'], foot: [], entries: 'two lines' },
  { ...tight, name: 'raw', foot: ['Report of an inspection, page #'], bullet: '\uf0b7 ' },
  { ...tight, name: 'no pages', pageEnd: '\n', foot: ['', '#', ''], entries: 'two lines' },
  { ...plain, name: 'spread', number: mark => `${mark}.`.padEnd(6), entries: 'wide', contents: 'dots', width: 96 },
  { ...plain, name: 'number apart', number: mark => `${mark}.\n\n`, entries: 'columns', contents: 'columns' },
  cells,
  { ...cells, name: 'bullets apart', bullet: '•\n', number: mark => `${mark}.\n`, foot: [], pageEnd: '\n', note: ' ' },
  { ...plain, name: 'numbers of entries apart', entries: 'numbers apart', contents: 'page below' },
  { ...plain, name: 'grades first', entries: 'grade first', width: 72, foot: ['# | Anytown'] },
  { ...plain, name: 'paragraphs', width: 0, number: mark => `${mark}.\t`, bullet: '-\t', foot: [], pageEnd: '\n' },
  { ...tight, name: 'tight paragraphs', width: 0, bullet: '* ', foot: [], pageEnd: '\n', isStraight: true },
  { ...plain, name: 'no full stops', number: mark => `${mark} `, width: 100 },
  { ...plain, name: 'brackets', number: mark => `${mark}) `, isStraight: true, head: ['#'], foot: [] },
  { ...plain, name: 'narrow', width: 54, foot: ['Page # of 30'] },
  { ...tight, name: 'a page a line', joins: 'pages' },
  { ...tight, name: 'all on a line', joins: 'all' },
];

/** A report's words in a layout. */
export function printed({ blocks }: InventedReport, layout: Layout, seed: number): string {
  const pages = pagesOf(paragraphsOf(blocks, layout), notesOf(blocks, layout), layout, seed);
  const text = pages.map(lines => lines.join('\n')).join(layout.pageEnd);
  const straight = layout.isStraight ? text.replace(/[‘’]/g, "'").replace(/–/g, '-') : text;
  if (layout.joins === undefined) return straight;
  return straight
    .split('\f')
    .map(page => page.replace(/\s+/g, ' ').trim())
    .join(layout.joins === 'all' ? ' ' : '\n');
}

/** The lines of each block; entries are one block together. */
function paragraphsOf(
  blocks: readonly Block[],
  layout: Layout,
): { readonly lines: string[]; readonly isNew: boolean }[] {
  const found: { lines: string[]; isNew: boolean }[] = [];
  const entries = blocks.filter(block => block.kind === 'entry');
  for (const block of blocks) {
    if (block.kind === 'note' || (block.kind === 'entry' && block !== entries[0])) continue;
    const lines = block.kind === 'entry' ? entryLines(entries, layout) : linesOf(block, layout);
    found.push({ lines, isNew: block.kind === 'contents' });
  }
  return found;
}

function linesOf(block: Exclude<Block, { kind: 'entry' }>, layout: Layout): string[] {
  switch (block.kind) {
    case 'cover':
      return [...block.lines.flatMap(line => wrapped(marked(line), layout)), ...block.dates];
    case 'contents':
      return contentsLines(block.titles, layout);
    case 'number':
    case 'item':
      return wrapped(`${block.kind === 'item' ? layout.bullet : layout.number(block.mark)}${block.text}`, layout);
    default:
      return wrapped(marked(block.text), layout);
  }
}

function entryLines(entries: readonly Extract<Block, { kind: 'entry' }>[], { entries: form }: Layout): string[] {
  const named = entries.map(({ number, text, grade }) => ({
    name: number === undefined ? text : `${number} ${text}`,
    number,
    text,
    grade,
  }));
  const isNumbered = entries[0]?.number !== undefined;
  const heads = isNumbered
    ? []
    : form === 'a line' || form === 'two lines' || form === 'wide'
      ? ['Judgement Grade']
      : ['Judgement', 'Grade'];
  switch (form) {
    case 'a line':
      return [...heads, ...named.map(({ name, grade }) => `${name} ${grade}`)];
    case 'two lines':
      return [...heads, ...named.flatMap(({ name, grade }) => halves(`${name} ${grade}`))];
    case 'wide':
      return [...heads, ...named.map(({ name, grade }) => `${name.padEnd(84)}${grade}`)];
    case 'grade first':
      return named.map(({ name, grade }) => `${grade} ${name}`);
    case 'grade below':
      return [...heads, ...named.flatMap(({ name, grade }) => [...halves(name), grade])];
    case 'columns':
      return [
        ...heads.slice(0, 1),
        ...named.map(({ name }) => name),
        '',
        ...heads.slice(1),
        ...named.map(({ grade }) => grade),
      ];
    case 'numbers apart':
      return isNumbered
        ? [
            ...named.map(({ number = '' }) => number),
            '',
            ...named.map(({ text }) => text),
            '',
            ...named.map(({ grade }) => grade),
          ]
        : [...heads, ...named.flatMap(({ name, grade }) => [name, grade])];
  }
}

/** A line of a cell parted where the cell ends. */
function halves(text: string): string[] {
  return text.length < 50
    ? [text]
    : [text.slice(0, text.lastIndexOf(' ', 44)), text.slice(text.lastIndexOf(' ', 44) + 1)];
}

function contentsLines(titles: readonly string[], { contents: form }: Layout): string[] {
  const pages = titles.map((_, i) => String(3 + 2 * i));
  if (form === 'columns') return ['Contents', ...titles, ...pages];
  return [
    'Contents',
    ...titles.flatMap((title, i) =>
      form === 'page below' ? [title, pages[i]!] : [`${title} ${form === 'dots' ? '....... ' : ''}${pages[i]}`],
    ),
  ];
}

function notesOf(blocks: readonly Block[], layout: Layout): string[] {
  return blocks.flatMap(block =>
    block.kind === 'note' ? wrapped(block.text.replace(/^#(\d) /, `$1${layout.note}`), layout) : [],
  );
}

function marked(text: string): string {
  return text.replace('#', '');
}

function wrapped(text: string, { width }: Layout): string[] {
  if (width === 0) return text.split('\n');
  return text.split('\n').flatMap(line => {
    const lines: string[] = [];
    for (const word of line.split(/ (?=\S)/)) {
      const last = lines.at(-1);
      if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
      else lines[lines.length - 1] = `${last} ${word}`;
    }
    return lines;
  });
}

/** Pages of so many lines, the notes at the foot of the first. */
function pagesOf(
  paragraphs: readonly { readonly lines: readonly string[]; readonly isNew: boolean }[],
  notes: readonly string[],
  { head, foot, hasGaps, width }: Layout,
  seed: number,
): string[][] {
  const random = randomNumbers(seed + 7);
  const most = width === 0 ? 24 : 40 + Math.floor(random() * 8);
  const pages: string[][] = [[]];
  for (const { lines, isNew } of paragraphs) {
    if (isNew) pages.push([]);
    for (const line of lines) {
      if (pages.at(-1)!.length >= most) pages.push([]);
      pages.at(-1)!.push(line);
    }
    if (hasGaps) pages.at(-1)!.push('');
    if (isNew) pages.push([]);
  }
  const gap = hasGaps ? [''] : [];
  return pages
    .filter(lines => lines.length > 0)
    .map((lines, i) => {
      const numbered = (words: readonly string[]) => words.map(word => word.replace('#', String(i + 1)));
      return [
        ...numbered(head),
        ...(head.length > 0 ? gap : []),
        ...lines,
        ...(i === 0 && notes.length > 0 ? [...gap, ...notes, ...gap] : []),
        ...numbered(foot),
      ];
    });
}
