import { copied, type Span } from '../text/text.ts';

/** What stands in braces at a heading's end: `{#id .role area=2.1}`. Spans are relative to the heading's block. */
export interface Attributes extends Span {
  readonly id: Attribute | undefined;
  readonly role: Attribute | undefined;
  readonly area: Attribute | undefined;
}

/** An attribute's value, without its mark, and its place with it. */
export interface Attribute extends Span {
  readonly value: string;
}

const token = /\s*(#[^\s{}#.=]+|\.[A-Za-z][\w-]*|area=[^\s{}]+)/y;

/**
 * The attributes that end a heading's text, which runs from `from` to `to`; offsets are given less `base`. Braces that
 * hold anything else are words of the title.
 */
export function attributesAt(source: string, from: number, to: number, base: number): Attributes | undefined {
  if (source.charCodeAt(to - 1) !== 125) return undefined;
  const braces = source.slice(from, to).lastIndexOf('{');
  if (braces < 0) return undefined;
  const open = from + braces;
  let at = open + 1;
  const found: Record<'id' | 'role' | 'area', Attribute | undefined> = { id: undefined, role: undefined, area: undefined };
  while (at < to - 1) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null || token.lastIndex > to - 1) {
      if (source.slice(at, to - 1).trim() === '') break;
      return undefined;
    }
    const word = match[1] ?? '';
    const start = token.lastIndex - word.length;
    const value = copied(word.startsWith('area=') ? word.slice(5) : word.slice(1));
    const attribute = { value, from: start - base, to: token.lastIndex - base };
    if (word.startsWith('#')) found.id ??= attribute;
    else if (word.startsWith('.')) found.role ??= attribute;
    else found.area ??= attribute;
    at = token.lastIndex;
  }
  const none = found.id === undefined && found.role === undefined && found.area === undefined;
  return none ? undefined : { ...found, from: open - base, to: to - base };
}
