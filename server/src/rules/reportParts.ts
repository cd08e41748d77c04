import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import type { Span } from '../text/text.ts';

/** The place for what concerns a report as a whole: its headline, else its first heading, else where its text starts. */
export function beginning({ sections, headline, document }: Report): Span {
  const section = sections[headline ?? 0];
  if (section !== undefined) return titleSpan(section);
  const first = document.blocks.findIndex(({ kind }) => kind !== 'frontMatter');
  const block = document.blocks[first];
  const start = document.starts[first] ?? document.source.length;
  return { from: start + (block?.start ?? 0), to: start + (block?.start ?? 0) };
}

/** The words of a heading, or all of it where it has none. */
export function titleSpan({ title, titleSpan: words, heading }: Section): Span {
  return title === '' ? heading : words;
}

/** A section as a message names it: its title in quotes. */
export function quotedTitle({ title, path }: Section): string {
  return `“${title === '' ? path : title}”`;
}

/** Whether a section's heading stands right under the same heading. */
export function isWrittenTwice(
  { document: { blocks }, sections }: Report,
  { index, block, title, level }: Section,
): boolean {
  const above = sections[index - 1];
  if (title === '' || above === undefined || above.title !== title || above.level !== level) return false;
  let between = above.block + 1;
  while (between < block && blocks[between]?.kind === 'comment') between++;
  return between === block;
}
