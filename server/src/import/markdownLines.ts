import type { Look, SourceLine } from './source.ts';

/** The lines of a Markdown file as those of a report: what its marks say is their look, and the marks are gone. */
export function markdownLines(lines: readonly SourceLine[]): SourceLine[] {
  const read: SourceLine[] = [];
  const lists = new ListLevels();
  let table = 0;
  let row = 0;
  for (const line of lines) {
    const { text } = line;
    const cells = /^\|.*\|\s*$/.test(text) ? cellsOf(text) : undefined;
    if (cells === undefined) row = 0;
    else if (row++ === 0) table++;
    const [, marks, title] = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/.exec(text) ?? [];
    if (/^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(text)) read.push({ ...line, text: '' });
    else if (cells?.every(cell => /^:?-+:?$/.test(cell))) row--;
    else if (cells !== undefined) {
      cells.forEach((cell, i) => {
        read.push({ ...line, text: plain(cell), look: { cell: { table, row, column: i + 1 } } });
      });
    } else if (marks !== undefined) read.push(looking(line, plain(title ?? ''), { heading: marks.length }));
    else {
      const { depth, words } = lists.itemAt(text);
      // A blank line ends a point, however long its lines are.
      const last = read.at(-1);
      if (text.trim() === '' && last !== undefined && last.text !== '' && lists.areOpen)
        read[read.length - 1] = { ...last, look: { ...last.look, full: false } };
      if (depth === undefined) read.push({ ...line, text: plain(text) });
      else read.push(looking(line, `- ${plain(words)}`, { item: { depth } }));
    }
  }
  return read;
}

/** How deep the points of lists stand: one is in another if it is indented more. */
class ListLevels {
  #indents: number[] = [];

  /** Whether a list may go on. */
  get areOpen(): boolean {
    return this.#indents.length > 0;
  }

  /** The depth of the point that a line begins, and its words. A line at the margin that begins none ends the list. */
  itemAt(text: string): { readonly depth?: number; readonly words: string } {
    const [, indent = '', words = ''] = /^([ \t]*)[-*+][ \t]+(\S.*)$/.exec(text) ?? [];
    if (words === '') {
      if (/^\S/.test(text)) this.#indents = [];
      return { words };
    }
    const columns = indent.replaceAll('\t', '    ').length;
    while ((this.#indents.at(-1) ?? -1) > columns) this.#indents.pop();
    if ((this.#indents.at(-1) ?? -1) < columns) this.#indents.push(columns);
    return { depth: this.#indents.length, words };
  }
}

function looking(line: SourceLine, text: string, look: Look): SourceLine {
  return { ...line, text, look };
}

/** A line without its marks of emphasis, nor what keeps its number from being a list’s; a link as its words and its address. */
function plain(text: string): string {
  return text
    .replace(/^(\s*\d{1,3})\\(?=[.)])/, '$1')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\w*])/g, '$1')
    .replace(/(?<!\w)_([^_\s](?:[^_]*[^_\s])?)_(?!\w)/g, '$1')
    .replace(/!?\[([^\]]*)\]\((\S+?)\)/g, '$1 ($2)');
}

function cellsOf(text: string): string[] {
  return text
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'));
}
