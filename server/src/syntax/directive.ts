import { copied, type Span } from '../text/text.ts';

/** `<!-- inspectmark-disable-next RULE … -- reason -->`; offsets are those of the text given. */
export interface Directive extends Span {
  /** What follows `inspectmark-`: `disable-next`, `disable`, `enable`, `guess`, or something unknown. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly rules: readonly DirectiveRule[];
  readonly reason: string | undefined;
}

/** A rule's id as a directive names it. */
export interface DirectiveRule extends Span {
  readonly id: string;
}

const mark = /\s*inspectmark-([a-z-]*)(:?)/iy;

/** The directive in a comment whose words stand from `from` to `to`, or none if the comment is a note. */
export function directiveOf(text: string, from: number, to: number): Directive | undefined {
  mark.lastIndex = from;
  // Cut off at its end: without a blank before it, the comment's own end mark would be read as part of the name.
  const match = mark.exec(text.slice(0, to));
  if (match === null) return undefined;
  const name = (match[1] ?? '').toLowerCase();
  const nameTo = mark.lastIndex - (match[2] ?? '').length;
  const nameSpan = { from: nameTo - name.length, to: nameTo };
  const words = text.slice(mark.lastIndex, to);
  const span = { from: nameSpan.from - 'inspectmark-'.length, to: mark.lastIndex + words.trimEnd().length };
  if (name === 'guess') return { ...span, name, nameSpan, rules: [], reason: copied(words.trim()) };
  const dashes = /(?:^|\s)--\s/.exec(`${words} `);
  const rules: DirectiveRule[] = [];
  for (const word of words.slice(0, dashes?.index ?? words.length).matchAll(/[^\s,]+/g)) {
    const start = mark.lastIndex + word.index;
    rules.push({ id: copied(word[0]), from: start, to: start + word[0].length });
  }
  const reason = dashes === null ? '' : words.slice(dashes.index + dashes[0].length).trim();
  return { ...span, name, nameSpan, rules, reason: reason === '' ? undefined : copied(reason) };
}
