/** A directive that is being written: its name, or one of the rules that it is about. */
export interface BegunDirective {
  readonly part: 'name' | 'rule';
  /** What there is of it before the cursor. */
  readonly typed: string;
  /** The rules that it names already. */
  readonly named: readonly string[];
}

/** The names by which an author’s directives are called. */
export const directiveNames = ['inspectmark-disable-next', 'inspectmark-disable', 'inspectmark-enable'] as const;

/**
 * The directive that is being written where a line’s text ends; nothing in a note, in a directive’s reason, or before its first
 * letter, for most comments are notes.
 */
export function begunDirective(before: string): BegunDirective | undefined {
  const open = before.lastIndexOf('<!--');
  if (open < 0 || before.includes('-->', open)) return undefined;
  const words = before.slice(open + '<!--'.length).trimStart();
  const [lead] = /^inspectmark-(?:disable-next|disable|enable)[ \t]/.exec(words) ?? [];
  if (lead === undefined) {
    const isName = words !== '' && directiveNames.some(name => name.startsWith(words));
    return isName ? { part: 'name', typed: words, named: [] } : undefined;
  }
  const named = words.slice(lead.length).split(/[\s,]/).filter(Boolean);
  if (named.includes('--')) return undefined;
  const typed = /[\s,]$/.test(words) ? '' : (named.pop() ?? '');
  return { part: 'rule', typed, named };
}
