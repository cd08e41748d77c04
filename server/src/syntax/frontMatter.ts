import { isAlias, isMap, type Node, parseDocument, visit } from 'yaml';
import { copied, type Span } from '../text/text.ts';

/** A front matter as far as it can be read. Offsets are those of the text given. */
export interface FrontMatter {
  readonly entries: readonly FrontMatterEntry[];
  readonly problems: readonly FrontMatterProblem[];
}

/** `key: value`. Every scalar is a string: what it means is the schema's business. */
interface FrontMatterEntry extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FrontMatterValue;
  /** The value as written, comments and blanks around it left out; empty where there is none. */
  readonly valueSpan: Span;
  /** Whether the value is plain and holds what other readers of YAML take for a mark: a colon, or `*` at its start. */
  readonly wantsQuotes: boolean;
  /** Whether a problem is told of it. Its value is what was probably meant, so that one slip does not look like two. */
  readonly broken: boolean;
}

/** A value of YAML without its types. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** What cannot be read, in the author's words. */
export interface FrontMatterProblem extends Span {
  readonly message: string;
  readonly mend: FrontMatterMend | undefined;
}

/** An edit that makes a line readable. */
export interface FrontMatterMend extends Span {
  readonly text: string;
  /** Whether nothing else can be meant. */
  readonly certain: boolean;
}

/** The markup's own keys (`markup.md` §8); a framework adds others. */
export const frontMatterKeys = [
  'framework',
  'provider',
  'title',
  'inspected',
  'published',
  'status',
  'previous',
  'lang',
  'reference',
  'providerId',
  'licence',
] as const;

const ownKeys: ReadonlySet<string> = new Set(frontMatterKeys);
const ownKeysInSmall: ReadonlyMap<string, string> = new Map(frontMatterKeys.map(key => [key.toLowerCase(), key]));

