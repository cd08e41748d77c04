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
