import { isSmallLetter } from '../text/letters.ts';
import { literalPattern } from '../text/phrases.ts';
import { singleSpaced } from '../text/singleSpaced.ts';
import type { Pattern } from './framework.ts';

const places: Readonly<Record<string, string>> = {
  provider: '(?<provider>.+?)',
  area: '(?<area>.+?)',
  'is grade': '(?<predicate>.+)',
  'are grade': '(?<predicate>.+)',
};

/**
 * Makes a pattern of a framework's sentence: `The graded judgement (for|about) {area} is that it {is grade}`. Only words,
 * alternatives in parentheses and the four places mean anything, so that no pattern can be slow; an unknown place is
 * taken as words. A sentence that begins with the area begins with the first words of one of `areaNames`.
 */
export function patternOf(source: string, areaNames: readonly string[]): Pattern {
  let body = '';
  for (const [part] of source.matchAll(/\{[^{}]*\}|\([^(){}]*\)|[^{}()]+|[{}()]/g)) {
    const place = part.startsWith('{') ? places[part.slice(1, -1)] : undefined;
    if (place !== undefined) body += place;
    else if (part.startsWith('(') && part.length > 1)
      body += `(?:${part.slice(1, -1).split('|').map(literal).join('|')})`;
    else body += literal(part);
  }
  return {
    source,
    plural: source.includes('{are grade}'),
    openings: source.startsWith('{area}')
      ? [...new Set(areaNames.map(name => folded(/^\s*\S+(?:\s+\S+)?/.exec(name)?.[0] ?? '')))]
      : [folded(/^[^{(]*/.exec(source)?.[0] ?? '')],
    expression: new RegExp(`^${body}$`, 'ids'),
  };
}

/** Finds a pattern's places in a sentence, which it must fit from its first word to its end. */
export function patternMatch(pattern: Pattern, words: string): RegExpExecArray | undefined {
  return mayFit(pattern, words, 0) ? (pattern.expression.exec(words.trimEnd()) ?? undefined) : undefined;
}

/**
 * Whether the words at an offset begin as a pattern's sentences do. Hardly any heading or paragraph is a judgement, and
 * making an expression ready takes longer than reading one.
 */
export function mayFit({ openings }: Pattern, text: string, from: number): boolean {
  const initial = text.charCodeAt(from) | 32;
  return openings.some(opening => {
    if (opening === '') return true;
    if (initial !== (opening.charCodeAt(0) | 32)) return false;
    for (let at = 1; at < opening.length; at++) {
      const unit = text.charCodeAt(from + at);
      if (unit === opening.charCodeAt(at)) continue;
      if ((unit | 32) === opening.charCodeAt(at) || !isSmallLetter(unit | 32)) break;
      return false;
    }
    // Blanks may be wider in the text than in the pattern.
    return folded(text.slice(from, from + opening.length + 8)).startsWith(opening);
  });
}

function folded(words: string): string {
  return singleSpaced(words.replace(/[‘’]/g, "'")).toLowerCase();
}

function literal(words: string): string {
  return literalPattern(words).replace(/['‘’]/g, "[’‘']").replace(/\s+/g, '\\s+');
}
