import { isMap, parseDocument, visit } from 'yaml';
import { copied, type Span } from '../text/text.ts';

/** A front matter as far as it can be read. Offsets are those of the text given. */
export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

/** `key: value`. Every scalar is a string: what it means is the schema's business. */
export interface FrontMatterEntry extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FrontMatterValue;
  /** The value as written, comments and blanks around it left out; empty where there is none. */
  readonly valueSpan: Span;
  /** Whether the value is plain and holds a colon, which other readers of YAML would refuse. */
  readonly wantsQuotes: boolean;
}

/** A value of YAML without its types. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** What cannot be read, in the author's words. */
export interface FrontMatterProblem extends Span {
  readonly message: string;
}

const keyLine = /^([A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+|$)/;
const indicator = /^[[{"'|>&*!%@`?]|^-(?:[ \t]|$)/;

/** Longer entries than this are refused: no title is that long, and YAML nests without bound. */
const longest = 20_000;

/**
 * Reads the YAML between the `---` lines (`markup.md` §8), entry by entry, so that a broken line spoils its own entry
 * only. A plain value runs to its line's end, colons included.
 */
export function frontMatterOf(text: string): FrontMatter {
  const entries: FrontMatterEntry[] = [];
  const problems: FrontMatterProblem[] = [];
  const lines = linesOf(text);
  for (let i = 0; i < lines.length; ) {
    const line = lines[i];
    if (line === undefined) break;
    const words = text.slice(line.from, line.to);
    let next = i + 1;
    if (words.trim() === '' || /^\s*#/.test(words)) {
      i = next;
      continue;
    }
    const match = keyLine.exec(words);
    if (match === null) {
      problems.push({ ...line, message: brokenLine(words) });
      while (next < lines.length && continues(text, lines[next])) next++;
      i = next;
      continue;
    }
    while (next < lines.length && continues(text, lines[next])) next++;
    const last = lines[next - 1] ?? line;
    const entry = entryOf(text, { from: line.from, to: last.to }, match[1] ?? '', line.from + match[0].length, next - i > 1, problems);
    if (entry !== undefined) {
      const twin = entries.find(other => other.key === entry.key);
      if (twin === undefined) entries.push(entry);
      else problems.push({ ...entry.keySpan, message: `“${entry.key}” is given twice. Keep one of the two lines.` });
    }
    i = next;
  }
  return { entries, problems };
}

function entryOf(text: string, span: Span, key: string, valueFrom: number, folded: boolean, problems: FrontMatterProblem[]): FrontMatterEntry | undefined {
  const entry = { ...span, key: copied(key), keySpan: { from: span.from, to: span.from + key.length } };
  const written = text.slice(valueFrom, span.to);
  const rest = written.trim();
  if (rest === '' || (rest.startsWith('#') && !folded)) {
    return { ...entry, value: '', valueSpan: { from: valueFrom, to: valueFrom }, wantsQuotes: false };
  }
  if (!folded && !indicator.test(rest)) {
    const value = rest.replace(/[ \t]+#.*$/s, '');
    const from = valueFrom + written.length - written.trimStart().length;
    return { ...entry, value: copied(value), valueSpan: { from, to: from + value.length }, wantsQuotes: /:(?:[ \t]|$)/.test(value) };
  }
  return yamlEntry(text, entry, problems);
}

function yamlEntry(text: string, entry: { key: string; keySpan: Span } & Span, problems: FrontMatterProblem[]): FrontMatterEntry | undefined {
  const yaml = text.slice(entry.from, entry.to);
  const refuse = (from: number, to: number, message: string): undefined => {
    problems.push({ from, to: Math.max(from, to), message });
    return undefined;
  };
  const readable = `The value of “${entry.key}” cannot be read.`;
  if (yaml.length > longest) return refuse(entry.keySpan.from, entry.keySpan.to, `${readable} It is longer than any report needs.`);
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false });
    let aliased = false;
    visit(document, { Alias: () => ((aliased = true), visit.BREAK) });
    if (aliased) return refuse(entry.from, entry.to, `${readable} An “*” or “&” refers to another value, which a report does not need. Write the value out, or put it in quotation marks.`);
    const error = document.errors[0];
    const pair = isMap(document.contents) ? document.contents.items[0] : undefined;
    if (error !== undefined || pair === undefined) {
      const last = text.slice(entry.from, entry.to).trimEnd().length;
      return refuse(entry.from, entry.from + last, `${readable} ${advice(yaml)}`);
    }
    const node = pair.value as { range?: [number, number, number] | null; toJS(document: unknown): unknown } | null;
    const range = node?.range ?? [entry.keySpan.to - entry.from, yaml.length];
    return {
      ...entry,
      value: ((node?.toJS(document) as FrontMatterValue | null | undefined) ?? '') as FrontMatterValue,
      valueSpan: { from: entry.from + range[0], to: entry.from + range[1] },
      wantsQuotes: false,
    };
  } catch {
    // The library gives up by a throw on values nested beyond its stack.
    return refuse(entry.from, entry.to, `${readable} It is nested too deeply.`);
  }
}

function brokenLine(words: string): string {
  const key = /^([A-Za-z][\w-]*)[ \t]+\S/.exec(words)?.[1];
  return key === undefined
    ? 'This line of the report’s details cannot be read. A line is a name, a colon, a space and the value, as in “title: Inspection of services”.'
    : `This line of the report’s details cannot be read. Is a colon missing, as in “${key}: …”?`;
}

function advice(yaml: string): string {
  if (/^\S+\s*\[/.test(yaml) && !/\][ \t]*$/.test(yaml)) return 'A list begins with “[” and ends with “]”.';
  if (/^\S+\s*["']/.test(yaml)) return 'A value that begins with a quotation mark must end with one.';
  return 'Put the value in double quotation marks.';
}

/** A line that goes on with the entry above: indented, a list's item, or blank with such a line below. */
function continues(text: string, line: Span | undefined): boolean {
  if (line === undefined) return false;
  const unit = text.charCodeAt(line.from);
  return line.from < line.to && (unit === 32 || unit === 9 || (unit === 45 && /^-(?:[ \t]|$)/.test(text.slice(line.from, line.to))));
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (match[0] === '') break;
    lines.push({ from: match.index, to: match.index + match[0].replace(/[\r\n]+$/, '').length });
  }
  return lines;
}
