import { copied, type Span } from '../text/text.ts';
import { Unit } from '../text/unit.ts';
import { isEscaped, skipBlanks } from './characters.ts';

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

const token = /[ \t\u00a0]*(#[^\s{}#.=]+|\.[A-Za-z][\w-]*|area=[^\s{}]+)/y;

/**
 * The attributes that end a heading's text, which runs from `from` to `to`; offsets are given less `base`. Braces that
 * hold anything else, or that are escaped, are words of the title.
 */
export function attributesAt(text: string, from: number, to: number, base: number): Attributes | undefined {
  if (to <= from || text.charCodeAt(to - 1) !== Unit.closeBrace) return undefined;
  const open = from + text.slice(from, to).lastIndexOf('{');
  if (open < from || isEscaped(text, open)) return undefined;
  const found: Record<'id' | 'role' | 'area', Attribute | undefined> = {
    id: undefined,
    role: undefined,
    area: undefined,
  };
  let end = open + 1;
  for (;;) {
    token.lastIndex = end;
    const word = token.exec(text)?.[1];
    if (word === undefined) break;
    end = token.lastIndex;
    const value = copied(word.startsWith('area=') ? word.slice(5) : word.slice(1));
    const attribute = { value, from: end - word.length - base, to: end - base };
    if (word.startsWith('#')) found.id ??= attribute;
    else if (word.startsWith('.')) found.role ??= attribute;
    else found.area ??= attribute;
  }
  if (end === open + 1 || skipBlanks(text, end) < to - 1) return undefined;
  return { ...found, from: open - base, to: to - base };
}
