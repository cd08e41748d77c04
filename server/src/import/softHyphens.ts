import type { SourceLine } from './source.ts';

/**
 * Lines without soft hyphens, which say where a word may be parted and are no part of it. A word that a line's end parts
 * there stands whole on the line where it began. Where the sign stands as hyphens do and soft ones cannot, an extractor has
 * written it for each of print's hyphens: then all stay.
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
    whole[below] = withText(whole[below]!, whole[below]!.text.slice(rest.length), place => place - rest.length);
    // The word may be parted again at the end of a line that holds nothing else.
    if (word.endsWith('\u00ad')) at--;
  }
  return whole.map(line => {
    const { text } = line;
    if (!text.includes('\u00ad')) return line;
    const plain = (words: string) => words.replace(/\u00ad(?=\S)/gu, '');
    return withText(line, plain(text), place => plain(text.slice(0, place)).length);
  });
}

/**
 * Lines of a PDF, those of which end in a hyphen that stands nowhere else with a soft one in its place: some programs paint
 * one sign where they part words, and another where an author has written a hyphen.
 */
export function withSoftEnds(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => /\p{Ll}\u2010$/u.test(text)) || lines.some(({ text }) => /\u2010(?=\S)/u.test(text)))
    return lines;
  return lines.map(line => ({ ...line, text: line.text.replace(/(?<=\p{Ll})\u2010$/u, '\u00ad') }));
}

/** A line with another text, its raised marks where they stand in that. */
function withText(line: SourceLine, text: string, placeOf: (place: number) => number): SourceLine {
  const { look } = line;
  if (look?.superscripts === undefined) return { ...line, text };
  const superscripts = look.superscripts
    .map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to) }))
    .filter(({ from }) => from >= 0);
  return { ...line, text, look: { ...look, superscripts } };
}

/** A sign where no soft hyphen can be: beside a figure, before a capital, between words. */
const printed = /\d\u00ad|\u00ad[\d\p{Lu}]|\u00ad (?=\p{L})/gu;

/** The next line that is not blank. */
function nextWritten(lines: readonly SourceLine[], at: number): number {
  let below = at + 1;
  while (below < lines.length && lines[below]!.text.trim() === '') below++;
  return below;
}
