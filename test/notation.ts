/** A report written in the tests' notation, its marks taken out. */
export interface Marked {
  readonly text: string;
  /** Where `$0` stood. */
  readonly cursor: number | undefined;
  /** The places that carets mark in the line above them, and what is written beside them. */
  readonly marks: readonly Mark[];
}

/** A place marked by carets: `from` and `to` are offsets of the text without marks. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

const markLine = /^([ \t]*)(\^+)(?: (.*))?$/;

/**
 * Reads the notation: a line of blanks, carets and a label marks the line above it, column by column, and is no text;
 * `$0` is the cursor. Several such lines may follow one another.
 *
 *     10. The offer is not timely. (Recommendation 9)
 *                                  ^^^^^^^^^^^^^^^^^^ There is no recommendation 9
 */
export function marked(notation: string): Marked {
  const lines: string[] = [];
  const marks: Mark[] = [];
  let cursor: number | undefined;
  let lineFrom = 0;
  let next = 0;
  for (const line of notation.split('\n')) {
    const match = markLine.exec(line);
    if (match !== null && lines.length > 0) {
      const from = lineFrom + (match[1] ?? '').length;
      marks.push({ from, to: from + (match[2] ?? '').length, label: match[3] ?? '' });
      continue;
    }
    const at = line.indexOf('$0');
    lineFrom = next;
    if (at >= 0) cursor = lineFrom + at;
    const text = at < 0 ? line : line.slice(0, at) + line.slice(at + 2);
    lines.push(text);
    next += text.length + 1;
  }
  return { text: lines.join('\n'), cursor, marks };
}

/**
 * A text with the places marked, for comparison by eye: the inverse of `marked`. Places that run over a line's end are
 * marked to that end.
 */
export function withMarks(text: string, marks: readonly Mark[]): string {
  const lines: string[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    lines.push(line);
    for (const mark of marks) {
      if (mark.from < from || mark.from > to) continue;
      const carets = '^'.repeat(Math.max(1, Math.min(mark.to, to) - mark.from));
      lines.push(`${' '.repeat(mark.from - from)}${carets}${mark.label === '' ? '' : ` ${mark.label}`}`);
    }
    from = to + 1;
  }
  return lines.join('\n');
}

/** Several files in one text: each begins with a line `--- path`; what stands before the first such line is `main`. */
export function files(notation: string, main = 'report.inspection'): Map<string, string> {
  const found = new Map<string, string[]>();
  let lines: string[] = [];
  found.set(main, lines);
  for (const line of notation.split('\n')) {
    const path = /^--- (\S+\.\w+)$/.exec(line)?.[1];
    if (path === undefined) lines.push(line);
    else {
      lines = [];
      found.set(path, lines);
    }
  }
  if (found.get(main)?.join('').trim() === '' && found.size > 1) found.delete(main);
  return new Map([...found].map(([path, content]) => [path, content.join('\n')]));
}