const keyLine = /^([ \t]*)([a-z_\u00c0-\u1fff][\w.\u00c0-\u1fff-]*)[ \t]*:(?:[ \t]+|$)/i;
/** A line whose first word is followed by something other than a colon and a space. */
const wordLine = /^([\p{L}][\p{L}\p{N}]*)([ \t]*[=;][ \t]*|:|[ \t]+)(?=\S)/u;
/** What a value begins with that the library must read. Other indicators of YAML are text here. */
const structured = /^(?:[[{"']|[|>][-+\d]{0,2}[ \t]*$)/;
/** A list on one line of words in which nothing means anything to YAML: nearly every provider. For it the library need not load. */
const plainList =
  /^\[[ \t]*[^\s[\]{},:#"'&*!|>%@`?-][^[\]{},:#"'&*!|>%@`?]*(?:,[ \t]*[^\s[\]{},:#"'&*!|>%@`?-][^[\]{},:#"'&*!|>%@`?]*)*\]$/;
const indicator = /^(?:[&*!%@`|>?,\]}]|-(?:[ \t]|$))/;
const item = /^[ \t]*-(?:[ \t]|$)/;
const nesting = /^[ \t]*(?:[-?:][ \t]+)*/;

/** Longer values than this are refused: no title is that long. */
const longest = 20_000;
/** Deeper ones are refused before the library sees them: it descends without bound, and may end the whole process. */
const deepestBrackets = 20;
const deepestIndent = 80;

type Growing<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * Reads the YAML between the `---` lines (`markup.md` §8), entry by entry, so that a broken line spoils its own entry
 * only. A plain value runs to its line's end, colons included.
 */
export function frontMatterOf(text: string): FrontMatter {
  const entries = new Map<string, FrontMatterEntry>();
  const problems: FrontMatterProblem[] = [];
  const lines = linesOf(text);
  const wordsOf = (line: Span): string => text.slice(line.from, line.to);
  /** The problem of lines that cannot be read at all, while only such lines follow. */
  let unreadable: Growing<FrontMatterProblem> | undefined;

  const add = (entry: FrontMatterEntry): void => {
    unreadable = undefined;
    if (!entries.has(entry.key)) entries.set(entry.key, entry);
    else problems.push({ ...entry.keySpan, message: twice(entry.key), mend: undefined });
  };

  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    const words = wordsOf(line);
    if (isSkipped(words)) {
      i++;
      continue;
    }
    const match = keyLine.exec(words);
    if (match === null) {
      const meant = meantLine(words, line);
      const span = trimmed(text, line);
      if (meant !== undefined && !entries.has(meant.entry.key)) {
        problems.push(meant.problem);
        add(meant.entry);
      } else if (unreadable !== undefined) {
        unreadable.to = span.to;
      } else {
        unreadable = { ...span, ...unreadableLine(words, span, i > 0 && !isSkipped(wordsOf(lines[i - 1]!))) };
        problems.push(unreadable);
      }
      i++;
      continue;
    }
    const [whole, indent = '', key = ''] = match;
    const valueFrom = line.from + whole.length;
    const next = entryEnd(i, key, text.slice(valueFrom, line.to).trim());
    if (indent !== '') {
      const span = { from: line.from, to: line.from + indent.length };
      problems.push({
        ...line,
        message: indentedKey(indent),
        mend: { ...span, text: '', certain: true },
      });
    }
    const keyFrom = line.from + indent.length;
    const shape = {
      from: keyFrom,
      to: lines[next - 1]!.to,
      key: copied(key),
      keySpan: { from: keyFrom, to: keyFrom + key.length },
    };
    const entry = entryOf(text, shape, valueFrom, lines.slice(i, next), problems);
    add(indent === '' ? entry : { ...entry, broken: true });
    i = next;
  }
  return { entries: [...entries.values()], problems };

  /** The index of the line after an entry: indented lines belong to it, items of a list, and what closes a bracket. */
  function entryEnd(first: number, key: string, rest: string): number {
    const isOwn = ownKeys.has(key);
    const isText = rest !== '' && !rest.startsWith('#') && !structured.test(rest);
    const isBlock = /^[|>]/.test(rest) && !isText;
    let next = first + 1;
    for (let i = next; i < lines.length; i++) {
      const words = wordsOf(lines[i]!);
      if (isSkipped(words)) continue;
      if (!/^[ \t\]}]/.test(words) && !item.test(words)) break;
      if (isText && item.test(words)) break;
      const inner = isBlock || !(isOwn || isText) ? undefined : keyLine.exec(words);
      if (inner && (ownKeys.has(inner[2] ?? '') || (isText && inner[1]?.includes('\t')))) break;
      next = i + 1;
    }
    return next;
  }
}

type Shape = { readonly key: string; readonly keySpan: Span } & Span;

function entryOf(
  text: string,
  shape: Shape,
  valueFrom: number,
  lines: readonly Span[],
  problems: FrontMatterProblem[],
): FrontMatterEntry {
  const pieces = lines.flatMap(
    (line, i) => withoutComment(text, { from: i === 0 ? valueFrom : line.from, to: line.to }) ?? [],
  );
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) {
    return { ...shape, value: '', valueSpan: { from: valueFrom, to: valueFrom }, wantsQuotes: false, broken: false };
  }
  const opening = text.slice(first.from, first.to);
  const startsBelow = first.from >= (lines[1]?.from ?? Infinity);
  const isList = startsBelow && (item.test(opening) || !ownKeys.has(shape.key));
  if (pieces.length === 1 && plainList.test(opening)) {
    const value = opening
      .slice(1, -1)
      .split(',')
      .map(each => copied(each.trim()));
    return { ...shape, value, valueSpan: { from: first.from, to: first.to }, wantsQuotes: false, broken: false };
  }
  if (isList || structured.test(opening)) {
    // In quotation marks a # begins no comment.
    const { to } = /^["']/.test(opening) ? trimmed(text, { from: first.from, to: shape.to }) : last;
    return yamlEntry(text, shape, { from: first.from, to }, problems);
  }
  const words = pieces.map(({ from, to }) => text.slice(from, to));
  return {
    ...shape,
    value: copied(words.join(' ')),
    valueSpan: { from: first.from, to: last.to },
    wantsQuotes: indicator.test(opening) || words.some(each => /:(?:[ \t]|$)/.test(each)),
    broken: false,
  };
}

function yamlEntry(text: string, shape: Shape, valueSpan: Span, problems: FrontMatterProblem[]): FrontMatterEntry {
  const yaml = text.slice(shape.from, shape.to).replace(/\r(?!\n)/g, '\n');
  const readable = `The value of “${shape.key}” cannot be read.`;
  const refuse = (span: Span, message: string, mend?: FrontMatterMend): FrontMatterEntry => {
    problems.push({ from: span.from, to: span.to, message, mend });
    const value = guessed(text.slice(valueSpan.from, valueSpan.to));
    return { ...shape, value, valueSpan, wantsQuotes: false, broken: true };
  };
  if (yaml.length > longest) return refuse(shape.keySpan, `${readable} It is longer than any report needs.`);
  if (isTooDeep(yaml)) return refuse(shape.keySpan, `${readable} It is nested too deeply.`);
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false });
    let refers = false;
    visit(document, {
      Node: (_, node) => {
        refers ||= isAlias(node) || node.anchor !== undefined;
      },
    });
    if (refers)
      return refuse(
        valueSpan,
        `${readable} A word that begins with “*” or “&” refers to another value. Put it in quotation marks.`,
      );
    const [error] = document.errors;
    const pair = isMap(document.contents) ? document.contents.items[0] : undefined;
    if (error !== undefined || pair === undefined) {
      const at = Math.min(shape.from + (error?.pos[0] ?? 0), valueSpan.to);
      const { message, mend } = yamlProblem(text, error?.code ?? '', at, shape.key, valueSpan);
      return refuse(placeOf(text, error?.code ?? '', at, shape, valueSpan), `${readable} ${message}`, mend);
    }
    const node = pair.value as Node | null;
    const value = (node?.toJS(document) ?? '') as FrontMatterValue;
    const [from, to] = node?.range ?? [valueSpan.from - shape.from, valueSpan.to - shape.from];
    return {
      ...shape,
      value: typeof value === 'string' ? value.trimEnd() : value,
      valueSpan: trimmed(text, { from: shape.from + from, to: shape.from + to }),
      wantsQuotes: false,
      broken: false,
    };
  } catch {
    return refuse(shape.keySpan, readable);
  }
}

/** Where the author must look: an unclosed value begins in the entry's first line, anything else is in the line of the error. */
function placeOf(text: string, code: string, at: number, shape: Shape, valueSpan: Span): Span {
  const structure = text.slice(shape.from, valueSpan.to);
  if (!/[\r\n]/.test(structure) || isUnclosed(code)) return { from: shape.from, to: valueSpan.to };
  let from = at;
  while (from > shape.from && !/[\r\n]/.test(text.charAt(from - 1))) from--;
  let to = at;
  while (to < valueSpan.to && !/[\r\n]/.test(text.charAt(to))) to++;
  return from < to ? { from, to } : { from: shape.from, to: valueSpan.to };
}

function isUnclosed(code: string): boolean {
  return code === 'MISSING_CHAR' || code === 'BAD_INDENT';
}

function yamlProblem(
  text: string,
  code: string,
  at: number,
  key: string,
  value: Span,
): { message: string; mend?: FrontMatterMend } {
  const written = text.slice(value.from, value.to);
  const isLine = !/[\r\n]/.test(written);
  const end = (mark: string) => ({ from: value.to, to: value.to, text: mark, certain: false });
  if (code === 'TAB_AS_INDENT') {
    return {
      message: 'A line begins with a tab. Begin it with spaces.',
      mend: { from: at, to: at + 1, text: '  ', certain: false },
    };
  }
  if (isUnclosed(code)) {
    const quote = /^["']/.exec(written)?.[0];
    if (quote !== undefined) {
      return {
        message: 'A value that begins with a quotation mark must end with one.',
        ...(isLine && { mend: end(quote) }),
      };
    }
    const open = /^[[{]/.exec(written)?.[0];
    if (open !== undefined && !/["']/.test(written)) {
      const close = open === '[' ? ']' : '}';
      return { message: `What begins with “${open}” ends with “${close}”.`, ...(isLine && { mend: end(close) }) };
    }
  }
  const mend = { ...value, text: quoted(written), certain: false };
  return { message: 'Put the value in quotation marks.', ...(isLine && ownKeys.has(key) && { mend }) };
}

/** A value in quotation marks, as YAML reads it. */
export function quoted(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** What was probably meant by a value that cannot be read. */
function guessed(written: string): FrontMatterValue {
  const words = written.replace(/^["'[{]/, '').replace(/["'\]}]$/, '');
  return written.startsWith('[') ? words.split(',', 100).flatMap(part => part.trim() || []) : copied(words.trim());
}

/** Whether a value may be nested deeper than the library can descend; brackets in quotation marks are counted too. */
function isTooDeep(yaml: string): boolean {
  let depth = 0;
  for (let at = 0; at < yaml.length; at++) {
    const unit = yaml.charCodeAt(at);
    if (unit === 91 || unit === 123) depth++;
    else if ((unit === 93 || unit === 125) && depth > 0) depth--;
    if (depth > deepestBrackets) return true;
  }
  return yaml.split('\n').some(line => (nesting.exec(line)?.[0].length ?? 0) > deepestIndent);
}

/** A line that lacks no more than a colon, or the space after it. */
function meantLine(words: string, line: Span): { problem: FrontMatterProblem; entry: FrontMatterEntry } | undefined {
  const match = wordLine.exec(words);
  const key = ownKeysInSmall.get(match?.[1]?.toLowerCase() ?? '');
  if (match === null || key === undefined) return undefined;
  const [whole, written = '', joint = ''] = match;
  const span = trimmed(words, { from: whole.length, to: words.length });
  const value = words.slice(span.from, span.to);
  if (joint !== ':' && /:(?:[ \t]|$)/.test(value)) return undefined;
  const missing = joint === ':' ? `A space is missing after “${written}:”` : `A colon is missing after “${written}”`;
  const at = (offset: number) => line.from + offset;
  const keySpan = { from: line.from, to: at(written.length) };
  return {
    problem: {
      from: line.from,
      to: at(span.to),
      message: `${missing}, so this line of the report’s details cannot be read.`,
      mend: { from: keySpan.to, to: at(whole.length), text: ': ', certain: joint.trim() !== '' },
    },
    entry: {
      ...line,
      key,
      keySpan,
      value: guessed(value),
      valueSpan: { from: at(span.from), to: at(span.to) },
      wantsQuotes: false,
      broken: true,
    },
  };
}

function unreadableLine(words: string, span: Span, follows: boolean): Pick<FrontMatterProblem, 'message' | 'mend'> {
  if (item.test(words)) {
    const message = 'This line of the report’s details is an item of a list, but no list begins above it.';
    return { message, mend: undefined };
  }
  const message = 'This line of the report’s details cannot be read.';
  if (/^[^:]{1,40}:(?:[ \t]|$)/.test(words)) {
    return {
      message: `${message} The name before the colon may hold only letters, digits and hyphens.`,
      mend: undefined,
    };
  }
  if (!follows) {
    const form = 'A line is a name, a colon, a space and the value, as in “title: Inspection of services”.';
    return { message: `${message} ${form}`, mend: undefined };
  }
  return {
    message: `${message} Begin it with a name and a colon, or with two spaces if it goes on.`,
    mend: { from: span.from, to: span.from, text: '  ', certain: false },
  };
}

function indentedKey(indent: string): string {
  return `This line of the report’s details begins with a ${indent.includes('\t') ? 'tab' : 'space'}. Begin it at the margin.`;
}

function twice(key: string): string {
  return `“${key}” is given twice in the report’s details, and only the first counts. Keep one of the two.`;
}

/** A line of blanks, or a comment. */
function isSkipped(words: string): boolean {
  return /^[ \t]*(?:#|$)/.test(words);
}

/** A piece of a plain value without its comment and the blanks around it; nothing if nothing is left. */
function withoutComment(text: string, { from, to }: Span): Span | undefined {
  const words = text.slice(from, to);
  let end = words.length;
  for (let at = words.indexOf('#'); at >= 0; at = words.indexOf('#', at + 1)) {
    const before = at === 0 ? 32 : words.charCodeAt(at - 1);
    if (before !== 32 && before !== 9) continue;
    end = at;
    break;
  }
  const span = trimmed(text, { from, to: from + end });
  return span.from < span.to ? span : undefined;
}

function trimmed(text: string, { from, to }: Span): Span {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return { from: Math.min(start, to), to: Math.max(Math.min(start, to), from + words.trimEnd().length) };
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (match[0] === '') break;
    lines.push({ from: match.index, to: match.index + (match[1] ?? '').length });
  }
  return lines;
}
