import type { PrintLine } from './pdfLine.ts';

/** Whether a page ended within a contents list. */
export type ContentsState = 'inside' | 'outside';

const title = /^(?:table of )?contents(?: page)?:?$/i;
const leader = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$|…+\s*\d{1,4}$/i;
const pageNumber = /^(?:\d{1,4}|[ivxlc]{1,7})$/i;

/** In lines: an entry may be as long. */
const longestEntry = 3;

/**
 * The lines, those of a contents list marked: what follows its title, or goes on from the page before, and ends in page
 * numbers.
 */
export function contentsLines(
  lines: readonly PrintLine[],
  before: ContentsState,
): { lines: PrintLine[]; state: ContentsState } {
  const entries = lines.map(isEntry);
  const marked = new Set<number>();
  const firstText = lines.findIndex(({ artifact }) => !artifact);
  let state: ContentsState = 'outside';
  for (let i = 0; i < lines.length; i++) {
    const hasTitle = title.test(lines[i]!.text);
    const starts =
      hasTitle || (before === 'inside' && i === firstText) || (leader.test(lines[i]!.text) && leads(lines, i));
    if (!starts) continue;
    let end = hasTitle ? i + 1 : i;
    let count = 0;
    for (;;) {
      const next = entries.indexOf(true, end);
      if (next === -1 || next - end >= longestEntry) break;
      count++;
      end = next + 1;
    }
    if (count < (hasTitle ? 2 : 1)) continue;
    for (let j = i; j < end; j++) marked.add(j);
    if (lines.slice(end).every(({ artifact, text }) => artifact || pageNumber.test(text))) state = 'inside';
    i = end - 1;
  }
  return { lines: lines.map((line, i) => (marked.has(i) ? { ...line, isContents: true } : line)), state };
}

/** Whether three lines in a row lead to a page number by dots. */
function leads(lines: readonly PrintLine[], i: number): boolean {
  return [i + 1, i + 2].every(j => leader.test(lines[j]?.text ?? ''));
}

function isEntry({ text, parts, artifact }: PrintLine): boolean {
  const last = parts.at(-1)!;
  return !artifact && (leader.test(text) || (parts.length > 1 && pageNumber.test(text.slice(last.from, last.to))));
}
