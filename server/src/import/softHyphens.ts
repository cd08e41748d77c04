import type { SourceLine } from './source.ts';

/**
 * Lines without soft hyphens, which say where a word may be parted and are no part of it. A word that a line's end parts there
 * stands whole on the line where it began. Where the sign stands as hyphens do and soft ones cannot, an extractor has written
 * it for each of print's hyphens: then all stay.
 */
export function withoutSoftHyphens(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => text.includes('\u00ad'))) return lines;
  const places = lines.flatMap(({ text }) => [...text.matchAll(printed)]);
  if (places.length > 1) return lines;
  const whole = [...lines];
  for (let at = 0; at < whole.length; at++) {
    const { text } = whole[at]!;
    if (!text.trimEnd().endsWith('\u00ad')) continue;
    const below = nextWritten(whole, at);
    const [rest = '', word] = /^\s*(\p{Ll}\S*)\s?/u.exec(whole[below]?.text ?? '') ?? [];
    if (word === undefined) continue;
    whole[at] = { ...whole[at]!, text: `${text.trimEnd()}${word}` };
    whole[below] = { ...whole[below]!, text: whole[below]!.text.slice(rest.length) };
    // The word may be parted again at the end of a line that holds nothing else.
    if (word.endsWith('\u00ad')) at--;
  }
  return whole.map(line => ({ ...line, text: line.text.replace(/\u00ad(?=\S)/gu, '') }));
}

/** A sign where no soft hyphen can be: beside a figure, before a capital, between words. */
const printed = /\d\u00ad|\u00ad[\d\p{Lu}]|\u00ad (?=\p{L})/gu;

/** The next line that is not blank. */
function nextWritten(lines: readonly SourceLine[], at: number): number {
  let below = at + 1;
  while (below < lines.length && lines[below]!.text.trim() === '') below++;
  return below;
}
