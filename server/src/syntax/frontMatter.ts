import { copied, type Span, trimmed } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import {
  type EntryKey,
  type FrontMatter,
  type FrontMatterEntry,
  type FrontMatterProblem,
  frontMatterKeys,
  guessedValue,
  ownKeys,
} from './frontMatterEntry.ts';
import { yamlEntry } from './frontMatterYaml.ts';

const ownKeysInSmall: ReadonlyMap<string, string> = new Map(frontMatterKeys.map(key => [key.toLowerCase(), key]));

const keyLine = /^([ \t]*)([a-z_\u00c0-\u1fff][\w.\u00c0-\u1fff-]*)[ \t]*:(?:[ \t]+|$)/i;
/** A line whose first word is followed by something other than a colon and a space. */
const wordLine = /^([\p{L}][\p{L}\p{N}]*)([ \t]*[=;][ \t]*|:|[ \t]+)(?=\S)/u;
/** What a value begins with that the library must read. Other indicators of YAML are text here. */
const structured = /^(?:[[{"']|[|>][-+\d]{0,2}[ \t]*$)/;
/**
 * A list on one line of words in which nothing means anything to YAML: nearly every provider. For it the library need not
 * load.
 */
const plainList =
  /^\[[ \t]*[^\s[\]{},:#"'&*!|>%@`?-][^[\]{},:#"'&*!|>%@`?]*(?:,[ \t]*[^\s[\]{},:#"'&*!|>%@`?-][^[\]{},:#"'&*!|>%@`?]*)*\]$/;
const indicator = /^(?:[&*!%@`|>?,\]}]|-(?:[ \t]|$))/;
const item = /^[ \t]*-(?:[ \t]|$)/;
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

function entryOf(
  text: string,
  shape: EntryKey,
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
      value: guessedValue(value),
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
    if (before !== Unit.space && before !== Unit.tab) continue;
    end = at;
    break;
  }
  const span = trimmed(text, { from, to: from + end });
  return span.from < span.to ? span : undefined;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (match[0] === '') break;
    lines.push({ from: match.index, to: match.index + (match[1] ?? '').length });
  }
  return lines;
}
