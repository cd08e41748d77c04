import { isAlias, isMap, type Node, parseDocument, visit } from 'yaml';
import { type Span, trimmed } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import {
  type EntryKey,
  type FrontMatterEntry,
  type FrontMatterMend,
  type FrontMatterProblem,
  type FrontMatterValue,
  guessedValue,
  ownKeys,
} from './frontMatterEntry.ts';

const nesting = /^[ \t]*(?:[-?:][ \t]+)*/;

/** Longer values than this are refused: no title is that long. */
const longest = 20_000;
/** Deeper ones are refused before the library sees them: it descends without bound, and may end the whole process. */
const deepestBrackets = 20;
const deepestIndent = 80;

/** An entry whose value the library reads: in quotation marks, in brackets or of several lines. What it cannot read is told. */
export function yamlEntry(
  text: string,
  shape: EntryKey,
  valueSpan: Span,
  problems: FrontMatterProblem[],
): FrontMatterEntry {
  const yaml = text.slice(shape.from, shape.to).replace(/\r(?!\n)/g, '\n');
  const readable = `The value of “${shape.key}” cannot be read.`;
  const refuse = (span: Span, message: string, mend?: FrontMatterMend): FrontMatterEntry => {
    problems.push({ from: span.from, to: span.to, message, mend });
    const value = guessedValue(text.slice(valueSpan.from, valueSpan.to));
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

/**
 * Where the author must look: an unclosed value begins in the entry's first line, anything else is in the line of the
 * error.
 */
function placeOf(text: string, code: string, at: number, shape: EntryKey, valueSpan: Span): Span {
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

/** Whether a value may be nested deeper than the library can descend; brackets in quotation marks are counted too. */
function isTooDeep(yaml: string): boolean {
  let depth = 0;
  for (let at = 0; at < yaml.length; at++) {
    const unit = yaml.charCodeAt(at);
    if (unit === Unit.openBracket || unit === Unit.openBrace) depth++;
    else if ((unit === Unit.closeBracket || unit === Unit.closeBrace) && depth > 0) depth--;
    if (depth > deepestBrackets) return true;
  }
  return yaml.split('\n').some(line => (nesting.exec(line)?.[0].length ?? 0) > deepestIndent);
}
