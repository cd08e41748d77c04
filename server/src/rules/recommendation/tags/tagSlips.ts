import type { TagLink } from '../../../model/paragraph.ts';
import { certainChangeTo, certainFixWith, changeTo } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';
import { excessBracket } from './excessBracket.ts';

/** What is wrong with a tag that is read as one. */
export function* tagSlips(source: string, link: TagLink): Iterable<Finding> {
  for (const slip of slips) {
    const finding = slip(source, link);
    if (finding !== undefined) yield finding;
  }
}

const slips = [excessBracket, singularOrPlural, noBlankBefore, stopBeforeNumber, blankInside, markAtEnd];

/** *(Recommendation 1 and 2)*: its word says that it names one, or several. */
function singularOrPlural(source: string, { tag, base, isNumber, numbers }: TagLink): Finding | undefined {
  if (isNumber || tag.items.length === 0 || tag.word !== 'Recommendation') return undefined;
  const place = { from: base + tag.wordSpan.from, to: base + tag.wordSpan.to };
  const written = source.slice(place.from, place.to);
  const isPlural = /s$/i.test(written);
  if (isPlural === numbers.length > 1) return undefined;
  const text = isPlural ? written.slice(0, -1) : `${written}s`;
  return {
    ...place,
    message: `${isPlural ? 'One number follows' : 'Several numbers follow'}. Write “${text}”.`,
    fixes: [changeTo(place, text)],
  };
}

/** *late.(Recommendation 3)* */
function noBlankBefore(source: string, { from, to }: TagLink): Finding | undefined {
  if (!/[\p{L}\d.,;!?’”)]/u.test(source.charAt(from - 1))) return undefined;
  // That it stands there twice is told.
  if (source.slice(2 * from - to, from) === source.slice(from, to)) return undefined;
  return {
    from,
    to,
    message: 'There is no space before this tag. Put one there.',
    fixes: [certainFixWith('Put a space there', { from, to: from }, ' ')],
  };
}

/** *(Recommendation. 3)* */
function stopBeforeNumber(source: string, { tag, base, from, to }: TagLink): Finding | undefined {
  const [first] = tag.items;
  if (first === undefined) return undefined;
  const between = { from: base + tag.wordSpan.to, to: base + first.firstSpan.from };
  if (!source.slice(between.from, between.to).startsWith('.')) return undefined;
  return {
    from,
    to,
    message: 'A full stop stands before the number of this tag. Take it out.',
    fixes: [certainFixWith('Take it out', between, ' ')],
  };
}

/** *( Recommendation )*, within one line. */
function blankInside(source: string, { from, to }: TagLink): Finding | undefined {
  if (source.charAt(from + 1) !== ' ' && source.charAt(to - 2) !== ' ') return undefined;
  const written = source.slice(from, to);
  if (/[\r\n]/.test(written)) return undefined;
  const text = `(${written.slice(1, -1).trim()})`;
  return {
    from,
    to,
    message: `There is a space inside the brackets of this tag. Write “${text}”.`,
    fixes: [certainChangeTo({ from, to }, text)],
  };
}

/** *(Recommendation,)*, *(Recommendation 3;)* */
function markAtEnd(source: string, { from, to }: TagLink): Finding | undefined {
  const mark = source.charAt(to - 2);
  if (!/[,;:]/.test(mark)) return undefined;
  const text = source.slice(from, to).replace(/[\s,;:]+\)$/, ')');
  return {
    from,
    to,
    message: `“${mark}” stands at the end of this tag. Write “${text}”.`,
    fixes: [certainChangeTo({ from, to }, text)],
  };
}
