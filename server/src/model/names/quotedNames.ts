import { editDistance } from '../../text/editDistance.ts';
import { addToGroup } from '../../text/lists.ts';
import type { Span } from '../../text/text.ts';
import type { ToldBlock } from '../words/tellingWords.ts';
import { startOfWord } from '../words/wordColumns.ts';

/** Two ways in which a report writes a name in quotation marks, with their places. */
export interface QuotedVariant {
  readonly forms: readonly [string, string];
  readonly places: readonly (Span & { readonly form: string })[];
}

/** From the first letter of a name to its closing mark. */
const quoted = /^(\p{L}[^‘“”\n]{2,38}?)’(?!\p{L})/u;
const longestName = 42;
const mostNames = 60;

/**
 * Names in quotation marks that are the same but for a letter or two in one word, or for a *not*: *‘Our Place’*, *‘Our
 * Space’*.
 */
export function quotedVariants(blocks: readonly ToldBlock[]): QuotedVariant[] {
  const byForm = new Map<string, (Span & { readonly form: string })[]>();
  for (const { base, prose, telling } of blocks) {
    if (telling.quoted.length === 0) continue;
    const { text, words } = prose;
    for (const word of telling.quoted) {
      const at = startOfWord(words, word);
      const match = quoted.exec(text.slice(at, at + longestName));
      if (match === null) continue;
      const form = (match[1] as string).replace(/[,.;:]$/, '');
      const count = form.split(' ').length;
      if (count < 2 || count > mostWords) continue;
      const place = { from: base + at, to: base + at + form.length, form };
      const key = form.toLowerCase().replace(/^the /, '');
      addToGroup(byForm, key, place);
    }
  }
  if (byForm.size < 2) return [];
  const forms = [...byForm.keys()];
  if (forms.length > mostNames) return [];
  return forms.flatMap((one, i) =>
    forms
      .slice(i + 1)
      .flatMap(other =>
        areSlips(one.split(' '), other.split(' '))
          ? [{ forms: [one, other] as const, places: [...(byForm.get(one) ?? []), ...(byForm.get(other) ?? [])] }]
          : [],
      ),
  );
}

const mostWords = 6;
/** A shorter word that differs by a letter is another word. */
const shortestWord = 5;
/** What bodies are called, of which one may be written for another. */
const bodies = new Set(
  'committee council board group panel forum team club project programme scheme hub service'.split(' '),
);

function areSlips(one: readonly string[], other: readonly string[]): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  if (one.length !== other.length) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    const at = long.findIndex((word, i) => word !== short[i]);
    return (
      long[at] === 'not' &&
      long.length === short.length + 1 &&
      long.slice(at + 1).every((word, i) => word === short[at + i])
    );
  }
  let differing = -1;
  for (let i = 0; i < one.length; i++) {
    if (one[i] === other[i]) continue;
    if (differing >= 0) return false;
    differing = i;
  }
  const [a, b] = [one[differing] ?? '', other[differing] ?? ''];
  if (differing < 0) return false;
  if (bodies.has(a) && bodies.has(b)) return true;
  // (A plural more is no other name.)
  if (a.length < shortestWord || b.length < shortestWord || `${a}s` === b || `${b}s` === a) return false;
  return editDistance(a, b, 3) < 3 && (a.slice(-2) === b.slice(-2) || a.slice(0, 3) === b.slice(0, 3));
}
