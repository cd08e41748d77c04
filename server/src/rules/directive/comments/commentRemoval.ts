import type { PlacedDirective, Report } from '../../../model/report.ts';
import type { Edit } from '../../rule.ts';

/** The edit that takes a directive out with its comment, and with the comment’s line where nothing else stands in it. */
export function commentRemoval(
  { document: { source, blocks }, text }: Report,
  { directive, base, block, alone }: PlacedDirective,
): Edit {
  const own = blocks[block];
  if (alone) return { from: base, to: base + (own?.length ?? 0), text: '' };
  const comment =
    own?.inlines.comments.find(({ from, to }) => from < directive.from && directive.to <= to) ?? directive;
  let from = base + comment.from;
  let to = base + comment.to;
  const { line } = text.positionAt(from);
  if (text.line(line).trim() === source.slice(from, to)) {
    // With its line, from the end of the line before it.
    from = line === 0 ? 0 : text.lineEnd(line - 1);
    to = text.lineEnd(line);
  } else while (/[ \t]/.test(source.charAt(from - 1))) from--;
  return { from, to, text: '' };
}
